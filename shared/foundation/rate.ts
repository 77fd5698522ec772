/** Visitors, and how many of them were covered; of a prediction both are expected values, with fractions. */
export interface CoverageCounts {
  readonly visitors: number
  readonly covered: number
}

/** A part of a whole as a fraction, 0 to 1; null: there is no whole. */
export function fractionOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** Coverage as a fraction, 0 to 1; where nobody came, what is asked for then, else null. */
export function coverageFraction(counts: CoverageCounts): number | null
export function coverageFraction(counts: CoverageCounts, whenNobodyCame: number): number
export function coverageFraction(
  { visitors, covered }: CoverageCounts,
  whenNobodyCame: number | null = null,
): number | null {
  return visitors > 0 ? covered / visitors : whenNobodyCame
}

/** Coverage in percent, 0 to 100; where nobody came, what is asked for then, else null. */
export function coveragePercent(counts: CoverageCounts): number | null
export function coveragePercent(counts: CoverageCounts, whenNobodyCame: number): number
export function coveragePercent(
  { visitors, covered }: CoverageCounts,
  whenNobodyCame: number | null = null,
): number | null {
  return visitors > 0 ? (100 * covered) / visitors : whenNobodyCame
}
