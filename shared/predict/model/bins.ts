import { isAtOnce, movingLoad } from './load.ts'
import type { GroupObservations } from './observations.ts'

/** Fewer cells than this are kept as they are. */
const FEW_CELLS = 1500
/** Width of a bin in log load. Its visits are taken at their mean, which is off by about 1e-4 of coverage. */
const BIN_WIDTH = 0.08
/** Loads with a different mix of pools are kept apart by this much of a share. */
const SHARE_WIDTH = 0.2
const EPSILON = 1e-4

/** Visits that saw about the same agents and load: the load is log-linear in the log holding times around `reference`. */
export interface Bins {
  readonly length: number
  readonly agents: Int32Array
  /** Log erlangs at `reference`. */
  readonly logLoad: Float64Array
  /** d log load / d log holding time, [bin * holdingTimes + holdingTime]. */
  readonly slopes: Float64Array
  readonly covered: Float64Array
  readonly missed: Float64Array
  /** Log minutes of each holding time. */
  readonly reference: Float64Array
}

export interface BinnedCells {
  readonly bins: Bins
  readonly binOfCell: Int32Array
}

/** Log load of every slot, and how it moves with each log holding time. */
export interface GroupLoad {
  readonly logLoad: Float64Array
  readonly slopes: readonly Float64Array[]
}

/** The one load that a group of pools offers to its agents, at holding times in log minutes. */
export function groupLoad({ demand, holdingTimeOf, holdingTimes }: GroupObservations, logMinutes: ArrayLike<number>): GroupLoad {
  const slots = demand[0]?.length ?? 0
  const load = new Float64Array(slots)
  const slopes = Array.from({ length: holdingTimes }, () => new Float64Array(slots))
  demand.forEach((visitors, place) => {
    const holdingMinutes = Math.exp(logMinutes[holdingTimeOf[place]!]!)
    const here = movingLoad(visitors, { holdingMinutes })
    const longer = isAtOnce(holdingMinutes) ? null : movingLoad(visitors, { holdingMinutes: holdingMinutes * (1 + EPSILON) })
    const slope = slopes[holdingTimeOf[place]!]!
    for (let slot = 0; slot < slots; slot++) {
      load[slot]! += here[slot]!
      slope[slot]! += longer === null ? here[slot]! : (longer[slot]! - here[slot]!) / EPSILON
    }
  })
  for (const slope of slopes) for (let slot = 0; slot < slots; slot++) slope[slot] = load[slot]! > 0 ? slope[slot]! / load[slot]! : 1 / holdingTimes
  return { logLoad: load.map((erlangs) => Math.log(Math.max(erlangs, 1e-12))), slopes }
}

/** Groups the cells of a group of pools by pool, agents and load. */
export function binCells(observations: GroupObservations, logMinutes: ArrayLike<number>): BinnedCells {
  const { cells, holdingTimes } = observations
  const { logLoad, slopes } = groupLoad(observations, logMinutes)
  const isExact = cells.length <= FEW_CELLS
  const binOfCell = new Int32Array(cells.length)
  const binOfKey = new Map<number, number>()
  for (let cell = 0; cell < cells.length; cell++) {
    const slot = cells.slot[cell]!
    let key = cell
    if (!isExact) {
      key = (cells.pool[cell]! * 65_536 + Math.min(cells.agents[cell]!, 65_535)) * 1024 + (Math.floor(logLoad[slot]! / BIN_WIDTH) + 512)
      for (let time = 1; time < holdingTimes; time++) key = key * 6 + Math.floor(Math.min(1, Math.max(0, slopes[time]![slot]!)) / SHARE_WIDTH)
    }
    let bin = binOfKey.get(key)
    if (bin === undefined) {
      bin = binOfKey.size
      binOfKey.set(key, bin)
    }
    binOfCell[cell] = bin
  }
  return { bins: sumBins(observations, { binOfCell, length: binOfKey.size, logLoad, slopes, logMinutes }), binOfCell }
}

interface Binning extends GroupLoad {
  readonly binOfCell: Int32Array
  readonly length: number
  readonly logMinutes: ArrayLike<number>
}

function sumBins({ cells, holdingTimes }: GroupObservations, { binOfCell, length, logLoad, slopes, logMinutes }: Binning): Bins {
  const bins = {
    length,
    agents: new Int32Array(length),
    logLoad: new Float64Array(length),
    slopes: new Float64Array(length * holdingTimes),
    covered: new Float64Array(length),
    missed: new Float64Array(length),
    reference: Float64Array.from(logMinutes),
  }
  for (let cell = 0; cell < cells.length; cell++) {
    const bin = binOfCell[cell]!
    const slot = cells.slot[cell]!
    const visitors = cells.covered[cell]! + cells.missed[cell]!
    bins.agents[bin] = cells.agents[cell]!
    bins.logLoad[bin]! += visitors * logLoad[slot]!
    for (let time = 0; time < holdingTimes; time++) bins.slopes[bin * holdingTimes + time]! += visitors * slopes[time]![slot]!
    bins.covered[bin]! += cells.covered[cell]!
    bins.missed[bin]! += cells.missed[cell]!
  }
  for (let bin = 0; bin < length; bin++) {
    const visitors = bins.covered[bin]! + bins.missed[bin]!
    bins.logLoad[bin]! /= visitors
    for (let time = 0; time < holdingTimes; time++) bins.slopes[bin * holdingTimes + time]! /= visitors
  }
  return bins
}
