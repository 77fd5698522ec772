import { HISTORY_WEEKS } from './history.ts'
import type { CountWeeks, Knowledge } from './count-weeks.ts'
import { fitProfile, profileForecast, seasonalNaive, slotAverages } from './methods.ts'
import { clipSpikes } from './clipped-spikes.ts'
import { drawnToNeighbours, neighbourWeights } from './neighbours.ts'
import { extraCvs, withEffects, type ExtraCvs } from './week-effects.ts'
import { atLevel, type KnownWeeks } from './known-weeks.ts'
import { robustDayWeights } from './robust-weights.ts'

export type PointMethod = 'seasonal-naive' | 'ew' | 'profile' | 'combination'

/** What each method expects of a coming week, from the weeks before an origin alone. */
export type MethodMeans = Readonly<Record<PointMethod, Float64Array>>

/** The forecast made at an origin, for any week from it on. */
export interface OriginForecast {
  /** The number of weeks that are known: the first week that is not. */
  readonly origin: number
  readonly method: PointMethod
  readonly mean: Float64Array
  /** The mean of the week right after the origin, with what is known of its days and of last year, and what that adds to each day's coefficient of variation; null: nothing. */
  readonly next: Float64Array
  readonly nextCvs: ExtraCvs | null
  readonly seasonalNaive: Float64Array
  /** Day weights of all weeks as they look at the origin. */
  readonly dayWeights: Float64Array
  /** Weeks before the origin with anything observed. */
  readonly observedWeeks: number
}

/** Bursts are looked for in so many weeks. */
const CLIPPED_WEEKS = 8
/** So many origins decide ... */
const DECIDING_ORIGINS = 4
/** ... and by so much a method has to be better than equal parts of both. */
const CLEARLY = 0.01

/**
 * The forecasts at every origin from the first week with an observation to the end of the history, each from what lay before it
 * alone. Equal parts of both methods, unless the last four origins clearly prefer one.
 */
export function rollingOrigins(counts: CountWeeks, known: KnownWeeks | null = null): readonly OriginForecast[] {
  const forecasts: OriginForecast[] = []
  const errors: Record<PointMethod, number>[] = []
  const clipped = counts.visitors.slice()
  let spiked: Uint8Array = new Uint8Array(counts.slotsPerWeek)
  let before: MethodMeans | null = null
  let observedWeeks = 0
  const clippedShares: number[] = []
  for (let origin = 1; origin <= counts.weeks; origin++) {
    if (hasObservation(counts, origin - 1)) {
      observedWeeks++
      // A week that is missing says nothing of the methods.
      if (before !== null) {
        errors.push(absoluteErrors(counts, origin - 1, before))
        spiked = clipSpikes(clipped, counts, { week: origin - 1, forecast: before.combination, spikedBefore: spiked })
        clippedShares.push(clippedShare(counts, clipped, origin - 1))
      }
    }
    if (observedWeeks === 0) continue
    const first = Math.max(0, origin - HISTORY_WEEKS)
    const dayWeights = robustDayWeights(counts, { first, origin })
    const means = withClipped(
      meansAt({ counts: { ...counts, visitors: clipped }, first, origin, dayWeights }, counts),
      clippedShares,
    )
    const method = chosen(errors.slice(-DECIDING_ORIGINS))
    forecasts.push({
      origin,
      method,
      mean: means[method],
      ...nextWeek(means[method], origin, known),
      seasonalNaive: means['seasonal-naive'],
      dayWeights,
      observedWeeks,
    })
    before = means
  }
  return forecasts
}

function nextWeek(
  mean: Float64Array,
  origin: number,
  known: KnownWeeks | null,
): Pick<OriginForecast, 'next' | 'nextCvs'> {
  if (known === null) return { next: mean, nextCvs: null }
  const at = { week: origin, origin }
  const usual = atLevel(mean, known.yearOf(at))
  const effects = known.effectsOf(at, usual)
  if (effects === null) return { next: usual, nextCvs: null }
  const next = withEffects(usual, effects)
  return { next, nextCvs: extraCvs(next, effects) }
}

function hasObservation({ observations, slotsPerWeek }: CountWeeks, week: number): boolean {
  return observations.subarray(week * slotsPerWeek, (week + 1) * slotsPerWeek).some((observed) => observed > 0)
}

/** Share (0-1) of a week's visitors that was cut off as spikes. */
function clippedShare(
  { slotsPerWeek, visitors, observations }: CountWeeks,
  clipped: Float64Array,
  week: number,
): number {
  let all = 0
  let left = 0
  for (let index = week * slotsPerWeek; index < (week + 1) * slotsPerWeek; index++) {
    if (observations[index] === 0) continue
    all += visitors[index]!
    left += clipped[index]!
  }
  return all > 0 ? 1 - left / all : 0
}

/**
 * Gives back what is cut off week after week: no slot is where a burst comes again, but the week is. The highest of the last weeks is left out,
 * so that what came once is not.
 */
function withClipped(means: MethodMeans, shares: readonly number[]): MethodMeans {
  const last = shares
    .slice(-CLIPPED_WEEKS)
    .toSorted((a, b) => a - b)
    .slice(0, -1)
  const share = last.length === 0 ? 0 : last.reduce((sum, value) => sum + value, 0) / last.length
  if (share === 0) return means
  const lifted = (mean: Float64Array): Float64Array => mean.map((value) => value / (1 - share))
  return { ...means, ew: lifted(means.ew), profile: lifted(means.profile), combination: lifted(means.combination) }
}

/** The forecasts of every method for any week from the origin on; the yardstick takes the counts as they came. */
function meansAt(knowledge: Knowledge, counts: CountWeeks): MethodMeans {
  const weights = neighbourWeights(knowledge)
  const ew = drawnToNeighbours(slotAverages(knowledge), weights)
  const profile = drawnToNeighbours(profileForecast(fitProfile(knowledge)), weights)
  return {
    'seasonal-naive': seasonalNaive({ ...knowledge, counts, dayWeights: counts.dayWeights }),
    ew,
    profile,
    combination: ew.map((value, slot) => (value + profile[slot]!) / 2),
  }
}

/** Sums over the observed slots of a week; a day that the user marked counts as little as it does as an example. */
function absoluteErrors(
  { slotsPerWeek, visitors, observations, dayWeights }: CountWeeks,
  week: number,
  means: MethodMeans,
): Record<PointMethod, number> {
  const slotsPerDay = slotsPerWeek / 7
  const errors = { 'seasonal-naive': 0, ew: 0, profile: 0, combination: 0 }
  for (let slot = 0; slot < slotsPerWeek; slot++) {
    const index = week * slotsPerWeek + slot
    if (observations[index] === 0) continue
    const weight = dayWeights[week * 7 + Math.floor(slot / slotsPerDay)]!
    const actual = visitors[index]!
    errors.ew += weight * Math.abs(actual - means.ew[slot]!)
    errors.profile += weight * Math.abs(actual - means.profile[slot]!)
    errors.combination += weight * Math.abs(actual - means.combination[slot]!)
  }
  return errors
}

function chosen(errors: readonly Record<PointMethod, number>[]): PointMethod {
  if (errors.length < 2) return 'combination'
  const total = (method: PointMethod): number => errors.reduce((sum, error) => sum + error[method], 0)
  const better = total('ew') < total('profile') ? 'ew' : 'profile'
  return total(better) < (1 - CLEARLY) * total('combination') ? better : 'combination'
}
