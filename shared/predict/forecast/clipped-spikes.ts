import type { CountWeeks } from './count-weeks.ts'
import { median } from './robust-weights.ts'

/** A slot may be this many robust spreads over what its day made of the forecast. */
const ORDINARY = 6
/** So few visitors more are never a spike. */
const FEWEST = 4

/** A week that came, and what had been expected of it. */
export interface SeenWeek {
  readonly week: number
  /** Of each slot of the week. */
  readonly forecast: Float64Array
  /** Per slot, 1 where it was over its limit in the week before. */
  readonly spikedBefore: Uint8Array
}

/**
 * Cuts single slots of a week in `target`, the counts that later forecasts are made from, down to what is just ordinary: a burst of
 * visits is no example of its slot - unless the same slot was as high a week before. Returns which slots were over their limit.
 */
export function clipSpikes(
  target: Float64Array,
  counts: CountWeeks,
  { week, forecast, spikedBefore }: SeenWeek,
): Uint8Array {
  const { slotsPerWeek, visitors, observations } = counts
  const slotsPerDay = slotsPerWeek / 7
  const expected = new Float64Array(slotsPerWeek)
  const distances = new Float64Array(slotsPerWeek).fill(Number.NaN)
  for (let day = 0; day < 7; day++) {
    const ratio = dayRatio(counts, { week, day, forecast })
    for (let slot = day * slotsPerDay; slot < (day + 1) * slotsPerDay; slot++) {
      expected[slot] = forecast[slot]! * ratio
      const index = week * slotsPerWeek + slot
      if (observations[index]! > 0 && expected[slot]! > 0)
        distances[slot] = Math.abs(visitors[index]! - expected[slot]!) / Math.sqrt(expected[slot]! + 0.5)
    }
  }
  const spread = Math.max(1, 1.4826 * median(distances))
  const spiked = new Uint8Array(slotsPerWeek)
  for (let slot = 0; slot < slotsPerWeek; slot++) {
    const limit = expected[slot]! + Math.max(FEWEST, ORDINARY * spread * Math.sqrt(expected[slot]! + 0.5))
    const index = week * slotsPerWeek + slot
    if (!(distances[slot]! >= 0) || visitors[index]! <= limit) continue
    spiked[slot] = 1
    if (spikedBefore[slot] === 0) target[index] = limit
  }
  return spiked
}

interface SeenDay {
  readonly week: number
  readonly day: number
  readonly forecast: Float64Array
}

/** What a day was of its forecast, not counting what stands out most in it: the median of its sixths, as far as they were observed. */
function dayRatio({ slotsPerWeek, visitors, observations }: CountWeeks, { week, day, forecast }: SeenDay): number {
  const slotsPerDay = slotsPerWeek / 7
  let seen = 0
  let expected = 0
  const ratios = new Float64Array(6).fill(Number.NaN)
  for (let part = 0; part < 6; part++) {
    let partSeen = 0
    let partExpected = 0
    for (let slot = Math.floor((part * slotsPerDay) / 6); slot < Math.floor(((part + 1) * slotsPerDay) / 6); slot++) {
      const index = week * slotsPerWeek + day * slotsPerDay + slot
      if (observations[index] === 0) continue
      partSeen += visitors[index]!
      partExpected += forecast[day * slotsPerDay + slot]!
    }
    seen += partSeen
    expected += partExpected
    if (partExpected >= 10) ratios[part] = partSeen / partExpected
  }
  const typical = median(ratios)
  if (!Number.isNaN(typical)) return typical
  return expected > 0 ? seen / expected : 1
}
