import type { Band } from '../../shared/predict/types.ts'

/** One single week predicted, all rates 0-1. */
export interface ScoredWeek {
  readonly actual: number
  readonly predicted: number
  readonly band: Band
}

/** What a class of cases comes to; errors and widths in points of coverage (0-100), holds 0-1. */
export interface Score {
  readonly cases: number
  readonly meanError: number
  readonly worstError: number
  readonly bias: number
  readonly holds80: number
  readonly holds95: number
  /** Mean interval score of the 80% band: width, plus ten times what lies outside. */
  readonly intervalScore: number
}

export function scoreOf(weeks: readonly ScoredWeek[]): Score {
  const errors = weeks.map(({ actual, predicted }) => 100 * (predicted - actual))
  return {
    cases: weeks.length,
    meanError: average(errors.map(Math.abs)),
    worstError: Math.max(...errors.map(Math.abs)),
    bias: average(errors),
    holds80: average(weeks.map(({ actual, band }) => Number(actual >= band.lower80 && actual <= band.upper80))),
    holds95: average(weeks.map(({ actual, band }) => Number(actual >= band.lower95 && actual <= band.upper95))),
    intervalScore: 100 * average(weeks.map(({ actual, band }) => intervalScore(actual, band.lower80, band.upper80))),
  }
}

/** Interval score of an 80% band (Gneiting & Raftery 2007): lower is better. */
export function intervalScore(actual: number, lower: number, upper: number): number {
  return upper - lower + (2 / 0.2) * (Math.max(0, lower - actual) + Math.max(0, actual - upper))
}

/** A value below which a share of the others lies, by interpolation. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const before = Math.floor(place)
  const next = sorted[Math.min(before + 1, sorted.length - 1)]!
  return sorted[before]! + (next - sorted[before]!) * (place - before)
}

/** A band of normal shape about a rate, cut to 0-1. */
export function bandAround(rate: number, deviation: number): Band {
  const at = (factor: number): number => Math.min(1, Math.max(0, rate + factor * deviation))
  return { lower80: at(-1.2816), upper80: at(1.2816), lower95: at(-1.96), upper95: at(1.96) }
}

/** The narrowest honest band: what single weeks really do. */
export function bandOf(rates: readonly number[]): Band {
  return {
    lower80: quantile(rates, 0.1),
    upper80: quantile(rates, 0.9),
    lower95: quantile(rates, 0.025),
    upper95: quantile(rates, 0.975),
  }
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
