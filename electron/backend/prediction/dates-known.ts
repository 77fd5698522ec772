import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import type { Past } from '../../../shared/predict/assemble/past.ts'
import type { WeightedHolidays } from '../../../shared/predict/forecast/holiday-days.ts'
import type { KnownDay } from '../../../shared/predict/forecast/known-days.ts'
import { knownDaysOf, type Mark } from '../../../shared/predict/forecast/mark-days.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import type { HolidayCalendar } from '../holidays/calendar.ts'

/** What a workspace knows of dates before they come. */
export interface DatesKnown {
  readonly marks: readonly Mark[]
  readonly calendars: readonly HolidayCalendar[]
}

export interface KnownDaysQuery {
  readonly timeZone: string
  /** The last local date that is wanted. */
  readonly to: string
}

/** What is known of the dates of a past and of those after it, in order. */
export function knownDaysFor(
  { marks, calendars }: DatesKnown,
  { facts, past }: { readonly facts: PredictionFacts; readonly past: Pick<Past, 'long' | 'origin'> },
  { timeZone, to }: KnownDaysQuery,
): readonly KnownDay[] {
  if (marks.length === 0 && calendars.length === 0) return []
  const first = past.long?.known[0]?.start ?? past.origin - WHOLE_HISTORY_MS
  return knownDaysOf(
    { marks, calendars: weighted(calendars, facts), observedBefore: localDateOf(past.origin, timeZone) },
    { from: localDateOf(first, timeZone), to },
  )
}

const WHOLE_HISTORY_MS = 190 * DAY_MS

/** Of several countries each has the share of its visitors among those of all of them; regions of one country share its. */
function weighted(calendars: readonly HolidayCalendar[], facts: PredictionFacts): readonly WeightedHolidays[] {
  if (calendars.length <= 1) return calendars.map(({ holidays }) => ({ weight: 1, holidays }))
  const visitors = visitorsByCountry(facts)
  const regions = Map.groupBy(calendars, ({ country }) => country)
  const total = [...regions.keys()].reduce((sum, country) => sum + (visitors.get(country) ?? 0), 0)
  return calendars.map(({ country, holidays }) => ({
    weight: (total > 0 ? (visitors.get(country) ?? 0) / total : 1 / regions.size) / regions.get(country)!.length,
    holidays,
  }))
}

/** The countries that visitors come from, with their shares (0-1) of those whose country is known; the most first. */
export function countryShares(
  facts: Pick<PredictionFacts, 'batches'>,
): readonly { readonly country: string; readonly share: number }[] {
  const visitors = visitorsByCountry(facts)
  const total = [...visitors.values()].reduce((sum, count) => sum + count, 0)
  return [...visitors]
    .map(([country, count]) => ({ country, share: count / total }))
    .toSorted((a, b) => b.share - a.share)
}

function visitorsByCountry({ batches }: Pick<PredictionFacts, 'batches'>): ReadonlyMap<string, number> {
  const visitors = new Map<string, number>()
  for (const { dictionary, cells } of batches) {
    const counts = new Float64Array(dictionary.countries.length)
    for (let cell = 0; cell < cells.length; cell += 1) counts[cells.country[cell]!]! += cells.visitors[cell]!
    counts.forEach((count, ordinal) => {
      const country = dictionary.countries[ordinal]
      if (country !== null && country !== undefined && count > 0)
        visitors.set(country, (visitors.get(country) ?? 0) + count)
    })
  }
  return visitors
}

/** The known days of an origin's past: what is learned from it does not change with what is known of later. */
export function knownBefore(days: readonly KnownDay[], origin: number, timeZone: string): readonly KnownDay[] {
  const last = localDateOf(origin, timeZone)
  return days.filter(({ date }) => date <= last)
}
