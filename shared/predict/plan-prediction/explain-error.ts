import { type CoverageCounts, coverageFraction } from '../../foundation/rate.ts'

/** What the model makes of one traffic and one staffing, or what really happened: sums over the slots that are explained. */
export type ErrorTotals = CoverageCounts

/** Traffic is forecast or actual, staffing is planned (after expected attendance) or actual. */
export interface ErrorInputs {
  readonly forecastPlanned: ErrorTotals
  readonly actualPlanned: ErrorTotals
  readonly forecastActual: ErrorTotals
  readonly actualActual: ErrorTotals
  readonly observed: ErrorTotals
  /** What was predicted, where that allows for busy and quiet weeks; absent: forecast traffic under planned staffing as it is. */
  readonly predicted?: ErrorTotals
}

/** Parts of a difference, actual minus predicted; they add up to `total`. */
export interface ErrorParts {
  readonly traffic: number
  readonly staffing: number
  /** The model, and chance. */
  readonly model: number
  readonly total: number
}

export interface ErrorExplanation {
  /** In coverage rate, 0-1. */
  readonly rate: ErrorParts
  /** In visitors covered. */
  readonly covered: ErrorParts
}

/**
 * Why a prediction was wrong: what more or fewer visitors did, what other staffing did, and the rest, each swap averaged over both orders
 * so that the parts add up exactly to the whole.
 */
export function explainError(inputs: ErrorInputs): ErrorExplanation {
  return {
    rate: errorParts(inputs, (totals) => coverageFraction(totals, 1)),
    covered: errorParts(inputs, ({ covered }) => covered),
  }
}

function errorParts(inputs: ErrorInputs, valueOf: (totals: ErrorTotals) => number): ErrorParts {
  const [fp, ap, fa, aa, observed] = [
    inputs.forecastPlanned,
    inputs.actualPlanned,
    inputs.forecastActual,
    inputs.actualActual,
    inputs.observed,
  ].map(valueOf) as [number, number, number, number, number]
  const traffic = (ap - fp + (aa - fa)) / 2
  const staffing = (fa - fp + (aa - ap)) / 2
  const total = observed - valueOf(inputs.predicted ?? inputs.forecastPlanned)
  // What is left, so that nothing is lost to rounding; observed minus v(A, A), and what was allowed for.
  return { traffic, staffing, model: total - traffic - staffing, total }
}
