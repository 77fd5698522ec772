import { HOURS_PER_WEEK } from '../../../foundation/hour-of-week.ts'
import { hoursOfWeek } from '../../../time/hours-of-week.ts'
import { SLOT_MS } from '../../../time/slots.ts'
import { comparePoolIds, type PoolTraffic } from '../pool-traffic.ts'
import type { PoolLoad } from './pools-together.ts'

/** A pool's share of the visitors of all that count with it, by hour of the week; they add up to 1. */
export interface PoolShares {
  readonly poolId: string | null
  readonly shares: Float64Array
}

/** So many visitors each hour of the week takes from the whole week. */
const DRAWN_TO_WEEK = 20

/**
 * The shares of pools that count as one; `traffic` is what was recorded under each. Covered visits may carry the pool of the agent, missed
 * ones carry their own, and pools that share agents miss the same share: so the missed say whose visitors come. Where nobody was missed,
 * all visitors say it.
 */
export function poolShares(
  { poolId, others }: PoolLoad,
  traffic: readonly Pick<PoolTraffic, 'poolId' | 'series'>[],
  timeZone: string,
): readonly PoolShares[] {
  const ids = [poolId, ...others].toSorted(comparePoolIds)
  const recorded = ids.map((id) => traffic.find((one) => one.poolId === id)?.series ?? null)
  const { firstSlot, visitors } = recorded.find((series) => series !== null)!
  const hours = hoursOfWeek(
    Array.from(visitors, (_, slot) => (firstSlot + slot) * SLOT_MS),
    timeZone,
  )
  const byHour = (of: (series: PoolTraffic['series'], slot: number) => number): readonly Float64Array[] =>
    recorded.map((series) => {
      const sums = new Float64Array(HOURS_PER_WEEK)
      if (series !== null) hours.forEach((hour, slot) => (sums[hour]! += of(series, slot)))
      return sums
    })
  const missed = byHour((series, slot) => series.visitors[slot]! - series.covered[slot]!)
  const isAnyMissed = missed.some((sums) => total(sums) > 0)
  const counted = isAnyMissed ? missed : byHour((series, slot) => series.visitors[slot]!)
  const ofAll = Float64Array.from({ length: HOURS_PER_WEEK }, (_, hour) =>
    counted.reduce((sum, sums) => sum + sums[hour]!, 0),
  )
  return ids.map((id, index) => {
    const ofWeek = total(counted[index]!) / total(ofAll)
    return {
      poolId: id,
      shares: ofAll.map((sum, hour) => (counted[index]![hour]! + DRAWN_TO_WEEK * ofWeek) / (sum + DRAWN_TO_WEEK)),
    }
  })
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
