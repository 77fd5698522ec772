import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { datesBetween, dayOfWeekOf, localDateOf } from '../../../shared/time/local.ts'
import { offsetAt } from '../../../shared/time/zone.ts'
import type { CoverageReport } from './report.ts'

/** How many of the dates behind a figure are known. */
export interface Known {
  readonly known: number
  readonly all: number
}

/** What is known of a report's range, date by date and hour by hour. */
export interface KnownDates {
  readonly dates: readonly string[]
  /** Unknown for a date that is wholly or partly not synced. */
  readonly isKnown: (date: string) => boolean
  /** The date has not begun at the last sync. */
  readonly isAhead: (date: string) => boolean
  /** The date during which the last sync was, if it is in the range. */
  readonly today: string | null
  /** Dates on which this hour of this day of the week had begun, and how many of them are known. */
  readonly ofCell: (dayOfWeek: number, hour: number) => Known
}

/** Works out what a report's figures rest on. */
export function knownDates(range: CoverageReport['range']): KnownDates {
  const now = Date.parse(range.now)
  const today = localDateOf(now, range.timeZone)
  const hourNow = Math.floor(((((now + offsetAt(now, range.timeZone)) % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS)
  const unknown = new Set(range.unknownDates)
  const dates = datesBetween(range.from, range.to)
  const byDayOfWeek = Array.from({ length: 7 }, (_, day) => dates.filter((date) => dayOfWeekOf(date) === day))
  return {
    dates,
    isKnown: (date) => !unknown.has(date) && date <= today,
    isAhead: (date) => date > today,
    today: today >= range.from && today <= range.to ? today : null,
    ofCell: (dayOfWeek, hour) => {
      const begun = byDayOfWeek[dayOfWeek]!.filter((date) => date < today || (date === today && hour <= hourNow))
      return { known: begun.filter((date) => !unknown.has(date)).length, all: begun.length }
    },
  }
}
