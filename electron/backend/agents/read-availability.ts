import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { TimeRange } from '../../../shared/plan/plan.ts'
import { parseWallRange } from '../../../shared/plan/wall-time.ts'
import { roleOf, type Role } from '../../../shared/roster/headers.ts'
import type { Person, Place, Remark, Sheet, UnusedColumn, WhyChanged, WhyNot } from '../../../shared/roster/roster.ts'
import { columnsBeside, headerRow } from '../../../shared/roster/row-columns.ts'
import { rangeOf, rangesIn, type TimeStyle, writesTwelveHours } from '../../../shared/roster/time-text.ts'
import { plain, tidy, weekdayOf } from '../../../shared/roster/words.ts'
import { filledRows } from '../agent-files/filled-rows.ts'
import {
  columnsOfPerson,
  firstPersonColumn,
  namesAgents,
  type PersonColumns,
  personColumns,
  personOf,
} from '../agent-files/person-columns.ts'
import { ANY_TIME, AVAILABILITY_HEADER, NEVER } from './availability-csv.ts'

/** When somebody can work, as one row says it: at any time, never, or on days of the week at some times; 0 = Sunday. */
export interface FoundAvailability extends Place {
  readonly person: Person
  readonly when: 'any-time' | 'never' | readonly (TimeRange & { readonly dayOfWeek: number })[]
}

/** What a table of availability holds. */
export interface ReadAvailability {
  readonly rows: number
  /** From 1: the first that names agents. */
  readonly personColumn: number
  readonly found: readonly FoundAvailability[]
  /** Rows that were left out. */
  readonly notUnderstood: readonly Remark<WhyNot>[]
  /** Whom those rows name. */
  readonly unclear: readonly Person[]
  readonly changed: readonly Remark<WhyChanged>[]
  readonly unused: readonly UnusedColumn[]
}

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'))
const SAYS_ANY_TIME = words(
  `${ANY_TIME}|anytime|always|all day|whole day|open|jederzeit|immer|ganztags|ganztagig|ganzer tag|toujours|toute la journee|siempre|todo el dia|sempre|tutto il giorno|altijd|hele dag|altid|hele dagen`,
)
const SAYS_NEVER = words(
  `${NEVER}|no|none|off|unavailable|not available|nie|nicht verfugbar|jamais|indisponible|nunca|no disponible|mai|non disponibile|nooit|niet beschikbaar|aldrig`,
)
const EVERY_DAY = words(
  'every day|daily|all days|any day|taglich|jeden tag|alle tage|tous les jours|todos los dias|ogni giorno|elke dag|hver dag',
)
const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6]
const WHOLE_DAY: TimeRange = { startMinute: 0, endMinute: DAY_MINUTES }
const STYLE = { decimals: false }
/** Of the days that are written, so many have to be weekdays. */
const LEAST_SHARE = 0.5

/**
 * Availability of the first sheet with such a table: a row a time range of a weekday, or of several, below a header in any language that
 * rosters are read in. null: no sheet has such a table.
 */
export function readAvailability(sheets: readonly Sheet[]): ReadAvailability | null {
  const [table] = sheets.flatMap((sheet) => {
    const columns = availabilityColumns(sheet)
    return columns === null ? [] : [{ sheet, columns }]
  })
  return table === undefined ? null : readTable(table.sheet, table.columns)
}

interface AvailabilityColumns extends PersonColumns {
  readonly firstRow: number
  readonly day: number
  readonly start: number
  readonly end: number
  readonly range: number
}

/** null: it has no such columns, or its days are dates. */
function availabilityColumns(sheet: Sheet): AvailabilityColumns | null {
  const headerAt = headerRow(sheet)
  if (headerAt === -1) return null
  const header = sheet.rows[headerAt]!
  const roles = header.map(roleOf)
  const first = (role: Role): number => roles.indexOf(role)
  const isOwn =
    header.length === AVAILABILITY_HEADER.length && header.every((name, at) => name === AVAILABILITY_HEADER[at])
  const columns = {
    ...personColumns(roles, isOwn),
    firstRow: headerAt + 1,
    day: first('date'),
    start: first('start'),
    end: first('end'),
    range: first('range'),
  }
  if (columns.day === -1 || !namesAgents(columns)) return null
  const days = filledRows(sheet, columns.firstRow).flatMap(({ row }) => tidy(row[columns.day] ?? '') || [])
  const isWeekday = (text: string): boolean => wholeAnswer(text) !== null || weekdaysIn(text).length > 0
  const known = days.filter(isWeekday).length
  return isOwn || (known > 0 && known >= days.length * LEAST_SHARE) ? columns : null
}

type LeftOut = readonly [column: number, why: WhyNot]
type Says = { readonly when: FoundAvailability['when']; readonly isGuessed: boolean }

function readTable(sheet: Sheet, columns: AvailabilityColumns): ReadAvailability {
  const rows = filledRows(sheet, columns.firstRow)
  const { day, start, end, range } = columns
  const texts = rows.map(({ row }) => tidy(row[range] ?? '') || `${row[start] ?? ''}-${row[end] ?? ''}`)
  const style = { ...STYLE, twelveHours: writesTwelveHours(texts, STYLE) }
  const personColumn = firstPersonColumn(columns)
  const found: FoundAvailability[] = []
  const notUnderstood: Remark<WhyNot>[] = []
  const unclear: Person[] = []
  const changed: Remark<WhyChanged>[] = []
  for (const { row, number } of rows) {
    const place = (column: number) => ({ row: number, column: column + 1, text: tidy(row[column] ?? '') })
    const person = personOf(row, columns)
    const says = rowSays(row, columns, style)
    if (person === null) notUnderstood.push({ ...place(personColumn - 1), why: 'no-agent' })
    else if ('when' in says) {
      found.push({ row: number, column: day + 1, person, when: says.when })
      if (says.isGuessed) changed.push({ ...place(start === -1 ? range : start), why: 'afternoon' })
    } else {
      const [column, why] = says
      notUnderstood.push({ ...place(column), why })
      unclear.push(person)
    }
  }
  const used = new Set([...columnsOfPerson(columns), day, start, end, range])
  const header = sheet.rows[columns.firstRow - 1]!
  const unused = columnsBeside(sheet, used, { header, firstRow: columns.firstRow })
  return {
    rows: rows.length,
    personColumn,
    found,
    notUnderstood,
    unclear,
    changed,
    unused: unused.map((column) => ({ column: column + 1, header: tidy(header[column] ?? '') })),
  }
}

function rowSays(row: readonly string[], columns: AvailabilityColumns, style: TimeStyle): Says | LeftOut {
  const cell = (column: number): string => tidy(row[column] ?? '')
  const text = cell(columns.day)
  const whole = wholeAnswer(text)
  if (whole !== null) return { when: whole, isGuessed: false }
  const days = weekdaysIn(text)
  if (days.length === 0) return [columns.day, text === '' ? 'no-date' : 'not-a-date']
  const onEach = (ranges: readonly (TimeRange & { readonly guessed?: boolean })[]): Says => ({
    when: days.flatMap((dayOfWeek) => ranges.map((range) => ({ dayOfWeek, ...withinDay(range) }))),
    isGuessed: ranges.some(({ guessed }) => guessed === true),
  })
  const [startText, endText, rangeText] = [cell(columns.start), cell(columns.end), cell(columns.range)]
  const answer = wholeAnswer(startText || rangeText)
  if (endText === '' && answer !== null) return onEach(answer === 'never' ? [] : [WHOLE_DAY])
  if (startText === '' && rangeText !== '') {
    const { ranges } = rangesIn(rangeText, style)
    return ranges.length === 0 ? [columns.range, 'not-a-time'] : onEach(ranges)
  }
  if (startText === '') return [columns.start === -1 ? columns.range : columns.start, 'no-start']
  if (endText === '') return [columns.end === -1 ? columns.start : columns.end, 'no-end']
  const range = columns.isOwn ? parseWallRange(startText, endText) : rangeOf(startText, endText, style)
  return range === null ? [columns.start, 'not-a-time'] : onEach([range])
}

/** "Any time" or "never"; null: a text says neither. */
function wholeAnswer(text: string): 'any-time' | 'never' | null {
  const said = plain(text)
  return SAYS_ANY_TIME.has(said) ? 'any-time' : SAYS_NEVER.has(said) ? 'never' : null
}

/** "Mon", "Mon-Fri", "Sa, So", "every day": days of the week; empty: something in the text is none. */
function weekdaysIn(text: string): readonly number[] {
  if (EVERY_DAY.has(plain(text))) return ALL_DAYS
  const days = new Set<number>()
  for (const part of text.replaceAll(/\st\/m\s/gu, '-').split(/[,;&/+]|\s(?:and|und|et|y|e|en|og)\s/u)) {
    const [from, to, more] = part.split(/\s?-\s?|\s(?:to|bis|au|a|al|tot|til)\s/u).map((word) => weekdayOf(plain(word)))
    if (from === undefined || more !== undefined || (to === undefined && /-/u.test(part))) return []
    const count = to === undefined ? 1 : ((to - from + 7) % 7) + 1
    for (let index = 0; index < count; index++) days.add((from + index) % 7)
  }
  return [...days]
}

function withinDay({ startMinute, endMinute }: TimeRange): TimeRange {
  const start = startMinute % DAY_MINUTES
  return { startMinute: start, endMinute: start + endMinute - startMinute }
}
