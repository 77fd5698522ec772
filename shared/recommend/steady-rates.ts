import { coverageWith } from '../predict/model/coverage.ts'
import { shrunkRate } from '../predict/model/shrink.ts'
import type { CellEvidence, PoolEvidence } from './types.ts'

/** Where nothing could be fitted, an hour's own count is steadied by this many visitors of the pool's mean. */
const THIN_KAPPA = 10

/** Coverage (0-1) of each hour cell, its own count steadied: by the model, or by the pool's mean where there is too little to fit one. Not a number where nobody came. */
export function steadyRates(pool: PoolEvidence): Float64Array {
  const visitors = sum(pool.cells.map((cell) => cell.visitors))
  const mean = visitors > 0 ? sum(pool.cells.map(({ covered }) => covered)) / visitors : 1
  return Float64Array.from(pool.cells, (cell) => {
    if (cell.visitors === 0) return Number.NaN
    return pool.isThin
      ? shrunkRate({ ...cell, expected: mean }, THIN_KAPPA)
      : shrunkRate({ ...cell, expected: modelledRate(pool, cell) }, pool.kappa)
  })
}

/** Coverage (0-1) that the model gives a cell's visits at the staffing they met. */
function modelledRate({ service, offlineRate }: PoolEvidence, { met, visitors }: CellEvidence): number {
  return (
    sum(
      met.map(
        (visits) =>
          visits.visitors * (visits.agents === 0 ? offlineRate : coverageWith(visits.agents, visits.load, service)),
      ),
    ) / visitors
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
