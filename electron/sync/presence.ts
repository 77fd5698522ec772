import { dataProblem } from '../../shared/coverage/data-problem.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import type { MeasuredSeconds } from '../../shared/coverage/presence.ts'
import { FORGOTTEN_AFTER_MS, type SessionInterval } from '../../shared/coverage/session-interval.ts'
import type { DataProblem } from '../../shared/coverage/types.ts'
import { utcDayOf } from '../../shared/time/slots.ts'
import type { CachedPresence, SyncCache } from './cache.ts'
import { sourceFingerprint } from './fingerprints.ts'
import type { RunCache } from './run-cache.ts'
import type { Source, SourcePresence } from './source.ts'

export interface PresenceRun {
  readonly source: Source
  /** What was committed before this run's presence. */
  readonly cache: Pick<SyncCache, 'presence' | 'measuredSeconds' | 'away'>
  readonly runCache: RunCache
  readonly organizationId: string
  readonly now: number
  readonly overlapMs: number
  /** First UTC day of the history. */
  readonly firstDay: number
  /** Whether what is known is compared with the source. */
  readonly isThorough: boolean
  /** Whether everything is read again. */
  readonly isFull: boolean
  /** Agents whose sessions the source may no longer have, and which the cache keeps: what they did while online stays with them. */
  readonly keptAgents: ReadonlySet<string>
  readonly signal: AbortSignal
}

/** UTC days, both inside. */
interface Days {
  readonly fromDay: number
  readonly toDay: number
}

/** Few statements for a first sync of half a year, and none that runs for long. */
const DAYS_AT_ONCE = 91
/** What ends the run itself; anything else only ends the reading of presence. */
const FATAL: readonly string[] = [
  'cancelled',
  'source-lost',
  'source-host',
  'disk-full',
  'store-busy',
  'store-damaged',
  'lease-lost',
]

/**
 * Brings what agents were doing while online: the last hours' days with every sync, and with the daily comparison those days whose sums
 * differ from the source's. Newest days first, some weeks a transaction. It is never a reason for a sync to fail: why it ended early is returned.
 */
export async function syncPresence(run: PresenceRun): Promise<readonly DataProblem[]> {
  const { source } = run
  if (source.presence === undefined || source.presenceIdentity === undefined) return []
  const fingerprint = sourceFingerprint(`${source.identity} ${source.presenceIdentity}`, run.organizationId)
  try {
    const known = run.cache.presence()
    const isOfThisSource = known !== null && known.fingerprint === fingerprint
    const isUsable = isOfThisSource && !run.isFull && known.through <= run.now
    await bringDays(run, {
      fingerprint,
      known: isUsable ? known : null,
      kept: isOfThisSource ? keptPresence(run) : NOTHING_KEPT,
    })
    return []
  } catch (thrown) {
    if (run.signal.aborted || !(thrown instanceof AppError) || FATAL.includes(thrown.code)) throw thrown
    return [dataProblem({ kind: 'presence-unread', count: 1, reason: thrown.message })]
  }
}

interface Bringing {
  readonly fingerprint: string
  /** null: everything is read. */
  readonly known: CachedPresence | null
  readonly kept: KeptPresence
}

async function bringDays(run: PresenceRun, { fingerprint, known, kept }: Bringing): Promise<void> {
  const today = utcDayOf(run.now)
  const lately =
    known === null
      ? today
      : Math.max(Math.min(run.firstDay, today), utcDayOf(known.through - Math.max(run.overlapMs, FORGOTTEN_AFTER_MS)))
  let state: Pick<CachedPresence, 'fromDay'> | null = known
  const keep = (days: Days, found: SourcePresence | null): boolean => {
    if (found === null) {
      run.runCache.commit({ presence: null })
      return false
    }
    const fromDay = Math.min(state?.fromDay ?? days.fromDay, days.fromDay)
    const seconds = withKeptSeconds(found.seconds, kept, days)
    const away = withKeptAway(found.away ?? [], kept, days)
    run.runCache.commit({
      presence: { fingerprint, fromDay, through: run.now, replaced: days, isOnly: state === null, seconds, away },
    })
    state = { fromDay }
    return true
  }
  const bring = async (days: Days): Promise<boolean> => keep(days, await read(run, days, true))
  if (!(await bring({ fromDay: lately, toDay: today }))) return
  const missing = known === null ? lately : known.fromDay
  for await (const { days, found } of readAhead(run, [...newestFirst({ fromDay: run.firstDay, toDay: missing - 1 })]))
    if (!keep(days, found)) return
  if (!run.isThorough || known === null) return
  const before = Map.groupBy(run.cache.measuredSeconds(), ({ day }) => day)
  for (const days of newestFirst({ fromDay: Math.max(known.fromDay, run.firstDay), toDay: lately - 1 })) {
    const now = Map.groupBy(
      withKeptSeconds((await read(run, days, false))?.seconds ?? [], kept, days),
      ({ day }) => day,
    )
    for (let day = days.toDay; day >= days.fromDay; day--)
      if (!isSame(before.get(day), now.get(day))) await bring({ fromDay: day, toDay: day })
  }
}

async function read(
  { source, organizationId, now, signal }: PresenceRun,
  days: Days,
  away: boolean,
): Promise<SourcePresence | null> {
  signal.throwIfAborted()
  return await source.presence!({ organizationId, ...days, now, away }, signal)
}

/** Reads the next days while the last ones are kept: the source has a second connection. */
async function* readAhead(
  run: PresenceRun,
  wanted: readonly Days[],
): AsyncGenerator<{ readonly days: Days; readonly found: SourcePresence | null }> {
  const begin = (days: Days | undefined) => {
    if (days === undefined) return null
    const reading = read(run, days, true)
    // Its failure counts when its turn comes.
    reading.catch(() => undefined)
    return reading
  }
  let next = begin(wanted[0])
  try {
    for (const [index, days] of wanted.entries()) {
      const current = next
      next = begin(wanted[index + 1])
      yield { days, found: await current }
    }
  } finally {
    await next?.catch(() => undefined)
  }
}

/** What the cache has of agents who are gone from the source. */
interface KeptPresence {
  readonly seconds: readonly MeasuredSeconds[]
  readonly away: readonly SessionInterval[]
}

const NOTHING_KEPT: KeptPresence = { seconds: [], away: [] }

function keptPresence({ cache, keptAgents, now }: PresenceRun): KeptPresence {
  if (keptAgents.size === 0) return NOTHING_KEPT
  return {
    seconds: cache.measuredSeconds().filter(({ agentId, day }) => keptAgents.has(agentId) && day <= utcDayOf(now)),
    away: cache.away().filter(({ agentId, startedAt }) => keptAgents.has(agentId) && startedAt < now),
  }
}

/** Where the source still has something of such an agent's day, that counts. */
function withKeptSeconds(
  found: readonly MeasuredSeconds[],
  { seconds }: KeptPresence,
  { fromDay, toDay }: Days,
): readonly MeasuredSeconds[] {
  if (seconds.length === 0) return found
  const isFound = new Set(found.map(({ agentId, day }) => `${day} ${agentId}`))
  return [
    ...found,
    ...seconds.filter(({ agentId, day }) => day >= fromDay && day <= toDay && !isFound.has(`${day} ${agentId}`)),
  ]
}

function withKeptAway(
  found: readonly SessionInterval[],
  { away }: KeptPresence,
  { fromDay, toDay }: Days,
): readonly SessionInterval[] {
  if (away.length === 0) return found
  const isFound = new Set(found.map(({ agentId, startedAt }) => `${utcDayOf(startedAt)} ${agentId}`))
  const isAsked = (day: number): boolean => day >= fromDay && day <= toDay
  return [
    ...found,
    ...away.filter(
      ({ agentId, startedAt }) => isAsked(utcDayOf(startedAt)) && !isFound.has(`${utcDayOf(startedAt)} ${agentId}`),
    ),
  ]
}

function* newestFirst({ fromDay, toDay }: Days): Generator<Days> {
  for (let last = toDay; last >= fromDay; last -= DAYS_AT_ONCE)
    yield { fromDay: Math.max(fromDay, last - DAYS_AT_ONCE + 1), toDay: last }
}

function isSame(one: readonly MeasuredSeconds[] = [], other: readonly MeasuredSeconds[] = []): boolean {
  const text = (sums: readonly MeasuredSeconds[]): string =>
    sums
      .map(({ agentId, idle, inCall, away }) =>
        JSON.stringify(
          [agentId, idle, inCall, away].map((value) => (typeof value === 'number' ? Math.round(value) : value)),
        ),
      )
      .toSorted()
      .join()
  return text(one) === text(other)
}
