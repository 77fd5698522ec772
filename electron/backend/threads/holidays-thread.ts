import Holidays from 'date-holidays'
import { DAY_MS, HOUR_MINUTES } from '../../../shared/foundation/minutes.ts'
import { addDays } from '../../../shared/time/local.ts'
import { OBSERVED, type Holiday } from '../../../shared/predict/forecast/holiday-days.ts'
import type { CalendarCountry, CalendarPlace } from '../holidays/calendar.ts'
import type { Remote } from './worker-channel.ts'

export type HolidaysThread = Remote<ReturnType<typeof createHolidaysThread>['functions']>

export interface HolidaysQuery extends CalendarPlace {
  /** Both inside. */
  readonly fromYear: number
  readonly toYear: number
}

/** A day off in the place of a holiday at the weekend is another day than the holiday itself, and remembered by itself. */
const SUBSTITUTE = ' (substitute day)'
/** Names that a country writes otherwise than the library's English. */
const OWN_SPELLING: Readonly<Record<string, Readonly<Record<string, string>>>> = { US: { 'Labour Day': 'Labor Day' } }

/** The thread that knows the holidays of the world: its tables are large and seldom asked, so it ends after each question. */
export function createHolidaysThread() {
  return {
    functions: {
      /** By date. A country or region that is not known has none. */
      holidays({ country, region, fromYear, toYear }: HolidaysQuery): readonly Holiday[] {
        const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index)
        const holidaysOf = (...place: readonly string[]): readonly Holiday[] => {
          const calendar = new Holidays()
          calendar.init(...(place as [string]))
          return years
            .flatMap((year) => calendar.getHolidays(year, 'en'))
            .filter(({ type, start, end }) => type !== 'school' && (type === 'public' || daysOf(start, end) === 1))
            .flatMap(({ date, name, type, start, end }) =>
              Array.from({ length: daysOf(start, end) }, (_, day) => ({
                date: addDays(date.slice(0, 10), day),
                name: nameIn(country, name),
                isPublic: type === 'public',
                ...(type === 'public' && day === 0 ? startOf(date) : {}),
              })),
            )
        }
        const keyOf = ({ date, name }: Holiday): string => `${date} ${name}`
        const national = region === null ? null : new Set(holidaysOf(country).map(keyOf))
        // Of two on one date the one of the whole country comes first.
        const rank = (holiday: Holiday): number => (national === null || national.has(keyOf(holiday)) ? 0 : 1)
        return (region === null ? holidaysOf(country) : holidaysOf(country, region)).toSorted((a, b) =>
          a.date === b.date ? rank(a) - rank(b) : a.date < b.date ? -1 : 1,
        )
      },
      /** By name. */
      countries(): readonly CalendarCountry[] {
        const calendars = new Holidays()
        return Object.entries(calendars.getCountries('en'))
          .map(([country, name]) => ({
            country,
            name,
            regions: Object.entries(calendars.getStates(country, 'en') ?? {})
              .map(([region, regionName]) => ({ region, name: regionName }))
              .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
          }))
          .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      },
    },
    close: () => undefined,
  }
}

function nameIn(country: string, name: string): string {
  const isSubstitute = name.endsWith(SUBSTITUTE)
  const plain = isSubstitute ? name.slice(0, -SUBSTITUTE.length) : name
  return `${OWN_SPELLING[country]?.[plain] ?? plain}${isSubstitute ? OBSERVED : ''}`
}

/** When a day off begins that has a time of day: "2026-12-24 13:00:00". */
function startOf(date: string): Pick<Holiday, 'startMinute'> {
  const startMinute = HOUR_MINUTES * Number(date.slice(11, 13)) + Number(date.slice(14, 16))
  return startMinute > 0 ? { startMinute } : {}
}

/** One that begins in the afternoon is a day too. */
function daysOf(start: Date, end: Date): number {
  return Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS))
}
