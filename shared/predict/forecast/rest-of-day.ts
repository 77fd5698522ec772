/** A day in progress: what was expected until now, and what came. */
export interface DaySoFar {
  readonly expected: number
  readonly seen: number
  /** Coefficient of variation of a day's factor. */
  readonly dayCv: number
  /** Variance of a slot's count over its mean, at least 1. */
  readonly dispersion: number
}

/**
 * By what the rest of today's forecast is to be multiplied, given how the day went so far. The day's factor is Gamma(A, A) with
 * A = 1/cv² before anything is seen, so the answer is (A + Y/φ) / (A + F/φ).
 */
export function restOfDay({ expected, seen, dayCv, dispersion }: DaySoFar): number {
  if (dayCv <= 0) return 1
  const shape = 1 / dayCv ** 2
  return (shape + seen / dispersion) / (shape + expected / dispersion)
}
