import { assertNever } from '../../foundation/errors.ts'
import { type Interval, clip, merge } from '../../foundation/interval.ts'
import { dayOfWeekOfDay, formatLocalDate, localDateOf, localRange, parseLocalDate } from '../../time/local.ts'
import { instantOfWallTime } from '../week-clock.ts'
import { ALWAYS, type AssumedTime, type NewAssumption } from './assumption.ts'

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

/** Whether an assumption is about some instants at all, or has dates that are all earlier or later. */
export function reachesInto(assumption: NewAssumption, within: ZonedInterval): boolean {
  const time = { ...ALWAYS, ...datedTime(assumption) }
  return (time.from === null && time.to === null) || assumedIntervals(time, within).length > 0
}

/** When an assumption holds; null dates: at any time. */
export function datedTime(assumption: NewAssumption): Pick<AssumedTime, 'from' | 'to'> {
  switch (assumption.kind) {
    case 'demand':
    case 'absence':
    case 'shrinkage':
      return assumption.time
    case 'visitors':
      return { from: assumption.date, to: assumption.date }
    case 'hires':
      return { from: assumption.from, to: null }
    case 'handling':
    case 'availability':
      return ALWAYS
    default:
      return assertNever(assumption)
  }
}

/** The local days whose hours may reach some instants, as day numbers of the calendar. */
export function localDays({ timeZone, start, end }: ZonedInterval): readonly number[] {
  const first = parseLocalDate(localDateOf(start, timeZone)) - DAYS_BEFORE
  const last = parseLocalDate(localDateOf(end - 1, timeZone))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
