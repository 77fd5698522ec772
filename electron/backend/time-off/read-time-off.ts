import { clip } from '../../../shared/foundation/clip.ts'
import { harmfulAgain } from '../../../shared/foundation/harmless-text.ts'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { TimeRange } from '../../../shared/plan/plan.ts'
import { TIME_OFF_KINDS, type TimeOffKind } from '../../../shared/plan/rules/rule-types.ts'
import { MOST_TIME_OFF_DAYS, MOST_TIME_OFF_NOTE } from '../../../shared/plan/rules/time-off-schema.ts'
import { parseWallRange } from '../../../shared/plan/wall-time.ts'
import { type AwayDays, awayBetween, wholeDays } from '../../../shared/roster/away-days.ts'
import { dayOf, orderOfDates, type OrderOfDates } from '../../../shared/roster/date-order.ts'
import { momentReader, type Moment } from '../../../shared/roster/moments.ts'
import type {
  FoundAbsence,
  ReadOptions,
  Remark,
  Sheet,
  UnusedColumn,
  WhyChanged,
  WhyNot,
} from '../../../shared/roster/roster.ts'
import { clockTime, rangeOf, type TimeStyle, writesTwelveHours } from '../../../shared/roster/time-text.ts'
import { wallAt } from '../../../shared/roster/wall-clock.ts'
import { absenceOf, absenceWithin, plain, saysCalledOff, tidy } from '../../../shared/roster/words.ts'
import { filledRows } from '../agent-files/filled-rows.ts'
import { firstPersonColumn, personOf } from '../agent-files/person-columns.ts'
import { columnOfPart, minutesOf } from './part-columns.ts'
import { timeOffColumns, type TimeOffColumns } from './time-off-columns.ts'

/** What is none of the others, in the languages that rosters are read in. */
const OTHER = new Set('other|andere|anderes|sonstige|sonstiges|autre|autres|otro|otra|otros|overig|anders'.split('|'))
const STYLE = { decimals: false }
/** Below a header such as Approved. */
const NOT_AGREED = new Set(['no', 'nein', 'non', 'nee', 'nej', 'false'])

/** What a table of time off holds, and how its dates were read. */
export interface ReadTimeOff extends OrderOfDates {
  readonly rows: number
  /** From 1: the first that names agents. */
  readonly personColumn: number
  readonly found: readonly FoundAbsence[]
  /** Rows that were left out. */
  readonly notUnderstood: readonly Remark<WhyNot>[]
  readonly changed: readonly Remark<WhyChanged>[]
  readonly unused: readonly UnusedColumn[]
}

/**
 * Time off of the first sheet with such a table, below a header: dates, names and kinds as rosters have them. Without a last date it is one
 * day, without a kind vacation. What was called off, what is not understood, and parts of a day whose times are missing are left out and
 * listed. null: no sheet has such a table.
 */
export function readTimeOff(sheets: readonly Sheet[], options: ReadOptions): ReadTimeOff | null {
  const [table] = sheets.flatMap((one) => {
    const own = timeOffColumns(one)
    return own === null ? [] : [{ sheet: one, columns: own }]
  })
  return table === undefined ? null : readTable(table.sheet, table.columns, options)
}

type Row = readonly string[]

interface When {
  readonly day: number | null
  readonly minute: number | null
}

/** A row that was left out. */
type LeftOut = readonly [column: number, why: WhyNot]

function readTable(sheet: Sheet, columns: TimeOffColumns, options: ReadOptions): ReadTimeOff {
  const filled = filledRows(sheet, columns.firstRow)
  const dates = momentReader(STYLE, true)
  const found = orderOfDates(
    filled.flatMap(({ row }) => [columns.from, columns.to].flatMap((at) => dates(tidy(row[at] ?? '')).date ?? [])),
    { chosen: options.dateOrder, usual: options.usualOrder, today: options.today },
  )
  const wallOf = (moment: Moment): When =>
    moment.instant !== null
      ? wallAt(moment.instant, options.timeZone)
      : {
          day: moment.date === null ? null : dayOf(moment.date, { order: found.order, today: options.today }),
          minute: moment.minute,
        }
  const entered = filled.map(({ row, number }) => {
    const [from, to] = [columns.from, columns.to].map((at) => tidy(row[at] ?? ''))
    const [first, second] = [dates(from!), dates(to!)]
    const isInstant = first.instant !== null || second.instant !== null
    return { row, number, begin: wallOf(first), end: to === '' ? null : wallOf(second), isInstant }
  })
  // Tools that write every date with a midnight mean the whole of the last day.
  const isDateAlone = entered.some(
    ({ begin, end }) => begin.minute === 0 && end?.minute === 0 && begin.day !== null && begin.day === end.day,
  )
  const twelveHours = writesTwelveHours(
    entered.map(({ row }) => timesAt(row, columns).join('-')),
    STYLE,
  )
  // Covercast's own are of 24 hours.
  const style: TimeStyle | null = columns.isOwn ? null : { ...STYLE, twelveHours }
  const personColumn = firstPersonColumn(columns)
  const all: FoundAbsence[] = []
  const notUnderstood: Remark<WhyNot>[] = []
  const changed: Remark<WhyChanged>[] = []
  for (const { row, number, begin, end, isInstant } of entered) {
    const place = (column: number) => ({ row: number, column: column + 1, text: tidy(row[column] ?? '') })
    const leaveOut = ([column, why]: LeftOut): void => void notUnderstood.push({ ...place(column), why })
    const calledOff = calledOffIn(row, columns)
    if (calledOff !== undefined) {
      leaveOut([calledOff, 'called-off'])
      continue
    }
    const person = personOf(row, columns)
    const kind = kindOf(row, columns)
    const days = daysOf(row, { columns, begin, end, isInstant, isDateAlone, style })
    if (person === null) leaveOut([personColumn - 1, 'no-agent'])
    else if (typeof kind !== 'string') leaveOut(kind)
    else if (!('days' in days)) leaveOut(days)
    else {
      // A note is the user's own text.
      const written = columns.notes.map((column) => row[column] ?? '').find((one) => one.trim() !== '') ?? ''
      const note = harmfulAgain(written).trim()
      if (note.length > MOST_TIME_OFF_NOTE) changed.push({ ...place(columns.notes[0]!), why: 'note-cut' })
      if (days.isGuessed) changed.push({ ...place(columns.start), why: 'afternoon' })
      for (const each of days.days)
        all.push({
          row: number,
          column: columns.from + 1,
          person,
          kind,
          ...each,
          note: clip(note, MOST_TIME_OFF_NOTE),
        })
    }
  }
  return { rows: entered.length, personColumn, found: all, notUnderstood, changed, unused: columns.unused, ...found }
}

/** Of several columns, such as one of kinds and one of what was said to them, the first that names a kind. */
function kindOf(row: Row, { kinds }: TimeOffColumns): TimeOffKind | LeftOut {
  const first = kinds.find((column) => tidy(row[column] ?? '') !== '')
  if (first === undefined) return 'vacation'
  for (const column of kinds) {
    const one = tidy(row[column] ?? '')
    const own = TIME_OFF_KINDS.find((kind) => kind === one.toLowerCase())
    const known = own ?? absenceOf(one) ?? absenceWithin(one) ?? (OTHER.has(plain(one)) ? 'other' : null)
    if (known !== null) return known
  }
  return [first, 'unknown-kind']
}

/** The column that says that a row was canceled, or not agreed to; undefined: none does. */
function calledOffIn(row: Row, { kinds, statuses }: TimeOffColumns): number | undefined {
  return (
    [...kinds, ...statuses].find((column) => saysCalledOff(tidy(row[column] ?? ''))) ??
    statuses.find((column) => NOT_AGREED.has(plain(row[column] ?? '')))
  )
}

interface Entered {
  readonly columns: TimeOffColumns
  readonly begin: When
  /** null: nothing is written there. */
  readonly end: When | null
  readonly isInstant: boolean
  /** A midnight is no more than a date. */
  readonly isDateAlone: boolean
  /** null: of 24 hours. */
  readonly style: TimeStyle | null
}

/** The days of a row, or why there are none. */
function daysOf(
  row: Row,
  { columns, begin, end, isInstant, isDateAlone, style }: Entered,
): { readonly days: readonly AwayDays[]; readonly isGuessed: boolean } | LeftOut {
  if (begin.day === null) return [columns.from, 'not-a-date']
  if (end !== null && end.day === null) return [columns.to, 'not-a-date']
  const lastDay = end?.day ?? begin.day
  if (lastDay < begin.day) return [columns.to, 'no-length']
  if (lastDay - begin.day >= MOST_TIME_OFF_DAYS) return [columns.to === -1 ? columns.from : columns.to, 'too-many-days']
  const minuteOf = (minute: number | null): number | null => (isDateAlone && minute === 0 ? null : minute)
  const [fromMinute, toMinute] = [minuteOf(begin.minute), minuteOf(end?.minute ?? null)]
  const days = lastDay - begin.day + 1
  const minutes = days === 1 ? minutesOf(row, columns, days) : null
  const [startText, endText] = timesAt(row, columns)
  const hasTimes = startText !== '' || endText !== ''
  if (hasTimes && days > 1 && areMoments(row, columns)) {
    const [from, to] = [
      startText === '' ? 0 : clockTime(startText, STYLE),
      endText === '' ? DAY_MINUTES : clockTime(endText, STYLE),
    ]
    if (from === null) return [columns.start, 'not-a-time']
    if (to === null) return [columns.end, 'not-a-time']
    return {
      days: awayBetween({ day: begin.day, minute: from }, { day: lastDay, minute: to }),
      isGuessed: false,
    }
  }
  if (hasTimes) {
    const range = partOf([startText, endText], { style, minutes })
    if (range === null) return [startText === '' ? columns.end : columns.start, 'not-a-time']
    return {
      days: [{ firstDay: begin.day, lastDay, part: ofFirstDay(range) }],
      isGuessed: 'guessed' in range && range.guessed === true,
    }
  }
  const isFromTo = end !== null && (fromMinute !== null || toMinute !== null)
  const between = isFromTo
    ? awayBetween(
        { day: begin.day, minute: fromMinute ?? 0 },
        afterStart(
          { day: begin.day, minute: fromMinute ?? 0 },
          { day: lastDay, minute: toMinute ?? DAY_MINUTES },
          isInstant,
        ),
      )
    : []
  if (between.some(({ part }) => part !== null)) return { days: between, isGuessed: false }
  const part = end === null ? partFrom(fromMinute, minutes) : null
  const whole = between.length > 0 ? between : [{ ...wholeDays(begin.day, lastDay), part }]
  const unclear = part === null ? columnOfPart(row, columns, whole[0]!.lastDay - begin.day + 1) : undefined
  return unclear === undefined ? { days: whole, isGuessed: false } : [unclear, 'part-of-day']
}

function timesAt(row: Row, { start, end }: TimeOffColumns): readonly [string, string] {
  return [tidy(row[start] ?? ''), tidy(row[end] ?? '')]
}

/** Whether times beside the dates of several days are those of the first and the last, and not of each: "Start date, start time, end date, end time". */
function areMoments(row: Row, columns: TimeOffColumns): boolean {
  const { from, to, start, end, isOwn } = columns
  if (isOwn) return false
  const isOneAlone = timesAt(row, columns).includes('')
  return isOneAlone || (to !== -1 && Math.max(from, start) < Math.min(to, end))
}

/** Tools write the date of the start beside an end after midnight. */
function afterStart(
  from: { readonly day: number; readonly minute: number },
  to: { readonly day: number; readonly minute: number },
  isInstant: boolean,
): { readonly day: number; readonly minute: number } {
  const isNight = !isInstant && to.day === from.day && to.minute < from.minute
  return isNight ? { day: to.day, minute: to.minute + DAY_MINUTES } : to
}

function partOf(
  [from, to]: readonly [string, string],
  { style, minutes }: { readonly style: TimeStyle | null; readonly minutes: number | null },
): TimeRange | null {
  if (to === '') return partFrom(clockTime(from, STYLE), minutes)
  return style === null ? parseWallRange(from, to) : rangeOf(from, to, style)
}

function ofFirstDay({ startMinute, endMinute }: TimeRange): TimeRange {
  const start = startMinute % DAY_MINUTES
  return { startMinute: start, endMinute: start + endMinute - startMinute }
}

function partFrom(startMinute: number | null, minutes: number | null): TimeRange | null {
  return startMinute === null || minutes === null || minutes <= 0 || minutes >= DAY_MINUTES - 1
    ? null
    : { startMinute, endMinute: startMinute + minutes }
}
