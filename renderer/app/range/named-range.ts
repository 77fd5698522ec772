import { addDays, countDays, weekStartOf } from '../../../shared/time/local.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'

/** Ranges that the calendar names. */
export const NAMED_RANGES = ['yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'everything'] as const
export type NamedRange = (typeof NAMED_RANGES)[number]

/** Two local dates, both inside. */
export interface DateRange {
  readonly from: string
  readonly to: string
}

export interface NamedRangeContext {
  readonly today: string
  /** 0 = Sunday. */
  readonly firstDayOfWeek: number
  /** null: nothing is known. */
  readonly firstKnownDate: string | null
}

/** The dates of a named range; those that still go on end today. */
export function datesOfNamed(
  name: NamedRange,
  { today, firstDayOfWeek, firstKnownDate }: NamedRangeContext,
): DateRange {
  const week = weekStartOf(today, firstDayOfWeek)
  const month = firstOfMonth(today)
  switch (name) {
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'this-week':
      return { from: week, to: today }
    case 'last-week':
      return { from: addDays(week, -7), to: addDays(week, -1) }
    case 'this-month':
      return { from: month, to: today }
    case 'last-month':
      return { from: firstOfMonth(addDays(month, -1)), to: addDays(month, -1) }
    case 'everything':
      return { from: everythingFrom(firstKnownDate, today), to: today }
  }
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 8)}01`
}

/** As far back as one report goes. */
function everythingFrom(firstKnownDate: string | null, today: string): string {
  if (firstKnownDate === null || firstKnownDate > today) return today
  return countDays(firstKnownDate, today) > LIMITS.reportDays ? addDays(today, 1 - LIMITS.reportDays) : firstKnownDate
}
