import type { Band, DemandNoise } from '../types.ts'
import {
  bandOf,
  LIMIT_80,
  LIMIT_95,
  neededScale,
  rawLimits,
  sumVariance,
  UNSCALED,
  type LimitChoice,
  type BandScale,
} from './bands.ts'
import type { CountLaw } from './count-quantiles.ts'
import type { ExtraCvs } from './week-effects.ts'

export interface WeekBandOptions {
  /** Which day of the week each slot is of. */
  readonly days: ArrayLike<number>
  readonly noise: DemandNoise
  /** Weeks that the noise was estimated from: few make a wide band. */
  readonly weeks: number
  readonly scale?: BandScale | undefined
  /** What the seven days have on top of the noise; null or absent: nothing. */
  readonly extraCvs?: ExtraCvs | null | undefined
}

/** What a number of weeks' evidence the noise's own prior is worth. */
const PRIOR_FREEDOM = 3
/** Quantile and level of the two bands, and as how many weeks of "no scale" what was seen stands against. */
const LEVEL_80 = { normal: 1.2816, level: 0.8 } as const
const LEVEL_95 = { normal: 1.96, level: 0.95 } as const
const PRIOR_WEEKS = 8
const MOST = 3

/** All visitors of a week, or of the slots of it that are given, with a band: their slots share the day's and the week's factor. */
export function weekBand(visitors: Float64Array, options: WeekBandOptions): Band & { readonly visitors: number } {
  const law = lawOf(visitors, options)
  const { level80, level95 } = options.scale ?? UNSCALED
  const freedom = options.weeks + PRIOR_FREEDOM
  return {
    visitors: law.mean,
    ...bandOf(law, {
      level80: level80 * tail(LEVEL_80.normal, freedom),
      level95: level95 * tail(LEVEL_95.normal, freedom),
    }),
  }
}

/** The visitors of each day of a week with a band, from those of its slots: the slots of a day share its factor, and the week's. */
export function dayBands(
  visitors: Float64Array,
  options: WeekBandOptions,
): readonly (Band & { readonly visitors: number })[] {
  return Array.from({ length: 7 }, (_, day) => {
    const ofDay = visitors.filter((_value, index) => options.days[index] === day)
    return weekBand(ofDay, { ...options, days: new Uint8Array(ofDay.length).fill(day) })
  })
}

/** By how much the band of a week that came would have had to be scaled to just hold it. */
export function neededWeekScale(actual: number, visitors: Float64Array, options: WeekBandOptions): BandScale {
  const law = lawOf(visitors, options)
  const limits = rawLimits([law.mean], () => law.variance)
  const at = (level: number): LimitChoice => ({ index: 0, mean: law.mean, level })
  const freedom = options.weeks + PRIOR_FREEDOM
  return {
    level80: neededScale(limits, at(LIMIT_80), actual) / tail(LEVEL_80.normal, freedom),
    level95: neededScale(limits, at(LIMIT_95), actual) / tail(LEVEL_95.normal, freedom),
  }
}

/** The scale that would have made the bands of past weeks hold as often as they say: never less than none, for weeks are few. */
export function weekScaleOf(needed: readonly BandScale[]): BandScale {
  const scaleOfLevel = (values: readonly number[], level: number): number => {
    const rank = Math.ceil(level * (values.length + 1)) - 1
    const quantile = values.toSorted((a, b) => a - b)[Math.min(rank, values.length - 1)] ?? 1
    return Math.min(MOST, Math.max(1, quantile)) ** (values.length / (values.length + PRIOR_WEEKS))
  }
  return {
    level80: scaleOfLevel(
      needed.map(({ level80 }) => level80),
      LEVEL_80.level,
    ),
    level95: scaleOfLevel(
      needed.map(({ level95 }) => level95),
      LEVEL_95.level,
    ),
  }
}

function lawOf(visitors: Float64Array, { days, noise, extraCvs }: WeekBandOptions): CountLaw {
  const ofKnownDays = (extraCvs?.days ?? []).reduce((sum, extraCv, day) => {
    const ofDay =
      extraCv === 0 ? 0 : visitors.reduce((total, value, index) => total + (days[index] === day ? value : 0), 0)
    return sum + (extraCv * ofDay) ** 2
  }, 0)
  return {
    mean: visitors.reduce((sum, value) => sum + value, 0),
    variance: sumVariance(visitors, days, noise) + ofKnownDays,
  }
}

/** A quantile of Student's t over the normal's, to first order. */
function tail(normal: number, freedom: number): number {
  return 1 + (normal ** 2 + 1) / (4 * freedom)
}
