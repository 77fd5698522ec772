import type { Band, DemandNoise } from '../types.ts'
import { fillCountQuantiles, type CountLaw } from './count-quantiles.ts'

/** By how much the conformal finish scales the two bands of a slot about its forecast. */
export interface BandScale {
  readonly level80: number
  readonly level95: number
}

export const UNSCALED: BandScale = { level80: 1, level95: 1 }
export const LEVELS = [0.8, 0.95] as const

/** Variance of one slot's count: its own noise, and the day's and week's factor. */
export function slotVarianceOf(mean: number, { dispersion, slotCv, dayCv, weekCv }: DemandNoise): number {
  return dispersion * mean + (slotCv ** 2 + dayCv ** 2 + weekCv ** 2) * mean ** 2
}

/** Limits of the 80% and the 95% band of counts, before rounding: lower80, upper80, lower95, upper95 of each, one after the other. */
export type RawLimits = Float64Array

/** Where a level's lower limit stands among a count's four; its upper one is the next. */
export const LIMIT_80 = 0
export const LIMIT_95 = 2
const LIMITS = 4

/** Quantiles of the two bands. Of a band that has to begin at 0 the lower side cannot be used: what is spare there goes to the upper side. */
const PROBABILITIES = [0.025, 0.1, 0.8, 0.9, 0.95, 0.975] as const

/** The limits of counts with these means and variances. */
export function rawLimits(means: ArrayLike<number>, varianceOf: (mean: number, index: number) => number): RawLimits {
  const limits = new Float64Array(means.length * LIMITS)
  const quantiles = new Float64Array(PROBABILITIES.length)
  for (let index = 0; index < means.length; index++) {
    const mean = means[index]!
    fillCountQuantiles(quantiles, { mean, variance: varianceOf(mean, index) }, PROBABILITIES)
    const [low95, low80, from0High80, high80, from0High95, high95] = quantiles
    limits[index * LIMITS] = low80!
    limits[index * LIMITS + 1] = low80! < 0.5 ? from0High80! : high80!
    limits[index * LIMITS + 2] = low95!
    limits[index * LIMITS + 3] = low95! < 0.5 ? from0High95! : high95!
  }
  return limits
}

export interface LimitChoice {
  /** Which count ... */
  readonly index: number
  readonly mean: number
  /** ... and which level, LIMIT_80 or LIMIT_95. */
  readonly level: number
}

/** The lowest whole count of a band whose limits are scaled about the mean. */
export function wholeLower(limits: RawLimits, { index, mean, level }: LimitChoice, scale: number): number {
  return Math.max(0, Math.round(mean - scale * (mean - limits[index * LIMITS + level]!)))
}

/** The highest. */
export function wholeUpper(limits: RawLimits, { index, mean, level }: LimitChoice, scale: number): number {
  return Math.max(0, Math.round(mean + scale * (limits[index * LIMITS + level + 1]! - mean)))
}

/** The scale at which a band would just hold `actual`. */
export function neededScale(limits: RawLimits, { index, mean, level }: LimitChoice, actual: number): number {
  const lower = limits[index * LIMITS + level]!
  const upper = limits[index * LIMITS + level + 1]!
  const above =
    upper > mean ? (actual - 0.5 - mean) / (upper - mean) : actual > mean + 0.5 ? Number.POSITIVE_INFINITY : 0
  // A band that begins at 0 holds everything below.
  const below = mean > lower ? (mean - actual - 0.5) / (mean - lower) : 0
  return Math.max(0, above, below)
}

/** Whether the band is 0 to 0, and would stay so if it were scaled a little. */
export function isEmptyBand(limits: RawLimits, { index, level }: LimitChoice): boolean {
  return limits[index * LIMITS + level + 1]! < 0.5
}

/** Both bands of a count. */
export function bandOf({ mean, variance }: CountLaw, scale: BandScale = UNSCALED): Band {
  const limits = rawLimits([mean], () => variance)
  const at80 = { index: 0, mean, level: LIMIT_80 }
  const at95 = { index: 0, mean, level: LIMIT_95 }
  const lower80 = wholeLower(limits, at80, scale.level80)
  const upper80 = Math.max(lower80, wholeUpper(limits, at80, scale.level80))
  return {
    lower80,
    upper80,
    lower95: Math.min(lower80, wholeLower(limits, at95, scale.level95)),
    upper95: Math.max(upper80, wholeUpper(limits, at95, scale.level95)),
  }
}

/**
 * Variance of a sum over slots of one week: the slots' own noise adds up, a day's factor is shared by its slots and the week's by all.
 * `days` says which day each slot is of.
 */
export function sumVariance(
  means: ArrayLike<number>,
  days: ArrayLike<number>,
  { dispersion, slotCv, dayCv, weekCv }: DemandNoise,
): number {
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
