import { DAY_MINUTES, DAY_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { instantOfWallTime } from '../../plan/week-clock.ts'
import { dayOfWeekOfDay } from '../../time/local.ts'
import { offsetAt } from '../../time/zone.ts'

/** Where on a local clock an instant falls. */
export interface LocalMinute {
  /** Day number of the calendar. */
  readonly day: number
  /** Minutes after that day's midnight, with fractions. */
  readonly minute: number
}

/** The wall time of an instant. */
export function localMinuteOf(instant: number, timeZone: string): LocalMinute {
  const wall = instant + offsetAt(instant, timeZone)
  const day = Math.floor(wall / DAY_MS)
  return { day, minute: (wall - day * DAY_MS) / MINUTE_MS }
}

/** The instant of a minute of the week (Sunday's midnight is 0; it may lie in a neighbouring week) counted from the Sunday that is calendar day `sunday`. */
export function instantInWeek(sunday: number, minuteOfWeek: number, timeZone: string): number {
  const day = Math.floor(minuteOfWeek / DAY_MINUTES)
  return instantOfWallTime(timeZone, sunday + day, minuteOfWeek - day * DAY_MINUTES)
}

/** The Sunday on or before a calendar day. */
export function sundayOf(day: number): number {
  return day - dayOfWeekOfDay(day)
}
