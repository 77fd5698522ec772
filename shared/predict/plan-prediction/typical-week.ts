import { meanStaffing } from '../attendance/typical-staffing.ts'
import type { PredictionInputs, WeekPrediction } from '../types.ts'
import { coverageOver, type LoadNode } from './load-nodes.ts'
import type { ServingClass } from './serving-classes.ts'

interface TypicalOptions {
  readonly poolId: string | null | undefined
  readonly classes: readonly ServingClass[]
  /** Erlangs by group. */
  readonly loads: readonly Float64Array[]
  /** What these may really be, by group. */
  readonly nodes: readonly (readonly LoadNode[])[]
  /** All pools of the plan. */
  readonly visitors: Float64Array
}

/** Coverage with the numbers online that history had: averaged over them, never taken at their mean, never thinned. */
export function typicalWeek(inputs: PredictionInputs, { poolId, classes, loads, nodes, visitors }: TypicalOptions): WeekPrediction {
  const slots = inputs.starts.length
  const covered = new Float64Array(slots)
  for (const service of classes) {
    const { typical } = inputs.pools[service.pools[0]!]!
    for (let slot = 0; slot < slots; slot += 1) {
      const own = service.pools.reduce((sum, index) => sum + inputs.pools[index]!.visitors[slot]!, 0)
      let rate = 0
      for (let index = typical.offsets[slot] ?? 0; index < (typical.offsets[slot + 1] ?? 0); index += 1) {
        rate += typical.shares[index]! * coverageOver(nodes[service.group]!, typical.agents[index]!, { load: loads[service.group]![slot]!, service })
      }
      covered[slot]! += own * rate
    }
  }
  const shown = poolId === null || poolId === undefined ? inputs.typical : inputs.pools.find((pool) => pool.poolId === poolId)?.typical
  const agents = new Float64Array(slots)
  if (shown) agents.set(meanStaffing(shown).subarray(0, slots))
  const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0)
  return { visitors, covered, agents, openAgents: new Float64Array(slots), totals: { visitors: total(visitors), covered: total(covered) } }
}
