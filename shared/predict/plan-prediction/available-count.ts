/** What is rarer than this is left out: it moves no figure by a visible digit. */
const NEGLIGIBLE = 1e-10

/**
 * How many of some agents are available when each is so with a chance of its own (Poisson-binomial). Reused from slot to slot, so that
 * a week makes no garbage.
 */
export class AvailableCount {
  #chances = new Float64Array(64)
  #first = 0
  #last = 0

  reset(): void {
    this.#first = 0
    this.#last = 0
    this.#chances[0] = 1
  }

  /** One more agent, available with this chance. */
  add(chance: number): void {
    if (chance <= 0) return
    const success = Math.min(1, chance)
    const failure = 1 - success
    if (this.#last + 2 > this.#chances.length) this.#grow()
    const chances = this.#chances
    chances[this.#last + 1] = chances[this.#last]! * success
    for (let count = this.#last; count > this.#first; count -= 1) chances[count] = chances[count]! * failure + chances[count - 1]! * success
    chances[this.#first] = chances[this.#first]! * failure
    this.#last += 1
    while (this.#first < this.#last && chances[this.#first]! < NEGLIGIBLE) this.#first += 1
    while (this.#last > this.#first && chances[this.#last]! < NEGLIGIBLE) this.#last -= 1
  }

  /** Expected value of `values[offset + count]`. */
  expect(values: Float64Array, offset: number): number {
    let sum = 0
    for (let count = this.#first; count <= this.#last; count += 1) sum += this.#chances[count]! * values[offset + count]!
    return sum
  }

  #grow(): void {
    const wider = new Float64Array(this.#chances.length * 2)
    wider.set(this.#chances)
    this.#chances = wider
  }
}
