import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { type PlanKind, type Shift } from '../../../../../shared/plan/plan.ts'
import { dayOfWeekOfDay, formatLocalDate, parseLocalDate } from '../../../../../shared/time/local.ts'

const DAYS = 7
/** The days of a week as they lie on the board. */
export const COLUMNS = Array.from({ length: DAYS }, (_, column) => column)

/** The week that the board shows: seven dates from `firstDay` (day number of the calendar). A weekly plan repeats in it. */
export interface BoardWeek {
  readonly kind: PlanKind
  readonly firstDay: number
}

/** The week that begins on a local date. */
export function boardWeek(kind: PlanKind, firstDate: string): BoardWeek {
  return { kind, firstDay: parseLocalDate(firstDate) }
}

export function dateOfColumn(week: BoardWeek, column: number): string {
  return formatLocalDate(week.firstDay + column)
}

/** The column in which a shift begins; -1: the evening before a dated week; null: not in this week. */
export function weekColumn(week: BoardWeek, day: number): number | null {
  if (week.kind === 'weekly') return (day - dayOfWeekOfDay(week.firstDay) + DAYS) % DAYS
  const column = day - week.firstDay
  return column >= -1 && column < DAYS ? column : null
}

/** What `Shift.day` is in a column. */
export function dayOfColumn(week: BoardWeek, column: number): number {
  return week.kind === 'weekly' ? dayOfWeekOfDay(week.firstDay + column) : week.firstDay + column
}

/** A piece of a shift as it lies on the board, in minutes of the week. */
export interface Placed {
  readonly shift: Shift
  readonly start: number
  readonly end: number
  /** The rest of a shift that begins at the other end of the week. */
  readonly isRest: boolean
}

/** The pieces of a shift in this week: one, two where a weekly one runs over the week's end, or none. */
export function shiftPlaces(week: BoardWeek, shift: Shift): readonly Placed[] {
  const column = weekColumn(week, shift.day)
  if (column === null) return []
  const start = column * DAY_MINUTES + shift.startMinute
  const end = column * DAY_MINUTES + shift.endMinute
  const last = DAYS * DAY_MINUTES
  if (start < 0) return end > 0 ? [{ shift, start: 0, end, isRest: true }] : []
  if (end <= last || week.kind === 'dated') return [{ shift, start, end: Math.min(end, last), isRest: false }]
  return [
    { shift, start, end: last, isRest: false },
    { shift, start: 0, end: end - last, isRest: true },
  ]
}
