import type { Interval } from '../../shared/foundation/interval.ts'
import type { DayNeed } from './plan-needs.ts'

/** Parts of one or more consecutive days that are pulled at once and committed in one transaction. */
export interface SyncWindow extends Interval {
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
    let start = first.start
    for (let next = this.#needs[0]; next !== undefined && this.#joins(next, first, start); next = this.#needs[0]) {
      if (first.end - next.start > size) break
      taken.push(next)
      start = next.start
      this.#needs.shift()
    }
    return { start, end: first.end, needs: taken }
  }

  /** Puts back what could not be pulled at once. */
  giveBack(window: SyncWindow): void {
    this.#needs.push(...window.needs)
    this.#needs.sort((a, b) => b.day - a.day)
  }

  #joins(next: DayNeed, first: DayNeed, start: number): boolean {
    return next.end === start && this.#fingerprintOf(next.day) === this.#fingerprintOf(first.day)
  }
}
