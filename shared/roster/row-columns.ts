import { dateText } from './date-text.ts'
import { roleOf, type Role } from './headers.ts'
import { momentReader } from './moments.ts'
import { isOwnHeader } from './own-tables.ts'
import type { Sheet } from './roster.ts'
import { lengthMinutes, rangesIn } from './time-text.ts'
import { namesBreak, saysOff, tidy } from './words.ts'

/** A table with a shift a row: where its rows begin, and what stands in its columns. */
export interface RowsTable {
  /** Index of the first row below the header. */
  readonly firstRow: number
  readonly header: readonly string[]
  readonly roles: readonly (Role | null)[]
  /** Covercast's own: texts are taken as they are. */
  readonly isOwn: boolean
  /** No header is there: columns are known by what is in them alone. */
  readonly isHeadless: boolean
}

/** Roles that several columns of a table may have. */
const SEVERAL: readonly Role[] = ['place', 'note', 'activity', 'absence', 'break', 'break-start', 'break-end']

/** Columns of a table, by index, that nothing was read of though something is in them. */
export function unusedColumns(sheet: Sheet, { roles, header, firstRow }: RowsTable): readonly number[] {
  const used = roles.flatMap((role, column) =>
    role !== null && role !== 'ignored' && (SEVERAL.includes(role) || roles.indexOf(role) === column) ? [column] : [],
  )
  return columnsBeside(sheet, new Set(used), { header, firstRow })
}

/** The columns beside those that are used, by index, that have a header or something in them. */
export function columnsBeside(
  { rows }: Sheet,
  used: ReadonlySet<number>,
  { header, firstRow }: Pick<RowsTable, 'header' | 'firstRow'>,
): readonly number[] {
  const open = new Set(Array.from(header, (_, column) => column).filter((column) => !used.has(column)))
  for (let index = firstRow; index < rows.length; index++)
    for (let column = header.length; column < rows[index]!.length; column++) if (!used.has(column)) open.add(column)
  const filled = new Set([...open].filter((column) => tidy(header[column] ?? '') !== ''))
  const left = [...open].filter((column) => !filled.has(column))
  for (const column of left)
    if (rows.some((row, index) => index >= firstRow && tidy(row[column] ?? '') !== '')) filled.add(column)
  return [...filled].toSorted((one, other) => one - other)
}

/** Minutes: what is longer is a time of the clock. */
const LONGEST_BREAK = 240
const HEADER_WITHIN = 40
const SAMPLED = 200
const STYLE = { decimals: false }

/** The table of shifts in a sheet; null: it has none. Columns are known by their headers, and by what stands in them. */
export function rowsTable(sheet: Sheet): RowsTable | null {
  const headerAt = headerRow(sheet)
  const header = headerAt === -1 ? [] : sheet.rows[headerAt]!
  const firstRow = headerAt + 1
  if (isOwnHeader(header))
    return { firstRow, header, roles: header.map((name) => OWN_ROLES[name] ?? null), isOwn: true, isHeadless: false }
  // A start and an end for each of several people or days: no table of rows.
  if (header.filter((cell) => roleOf(cell) === 'start').length > 1) return null
  const width = Math.min(
    200,
    sheet.rows.slice(firstRow, firstRow + SAMPLED).reduce((most, row) => Math.max(most, row.length), header.length),
  )
  const columns = Array.from({ length: width }, (_, column) => sampled(sheet, { firstRow, column }))
  const named = withNames(header.map(roleOf))
  const roles = withOneDate(
    byContent(
      Array.from({ length: width }, (_, column) =>
        settled(named[column] ?? breakRole(header[column] ?? '', columns[column]!), columns[column]!),
      ),
      columns,
    ),
    columns,
  )
  // Hours in several columns that nothing names: people across, and no table of rows.
  if (
    roles.filter((role, column) => isNameless(role, header[column]) && shareOf(columns[column]!, isRange) >= 0.5)
      .length > 1
  )
    return null
  return hasShifts(roles, columns) ? { firstRow, header, roles, isOwn: false, isHeadless: headerAt === -1 } : null
}

function isNameless(role: Role | null, header = ''): boolean {
  return (role === null || role === 'range') && roleOf(header) === null
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

/** Titles may be above: the row with the most headers that are known, two at least, of different roles; -1: there is none. */
export function headerRow({ rows }: Sheet): number {
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

/** "Mittag", "Pause 2", "Break (paid)": a column of breaks where its cells are times or lengths. */
function breakRole(header: string, texts: readonly string[]): Role | null {
  if (!namesBreak(header)) return null
  // "Pause 2 von".
  const numbered = roleOf(header.replaceAll(/\d+/gu, ' '))
  if (numbered === 'break-start' || numbered === 'break-end') return numbered
  const isLength = (text: string): boolean => (lengthMinutes(text, 'minutes') ?? Infinity) <= LONGEST_BREAK
  return shareOf(texts, (text) => isRange(text) || isLength(text) || saysOff(text)) >= 0.6 ? 'break' : null
}

/** A weekday beside a date says nothing more: the column with the dates counts. */
function withOneDate(
  roles: readonly (Role | null)[],
  columns: readonly (readonly string[])[],
): readonly (Role | null)[] {
  const dates = roles.flatMap((role, column) => (role === 'date' ? [column] : []))
  if (dates.length < 2) return roles
  const isWhole = (text: string): boolean => isDateTime(text) || (isDate(text) && dateText(text)!.kind !== 'weekday')
  const share = (column: number): number => shareOf(columns[column]!, isWhole)
  const [best] = dates.toSorted((one, other) => share(other) - share(one) || one - other)
  return roles.map((role, column) => (role === 'date' && column !== best ? null : role))
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
