import type { z } from 'zod'
import type { KnownDayOutput } from '../../../shared/contract/known-day-output.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import type { KnownDay } from '../../../shared/predict/forecast/known-days.ts'
import { knownDaysOf } from '../../../shared/predict/forecast/mark-days.ts'
import type { BackendContext } from '../core/context.ts'
import { weekQueryOf } from '../prediction/week-query.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import type { CalendarPlace } from './calendar.ts'
import { observedBefore, timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { calendarCountries, calendarsFor, placeKey, refuseUnknownPlaces } from './calendars.ts'
import type { holidaysInput, placesInput, useHolidaysInput } from './inputs.ts'
import { knownDayOutputs } from './known-day-output.ts'

/** Days around holidays are only listed where something is known of them. */
const QUIET_CLASSES: ReadonlySet<KnownDayOutput['class']> = new Set(['around', 'observance'])
const WORTH_SAYING = 0.1

/**
 * The holidays of a range, of calendars and marked, with what each does to the visitors, as far as is known; of dates before the synced
 * history, and without one, their names alone. Marked outages are not learned from.
 */
export async function listHolidays(
  context: BackendContext,
  { workspaceId, from, to, calendars: asked, timeZone, poolId, until }: z.output<typeof holidaysInput>,
): Promise<readonly KnownDayOutput[]> {
  if (asked !== null) await refuseUnknownPlaces(context, asked)
  const work = context.data.work()
  const workspace = await workspaceById(work, workspaceId)
  const today = localDateOf(context.clock(), timeZoneOf(workspace, context))
  const [marks, calendars] = await Promise.all([
    work.listMarks(workspaceId),
    calendarsFor(context, asked ?? workspace.settings.holidayCalendars, [today, from, to]),
  ])
  // Learned from what is known now, wherever the range begins.
  const effects =
    workspace.now === null
      ? []
      : await weekQueryOf(context, { workspaceId, timeZone, poolId, until }).then((query) =>
          computeFromCache(context, workspaceId, (computer) =>
            computer.datesEffects({ ...query, from, to, datesKnown: { marks, calendars } }),
          ),
        )
  const learned = new Set(effects.map(({ date }) => date))
  const shared = calendars.map(({ holidays }) => ({ weight: 1 / calendars.length, holidays }))
  const others = knownDaysOf(
    { calendars: shared, marks, observedBefore: observedBefore(workspace, context) },
    { from, to },
  ).filter(({ date }) => !learned.has(date))
  return [...effects.flatMap(knownDayOutputs), ...others.map(nameAlone)]
    .filter(isWorthListing)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function isWorthListing({ class: ofDay, source, effect }: KnownDayOutput): boolean {
  if (ofDay === 'event' || ofDay === 'outage') return false
  return !QUIET_CLASSES.has(ofDay) || (source === 'own' && Math.abs(effect ?? 0) >= WORTH_SAYING)
}

function nameAlone({ date, name, class: ofDay, stated, hours }: KnownDay): KnownDayOutput {
  return {
    date,
    name,
    class: ofDay,
    effect: null,
    lower80: null,
    upper80: null,
    source: 'prior',
    known: [],
    stated,
    hours,
  }
}

/** The holidays of countries and regions in the years of a range. */
export async function holidaysOfPlaces(
  context: BackendContext,
  { calendars, from, to }: z.output<typeof placesInput>,
): Promise<Awaited<ReturnType<typeof calendarsFor>>> {
  await refuseUnknownPlaces(context, calendars)
  return calendarsFor(context, calendars, [from, to])
}

/** Chooses whose holidays the forecast knows; none: no calendar's. */
export async function useHolidays(
  context: BackendContext,
  { workspaceId, calendars }: z.output<typeof useHolidaysInput>,
): Promise<{ readonly calendars: readonly CalendarPlace[] }> {
  await refuseUnknownPlaces(context, calendars)
  const unique = [...new Map(calendars.map((place) => [placeKey(place), place])).values()]
  await workspaceById(context.data.work(), workspaceId)
  const { settings } = await context.data.work().update(workspaceId, { settings: { holidayCalendars: unique } })
  return { calendars: settings.holidayCalendars }
}

/** Fewer of the visitors are not asked about. */
const LEAST_SHARE = 0.1
const MOST_PROPOSED = 3

/** Countries whose holidays may matter: those that visitors come from, else the one of the workspace's time zone. */
export async function proposeHolidays(context: BackendContext, workspaceId: string) {
  const workspace = await workspaceById(context.data.work(), workspaceId)
  const countries = await calendarCountries(context)
  const nameOf = new Map(countries.map(({ country, name }) => [country, name]))
  const shares =
    workspace.now === null
      ? []
      : await computeFromCache(context, workspaceId, (computer) => computer.countryShares(workspaceId))
  const byVisitors = shares
    .filter(({ country, share }) => share >= LEAST_SHARE && nameOf.has(country))
    .slice(0, MOST_PROPOSED)
  if (byVisitors.length > 0)
    return byVisitors.map(({ country, share }) => ({ country, name: nameOf.get(country)!, share }))
  const zone = knownName(timeZoneOf(workspace, context))
  return countries
    .filter(({ country }) => zonesOf(country).includes(zone))
    .slice(0, 1)
    .map(({ country, name }) => ({ country, name, share: null }))
}

/** The types that we have are older. */
interface LocaleWithZones extends Intl.Locale {
  readonly getTimeZones?: () => readonly string[] | undefined
}

/** Of the names of a time zone the one that the runtime keeps, an old one for some: its lists have them by these. */
function knownName(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
}

function zonesOf(country: string): readonly string[] {
  const locale: LocaleWithZones = new Intl.Locale('und', { region: country })
  return locale.getTimeZones?.() ?? []
}
