import { createHash } from 'node:crypto'
import { nextStanding, type Standing } from '../../../shared/health/class-fall.ts'
import { healthReport } from '../../../shared/health/health-report.ts'
import { contains, type Interval } from '../../../shared/foundation/interval.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { sumOf } from '../../../shared/health/month-sums.ts'
import { type KeptPlatform, openPlatform } from '../../store/platform-store.ts'
import {
  type CountedOrganization,
  type CountStep,
  countOrganizations,
  hasSameParts,
} from '../../sync/health/count-organizations.ts'
import { passwordTarget } from '../../sync/postgres/connection-target.ts'
import { sourceIdentity } from '../../sync/postgres/source-identity.ts'
import { type PlatformHealth, reported } from './compute.ts'
import { postgresOptions, type PostgresSettings } from '../sync/open-source.ts'

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
  /** A count of these instants is the answer, and nothing connects; null: it is counted at any rate. A clock that was set back makes none of later. */
  readonly enough: Interval | null
  /** Whether it is then the platform that was used last. */
  readonly isUse: boolean
  readonly clock: () => number
  readonly onNotice: (text: string) => void
  readonly onAnswer: () => void
  readonly onStep: (step: CountStep) => void
}

/** Limit of one statement: counting all organizations of a large platform is one. */
export const HEALTH_STATEMENT_MS = 600_000

/**
 * Counts a platform, keeps it and reports it. Runs in the writer thread. Where `now` is earlier than what is kept, or ahead of the clock,
 * the report is as of then and what is kept stays. Throws AppError 'source-*', 'store-*'.
 */
export async function countPlatform(task: HealthTask, signal: AbortSignal): Promise<PlatformHealth> {
  const { access, now, full, clock } = task
  const { connection, mapping } = postgresOptions(access.settings, access.password)
  const identity = sourceIdentity(connection, mapping)
  const id = digest([identity, passwordTarget(connection), connection.database])
  const { url } = access.settings
  const store = openPlatform({ dataDir: task.dataDir, id, now: clock() }, task.onNotice)
  try {
    const { kept } = store
    const counted = kept?.counted ?? null
    const timeZone = task.timeZone ?? counted?.timeZone ?? task.usualTimeZone
    const isPast = now !== null && counted !== null && now < counted.now
    // A look ahead is no beginning of the next count either.
    const isAhead = now !== null && now > clock() + HOUR_MS
    if (task.enough !== null && counted !== null && contains(task.enough, counted.now)) {
      const { organizations } = kept!
      const standings = new Map(organizations.map(({ facts, standing }) => [facts.id, standing]))
      const report = healthReport(
        organizations.map(({ facts }) => facts),
        counted,
      )
      return reported({ id, url, now: counted.now, timeZone: counted.timeZone }, report, standings)
    }
    // Days are local ones: another zone has others.
    const isSame = counted?.identity === identity && counted.timeZone === timeZone
    const known =
      kept !== null && isSame && !full && !isPast && !isAhead
        ? { now: counted.now, parts: counted.parts, organizations: kept.organizations }
        : null
    const found = await countOrganizations(
      {
        connection,
        mapping,
        statementTimeoutMs: HEALTH_STATEMENT_MS,
        now,
        timeZone,
        known,
        onAnswer: task.onAnswer,
        onStep: task.onStep,
      },
      signal,
    )
    const isAnew = known === null || known.now > found.now
    if (kept !== null && isAnew && !full && !isPast && !isAhead) noteLost(kept, found.organizations, task.onNotice)
    task.onStep({ step: 'scoring', rows: null })
    const moment = { now: found.now, timeZone }
    const report = healthReport(
      found.organizations.map(({ facts }) => facts),
      moment,
    )
    const platform = { id, url, ...moment }
    // Nothing fell or rose by looking back.
    if (isPast || isAhead) return reported(platform, report, new Map())
    const before = new Map(kept?.organizations.map(({ facts, standing }) => [facts.id, standing]))
    // Where other tables could be read than before, scores changed and no organization did.
    const isAlike = counted === null || hasSameParts(counted.parts, found.parts)
    const standings = new Map<string, Standing>(
      report.organizations.map((one) => {
        const last = before.get(one.id) ?? null
        return [
          one.id,
          isAlike ? nextStanding(last, one.own, found.now) : { level: one.own.riskLevel, fall: last?.fall ?? null },
        ]
      }),
    )
    store.write(
      {
        source: { url, mapping: access.settings.mapping },
        counted: { now: found.now, timeZone, identity, parts: found.parts },
        organizations: found.organizations.map((one) => ({ ...one, standing: standings.get(one.facts.id) ?? null })),
      },
      task.isUse ? clock() : null,
    )
    return reported(platform, report, standings)
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
