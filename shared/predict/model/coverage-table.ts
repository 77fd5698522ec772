import { binomial } from './binomial.ts'
import { fillBlocking } from './erlang.ts'

export interface CoverageTableOptions {
  readonly visitorsPerAgent: number
  /** Most agents that will be asked for. */
  readonly maxAgents: number
  /** Erlangs between which it is exact to `step`; beyond them it follows the limits. Absent: 1e-4 to 1e4. */
  readonly loads?: { readonly from: number; readonly to: number }
  /** Grid width in log load; absent: 1/32, good for 1e-4 of coverage. */
  readonly step?: number
}

/** Coverage over whole agents and log load at one availability. Rows are made when they are first asked for. */
export interface AvailabilityTable {
  /** Coverage (0-1) with whole or fractional agents at the natural logarithm of a load in erlangs. */
  at(agents: number, logLoad: number): number
  /**
   * Coverage with n agents on the grid: entry i at log load `firstLog + i * step`. For loops that look up by themselves; the array
   * must not be written to.
   */
  row(agents: number): Float64Array
}

/** Blocking tabulated once; each availability (a draw of the bootstrap) makes its own table from it cheaply. */
export interface CoverageTable {
  readonly firstLog: number
  readonly step: number
  readonly points: number
  withAvailability(availability: number): AvailabilityTable
}

const WIDEST = { from: 1e-4, to: 1e4 }

/** Tabulates coverage over log load, for the many lookups of bands. Linear between grid points. */
export function coverageTable(options: CoverageTableOptions): CoverageTable {
  const step = options.step ?? 1 / 32
  const from = Math.max(options.loads?.from ?? WIDEST.from, 1e-9)
  const firstLog = Math.log(from)
  const points = Math.max(
    2,
    Math.ceil((Math.log(Math.max(options.loads?.to ?? WIDEST.to, from)) - firstLog) / step) + 1,
  )
  const servedByAvailable = servedRows(options, { firstLog, step, points })

  const withAvailability = (availability: number): AvailabilityTable => {
    const rows: (Float64Array | undefined)[] = []
    const row = (agents: number): Float64Array =>
      (rows[agents] ??= mixRow(servedByAvailable, binomial(agents, availability), points))
    const atWhole = (agents: number, logLoad: number): number => {
      const values = row(Math.min(agents, options.maxAgents))
      const place = (logLoad - firstLog) / step
      if (!(place > 0)) return values[0]!
      const index = Math.floor(place)
      // Past the grid coverage falls as the load grows: as many are served, of more.
      if (index >= points - 1) return values[points - 1]! * Math.exp(firstLog + (points - 1) * step - logLoad)
      return values[index]! + (place - index) * (values[index + 1]! - values[index]!)
    }
    const at = (agents: number, logLoad: number): number => {
      if (!(agents > 0)) return 0
      const whole = Math.floor(agents)
      const lower = atWhole(whole, logLoad)
      return agents === whole ? lower : lower + (agents - whole) * (atWhole(whole + 1, logLoad) - lower)
    }
    return { at, row }
  }
  return { firstLog, step, points, withAvailability }
}

interface Grid {
  readonly firstLog: number
  readonly step: number
  readonly points: number
}

/** Entry k: share served by k available agents, over the grid. */
function servedRows({ maxAgents, visitorsPerAgent }: CoverageTableOptions, grid: Grid): readonly Float64Array[] {
  const rows = Array.from({ length: maxAgents + 1 }, () => new Float64Array(grid.points))
  const blocking = new Float64Array(maxAgents + 1)
  for (let point = 0; point < grid.points; point++) {
    fillBlocking(blocking, Math.exp(grid.firstLog + point * grid.step), visitorsPerAgent)
    for (let available = 0; available <= maxAgents; available++) rows[available]![point] = 1 - blocking[available]!
  }
  return rows
}

function mixRow(served: readonly Float64Array[], available: ReturnType<typeof binomial>, points: number): Float64Array {
  const mixed = new Float64Array(points)
  available.weights.forEach((weight, index) => {
    const row = served[available.first + index]!
    // What is rarer than this moves no coverage by a visible digit.
    if (weight < 1e-9) return
    for (let point = 0; point < points; point++) mixed[point]! += weight * row[point]!
  })
  return mixed
}
