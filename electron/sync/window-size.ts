import { DAY_MS, HOUR_MS } from '../../shared/foundation/minutes.ts'
import { floorSlot } from '../../shared/time/slots.ts'

const FEW_MS = 100
const MANY_MS = 300
const LARGEST = 28 * DAY_MS

/** No window is made smaller than this after a timeout. */
export const SMALLEST_WINDOW = HOUR_MS

/** Finds the length of windows (ms) that takes a source 100 to 300 ms, and what it can do at all without a timeout. */
export class WindowSize {
  #current = DAY_MS
  /** A length that timed out; the size stays under it. */
  #tooLong = Infinity

  get current(): number {
    return this.#current
  }

  /** A window of `length` took the source `sourceMs`. */
  finished(length: number, sourceMs: number): void {
    const wasFull = length > this.#current / 2
    if (sourceMs < FEW_MS && wasFull && this.#current * 2 < this.#tooLong) {
      this.#current = Math.min(LARGEST, this.#current * 2)
    }
    if (sourceMs > MANY_MS && this.#current > DAY_MS)
      this.#current = Math.max(DAY_MS, Math.min(this.#current, floorSlot(length / 2)))
  }

  /** A window of `length` timed out. False: it cannot be made smaller. */
  timedOut(length: number): boolean {
    if (length <= SMALLEST_WINDOW) return false
    this.#tooLong = Math.min(this.#tooLong, length)
    this.#current = Math.max(SMALLEST_WINDOW, Math.min(this.#current, floorSlot(length / 2)))
    return true
  }
}
