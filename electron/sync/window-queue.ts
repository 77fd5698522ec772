import type { DayNeed } from './plan-needs.ts'
import type { Range } from './ranges.ts'

/** Parts of one or more consecutive days that are pulled at once and committed in one transaction. */
export interface SyncWindow extends Range {
  /** Newest first, without a hole between them, all of one counting fingerprint. */
  readonly needs: readonly DayNeed[]
}

/** The parts still to pull, newest first. */
export class WindowQueue {
  readonly #needs: DayNeed[]
  readonly #fingerprintOf: (day: number) => string

  constructor(needs: readonly DayNeed[], fingerprintOf: (day: number) => string) {
    this.#needs = needs.toSorted((a, b) => b.day - a.day)
    this.#fingerprintOf = fingerprintOf
  }

  /** Takes the newest window that spans at most `size` ms, or one day; null: nothing is left. */
  take(size: number): SyncWindow | null {
    const first = this.#needs.shift()
    if (first === undefined) return null
    const taken = [first]
    let from = first.from
    for (let next = this.#needs[0]; next !== undefined && this.#joins(next, first, from); next = this.#needs[0]) {
      if (first.to - next.from > size) break
      taken.push(next)
      from = next.from
      this.#needs.shift()
    }
    return { from, to: first.to, needs: taken }
  }

  /** Puts back what could not be pulled at once. */
  giveBack(window: SyncWindow): void {
    this.#needs.push(...window.needs)
    this.#needs.sort((a, b) => b.day - a.day)
  }

  #joins(next: DayNeed, first: DayNeed, from: number): boolean {
    return next.to === from && this.#fingerprintOf(next.day) === this.#fingerprintOf(first.day)
  }
}
