import type { Span } from '../../../shared/coverage/index.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { gatherCalls, gatherEvidence, recommend, type EvidenceInput } from '../../../shared/recommend/index.ts'
import { localRange } from '../../../shared/time/local.ts'
import { DAY_MS } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { chosenPool } from './chosen-facts.ts'
import { knownSpans } from './known-spans.ts'
import type { RecommendQuery, RecommendReport } from './recommend-queries.ts'

interface Sources {
  readonly snapshot: CacheSnapshot
  readonly facts: PredictionFacts
  readonly fit: EvidenceInput['fit']
}

/** Which hours of a range to staff better: pool by pool, and all pools together. */
export function recommendations({ snapshot, facts, fit }: Sources, query: RecommendQuery): Pick<RecommendReport, 'blocks' | 'overall' | 'poolNames' | 'knownDays' | 'visitors' | 'missed'> {
  const { timeZone, from, to, poolId, target, thresholds } = query
  const whole = localRange(from, to, timeZone)
  const range = { start: whole.start, end: Math.max(whole.start, Math.min(whole.end, facts.now, query.until ?? facts.now)) }
  const { pools, days, hours } = gatherEvidence({ facts, fit, timeZone, range, known: syncedSpans(snapshot, range) })
  // Only the rule of thumb asks for calls.
  const calls = pools.some(({ isThin }) => isThin) ? snapshot.calls : null
  const callsOf = gatherCalls({ calls, facts, days: snapshot.syncedDays.values(), range, until: Math.min(facts.now, query.until ?? facts.now) })
  const options = { target, thresholds, days, hours }
  const shown = poolId === undefined ? pools : pools.filter((pool) => pool.poolId === poolId)
  const cells = shown.flatMap((pool) => pool.cells)
  const visitors = cells.reduce((sum, cell) => sum + cell.visitors, 0)
  return {
    blocks: shown.flatMap((pool) => recommend([pool], { ...options, calls: callsOf(pool.poolId) })).toSorted((a, b) => b.missedVisitors - a.missedVisitors),
    overall: poolId === undefined ? recommend(pools, { ...options, calls: callsOf(undefined) }).map((block) => ({ ...block, poolId: null })) : null,
    poolNames: shown.map((pool) => ({ poolId: pool.poolId, name: chosenPool(snapshot, pool.poolId)! })),
    knownDays: days,
    visitors,
    missed: visitors - cells.reduce((sum, cell) => sum + cell.covered, 0),
  }
}

/** What of a range was synced, from the first day on of which anything is known: there, a day without anything is a quiet one. */
function syncedSpans(snapshot: CacheSnapshot, range: Span): readonly Span[] {
  const first = knownSpans(snapshot).reduce((earliest, { start }) => Math.min(earliest, start), Number.POSITIVE_INFINITY)
  const from = Math.max(range.start, first)
  return [...snapshot.syncedDays.values()]
    .map(({ day, syncedThrough }) => ({ start: Math.max(from, day * DAY_MS), end: Math.min(range.end, syncedThrough, (day + 1) * DAY_MS) }))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start)
}
