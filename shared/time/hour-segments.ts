import type { Interval } from '../foundation/interval.ts'
import { HOUR_MS } from '../foundation/minutes.ts'
import { countDays, dayOfWeekOfDay, localRange, parseLocalDate, type LocalDateRange } from './local.ts'
import { offsetIntervals } from './zone.ts'

/** An interval [start, end) of instants during which date, hour and offset of a local clock stay the same. */
export interface HourSegment extends Interval {
  /** Which date of the range, 0 = its first. */
  readonly dateIndex: number
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly hour: number
}

/**
 * The local hours of a range, in order and without gaps between them. An hour that a clock change skips is absent, one that it
 * repeats is there twice, one that it cuts short is short. Throws AppError 'invalid-input' for nonsense dates and unknown zones.
 */
export function localHourSegments(range: LocalDateRange): readonly HourSegment[] {
  const { start, end } = localRange(range.from, range.to, range.timeZone)
  const firstDay = parseLocalDate(range.from)
  const lastIndex = countDays(range.from, range.to) - 1
  const segments: HourSegment[] = []
  for (const interval of offsetIntervals(range.timeZone, start, end)) {
    let from = interval.start
    while (from < interval.end) {
      const localHour = Math.floor((from + interval.offsetMs) / HOUR_MS)
      const to = Math.min(interval.end, (localHour + 1) * HOUR_MS - interval.offsetMs)
      const localDay = Math.floor(localHour / 24)
      segments.push({
        start: from,
        end: to,
        // A clock set back over midnight (St John's did so at 00:01) repeats minutes of the day before the range: they are its first date's.
        dateIndex: Math.min(Math.max(localDay - firstDay, 0), lastIndex),
        dayOfWeek: dayOfWeekOfDay(localDay),
        hour: localHour - localDay * 24,
      })
      from = to
    }
  }
  return segments
}

/** How many milliseconds of a segment had passed by `now`. */
export function elapsedMs(segment: HourSegment, now: number): number {
  return Math.max(0, Math.min(segment.end, now) - segment.start)
}
