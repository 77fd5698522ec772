import type { PredictionInputs } from '../types.ts'
import { coverageOver, type LoadNode } from './load-nodes.ts'
import { coveredShare, type OwnHistory } from './own-history.ts'
import type { ServingClass } from './serving-classes.ts'

interface NeedOptions {
  readonly classes: readonly (ServingClass & { readonly history: OwnHistory })[]
  /** Erlangs by group. */
  readonly loads: readonly Float64Array[]
  /** What these may really be, by group. */
  readonly nodes: readonly (readonly LoadNode[])[]
  readonly targetRate: number
}

/** No number of agents covers everybody for certain. */
const HIGHEST_TARGET = 0.999
const MOST_AGENTS = 4096

/** At each slot the fewest agents online with whom every group of pools reaches the target: each group needs agents of its own. */
export function fewestAgents(
  { pools, starts }: PredictionInputs,
  { classes, loads, nodes, targetRate }: NeedOptions,
): Float64Array {
  const target = Math.min(targetRate, HIGHEST_TARGET)
  const needed = new Float64Array(starts.length)
  for (const [group, own] of Map.groupBy(classes, ({ group }) => group)) {
    // A slot mostly needs about as many as the one before it.
    let guess = 1
    for (let slot = 0; slot < starts.length; slot += 1) {
      const visitors = own.map((one) => one.pools.reduce((sum, index) => sum + pools[index]!.visitors[slot]!, 0))
      const total = visitors.reduce((sum, value) => sum + value, 0)
      if (total <= 0 || target <= 0) continue
      const rate = (agents: number): number =>
        own.reduce((covered, service, index) => {
          const rate = coverageOver(nodes[group]!, agents, { load: loads[group]![slot]!, service })
          return covered + visitors[index]! * coveredShare(service.history, { slot, rate, nobody: Number(agents < 1) })
        }, 0) / total
      // History may have covered that many with nobody signed on.
      const fewestHere = rate(0) >= target ? 0 : fewest(rate, { target, guess })
      guess = Math.max(1, fewestHere)
      needed[slot]! += fewestHere
    }
  }
  return needed
}

/** The least whole number over 0 at which an increasing rate reaches the target, looked for from a guess outwards. */
function fewest(
  rate: (agents: number) => number,
  { target, guess }: { readonly target: number; readonly guess: number },
): number {
  let high = guess
  let low = guess - 1
  for (let step = 1; high < MOST_AGENTS && rate(high) < target; step *= 2) {
    low = high
    high += step
  }
  for (let step = 1; low > 0 && rate(low) >= target; step *= 2) {
    high = low
    low = Math.max(0, low - step)
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (rate(middle) >= target) high = middle
    else low = middle
  }
  return high
}
