/** A day in progress: what was expected until now, and what came. */
export interface DaySoFar {
  readonly expected: number
  readonly seen: number
  /** Coefficient of variation of a day's factor. */
  readonly dayCv: number
  /** Variance of a slot's count over its mean, at least 1. */
  readonly dispersion: number
}

/** What is known of a day's factor. */
export interface DayLevel {
  /** By what the rest of the day's forecast is to be multiplied. */
  readonly factor: number
  /** Its coefficient of variation: less than before anything was seen. */
  readonly cv: number
}

/**
 * The level of the rest of today, given how the day went so far. The day's factor is Gamma(A, A) with A = 1/cv² before anything is seen,
 * so it is Gamma(A + Y/φ, A + F/φ) afterwards.
 */
export function restOfDay({ expected, seen, dayCv, dispersion }: DaySoFar): DayLevel {
  if (dayCv <= 0) return { factor: 1, cv: 0 }
  const shape = 1 / dayCv ** 2
  return {
    factor: (shape + seen / dispersion) / (shape + expected / dispersion),
    cv: 1 / Math.sqrt(shape + seen / dispersion),
  }
}
