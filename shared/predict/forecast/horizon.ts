import type { DemandNoise } from '../types.ts'
import type { CountWeeks } from './count-weeks.ts'
import { estimateNoise } from './noise.ts'
import { isScored, type OriginNoise } from './track-record.ts'

/** What a week further ahead adds to the variance of the week's factor, as a share of it, where nothing else is known ... */
const PRIOR_GROWTH = 0.2
/** ... and for how many weeks that counts. */
const PRIOR_WEEKS = 3

/** A week so far off its forecast, as a logarithm, and so many of its deviations, is a jump: the level may stay or go back. */
const LEAST_JUMP = 0.15
const CLEAR_JUMP = 3
/** Which of the two is known better week by week: the share of the jump that the level may be off by, one week after it, two, three. */
const UNKNOWN_AFTER = [0.5, 0.25, 0.125]

/** Noise of the week that is `horizon` weeks ahead of the last record's origin (1: the next): a level that drifts is known less the further ahead. */
export function noiseAhead(counts: CountWeeks, records: readonly OriginNoise[], horizon: number): DemandNoise {
  const noise = afterJump(counts, records)
  if (horizon <= 1) return noise
  const growth = records.flatMap(({ forecast }) => {
    const near = weekError(counts, forecast.origin, forecast.mean)
    const far = weekError(counts, forecast.origin + horizon - 1, forecast.mean)
    return near === null || far === null ? [] : [far ** 2 - near ** 2]
  })
  // Errors of overlapping weeks tell little anew.
  const independent = growth.length / horizon
  const seen = growth.length === 0 ? 0 : Math.max(0, growth.reduce((sum, value) => sum + value, 0) / growth.length)
  const prior = PRIOR_GROWTH * noise.weekCv ** 2 * (horizon - 1)
  const added = (independent * seen + PRIOR_WEEKS * prior) / (independent + PRIOR_WEEKS)
  return { ...noise, weekCv: Math.sqrt(noise.weekCv ** 2 + added) }
}

/** The last record's noise; wider where one of the last weeks jumped. */
function afterJump(counts: CountWeeks, records: readonly OriginNoise[]): DemandNoise {
  const noise = records.at(-1)?.noise ?? estimateNoise([])
  const jump = UNKNOWN_AFTER.reduce((most, share, age) => {
    const record = records.at(-2 - age)
    const error = record === undefined ? null : weekError(counts, record.forecast.origin, record.forecast.mean)
    if (record === undefined || error === null) return most
    const size = Math.abs(Math.log1p(error))
    return size < Math.max(LEAST_JUMP, CLEAR_JUMP * record.noise.weekCv) ? most : Math.max(most, share * size)
  }, 0)
  return jump === 0 ? noise : { ...noise, weekCv: Math.hypot(noise.weekCv, jump) }
}

/** Relative error of a week's total, clipped as of a shift; null where it is unknown. */
function weekError(
  { slotsPerWeek, visitors, observations, dayWeights, weeks }: CountWeeks,
  week: number,
  mean: Float64Array,
): number | null {
  if (week >= weeks || !isScored({ slotsPerWeek, visitors, observations, dayWeights, weeks }, week)) return null
  const slotsPerDay = slotsPerWeek / 7
  let actual = 0
  let expected = 0
  for (let slot = 0; slot < slotsPerWeek; slot++) {
    const index = week * slotsPerWeek + slot
    if (observations[index] === 0 || dayWeights[week * 7 + Math.floor(slot / slotsPerDay)]! < 0.5) continue
    actual += visitors[index]!
    expected += mean[slot]!
  }
  return expected <= 0 ? null : Math.max(-0.5, Math.min(0.5, actual / expected - 1))
}
