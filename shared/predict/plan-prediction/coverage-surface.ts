import { coverageTable, type AvailabilityTable } from '../model/coverage-table.ts'
import type { OnlineScenarios } from './attendance-draw.ts'
import type { WeekCell } from './week-cells.ts'

/** Values of log load (about the expected one) and of availability between which draws are interpolated. */
export interface SurfaceGrid {
  readonly shifts: Float64Array
  readonly availabilities: Float64Array
}

/** A class of pools, as far as its surface needs to know it. */
export interface SurfaceClass {
  readonly visitors: Float64Array
  readonly loads: Float64Array
  readonly visitorsPerAgent: number
  readonly maxAgents: number
  readonly grid: SurfaceGrid
}

/** Makes, for one class, the expected covered visitors of a cell in each scenario on each point of the grid. */
export interface Surface {
  /** Into `out`: `[scenario][availability][shift]`. */
  fill(out: Float64Array, cell: WeekCell, online: OnlineScenarios[number]): void
  readonly points: number
}

/** Odd, so that the expected load is among them. */
const SHIFT_POINTS = 5

/** A grid that spans the draws, with `middle` (the fitted availability) on it. */
export function surfaceGrid(shifts: Float64Array, availabilities: readonly number[], middle: number): SurfaceGrid {
  const reach = Math.max(
    0.05,
    shifts.reduce((most, shift) => Math.max(most, Math.abs(shift)), 0),
  )
  const lowest = availabilities.reduce((low, value) => Math.min(low, value), middle)
  const highest = availabilities.reduce((high, value) => Math.max(high, value), middle)
  return {
    shifts: Float64Array.from(
      { length: SHIFT_POINTS },
      (_, point) => (reach * (2 * point - (SHIFT_POINTS - 1))) / (SHIFT_POINTS - 1),
    ),
    availabilities: Float64Array.from(new Set([lowest, middle, highest])).sort(),
  }
}

/** Tabulates one class. */
export function coverageSurface({ visitors, loads, visitorsPerAgent, maxAgents, grid }: SurfaceClass): Surface {
  const reach = Math.exp(grid.shifts.at(-1)!)
  const positive = loads.filter((load) => load > 0)
  const lowest = positive.reduce((low, load) => Math.min(low, load), Number.POSITIVE_INFINITY)
  const highest = positive.reduce((high, load) => Math.max(high, load), 0)
  const table = coverageTable({
    visitorsPerAgent,
    maxAgents,
    loads: {
      from: Math.max(1e-4, Number.isFinite(lowest) ? lowest / reach : 1e-4),
      to: Math.max(1e-3, highest * reach),
    },
    step: 1 / 16,
  })
  const levels = Array.from(grid.availabilities, (availability): AvailabilityTable =>
    table.withAvailability(availability),
  )
  const points = grid.shifts.length * levels.length
  const shares = new Float64Array((maxAgents + 1) * points)
  const isKnown = new Uint8Array(maxAgents + 1)

  const shareRow = (agents: number, logLoad: number): void => {
    for (let level = 0; level < levels.length; level += 1) {
      const row = levels[level]!.row(agents)
      for (let shift = 0; shift < grid.shifts.length; shift += 1) {
        const place = Math.min(
          Math.max((logLoad + grid.shifts[shift]! - table.firstLog) / table.step, 0),
          table.points - 1,
        )
        const index = Math.min(Math.floor(place), table.points - 2)
        shares[agents * points + level * grid.shifts.length + shift] =
          row[index]! + (place - index) * (row[index + 1]! - row[index]!)
      }
    }
  }
  return {
    points,
    fill(out, { from, to }, online) {
      const scenarios = out.length / points
      out.fill(0)
      for (let slot = from; slot < to; slot += 1) {
        const expected = visitors[slot]!
        if (expected <= 0) continue
        isKnown.fill(0)
        const logLoad = loads[slot]! > 0 ? Math.log(loads[slot]!) : Number.NEGATIVE_INFINITY
        for (let scenario = 0; scenario < scenarios; scenario += 1) {
          const agents = online[slot * scenarios + scenario]!
          if (agents === 0) continue
          if (isKnown[agents] === 0) {
            shareRow(agents, Math.max(logLoad, table.firstLog - 1))
            isKnown[agents] = 1
          }
          const source = agents * points
          const target = scenario * points
          for (let point = 0; point < points; point += 1) out[target + point]! += expected * shares[source + point]!
        }
      }
    },
  }
}
