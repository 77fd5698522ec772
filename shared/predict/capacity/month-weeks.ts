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
  /** Days unlike others of their weekday: holidays, marked days, days on which clocks change. */
  readonly isSpecial: (date: string) => boolean
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
 * Which weeks are predicted for a month: the one around its middle, and where the month has special days the one that has most of them. A day
 * of a predicted week is itself; any other is the same weekday of the middle week, or of the second where the middle week's is special.
 */
export function representedWeeks(
  { from, to, days }: Month,
  { firstWeek, isSpecial }: RepresentationOptions,
): readonly RepresentedWeek[] {
  return representedBy({ from, days }, { predicted: predictedWeeks({ from, to }, { firstWeek, isSpecial }), isSpecial })
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

/** One or two Mondays, the week around the middle first. */
function predictedWeeks(
  { from, to }: Pick<Month, 'from' | 'to'>,
  { firstWeek, isSpecial }: RepresentationOptions,
): readonly string[] {
  const middle = mondayOf(addDays(from, MIDDLE))
  const first = mondayOf(from)
  const candidates = Array.from({ length: daysBetween(first, to) / DAYS + 1 }, (_, index) =>
    addDays(first, index * DAYS),
  )
  const specials = (week: string): readonly string[] =>
    Array.from({ length: DAYS }, (_, day) => addDays(week, day)).filter(
      (date) => date >= from && date <= to && isSpecial(date),
    )
  const [best] = candidates
    .filter((week) => week !== middle && week >= firstWeek)
    .toSorted(
      (one, other) =>
        specials(other).length - specials(one).length ||
        Math.abs(daysBetween(middle, one)) - Math.abs(daysBetween(middle, other)),
    )
  return best !== undefined && specials(best).length + specials(middle).length > 0 ? [middle, best] : [middle]
}

/** Days from a month's first to its middle. */
const MIDDLE = 14
