/** What is rarer than this is left out: it moves no figure by a visible digit. */
const NEGLIGIBLE = 1e-10

/**
 * How many of some agents are available when each is so with a chance of its own (Poisson-binomial). Reused from slot to slot, so that
 * a week makes no garbage.
 */
export class AvailableCount {
  #agents = new Float64Array(64)
  #chances = new Float64Array(66)

  /** Where the chance of each agent is to be written, with room for this many. */
  agents(most: number): Float64Array {
    if (most > this.#agents.length) {
      this.#agents = new Float64Array(2 * most)
      this.#chances = new Float64Array(2 * most + 2)
    }
    return this.#agents
  }

  /** Expected value of `values[offset + count]`, of the first `size` agents that were written. */
  expect(size: number, values: Float64Array, offset: number): number {
    const agents = this.#agents
    const chances = this.#chances
    let first = 0
    let last = 0
    chances[0] = 1
    // Two agents in one pass.
    for (let agent = 0; agent < size; agent += 2) {
      const one = agents[agent]!
      const other = agent + 1 < size ? agents[agent + 1]! : 0
      const both = one * other
      const none = (1 - one) * (1 - other)
      const either = one * (1 - other) + (1 - one) * other
      // From the top down: each entry of itself and the two below it, which are carried along.
      let here = 0
      let below = 0
      for (let count = last + 2; count > first + 1; count -= 1) {
        const twoBelow = chances[count - 2]!
        chances[count] = here * none + below * either + twoBelow * both
        here = below
        below = twoBelow
      }
      chances[first + 1] = here * none + below * either
      chances[first] = below * none
      last += 2
      while (first < last && chances[first]! < NEGLIGIBLE) first += 1
      while (last > first && chances[last]! < NEGLIGIBLE) last -= 1
    }
    let sum = 0
    for (let count = first; count <= last; count += 1) sum += chances[count]! * values[offset + count]!
    return sum
  }
}
