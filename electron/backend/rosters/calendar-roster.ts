import ICAL from 'ical.js'
import { instantOfWallTime } from '../../../shared/plan/week-clock.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { DAY_MINUTES, DAY_MS } from '../../../shared/foundation/minutes.ts'
import { awayBetween, wholeDays, type AwayDays } from '../../../shared/roster/away-days.ts'
import { daysOfFile } from '../../../shared/roster/days-of-file.ts'
import { isAbsentInPart } from '../../../shared/roster/part-of-day.ts'
import type {
  FoundAbsence,
  FoundRoster,
  FoundShift,
  ReadOptions,
  Remark,
  WhyChanged,
  WhyNot,
} from '../../../shared/roster/roster.ts'
import { wallAt, type WallTime } from '../../../shared/roster/wall-clock.ts'
import { absenceWithin } from '../../../shared/roster/words.ts'
import { peopleOf, type EventPeople } from './calendar-people.ts'
import { fault, titleOf } from './calendar-faults.ts'
import { boundRules } from './calendar-rules.ts'
import { withDamagedEvents } from './calendar-text.ts'
import { zoneOfId } from './calendar-zones.ts'
import { tooLarge, unreadable } from './roster-failures.ts'

/** How far an event that repeats for ever is followed, after today or the last event that has an end. */
const HORIZON_DAYS = 371
const MOST_REPEATS = 5_000

/** One event, or one of those it repeats as. */
interface Occurrence {
  readonly component: ICAL.Component
  /** From 1, in the order of the file. */
  readonly number: number
  readonly start: ICAL.Time
  readonly end: ICAL.Time
}

/**
 * Reads a calendar: an event is a shift, what repeats is followed, exceptions and all; an event of whole days whose title says so is an
 * absence. Throws AppError 'invalid-input' for what is no calendar, or holds too much.
 */
export function readCalendar(text: string, options: ReadOptions): FoundRoster {
  const calendars = calendarsOf(text)
  const shifts: FoundShift[] = []
  const absences: FoundAbsence[] = []
  const notUnderstood: Remark<WhyNot>[] = []
  const changed: Remark<WhyChanged>[] = []
  let events = 0
  for (const calendar of calendars) {
    const components = calendar.getAllSubcomponents('vevent')
    const numbers = new Map(components.map((component, index) => [component, events + index + 1]))
    events += components.length
    const people = peopleOf(calendar)
    const note = (occurrence: Pick<Occurrence, 'number' | 'component'>, why: WhyNot): void =>
      void notUnderstood.push({ row: occurrence.number, column: 1, text: titleOf(occurrence.component), why })
    for (const one of occurrencesOf(components, numbers, { options, changed, note })) {
      if (shifts.length + absences.length > LIMITS.rosterShifts) throw tooManyShifts()
      const who = people(one.component)
      const place = { row: one.number, column: 1 }
      const title = titleOf(one.component)
      const isAway = who.own === null && absenceWithin(title) !== null
      if (one.start.isDate) {
        const first = dayOf(one.start)
        if (!isAway) note(one, 'all-day')
        else if (isAbsentInPart(title)) note(one, 'part-of-day')
        else pushAbsences(one, who, [wholeDays(first, dayOf(one.end) - 1)])
        continue
      }
      const start = readable(() => wallOf(one.start, zoneIdOf(one.component, 'dtstart'), options.timeZone))
      const end = readable(() =>
        wallOf(one.end, zoneIdOf(one.component, 'dtend') ?? zoneIdOf(one.component, 'dtstart'), options.timeZone),
      )
      if (start === null || end === null) {
        note(one, 'unknown-zone')
        continue
      }
      const minutes = (end.wall.day - start.wall.day) * DAY_MINUTES + end.wall.minute - start.wall.minute
      if (isAway && minutes > 0) {
        pushAbsences(one, who, awayBetween(start.wall, end.wall))
        continue
      }
      if (minutes <= 0 || minutes > DAY_MINUTES) {
        note(one, minutes <= 0 ? 'no-length' : 'too-long')
        continue
      }
      if (start.isRepeated || end.isRepeated) changed.push({ ...place, text: title, why: 'repeated-hour' })
      const breaks = (who.own?.breaks ?? []).map(([from, to]) => {
        const startMinute = from < start.wall.minute ? from + DAY_MINUTES : from
        return { startMinute, endMinute: startMinute + ((to - from + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES) }
      })
      for (const person of who.people.length === 0 ? [null] : who.people)
        shifts.push({
          ...place,
          person,
          day: start.wall.day,
          startMinute: start.wall.minute,
          endMinute: start.wall.minute + minutes,
          breaks,
          breakMinutes: 0,
          note: who.note,
        })
    }

    /** Days are those of the plan's zone. */
    function pushAbsences(one: Occurrence, who: EventPeople, days: readonly AwayDays[]): void {
      if (who.people.length === 0) return note(one, 'absence-without-agent')
      const kind = absenceWithin(titleOf(one.component))!
      for (const person of who.people)
        absences.push(...days.map((each) => ({ row: one.number, column: 1, person, kind, ...each, note: '' })))
    }
  }
  return {
    shape: 'calendar',
    isWeekly: false,
    rows: events,
    columns: [],
    unused: [],
    dateOrder: options.usualOrder,
    orderReason: 'not-needed',
    shifts,
    absences,
    notUnderstood,
    changed,
    days: daysOfFile(shifts, absences),
  }
}

function calendarsOf(text: string): readonly ICAL.Component[] {
  try {
    const read = (readable(() => ICAL.parse(text)) ??
      ICAL.parse(withDamagedEvents(text))) as unknown as readonly unknown[]
    const all = (typeof read[0] === 'string' ? [read] : read) as unknown as ConstructorParameters<
      typeof ICAL.Component
    >[0][]
    return all.map((one) => new ICAL.Component(one))
  } catch (thrown) {
    throw unreadable(
      'The file is not a whole calendar: it is cut off or damaged.',
      'Export the calendar again, and import that.',
      thrown,
    )
  }
}

/** null: what a calendar's library makes of damaged parts of it. */
function readable<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch {
    return null
  }
}

interface Following {
  readonly options: ReadOptions
  readonly changed: Remark<WhyChanged>[]
  readonly note: (occurrence: Pick<Occurrence, 'number' | 'component'>, why: WhyNot) => void
}

/** Every event as often as it takes place; those that were called off are left out. */
function* occurrencesOf(
  all: readonly ICAL.Component[],
  numbers: ReadonlyMap<ICAL.Component, number>,
  { options, changed, note }: Following,
): Generator<Occurrence> {
  const components = all.filter((component) => {
    const why = fault(component)
    if (why !== null) note({ component, number: numbers.get(component)! }, why)
    return why === null
  })
  const horizon =
    HORIZON_DAYS + components.reduce((last, component) => Math.max(last, startDay(component)), options.today)
  const byId = Map.groupBy(components, (component) =>
    String(component.getFirstPropertyValue('uid') ?? numbers.get(component)),
  )
  for (const group of byId.values()) {
    const masters = group.filter((component) => !component.hasProperty('recurrence-id'))
    const exceptions = group.filter((component) => component.hasProperty('recurrence-id'))
    if (masters.length === 0) {
      for (const component of exceptions) yield* single(component, numbers.get(component)!)
      continue
    }
    for (const master of masters) {
      const number = numbers.get(master)!
      const following = { numbers, number, horizon, changed, note }
      try {
        yield* seriesOf(master, masters.length === 1 ? exceptions : [], following)
      } catch {
        // The library throws what it finds wrong with a rule where it comes to it.
        note({ component: master, number }, 'damaged-event')
      }
    }
  }
}

interface Series extends Omit<Following, 'options'> {
  readonly numbers: ReadonlyMap<ICAL.Component, number>
  readonly number: number
  /** The last day that is followed. */
  readonly horizon: number
}

/** An event as often as it takes place. */
function* seriesOf(
  master: ICAL.Component,
  exceptions: readonly ICAL.Component[],
  { numbers, number, horizon, changed, note }: Series,
): Generator<Occurrence> {
  const noteSeries = (why: WhyNot): void => note({ component: master, number }, why)
  inOwnZone(master, exceptions)
  const ends = withDates(master)
  const event = new ICAL.Event(master, { strictExceptions: false, exceptions: [...exceptions] })
  if (event.startDate === null || event.startDate === undefined) return noteSeries('no-date')
  if (!event.isRecurring()) return yield* single(master, number)
  if (isCancelled(master)) return
  const found = boundRules(master, horizon)
  const iterator = event.iterator()
  let count = 0
  let last = ''
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (dayOf(next) > horizon) {
      if (count > 0) changed.push({ row: number, column: 1, text: titleOf(master), why: 'endless-series' })
      break
    }
    const id = next.toString()
    // A date beside a rule may be one of the rule.
    if (id === last) continue
    last = id
    if (++count > MOST_REPEATS) return noteSeries('too-many-repeats')
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    const component = item.component
    const end = (component === master ? ends.get(id) : undefined) ?? endDate
    if (!isCancelled(component)) yield { component, number: numbers.get(component) ?? number, start: startDate, end }
  }
  if (count === 0 && !found()) noteSeries('no-repeats')
}

/**
 * Makes periods among the dates of a series the times at which they begin, and returns their ends. The day of the event itself is one of
 * the dates where no rule gives it.
 */
function withDates(master: ICAL.Component): ReadonlyMap<string, ICAL.Time> {
  const ends = new Map<string, ICAL.Time>()
  const properties = master.getAllProperties('rdate')
  if (properties.length === 0) return ends
  const times = properties.flatMap((property) =>
    property.getValues().flatMap((value: unknown): readonly ICAL.Time[] => {
      if (!(value instanceof ICAL.Period)) return value instanceof ICAL.Time ? [value] : []
      ends.set(value.start.toString(), value.getEnd())
      return [value.start]
    }),
  )
  const start = master.getFirstPropertyValue('dtstart')
  if (start instanceof ICAL.Time && !master.hasProperty('rrule')) times.push(start)
  master.removeAllProperties('rdate')
  const dates = new ICAL.Property('rdate', master)
  dates.setValues(times as never)
  master.addProperty(dates)
  return ends
}

/**
 * What ends a series, or takes something out of it, may be in UTC while the series is on the clock of a zone: then it is put on that clock,
 * on which the series goes on.
 */
function inOwnZone(master: ICAL.Component, exceptions: readonly ICAL.Component[]): void {
  const start = master.getFirstPropertyValue('dtstart')
  const id = zoneIdOf(master, 'dtstart')
  const zone = id === null ? null : zoneOfId(id)
  if (!(start instanceof ICAL.Time) || zone === null) return
  const local = (time: ICAL.Time): ICAL.Time => {
    if (time.zone !== ICAL.Timezone.utcTimezone) return time
    const wall = wallAt(dayOf(time) * DAY_MS + (time.hour * 60 + time.minute) * 60_000, zone)
    const date = new Date(wall.day * DAY_MS)
    return new ICAL.Time(
      {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: Math.floor(wall.minute / 60),
        minute: wall.minute % 60,
        second: time.second,
        isDate: false,
      },
      start.zone ?? ICAL.Timezone.localTimezone,
    )
  }
  for (const property of master.getAllProperties('rrule')) {
    const rule = property.getFirstValue()
    if (rule instanceof ICAL.Recur && rule.until !== null && rule.until !== undefined) rule.until = local(rule.until)
  }
  for (const property of master.getAllProperties('exdate'))
    property.setValues(property.getValues().map((time) => (time instanceof ICAL.Time ? local(time) : time)) as never)
  for (const exception of exceptions) {
    const property = exception.getFirstProperty('recurrence-id')
    const time = property?.getFirstValue()
    if (time instanceof ICAL.Time) property!.setValue(local(time) as never)
  }
}

function* single(component: ICAL.Component, number: number): Generator<Occurrence> {
  if (isCancelled(component)) return
  // Else the library looks for exceptions among all other events.
  const event = new ICAL.Event(component, { exceptions: [] } as never)
  if (event.startDate !== null) yield { component, number, start: event.startDate, end: event.endDate }
}

function isCancelled(component: ICAL.Component): boolean {
  return String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'
}

/** The TZID of a time; null: it has none, or is in UTC. */
function zoneIdOf(component: ICAL.Component, name: 'dtstart' | 'dtend'): string | null {
  const id = component.getFirstProperty(name)?.getParameter('tzid')
  return typeof id === 'string' ? id : null
}

interface ReadTime {
  readonly wall: WallTime
  /** It is the second of two equal hours, which a wall time cannot say. */
  readonly isRepeated: boolean
}

/** A time of a calendar on the clock of the plan's zone; without a zone it is there already. null: its zone is not known. */
function wallOf(time: ICAL.Time, zoneId: string | null, timeZone: string): ReadTime | null {
  const wall = { day: dayOf(time), minute: time.hour * 60 + time.minute + Math.round(time.second / 60) }
  if (time.zone === ICAL.Timezone.utcTimezone) return atInstant(wall.day * DAY_MS + wall.minute * 60_000, timeZone)
  if (zoneId === null) return { wall, isRepeated: false }
  const zone = zoneOfId(zoneId)
  if (zone === timeZone) return { wall, isRepeated: false }
  if (zone !== null) return atInstant(instantOfWallTime(zone, wall.day, wall.minute), timeZone)
  // One that the calendar itself defines, under a name of its own.
  if (time.zone !== null && time.zone !== ICAL.Timezone.localTimezone && time.zone.component !== null)
    return atInstant(time.toUnixTime() * 1000, timeZone)
  return null
}

function atInstant(instant: number, timeZone: string): ReadTime {
  const wall = wallAt(instant, timeZone)
  return { wall, isRepeated: instantOfWallTime(timeZone, wall.day, wall.minute) !== instant }
}

function dayOf({ year, month, day }: Pick<ICAL.Time, 'year' | 'month' | 'day'>): number {
  return Date.UTC(year, month - 1, day) / DAY_MS
}

function startDay(component: ICAL.Component): number {
  const start = component.getFirstPropertyValue('dtstart')
  return start instanceof ICAL.Time ? dayOf(start) : -Infinity
}

function tooManyShifts(): Error {
  return tooLarge(
    `The calendar has more than ${LIMITS.rosterShifts.toLocaleString('en-US')} shifts`,
    `${LIMITS.rosterShifts.toLocaleString('en-US')} shifts`,
  )
}
