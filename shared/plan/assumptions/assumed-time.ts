import { type Interval, clip, merge } from '../../foundation/interval.ts'
import { dayOfWeekOfDay, formatLocalDate, localDateOf, localRange, parseLocalDate } from '../../time/local.ts'
import { instantOfWallTime } from '../week-clock.ts'
import type { AssumedTime } from './assumption.ts'

/** Instants on the clock of a plan's zone. */
export interface ZonedInterval extends Interval {
  readonly timeZone: string
}

/** Hours of a day go on into the day after it, and a zone may skip a whole day. */
const DAYS_BEFORE = 2

/**
 * When an assumption holds within some instants, apart and in order. A whole day has 23, 24 or 25 hours; hours belong to the day on which
 * they begin, a time that the clock skips is read with the offset before the gap, and of one that it repeats the first is meant.
 */
export function assumedIntervals({ from, to, days, hours }: AssumedTime, within: ZonedInterval): readonly Interval[] {
  if (from === null && to === null && days === null && hours === null) return [{ start: within.start, end: within.end }]
  const { timeZone } = within
  const found = localDays(within)
    .filter((day) => {
      const date = formatLocalDate(day)
      return (
        (from === null || date >= from) &&
        (to === null || date <= to) &&
        (days === null || days.includes(dayOfWeekOfDay(day)))
      )
    })
    .map((day): Interval => {
      const date = formatLocalDate(day)
      if (hours === null) return localRange(date, date, timeZone)
      return {
        start: instantOfWallTime(timeZone, day, hours.startMinute),
        end: instantOfWallTime(timeZone, day, hours.endMinute),
      }
    })
  return merge(clip(found, within))
}

/** The local days whose hours may reach some instants, as day numbers of the calendar. */
export function localDays({ timeZone, start, end }: ZonedInterval): readonly number[] {
  const first = parseLocalDate(localDateOf(start, timeZone)) - DAYS_BEFORE
  const last = parseLocalDate(localDateOf(end - 1, timeZone))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
