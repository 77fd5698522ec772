import type { OwedBreak, TimeOffKind } from './rule-types.ts'

/** In the order in which one agent's are listed. */
export const VIOLATION_KINDS = [
  'under-staffed',
  'deactivated',
  'double-booked',
  'time-off',
  'day-off',
  'unavailable',
  'wrong-pool',
  'minor-times',
  'minor-day',
  'minor-week',
  'short-rest',
  'short-weekly-rest',
  'too-many-hours',
  'too-few-hours',
  'high-average',
  'long-night',
  'high-night-average',
  'too-many-days',
  'too-many-weekends',
  'too-many-hours-a-day',
  'long-day',
  'long-shift',
  'short-shift',
  'missing-break',
  'late-break',
  'work-without-break',
  'short-notice',
] as const

export type ViolationKind = (typeof VIOLATION_KINDS)[number]

/** Time beyond or short of a limit: what there is and by how much it misses, in milliseconds, and the limit in hours. */
interface BesideLimit {
  readonly ms: number
  readonly missedByMs: number
  readonly limit: number
}

/** A local day as a number. */
interface OnDay {
  readonly day: number
}

interface PartOfShift extends OnDay {
  readonly ms: number
}

interface AverageBesideLimit extends BesideLimit {
  /** Over which weeks, from a day number on; null: the week alone. */
  readonly averaged: { readonly weeks: number; readonly firstDay: number } | null
}

/** A break that has to begin by the end of an hour of work. */
export interface LateBreak {
  /** Which one of several, from 1 on; null: there is one. */
  readonly number: number | null
  readonly minutes: number
  readonly byHour: number
  readonly isMissing: boolean
  /** How much too late it begins; of one that is missing its length. */
  readonly ms: number
}

/** What a violation is about, by its kind: what its text is written from. */
interface ViolationDetails {
  /** Instants. `isFewest`: at times there are more. `poolId` null: of all, or of the plan's only one. */
  'under-staffed': {
    readonly start: number
    readonly end: number
    readonly people: number
    readonly needed: number
    readonly isFewest: boolean
    readonly poolId: string | null
  }
  deactivated: { readonly shifts: number }
  'double-booked': PartOfShift
  'time-off': PartOfShift & { readonly timeOff: readonly TimeOffKind[] }
  'day-off': PartOfShift
  unavailable: PartOfShift
  'wrong-pool': object
  'minor-times': PartOfShift
  'minor-day': OnDay & BesideLimit & { readonly isSchool: boolean }
  'minor-week': BesideLimit & { readonly isSchool: boolean }
  'short-rest': OnDay & BesideLimit & { readonly toDay: number }
  'short-weekly-rest': BesideLimit
  'too-many-hours': BesideLimit
  'too-few-hours': BesideLimit
  'high-average': AverageBesideLimit
  'long-night': OnDay & BesideLimit
  'high-night-average': AverageBesideLimit
  'too-many-days': { readonly count: number; readonly isEndless: boolean }
  'too-many-weekends': { readonly count: number; readonly isEndless: boolean }
  'too-many-hours-a-day': OnDay & BesideLimit
  'long-day': OnDay & BesideLimit
  'long-shift': OnDay & BesideLimit
  'short-shift': OnDay & BesideLimit
  'missing-break': OnDay & OwedBreak & { readonly takenMs: number }
  'late-break': OnDay & { readonly late: readonly LateBreak[] }
  'work-without-break': OnDay & BesideLimit
  'short-notice': { readonly shifts: number; readonly notice: number; readonly required: number }
}

/** A kind of violation, with what its text is written from. */
export type ViolationDetail = {
  readonly [Kind in ViolationKind]: { readonly kind: Kind } & ViolationDetails[Kind]
}[ViolationKind]

/** A rule that a plan breaks in one week. */
export type Violation = ViolationDetail & {
  /** null: an unassigned shift, or, of 'under-staffed', nobody. */
  readonly agentId: string | null
  /** The shifts that break it, in order; none where there are too few. */
  readonly shiftIds: readonly string[]
  /**
   * By how much: minutes (for 'deactivated' those planned from then on, for 'under-staffed' of missing people together), days for
   * 'too-many-days' and 'short-notice', weekends for 'too-many-weekends', shifts for 'wrong-pool'. Always more than 0.
   */
  readonly by: number
  /** The law that has the number: "ArbZG § 5"; absent: none is known. */
  readonly article?: string
}
