import { roleOf, type Role } from '../../../shared/roster/headers.ts'
import { momentReader } from '../../../shared/roster/moments.ts'
import type { Sheet, UnusedColumn } from '../../../shared/roster/roster.ts'
import { columnsBeside, headerRow } from '../../../shared/roster/row-columns.ts'
import { plain, tidy } from '../../../shared/roster/words.ts'
import { columnsOfPerson, namesAgents, type PersonColumns, personColumns } from '../agent-files/person-columns.ts'
import { TIME_OFF_HEADER } from './time-off-csv.ts'

/** Where a table of time off has what: indexes of columns, -1 where there is none. */
export interface TimeOffColumns extends PersonColumns {
  /** Index of the first row below the header. */
  readonly firstRow: number
  readonly kinds: readonly number[]
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly notes: readonly number[]
  /** Whether it was agreed to, beside the kinds. */
  readonly statuses: readonly number[]
  /** How long it is: in hours, in days, or in either. */
  readonly lengths: readonly LengthColumn[]
  /** Those that hold something of which nothing is read. */
  readonly unused: readonly UnusedColumn[]
}

interface LengthColumn {
  readonly column: number
  /** null: the header does not say. */
  readonly unit: 'hours' | 'days' | null
}

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'))
const STATUSES = words(
  'approval|approval status|approved|request status|leave status|state|decision|genehmigung|genehmigt|genehmigungsstatus|statut|estado|stato|goedkeuring|freigabe',
)
const DAYS = words(
  'days|total days|number of days|no of days|days off|days requested|requested days|leave days|working days|duration days|tage|anzahl tage|urlaubstage|arbeitstage|jours|nombre de jours|dias|numero de dias|giorni|dagen|aantal dagen',
)
const HOURS = words(
  'hours|hrs|total hours|requested hours|hours requested|hours off|leave hours|scheduled hours|duration hours|stunden|heures|horas|ore|uren|timer',
)

const SAMPLED = 200

/** The columns of a table of time off, by the headers that rosters have; null: it has no such header. */
export function timeOffColumns(sheet: Sheet): TimeOffColumns | null {
  const headerAt = headerRow(sheet)
  if (headerAt === -1) return null
  const header = sheet.rows[headerAt]!
  const roles = header.map(roleOf)
  const firstRow = headerAt + 1
  const allOf = (...wanted: readonly Role[]): readonly number[] =>
    roles.flatMap((role, column) => (role !== null && wanted.includes(role) ? [column] : []))
  const rows = sheet.rows.slice(firstRow, firstRow + SAMPLED)
  // "From" may be a date, or a time of the day that another column names.
  const [from = -1, start = -1] = datesFirst(rows, allOf('date', 'start'))
  const ends = datesFirst(rows, allOf('end-date', 'end'))
  const isEndOfDay = ends.length === 1 && hasTimes(rows, ends[0]!)
  const [to = -1, end = -1] = isEndOfDay ? [-1, ends[0]!] : ends
  const columnsOf = (wanted: ReadonlySet<string>): readonly number[] =>
    header.flatMap((name, column) => (wanted.has(plain(name)) ? [column] : []))
  const [inDays, inHours] = [columnsOf(DAYS), columnsOf(HOURS)]
  const inEither = allOf('length').filter((column) => !inDays.includes(column) && !inHours.includes(column))
  const lengths = [
    ...inHours.map((column) => ({ column, unit: 'hours' as const })),
    ...inDays.map((column) => ({ column, unit: 'days' as const })),
    ...inEither.map((column) => ({ column, unit: null })),
  ]
  const isOwn = header.length === TIME_OFF_HEADER.length && header.every((name, at) => name === TIME_OFF_HEADER[at])
  const person = personColumns(roles, isOwn)
  if (from === -1 || !namesAgents(person)) return null
  const found = {
    ...person,
    firstRow,
    kinds: allOf('absence', 'activity'),
    from,
    to,
    start,
    end,
    notes: allOf('note'),
    statuses: columnsOf(STATUSES),
    lengths,
  }
  const used = new Set([
    ...columnsOfPerson(person),
    ...found.kinds,
    ...found.notes,
    ...found.statuses,
    ...lengths.map(({ column }) => column),
    from,
    to,
    start,
    end,
  ])
  const unused = columnsBeside(sheet, used, { header, firstRow })
  return { ...found, unused: unused.map((column) => ({ column: column + 1, header: tidy(header[column] ?? '') })) }
}

const dates = momentReader({ decimals: false }, true)

/** The column with the most dates, then the others as they are. */
function datesFirst(rows: Sheet['rows'], columns: readonly number[]): readonly number[] {
  const count = (column: number): number => rows.filter((row) => dates(row[column] ?? '').date !== null).length
  return columns.toSorted(
    (one, other) =>
      count(other) - count(one) || Number(hasTimes(rows, one)) - Number(hasTimes(rows, other)) || one - other,
  )
}

function hasTimes(rows: Sheet['rows'], column: number): boolean {
  return rows.some((row) => {
    const { date, minute } = dates(tidy(row[column] ?? ''))
    return date === null && minute !== null
  })
}
