import type { Migration } from '../../migrate.ts'
import { syncFacts } from './0001-sync-facts.ts'
import { sessionsAndDirectory } from './0002-sessions-and-directory.ts'
import { writerLeaseTable } from './0003-writer-lease.ts'
import { callsTable } from './0004-calls.ts'
import { agentState } from './0005-agent-state.ts'
import { presenceTables } from './0006-presence.ts'
import { pageClassCodes } from './0008-page-classes.ts'
import { sessionsLeftOpen } from './0007-sessions-left-open.ts'

/** The steps of cache.sqlite, in order. Append only. */
export const cacheMigrations: readonly Migration[] = [
  syncFacts,
  sessionsAndDirectory,
  writerLeaseTable,
  callsTable,
  agentState,
  presenceTables,
  sessionsLeftOpen,
  pageClassCodes,
]
