import { SLOTS_PER_WEEK } from '../../time/slots.ts'
import type { FitInput, FitPool } from './fit-input.ts'
import { steadyDemand } from './steady-demand.ts'

/** Pools of a group beyond these, in order of traffic, share one holding time: more could not be distinguished. */
const OWN_HOLDING_TIMES = 4
/** Coverage with more agents than this is not worked out: it is the same to every digit, or the data are wrong. */
const MOST_AGENTS = 2000
/** Older weeks weigh less, so that an expectation never averages over many more than this. */
const MOST_AVERAGED_WEEKS = 10
/** No slot with a visitor expects fewer than this share of the pool's mean: smoothing may say none at all. */
const LEAST_DEMAND_SHARE = 0.01

/** What a group of pools shows: visits while somebody was online. */
export interface GroupObservations {
  /** Indexes into the input's pools. */
  readonly pools: readonly number[]
  /** Which holding time each pool of the group has, 0 .. holdingTimes - 1. */
  readonly holdingTimeOf: readonly number[]
  readonly holdingTimes: number
  /** Visitors expected by pool of the group and slot of the input; finite. */
  readonly demand: readonly Float64Array[]
  readonly cells: ObservedCells
}

/** Columns of equal length: each quarter-hour once for each number of agents, whatever pools of the group its visits belong to. */
export interface ObservedCells {
  readonly length: number
  /** Slot of the input, from 0. */
  readonly slot: Int32Array
  readonly agents: Int32Array
  readonly covered: Float64Array
  readonly missed: Float64Array
}

/** Visits of one group with at least one agent online, where it is known what was expected. */
export function observe(input: FitInput, pools: readonly number[]): GroupObservations {
  const columns = { slot: [] as number[], agents: [] as number[], covered: [] as number[], missed: [] as number[] }
  const places = new Map<number, number>()
  for (const index of pools) {
    const { cells, demand } = input.pools[index]!
    for (let cell = 0; cell < cells.slot.length; cell++) {
      const slot = cells.slot[cell]! - input.firstSlot
      const visitors = cells.visitors[cell]!
      if (cells.agents[cell]! < 1 || visitors <= 0 || !(demand[slot]! >= 0)) continue
      const agents = Math.min(MOST_AGENTS, cells.agents[cell]!)
      const key = slot * (MOST_AGENTS + 1) + agents
      const place = places.get(key) ?? columns.slot.length
      if (place === columns.slot.length) {
        places.set(key, place)
        columns.slot.push(slot)
        columns.agents.push(agents)
        columns.covered.push(0)
        columns.missed.push(0)
      }
      columns.covered[place]! += Math.min(cells.covered[cell]!, visitors)
      columns.missed[place]! += Math.max(0, visitors - cells.covered[cell]!)
    }
  }
  const demand = pools.map((index) => usableDemand(input.pools[index]!, input.slots / SLOTS_PER_WEEK))
  const holdingTimeOf = holdingTimes(demand)
  return {
    pools,
    demand,
    holdingTimeOf,
    holdingTimes: Math.max(...holdingTimeOf) + 1,
    cells: {
      length: columns.slot.length,
      slot: Int32Array.from(columns.slot),
      agents: Int32Array.from(columns.agents),
      covered: Float64Array.from(columns.covered),
      missed: Float64Array.from(columns.missed),
    },
  }
}

function usableDemand(pool: FitPool, weeks: number): Float64Array {
  const demand = steadyDemand(pool.demand, Math.min(weeks, MOST_AVERAGED_WEEKS))
  let sum = 0
  let known = 0
  for (const expected of demand) {
    if (!(expected >= 0)) continue
    sum += expected
    known += 1
  }
  const least = known > 0 ? (LEAST_DEMAND_SHARE * sum) / known : 0
  return demand.map((expected) => (expected >= 0 ? Math.max(expected, least) : 0))
}

function holdingTimes(demand: readonly Float64Array[]): readonly number[] {
  const byTraffic = demand
    .map((expected, place) => ({ place, visitors: expected.reduce((sum, count) => sum + count, 0) }))
    .toSorted((a, b) => b.visitors - a.visitors || a.place - b.place)
  const holdingTimeOf = demand.map(() => 0)
  byTraffic.forEach(({ place }, rank) => (holdingTimeOf[place] = Math.min(rank, OWN_HOLDING_TIMES)))
  return holdingTimeOf
}
