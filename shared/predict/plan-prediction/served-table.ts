import { fillBlocking } from '../model/erlang.ts'

/** Chance that a visitor is served by k available agents, slot by slot: 1 - B(mk, a). Grows as more agents are asked for. */
export interface ServedTable {
  /** Makes sure that up to `agents` are there; then entry `slot * stride + k` of `values`. */
  reserve(agents: number): { readonly values: Float64Array; readonly stride: number }
}

const FIRST_AGENTS = 31

/** The table of one group of pools, for agents who serve `visitorsPerAgent` at once. */
export function servedTable(loads: Float64Array, visitorsPerAgent: number): ServedTable {
  let stride = 0
  let values = new Float64Array(0)
  return {
    reserve(agents) {
      if (agents < stride) return { values, stride }
      stride = Math.max(agents, 2 * stride, FIRST_AGENTS) + 1
      values = new Float64Array(loads.length * stride)
      for (let slot = 0; slot < loads.length; slot += 1) {
        const row = values.subarray(slot * stride, (slot + 1) * stride)
        fillBlocking(row, loads[slot]!, visitorsPerAgent)
        for (let k = 0; k < stride; k += 1) row[k] = 1 - row[k]!
      }
      return { values, stride }
    },
  }
}
