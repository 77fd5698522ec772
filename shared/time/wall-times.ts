import { DAY_MS } from '../foundation/minutes.ts'
import { localDateOf } from './local.ts'
import { offsetAt, offsetIntervals } from './zone.ts'

/** What the clock of a zone shows at an instant: "HH:MM". */
export function wallTimeAt(instant: number, timeZone: string): string {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(11, 16)
}

/** Local date and time of an instant: "2026-11-23", "09:00". */
export function wallClockAt(instant: number, timeZone: string): readonly [date: string, time: string] {
  return [localDateOf(instant, timeZone), wallTimeAt(instant, timeZone)]
}

/** Whether the clock shows the time of an instant twice, because it is set back. */
export function isShownTwice(instant: number, timeZone: string): boolean {
  const intervals = offsetIntervals(timeZone, instant - DAY_MS, instant + DAY_MS)
  const { offsetMs } = intervals.find(({ start, end }) => instant >= start && instant < end)!
  return intervals.some((other) => {
    const twin = instant + offsetMs - other.offsetMs
    return twin !== instant && twin >= other.start && twin < other.end
  })
}
