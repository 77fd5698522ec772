import { dayOfWeekOf } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Forecast } from './forecast-types.ts'
import { BAND_NAME, expectedCount, intervalText } from './forecast-words.ts'

export interface WeekSummary {
  /** The answer: how many, between what, and which days stand out. */
  readonly headline: string
  /** What it rests on. */
  readonly basis: string
}

/** A quieter day is named only where it differs by so much of the busiest. */
const WORTH_NAMING = 0.1

/** A week to come in two sentences. */
export function weekSummary({ week, days, weeksObserved, range }: Forecast, { isThisWeek }: { readonly isThisWeek: boolean }, format: Formatter): WeekSummary {
  const interval = intervalText({ lower: week.lower80, upper: week.upper80 }, format)
  const sorted = days.toSorted((a, b) => b.visitors - a.visitors)
  const [busiest, quietest] = [sorted[0]!, sorted.at(-1)!]
  const name = ({ date }: { readonly date: string }): string => format.dayName(dayOfWeekOf(date))
  const stands = busiest.visitors - quietest.visitors > WORTH_NAMING * busiest.visitors
  const spread = stands ? ` Busiest is ${name(busiest)} (${expectedCount(busiest.visitors, format)}), quietest ${name(quietest)} (${expectedCount(quietest.visitors, format)}).` : ''
  return {
    headline: `${expectedCount(week.visitors, format)} visitors ${isThisWeek ? 'were' : 'are'} expected (${BAND_NAME} ${interval}).`,
    basis: `${spread} From ${weeksObserved === 1 ? '1 week' : `${weeksObserved} weeks`} of history, up to ${format.instant(Date.parse(range.origin), range.timeZone)}.`.trim(),
  }
}
