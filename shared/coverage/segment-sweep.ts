import { HOUR_MS } from '../foundation/minutes.ts'
import type { HourSegment } from '../time/hour-segments.ts'

/** Adds intervals up by local hour: each interval costs the same whether it lasts a minute or a month. */
export class SegmentSweep {
  readonly #segments: readonly HourSegment[]
  readonly #start: number
  readonly #end: number
  /** Index of the segment at each full hour after the start; no hour holds more than a few segments. */
  readonly #segmentAtHour: Uint32Array
  readonly #partialMs: Float64Array
  /** Spans that begin (+1) or stop (-1) to fill segments whole, from this one on. */
  readonly #wholeChanges: Float64Array

  constructor(segments: readonly HourSegment[]) {
    this.#segments = segments
    this.#start = segments[0]?.start ?? 0
    this.#end = segments.at(-1)?.end ?? 0
    this.#segmentAtHour = new Uint32Array(Math.ceil((this.#end - this.#start) / HOUR_MS))
    this.#partialMs = new Float64Array(segments.length)
    this.#wholeChanges = new Float64Array(segments.length + 1)
    let index = 0
    for (let hour = 0; hour < this.#segmentAtHour.length; hour++) {
      while (segments[index]!.end <= this.#start + hour * HOUR_MS) index++
      this.#segmentAtHour[hour] = index
    }
  }

  /** The segment an instant falls in; -1 outside the range. */
  indexOf(instant: number): number {
    if (instant < this.#start || instant >= this.#end) return -1
    let index = this.#segmentAtHour[Math.floor((instant - this.#start) / HOUR_MS)]!
    while (this.#segments[index]!.end <= instant) index++
    return index
  }

  /** Adds the span [start, end), cut to the range. */
  add(start: number, end: number): void {
    const from = Math.max(start, this.#start)
    const to = Math.min(end, this.#end)
    if (to <= from) return
    const first = this.indexOf(from)
    const firstEnd = this.#segments[first]!.end
    if (to <= firstEnd) {
      this.#partialMs[first]! += to - from
      return
    }
    this.#partialMs[first]! += firstEnd - from
    const last = to === this.#end ? this.#segments.length : this.indexOf(to)
    this.#wholeChanges[first + 1]! += 1
    this.#wholeChanges[last]! -= 1
    if (last < this.#segments.length) this.#partialMs[last]! += to - this.#segments[last]!.start
  }

  /** Milliseconds added up per segment. */
  totals(): Float64Array {
    let whole = 0
    return this.#partialMs.map((partial, index) => {
      whole += this.#wholeChanges[index]!
      const segment = this.#segments[index]!
      return partial + whole * (segment.end - segment.start)
    })
  }
}
