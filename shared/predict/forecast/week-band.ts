import type { Band, DemandNoise } from '../types.ts'
import { bandOf, sumVariance } from './bands.ts'

export interface WeekBandOptions {
  /** Which day of the week each slot is of. */
  readonly days: ArrayLike<number>
  readonly noise: DemandNoise
  /** Weeks that the noise was estimated from: few make a wide band. */
  readonly weeks: number
}

/** What a number of weeks' evidence the noise's own prior is worth. */
const PRIOR_FREEDOM = 3

/** All visitors of a week, or of the slots of it that are given, with a band: their slots share the day's and the week's factor. */
export function weekBand(visitors: Float64Array, { days, noise, weeks }: WeekBandOptions): Band & { readonly visitors: number } {
  const mean = visitors.reduce((sum, value) => sum + value, 0)
  const freedom = weeks + PRIOR_FREEDOM
  const law = { mean, variance: sumVariance(visitors, days, noise) }
  return { visitors: mean, ...bandOf(law, { level80: tail(1.2816, freedom), level95: tail(1.96, freedom) }) }
}

/** A quantile of Student's t over the normal's, to first order. */
function tail(normal: number, freedom: number): number {
  return 1 + (normal ** 2 + 1) / (4 * freedom)
}
