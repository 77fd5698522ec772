import { roleOf, type Role } from '../../../shared/roster/headers.ts'
import { momentReader } from '../../../shared/roster/moments.ts'
import type { Sheet } from '../../../shared/roster/roster.ts'
import { headerRow } from '../../../shared/roster/row-columns.ts'
import { tidy } from '../../../shared/roster/words.ts'

/** Where a table of time off has what: indexes of columns, -1 where there is none. */
export interface TimeOffColumns {
  /** Index of the first row below the header. */
  readonly firstRow: number
  /** Names or ids; the first that is filled counts. */
  readonly names: readonly number[]
  readonly firstName: number
  readonly lastName: number
  readonly id: number
  readonly email: number
  readonly kinds: readonly number[]
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly notes: readonly number[]
}

const SAMPLED = 200

/** The columns of a table of time off, by the headers that rosters have; null: it has no such header. */
export function timeOffColumns(sheet: Sheet): TimeOffColumns | null {
  const headerAt = headerRow(sheet)
  if (headerAt === -1) return null
  const roles = sheet.rows[headerAt]!.map(roleOf)
  const firstRow = headerAt + 1
  const allOf = (...wanted: readonly Role[]): readonly number[] =>
    roles.flatMap((role, column) => (role !== null && wanted.includes(role) ? [column] : []))
  const first = (role: Role): number => roles.indexOf(role)
  const rows = sheet.rows.slice(firstRow, firstRow + SAMPLED)
  // "From" may be a date, or a time of the day that another column names.
  const [from = -1, start = -1] = datesFirst(rows, allOf('date', 'start'))
  const ends = datesFirst(rows, allOf('end-date', 'end'))
  const isEndOfDay = ends.length === 1 && hasTimes(rows, ends[0]!)
  const [to = -1, end = -1] = isEndOfDay ? [-1, ends[0]!] : ends
  return {
    firstRow,
    names: allOf('agent'),
    firstName: first('first-name'),
    lastName: first('last-name'),
    id: first('agent-id'),
    email: first('email'),
    kinds: allOf('absence', 'activity'),
    from,
    to,
    start,
    end,
    notes: allOf('note'),
  }
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
