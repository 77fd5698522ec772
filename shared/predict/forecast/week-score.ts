import type { DemandNoise } from '../types.ts'
import { LIMIT_80, LIMIT_95, rawLimits, slotVarianceOf, wholeLower, wholeUpper, type RawLimits } from './bands.ts'
import type { CountWeeks } from './count-weeks.ts'
import type { ExtraCvs } from './week-effects.ts'
import { scaleFor, type BandScales } from './band-scale.ts'

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
  readonly hits80: number
  readonly hits95: number
  /** Sums of the interval scores of these bands. */
  readonly interval80: number
  readonly interval95: number
}

export interface WeekForecast {
  readonly week: number
  readonly mean: Float64Array
  readonly seasonalNaive: Float64Array
  readonly limits: RawLimits
  readonly scales: BandScales
}

/** Limits of the bands of a week's slots, before scaling and rounding. `extraCvs`: what days have on top of the noise. */
export function limitsOf(mean: Float64Array, noise: DemandNoise, extraCvs: ExtraCvs | null = null): RawLimits {
  if (extraCvs === null) return rawLimits(mean, (value) => slotVarianceOf(value, noise))
  const slotsPerDay = mean.length / 7
  return rawLimits(
    mean,
    (value, slot) => slotVarianceOf(value, noise) + (extraCvs.slots[Math.floor(slot / slotsPerDay)]! * value) ** 2,
  )
}

/** Scores one week, or some of its days; the week must be one of `counts`. */
export function scoreWeek(
  counts: CountWeeks,
  { week, mean, seasonalNaive, limits, scales }: WeekForecast,
  isWanted: (day: number) => boolean = () => true,
): WeekScore {
  const { slotsPerWeek, visitors, observations, dayWeights } = counts
  const slotsPerDay = slotsPerWeek / 7
  const score = {
    week,
    slots: 0,
    actual: 0,
    forecast: 0,
    absoluteError: 0,
    naiveError: 0,
    bands: 0,
    hits80: 0,
    hits95: 0,
    interval80: 0,
    interval95: 0,
  }
  for (let slot = 0; slot < slotsPerWeek; slot++) {
    const index = week * slotsPerWeek + slot
    const day = Math.floor(slot / slotsPerDay)
    if (observations[index] === 0 || dayWeights[week * 7 + day] === 0 || !isWanted(day)) continue
    const actual = visitors[index]!
    const expected = mean[slot]!
    score.slots++
    score.actual += actual
    score.forecast += expected
    score.absoluteError += Math.abs(actual - expected)
    score.naiveError += Math.abs(actual - seasonalNaive[slot]!)
    if (expected < 1e-9 && actual === 0) continue
    const scale = scaleFor(expected, scales)
    const at80 = { index: slot, mean: expected, level: LIMIT_80 }
    const at95 = { index: slot, mean: expected, level: LIMIT_95 }
    const missed80 = missedBy(actual, wholeLower(limits, at80, scale.level80), wholeUpper(limits, at80, scale.level80))
    const missed95 = missedBy(actual, wholeLower(limits, at95, scale.level95), wholeUpper(limits, at95, scale.level95))
    score.bands++
    score.hits80 += Number(missed80 === 0)
    score.hits95 += Number(missed95 === 0)
    score.interval80 +=
      wholeUpper(limits, at80, scale.level80) - wholeLower(limits, at80, scale.level80) + 10 * missed80
    score.interval95 +=
      wholeUpper(limits, at95, scale.level95) - wholeLower(limits, at95, scale.level95) + 40 * missed95
  }
  return score
}

function missedBy(actual: number, lower: number, upper: number): number {
  return Math.max(0, lower - actual, actual - upper)
}
