import type { InactiveAgents } from '../../plan/inactive-agents.ts'
import type { PoolPredictionInput, PredictionInputs } from '../types.ts'
import { AvailableCount } from './available-count.ts'
import { groupLoads } from './group-loads.ts'
import { loadNodes, type LoadNode } from './load-nodes.ts'
import { ownHistoryOf, type OwnHistory } from './own-history.ts'
import type { RowMaker } from './presence-rows.ts'
import { servedTable, type ServedTable } from './served-table.ts'
import { servingClasses, servingTest, type ServingClass } from './serving-classes.ts'

/** Pools of a plan that are served alike, with all that says how many of their visitors are covered. */
export interface ClassOfWeek extends ServingClass {
  readonly history: OwnHistory
  /** Visitors of the class at each slot, or the sum of their values where those are known. */
  readonly visitors: Float64Array
  readonly served: ServedTable
}

/** What the prediction of any plan of one week and pool rests on. */
export interface WeekModel {
  readonly classes: readonly ClassOfWeek[]
  readonly loads: readonly Float64Array[]
  readonly nodes: readonly (readonly LoadNode[])[]
  /** All pools of the plan. */
  readonly visitors: Float64Array
  readonly maker: RowMaker
  readonly inactive: InactiveAgents | undefined
  readonly count: AvailableCount
}

/** Compiles a week's inputs for a plan of one pool (null or absent: all), or for some of the inputs' pools by index. */
export function weekModelOf(
  inputs: PredictionInputs,
  poolId: string | null | undefined,
  pools?: readonly number[],
): WeekModel {
  const loads = groupLoads(inputs)
  const nodes = loadNodes(inputs)
  const serving = servingClasses(inputs, poolId, pools)
  const tables = new Map<string, ServedTable>()
  const classes = serving.map((one): ClassOfWeek => {
    const key = `${one.group} ${one.visitorsPerAgent}`
    const served =
      tables.get(key) ??
      servedTable({ loads: loads[one.group]!, nodes: nodes[one.group]!, visitorsPerAgent: one.visitorsPerAgent })
    tables.set(key, served)
    return {
      ...one,
      served,
      history: ownHistoryOf(inputs, { serving: one, served }),
      visitors: sumOf(
        one.pools.map((index) => valuedVisitors(inputs.pools[index]!)),
        inputs.starts.length,
      ),
    }
  })
  return {
    classes,
    loads,
    nodes,
    visitors: sumOf(
      classes.map(({ visitors }) => visitors),
      inputs.starts.length,
    ),
    maker: {
      grid: { start: inputs.starts[0] ?? 0, count: inputs.starts.length },
      attendance: inputs.attendance,
      serves: servingTest(inputs, serving),
    },
    inactive: inputs.inactive,
    count: new AvailableCount(),
  }
}

function valuedVisitors({ visitors, visitorValues }: PoolPredictionInput): ArrayLike<number> {
  return visitorValues === undefined ? visitors : visitors.map((count, slot) => count * visitorValues[slot]!)
}

function sumOf(columns: readonly ArrayLike<number>[], length: number): Float64Array {
  const sum = new Float64Array(length)
  for (const column of columns) for (let slot = 0; slot < length; slot += 1) sum[slot]! += column[slot]!
  return sum
}
