import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { addDays, dayOfWeekOf, parseLocalDate } from '../../shared/time/local.ts'
import { offsetAt } from '../../shared/time/zone.ts'
import type { World } from './world.ts'

/** The instant of a wall-clock time: minutes after midnight of a day number of the calendar; more than a day's run into the next. */
export function instantOf(day: number, minutes: number, timeZone: string): number {
  const wall = day * DAY_MS + minutes * 60_000
  const guess = wall - offsetAt(wall, timeZone)
  return wall - offsetAt(guess, timeZone)
}

/** Asked for every quarter-hour of every world. */
const firstDays = new Map<string, number>()

/** Day number on which a week of the world begins. */
export function firstDayOf({ firstDate }: World, week: number): number {
  const first = firstDays.get(firstDate) ?? parseLocalDate(firstDate)
  firstDays.set(firstDate, first)
  return first + week * 7
}

/** Local date on which a week of the world begins. */
export function weekDate(world: World, week: number): string {
  return addDays(world.firstDate, week * 7)
}

/** The instants [start, end) of some weeks of the world. */
export function weeksSpan(world: World, from: number, to: number): { readonly start: number; readonly end: number } {
  return {
    start: instantOf(firstDayOf(world, from), 0, world.timeZone),
    end: instantOf(firstDayOf(world, to), 0, world.timeZone),
  }
}

/** Days from the first of the world's weeks to a day of week (0 = Sunday). */
export function dayInWeek(world: World, dayOfWeek: number): number {
  return (dayOfWeek - dayOfWeekOf(world.firstDate) + 7) % 7
}
