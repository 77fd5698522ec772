import { hull, type Interval } from '../../shared/foundation/interval.ts'
import type { DayNeed } from './plan-needs.ts'

/**
 * Parts of known days whose agents online changed, to be counted again in this run. In the cache such a day carries a fingerprint
 * that fits nothing (RECOUNT), so that a run that is cut off leaves no wrong day behind: the next one counts the whole day.
 */
export class Recounts {
  readonly #pending = new Map<number, Interval>()
  readonly #marked = new Set<number>()

  add(day: number, interval: Interval): void {
    const before = this.#pending.get(day)
    this.#pending.set(day, before === undefined ? interval : hull(before, interval))
    this.#marked.add(day)
  }

  /** The days of which a part still waits. */
  get pendingDays(): readonly number[] {
    return [...this.#pending.keys()]
  }

  /** Whether this run itself marked the day, so that the rest of the day holds. */
  wasMarked(day: number): boolean {
    return this.#marked.has(day)
  }

  /** Empties the list. */
  takeAll(): readonly DayNeed[] {
    const needs = [...this.#pending].map(([day, interval]) => ({ day, ...interval, kind: 'sessions' as const }))
    this.#pending.clear()
    return needs
  }
}
