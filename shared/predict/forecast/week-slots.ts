import { DAY_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { addDays, localRange, parseLocalDate } from '../../time/local.ts'
import { offsetIntervals } from '../../time/zone.ts'

/** The real slots of a local week (668-676 quarter-hours), in order. */
export interface WeekSlots {
  /** Instant at which each begins. */
  readonly starts: Float64Array
  /** Which wall-clock slot of the week each is: a skipped hour has none, a repeated one has two. */
  readonly slotOfWeek: Uint16Array
  /** Length as a share of the slot's: less than 1 where a clock change cuts a slot short. */
  readonly lengths: Float64Array
}

/** The slots of the local week that begins on `firstDate`. Throws AppError 'invalid-input' for nonsense dates and unknown zones. */
export function slotsOfWeek(firstDate: string, timeZone: string, slotMinutes: number): WeekSlots {
  const { start, end } = localRange(firstDate, addDays(firstDate, 6), timeZone)
  const slotMs = slotMinutes * MINUTE_MS
  const perWeek = (7 * DAY_MS) / slotMs
  const localStart = parseLocalDate(firstDate) * DAY_MS
  const starts: number[] = []
  const slotOfWeek: number[] = []
  const lengths: number[] = []
  for (const interval of offsetIntervals(timeZone, start, end)) {
    let from = interval.start
    while (from < interval.end) {
      const slot = Math.floor((from + interval.offsetMs - localStart) / slotMs)
      const to = Math.min(interval.end, localStart + (slot + 1) * slotMs - interval.offsetMs)
      starts.push(from)
      slotOfWeek.push(Math.min(Math.max(slot, 0), perWeek - 1))
      lengths.push((to - from) / slotMs)
      from = to
    }
  }
  return {
    starts: Float64Array.from(starts),
    slotOfWeek: Uint16Array.from(slotOfWeek),
    lengths: Float64Array.from(lengths),
  }
}
