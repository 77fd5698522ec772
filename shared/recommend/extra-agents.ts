import { coverageWith } from '../predict/model/coverage.ts'
import type { PoolEvidence } from './types.ts'

/** No number of agents covers everybody for certain. */
const HIGHEST_TARGET = 0.999
/** More is not looked for: the data are wrong then. */
const MOST_EXTRA = 4096

/** Visitors of an hour cell whom the model expects to be covered with so many agents more at every moment, over the pools given. */
export function coveredWithExtra(pools: readonly PoolEvidence[], cell: number, extra: number): number {
  let covered = 0
  for (const { cells, service, offlineRate, loadFactors } of pools) {
    for (const { agents, load, visitors } of cells[cell]!.met) {
      const online = agents + extra
      const rate = online === 0 ? 0 : coverageWith(online, load * loadFactors[cell]!, service)
      covered += visitors * (agents === 0 ? Math.max(offlineRate, rate) : rate)
    }
  }
  return covered
}

/** The fewest further agents, at least 1, with whom every one of the hour cells reaches the target (0-1). They serve all of the pools. */
export function fewestExtra(pools: readonly PoolEvidence[], cells: readonly number[], target: number): number {
  const wanted = Math.min(target, HIGHEST_TARGET)
  let extra = 1
  for (const cell of cells) {
    const visitors = pools.reduce((sum, pool) => sum + pool.cells[cell]!.visitors, 0)
    const reaches = (agents: number): boolean => coveredWithExtra(pools, cell, agents) >= wanted * visitors
    extra = firstFrom(extra, reaches)
  }
  return extra
}

/** The least whole number from `start` on that passes a test which all greater ones pass as well. */
function firstFrom(start: number, passes: (value: number) => boolean): number {
  let low = start - 1
  let high = start
  for (let step = 1; high < MOST_EXTRA && !passes(high); step *= 2) {
    low = high
    high = Math.min(MOST_EXTRA, high + step)
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (passes(middle)) high = middle
    else low = middle
  }
  return high
}

/** The greatest whole number up to `most` that passes a test which all smaller ones pass as well; 0: none does. */
export function greatestUpTo(most: number, passes: (value: number) => boolean): number {
  let low = 0
  let high = most + 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (passes(middle)) low = middle
    else high = middle
  }
  return low
}
