import { sessionEnd, type SessionInterval } from '../../coverage/session-interval.ts'
import type { SlotSeries } from '../../coverage/slot-series.ts'
import type { Interval } from '../../foundation/interval.ts'
import { DAY_MS } from '../../foundation/minutes.ts'
import type { InactiveAgents } from '../../plan/inactive-agents.ts'
import { localRange } from '../../time/local.ts'
import { SLOT_MS } from '../../time/slots.ts'
import { HISTORY_WEEKS, type VisitorSeries } from '../forecast/history.ts'
import type { PredictionFacts } from './facts.ts'
import { trafficByPool, visitorsByPool, type PoolTraffic } from './pool-traffic.ts'
import { agentsOnlineFrom } from './starved/partly-starved.ts'
import { poolHistory } from './starved/pool-history.ts'
import { countedAs, factsTogether, findStarvedLoads, type StarvedPools } from './starved/pools-together.ts'

/** What was known at an instant. Pools that have to be looked at together, because one of them is starved, are one pool in all of it. */
export interface Past extends StarvedPools {
  /** Nothing at or after it is here, epoch milliseconds, but in `facts`. */
  readonly origin: number
  /** All that was given. */
  readonly facts: PredictionFacts
  /** Of pools with visitors; only whole quarter-hours. */
  readonly traffic: readonly PoolTraffic[]
  /** Of pools that count as one, each as it was recorded. */
  readonly parts: readonly Pick<PoolTraffic, 'poolId' | 'series'>[]
  readonly sessions: readonly SessionInterval[]
  readonly known: readonly Interval[]
  /** Visitors as far back as they are known; null: no further than `traffic`. */
  readonly long: LongPast | null
  /** Agents of whom it was known that they are deactivated, or will be. */
  readonly inactive: InactiveAgents
}

/** All known visitors before an origin, by pool. */
export interface LongPast {
  readonly firstSlot: number
  readonly pools: readonly { readonly poolId: string | null; readonly visitors: Uint32Array }[]
  readonly known: readonly Interval[]
}

/** What of a past is learned from: nothing that lies after its origin, so that pasts that are alike teach the same. */
export type LearningPast = Omit<Past, 'facts' | 'starved'> & {
  readonly facts: Pick<PredictionFacts, 'pools' | 'members'>
}

export interface OriginOptions {
  readonly timeZone: string
  /** Local date on which the week to predict begins. */
  readonly firstDate: string
  /** Nothing at or after it counts as past; absent: all that is known does. */
  readonly until?: number | undefined
}

/** A history of whole weeks may begin almost a week earlier. */
const LONGEST_PAST_MS = (HISTORY_WEEKS + 1) * 7 * DAY_MS
/** What is known of dates and of the year looks at so much. */
const MOST_LONG_PAST_MS = 183 * 7 * DAY_MS

/** The instant up to which a week's prediction may look: the last sync, or the week's begin where that is earlier. */
export function originOf(facts: Pick<PredictionFacts, 'now'>, { timeZone, firstDate, until }: OriginOptions): number {
  const weekStart = localRange(firstDate, firstDate, timeZone).start
  return Math.min(facts.now, weekStart, until ?? facts.now)
}

/** The past of an origin, as far back as any part of a prediction looks: the same, whatever is known of later. */
export function pastOf(given: PredictionFacts, origin: number): Past {
  const from = origin - LONGEST_PAST_MS
  const trafficOf = ({ batches, countryRule }: PredictionFacts): readonly PoolTraffic[] =>
    trafficByPool(batches, { countryRule, fromSlot: Math.floor(from / SLOT_MS), toSlot: Math.floor(origin / SLOT_MS) })
  const recorded = trafficOf(given)
  const { starved, loads } = findStarvedLoads(
    recorded.map(poolHistory),
    { pools: given.pools, members: given.members, agentsOnline: agentsOnlineFrom(given.sessions) },
    origin,
  )
  const facts = factsTogether(given, loads, origin)
  return {
    origin,
    facts,
    starved,
    loads,
    traffic: loads.length === 0 ? recorded : trafficOf(facts),
    parts: recorded.flatMap(({ poolId, series }) =>
      loads.some((load) => load.poolId === poolId || load.others.includes(poolId)) ? [{ poolId, series }] : [],
    ),
    sessions: sessionsBefore(facts.sessions, { from, origin }),
    long: longPastOf(facts, { from, origin }),
    inactive: Object.fromEntries(
      Object.entries(facts.inactive ?? {}).filter(([, since]) => since <= origin || origin >= facts.now),
    ),
    known: within(facts.known, { start: from, end: origin }),
  }
}

/** Visitors of the years before; null: nothing is known of them. */
function longPastOf(
  { batches, countryRule, known }: PredictionFacts,
  { from, origin }: { readonly from: number; readonly origin: number },
): LongPast | null {
  const first = known.reduce((earliest, { start }) => Math.min(earliest, start), origin)
  if (first >= from) return null
  const start = Math.max(first, origin - MOST_LONG_PAST_MS)
  const [firstSlot, endSlot] = [Math.floor(start / SLOT_MS), Math.floor(origin / SLOT_MS)]
  return {
    firstSlot,
    pools: visitorsByPool(batches, { countryRule, fromSlot: firstSlot, toSlot: endSlot }),
    known: within(known, { start, end: origin }),
  }
}

function within(known: readonly Interval[], { start, end }: Interval): readonly Interval[] {
  return known.flatMap((one) =>
    one.start < end && one.end > start ? [{ start: Math.max(one.start, start), end: Math.min(one.end, end) }] : [],
  )
}

/** As `seriesOf`, as far back as anything is known. */
export function longSeriesOf(
  past: Pick<Past, 'traffic' | 'loads' | 'origin' | 'long' | 'known'>,
  poolId: string | null | undefined,
): { readonly series: VisitorSeries; readonly known: readonly Interval[] } {
  const { long, loads } = past
  if (long === null) return { series: seriesOf(past, poolId), known: past.known }
  const chosen = poolId === undefined ? long.pools : long.pools.filter((one) => one.poolId === countedAs(loads, poolId))
  if (chosen.length === 1)
    return { series: { firstSlot: long.firstSlot, visitors: chosen[0]!.visitors }, known: long.known }
  const visitors = new Uint32Array(chosen[0]?.visitors.length ?? 0)
  for (const pool of chosen) for (let slot = 0; slot < visitors.length; slot++) visitors[slot]! += pool.visitors[slot]!
  return { series: { firstSlot: long.firstSlot, visitors }, known: long.known }
}

/** Visits of one pool (null: "No pool"), with those of pools that count with it, or of all (undefined), by UTC slot. */
export function seriesOf(
  { traffic, loads, origin }: Pick<Past, 'traffic' | 'loads' | 'origin'>,
  poolId: string | null | undefined,
): SlotSeries {
  const chosen = poolId === undefined ? traffic : traffic.filter((one) => one.poolId === countedAs(loads, poolId))
  const firstSlot = Math.floor((origin - LONGEST_PAST_MS) / SLOT_MS)
  const length = Math.floor(origin / SLOT_MS) - firstSlot
  const sum = { firstSlot, visitors: new Float64Array(length), covered: new Float64Array(length) }
  for (const { series } of chosen) {
    for (let slot = 0; slot < length; slot++) {
      sum.visitors[slot]! += series.visitors[slot]!
      sum.covered[slot]! += series.covered[slot]!
    }
  }
  return sum
}

/**
 * The sessions as they were known at an instant, from `from` on: none that began later, and one that ended later still open. Those that
 * cannot be are left out; those that were probably forgotten are not: they count nowhere, but say when it is not known who was there.
 */
export function sessionsBefore(
  sessions: readonly SessionInterval[],
  { from, origin }: { readonly from: number; readonly origin: number },
): readonly SessionInterval[] {
  return sessions.flatMap(({ agentId, startedAt, endedAt, leftOpen = null }) => {
    const end = sessionEnd(endedAt, origin)
    if (end <= startedAt || end <= from) return []
    return [
      endedAt === null || endedAt > origin
        ? { agentId, startedAt, endedAt: null }
        : { agentId, startedAt, endedAt, ...(leftOpen ? { leftOpen } : {}) },
    ]
  })
}
