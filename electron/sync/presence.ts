import { AppError } from '../../shared/contract/errors.ts'
import type { MeasuredSeconds } from '../../shared/coverage/presence.ts'
import { FORGOTTEN_AFTER_MS } from '../../shared/coverage/session-span.ts'
import type { DataProblem } from '../../shared/coverage/types.ts'
import { utcDayOf } from '../../shared/time/slots.ts'
import type { CachedPresence, SyncCache } from './cache.ts'
import { sourceFingerprint } from './fingerprints.ts'
import type { RunCache } from './run-cache.ts'
import type { Source, SourcePresence } from './source.ts'

export interface PresenceRun {
  readonly source: Source
  /** What was committed before this run's presence. */
  readonly cache: Pick<SyncCache, 'presence' | 'measuredSeconds'>
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
  readonly signal: AbortSignal
}

/** UTC days, both inside. */
interface Days {
  readonly fromDay: number
  readonly toDay: number
}

const DAYS_AT_ONCE = 28
/** What ends the run itself; anything else only ends the reading of presence. */
const FATAL: readonly string[] = ['cancelled', 'source-lost', 'source-host', 'disk-full', 'store-busy', 'store-damaged', 'lease-lost']

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
    const isUsable = !run.isFull && known !== null && known.fingerprint === fingerprint && known.through <= run.now
    await bringDays(run, fingerprint, isUsable ? known : null)
    return []
  } catch (thrown) {
    if (run.signal.aborted || !(thrown instanceof AppError) || FATAL.includes(thrown.code)) throw thrown
    return [{ kind: 'presence-unread', count: 1, note: `What agents were doing while online could not be read to its end, and is read on with the next sync: ${thrown.message}` }]
  }
}

async function bringDays(run: PresenceRun, fingerprint: string, known: CachedPresence | null): Promise<void> {
  const today = utcDayOf(run.now)
  const lately = known === null ? today : Math.max(Math.min(run.firstDay, today), utcDayOf(known.through - Math.max(run.overlapMs, FORGOTTEN_AFTER_MS)))
  let state: Pick<CachedPresence, 'fromDay'> | null = known
  const bring = async (days: Days): Promise<boolean> => {
    const found = await read(run, days, true)
    if (found === null) {
      run.runCache.commit({ presence: null })
      return false
    }
    const fromDay = Math.min(state?.fromDay ?? days.fromDay, days.fromDay)
    run.runCache.commit({ presence: { fingerprint, fromDay, through: run.now, replaced: days, isOnly: state === null, seconds: found.seconds, away: found.away ?? [] } })
    state = { fromDay }
    return true
  }
  if (!(await bring({ fromDay: lately, toDay: today }))) return
  const missing = known === null ? lately : known.fromDay
  for (const days of newestFirst({ fromDay: run.firstDay, toDay: missing - 1 })) if (!(await bring(days))) return
  if (!run.isThorough || known === null) return
  const before = Map.groupBy(run.cache.measuredSeconds(), ({ day }) => day)
  for (const days of newestFirst({ fromDay: Math.max(known.fromDay, run.firstDay), toDay: lately - 1 })) {
    const now = Map.groupBy((await read(run, days, false))?.seconds ?? [], ({ day }) => day)
    for (let day = days.toDay; day >= days.fromDay; day--) if (!isSame(before.get(day), now.get(day))) await bring({ fromDay: day, toDay: day })
  }
}

async function read({ source, organizationId, now, signal }: PresenceRun, days: Days, away: boolean): Promise<SourcePresence | null> {
  signal.throwIfAborted()
  return await source.presence!({ organizationId, ...days, now, away }, signal)
}

function* newestFirst({ fromDay, toDay }: Days): Generator<Days> {
  for (let last = toDay; last >= fromDay; last -= DAYS_AT_ONCE) yield { fromDay: Math.max(fromDay, last - DAYS_AT_ONCE + 1), toDay: last }
}

function isSame(one: readonly MeasuredSeconds[] = [], other: readonly MeasuredSeconds[] = []): boolean {
  const text = (sums: readonly MeasuredSeconds[]): string => sums.map(({ agentId, idle, inCall, away }) => JSON.stringify([agentId, idle, inCall, away].map((value) => (typeof value === 'number' ? Math.round(value) : value)))).toSorted().join()
  return text(one) === text(other)
}
