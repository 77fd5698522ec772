import type { PredictionInputs } from '../types.ts'
import { surfaceGrid, type SurfaceGrid } from './coverage-surface.ts'
import type { PoolDraw } from './draw-factors.ts'
import { groupLoads } from './group-loads.ts'
import type { PlanPredictorOptions } from './plan-predictor-types.ts'
import { servingClasses, type ServingClass } from './serving-classes.ts'
import { surfacePlaces, type SurfacePlaces } from './surface-places.ts'

/** Pools of a plan that are served alike, with where each draw takes them. */
export interface BandClass {
  readonly serving: ServingClass
  readonly visitors: Float64Array
  readonly loads: Float64Array
  readonly grid: SurfaceGrid
  /** Where each draw stands on the grid. */
  readonly places: SurfacePlaces
  /** Factor on the visitors: [draw * 7 + day]. */
  readonly dayFactors: Float64Array
}

/** The classes of a world under the factors of its draws. */
export function bandClasses(
  inputs: PredictionInputs,
  factors: readonly (readonly PoolDraw[])[],
  { poolId, pools }: PlanPredictorOptions,
): readonly BandClass[] {
  const loads = groupLoads(inputs)
  const weights = inputs.pools.map(
    ({ visitors, model }) => visitors.reduce((sum, value) => sum + value, 0) * model.holdingMinutes,
  )
  return servingClasses(inputs, poolId, pools).map((serving): BandClass => {
    const members = inputs.groups[serving.group]!
    const load = members.reduce((sum, pool) => sum + weights[pool]!, 0)
    const shifts = new Float64Array(factors.length * 7)
    const dayFactors = new Float64Array(factors.length * 7)
    const visitors = serving.pools.map((pool) => inputs.pools[pool]!.visitors.reduce((sum, value) => sum + value, 0))
    const all = visitors.reduce((sum, value) => sum + value, 0)
    const weighted = (valueOf: (pool: number) => number): number =>
      members.reduce((sum, pool) => sum + weights[pool]! * valueOf(pool), 0) / load
    const holding = centred(
      factors.map((pools) =>
        load > 0
          ? Math.log(weighted((pool) => pools[pool]!.holding.holdingMinutes / inputs.pools[pool]!.model.holdingMinutes))
          : 0,
      ),
    )
    factors.forEach((pools, draw) => {
      for (let day = 0; day < 7; day += 1) {
        const at = draw * 7 + day
        shifts[at] = load > 0 ? holding[draw]! + Math.log(weighted((pool) => pools[pool]!.days[day]!)) : 0
        dayFactors[at] =
          all > 0
            ? serving.pools.reduce((sum, pool, index) => sum + visitors[index]! * pools[pool]!.days[day]!, 0) / all
            : 1
      }
    })
    const drawn = centred(factors.map((pools) => pools[serving.pools[0]!]!.holding.availability))
    const availabilities = drawn.map((difference) => Math.min(1, Math.max(0, serving.availability + difference)))
    const grid = surfaceGrid(shifts, availabilities, serving.availability)
    const columns = serving.pools.map((pool) => inputs.pools[pool]!.visitors)
    return {
      serving,
      visitors: Float64Array.from(inputs.starts, (_, slot) => columns.reduce((sum, column) => sum + column[slot]!, 0)),
      loads: loads[serving.group]!,
      grid,
      places: surfacePlaces(grid, shifts, availabilities),
      dayFactors,
    }
  })
}

/** A bootstrap's draws may lie about another value than the fit: only how they scatter is wanted. */
function centred(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return values.map((value) => value - mean)
}
