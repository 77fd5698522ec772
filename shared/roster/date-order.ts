import { dayOfWeekOfDay } from '../time/local.ts'
import { DATE_ORDERS, type DateOrder, type DateText, dayInOrder, nearestDay } from './date-text.ts'

/** Why the numbers of dates are read in an order. */
export const ORDER_REASONS = ['chosen', 'evidence', 'span', 'system', 'not-needed'] as const
export type OrderReason = (typeof ORDER_REASONS)[number]

/** No roster goes over so many days. */
const YEAR_DAYS = 400

export interface OrderOfDates {
  readonly order: DateOrder
  readonly reason: OrderReason
}

/**
 * The order of day and month in all dates of a file: the one that makes dates of most of them and agrees with the weekdays beside them;
 * of two that do, day before month where dates have points, else the one whose dates span fewer days, else the usual one.
 */
export function orderOfDates(
  texts: Iterable<DateText>,
  options: { readonly chosen: DateOrder | null; readonly usual: DateOrder; readonly today: number },
): OrderOfDates {
  const { chosen, usual, today } = options
  const dates = [...texts].filter((text) => text.kind === 'numbers')
  if (chosen !== null) return { order: chosen, reason: 'chosen' }
  if (dates.length === 0) return { order: usual, reason: 'not-needed' }
  const scores = DATE_ORDERS.map((order) => {
    const days = dates.map(({ numbers, weekday }) => ({ day: dayInOrder(numbers, order, today), weekday }))
    const found = days.flatMap(({ day }) => day ?? [])
    return {
      order,
      found: found.length,
      onWeekday: days.filter(({ day, weekday }) => day !== null && dayOfWeekOfDay(day) === weekday).length,
      span:
        found.reduce((most, day) => Math.max(most, day), -Infinity) -
        found.reduce((least, day) => Math.min(least, day), Infinity),
    }
  })
  // Years of two digits that stand first are rare: that order needs evidence of its own.
  const likely = scores.filter(({ order }) => order !== 'ymd')
  const best = likely.toSorted((one, other) => other.found - one.found || other.onWeekday - one.onWeekday)
  const [first, second] = best as [(typeof scores)[number], (typeof scores)[number]]
  const byYear = scores.find(({ order }) => order === 'ymd')!
  if (byYear.found > first.found || (byYear.found === first.found && byYear.onWeekday > first.onWeekday))
    return { order: 'ymd', reason: 'evidence' }
  if (byYear.found === first.found && byYear.span < YEAR_DAYS && first.span > YEAR_DAYS)
    return { order: 'ymd', reason: 'span' }
  if (first.found > second.found || first.onWeekday > second.onWeekday)
    return { order: first.order, reason: 'evidence' }
  if (dates.every(({ hasPoints }) => hasPoints)) return { order: 'dmy', reason: 'evidence' }
  if (first.span !== second.span)
    return { order: first.span < second.span ? first.order : second.order, reason: 'span' }
  return { order: usual === 'ymd' ? first.order : usual, reason: 'system' }
}

/** The day that a text says by an order; null: it says none, or one that is not on the calendar. */
export function dayOf(
  text: DateText,
  { order, today }: { readonly order: DateOrder; readonly today: number },
): number | null {
  switch (text.kind) {
    case 'day':
      return text.day
    case 'numbers':
      return text.numbers.length === 2 && text.weekday !== null
        ? nearestDay(...monthAndDate(text.numbers, order), { today, weekday: text.weekday })
        : dayInOrder(text.numbers, order, today)
    case 'no-year':
      return nearestDay(text.month, text.date, { today, weekday: text.weekday })
    case 'date-of-month':
    case 'weekday':
      return null
  }
}

function monthAndDate([first = 0, second = 0]: readonly number[], order: DateOrder): [number, number] {
  return order === 'dmy' ? [second, first] : [first, second]
}
