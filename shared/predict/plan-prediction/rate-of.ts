/** Visitors, and how many of them are covered. */
export interface Totals {
  readonly visitors: number
  readonly covered: number
}

/** Coverage rate, 0-1; 1 when nobody came. */
export function rateOf({ visitors, covered }: Totals): number {
  return visitors > 0 ? covered / visitors : 1
}
