import type { AvailabilityTable } from './coverage-table.ts'

/** Visits of one cell of the week while somebody was online, as columns of equal length. */
export interface VisitsAtLoad {
  readonly agents: readonly number[]
  readonly logLoad: readonly number[]
  readonly visitors: readonly number[]
}

const MOST_FACTOR = 3
const HALVINGS = 16

/**
 * The factor on its load, in [1/3, 3], by which the model at the historical staffing gives a rate (0-1) to a cell. 1 where nobody came.
 */
export function loadFactorFor(rate: number, visits: VisitsAtLoad, table: AvailabilityTable): number {
  const wanted = rate * visits.visitors.reduce((sum, count) => sum + count, 0)
  if (wanted <= 0 && visits.visitors.length === 0) return 1
  const coveredAt = (logFactor: number): number =>
    visits.visitors.reduce(
      (sum, count, index) => sum + count * table.at(visits.agents[index]!, visits.logLoad[index]! + logFactor),
      0,
    )
  let low = -Math.log(MOST_FACTOR)
  let high = Math.log(MOST_FACTOR)
  if (coveredAt(low) <= wanted) return 1 / MOST_FACTOR
  if (coveredAt(high) >= wanted) return MOST_FACTOR
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    if (coveredAt(middle) >= wanted) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}
