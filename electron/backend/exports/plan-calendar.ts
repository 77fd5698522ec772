import { createHash } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator'
import { DateTime } from 'luxon'
import { inactiveSince, type InactiveAgents } from '../../../shared/plan/inactive-agents.ts'
import { shiftOccurrences, type ShiftOccurrence, type WholeWeeks } from '../../../shared/plan/occurrences.ts'
import { type AssumptionNames, assumptionTexts } from '../../../shared/plan/assumptions/assumption-text.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Formatter } from '../../../shared/language/formatter.ts'
import { addDays } from '../../../shared/time/local.ts'
import { calendarZone } from './calendar-zone.ts'
import { OWN_PROPERTY, type OwnEvent } from './own-event.ts'
import { isShownTwice, wallTimeAt } from '../../../shared/time/wall-times.ts'

const AGENT_DIGITS = 12
const DOMAIN = 'covercast'
const UTC = 'UTC'

/** What a plan was when it was published before: weeks are counted from `firstWeek`; `lastWeek` null: no end. */
export interface EarlierPlan {
  readonly plan: Plan
  readonly firstWeek: string
  readonly lastWeek: string | null
}

export interface CalendarInput extends WholeWeeks {
  /** Part of every event's id: stays while the plan stays. */
  readonly planId: string
  readonly plan: Plan
  /** Grows with every edit: a calendar takes the event with the higher one. */
  readonly revision: number
  /** Only this agent's; undefined: everybody's, and open shifts. */
  readonly agentId: string | undefined
  /** As agents are found again by it. */
  readonly agentName: (agentId: string) => string
  /** As people read it: told apart from others who go by the same name. */
  readonly distinctName: (agentId: string) => string
  /** Since when agents are deactivated: their later shifts are left out, and called off where they were published. */
  readonly inactive: InactiveAgents
  /** null: all pools. */
  readonly pool: string | null
  /** Holidays by their local dates: the shifts that begin on them say so. */
  readonly holidayNames: ReadonlyMap<string, string>
  /** As it was published: shifts that people may have in their calendar, and that are no more, are called off. */
  readonly earlier: readonly EarlierPlan[]
  /** The weeks in which they are called off: those of the calendar, or more. */
  readonly earlierWeeks: WholeWeeks
  /** When the calendar is written, epoch milliseconds. */
  readonly now: number
  /** How what the plan assumes is called. */
  readonly assumed?: AssumptionNames
  readonly format: Formatter
}

/**
 * Shifts as an iCalendar file (RFC 5545): an event for each date, by the wall clock of the plan's zone. An event keeps its id while its
 * shift stays on its date and with its agent, so that reading a newer file in updates a calendar and doubles nothing. A shift that goes to
 * somebody else is another event, and the first is called off: whichever of two agents' files is read last, a calendar of both is right.
 */
export function planCalendar(input: CalendarInput): string {
  const { plan, agentId, now, earlierWeeks } = input
  const isWanted = ({ shift }: ShiftOccurrence): boolean => agentId === undefined || shift.agentId === agentId
  const isWorked = ({ shift, interval }: ShiftOccurrence): boolean =>
    interval.start < inactiveSince(shift.agentId, input.inactive)
  const occurrences = shiftOccurrences(plan, input).filter((one) => isWanted(one) && isWorked(one))
  const known = new Set(occurrences.map(idOf))
  const calledOff = new Map<string, ShiftOccurrence>()
  for (const earlier of input.earlier) {
    for (const one of shiftOccurrences(earlier.plan, earlierWeeks)) {
      if (isWanted(one) && !known.has(idOf(one)) && wasPublishedFor(one.date, earlier)) calledOff.set(idOf(one), one)
    }
  }
  // One agent's calendar does not say who else is absent.
  const assumptions = agentId === undefined ? assumptionTexts(plan, input.format, input.assumed) : []
  const calendar = ical({
    name: oneLine(agentId === undefined ? plan.name : `${input.distinctName(agentId)} · ${plan.name}`),
    prodId: { company: 'Covercast', product: 'Covercast', language: input.format.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ...(assumptions.length === 0 ? {} : { description: assumptions.map(oneLine).join('; ') }),
  })
  if (plan.timeZone !== UTC) {
    const zone = calendarZone(plan.timeZone, {
      from: earlierWeeks.firstDate,
      to: addDays(earlierWeeks.firstDate, 7 * earlierWeeks.weeks - 1),
    })
    // Given to events alone: the stamp of an event is in UTC, which a zone of the whole calendar would make it not be.
    calendar.timezone({ name: null, generator: () => zone })
  }
  for (const one of occurrences)
    addEvent(calendar, one, {
      ...input,
      status: one.shift.agentId === null ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      now,
    })
  for (const one of [...calledOff.values()].toSorted(byStartAndId))
    addEvent(calendar, one, { ...input, status: ICalEventStatus.CANCELLED, now })
  return `${calendar.toString().trimEnd()}\r\n`
}

function addEvent(
  calendar: ICalCalendar,
  one: ShiftOccurrence,
  {
    planId,
    plan,
    revision,
    agentName,
    distinctName,
    pool,
    holidayNames,
    status,
    now,
    format,
  }: CalendarInput & { readonly status: ICalEventStatus },
): void {
  const { shift, interval } = one
  const who = shift.agentId === null ? format.texts.planFiles.unassignedShift : distinctName(shift.agentId)
  const description = descriptionOf(one, { plan, holidayNames, format })
  calendar.createEvent({
    id: oneLine(`${planId}-${idOf(one)}@${DOMAIN}`),
    sequence: revision,
    stamp: DateTime.fromMillis(now, { zone: 'utc' }),
    start: DateTime.fromMillis(interval.start, { zone: plan.timeZone }),
    end: DateTime.fromMillis(interval.end, { zone: plan.timeZone }),
    // Of a time that the clock shows twice the first is meant, but programs differ in how they read it: UTC is the same to all.
    timezone: [interval.start, interval.end].some((instant) => isShownTwice(instant, plan.timeZone))
      ? null
      : plan.timeZone,
    summary: oneLine(pool === null ? who : `${who} (${pool})`),
    ...(description === '' ? {} : { description }),
    status,
    x: [
      { key: OWN_PROPERTY.toUpperCase(), value: encodeURIComponent(JSON.stringify(ownEventOf(one, plan, agentName))) },
    ],
  })
}

function ownEventOf(
  { shift, interval }: ShiftOccurrence,
  { timeZone }: Plan,
  agentName: CalendarInput['agentName'],
): OwnEvent {
  return {
    agentId: shift.agentId,
    name: shift.agentId === null ? '' : agentName(shift.agentId),
    breaks: interval.breaks.map(({ start, end }) => [wallTimeAt(start, timeZone), wallTimeAt(end, timeZone)]),
    note: shift.note,
  }
}

function descriptionOf(
  { shift, interval, date }: ShiftOccurrence,
  { plan: { timeZone }, holidayNames, format: { texts } }: Pick<CalendarInput, 'plan' | 'holidayNames' | 'format'>,
): string {
  const breaks = interval.breaks.map(({ start, end }) => `${wallTimeAt(start, timeZone)}-${wallTimeAt(end, timeZone)}`)
  return [
    plainText(holidayNames.get(date) ?? ''),
    breaks.length === 0 ? '' : texts.planFiles.breaks({ count: breaks.length, times: breaks.join(', ') }),
    plainText(shift.note),
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** An agent's event on one date. Agents' ids are anything that a database holds, so they are digested. */
function idOf({ shift, date }: ShiftOccurrence): string {
  const who =
    shift.agentId === null ? 'open' : createHash('sha256').update(shift.agentId).digest('hex').slice(0, AGENT_DIGITS)
  return `${shift.id}-${date}-${who}`
}

function byStartAndId(one: ShiftOccurrence, other: ShiftOccurrence): number {
  return one.interval.start - other.interval.start || (idOf(one) < idOf(other) ? -1 : 1)
}

function wasPublishedFor(date: string, { firstWeek, lastWeek }: EarlierPlan): boolean {
  return date >= firstWeek && (lastWeek === null || date < addDays(lastWeek, 7))
}

/** Control characters, line breaks apart, are not allowed in a calendar; names come from somebody's database. */
function plainText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replaceAll(/\r\n?/gu, '\n').replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ')
}

/** A line break in an id or in the name of a calendar would begin a line of its own: not every field is escaped. */
function oneLine(text: string): string {
  return plainText(text).replaceAll(/[\n\u0085\u2028\u2029]+/gu, ' ')
}
