import { DAY_MINUTES } from '../foundation/minutes.ts'
import { shiftedRange } from '../plan/grid.ts'
import { instantOfWallTime } from '../plan/week-clock.ts'
import type { TimeRange } from '../plan/plan.ts'
import type { TimeOffKind } from '../plan/rules/rule-types.ts'
import { clockReader, type ClockReader } from './clock-changes.ts'
import { awayBetween, wholeDays } from './away-days.ts'
import { dayOf } from './date-order.ts'
import type { Role } from './headers.ts'
import { momentReader, type Moment } from './moments.ts'
import { isPartOfDay, saysHalfDay, saysPartOfDay } from './part-of-day.ts'
import type { Person, WhyChanged, WhyNot } from './roster.ts'
import type { RowsTable } from './row-columns.ts'
import { rowBreaks } from './row-breaks.ts'
import type { RowContext, RowSays, RowShift } from './row-says.ts'
import { noteReader, personReader } from './row-texts.ts'
import { joined } from './range-shifts.ts'
import { lengthMinutes, rangeOf, rangesIn, type ReadRange } from './time-text.ts'
import { isZone, movedTo, wallAt, type WallTime } from './wall-clock.ts'
import {
  absenceQualified,
  absenceWithin,
  mayBeAway,
  plain,
  saysBreak,
  saysCalledOff,
  saysNoValue,
  saysOff,
  saysTotal,
  saysTotalOnly,
  tidy,
} from './words.ts'

const NOTHING: RowSays = { says: 'nothing' }
const not = (role: Role, text: string, why: WhyNot): RowSays => ({ says: 'not-understood', role, text, why })
/** Where an absence is looked for. */
const ABSENT_IN: readonly Role[] = ['absence', 'activity', 'start', 'range', 'note', 'place']
/** What a shift cannot be without. */
const WITH_VALUE: readonly Role[] = ['agent', 'first-name', 'last-name', 'date', 'start', 'end', 'range']
const NO_BREAKS: readonly TimeRange[] = []
const MOST_MINUTES = DAY_MINUTES
/** Headers of columns that hold several people. */
const SEVERAL =
  /^(?:users|agents|employees|team members|people|assignees|staff members|mitarbeitende|collaborateurs|empleados)$/u

/** A function that reads rows of a table one by one. */
export function rowReader(context: RowContext): (row: readonly string[]) => RowSays {
  const { table, options, order, style, isWeekly } = context
  const at = columnsOf(table)
  const moments = momentReader(style)
  const dates = momentReader(style, true)
  const cell = (row: readonly string[], role: Role): string => {
    const column = at[role]
    return column === undefined ? '' : (row[column] ?? '')
  }
  const allOf = (role: Role): readonly number[] => table.roles.flatMap((one, column) => (one === role ? [column] : []))
  const allAbsence = allOf('absence')
  const breaksIn = rowBreaks(context)
  const ownClock = clockReader(options.timeZone)
  const clocks = new Map<string, ClockReader>()
  const clockOf = (zone: string): ClockReader => {
    if (zone === options.timeZone) return ownClock
    let clock = clocks.get(zone)
    if (clock === undefined) clocks.set(zone, (clock = clockReader(zone)))
    return clock
  }
  const persons = personReader(table, cell)
  const notes = noteReader(table)
  const dayIn = (moment: Moment): number | null =>
    moment.date === null
      ? null
      : isWeekly
        ? moment.date.kind === 'weekday'
          ? moment.date.weekday
          : null
        : dayOf(moment.date, { order, today: options.today })
  const zoneOf = (row: readonly string[]): string => {
    const zone = tidy(cell(row, 'zone'))
    return zone === '' ? options.timeZone : zone
  }
  const wallIn = (moment: Moment, otherDay: number | null, zone: string): WallTime | null => {
    if (moment.instant !== null) return wallAt(moment.instant, options.timeZone)
    const day = dayIn(moment) ?? otherDay
    if (day === null || moment.minute === null) return null
    return isWeekly ? { day, minute: moment.minute } : movedTo({ day, minute: moment.minute }, zone, options.timeZone)
  }

  const isOfSeveral = SEVERAL.test(plain(table.header[at.agent ?? -1] ?? ''))
  /** "Ann Lee, Bob Ray" below a header such as Users; elsewhere, and in "Lee, Ann", the comma is within a name. */
  function peopleIn(row: readonly string[]): readonly (Person | null)[] {
    const text = cell(row, 'agent')
    if (table.isOwn || !/[,;]/u.test(text)) return [persons(row)]
    const parts = text.split(text.includes(';') ? ';' : ',').map(tidy)
    const areNames = text.includes(';') || (isOfSeveral && parts.every((part) => part.includes(' ')))
    const names = parts.filter((part) => part !== '')
    return areNames && names.length > 1 ? names.map((name) => persons(row.with(at.agent!, name))) : [persons(row)]
  }

  // A row of sums has what is no time where others have times.
  return (row) => {
    const says = readRow(row)
    const isSum = says.says === 'not-understood' && (saysTotal(cell(row, 'date')) || isSumByName(row))
    return isSum ? NOTHING : says
  }

  /** Suma Rao with a date is a person. */
  function isSumByName(row: readonly string[]): boolean {
    const name = cell(row, 'agent')
    return saysTotalOnly(name) || (saysTotal(name) && dayIn(dates(cell(row, 'date'))) === null)
  }

  function readRow(row: readonly string[]): RowSays {
    const zone = zoneOf(row)
    if (zone !== options.timeZone && !isZone(zone)) return not('zone', zone, 'unknown-zone')
    const startText = cell(row, 'start')
    const endText = cell(row, 'end')
    const rangeText = cell(row, 'range')
    const lengthText = cell(row, 'length')
    if (isRepeatedHeader(row, table)) return NOTHING
    const unknown = table.isOwn ? undefined : WITH_VALUE.find((role) => saysNoValue(cell(row, role)))
    if (unknown !== undefined) return not(unknown, tidy(cell(row, unknown)), 'no-value')
    const absence = table.isOwn ? null : absenceIn(row)
    if (absence !== null) return absence
    const hasTimes = [startText, endText, rangeText].some((text) => tidy(text) !== '')
    if (!hasTimes) return withoutTimes(row)
    if ([startText, rangeText].some((text) => tidy(text) !== '' && saysOff(text)) && !/\d/u.test(startText + rangeText))
      return NOTHING
    const dateMoment = dates(cell(row, 'date'))
    const dateText = tidy(cell(row, 'date'))
    const day =
      dayIn(dateMoment) ?? (dateMoment.instant === null ? null : wallAt(dateMoment.instant, options.timeZone).day)
    if (day === null && dateText !== '') return not('date', dateText, 'not-a-date')
    const found = rangeText === '' ? fromTimes() : fromRanges()
    if ('says' in found) return found
    const activity = tidy(cell(row, 'activity'))
    const note = notes(row)
    const [breaks, breakMinutes, wrong] = breaksIn(row, found.shifts[0]!, zone)
    if (wrong !== null) return not('break', wrong, 'not-a-time')
    return {
      says: 'shifts',
      people: peopleIn(row),
      shifts: found.shifts.map((shift) => ({
        ...shift,
        breaks: shift.breaks.length > 0 ? shift.breaks : breaks,
        breakMinutes: shift.breakMinutes > 0 ? shift.breakMinutes : breakMinutes,
        note: note === '' || shift.note === '' ? note + shift.note : `${note} · ${shift.note}`,
      })),
      activity,
      isBreak: activity !== '' && saysBreak(activity),
      changed: found.changed,
    }

    type Found = { readonly shifts: readonly RowShift[]; readonly changed: readonly WhyChanged[] }

    function fromRanges(): Found | RowSays {
      const { ranges, rest } = rangesIn(rangeText, style)
      if (ranges.length === 0) return not('range', rangeText, 'not-a-time')
      if (day === null) return not('range', rangeText, 'no-date')
      const { shifts, changed } = joined(ranges, rest)
      const zone = zoneOf(row)
      const placed = shifts.map((shift) => ({ ...shift, day }))
      const remarks = placed.flatMap(({ startMinute, endMinute }) => [
        ...clockRemarks({ day, minute: startMinute }, { zone, end: false }),
        ...clockRemarks({ day, minute: endMinute }, { zone, end: true }),
      ])
      return { shifts: placed.map((shift) => inPlanZone(shift, zone)), changed: [...changed, ...remarks] }
    }

    function fromTimes(): Found | RowSays {
      if (tidy(startText) === '') return not('end', endText, 'no-start')
      const startMoment = moments(startText)
      const range = clocksOf(row, startMoment, day)
      const start = wallIn(withMinute(startMoment, range?.startMinute), day, zoneOf(row))
      if (start === null)
        return startMoment.minute === null
          ? not('start', startText, startMoment.date === null ? 'not-a-time' : 'no-start')
          : not('start', startText, 'no-date')
      const length = tidy(endText) === '' ? (lengthText === '' ? null : lengthMinutes(lengthText, 'hours')) : null
      if (tidy(endText) === '' && length === null) return not('start', startText, 'no-end')
      const changed: WhyChanged[] = []
      if (range?.guessed === true) changed.push('afternoon')
      const end = length === null ? endOf(start, range) : { day: start.day, minute: start.minute + length }
      if ('says' in end) return end
      const minutes = (end.day - start.day) * DAY_MINUTES + end.minute - start.minute
      const [role, said] = length === null ? (['end', endText] as const) : (['length', lengthText] as const)
      if (minutes <= 0) return not(role, said, 'no-length')
      if (minutes > MOST_MINUTES) return not(role, said, 'too-long')
      changed.push(
        ...momentRemarks(withMinute(startMoment, range?.startMinute), start, { zone: zoneOf(row), end: false }),
      )
      const endMoment = withMinute(moments(endText), range?.endMinute)
      if (length === null) changed.push(...momentRemarks(endMoment, end, { zone: zoneOf(row), end: true }))
      const dayAfter = start.day + Math.floor(start.minute / DAY_MINUTES)
      const startDay = isWeekly ? dayAfter % 7 : dayAfter
      const startMinute = start.minute % DAY_MINUTES
      return {
        shifts: [
          {
            day: startDay,
            startMinute,
            endMinute: startMinute + minutes,
            breaks: NO_BREAKS,
            breakMinutes: 0,
            note: '',
          },
        ],
        changed,
      }
    }

    function endOf(start: WallTime, range: ReadRange | null): WallTime | RowSays {
      if (range !== null) {
        const zone = zoneOf(row)
        if (isWeekly || zone === options.timeZone) return { day: start.day, minute: range.endMinute }
        const days = Math.floor(range.endMinute / DAY_MINUTES)
        return movedTo({ day: day! + days, minute: range.endMinute % DAY_MINUTES }, zone, options.timeZone)
      }
      const moment = moments(endText)
      const dateOfEnd = dates(cell(row, 'end-date'))
      const endDay = dayIn(dateOfEnd)
      // Without a date of its own an end that is not after its start is on the next day, by the clock of the file.
      if (moment.instant === null && dayIn(moment) === null && endDay === null && moment.minute !== null) {
        const zone = zoneOf(row)
        const local = isWeekly || zone === options.timeZone ? start : movedTo(start, options.timeZone, zone)
        const minute = moment.minute > local.minute ? moment.minute : moment.minute + DAY_MINUTES
        return isWeekly || zone === options.timeZone
          ? { day: local.day, minute }
          : movedTo(
              { day: local.day + Math.floor(minute / DAY_MINUTES), minute: minute % DAY_MINUTES },
              zone,
              options.timeZone,
            )
      }
      const end = wallIn(moment, endDay ?? start.day, zoneOf(row))
      if (end === null) return not('end', endText, 'not-a-time')
      // Tools write the date of the start beside an end after midnight.
      const isNextDay = moment.instant === null && end.day === start.day && end.minute <= start.minute
      return isNextDay ? { day: end.day, minute: end.minute + DAY_MINUTES } : end
    }
  }

  /** Somebody's row of a day says that there is no shift, or something that is not understood. */
  function withoutTimes(row: readonly string[]): RowSays {
    const text = tidy(cell(row, 'date'))
    const isDay = text !== '' && dayIn(dates(text)) !== null
    const words = table.roles.flatMap((role, column) =>
      role === 'date' || role === 'end-date' ? [] : [tidy(row[column] ?? '')].filter((one) => /\p{L}/u.test(one)),
    )
    return isDay && words.length > 0 && !words.some((word) => saysOff(word)) ? not('date', text, 'no-start') : NOTHING
  }

  /** Two times of the clock are read as the range they are in a grid: "9:00" to "5:00" goes on into the afternoon. */
  function clocksOf(row: readonly string[], from: Moment, day: number | null): ReadRange | null {
    const endText = cell(row, 'end')
    const to = moments(endText)
    const isClock = [from, to].every(
      ({ date, minute, instant }) => minute !== null && date === null && instant === null,
    )
    if (!isClock || table.isOwn) return null
    const endDay = dayIn(dates(cell(row, 'end-date')))
    return endDay === null || endDay === day ? rangeOf(cell(row, 'start'), endText, style) : null
  }

  /** A wall time cannot say which of two equal hours an instant is in. */
  function momentRemarks(
    moment: Moment,
    wall: WallTime,
    { zone, end }: { readonly zone: string; readonly end: boolean },
  ): readonly WhyChanged[] {
    if (moment.instant !== null)
      return instantOfWallTime(options.timeZone, wall.day, wall.minute) === moment.instant ? [] : ['repeated-hour']
    const remarks = clockRemarks(wall, { zone: options.timeZone, end })
    if (remarks.length > 0 || isWeekly || zone === options.timeZone || moment.minute === null) return remarks
    // Back on the clock of the file it is another time where that clock skips it.
    const { minute } = movedTo(wall, options.timeZone, zone)
    return minute === moment.minute % DAY_MINUTES ? [] : ['skipped-hour']
  }

  /** Covercast's own tables mean the times that a plan has. */
  function clockRemarks(
    wall: WallTime,
    { zone, end }: { readonly zone: string; readonly end: boolean },
  ): readonly WhyChanged[] {
    if (isWeekly || table.isOwn) return []
    const why = clockOf(zone)(wall, end ? 'end' : undefined)
    return why === null ? [] : [why]
  }

  function inPlanZone(shift: RowShift, zone: string): RowShift {
    if (isWeekly || zone === options.timeZone) return shift
    const { day, minute } = movedTo({ day: shift.day, minute: shift.startMinute }, zone, options.timeZone)
    const moved = minute - shift.startMinute
    return { ...shiftedRange(shift, moved), day, breaks: shift.breaks.map((one) => shiftedRange(one, moved)) }
  }

  function absenceIn(row: readonly string[]): RowSays | null {
    const columns = allAbsence.map((column) => tidy(row[column] ?? ''))
    const activity = tidy(cell(row, 'activity'))
    const startText = tidy(cell(row, 'start'))
    const rangeText = tidy(cell(row, 'range'))
    const hasTimes = /\d/u.test(startText + rangeText)
    const calledOff = [...columns, activity].find((text) => saysCalledOff(text))
    if (calledOff !== undefined)
      return not(columns.includes(calledOff) ? 'absence' : 'activity', calledOff, 'called-off')
    const kindIn = (text: string): TimeOffKind | null =>
      text === '' ? null : hasTimes ? absenceQualified(text) : absenceWithin(text)
    const named = columns.find((text) => kindIn(text) !== null) ?? columns[0] ?? ''
    const kind =
      kindIn(named) ??
      kindIn(activity) ??
      kindIn(startText) ??
      kindIn(rangeText) ??
      (startText === '' && rangeText === ''
        ? (kindIn(tidy(cell(row, 'note'))) ?? kindIn(tidy(cell(row, 'place'))))
        : null)
    if (kind === null) {
      const unclear = hasTimes ? [...columns, activity].find((text) => mayBeAway(text)) : undefined
      if (unclear === undefined) return null
      return not(columns.includes(unclear) ? 'absence' : 'activity', unclear, 'unclear-absence')
    }
    const person = persons(row)
    if (isWeekly) {
      const role = ABSENT_IN.find((one) => kindIn(tidy(cell(row, one))) !== null)
      return role === undefined
        ? not('absence', named, 'absence-without-date')
        : not(role, tidy(cell(row, role)), 'absence-without-date')
    }
    const start = moments(startText)
    const end = moments(cell(row, 'end'))
    const ownDay = dayIn(dates(cell(row, 'date')))
    const endDay = dayIn(dates(cell(row, 'end-date')))
    const zone = zoneOf(row)
    const clock = startText === '' ? oneRange(rangeText) : clocksOf(row, start, ownDay)
    const begin = clock === null ? start : { ...start, minute: clock.startMinute }
    const from = withinDay(wallIn(begin, ownDay, zone))
    const minutes = clock === null ? lengthOf(row) : clock.endMinute - clock.startMinute
    const to =
      minutes === null
        ? wallIn(end, endDay ?? ownDay ?? dayIn(start), zone)
        : from === null
          ? null
          : { day: from.day, minute: from.minute + minutes }
    const first = from?.day ?? ownDay ?? dayIn(start)
    const hasEndDay = endDay !== null || dayIn(end) !== null || end.instant !== null
    const last = !hasEndDay ? first : to === null ? (endDay ?? dayIn(end)) : to.day - Number(to.minute === 0)
    const text = named || activity || startText || rangeText
    if (first === null || last === null) return not('date', text, 'absence-without-date')
    if (person === null) return not('agent', text, 'absence-without-agent')
    const days = from === null || to === null ? [] : awayBetween(from, afterStart(from, to, end.instant !== null))
    const unclear = days.length === 0 && first >= last ? partIn(row) : null
    if (unclear !== null) return unclear
    return {
      says: 'absence',
      person,
      kind,
      days: days.length === 0 ? [wholeDays(first, last)] : days,
      note: tidy(cell(row, 'note')),
      changed: clock?.guessed === true ? ['afternoon'] : [],
    }
  }

  /** How long an absence without an end is, within a day; null: the row does not say. */
  function lengthOf(row: readonly string[]): number | null {
    const minutes = tidy(cell(row, 'end')) === '' ? lengthMinutes(cell(row, 'length'), 'hours') : null
    return minutes !== null && minutes > 0 && minutes < DAY_MINUTES ? minutes : null
  }

  /** The cell that says that an absence without times is for a part of its day; null: none does. */
  function partIn(row: readonly string[]): RowSays | null {
    for (const role of ABSENT_IN) {
      const columns = role === 'absence' ? allAbsence.map((column) => row[column] ?? '') : [cell(row, role)]
      const text = columns
        .map(tidy)
        .find((one) => (role === 'note' || role === 'place' ? saysHalfDay(one) : saysPartOfDay(one)))
      if (text !== undefined) return not(role, text, 'part-of-day')
    }
    const text = tidy(cell(row, 'length'))
    return isPartOfDay(lengthMinutes(text, 'hours') ?? 0) ? not('length', text, 'part-of-day') : null
  }

  /** The hours of a day in one text, from the first to the last. */
  function oneRange(text: string): ReadRange | null {
    const { ranges } = rangesIn(text, style)
    const [first] = ranges
    return first === undefined ? null : { ...first, endMinute: Math.max(...ranges.map(({ endMinute }) => endMinute)) }
  }

  /** Tools write the date of the start beside an end after midnight. */
  function afterStart(from: WallTime, to: WallTime, isInstant: boolean): WallTime {
    return to.day === from.day && to.minute <= from.minute && !isInstant
      ? { day: to.day, minute: to.minute + DAY_MINUTES }
      : to
  }
}

/** "24:00" is the midnight of the next day. */
function withinDay(wall: WallTime | null): WallTime | null {
  if (wall === null) return null
  return { day: wall.day + Math.floor(wall.minute / DAY_MINUTES), minute: wall.minute % DAY_MINUTES }
}

function withMinute(moment: Moment, minute = moment.minute): Moment {
  return minute === moment.minute ? moment : { ...moment, minute }
}

type Columns = Partial<Record<Role, number>>

function columnsOf({ roles }: RowsTable): Columns {
  const columns: Columns = {}
  for (const [column, role] of roles.entries()) if (role !== null && columns[role] === undefined) columns[role] = column
  return columns
}

function isRepeatedHeader(row: readonly string[], { header }: RowsTable): boolean {
  return header.length > 1 && row.length >= header.length && header.every((name, column) => name === row[column])
}
