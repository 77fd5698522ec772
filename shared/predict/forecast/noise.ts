import type { DemandNoise } from '../types.ts'

/** A week that was forecast before it came, slot by slot. */
export interface ForecastWeek {
  readonly forecast: Float64Array
  readonly actual: Float64Array
  /** 0: missing. */
  readonly observations: Uint8Array
  /** Weight of each day; what counts less than half is no example of ordinary noise. */
  readonly dayWeights: Float64Array
  /** Inflation of the error's variance that is due to how little was known then, against what is known now. */
  readonly inflation: number
}

/** What is taken for granted before any week could be tried, and for how many weeks it counts. */
const PRIOR = { slot: 0.1 ** 2, day: 0.07 ** 2, week: 0.1 ** 2, dispersion: 1.1, weeks: 1.5 } as const
/** Weight of a week against the next. */
const DECAY = 0.96
/** Keeps single visits in all but empty slots from being all that counts. */
const QUIET = 0.5
/** Errors beyond so many standard deviations count as being so many off: one shift must not widen the bands for ever. */
const CLIP = 3

/**
 * Noise about a one-week-ahead forecast, from products of its errors: those of different days of a week tell the week's factor, those
 * of different slots of a day the day's, and the squares what is left to each slot. Oldest week first.
 */
export function estimateNoise(weeks: readonly ForecastWeek[]): DemandNoise {
  const sums = weeks.map(weekSums)
  const week = weekVariance(sums)
  const day = Math.max(0, dayAndWeekVariance(sums) - week)
  const { dispersion, slot } = slotVariance(sums, day + week)
  return { dispersion, slotCv: Math.sqrt(slot), dayCv: Math.sqrt(day), weekCv: Math.sqrt(week) }
}

interface DaySums {
  readonly error: number
  readonly forecast: number
  readonly squaredErrors: number
  readonly squaredForecasts: number
  /** Σ e²/g, Σ f/g and Σ f²/g with g = f + ½: Poisson's variance is about as large a part of g in quiet slots as in busy ones. */
  readonly relativeErrors: number
  readonly relativeForecasts: number
  readonly relativeSquares: number
  readonly slots: number
}

interface WeekSums {
  readonly days: readonly DaySums[]
  readonly error: number
  readonly forecast: number
  readonly inflation: number
}

function weekSums({ forecast, actual, observations, dayWeights, inflation }: ForecastWeek): WeekSums {
  const slotsPerDay = forecast.length / 7
  const days: DaySums[] = []
  for (let day = 0; day < 7; day++) {
    if (dayWeights[day]! < 0.5) continue
    const sums = {
      error: 0,
      forecast: 0,
      squaredErrors: 0,
      squaredForecasts: 0,
      relativeErrors: 0,
      relativeForecasts: 0,
      relativeSquares: 0,
      slots: 0,
    }
    for (let slot = day * slotsPerDay; slot < (day + 1) * slotsPerDay; slot++) {
      const expected = forecast[slot]!
      if (observations[slot] === 0 || !(expected > 0)) continue
      const error = actual[slot]! - expected
      sums.error += error
      sums.forecast += expected
      sums.squaredErrors += error * error
      sums.squaredForecasts += expected * expected
      const flattened = expected + QUIET
      sums.relativeErrors += (error * error) / flattened
      sums.relativeForecasts += expected / flattened
      sums.relativeSquares += expected ** 2 / flattened
      sums.slots++
    }
    if (sums.slots > 0) days.push(sums)
  }
  return { days, error: sumOf(days, (day) => day.error), forecast: sumOf(days, (day) => day.forecast), inflation }
}

function weekVariance(weeks: readonly WeekSums[]): number {
  const terms = weeks.map(({ days, error, forecast, inflation }) => {
    const pairs = forecast ** 2 - sumOf(days, (day) => day.forecast ** 2)
    return pairs <= 0 ? null : (error ** 2 - sumOf(days, (day) => day.error ** 2)) / pairs / inflation
  })
  return shrunk(terms, PRIOR.week)
}

/** Of a day's factor and its week's together. */
function dayAndWeekVariance(weeks: readonly WeekSums[]): number {
  const terms = weeks.map(({ days, inflation }) => {
    const pairs = sumOf(days, (day) => day.forecast ** 2 - day.squaredForecasts)
    return pairs <= 0 ? null : sumOf(days, (day) => day.error ** 2 - day.squaredErrors) / pairs / inflation
  })
  return shrunk(terms, PRIOR.week + PRIOR.day)
}

/** The mean of what each week says, later weeks counting a little more and outlying ones clipped, with the prior as some weeks more. */
function shrunk(terms: readonly (number | null)[], prior: number): number {
  const known = terms
    .filter((term) => term !== null)
    .map((term) => Math.abs(term))
    .toSorted((a, b) => a - b)
  const usual = known.length === 0 ? prior : Math.max(known[known.length >> 1]!, prior / 10)
  // The median of a squared normal error is 0.455 of its mean.
  const limit = (CLIP ** 2 * usual) / 0.455
  let sum = PRIOR.weeks * prior
  let weight: number = PRIOR.weeks
  terms.forEach((term, index) => {
    if (term === null) return
    const value = DECAY ** (terms.length - 1 - index)
    sum += value * Math.min(term, limit)
    weight += value
  })
  return Math.max(0, sum / weight)
}

/**
 * Dispersion φ and squared variation c of a slot, from the two equations Σe²/g = φΣf/g + cΣf²/g and Σe²/m = φΣf/m + cΣf²/m, m the week's
 * mean slot, so that a busy year does not drown a quiet one. c holds the day's and the week's variation too, which is taken off.
 */
function slotVariance(
  weeks: readonly WeekSums[],
  shared: number,
): { readonly dispersion: number; readonly slot: number } {
  let [slots, forecasts, scaled, squares, relativeErrors, scaledErrors] = [0, 0, 0, 0, 0, 0]
  weeks.forEach(({ days, forecast, inflation }, index) => {
    const value = DECAY ** (weeks.length - 1 - index)
    const scale = Math.max(
      forecast /
        Math.max(
          1,
          sumOf(days, (day) => day.slots),
        ),
      0.02,
    )
    for (const day of days) {
      slots += value * day.relativeForecasts
      forecasts += value * day.relativeSquares
      scaled += (value * day.forecast) / scale
      squares += (value * day.squaredForecasts) / scale
      relativeErrors += (value * day.relativeErrors) / inflation
      scaledErrors += (value * day.squaredErrors) / scale / inflation
    }
  })
  if (slots === 0) return { dispersion: PRIOR.dispersion, slot: PRIOR.slot }
  const determinant = slots * squares - forecasts * scaled
  // Where every slot is as busy as the next, the two cannot be distinguished: then all that goes beyond Poisson's is squared variation.
  const solved =
    determinant > 1e-3 * slots * squares
      ? (slots * scaledErrors - scaled * relativeErrors) / determinant
      : Number.NEGATIVE_INFINITY
  const squared = Math.max(solved, shared)
  const dispersion = (relativeErrors - squared * forecasts) / slots
  if (dispersion >= 1 && solved > Number.NEGATIVE_INFINITY) return { dispersion, slot: squared - shared }
  return { dispersion: 1, slot: Math.max(0, (scaledErrors - scaled) / squares - shared) }
}

function sumOf<T>(items: readonly T[], term: (item: T) => number): number {
  let sum = 0
  for (const item of items) sum += term(item)
  return sum
}
