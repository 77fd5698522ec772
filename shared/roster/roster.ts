import type { TimeRange } from '../plan/plan.ts'
import type { TimeOffKind } from '../plan/rules/rule-types.ts'
import type { AwayDays } from './away-days.ts'
import type { DateOrder } from './date-text.ts'
import type { OrderReason } from './date-order.ts'

/** A table of text: what a person reads in its cells; dates that a spreadsheet keeps are YYYY-MM-DD, times HH:MM. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** How a roster is to be read. */
export interface ReadOptions {
  /** IANA: in which the shifts are planned. */
  readonly timeZone: string
  /** null: what the file itself says. */
  readonly dateOrder: DateOrder | null
  /** The order of the system, where the file says nothing. */
  readonly usualOrder: DateOrder
  /** A day number of the calendar: dates without a year are near to it. */
  readonly today: number
}

/** Where something stood: both from 1. Of a calendar the row is the number of its event. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Whom a file names. */
export interface Person {
  /** As the file writes it; empty: only an id or an address is given. */
  readonly name: string
  readonly id: string | null
  readonly email: string | null
  /** The file is Covercast's own, and the id one of a workspace. */
  readonly isOwnId?: boolean
}

/** A shift as a file says it, not yet on the grid. `day` is a day number of the calendar, or of a weekday 0 to 6. */
export interface FoundShift extends Place, TimeRange {
  /** null: nobody yet. */
  readonly person: Person | null
  readonly day: number
  readonly breaks: readonly TimeRange[]
  /** Of breaks without times. */
  readonly breakMinutes: number
  readonly note: string
}

export interface FoundAbsence extends Place, AwayDays {
  readonly person: Person
  readonly kind: TimeOffKind
  readonly note: string
}

/** Why something of a file was not understood. */
export const NOT_UNDERSTOOD = [
  'no-agent',
  'unknown-agent',
  'no-date',
  'not-a-date',
  'no-start',
  'no-end',
  'not-a-time',
  'unknown-code',
  'unknown-kind',
  'no-value',
  'no-length',
  'too-long',
  'too-many-days',
  'break-alone',
  'absence-without-agent',
  'absence-without-date',
  'unclear-absence',
  'called-off',
  'part-of-day',
  'all-day',
  'unknown-zone',
  'too-many-repeats',
  'no-repeats',
  'damaged-event',
] as const
/** What was understood, and is not quite what the file says. */
export const CHANGED = [
  'rounded',
  'break-rounded',
  'break-dropped',
  'afternoon',
  'long',
  'repeated-hour',
  'skipped-hour',
  'endless-series',
  'note-cut',
  'sheet-differs',
] as const

export type WhyNot = (typeof NOT_UNDERSTOOD)[number]
export type WhyChanged = (typeof CHANGED)[number]

export interface Remark<Why> extends Place {
  /** The text there. */
  readonly text: string
  readonly why: Why
}

/** What a column has. */
export interface ReadColumn {
  /** From 1. */
  readonly column: number
  readonly header: string
  readonly role: string
}

/** A column of which nothing was read. */
export type UnusedColumn = Pick<ReadColumn, 'column' | 'header'>

export type RosterShape = 'rows' | 'grid' | 'calendar' | 'plan'

/** What was read of a file. */
export interface FoundRoster {
  readonly shape: RosterShape
  /** Whether days are weekdays. */
  readonly isWeekly: boolean
  /** Of the table, or events of a calendar. */
  readonly rows: number
  readonly columns: readonly ReadColumn[]
  /** Those that hold something of which nothing was read. */
  readonly unused: readonly UnusedColumn[]
  readonly dateOrder: DateOrder
  readonly orderReason: OrderReason
  readonly shifts: readonly FoundShift[]
  readonly absences: readonly FoundAbsence[]
  readonly notUnderstood: readonly Remark<WhyNot>[]
  readonly changed: readonly Remark<WhyChanged>[]
  /** The days that the file is about, also those without a shift; null: it has none. */
  readonly days: { readonly first: number; readonly last: number } | null
}
