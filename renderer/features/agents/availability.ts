import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { TimeRange } from '../../../shared/plan/plan.ts'
import type { AvailableRange } from '../../../shared/plan/rules/rules.ts'
import type { Formatter } from '../../format/formatter.ts'

/** When somebody can work on a weekday. */
export type DayAvailability =
  | { readonly kind: 'any' }
  | { readonly kind: 'none' }
  | { readonly kind: 'times'; readonly ranges: readonly TimeRange[] }

/** By day of the week, 0 = Sunday. */
export type WeekAvailability = readonly DayAvailability[]

const GAP = 60
const NEW_RANGE = 240
const DAYS_OF_WEEK = [0, 1, 2, 3, 4, 5, 6]
export const USUAL_RANGE: TimeRange = { startMinute: 9 * 60, endMinute: 17 * 60 }

/** Availability as its form shows it, day by day. */
export function weekAvailability(availability: readonly AvailableRange[] | null | undefined): WeekAvailability {
  return DAYS_OF_WEEK.map((day) => {
    if (!availability) return { kind: 'any' }
    const ranges = availability
      .filter(({ dayOfWeek }) => dayOfWeek === day)
      .map(({ startMinute, endMinute }) => ({ startMinute, endMinute }))
      .toSorted(byStart)
    if (ranges.length === 0) return { kind: 'none' }
    return ranges.length === 1 && isWholeDay(ranges[0]!) ? { kind: 'any' } : { kind: 'times', ranges }
  })
}

/** What the form says; null: at any time. */
export function availableRanges(week: WeekAvailability): readonly AvailableRange[] | null {
  if (week.every(({ kind }) => kind === 'any')) return null
  return week.flatMap((day, dayOfWeek) => dayRanges(day).map((range) => ({ dayOfWeek, ...range })))
}

/** A new time range for a day: an hour after those there are, or before them where midnight is too near. */
export function nextRange(ranges: readonly TimeRange[]): TimeRange {
  if (ranges.length === 0) return USUAL_RANGE
  const start = Math.max(...ranges.map(({ endMinute }) => endMinute)) + GAP
  if (start + GAP <= DAY_MINUTES) return { startMinute: start, endMinute: Math.min(start + NEW_RANGE, DAY_MINUTES) }
  const end = Math.max(Math.min(...ranges.map(({ startMinute }) => startMinute)) - GAP, GAP)
  return { startMinute: Math.max(end - NEW_RANGE, 0), endMinute: end }
}

export function byStart(one: TimeRange, other: TimeRange): number {
  return one.startMinute - other.startMinute
}

/** A time range that ends at a time of day: on the next one where that is not after its start. */
export function rangeAt(startMinute: number, endMinuteOfDay: number): TimeRange {
  const end = endMinuteOfDay % DAY_MINUTES
  return { startMinute, endMinute: end > startMinute ? end : end + DAY_MINUTES }
}

/** "Mon–Fri 8:00–18:00, Sat any time", "Any time" or "Never". */
export function availabilityText(
  availability: readonly AvailableRange[] | null | undefined,
  format: Formatter,
): string {
  const week = weekAvailability(availability)
  if (week.every(({ kind }) => kind === 'any')) return format.texts.agents.anyTime
  if (week.every(({ kind }) => kind === 'none')) return format.texts.agents.never
  const byTimes = Map.groupBy(
    format.weekOrder.filter((day) => week[day]!.kind !== 'none'),
    (day) => timesText(week[day]!, format),
  )
  return [...byTimes].map(([times, days]) => `${daysText(days, format)} ${times}`).join(', ')
}

function timesText(day: DayAvailability, format: Formatter): string {
  if (day.kind === 'any') return format.texts.agents.anyTimeOfDay
  return dayRanges(day)
    .map(
      ({ startMinute, endMinute }) =>
        `${format.shortWallTime(startMinute)}–${endMinute === DAY_MINUTES && !format.hour12 ? '24:00' : format.shortWallTime(endMinute)}`,
    )
    .join(' & ')
}

/** Days in the order of the week: "Mon–Wed & Fri". */
function daysText(days: readonly number[], format: Formatter): string {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && format.weekOrder.indexOf(day) === format.weekOrder.indexOf(run.at(-1)!) + 1) run.push(day)
    else runs.push([day])
  }
  const name = (day: number): string => format.dayName(day, 'short')
  return runs
    .map((run) => (run.length < 3 ? run.map(name).join(' & ') : `${name(run[0]!)}–${name(run.at(-1)!)}`))
    .join(' & ')
}

function dayRanges(day: DayAvailability): readonly TimeRange[] {
  switch (day.kind) {
    case 'any':
      return [{ startMinute: 0, endMinute: DAY_MINUTES }]
    case 'none':
      return []
    case 'times':
      return day.ranges
  }
}

function isWholeDay({ startMinute, endMinute }: TimeRange): boolean {
  return startMinute === 0 && endMinute === DAY_MINUTES
}
