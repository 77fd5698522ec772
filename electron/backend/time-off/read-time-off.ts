import { AppError } from '../../../shared/foundation/errors.ts'
import { harmfulAgain } from '../../../shared/foundation/harmless-text.ts'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { TimeRange } from '../../../shared/plan/plan.ts'
import { TIME_OFF_KINDS, type TimeOffKind } from '../../../shared/plan/rules/rule-types.ts'
import { timeOffSchema } from '../../../shared/plan/rules/time-off-schema.ts'
import { addressIn, withoutAddress } from '../../../shared/roster/address.ts'
import { dayOf, orderOfDates, type OrderOfDates } from '../../../shared/roster/date-order.ts'
import { type KnownAgent, matchNames, peopleInFile, type NameMatch } from '../../../shared/roster/match-names.ts'
import { momentReader, type Moment } from '../../../shared/roster/moments.ts'
import type { Person, ReadOptions, Remark, Sheet, UnusedColumn, WhyNot } from '../../../shared/roster/roster.ts'
import { clockTime, rangeOf, type TimeStyle, writesTwelveHours } from '../../../shared/roster/time-text.ts'
import { wallAt } from '../../../shared/roster/wall-clock.ts'
import { absenceOf, absenceWithin, plain, saysCalledOff, tidy } from '../../../shared/roster/words.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import type { StoredTimeOff } from '../../store/time-off-store.ts'
import { columnOfPart, minutesOf } from './part-of-day.ts'
import { timeOffColumns, type TimeOffColumns } from './time-off-columns.ts'

const KEPT = 'Nothing of the file was taken.'
const NEXT =
  'Give a table with the columns agent, kind, from, to, start, end and note, or the same in German, French, Spanish or Dutch.'
/** What is none of the others, in the languages that rosters are read in. */
const OTHER = new Set('other|andere|anderes|sonstige|sonstiges|autre|autres|otro|otra|otros|overig|anders'.split('|'))
const STYLE = { decimals: false }
/** Below a header such as Approved. */
const NOT_AGREED = new Set(['no', 'nein', 'non', 'nee', 'nej', 'false'])

/** How a table of time off is to be read. */
export interface TimeOffReading extends ReadOptions {
  readonly agents: readonly KnownAgent[]
}

/** What a table of time off holds, and how its dates were read. */
export interface ReadTimeOff extends OrderOfDates {
  readonly entries: readonly Omit<StoredTimeOff, 'id'>[]
  /** Rows that were left out. */
  readonly notUnderstood: readonly Remark<WhyNot>[]
  readonly unused: readonly UnusedColumn[]
}

/**
 * Time off of the first sheet with such a table, below a header: dates, names and kinds as rosters have them. Without a last date it is one day, without a kind vacation.
 * What was called off, and parts of a day whose times are missing, are left out and listed. The rest is all or nothing: throws AppError 'invalid-input' that names the row and what is wrong in it.
 */
export function readTimeOff(sheets: readonly Sheet[], { agents, ...options }: TimeOffReading): ReadTimeOff {
  const [table] = sheets.flatMap((one) => {
    const own = timeOffColumns(one)
    return own === null ? [] : [{ sheet: one, columns: own }]
  })
  if (table === undefined) throw refused('The file has no columns of time off.')
  const { sheet, columns } = table
  const filled = sheet.rows
    .map((row, index) => ({ row, number: index + 1 }))
    .slice(columns.firstRow)
    .filter(({ row }) => row.some((cell) => tidy(cell) !== ''))
  const dates = momentReader(STYLE, true)
  const found = orderOfDates(
    filled.flatMap(({ row }) => [columns.from, columns.to].flatMap((at) => dates(tidy(row[at] ?? '')).date ?? [])),
    { chosen: options.dateOrder, usual: options.usualOrder, today: options.today },
  )
  const notUnderstood: Remark<WhyNot>[] = []
  const rows = filled.filter(({ row, number }) => {
    const column = calledOffIn(row, columns)
    if (column !== undefined)
      notUnderstood.push({ row: number, column: column + 1, text: tidy(row[column]!), why: 'called-off' })
    return column === undefined
  })
  const people = rows.map(({ row }) => personOf(row, columns))
  const named = peopleInFile(people.filter((person) => person !== null))
  const matches = new Map(
    matchNames(named, { agents, chosen: {}, remembered: {} }).map((match) => [match.inFile, match]),
  )
  const wallOf = (moment: Moment): { readonly day: number | null; readonly minute: number | null } =>
    moment.instant !== null
      ? wallAt(moment.instant, options.timeZone)
      : {
          day: moment.date === null ? null : dayOf(moment.date, { order: found.order, today: options.today }),
          minute: moment.minute,
        }
  const spans = rows.map(({ row }) => {
    const [from, to] = [columns.from, columns.to].map((at) => tidy(row[at] ?? ''))
    const begin = wallOf(dates(from!))
    return { begin, end: to === '' ? null : wallOf(dates(to!)) }
  })
  // Tools that write every date with a midnight mean the whole of the last day.
  const isDateAlone = spans.some(
    ({ begin, end }) => begin.minute === 0 && end?.minute === 0 && begin.day !== null && begin.day === end.day,
  )
  const timesAt = (row: readonly string[]): readonly [string, string] => [
    tidy(row[columns.start] ?? ''),
    tidy(row[columns.end] ?? ''),
  ]
  const twelveHours = writesTwelveHours(
    rows.map(({ row }) => timesAt(row).join('-')),
    STYLE,
  )
  // Covercast's own are of 24 hours.
  const style: TimeStyle | null = columns.isOwn ? null : { ...STYLE, twelveHours }
  const entries = rows.flatMap(({ row, number }, index) => {
    const fail = (reason: string): AppError => refused(`Row ${number} of the file ${reason}.`)
    const text = (column: number): string => tidy(row[column] ?? '')
    const person = people[index]!
    if (person === null) throw fail('names no agent')
    const { begin, end } = spans[index]!
    const last = end ?? begin
    if (begin.day === null || last.day === null)
      throw fail(`has a date that is none: "${text(begin.day === null ? columns.from : columns.to)}"`)
    // "2 March 2026 13:00" to "2 March 2026 17:00".
    const hours =
      begin.minute === null || last.minute === null
        ? null
        : partFrom(begin.minute, (last.day - begin.day) * DAY_MINUTES + last.minute - begin.minute)
    const isMidnight = last.minute === 0 && last.day > begin.day && !isDateAlone
    const [from, to] = [begin.day, hours === null ? last.day - Number(isMidnight) : begin.day]
    const days = to - from + 1
    const part =
      partOf(timesAt(row), { style, minutes: days === 1 ? minutesOf(row, columns, days) : null, fail }) ??
      hours ??
      (end === null ? partFrom(begin.minute, minutesOf(row, columns, days)) : null)
    const entry = {
      agentId: agentOf(matches.get(named.nameOf(person))!, agents, fail),
      kind: kindOf(columns.kinds.map(text), fail),
      from: formatLocalDate(from),
      to: formatLocalDate(to),
      part,
      // A note is the user's own text.
      note: harmfulAgain(
        columns.notes.map((column) => row[column] ?? '').find((one) => one.trim() !== '') ?? '',
      ).trim(),
    }
    const { success, error } = timeOffSchema.safeParse({ ...entry, id: 'new' })
    if (!success) {
      const [issue] = error.issues
      throw fail(`has a time off that ${issue!.message}${issue!.path.length > 0 ? ` (${issue!.path.join('.')})` : ''}`)
    }
    const unclear = part === null ? columnOfPart(row, columns, days) : undefined
    if (unclear === undefined) return [entry]
    notUnderstood.push({ row: number, column: unclear + 1, text: text(unclear), why: 'part-of-day' })
    return []
  })
  return {
    entries,
    notUnderstood: notUnderstood.toSorted((one, other) => one.row - other.row),
    unused: columns.unused,
    ...found,
  }
}

function refused(message: string): AppError {
  return new AppError({ code: 'invalid-input', message, kept: KEPT, next: NEXT })
}

function personOf(row: readonly string[], { names, firstName, lastName, id, email }: TimeOffColumns): Person | null {
  const cell = (column: number): string => harmfulAgain(row[column] ?? '').trim()
  const both = [cell(firstName), cell(lastName)].filter((part) => part !== '').join(' ')
  const written = names.map(cell).find((name) => name !== '') ?? both
  const person = {
    name: withoutAddress(written),
    id: cell(id) || null,
    email: cell(email) || addressIn(written) || null,
  }
  return person.name === '' && person.id === null && person.email === null ? null : person
}

/** Nobody sees the matches before they are stored: only sure ones count. */
function agentOf(
  { inFile, agentId, how, candidates }: NameMatch,
  agents: readonly KnownAgent[],
  fail: (reason: string) => AppError,
): string {
  if (how === 'ambiguous') throw fail(`names "${inFile}", and several agents are called so`)
  if (agentId === null) throw fail(`names "${inFile}", who is no agent`)
  if (how !== 'near' && how !== 'initials' && how !== 'email-name') return agentId
  const likely = agents.find(({ id }) => id === (agentId ?? candidates[0]))?.name ?? agentId
  throw fail(`names "${inFile}", who is no agent; write "${likely}" if that is who is meant`)
}

/** Of several columns, such as one of kinds and one of what was said to them, the first that names a kind. */
function kindOf(texts: readonly string[], fail: (reason: string) => AppError): TimeOffKind {
  const text = texts.find((one) => one !== '')
  if (text === undefined) return 'vacation'
  for (const one of texts) {
    const own = TIME_OFF_KINDS.find((kind) => kind === one.toLowerCase())
    const known = own ?? absenceOf(one) ?? absenceWithin(one) ?? (OTHER.has(plain(one)) ? 'other' : null)
    if (known !== null) return known
  }
  throw fail(`has the kind "${text}", but it must be one of: ${TIME_OFF_KINDS.join(', ')}`)
}

/** The column that says that a row was canceled, or not agreed to; undefined: none does. */
function calledOffIn(row: readonly string[], { kinds, statuses }: TimeOffColumns): number | undefined {
  return (
    [...kinds, ...statuses].find((column) => saysCalledOff(tidy(row[column] ?? ''))) ??
    statuses.find((column) => NOT_AGREED.has(plain(row[column] ?? '')))
  )
}

type Part = StoredTimeOff['part']

function partOf(
  [from, to]: readonly [string, string],
  {
    style,
    minutes,
    fail,
  }: { readonly style: TimeStyle | null; readonly minutes: number | null; readonly fail: (reason: string) => AppError },
): Part {
  if (from === '' && to === '') return null
  const range =
    to === ''
      ? partFrom(clockTime(from, STYLE), minutes)
      : style === null
        ? plainRange(clockTime(from, STYLE), clockTime(to, STYLE))
        : rangeOf(from, to, style)
  if (range === null) throw fail(`has times that cannot be read: "${from}" to "${to}"`)
  const startMinute = range.startMinute % DAY_MINUTES
  return { startMinute, endMinute: startMinute + range.endMinute - range.startMinute }
}

function plainRange(start: number | null, end: number | null): TimeRange | null {
  if (start === null || end === null) return null
  return { startMinute: start, endMinute: end > start ? end : end + DAY_MINUTES }
}

function partFrom(startMinute: number | null, minutes: number | null): TimeRange | null {
  return startMinute === null || minutes === null || minutes <= 0 || minutes >= DAY_MINUTES - 1
    ? null
    : { startMinute, endMinute: startMinute + minutes }
}
