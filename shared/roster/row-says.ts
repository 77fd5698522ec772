import type { TimeOffKind } from '../plan/rules/rule-types.ts'
import type { AwayDays } from './away-days.ts'
import type { DateOrder } from './date-text.ts'
import type { Role } from './headers.ts'
import type { RangeShift } from './range-shifts.ts'
import type { Person, ReadOptions, WhyChanged, WhyNot } from './roster.ts'
import type { RowsTable } from './row-columns.ts'
import type { TimeStyle } from './time-text.ts'

/** What one row says. */
export type RowSays =
  | { readonly says: 'nothing' }
  | { readonly says: 'not-understood'; readonly role: Role; readonly text: string; readonly why: WhyNot }
  | {
      readonly says: 'shifts'
      /** Whose shifts they are: of several people each. */
      readonly people: readonly (Person | null)[]
      readonly shifts: readonly RowShift[]
      readonly activity: string
      readonly isBreak: boolean
      readonly changed: readonly WhyChanged[]
    }
  | {
      readonly says: 'absence'
      readonly person: Person | null
      readonly kind: TimeOffKind
      readonly days: readonly AwayDays[]
      readonly note: string
      readonly changed: readonly WhyChanged[]
    }

export interface RowShift extends RangeShift {
  readonly day: number
}

export interface RowContext {
  readonly table: RowsTable
  readonly options: ReadOptions
  readonly order: DateOrder
  readonly style: TimeStyle
  readonly isWeekly: boolean
}
