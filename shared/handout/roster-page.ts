import { HOUR_MS } from '../foundation/minutes.ts'
import type { Formatter } from '../language/formatter.ts'
import { addDays, daysBetween } from '../time/local.ts'
import { cityOf } from '../time/zone-city.ts'
import { noteText, workedHours, type HandedShift } from './handed-shift.ts'
import { breaksText, dayText, timesText } from './shift-text.ts'

/** A shift as a page shows it. Instants are epoch milliseconds. */
export interface ShownShift {
  readonly date: string
  readonly start: number
  readonly end: number
  readonly day: string
  readonly times: string
  /** Empty: there are none. */
  readonly breaks: string
  readonly hours: string
  readonly note: string
  /** The same by the clock where the person lives; null: that is the roster's. */
  readonly ownTimes: string | null
}

interface ShownWeek {
  /** Local date on which it begins. */
  readonly firstDate: string
  readonly title: string
  readonly hours: string
  readonly shifts: readonly ShownShift[]
}

interface ShownPerson {
  readonly name: string
  readonly hours: string
  readonly weeks: readonly ShownWeek[]
}

interface ShownDay {
  readonly date: string
  readonly title: string
  /** How many people work. */
  readonly count: number
  readonly entries: readonly {
    /** null: nobody yet. */
    readonly name: string | null
    readonly times: string
    readonly breaks: string
    readonly note: string
    /** Of the person whose page it is. */
    readonly isOwn: boolean
  }[]
}

/** A roster for the phone: one person's, or the whole team's. */
export interface RosterPage {
  /** Whose; null: the whole team's. */
  readonly person: ShownPerson | null
  /** Everybody with shifts, by name; empty on a person's page. */
  readonly people: readonly ShownPerson[]
  readonly days: readonly ShownDay[]
  readonly planName: string
  /** null: all pools. */
  readonly pool: string | null
  readonly dates: string
  readonly timeZone: string
  readonly city: string
  /** When it was made. */
  readonly made: string
  readonly now: number
  /** What changed for the person, a sentence a change. */
  readonly changes: readonly string[]
}

interface PageInput {
  /** Of all, by start. */
  readonly shifts: readonly HandedShift[]
  readonly agentName: (agentId: string) => string
  /** undefined: the whole team's. */
  readonly agentId: string | undefined
  /** In which the person lives; null: the roster's, or not known. */
  readonly ownZone: string | null
  readonly planName: string
  readonly pool: string | null
  readonly firstDate: string
  readonly lastDate: string
  readonly timeZone: string
  readonly now: number
  readonly changes: readonly string[]
}

/** What a page for the phone says. */
export function rosterPage(input: PageInput, format: Formatter): RosterPage {
  const { shifts, agentId, agentName, planName, pool, firstDate, lastDate, timeZone, now, changes } = input
  const byAgent = Map.groupBy(shifts, (shift) => shift.agentId)
  const person = (id: string): ShownPerson =>
    shownPerson({ name: agentName(id), shifts: byAgent.get(id) ?? [] }, input, format)
  return {
    person: agentId === undefined ? null : person(agentId),
    people:
      agentId === undefined
        ? [...byAgent.keys()]
            .filter((id) => id !== null)
            .map(person)
            .toSorted((one, other) => one.name.localeCompare(other.name, format.locale))
        : [],
    days: shownDays(input, format),
    planName,
    pool,
    dates: format.dateRange(firstDate, lastDate),
    timeZone,
    city: cityOf(timeZone),
    made: format.instant(now, timeZone, 'year'),
    now,
    changes,
  }
}

function shownPerson(
  { name, shifts }: { readonly name: string; readonly shifts: readonly HandedShift[] },
  { firstDate, timeZone, ownZone }: PageInput,
  format: Formatter,
): ShownPerson {
  const weeks = Map.groupBy(shifts, ({ date }) => Math.floor(daysBetween(firstDate, date) / 7))
  const { handout } = format.texts
  return {
    name,
    hours: handout.hours({ hours: format.hours(workedHours(shifts)) }),
    weeks: [...weeks]
      .toSorted(([one], [other]) => one - other)
      .map(([week, own]) => {
        const begin = addDays(firstDate, 7 * week)
        return {
          firstDate: begin,
          title: format.dateRange(begin, addDays(begin, 6)),
          hours: handout.hours({ hours: format.hours(workedHours(own)) }),
          shifts: own.map((shift) => shownShift(shift, { timeZone, ownZone }, format)),
        }
      }),
  }
}

function shownShift(
  shift: HandedShift,
  { timeZone, ownZone }: Pick<PageInput, 'timeZone' | 'ownZone'>,
  format: Formatter,
): ShownShift {
  const { date, start, end } = shift
  return {
    date,
    start,
    end,
    day: dayText(shift, { timeZone, isPattern: false }, format),
    times: timesText(shift, timeZone, format),
    breaks: breaksText(shift, timeZone, format),
    hours: format.texts.handout.hours({ hours: format.hours(workedHours([shift])) }),
    note: noteText(shift),
    ownTimes:
      ownZone === null || ownZone === timeZone
        ? null
        : format.texts.handout.ownTimes({
            city: cityOf(ownZone),
            start: format.instant(start, ownZone),
            end: end - start < DAY_HOURS ? format.time(end, ownZone) : format.instant(end, ownZone),
          }),
  }
}

const DAY_HOURS = 24 * HOUR_MS

/** Every date with a shift, as the team works it. On a person's page the notes are the person's alone. */
function shownDays({ shifts, agentId, agentName, timeZone }: PageInput, format: Formatter): readonly ShownDay[] {
  return [...Map.groupBy(shifts, ({ date }) => date)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, own]) => ({
      date,
      title: format.date(date, 'weekday'),
      count: new Set(own.flatMap((shift) => shift.agentId ?? [])).size,
      entries: own.map((shift) => ({
        name: shift.agentId === null ? null : agentName(shift.agentId),
        times: timesText(shift, timeZone, format),
        breaks: agentId === undefined ? breaksText(shift, timeZone, format) : '',
        note: agentId === undefined || shift.agentId === agentId ? noteText(shift) : '',
        isOwn: agentId !== undefined && shift.agentId === agentId,
      })),
    }))
}
