import { createHash } from 'node:crypto'
import { openPlatform } from '../../store/platform-store.ts'
import { countOrganizations } from '../../sync/health/count-organizations.ts'
import { passwordTarget } from '../../sync/postgres/connection-target.ts'
import { sourceIdentity } from '../../sync/postgres/source-identity.ts'
import { postgresOptions, type PostgresSettings } from '../sync/open-source.ts'

export interface HealthTask {
  readonly dataDir: string
  readonly access: { readonly settings: PostgresSettings; readonly password: string | null }
  readonly timeZone: string
  /** Instead of the database's clock; null: that. */
  readonly now: number | null
  /** Counts everything anew. */
  readonly full: boolean
  readonly clock: () => number
  readonly onNotice: (text: string) => void
  readonly onAnswer: () => void
}

/** Limit of one statement: counting all organizations of a large platform is one. */
export const HEALTH_STATEMENT_MS = 600_000

/** Brings what is kept of a platform up to date, and returns its id. Runs in the writer thread. Throws AppError 'source-*', 'store-*'. */
export async function countPlatform(task: HealthTask, signal: AbortSignal): Promise<string> {
  const { access, timeZone, now, full, clock } = task
  const { connection, mapping } = postgresOptions(access.settings, access.password)
  const identity = sourceIdentity(connection, mapping)
  const id = digest([identity, passwordTarget(connection), connection.database])
  const store = openPlatform({ dataDir: task.dataDir, id, now: clock() }, task.onNotice)
  try {
    const kept = store.read()
    // Days are local ones: another zone has others.
    const isSame = kept?.counted?.identity === identity && kept.counted.timeZone === timeZone
    const known = isSame && !full ? { now: kept.counted.now, organizations: kept.organizations } : null
    const found = await countOrganizations(
      { connection, mapping, statementTimeoutMs: HEALTH_STATEMENT_MS, now, timeZone, known, onAnswer: task.onAnswer },
      signal,
    )
    store.write({
      source: { url: access.settings.url, mapping: access.settings.mapping },
      counted: { now: found.now, timeZone, identity },
      organizations: found.organizations,
    })
    return id
  } finally {
    store.close()
  }
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}
