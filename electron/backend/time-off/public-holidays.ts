import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { AgentRules } from '../../../shared/plan/rules/rules.ts'
import type { HolidayPlace } from '../../../shared/plan/rules/rule-types.ts'
import type { Holiday } from '../../../shared/predict/forecast/holiday-days.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import type { StoredTimeOff } from '../../store/time-off-store.ts'
import type { BackendContext } from '../core/context.ts'
import { calendarCountries, calendarsFor, placeKey } from '../holidays/calendars.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'

/** Time off as rules look at it. */
export interface ListedTimeOff extends StoredTimeOff {
  /** A day off that follows from a calendar: it is stored nowhere, and cannot be changed. */
  readonly isPublicHoliday?: true
}

export interface HolidayAgent {
  readonly id: string
  readonly rules: AgentRules
}

interface HolidayOptions {
  /** Who may be off. */
  readonly agents: readonly HolidayAgent[]
  /** Calendar years, both inside; left out: the last one to two years ahead. */
  readonly years?: { readonly from: number; readonly to: number }
}

const YEARS_BEFORE = 1
const YEARS_AFTER = 2

/** Public holidays as time off of agents, where the workspace has that switched on. */
export async function publicHolidaysOff(
  context: BackendContext,
  workspaceId: string,
  options: HolidayOptions,
): Promise<readonly ListedTimeOff[]> {
  const { settings } = await workspaceById(context.data.work(), workspaceId)
  return settings.publicHolidaysOff ? publicHolidaysOf(context, workspaceId, options) : []
}

/** Public holidays of agents, be they days off or not: of the agent's country or region, else of every calendar of the workspace. */
export async function publicHolidaysOf(
  context: BackendContext,
  workspaceId: string,
  { agents, years }: HolidayOptions,
): Promise<readonly ListedTimeOff[]> {
  const workspace = await workspaceById(context.data.work(), workspaceId)
  const { holidayCalendars } = workspace.settings
  const places = await knownPlaces(context, [
    ...holidayCalendars,
    ...agents.flatMap(({ rules }) => rules.holidayCalendar ?? []),
  ])
  if (places.length === 0) return []
  const year = Number(localDateOf(context.clock(), timeZoneOf(workspace, context)).slice(0, 4))
  const { from, to } = years ?? { from: year - YEARS_BEFORE, to: year + YEARS_AFTER }
  const calendars = await calendarsFor(context, places, [`${from}-01-01`, `${to}-12-31`])
  const within = calendars.map(({ holidays, ...place }) => ({
    key: placeKey(place),
    holidays: holidays.filter(({ date, isPublic }) => isPublic && date >= `${from}-01-01` && date <= `${to}-12-31`),
  }))
  return daysOffOf(agents, {
    usual: holidayCalendars,
    byPlace: new Map(within.map(({ key, holidays }) => [key, holidays])),
  })
}

/** Each date once an agent, in order. One that begins at a time of day is off from then on. */
export function daysOffOf(
  agents: readonly HolidayAgent[],
  {
    usual,
    byPlace,
  }: { readonly usual: readonly HolidayPlace[]; readonly byPlace: ReadonlyMap<string, readonly Holiday[]> },
): readonly ListedTimeOff[] {
  const known = new Map<string, readonly Holiday[]>()
  const daysOf = (places: readonly HolidayPlace[]): readonly Holiday[] => {
    const keys = places.map(placeKey)
    const key = keys.join(' ')
    const found = known.get(key)
    if (found) return found
    const byDate = new Map<string, Holiday>()
    for (const holiday of keys.flatMap((each) => byPlace.get(each) ?? [])) {
      const other = byDate.get(holiday.date)
      if (other === undefined || startOf(holiday) < startOf(other)) byDate.set(holiday.date, holiday)
    }
    const made = [...byDate.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1))
    known.set(key, made)
    return made
  }
  return agents.flatMap(({ id: agentId, rules: { holidayCalendar } }) =>
    daysOf(holidayCalendar ? [holidayCalendar] : usual).map((holiday) => ({
      id: `public holiday ${holiday.date} ${agentId}`,
      agentId,
      kind: 'holiday' as const,
      from: holiday.date,
      to: holiday.date,
      part: startOf(holiday) === 0 ? null : { startMinute: startOf(holiday), endMinute: DAY_MINUTES },
      note: holiday.name,
      isPublicHoliday: true as const,
    })),
  )
}

function startOf({ startMinute = 0 }: Holiday): number {
  return startMinute
}

/** Each place once; one that no calendar knows, as a rules file may name it, has no holidays. */
async function knownPlaces(context: BackendContext, places: readonly HolidayPlace[]): Promise<readonly HolidayPlace[]> {
  if (places.length === 0) return []
  const countries = new Map((await calendarCountries(context)).map((one) => [one.country, one.regions]))
  const unique = new Map(places.map((place) => [placeKey(place), place]))
  return [...unique.values()].filter(({ country, region }) => {
    const regions = countries.get(country)
    return regions !== undefined && (region === null || regions.some((one) => one.region === region))
  })
}
