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
  /** An agent who waits to be added with the next: two at a time are added in one pass. */
  #waiting = 0

  reset(): void {
    this.#first = 0
    this.#last = 0
    this.#waiting = 0
    this.#chances[0] = 1
  }

  /** One more agent, available with this chance. */
  add(chance: number): void {
    if (chance <= 0) return
    const success = chance < 1 ? chance : 1
    if (this.#waiting === 0) {
      this.#waiting = success
      return
    }
    this.#addTwo(this.#waiting, success)
    this.#waiting = 0
  }

  /** Expected value of `values[offset + count]`. */
  expect(values: Float64Array, offset: number): number {
    if (this.#waiting > 0) this.#addTwo(this.#waiting, 0)
    this.#waiting = 0
    const chances = this.#chances
    const last = this.#last
    let sum = 0
    for (let count = this.#first; count <= last; count += 1) sum += chances[count]! * values[offset + count]!
    return sum
  }

  #addTwo(one: number, other: number): void {
    let first = this.#first
    let last = this.#last
    if (last + 3 > this.#chances.length) this.#grow()
    const chances = this.#chances
    const both = one * other
    const none = (1 - one) * (1 - other)
    const either = one * (1 - other) + (1 - one) * other
    chances[last + 2] = chances[last]! * both
    chances[last + 1] = chances[last]! * either + (last > first ? chances[last - 1]! * both : 0)
    for (let count = last; count > first + 1; count -= 1) chances[count] = chances[count]! * none + chances[count - 1]! * either + chances[count - 2]! * both
    if (last > first) chances[first + 1] = chances[first + 1]! * none + chances[first]! * either
    chances[first] = chances[first]! * none
    last += 2
    while (first < last && chances[first]! < NEGLIGIBLE) first += 1
    while (last > first && chances[last]! < NEGLIGIBLE) last -= 1
    this.#first = first
    this.#last = last
  }

  #grow(): void {
    const wider = new Float64Array(this.#chances.length * 2)
    wider.set(this.#chances)
    this.#chances = wider
  }
}
