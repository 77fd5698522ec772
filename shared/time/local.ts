import { AppError } from '../foundation/errors.ts'
import type { Interval } from '../foundation/interval.ts'
import { DAY_MS } from '../foundation/minutes.ts'
import { offsetAt, offsetIntervals } from './zone.ts'

/** Local dates, both inside (YYYY-MM-DD), in an IANA time zone. */
export interface LocalDateRange {
  readonly from: string
  readonly to: string
  readonly timeZone: string
}

const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/
const EPOCH_DAY_OF_WEEK = 4
/** Longer than any report; guards against a slip of the year that would make millions of rows. */
const MAX_RANGE_DAYS = 200 * 366

/** Whether a text is a date of the calendar as YYYY-MM-DD. */
export function isLocalDate(text: string): boolean {
  return DATE_PATTERN.test(text) && isOnCalendar(text)
}

/** The day number (days since 1970-01-01 on the calendar) of a YYYY-MM-DD date. Throws AppError 'invalid-input' for a date that does not exist. */
export function parseLocalDate(date: string): number {
  if (isLocalDate(date)) return utcMidnightOf(date) / DAY_MS
  throw new AppError({
    code: 'invalid-input',
    message: `"${date}" is not a date.`,
    next: 'Give a date of the calendar as YYYY-MM-DD, such as 2026-03-01.',
  })
}

/** YYYY-MM-DD of a day number. */
export function formatLocalDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** The date `days` later (earlier where negative). Throws AppError 'invalid-input' for a date that does not exist. */
export function addDays(date: string, days: number): string {
  return formatLocalDate(parseLocalDate(date) + days)
}

/** Days from one date to another, negative where `to` is earlier. Throws AppError 'invalid-input' for a date that does not exist. */
export function daysBetween(from: string, to: string): number {
  return parseLocalDate(to) - parseLocalDate(from)
}

/** Day of week of a date, 0 = Sunday. Throws AppError 'invalid-input' for a date that does not exist. */
export function dayOfWeekOf(date: string): number {
  return dayOfWeekOfDay(parseLocalDate(date))
}

/** The date on which the week of a date begins; `firstDayOfWeek` 0 = Sunday. Throws AppError 'invalid-input' for a date that does not exist. */
export function weekStartOf(date: string, firstDayOfWeek: number): string {
  return addDays(date, -((dayOfWeekOf(date) - firstDayOfWeek + 7) % 7))
}

/** Day of week of a day number, 0 = Sunday. */
export function dayOfWeekOfDay(day: number): number {
  return (((day + EPOCH_DAY_OF_WEEK) % 7) + 7) % 7
}

/** The local date of an instant (epoch milliseconds). Throws AppError 'invalid-input' for an unknown zone. */
export function localDateOf(instant: number, timeZone: string): string {
  return formatLocalDate(Math.floor((instant + offsetAt(instant, timeZone)) / DAY_MS))
}

/** The last `days` local dates up to and including the one of `now`: what a report covers by default. */
export function lastDays(now: number, timeZone: string, days = 30): { readonly from: string; readonly to: string } {
  const to = localDateOf(now, timeZone)
  return { from: addDays(to, 1 - days), to }
}

/** Every date from `from` to `to`, both inside; none where from > to. Throws AppError 'invalid-input' for nonsense or over 200 years. */
export function datesBetween(from: string, to: string): readonly string[] {
  const first = parseLocalDate(from)
  return Array.from({ length: countDays(from, to) }, (_, index) => formatLocalDate(first + index))
}

/** Number of dates from `from` to `to`, both inside; 0 where from > to. Throws AppError 'invalid-input' for nonsense or over 200 years. */
export function countDays(from: string, to: string): number {
  const days = Math.max(0, daysBetween(from, to) + 1)
  if (days <= MAX_RANGE_DAYS) return days
  throw new AppError({
    code: 'invalid-input',
    message: `The range from ${from} to ${to} is longer than 200 years.`,
    next: 'Choose dates closer together.',
  })
}

/**
 * The instants of a range of local dates: from the first instant whose local date is `from` (or later, where the zone skipped
 * that day) to the first whose local date is after `to`. Empty where from > to. Throws AppError 'invalid-input' for nonsense.
 */
export function localRange(from: string, to: string, timeZone: string): Interval {
  const start = firstInstantOf(parseLocalDate(from), timeZone)
  if (countDays(from, to) === 0) return { start, end: start }
  return { start, end: firstInstantOf(parseLocalDate(to) + 1, timeZone) }
}

/** The built-in parser reads 30 February as 2 March. */
function isOnCalendar(date: string): boolean {
  const midnight = utcMidnightOf(date)
  return !Number.isNaN(midnight) && formatLocalDate(midnight / DAY_MS) === date
}

function utcMidnightOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/** The first instant whose local day is `day` or later. */
function firstInstantOf(day: number, timeZone: string): number {
  const utcMidnight = day * DAY_MS
  // Local time is less than a day from UTC, so two days before it is surely earlier and two days after surely later.
  for (const interval of offsetIntervals(timeZone, utcMidnight - 2 * DAY_MS, utcMidnight + 2 * DAY_MS)) {
    const instant = Math.max(interval.start, utcMidnight - interval.offsetMs)
    if (instant < interval.end) return instant
  }
  throw new AppError({ code: 'internal', message: `No instant of day ${day} in ${timeZone}.` })
}
