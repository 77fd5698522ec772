import { clip } from '../../../shared/foundation/clip.ts'
import { merge, total } from '../../../shared/foundation/interval.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { shiftOccurrences, type ShiftOccurrence } from '../../../shared/plan/occurrences.ts'
import { inactiveOf, inactiveSince, nameWhen } from '../../../shared/plan/inactive-agents.ts'
import { weekClock } from '../../../shared/plan/week-clock.ts'
import type { TimeOff } from '../../../shared/plan/rules/rule-types.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { workedIntervals } from '../../../shared/plan/planned-intervals.ts'
import { addDays } from '../../../shared/time/local.ts'
import { offsetAt } from '../../../shared/time/zone.ts'
import type { Formatter } from '../../format/formatter.ts'

/** A shift as it is printed. */
export interface RosterShift {
  readonly id: string
  readonly times: string
  /** Empty: none are drawn. */
  readonly breaks: string
  readonly note: string
}

export interface RosterRow {
  /** null: open shifts. */
  readonly agentId: string | null
  readonly name: string
  /** One list a day, in the order of the columns. */
  readonly days: readonly (readonly RosterShift[])[]
  /** Why and when they are away, a list a day. */
  readonly away: readonly (readonly string[])[]
  readonly hours: string
}

export interface Roster {
  /** Local dates of the columns. */
  readonly dates: readonly string[]
  readonly columns: readonly string[]
  /** What the days are called that are known not to be usual; empty: nothing. */
  readonly dayNames: readonly string[]
  /** Agents by name, open shifts last. */
  readonly rows: readonly RosterRow[]
  readonly dayHours: readonly string[]
  readonly hours: string
}

interface RosterInput {
  readonly plan: Plan
  readonly firstDate: string
  readonly agentName: (agentId: string) => string
  readonly names?: ReadonlyMap<string, string>
  /** Absent: none is known. */
  readonly timeOff?: readonly AgentTimeOff[]
}

/** When somebody is away. */
export type AgentTimeOff = Omit<TimeOff, 'id' | 'kind' | 'note'> & { readonly agentId: string }

const LONGEST_NOTE = 120

/** The week that begins on a date, agent by day. Times are those that the clock shows; hours are worked ones, without breaks. */
export function rosterModel(
  { plan, firstDate, agentName, names = new Map(), timeOff = [] }: RosterInput,
  format: Formatter,
): Roster {
  const dates = Array.from({ length: 7 }, (_, day) => addDays(firstDate, day))
  const occurrences = shiftOccurrences(plan, { firstDate, weeks: 1 })
  const byAgent = Map.groupBy(occurrences, ({ shift }) => shift.agentId)
  // Who is in the plan and off this week has a row as well.
  for (const { agentId } of plan.shifts) if (agentId !== null && !byAgent.has(agentId)) byAgent.set(agentId, [])
  const awayOf = Map.groupBy(
    timeOff.filter(({ from, to }) => from <= dates.at(-1)! && to >= firstDate),
    (each) => each.agentId,
  )
  const rows = [...byAgent].map(([agentId, own]): RosterRow => ({
    agentId,
    name: agentId === null ? format.texts.paperPlan.unassigned : agentName(agentId),
    days: dates.map((date) =>
      own.filter((one) => one.date === date).map((one) => rosterShift(one, plan.timeZone, format)),
    ),
    away: dates.map((date) => {
      const own = agentId === null ? [] : (awayOf.get(agentId) ?? [])
      const onDate = own.filter(({ from, to }) => from <= date && date <= to)
      return [...new Set(onDate.map((each) => awayText(each, format)))]
    }),
    hours: workedHoursText(own, format),
  }))
  return {
    dates,
    columns: dates.map((date) => format.date(date, 'weekday')),
    dayNames: dates.map((date) => names.get(date) ?? ''),
    rows: rows.toSorted(
      (one, other) =>
        Number(one.agentId === null) - Number(other.agentId === null) ||
        one.name.localeCompare(other.name, format.locale),
    ),
    dayHours: dates.map((date) =>
      workedHoursText(
        occurrences.filter((one) => one.date === date),
        format,
      ),
    ),
    hours: workedHoursText(occurrences, format),
  }
}

type PlannedAgent = Parameters<typeof inactiveOf>[0][number] & { readonly name: string }

/** The same with the names that agents have by then: who is deactivated is called so. */
export function rosterOfWeek(
  plan: Plan,
  {
    firstDate,
    agents,
    timeOff,
  }: {
    readonly firstDate: string
    readonly agents: readonly PlannedAgent[]
    readonly timeOff: readonly AgentTimeOff[]
  },
  format: Formatter,
): Roster {
  const inactive = inactiveOf(agents)
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  const { start } = weekClock(plan.timeZone, firstDate)
  const agentName = (id: string): string => nameWhen(names.get(id) ?? id, inactiveSince(id, inactive) <= start)
  return rosterModel({ plan, firstDate, agentName, timeOff }, format)
}

/** Never of which kind: who reads a roster need not know who is ill (docs/security.md). */
function awayText({ part }: AgentTimeOff, format: Formatter): string {
  const { paperPlan: t } = format.texts
  if (part === null) return t.off
  const time = (minute: number): string =>
    (format.hour12 ? format.shortWallTime : format.wallTime)(minute % (DAY_MS / MINUTE_MS))
  return t.offFrom({ off: t.off, times: `${time(part.startMinute)}–${time(part.endMinute)}` })
}

function rosterShift({ shift, interval }: ShiftOccurrence, timeZone: string, format: Formatter): RosterShift {
  const span = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    `${clockTime(start, timeZone, format)}–${clockTime(end, timeZone, format)}`
  const note = shift.note.trim().replaceAll(/\s+/gu, ' ')
  return {
    id: shift.id,
    times: span(interval),
    breaks: interval.breaks.map(span).join(', '),
    note: note.length > LONGEST_NOTE ? `${clip(note, LONGEST_NOTE)}…` : note,
  }
}

function clockTime(instant: number, timeZone: string, { hour12, shortWallTime, wallTime }: Formatter): string {
  const minute = Math.floor((instant + offsetAt(instant, timeZone)) / MINUTE_MS) % (DAY_MS / MINUTE_MS)
  return hour12 ? shortWallTime(minute) : wallTime(minute)
}

/** A minute that somebody is booked for twice is one minute, as in every figure of hours; each open shift is one more. */
function workedHoursText(occurrences: readonly ShiftOccurrence[], format: Formatter): string {
  let sum = 0
  for (const [agentId, own] of Map.groupBy(occurrences, ({ shift }) => shift.agentId)) {
    const spans = workedIntervals(own.map(({ interval }) => interval))
    sum += total(agentId === null ? spans : merge(spans))
  }
  return format.hours(sum / HOUR_MS)
}
