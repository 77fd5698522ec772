import { AppError } from '../../../shared/foundation/errors.ts'
import { harmfulAgain } from '../../../shared/foundation/harmless-text.ts'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { TIME_OFF_KINDS, type TimeOffKind } from '../../../shared/plan/rules/rule-types.ts'
import { timeOffSchema } from '../../../shared/plan/rules/time-off-schema.ts'
import { addressIn, withoutAddress } from '../../../shared/roster/address.ts'
import { dayOf, orderOfDates, type OrderOfDates } from '../../../shared/roster/date-order.ts'
import { type KnownAgent, matchNames, peopleInFile, type NameMatch } from '../../../shared/roster/match-names.ts'
import { momentReader, type Moment } from '../../../shared/roster/moments.ts'
import type { Person, ReadOptions, Sheet } from '../../../shared/roster/roster.ts'
import { clockTime } from '../../../shared/roster/time-text.ts'
import { wallAt } from '../../../shared/roster/wall-clock.ts'
import { absenceOf, absenceWithin, plain, tidy } from '../../../shared/roster/words.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import type { StoredTimeOff } from '../../store/time-off-store.ts'
import { timeOffColumns, type TimeOffColumns } from './time-off-columns.ts'

const KEPT = 'Nothing of the file was taken.'
const NEXT =
  'Give a table with the columns agent, kind, from, to, start, end and note, or the same in German, French, Spanish or Dutch.'
/** What is none of the others, in the languages that rosters are read in. */
const OTHER = new Set('other|andere|anderes|sonstige|sonstiges|autre|autres|otro|otra|otros|overig|anders'.split('|'))
const STYLE = { decimals: false }

/** How a table of time off is to be read. */
export interface TimeOffReading extends ReadOptions {
  readonly agents: readonly KnownAgent[]
}

/** What a table of time off holds, and how its dates were read. */
export interface ReadTimeOff extends OrderOfDates {
  readonly entries: readonly Omit<StoredTimeOff, 'id'>[]
}

/**
 * Time off of the first sheet with such a table, below a header: dates, names and kinds as rosters have them. Without a last date it is one day, without a kind vacation.
 * All or nothing: throws AppError 'invalid-input' that names the row and what is wrong in it.
 */
export function readTimeOff(sheets: readonly Sheet[], { agents, ...options }: TimeOffReading): ReadTimeOff {
  const [table] = sheets.flatMap((one) => {
    const own = timeOffColumns(one)
    return own === null ? [] : [{ sheet: one, columns: own }]
  })
  if (table === undefined) throw refused('The file has no columns of time off.')
  const { sheet, columns } = table
  const rows = sheet.rows
    .map((row, index) => ({ row, number: index + 1 }))
    .slice(columns.firstRow)
    .filter(({ row }) => row.some((cell) => tidy(cell) !== ''))
  const dates = momentReader(STYLE, true)
  const found = orderOfDates(
    rows.flatMap(({ row }) => [columns.from, columns.to].flatMap((at) => dates(tidy(row[at] ?? '')).date ?? [])),
    { chosen: options.dateOrder, usual: options.usualOrder, today: options.today },
  )
  const people = rows.map(({ row }) => personOf(row, columns))
  const named = peopleInFile(people.filter((person) => person !== null))
  const matches = new Map(
    matchNames(named, { agents, chosen: {}, remembered: {} }).map((match) => [match.inFile, match]),
  )
  const dayIn = (moment: Moment): number | null =>
    moment.instant !== null
      ? wallAt(moment.instant, options.timeZone).day
      : moment.date === null
        ? null
        : dayOf(moment.date, { order: found.order, today: options.today })
  const entries = rows.map(({ row, number }, index) => {
    const fail = (reason: string): AppError => refused(`Row ${number} of the file ${reason}.`)
    const text = (column: number): string => tidy(row[column] ?? '')
    const person = people[index]!
    if (person === null) throw fail('names no agent')
    const first = dates(text(columns.from))
    const last = text(columns.to) === '' ? first : dates(text(columns.to))
    const [from, to] = [dayIn(first), dayIn(last)]
    if (from === null || to === null)
      throw fail(`has a date that is none: "${text(from === null ? columns.from : columns.to)}"`)
    const entry = {
      agentId: agentOf(matches.get(named.nameOf(person))!, agents, fail),
      kind: kindOf(columns.kinds.map(text).find((one) => one !== '') ?? '', fail),
      from: formatLocalDate(from),
      to: formatLocalDate(to),
      part: partOf([text(columns.start), text(columns.end)], fail) ?? (from === to ? partOfDay(first, last) : null),
      // A note is the user's own text.
      note: harmfulAgain(
        columns.notes.map((column) => row[column] ?? '').find((one) => one.trim() !== '') ?? '',
      ).trim(),
    }
    const { success, error } = timeOffSchema.safeParse({ ...entry, id: 'new' })
    if (success) return entry
    const [issue] = error.issues
    throw fail(`has a time off that ${issue!.message}${issue!.path.length > 0 ? ` (${issue!.path.join('.')})` : ''}`)
  })
  return { entries, ...found }
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
  if (how !== 'near' && how !== 'initials') return agentId
  const likely = agents.find(({ id }) => id === (agentId ?? candidates[0]))?.name ?? agentId
  throw fail(`names "${inFile}", who is no agent; write "${likely}" if that is who is meant`)
}

function kindOf(text: string, fail: (reason: string) => AppError): TimeOffKind {
  if (text === '') return 'vacation'
  const own = TIME_OFF_KINDS.find((kind) => kind === text.toLowerCase())
  const known = own ?? absenceOf(text) ?? absenceWithin(text) ?? (OTHER.has(plain(text)) ? 'other' : null)
  if (known !== null) return known
  throw fail(`has the kind "${text}", but it must be one of: ${TIME_OFF_KINDS.join(', ')}`)
}

type Part = StoredTimeOff['part']

function partOf([from, to]: readonly [string, string], fail: (reason: string) => AppError): Part {
  if (from === '' && to === '') return null
  const [start, end] = [clockTime(from, STYLE), clockTime(to, STYLE)]
  if (start === null || end === null) throw fail(`has times that cannot be read: "${from}" to "${to}"`)
  const startMinute = start % DAY_MINUTES
  return { startMinute, endMinute: end > startMinute ? end : end + DAY_MINUTES }
}

/** "2 March 2026 13:00" to "2 March 2026 17:00". */
function partOfDay(first: Moment, last: Moment): Part {
  if (first.minute === null || last.minute === null || last.minute <= first.minute) return null
  return last.minute - first.minute >= DAY_MINUTES - 1 ? null : { startMinute: first.minute, endMinute: last.minute }
}
