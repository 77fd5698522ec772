import { addDays, dayOfWeekOf, daysBetween } from '../../time/local.ts'

const DAYS = 7
const MONDAY = 1

/** A calendar month; local dates, both inside. */
export interface Month {
  /** YYYY-MM. */
  readonly month: string
  readonly from: string
  readonly to: string
  readonly days: number
}

/** Days of a month by the week in which they lie, and the week to come that is predicted in its place. */
export interface RepresentedWeek {
  /** Monday of the week whose days are meant. */
  readonly week: string
  /** Monday of the week that is predicted for them. */
  readonly predicted: string
  /** From Monday on, 1 where the day is meant, and 0. */
  readonly days: readonly number[]
}

export interface RepresentationOptions {
  /** Monday of the first week that can be predicted. */
  readonly firstWeek: string
  /** Days unlike others of their weekday, however little: holidays, days around them, marked days, days on which clocks change. */
  readonly isSpecial: (date: string) => boolean
  /** What makes a date one that no other can be taken for, by name; null: nothing. */
  readonly ownDay: (date: string) => string | null
}

/** The calendar months after the one of a date, in order. */
export function monthsAfter(date: string, count: number): readonly Month[] {
  const [year, month] = date.split('-').map(Number)
  const firstOf = (index: number): string => new Date(Date.UTC(year!, month! + index, 1)).toISOString().slice(0, 10)
  return Array.from({ length: count }, (_, index) => {
    const [from, next] = [firstOf(index), firstOf(index + 1)]
    return { month: from.slice(0, 7), from, to: addDays(next, -1), days: daysBetween(from, next) }
  })
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  return addDays(date, -((dayOfWeekOf(date) - MONDAY + DAYS) % DAYS))
}

/**
 * Which weeks are predicted for a month: a usual one, which is the one with the fewest special days, nearest to the middle, and every one with a
 * day that no other can be taken for. A day of a predicted week is itself; any other is the same weekday of the usual week, or of another
 * where the usual week's is special.
 */
export function representedWeeks(month: Month, options: RepresentationOptions): readonly RepresentedWeek[] {
  return representedBy(month, { predicted: predictedWeeks(month, options), isSpecial: options.isSpecial })
}

/** Days from a date on by the predicted weeks that stand for them: as in `representedWeeks`. */
export function representedBy(
  { from, days }: Pick<Month, 'from' | 'days'>,
  {
    predicted,
    isSpecial,
  }: Pick<RepresentationOptions, 'isSpecial'> & {
    /** Mondays, that of the usual week first. */
    readonly predicted: readonly string[]
  },
): readonly RepresentedWeek[] {
  const dates = Array.from({ length: days }, (_, day) => addDays(from, day))
  const found = new Map<string, RepresentedWeek & { readonly days: number[] }>()
  for (const date of dates) {
    const week = mondayOf(date)
    const place = daysBetween(week, date)
    const usual = predicted.find((one) => !isSpecial(addDays(one, place))) ?? predicted[0]!
    const chosen = predicted.includes(week) ? week : usual
    const key = `${week} ${chosen}`
    const entry = found.get(key) ?? { week, predicted: chosen, days: Array.from({ length: DAYS }, () => 0) }
    found.set(key, entry)
    entry.days[place] = 1
  }
  return [...found.values()]
}

/** Mondays of the weeks that are predicted for a month, that of the usual week first: as in `representedWeeks`. */
export function predictedWeeks(
  { from, to }: Pick<Month, 'from' | 'to'>,
  { firstWeek, isSpecial, ownDay }: RepresentationOptions,
): readonly [string, ...string[]] {
  const middle = mondayOf(addDays(from, MIDDLE))
  const first = mondayOf(from)
  const candidates = Array.from({ length: Math.floor(daysBetween(first, to) / DAYS) + 1 }, (_, index) =>
    addDays(first, index * DAYS),
  ).filter((week) => week >= firstWeek)
  const count = (week: string, is: (date: string) => boolean): number => datesOf(week).filter(is).length
  const isOwn = (date: string): boolean => ownDay(date) !== null
  const fromMiddle = (week: string): number => Math.abs(daysBetween(middle, week))
  const [usual = middle] = candidates.toSorted(
    (one, other) =>
      count(one, isOwn) - count(other, isOwn) ||
      count(one, isSpecial) - count(other, isSpecial) ||
      fromMiddle(one) - fromMiddle(other),
  )
  // What comes every week is in the usual week too.
  const isInUsual = (date: string, place: number): boolean => ownDay(addDays(usual, place)) === ownDay(date)
  const others = candidates.filter(
    (week) =>
      week !== usual &&
      datesOf(week).some((date, place) => date >= from && date <= to && isOwn(date) && !isInUsual(date, place)),
  )
  return [usual, ...others]
}

function datesOf(week: string): readonly string[] {
  return Array.from({ length: DAYS }, (_, day) => addDays(week, day))
}

/** Days from a month's first to its middle. */
const MIDDLE = 14
