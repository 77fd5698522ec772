import { isAtOnce, offeredLoad } from './load.ts'
import type { GroupObservations } from './observations.ts'

/** Fewer cells than this are kept as they are. */
const FEW_CELLS = 1500
/**
 * So are as many as this, times their agents, where pools with holding times of their own share agents: what distinguishes the holding times
 * is the mix of pools, of which bins keep little.
 */
const FEW_CELLS_TIMES_AGENTS = 250_000
/** Width of a bin in log load. Its visits are taken at their mean, which is off by about 1e-4 of coverage. */
const BIN_WIDTH = 0.08
/** Loads with a different mix of pools are kept apart by a share in so many steps. */
const SHARES = 10
const EPSILON = 1e-4
const LEAST_LOAD = 1e-12

/**
 * Visits that saw about the same agents and load. The load is a sum over holding times h, each part going by a power of its own h
 * around `reference`: load times the sum of share (h / reference)^power.
 */
export interface Bins {
  readonly length: number
  readonly agents: Int32Array
  /** Erlangs at `reference`. */
  readonly load: Float64Array
  /** Each holding time's part of the load at `reference`, [bin * holdingTimes + holdingTime]. */
  readonly shares: Float64Array
  /** In the same layout. 1 where the load follows the arrivals at once. */
  readonly powers: Float64Array
  readonly covered: Float64Array
  readonly missed: Float64Array
  /** Log minutes of each holding time. */
  readonly reference: Float64Array
}

export interface BinnedCells {
  readonly bins: Bins
  readonly binOfCell: Int32Array
}

/** Log load of every slot, each holding time's part of it, and the power of its holding time that the part goes by. */
export interface GroupLoad {
  readonly logLoad: Float64Array
  readonly shares: readonly Float64Array[]
  readonly powers: readonly Float64Array[]
}

/** The one load that a group of pools offers to its agents, at holding times in log minutes. */
export function groupLoad(
  { demand, holdingTimeOf, holdingTimes }: GroupObservations,
  logMinutes: ArrayLike<number>,
): GroupLoad {
  const slots = demand[0]?.length ?? 0
  const load = new Float64Array(slots)
  const column = (): Float64Array => new Float64Array(slots)
  const shares = Array.from({ length: holdingTimes }, column)
  const growth = Array.from({ length: holdingTimes }, column)
  demand.forEach((visitors, place) => {
    const time = holdingTimeOf[place]!
    const holdingMinutes = Math.exp(logMinutes[time]!)
    const here = offeredLoad(visitors, { holdingMinutes })
    const longer = isAtOnce(holdingMinutes)
      ? null
      : offeredLoad(visitors, { holdingMinutes: holdingMinutes * (1 + EPSILON) })
    for (let slot = 0; slot < slots; slot++) {
      load[slot]! += here[slot]!
      shares[time]![slot]! += here[slot]!
      growth[time]![slot]! += longer === null ? here[slot]! : (longer[slot]! - here[slot]!) / EPSILON
    }
  })
  const powers = growth.map((growing, time) =>
    growing.map((value, slot) => (shares[time]![slot]! > 0 ? value / shares[time]![slot]! : 1)),
  )
  for (const share of shares)
    for (let slot = 0; slot < slots; slot++)
      share[slot] = load[slot]! > 0 ? share[slot]! / load[slot]! : 1 / holdingTimes
  return { logLoad: load.map((erlangs) => Math.log(Math.max(erlangs, LEAST_LOAD))), shares, powers }
}

export interface BinOptions {
  /** As if there were too many cells to keep. */
  readonly isRough?: boolean | undefined
}

/** Groups the cells of a group of pools by agents and load; few cells are kept as they are. */
export function binCells(
  observations: GroupObservations,
  logMinutes: ArrayLike<number>,
  { isRough = false }: BinOptions = {},
): BinnedCells {
  const load = groupLoad(observations, logMinutes)
  const { binOfCell, length } = assignCells(observations, { load, isExact: !isRough && isSmall(observations) })
  return { bins: sumBins(observations, { ...load, binOfCell, length, logMinutes }), binOfCell }
}

/** The same groups at other holding times: what changes little with them then changes smoothly. */
export function rebinCells(
  observations: GroupObservations,
  { bins: { length }, binOfCell }: BinnedCells,
  logMinutes: ArrayLike<number>,
): BinnedCells {
  const load = groupLoad(observations, logMinutes)
  return { bins: sumBins(observations, { ...load, binOfCell, length, logMinutes }), binOfCell }
}

function assignCells(
  { cells, holdingTimes }: GroupObservations,
  { load, isExact }: { readonly load: GroupLoad; readonly isExact: boolean },
): { readonly binOfCell: Int32Array; readonly length: number } {
  if (isExact) return { binOfCell: Int32Array.from({ length: cells.length }, (_, cell) => cell), length: cells.length }
  const binOfCell = new Int32Array(cells.length)
  const binOfKey = new Map<number, number>()
  for (let cell = 0; cell < cells.length; cell++) {
    const slot = cells.slot[cell]!
    let key = cells.agents[cell]! * 1024 + (Math.floor(load.logLoad[slot]! / BIN_WIDTH) + 512)
    for (let time = 1; time < holdingTimes; time++)
      key = key * SHARES + Math.min(SHARES - 1, Math.floor(load.shares[time]![slot]! * SHARES))
    let bin = binOfKey.get(key)
    if (bin === undefined) {
      bin = binOfKey.size
      binOfKey.set(key, bin)
    }
    binOfCell[cell] = bin
  }
  return { binOfCell, length: binOfKey.size }
}

function isSmall({ cells, holdingTimes }: GroupObservations): boolean {
  if (cells.length <= FEW_CELLS) return true
  return holdingTimes > 1 && cells.agents.reduce((sum, agents) => sum + agents, 0) <= FEW_CELLS_TIMES_AGENTS
}

interface Binning extends GroupLoad {
  readonly binOfCell: Int32Array
  readonly length: number
  readonly logMinutes: ArrayLike<number>
}

function sumBins(
  { cells, holdingTimes }: GroupObservations,
  { binOfCell, length, logLoad, shares, powers, logMinutes }: Binning,
): Bins {
  const bins = {
    length,
    agents: new Int32Array(length),
    load: new Float64Array(length),
    shares: new Float64Array(length * holdingTimes),
    powers: new Float64Array(length * holdingTimes),
    covered: new Float64Array(length),
    missed: new Float64Array(length),
    reference: Float64Array.from(logMinutes),
  }
  for (let cell = 0; cell < cells.length; cell++) {
    const bin = binOfCell[cell]!
    const slot = cells.slot[cell]!
    const visitors = cells.covered[cell]! + cells.missed[cell]!
    bins.agents[bin] = cells.agents[cell]!
    bins.load[bin]! += visitors * logLoad[slot]!
    for (let time = 0; time < holdingTimes; time++) {
      bins.shares[bin * holdingTimes + time]! += visitors * shares[time]![slot]!
      bins.powers[bin * holdingTimes + time]! += visitors * powers[time]![slot]!
    }
    bins.covered[bin]! += cells.covered[cell]!
    bins.missed[bin]! += cells.missed[cell]!
  }
  for (let bin = 0; bin < length; bin++) {
    const visitors = bins.covered[bin]! + bins.missed[bin]!
    bins.load[bin] = Math.exp(bins.load[bin]! / visitors)
    for (let place = bin * holdingTimes; place < (bin + 1) * holdingTimes; place++) {
      bins.shares[place]! /= visitors
      bins.powers[place]! /= visitors
    }
  }
  return bins
}
