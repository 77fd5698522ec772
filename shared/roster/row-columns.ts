import { dateText } from './date-text.ts'
import { roleOf, type Role } from './headers.ts'
import { momentReader } from './moments.ts'
import { isOwnHeader } from './own-tables.ts'
import type { Sheet } from './roster.ts'
import { rangesIn } from './time-text.ts'
import { tidy } from './words.ts'

/** A table with a shift a row: where its rows begin, and what stands in its columns. */
export interface RowsTable {
  /** Index of the first row below the header. */
  readonly firstRow: number
  readonly header: readonly string[]
  readonly roles: readonly (Role | null)[]
  /** Covercast's own: texts are taken as they are. */
  readonly isOwn: boolean
}

const HEADER_WITHIN = 40
const SAMPLED = 200
const STYLE = { decimals: false }

/** The table of shifts in a sheet; null: it has none. Columns are known by their headers, and by what stands in them. */
export function rowsTable(sheet: Sheet): RowsTable | null {
  const headerAt = headerRow(sheet)
  const header = headerAt === -1 ? [] : sheet.rows[headerAt]!
  const firstRow = headerAt + 1
  if (isOwnHeader(header))
    return { firstRow, header, roles: header.map((name) => OWN_ROLES[name] ?? null), isOwn: true }
  // A start and an end for each of several people or days: no table of rows.
  if (header.filter((cell) => roleOf(cell) === 'start').length > 1) return null
  const width = Math.min(
    200,
    sheet.rows.slice(firstRow, firstRow + SAMPLED).reduce((most, row) => Math.max(most, row.length), header.length),
  )
  const columns = Array.from({ length: width }, (_, column) => sampled(sheet, { firstRow, column }))
  const named = withNames(header.map(roleOf))
  const roles = byContent(
    Array.from({ length: width }, (_, column) => settled(named[column] ?? null, columns[column]!)),
    columns,
  )
  return hasShifts(roles, columns) ? { firstRow, header, roles, isOwn: false } : null
}

const OWN_ROLES: Readonly<Record<string, Role>> = {
  agent: 'agent',
  agent_id: 'agent-id',
  pool: 'ignored',
  date: 'date',
  day: 'date',
  start: 'start',
  end_date: 'end-date',
  end: 'end',
  breaks: 'break',
  hours: 'ignored',
  time_zone: 'zone',
  note: 'note',
}

/** Titles may stand above: the row with the most headers that are known, two at least, of different roles. */
function headerRow({ rows }: Sheet): number {
  let best = -1
  let most = 1
  for (let index = 0; index < Math.min(HEADER_WITHIN, rows.length); index++) {
    const known = new Set(rows[index]!.flatMap((cell) => roleOf(cell) ?? []))
    if (known.size > most) [best, most] = [index, known.size]
  }
  return best
}

/** "Nom" and "Nombre" are whole names where nothing stands beside them that would be the other half. */
function withNames(roles: readonly (Role | null)[]): readonly (Role | null)[] {
  const [hasFirst, hasLast, hasAgent] = (['first-name', 'last-name', 'agent'] as const).map((role) =>
    roles.includes(role),
  )
  if (hasAgent && (hasFirst || hasLast) && !(hasFirst && hasLast))
    return roles.map((role) => (role === 'agent' ? (hasFirst ? 'last-name' : 'first-name') : role))
  if (hasAgent || hasFirst === hasLast) return roles
  return roles.map((role) => (role === 'first-name' || role === 'last-name' ? 'agent' : role))
}

/** Headers that can mean several things mean what stands below them. */
function settled(role: Role | null, texts: readonly string[]): Role | null {
  switch (role) {
    case 'range':
      return shareOf(texts, isRange) >= 0.5 ? 'range' : shareOf(texts, isTime) >= 0.5 ? 'start' : 'note'
    case 'length':
      return shareOf(texts, isRange) >= 0.5 ? 'range' : 'length'
    case 'start':
      return shareOf(texts, isRange) >= 0.8 ? 'range' : 'start'
    default:
      return role
  }
}

/** What headers left open. Only what a shift needs is looked for. */
function byContent(given: readonly (Role | null)[], columns: readonly (readonly string[])[]): readonly (Role | null)[] {
  const roles = [...given]
  const open = (): readonly number[] =>
    roles.flatMap((role, column) => (role === null && columns[column]!.length > 0 ? [column] : []))
  const has = (...wanted: readonly Role[]): boolean => wanted.some((role) => roles.includes(role))
  const take = (role: Role, test: (text: string) => boolean, share = 0.6): void => {
    const found = open().find((column) => shareOf(columns[column]!, test) >= share)
    if (found !== undefined) roles[found] = role
  }
  if (!has('start', 'range')) take('range', isRange)
  if (!has('start', 'range')) {
    const dated = roles.findIndex((role, column) => role === 'date' && shareOf(columns[column]!, isDateTime) >= 0.8)
    if (dated === -1) take('start', (text) => isTime(text) || isDateTime(text))
    else roles[dated] = 'start'
    if (!has('end', 'length')) take('end', (text) => isTime(text) || isDateTime(text))
  }
  if (!has('date') && !startsHaveDates(roles, columns)) take('date', isDate)
  if (!has('email')) take('email', (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text))
  if (!has('agent', 'first-name', 'last-name', 'email', 'agent-id')) take('agent', isName)
  if (!has('agent', 'first-name', 'last-name', 'email', 'agent-id')) {
    const role = roles.findIndex(
      (one, column) => (one === 'note' || one === 'ignored') && shareOf(columns[column]!, isName) >= 0.8,
    )
    if (role !== -1) roles[role] = 'agent'
  }
  return roles
}

function hasShifts(roles: readonly (Role | null)[], columns: readonly (readonly string[])[]): boolean {
  const has = (role: Role): boolean => roles.includes(role)
  const saysWhen = has('range') || (has('start') && (has('end') || has('length')))
  const isAbsenceList =
    has('date') &&
    (has('absence') || has('end-date')) &&
    (has('agent') || has('email') || has('agent-id') || has('last-name'))
  return (saysWhen && (has('date') || startsHaveDates(roles, columns))) || isAbsenceList
}

function startsHaveDates(roles: readonly (Role | null)[], columns: readonly (readonly string[])[]): boolean {
  return roles.some(
    (role, column) =>
      role === 'start' && shareOf(columns[column]!, (text) => isDateTime(text) || isDateAlone(text)) >= 0.5,
  )
}

function sampled(
  { rows }: Sheet,
  { firstRow, column }: { readonly firstRow: number; readonly column: number },
): readonly string[] {
  const texts: string[] = []
  for (let index = firstRow; index < rows.length && texts.length < SAMPLED; index++) {
    const text = tidy(rows[index]![column] ?? '')
    if (text !== '') texts.push(text)
  }
  return texts
}

function shareOf(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length
}

const moment = momentReader(STYLE)
const isRange = (text: string): boolean => rangesIn(text, STYLE).ranges.length > 0 && dateText(text) === null
const isTime = (text: string): boolean => moment(text).minute !== null && moment(text).date === null
const isDateTime = (text: string): boolean =>
  moment(text).instant !== null || (moment(text).minute !== null && moment(text).date !== null)
const isDate = (text: string): boolean => dateText(text) !== null && !/^\d{1,2}$/u.test(text)
const isDateAlone = (text: string): boolean => moment(text).minute === null && isDate(text)
const isName = (text: string): boolean => /\p{L}{2}/u.test(text) && !isDate(text) && text.length < 120
