import { DAY_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { offsetAt } from '../../../shared/time/zone.ts'
import { DEMO_TIME_ZONE } from './company.ts'

/** The instant at which a local date (day number of the calendar) begins. New York's clock never changes at midnight. */
export function startOfLocalDay(day: number): number {
  const guess = day * DAY_MS - offsetAt(day * DAY_MS, DEMO_TIME_ZONE)
  return day * DAY_MS - offsetAt(guess, DEMO_TIME_ZONE)
}

/** The instant of a wall-clock time, in minutes since local midnight; more than a day's runs into the next. */
export function instantOf(day: number, minutes: number): number {
  const wall = day * DAY_MS + minutes * MINUTE_MS
  const guess = wall - offsetAt(wall, DEMO_TIME_ZONE)
  return wall - offsetAt(guess, DEMO_TIME_ZONE)
}

/** The local date (day number of the calendar) of an instant. */
export function localDayOf(instant: number): number {
  return Math.floor((instant + offsetAt(instant, DEMO_TIME_ZONE)) / DAY_MS)
}

/** Minutes since local midnight by the wall clock. */
export function wallMinutes(instant: number): number {
  const wall = instant + offsetAt(instant, DEMO_TIME_ZONE)
  return (wall - Math.floor(wall / DAY_MS) * DAY_MS) / MINUTE_MS
}
