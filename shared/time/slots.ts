import { type Interval, isEmpty } from '../foundation/interval.ts'
import { DAY_MS } from '../foundation/minutes.ts'

/** A slot is a UTC quarter-hour, numbered from the epoch: slot = floor(instant / SLOT_MS). A UTC day is numbered the same way. */
export const SLOT_MS = 900_000
export const SLOTS_PER_DAY = 96
export const SLOTS_PER_WEEK = 672

/** The slot an instant (epoch milliseconds) falls in. */
export function slotOf(instant: number): number {
  return Math.floor(instant / SLOT_MS)
}

/** The UTC day number an instant (epoch milliseconds) falls in. */
export function utcDayOf(instant: number): number {
  return Math.floor(instant / DAY_MS)
}

/** The start of the slot that an instant falls in. */
export function floorSlot(instant: number): number {
  return Math.floor(instant / SLOT_MS) * SLOT_MS
}

/** The first slot boundary at or after an instant. */
export function ceilSlot(instant: number): number {
  return Math.ceil(instant / SLOT_MS) * SLOT_MS
}

/** A UTC day (its number) as an interval. */
export function utcDayInterval(day: number): Interval {
  return { start: day * DAY_MS, end: (day + 1) * DAY_MS }
}

/** The UTC days (their numbers) that an interval touches, ascending. */
export function utcDaysOf(interval: Interval): readonly number[] {
  if (isEmpty(interval)) return []
  const first = utcDayOf(interval.start)
  const last = utcDayOf(interval.end - 1)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
