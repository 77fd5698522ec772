import { poolMinutes } from '../../../shared/alerts/pool-minutes.ts'
import { HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import type { PoolLoad } from '../../../shared/predict/assemble/starved/pools-together.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import { createStarvedInRange } from '../coverage/starved-in-range.ts'
import { batchesOf } from '../compare/compute.ts'
import { predictionFacts } from '../prediction/prediction-facts.ts'

/** What rules look at, as of the last sync: visitors by pool in so many minutes each, and which pools agents serve. */
export function createLastMinutes() {
  const starvedIn = createStarvedInRange()
  return (snapshot: CacheSnapshot, minutes: readonly number[]) =>
    lastMinutes(snapshot, minutes, (now) => {
      const date = localDateOf(now, 'UTC')
      return starvedIn(snapshot, { from: date, to: date, timeZone: 'UTC', clock: now }).loads
    })
}

/** `loadsAt`: which pools count as one. */
function lastMinutes(
  snapshot: CacheSnapshot,
  minutes: readonly number[],
  loadsAt: (now: number) => readonly PoolLoad[],
) {
  const facts = predictionFacts(snapshot)
  const { now } = facts
  const from = now - Math.max(0, ...minutes) * MINUTE_MS - HOUR_MS
  const near = { ...facts, batches: batchesOf(snapshot, { start: from, end: now + 1 }) }
  const loads = minutes.length === 0 ? [] : loadsAt(now)
  return {
    now,
    minutes: minutes.map((count) => [count, poolMinutes(near, { minutes: count, now, loads })] as const),
    poolNames: (snapshot.directory?.pools ?? []).map(({ id, name }) => [id, name] as const),
    members: (facts.members ?? [])
      .filter(({ untilDay }) => untilDay === null)
      .map(({ agentId, poolId }) => ({ agentId, poolId })),
  }
}
