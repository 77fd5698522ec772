import type { DemandHistory } from '../types.ts'
import { withoutOutages } from './count-weeks.ts'
import { fitProfile } from './methods.ts'
import { estimateNoise } from './noise.ts'
import { restOfDay } from './rest-of-day.ts'
import { robustDayWeights } from './robust-weights.ts'

/**
 * Visitors expected in each slot of the past, in the layout of `history.visitors`: the week's level times the weekly profile times the
 * day's own factor, which is drawn towards 1 the fewer visits tell it. Slots without an observation have what the profile says.
 */
export function smoothedDemand(observed: DemandHistory): Float64Array {
  const history = withoutOutages(observed)
  const { slotsPerWeek, weeks, visitors, observations } = history
  const smoothed = new Float64Array(weeks * slotsPerWeek)
  const knowledge = {
    counts: history,
    first: 0,
    origin: weeks,
    dayWeights: robustDayWeights(history, { first: 0, origin: weeks }),
  }
  const { shape, levels, shares } = fitProfile(knowledge)
  const usual = levelWithoutGaps(levels, shares)
  for (let week = 0; week < weeks; week++) {
    const level = shares[week]! > 0 ? levels[week]! : usual
    for (let slot = 0; slot < slotsPerWeek; slot++) smoothed[week * slotsPerWeek + slot] = level * shape[slot]!
  }
  const weekOf = (column: Float64Array | Uint8Array, week: number, size: number) =>
    column.subarray(week * size, (week + 1) * size)
  const noise = estimateNoise(
    Array.from({ length: weeks }, (_, week) => ({
      forecast: weekOf(smoothed, week, slotsPerWeek) as Float64Array,
      actual: weekOf(visitors, week, slotsPerWeek) as Float64Array,
      observations: weekOf(observations, week, slotsPerWeek) as Uint8Array,
      dayWeights: weekOf(knowledge.dayWeights, week, 7) as Float64Array,
      inflation: 1,
    })),
  )
  const slotsPerDay = slotsPerWeek / 7
  for (let day = 0; day < weeks * 7; day++) {
    let expected = 0
    let seen = 0
    for (let index = day * slotsPerDay; index < (day + 1) * slotsPerDay; index++) {
      if (observations[index] === 0) continue
      expected += smoothed[index]!
      seen += visitors[index]!
    }
    // A spike, a holiday, an outage: the day is further from what is usual than days mostly are.
    const dayCv = Math.max(noise.dayCv, knowledge.dayWeights[day]! < 0.5 ? 0.5 : 0.05)
    const { factor } = restOfDay({ expected, seen, dayCv, dispersion: noise.dispersion })
    for (let index = day * slotsPerDay; index < (day + 1) * slotsPerDay; index++) smoothed[index]! *= factor
  }
  return smoothed
}

function levelWithoutGaps(levels: Float64Array, shares: Float64Array): number {
  let sum = 0
  let weight = 0
  for (let week = 0; week < levels.length; week++) {
    sum += shares[week]! * levels[week]!
    weight += shares[week]!
  }
  return weight === 0 ? 0 : sum / weight
}
