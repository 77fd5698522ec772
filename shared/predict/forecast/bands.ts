import type { Band, DemandNoise } from '../types.ts'
import { countQuantiles, type CountLaw } from './count-quantiles.ts'

/** By how much the conformal finish stretches the two bands of a slot about its forecast. */
export interface Stretch {
  readonly level80: number
  readonly level95: number
}

export const UNSTRETCHED: Stretch = { level80: 1, level95: 1 }
export const LEVELS = [0.8, 0.95] as const

/** Variance of one slot's count: its own noise, and the day's and week's factor. */
export function slotVarianceOf(mean: number, { dispersion, slotCv, dayCv, weekCv }: DemandNoise): number {
  return dispersion * mean + (slotCv ** 2 + dayCv ** 2 + weekCv ** 2) * mean ** 2
}

/** Limits of a central band before rounding: where a band has to begin at 0 anyway, what the lower side does not use goes to the upper. */
export interface RawLimits {
  readonly lower: number
  readonly upper: number
}

/** Continuous limits of the 80 % and the 95 % band of a count. */
export function rawLimits(law: CountLaw): { readonly level80: RawLimits; readonly level95: RawLimits } {
  const [low95, low80, high80, high90, high95, high975] = countQuantiles(law, [0.025, 0.1, 0.8, 0.9, 0.95, 0.975])
  return {
    level80: { lower: low80!, upper: low80! < 0.5 ? high80! : high90! },
    level95: { lower: low95!, upper: low95! < 0.5 ? high95! : high975! },
  }
}

/** The whole counts of a band whose limits are stretched about the mean. */
export function wholeBand(mean: number, { lower, upper }: RawLimits, stretch: number): readonly [number, number] {
  const from = Math.max(0, Math.round(mean - stretch * (mean - lower)))
  return [from, Math.max(from, Math.round(mean + stretch * (upper - mean)))]
}

/** The stretch at which a band would just hold `actual`. */
export function neededStretch(actual: number, mean: number, { lower, upper }: RawLimits): number {
  const above = upper > mean ? (actual - 0.5 - mean) / (upper - mean) : actual > mean + 0.5 ? Number.POSITIVE_INFINITY : 0
  // A band that begins at 0 holds everything below.
  const below = mean > lower ? (mean - actual - 0.5) / (mean - lower) : 0
  return Math.max(0, above, below)
}

/** Both bands of a count. */
export function bandOf(law: CountLaw, stretch: Stretch = UNSTRETCHED): Band {
  const { level80, level95 } = rawLimits(law)
  const [lower80, upper80] = wholeBand(law.mean, level80, stretch.level80)
  const [lower95, upper95] = wholeBand(law.mean, level95, stretch.level95)
  return { lower80, upper80, lower95: Math.min(lower80, lower95), upper95: Math.max(upper80, upper95) }
}

/**
 * Variance of a sum over slots of one week: the slots' own noise adds up, a day's factor is shared by its slots and the week's by all.
 * `days` says which day each slot is of.
 */
export function sumVariance(means: ArrayLike<number>, days: ArrayLike<number>, { dispersion, slotCv, dayCv, weekCv }: DemandNoise): number {
  const byDay = new Float64Array(7)
  let total = 0
  let squares = 0
  for (let index = 0; index < means.length; index++) {
    const mean = means[index]!
    total += mean
    squares += mean * mean
    byDay[days[index]!]! += mean
  }
  const daySquares = byDay.reduce((sum, value) => sum + value * value, 0)
  return dispersion * total + slotCv ** 2 * squares + dayCv ** 2 * daySquares + weekCv ** 2 * total * total
}
