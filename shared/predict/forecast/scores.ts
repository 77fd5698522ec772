import { fractionOf } from '../../foundation/rate.ts'

/** Scores of forecasts on what came. All are 0 or null where there is nothing to score; lengths must agree. */

/** Σ|y − f| / Σy, a fraction; null where nobody came. */
export function wape(actual: ArrayLike<number>, forecast: ArrayLike<number>): number | null {
  return fractionOf(
    sumOf(actual.length, (index) => Math.abs(actual[index]! - forecast[index]!)),
    sumOf(actual.length, (index) => actual[index]!),
  )
}

/** Σ(f − y) / Σy, a fraction: above 0, too many were forecast; null where nobody came. */
export function bias(actual: ArrayLike<number>, forecast: ArrayLike<number>): number | null {
  return fractionOf(
    sumOf(actual.length, (index) => forecast[index]! - actual[index]!),
    sumOf(actual.length, (index) => actual[index]!),
  )
}

/** Mean |y[t] − y[t − period]| of a training series: what the seasonal naive is off by; null where there is none. */
export function seasonalNaiveError(training: ArrayLike<number>, period: number): number | null {
  const pairs = training.length - period
  return pairs <= 0 ? null : sumOf(pairs, (index) => Math.abs(training[index + period]! - training[index]!)) / pairs
}

/** Mean |y − f| as a multiple of `naiveError`; null where that is 0 or unknown. */
export function mase(actual: ArrayLike<number>, forecast: ArrayLike<number>, naiveError: number | null): number | null {
  if (naiveError === null || actual.length === 0) return null
  return fractionOf(
    sumOf(actual.length, (index) => Math.abs(actual[index]! - forecast[index]!)) / actual.length,
    naiveError,
  )
}

/** Mean pinball loss of forecasts of the `probability` quantile. */
export function pinball(actual: ArrayLike<number>, forecast: ArrayLike<number>, probability: number): number {
  const total = sumOf(actual.length, (index) => {
    const difference = actual[index]! - forecast[index]!
    return difference >= 0 ? probability * difference : (probability - 1) * difference
  })
  return actual.length === 0 ? 0 : total / actual.length
}

export interface Intervals {
  readonly lower: ArrayLike<number>
  readonly upper: ArrayLike<number>
}

/** Mean interval score: the width, and 2/(1 − level) times by how much an interval was missed (Gneiting & Raftery 2007). */
export function intervalScore(actual: ArrayLike<number>, { lower, upper }: Intervals, level: number): number {
  const penalty = 2 / (1 - level)
  const total = sumOf(actual.length, (index) => {
    const missed = Math.max(0, lower[index]! - actual[index]!, actual[index]! - upper[index]!)
    return upper[index]! - lower[index]! + penalty * missed
  })
  return actual.length === 0 ? 0 : total / actual.length
}

/** Share of intervals, ends included, that hold what came; null where there are none. */
export function hitRate(actual: ArrayLike<number>, { lower, upper }: Intervals): number | null {
  const hits = sumOf(actual.length, (index) =>
    Number(actual[index]! >= lower[index]! && actual[index]! <= upper[index]!),
  )
  return fractionOf(hits, actual.length)
}

function sumOf(length: number, term: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < length; index++) sum += term(index)
  return sum
}
