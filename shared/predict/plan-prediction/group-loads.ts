import { offeredLoad } from '../model/load.ts'
import { steadyDemand } from '../model/steady-demand.ts'
import type { PredictionInputs } from '../types.ts'

/** Forecasts hardly look further back. */
const MOST_AVERAGED_WEEKS = 10

/** Erlangs at each slot, group by group: pools that share agents share one load. Visitors may be others than the inputs' (by pool). */
export function groupLoads(
  inputs: Pick<PredictionInputs, 'pools' | 'groups' | 'starts'>,
  visitors?: readonly ArrayLike<number>[],
): readonly Float64Array[] {
  return inputs.groups.map((members) => {
    const total = new Float64Array(inputs.starts.length)
    for (const index of members) {
      const pool = inputs.pools[index]!
      // As in the fit: where a quarter-hour's forecast is mostly chance, its load would jump by chance too.
      const expected = steadyDemand(
        visitors?.[index] ?? pool.visitors,
        Math.max(1, Math.min(pool.model.weeks, MOST_AVERAGED_WEEKS)),
      )
      const offered = Float64Array.from(expected, (count, slot) => count * (pool.loadFactors[slot] ?? 1))
      offeredLoad(offered, { holdingMinutes: pool.model.holdingMinutes }).forEach(
        (load, slot) => (total[slot]! += load),
      )
    }
    return total
  })
}
