import type { Interval } from '../../../shared/foundation/interval.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import type { Past } from '../../../shared/predict/assemble/past.ts'
import { valuesOfPool, type VisitorValues } from '../../../shared/predict/assemble/visitor-values.ts'
import { countedAs, type PoolLoad } from '../../../shared/predict/assemble/starved/pools-together.ts'
import {
  gatherCalls,
  gatherEvidence,
  notWorthwhile,
  recommend,
  type EvidenceInput,
  type PoolEvidence,
  type PriorityThresholds,
  weightOf,
} from '../../../shared/recommend/index.ts'
import { localRange } from '../../../shared/time/local.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import type { PageWeights } from '../coverage/page-values.ts'
import { intervalsToLearnFrom } from '../coverage/known-intervals.ts'
import type { WeekQuery } from '../prediction/queries.ts'
import { nameOfLoad } from '../coverage/starved-report.ts'

/** Which hours to staff better, from what a range shows. The week only says from when on days are counted. */
export interface RecommendQuery extends WeekQuery {
  /** Local dates, both inside. */
  readonly from: string
  readonly to: string
  /** Coverage to reach, 0-1. */
  readonly target: number
  readonly thresholds: PriorityThresholds
  /** Of pages, where missed visitors are to weigh by what they are worth; null or absent: all weigh alike. */
  readonly pageValues?: PageWeights | null
}

interface Sources {
  readonly snapshot: CacheSnapshot
  readonly past: Past
  readonly fit: EvidenceInput['fit']
  /** null: all visitors weigh alike. */
  readonly values: VisitorValues | null
}

export type Recommendations = ReturnType<typeof recommendations>

/** Which hours of a range to staff better: pool by pool, and all pools together. Pools that count as one are one. */
export function recommendations(
  { snapshot, past: { facts, starved, loads }, fit, values }: Sources,
  query: RecommendQuery,
) {
  const { timeZone, from, to, poolId, target, thresholds } = query
  const whole = localRange(from, to, timeZone)
  const range = {
    start: whole.start,
    end: Math.max(whole.start, Math.min(whole.end, facts.now, query.until ?? facts.now)),
  }
  const { pools, days, hours } = gatherEvidence({
    facts,
    fit,
    timeZone,
    range,
    known: syncedIntervals(snapshot, range),
  })
  // Only the rule of thumb asks for calls.
  const calls = pools.some(({ isThin }) => isThin) ? callsTogether(snapshot.calls, loads) : null
  const callsOf = gatherCalls({
    calls,
    facts,
    days: snapshot.syncedDays.values(),
    range,
    until: Math.min(facts.now, query.until ?? facts.now),
  })
  const worthAt =
    values === null ? undefined : (ofPool: string | null, cell: number) => valuesOfPool(values, ofPool)(cell)
  const options = { target, thresholds, days, hours, worthAt }
  const shown = poolId === undefined ? pools : pools.filter((pool) => pool.poolId === countedAs(loads, poolId))
  // Of a pool whose agents take visits that no pool shows nobody knows what another agent would win.
  const advisable = shown.filter(
    (pool) => !starved.some((one) => one.poolId === pool.poolId && one.recordedUnder.length === 0),
  )
  const blocks = advisable.map((pool) => recommend([pool], { ...options, calls: callsOf(pool.poolId) }))
  const asked = { ...options, calls: callsOf(poolId === undefined ? undefined : countedAs(loads, poolId)) }
  const overall = poolId === undefined ? recommend(advisable, asked).map((block) => ({ ...block, poolId: null })) : null
  const cells = shown.flatMap((pool) => pool.cells)
  const visitors = cells.reduce((sum, cell) => sum + cell.visitors, 0)
  return {
    /** Pool by pool, the most missed first. */
    blocks: blocks.flat().toSorted((a, b) => weightOf(b) - weightOf(a)),
    /** All pools together; null: one pool was asked for. */
    overall,
    /** What stays under the target, of all that was asked for, and is not worth an agent. */
    notWorthwhile: notWorthwhile(advisable, overall ?? blocks.flat(), asked),
    /** Of the pools with visitors in the range. */
    poolNames: shown.map((pool) => ({ poolId: pool.poolId, name: nameOfLoad(snapshot, loads, pool.poolId) })),
    /** How much of the range is known. */
    knownDays: days,
    visitors,
    missed: visitors - cells.reduce((sum, cell) => sum + cell.covered, 0),
    /** The same by what visitors are worth; null: they weigh alike. */
    weighted: values === null ? null : { ...valueSums(shown, values), countedShare: values.countedShare },
  }
}

function valueSums(
  pools: readonly PoolEvidence[],
  values: VisitorValues,
): { readonly totalVisitors: number; readonly missedVisitors: number } {
  let totalVisitors = 0
  let missedVisitors = 0
  for (const { poolId, cells } of pools) {
    const valueAt = valuesOfPool(values, poolId)
    cells.forEach(({ visitors, covered }, cell) => {
      totalVisitors += visitors * valueAt(cell)
      missedVisitors += (visitors - covered) * valueAt(cell)
    })
  }
  return { totalVisitors, missedVisitors }
}

function callsTogether(calls: CacheSnapshot['calls'], loads: readonly PoolLoad[]): CacheSnapshot['calls'] {
  return calls === null || loads.length === 0
    ? calls
    : { ...calls, counts: calls.counts.map((count) => ({ ...count, poolId: countedAs(loads, count.poolId) })) }
}

/** What of a range was synced, from the first day with visitors on: there, a day without anything is a quiet one. */
function syncedIntervals(snapshot: CacheSnapshot, range: Interval): readonly Interval[] {
  const first = intervalsToLearnFrom(snapshot).reduce(
    (earliest, { start }) => Math.min(earliest, start),
    Number.POSITIVE_INFINITY,
  )
  const from = Math.max(range.start, first)
  return [...snapshot.syncedDays.values()]
    .map(({ day, syncedThrough }) => ({
      start: Math.max(from, day * DAY_MS),
      end: Math.min(range.end, syncedThrough, (day + 1) * DAY_MS),
    }))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start)
}
