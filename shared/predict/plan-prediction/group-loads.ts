import { evenedVisitors } from './even-load.ts'
import { movingLoad } from '../model/load.ts'
import type { PredictionInputs } from '../types.ts'

/** Erlangs at each slot, group by group: pools that share agents share one load. Visitors may be others than the inputs' (by pool). */
export function groupLoads(inputs: Pick<PredictionInputs, 'pools' | 'groups' | 'starts'>, visitors?: readonly ArrayLike<number>[]): readonly Float64Array[] {
  return inputs.groups.map((members) => {
    const total = new Float64Array(inputs.starts.length)
    for (const index of members) {
      const pool = inputs.pools[index]!
      const expected = evenedVisitors(visitors?.[index] ?? pool.visitors, pool.model.weeks)
      const offered = Float64Array.from(expected, (count, slot) => count * (pool.loadFactors[slot] ?? 1))
      movingLoad(offered, { holdingMinutes: pool.model.holdingMinutes }).forEach((load, slot) => (total[slot]! += load))
    }
    return total
  })
}
