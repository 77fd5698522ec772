import type { Compared } from '../../../shared/compare/compared.ts'
import { filterTraffic } from '../../../shared/coverage/slot-series.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { SLOT_MS } from '../../../shared/time/slots.ts'

interface Wanted {
  readonly from: number
  readonly to: number
  readonly poolId?: string
}

/** Visitors and covered as a coverage report counts them. */
export function coverageFromCube(
  { batches, countryRule }: PredictionFacts,
  { from, to, poolId }: Wanted,
): { readonly visitors: number; readonly covered: number } {
  const series = filterTraffic(
    batches,
    { ...(poolId === undefined ? {} : { poolId }), ...(countryRule === null ? {} : { countryFilter: countryRule }) },
    { firstSlot: from / SLOT_MS, length: (to - from) / SLOT_MS },
  )
  const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0)
  return { visitors: sum(series.visitors), covered: sum(series.covered) }
}

/** The sum over pieces of a week. */
export function sumOver(
  pieces: readonly Compared[],
  kind: 'visitors' | 'covered',
  side: 'predicted' | 'actual',
): number {
  return pieces.reduce((sum, piece) => sum + (piece[side]?.[kind] ?? 0), 0)
}
