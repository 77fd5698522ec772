import { poolMinutes } from '../../../shared/alerts/pool-minutes.ts'
import { HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { batchesOf } from '../compare/compute.ts'
import { predictionFacts } from '../prediction/prediction-facts.ts'

/** What rules look at, as of the last sync: visitors by pool in so many minutes each, and which pools agents serve. */
export function lastMinutes(snapshot: CacheSnapshot, minutes: readonly number[]) {
  const facts = predictionFacts(snapshot)
  const { now } = facts
  const from = now - Math.max(0, ...minutes) * MINUTE_MS - HOUR_MS
  const near = { ...facts, batches: batchesOf(snapshot, { start: from, end: now + 1 }) }
  return {
    now,
    minutes: minutes.map((count) => [count, poolMinutes(near, { minutes: count, now })] as const),
    poolNames: (snapshot.directory?.pools ?? []).map(({ id, name }) => [id, name] as const),
    members: (facts.members ?? [])
      .filter(({ untilDay }) => untilDay === null)
      .map(({ agentId, poolId }) => ({ agentId, poolId })),
  }
}
