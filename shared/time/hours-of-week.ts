import { hourOfDay, hourOfWeek } from '../foundation/hour-of-week.ts'
import { DAY_MS, HOUR_MS } from '../foundation/minutes.ts'
import { dayOfWeekOfDay } from './local.ts'
import { offsetAt, offsetIntervals } from './zone.ts'

/** The hour of the week (0-167, Sunday first) of a local time: epoch milliseconds as if the wall clock showed UTC. */
export function hourOfWeekOfLocal(localMs: number): number {
  const day = Math.floor(localMs / DAY_MS)
  return hourOfWeek(dayOfWeekOfDay(day), Math.floor((localMs - day * DAY_MS) / HOUR_MS))
}

/** The hour of the week of each instant of an ascending, not empty list. Throws AppError 'invalid-input' for an unknown zone. */
export function hoursOfWeek(starts: readonly number[], timeZone: string): readonly number[] {
  const intervals = offsetIntervals(timeZone, starts[0]!, starts.at(-1)! + 1)
  return starts.map((start) => hourOfWeekOfLocal(start + intervals.find((interval) => start < interval.end)!.offsetMs))
}

/** The hour of the local day (0-23) of an instant. Throws AppError 'invalid-input' for an unknown zone. */
export function localHourOf(instant: number, timeZone: string): number {
  return hourOfDay(hourOfWeekOfLocal(instant + offsetAt(instant, timeZone)))
}
