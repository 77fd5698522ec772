import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { AppError, toErrorReport } from '../../../shared/contract/errors.ts'
import type { Db } from '../../store/connection.ts'
import { openCache } from '../../store/open-workspace.ts'
import { createSyncCache } from '../../store/sync-cache.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'
import { acquireLease, LEASE_RENEW_MS, type WriterLease } from '../../store/writer-lease.ts'
import type { SyncCache } from '../../sync/cache.ts'
import { checkConnection } from '../../sync/postgres/check-connection.ts'
import { listTables } from '../../sync/postgres/list-tables.ts'
import { createPostgresSource } from '../../sync/postgres/postgres-source.ts'
import { createSnapshotReader } from '../../sync/postgres/snapshot-reader.ts'
import { runSync } from '../../sync/run-sync.ts'
import { foldCacheLog } from './fold-cache-log.ts'
import { openSource, postgresOptions } from './open-source.ts'
import { previewSource } from './preview-source.ts'
import type { SourceAccess, SyncTask, WriterEvents, WriterThread, WriterThreadEvents } from './roles.ts'

export interface WriterRoleOptions {
  readonly dataDir: string
  readonly now: () => number
  readonly events: WriterThreadEvents
}

/** The writer thread: syncs caches and puts damaged ones right; a caller can cancel what it started. */
export function createWriterRole({ dataDir, now, events }: WriterRoleOptions): WriterThread & { readonly close: () => void } {
  const running = new Set<{ readonly caller: number; readonly controller: AbortController }>()
  const written = new Set<string>()
  const cancellable = async <T>(caller: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const task = { caller, controller: new AbortController() }
    running.add(task)
    try {
      return await work(task.controller.signal)
    } finally {
      running.delete(task)
    }
  }
  const cancel = (isMeant: (caller: number) => boolean): void => {
    for (const { caller, controller } of running) if (isMeant(caller)) controller.abort()
  }
  const eventsOf = (caller: number): WriterEvents => ({
    progress: (progress) => events.progress(caller, progress),
    notice: (text) => events.notice(caller, text),
  })

  const withCache = async <T>(use: CacheUse, work: (cache: SyncCache) => Promise<T>): Promise<T> => {
    const self = { holder: randomUUID(), pid: process.pid, host: hostname(), purpose: use.purpose }
    written.add(use.workspaceId)
    const claim = (db: Db): WriterLease => acquireLease(db, { self, now })
    const { db, notices } = openCache({ paths: workspacePaths(dataDir, use.workspaceId), now, thorough: use.thorough, claim })
    try {
      for (const { message } of notices) use.events.notice(message)
      const lease = claim(db)
      // A lost lease shows in the next commit, with words for it.
      const renewal = setInterval(() => ignoreFailure(() => lease.renew()), LEASE_RENEW_MS)
      try {
        return await work(createSyncCache({ db, lease }))
      } finally {
        clearInterval(renewal)
        ignoreFailure(() => lease.release())
      }
    } finally {
      db.close()
    }
  }

  const sync = async (task: SyncTask, { events: own, alive, signal }: SyncHearing) => {
    const source = openSource({ ...task, onAnswer: alive }, task.options.now ?? now())
    const use: CacheUse = { workspaceId: task.workspaceId, thorough: false, purpose: 'a sync', events: own }
    const run = (cache: SyncCache) => runSync({ source, cache, options: task.options, onProgress: (progress) => own.progress(progress), signal, clock: now })
    try {
      return await withCache(use, run)
    } catch (error) {
      if (toErrorReport(error).code !== 'store-damaged') throw error
      // Damage that shows only while reading: look at the whole file, put it right, say so, and go on.
      return await withCache({ ...use, thorough: true }, run)
    } finally {
      await source.close()
    }
  }

  return {
    check: (caller, access, wishes) =>
      cancellable(caller, (signal) => {
        const settings = refuseDemo(access)
        return checkConnection({ ...postgresOptions(settings, access.password), organizationId: settings.organizationId || null, ...wishes }, signal)
      }),
    tables: (caller, access) =>
      cancellable(caller, async (signal) => {
        const reader = createSnapshotReader({ connection: postgresOptions(refuseDemo(access), access.password).connection, statementTimeoutMs: LOOK_TIMEOUT_MS, connections: 1 })
        try {
          return await reader.read(listTables, signal)
        } finally {
          await reader.close()
        }
      }),
    preview: (caller, access, request) =>
      cancellable(caller, async (signal) => {
        const source = createPostgresSource({ ...postgresOptions(refuseDemo(access), access.password), statementTimeoutMs: LOOK_TIMEOUT_MS, mostScanCost: MOST_SCAN_COST })
        try {
          return await previewSource({ source, request, clock: now }, signal)
        } finally {
          await source.close()
        }
      }),
    sync: (caller, task) => cancellable(caller, (signal) => sync(task, { events: eventsOf(caller), alive: atMostEach(ALIVE_MS, () => events.alive(caller)), signal })),
    repair: (caller, workspaceId) => withCache({ workspaceId, thorough: true, purpose: 'a repair', events: eventsOf(caller) }, async () => undefined),
    cancel: async (caller) => cancel((one) => one === caller),
    close() {
      cancel(() => true)
      // A reader that was open then kept it from being folded.
      for (const id of written) foldCacheLog(dataDir, id)
    },
  }
}

interface SyncHearing {
  readonly events: WriterEvents
  readonly alive: () => void
  readonly signal: AbortSignal
}

/** Statements are answered by the hundred; one sign of life in a while is enough. */
const ALIVE_MS = 5_000

function atMostEach(milliseconds: number, run: () => void): () => void {
  let last = -Infinity
  return () => {
    if (performance.now() - last < milliseconds) return
    last = performance.now()
    run()
  }
}

/** A look that takes longer tells more by failing. */
const LOOK_TIMEOUT_MS = 20_000
/** As the planner counts: about four million narrow rows, read in a second or two. */
const MOST_SCAN_COST = 100_000

function refuseDemo({ settings }: SourceAccess): Extract<SourceAccess['settings'], { readonly kind: 'postgres' }> {
  if (settings.kind === 'demo') throw new AppError({ code: 'invalid-input', message: 'The demo has no connection to check.' })
  return settings
}

interface CacheUse {
  readonly workspaceId: string
  readonly thorough: boolean
  /** For whoever finds the cache in use. */
  readonly purpose: string
  readonly events: WriterEvents
}

function ignoreFailure(run: () => void): void {
  try {
    run()
  } catch {
    // Whoever needs the lease is told by the store.
  }
}
