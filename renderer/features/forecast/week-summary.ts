import { dayOfWeekOf } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Forecast } from './forecast-types.ts'
import { signedShare } from './known-day-text.ts'
import { expectedCount, intervalText } from './forecast-text.ts'

export interface WeekSummary {
  /** The answer: how many, and the range. */
  readonly headline: string
  /** Which days stand out, and what it is based on. */
  readonly basis: string
}

/** A quieter day is named only where it differs by so much of the busiest. */
const WORTH_NAMING = 0.1

/** A week to come in a few sentences. */
export function weekSummary({ week, days, weeksObserved, range, lastYear }: Forecast, format: Formatter): WeekSummary {
  const t = format.texts.forecast
  const sorted = days.toSorted((a, b) => b.visitors - a.visitors)
  const [busiest, quietest] = [sorted[0]!, sorted.at(-1)!]
  const name = ({ date }: { readonly date: string }): string => format.dayName(dayOfWeekOf(date))
  const differ = busiest.visitors - quietest.visitors > WORTH_NAMING * busiest.visitors
  const spread = t.busiest({
    busiest: name(busiest),
    most: expectedCount(busiest.visitors, format),
    quietest: name(quietest),
    least: expectedCount(quietest.visitors, format),
  })
  const basis = t.basis({
    count: weeksObserved,
    time: format.instant(Date.parse(range.origin), range.timeZone),
  })
  return {
    headline: t.headline({
      count: week.visitors,
      visitors: expectedCount(week.visitors, format),
      range: intervalText({ lower: week.lower80, upper: week.upper80 }, format),
    }),
    basis: [
      ...(differ ? [spread] : []),
      basis,
      ...(lastYear === null
        ? []
        : [
            t.lastYear({
              effect: signedShare(lastYear.effect, format),
              weight: format.rate(100 * lastYear.weight),
            }),
          ]),
    ].join(' '),
  }
}
