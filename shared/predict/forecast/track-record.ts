import type { DemandNoise } from '../types.ts'
import {
  isEmptyBand,
  LIMIT_80,
  LIMIT_95,
  neededScale,
  type LimitChoice,
  type RawLimits,
  type BandScale,
} from './bands.ts'
import type { CountWeeks } from './count-weeks.ts'
import { HISTORY_WEEKS } from './history.ts'
import { estimateNoise, type ForecastWeek } from './noise.ts'
import type { OriginForecast } from './rolling.ts'
import { addScores, emptyScores, bandScalesOf, type BandScales, type ScaleScores } from './band-scale.ts'
import { neededWeekScale, weekScaleOf } from './week-band.ts'
import { limitsOf, scoreWeek, type WeekScore } from './week-score.ts'

/** What is known of the size of errors at an origin: from the weeks that were forecast, and came, before it. */
export interface OriginNoise {
  readonly forecast: OriginForecast
  readonly noise: DemandNoise
  readonly scales: BandScales
  /** Of the band of a whole week. */
  readonly weekScale: BandScale
  /** Weeks whose forecasts it rests on. */
  readonly weeks: number
  /** How the first week after did; null: nothing of it came, or it is still to come. */
  readonly score: WeekScore | null
}

/** Whether anything of a week came: such weeks are what noise and scores are made of. */
export function isScored(counts: CountWeeks, week: number): boolean {
  const { slotsPerWeek, observations } = counts
  return (
    week < counts.weeks &&
    observations.subarray(week * slotsPerWeek, (week + 1) * slotsPerWeek).some((observed) => observed > 0)
  )
}

/**
 * Noise and scale of the bands at every origin, each from the one-week-ahead errors before it alone. `origins` and their means must
 * be of the same slots as `counts`, in order.
 */
export function trackRecord(counts: CountWeeks, origins: readonly OriginForecast[]): readonly OriginNoise[] {
  const records: OriginNoise[] = []
  const scores: ScaleScores[] = []
  const weekScores: BandScale[] = []
  const past: OriginForecast[] = []
  for (const forecast of origins) {
    const usable = past.slice(-HISTORY_WEEKS)
    const noise = estimateNoise(usable.map((before) => forecastWeek(counts, before, forecast)))
    const scales = bandScalesOf(scores.slice(-HISTORY_WEEKS))
    const record = {
      forecast,
      noise,
      scales,
      weekScale: weekScaleOf(weekScores.slice(-HISTORY_WEEKS)),
      weeks: usable.length,
    }
    const week = forecast.origin
    if (!isScored(counts, week)) {
      records.push({ ...record, score: null })
      continue
    }
    const limits = limitsOf(forecast.next, noise, forecast.nextCvs)
    const score = scoreWeek(counts, {
      week,
      mean: forecast.next,
      seasonalNaive: forecast.seasonalNaive,
      limits,
      scales,
    })
    records.push({ ...record, score })
    past.push(forecast)
    scores.push(neededScales(counts, forecast, limits))
    weekScores.push(neededOfWeek(counts, record))
  }
  return records
}

function forecastWeek(
  { slotsPerWeek, visitors, observations }: CountWeeks,
  before: OriginForecast,
  now: OriginForecast,
): ForecastWeek {
  const week = before.origin
  return {
    forecast: before.next,
    actual: visitors.subarray(week * slotsPerWeek, (week + 1) * slotsPerWeek),
    observations: observations.subarray(week * slotsPerWeek, (week + 1) * slotsPerWeek),
    dayWeights: now.dayWeights.subarray(week * 7, week * 7 + 7),
    inflation: (1 + 1 / effectiveWeeks(before.observedWeeks)) / (1 + 1 / effectiveWeeks(now.observedWeeks)),
  }
}

/** How many weeks an average with weights falling by 0.88 a week is worth. */
function effectiveWeeks(weeks: number): number {
  const decay = 0.88
  return ((1 - decay ** weeks) ** 2 / (1 - decay) ** 2 / (1 - decay ** (2 * weeks))) * (1 - decay ** 2)
}

function neededScales(counts: CountWeeks, forecast: OriginForecast, limits: RawLimits): ScaleScores {
  const { slotsPerWeek, visitors, observations, dayWeights } = counts
  const slotsPerDay = slotsPerWeek / 7
  const scores = emptyScores()
  for (let slot = 0; slot < slotsPerWeek; slot++) {
    const index = forecast.origin * slotsPerWeek + slot
    if (observations[index] === 0 || dayWeights[forecast.origin * 7 + Math.floor(slot / slotsPerDay)]! < 0.5) continue
    const actual = visitors[index]!
    const mean = forecast.next[slot]!
    addScores(scores, mean, {
      level80: needed(limits, { index: slot, mean, level: LIMIT_80 }, actual),
      level95: needed(limits, { index: slot, mean, level: LIMIT_95 }, actual),
    })
  }
  return scores
}

function neededOfWeek(counts: CountWeeks, { forecast, noise, weeks }: Omit<OriginNoise, 'score'>): BandScale {
  const { visitors, days, actual } = observedPart(counts, forecast.origin, forecast.next)
  return neededWeekScale(actual, visitors, { days, noise, weeks, extraCvs: forecast.nextCvs })
}

/** What was expected of the slots of a week that were observed, the day of each, and how many came in them. */
export function observedPart(
  { slotsPerWeek, visitors, observations, dayWeights }: CountWeeks,
  week: number,
  mean: Float64Array,
): ObservedPart {
  const slotsPerDay = slotsPerWeek / 7
  const expected = new Float64Array(slotsPerWeek)
  const days = new Uint8Array(slotsPerWeek)
  let length = 0
  let actual = 0
  for (let slot = 0; slot < slotsPerWeek; slot++) {
    const day = Math.floor(slot / slotsPerDay)
    if (observations[week * slotsPerWeek + slot] === 0 || dayWeights[week * 7 + day] === 0) continue
    expected[length] = mean[slot]!
    days[length++] = day
    actual += visitors[week * slotsPerWeek + slot]!
  }
  return { visitors: expected.subarray(0, length), days: days.subarray(0, length), actual }
}

interface ObservedPart {
  readonly visitors: Float64Array
  readonly days: Uint8Array
  readonly actual: number
}

/** null: such a slot's band is 0 to 0 anyway, and is not to make the others' narrow. */
function needed(limits: RawLimits, choice: LimitChoice, actual: number): number | null {
  return isEmptyBand(limits, choice) ? null : neededScale(limits, choice, actual)
}
