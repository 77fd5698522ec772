import { createHash } from 'node:crypto'
import { healthReport } from '../../../shared/health/health-report.ts'
import { sumOf } from '../../../shared/health/month-sums.ts'
import { type KeptPlatform, openPlatform } from '../../store/platform-store.ts'
import { type CountedOrganization, countOrganizations } from '../../sync/health/count-organizations.ts'
import { passwordTarget } from '../../sync/postgres/connection-target.ts'
import { sourceIdentity } from '../../sync/postgres/source-identity.ts'
import type { PlatformHealth } from './compute.ts'
import { postgresOptions, type PostgresSettings } from '../sync/open-source.ts'

export interface CountedPlatform {
  readonly id: string
  readonly report: PlatformHealth
}

export interface HealthTask {
  readonly dataDir: string
  readonly access: { readonly settings: PostgresSettings; readonly password: string | null }
  /** null: as it was counted before, else `usualTimeZone`. */
  readonly timeZone: string | null
  readonly usualTimeZone: string
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

/**
 * Counts a platform, keeps it and reports it. Runs in the writer thread. Where `now` is earlier than what is kept, the report is as of
 * then and what is kept stays. Throws AppError 'source-*', 'store-*'.
 */
export async function countPlatform(task: HealthTask, signal: AbortSignal): Promise<CountedPlatform> {
  const { access, now, full, clock } = task
  const { connection, mapping } = postgresOptions(access.settings, access.password)
  const identity = sourceIdentity(connection, mapping)
  const id = digest([identity, passwordTarget(connection), connection.database])
  const store = openPlatform({ dataDir: task.dataDir, id, now: clock() }, task.onNotice)
  try {
    const { kept } = store
    const counted = kept?.counted ?? null
    const timeZone = task.timeZone ?? counted?.timeZone ?? task.usualTimeZone
    const isPast = now !== null && counted !== null && now < counted.now
    // Days are local ones: another zone has others.
    const isSame = counted?.identity === identity && counted.timeZone === timeZone
    const known =
      kept !== null && isSame && !full && !isPast
        ? { now: counted.now, parts: counted.parts, organizations: kept.organizations }
        : null
    const found = await countOrganizations(
      { connection, mapping, statementTimeoutMs: HEALTH_STATEMENT_MS, now, timeZone, known, onAnswer: task.onAnswer },
      signal,
    )
    if (kept !== null && known === null && !full && !isPast) noteLost(kept, found.organizations, task.onNotice)
    const source = { url: access.settings.url, mapping: access.settings.mapping }
    if (!isPast)
      store.write(
        {
          source,
          counted: { now: found.now, timeZone, identity, parts: found.parts },
          organizations: found.organizations,
        },
        clock(),
      )
    const moment = { now: found.now, timeZone }
    const facts = found.organizations.map((one) => one.facts)
    return { id, report: { ...moment, url: source.url, ...healthReport(facts, moment) } }
  } finally {
    store.close()
  }
}

/** What was counted before, and the source has lost since, cannot be cut into other days. */
function noteLost(
  { organizations: before }: KeptPlatform,
  now: readonly CountedOrganization[],
  onNotice: (text: string) => void,
): void {
  const visitors = (all: readonly CountedOrganization[]): number =>
    all.reduce((sum, { facts }) => sum + sumOf(facts.days).visitors, 0)
  const lost = visitors(before) - visitors(now)
  if (lost > 0)
    onNotice(
      `Everything was counted anew, by other days than before. ${lost} visitors that were counted earlier are no longer in the database, and in no figure.`,
    )
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}
