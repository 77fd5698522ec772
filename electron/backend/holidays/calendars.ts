import { AppError } from '../../../shared/foundation/errors.ts'
import type { Holiday } from '../../../shared/predict/forecast/holiday-days.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import { type BackendContext, perContext } from '../core/context.ts'
import type { CalendarCountry, CalendarPlace, HolidayCalendar } from './calendar.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'

/** Years before and after the one asked for: effects are learned from no more, and no weeks further ahead are shown. */
const YEARS_BEFORE = 4
const YEARS_AFTER = 2

interface Kept {
  readonly fromYear: number
  readonly toYear: number
  readonly holidays: Promise<readonly Holiday[]>
}

const keptOf = perContext(() => ({
  byPlace: new Map<string, Kept>(),
  countries: null as Promise<readonly CalendarCountry[]> | null,
}))

/** Names a country or region among others. */
export function placeKey({ country, region }: Pick<CalendarPlace, 'country' | 'region'>): string {
  return `${country}/${region ?? ''}`
}

/** The holidays of a country or region, at least of the years asked for. */
function holidaysOfPlace(
  context: BackendContext,
  place: CalendarPlace,
  years: { readonly fromYear: number; readonly toYear: number },
): Promise<readonly Holiday[]> {
  const { byPlace } = keptOf(context)
  const key = placeKey(place)
  const known = byPlace.get(key)
  if (known !== undefined && known.fromYear <= years.fromYear && known.toYear >= years.toYear) return known.holidays
  const wanted = {
    fromYear: Math.min(years.fromYear, known?.fromYear ?? years.fromYear),
    toYear: Math.max(years.toYear, known?.toYear ?? years.toYear),
  }
  const holidays = context.data.withHolidays((thread) =>
    thread.holidays({ country: place.country, region: place.region, ...wanted }),
  )
  byPlace.set(key, { ...wanted, holidays })
  // What failed is asked for again.
  holidays.catch(() => byPlace.get(key)?.holidays === holidays && byPlace.delete(key))
  return holidays
}

/** Every country that has a calendar. */
export function calendarCountries(context: BackendContext): Promise<readonly CalendarCountry[]> {
  const kept = keptOf(context)
  kept.countries ??= context.data.withHolidays((thread) => thread.countries())
  const asked = kept.countries
  asked.catch(() => kept.countries === asked && (kept.countries = null))
  return asked
}

/** The calendars of a workspace, as predictions of a week that begins on `week` take them; none where it has chosen none. */
export async function calendarsOf(
  context: BackendContext,
  workspaceId: string,
  week: string | null = null,
): Promise<readonly HolidayCalendar[]> {
  const workspace = await workspaceById(context.data.work(), workspaceId)
  const today = localDateOf(context.clock(), timeZoneOf(workspace, context))
  return calendarsFor(context, workspace.settings.holidayCalendars, [today, week ?? today])
}

/** The holidays of places in all years that matter for some dates. */
export async function calendarsFor(
  context: BackendContext,
  places: readonly CalendarPlace[],
  dates: readonly string[],
): Promise<readonly HolidayCalendar[]> {
  const years = dates.map((date) => Number(date.slice(0, 4)))
  const wanted = { fromYear: Math.min(...years) - YEARS_BEFORE, toYear: Math.max(...years) + YEARS_AFTER }
  return Promise.all(
    places.map(async (place) => ({ ...place, holidays: await holidaysOfPlace(context, place, wanted) })),
  )
}

/** Throws 'invalid-input' for a country or region without a calendar. */
export async function refuseUnknownPlaces(context: BackendContext, places: readonly CalendarPlace[]): Promise<void> {
  if (places.length === 0) return
  const countries = new Map((await calendarCountries(context)).map((one) => [one.country, one]))
  for (const { country, region } of places) {
    const found = countries.get(country)
    if (found === undefined) {
      throw new AppError({
        code: 'invalid-input',
        message: `There is no holiday calendar of a country "${country}".`,
        next: 'Give the two letters of a country, such as US, DE or JP.',
      })
    }
    if (region === null || found.regions.some((one) => one.region === region)) continue
    throw new AppError({
      code: 'invalid-input',
      message: `The holiday calendar of ${found.name} has no region "${region}".`,
      next:
        found.regions.length === 0
          ? 'It is the same in all of the country: leave the region out.'
          : `Its regions are: ${found.regions.map((one) => `${one.region} (${one.name})`).join(', ')}.`,
    })
  }
}
