import { fillBlocking } from '../model/erlang.ts'
import type { LoadNode } from './load-nodes.ts'

/** Chance that a visitor is served by k available agents, slot by slot: 1 - B(mk, a). Grows as more agents are asked for. */
export interface ServedTable {
  /** Makes sure that up to `agents` are there; then entry `slot * stride + k` of `values`. */
  reserve(agents: number): { readonly values: Float64Array; readonly stride: number }
}

const FIRST_AGENTS = 31

export interface ServedTableOptions {
  readonly loads: Float64Array
  /** What the loads may really be. */
  readonly nodes: readonly LoadNode[]
  readonly visitorsPerAgent: number
}

/** The table of one group of pools: of all its visitors, so that those of a busy day weigh more. */
export function servedTable({ loads, nodes, visitorsPerAgent }: ServedTableOptions): ServedTable {
  let stride = 0
  let values = new Float64Array(0)
  return {
    reserve(agents) {
      if (agents < stride) return { values, stride }
      stride = Math.max(agents, 2 * stride, FIRST_AGENTS) + 1
      values = new Float64Array(loads.length * stride)
      const blocking = new Float64Array(stride)
      for (let slot = 0; slot < loads.length; slot += 1) {
        for (const { factor, weight } of nodes) {
          fillBlocking(blocking, factor * loads[slot]!, visitorsPerAgent)
          for (let k = 0; k < stride; k += 1) values[slot * stride + k]! += weight * factor * (1 - blocking[k]!)
        }
      }
      return { values, stride }
    },
  }
}
