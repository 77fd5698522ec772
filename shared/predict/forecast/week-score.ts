import type { DemandNoise } from '../types.ts'
import { rawLimits, slotVarianceOf, wholeBand, type RawLimits } from './bands.ts'
import type { CountWeeks } from './count-weeks.ts'
import { stretchFor, type Stretches } from './stretch-scores.ts'

/** How the forecast of one week did, over the slots that were observed. Days that the user marked an outage are not. */
export interface WeekScore {
  readonly week: number
  readonly slots: number
  readonly actual: number
  readonly forecast: number
  readonly absoluteError: number
  readonly naiveError: number
  /** Slots whose band says anything: all but those where nobody was expected, and nobody came. */
  readonly bands: number
  readonly held80: number
  readonly held95: number
  /** Sums of the interval scores of these bands. */
  readonly interval80: number
  readonly interval95: number
}

export interface WeekForecast {
  readonly week: number
  readonly mean: Float64Array
  readonly seasonalNaive: Float64Array
  readonly limits: WeekLimits
  readonly stretches: Stretches
}

/** Limits of each slot's bands before stretching and rounding. */
export interface WeekLimits {
  readonly level80: readonly RawLimits[]
  readonly level95: readonly RawLimits[]
}

export function limitsOf(mean: Float64Array, noise: DemandNoise): WeekLimits {
  const all = Array.from(mean, (value) => rawLimits({ mean: value, variance: slotVarianceOf(value, noise) }))
  return { level80: all.map(({ level80 }) => level80), level95: all.map(({ level95 }) => level95) }
}

/** Scores one week; the week must be one of `counts`. */
export function scoreWeek(counts: CountWeeks, { week, mean, seasonalNaive, limits, stretches }: WeekForecast): WeekScore {
  const { slotsPerWeek, visitors, observations, dayWeights } = counts
  const slotsPerDay = slotsPerWeek / 7
  const score = { week, slots: 0, actual: 0, forecast: 0, absoluteError: 0, naiveError: 0, bands: 0, held80: 0, held95: 0, interval80: 0, interval95: 0 }
  for (let slot = 0; slot < slotsPerWeek; slot++) {
    const index = week * slotsPerWeek + slot
    if (observations[index] === 0 || dayWeights[week * 7 + Math.floor(slot / slotsPerDay)] === 0) continue
    const actual = visitors[index]!
    const expected = mean[slot]!
    score.slots++
    score.actual += actual
    score.forecast += expected
    score.absoluteError += Math.abs(actual - expected)
    score.naiveError += Math.abs(actual - seasonalNaive[slot]!)
    if (expected < 1e-9 && actual === 0) continue
    const stretch = stretchFor(expected, stretches)
    const band80 = wholeBand(expected, limits.level80[slot]!, stretch.level80)
    const band95 = wholeBand(expected, limits.level95[slot]!, stretch.level95)
    score.bands++
    score.held80 += Number(actual >= band80[0] && actual <= band80[1])
    score.held95 += Number(actual >= band95[0] && actual <= band95[1])
    score.interval80 += intervalTerm(actual, band80, 10)
    score.interval95 += intervalTerm(actual, band95, 40)
  }
  return score
}

function intervalTerm(actual: number, [lower, upper]: readonly [number, number], penalty: number): number {
  return upper - lower + penalty * Math.max(0, lower - actual, actual - upper)
}
