import type { Interval } from '../foundation/interval.ts'
import type { Assumption } from './assumptions/assumption.ts'
import type { Rotation } from './rotation/rotation.ts'
import type { TimeRange } from './time-range.ts'

/** Shifts stand on this grid. */
export const GRID_MINUTES = 15

export type { TimeRange }

/**
 * One planned shift, in wall time of the plan's zone. `startMinute` lies in [0, 1440), `endMinute` in (startMinute, startMinute + 1440];
 * breaks lie inside, apart and in order.
 */
export interface Shift extends TimeRange {
  /** Stable through edits, stores, publications and exports. */
  readonly id: string
  /** null: an open shift, which nobody has yet. */
  readonly agentId: string | null
  /** In a weekly plan the day of week (0 = Sunday); in a dated one the day number of the calendar (local.ts). */
  readonly day: number
  readonly breaks: readonly TimeRange[]
  readonly note: string
}

export type PlanKind = 'weekly' | 'dated'

/** A plan as a value: edits make new ones. */
export interface Plan {
  readonly name: string
  /** IANA. */
  readonly timeZone: string
  /** null: all pools. */
  readonly poolId: string | null
  readonly kind: PlanKind
  readonly shifts: readonly Shift[]
  /** What it takes of the world to be otherwise than the history says; absent: nothing. */
  readonly assumptions?: readonly Assumption[]
  /** How its weeks repeat, of a dated plan; absent: they do not. Its shifts are those of every date all the same. */
  readonly rotation?: Rotation
}

/** A shift as it falls on the clock in one real week: [start, end) in epoch milliseconds. */
export interface PlannedInterval extends Interval {
  readonly shiftId: string
  readonly agentId: string | null
  /** Local date on which it begins, as a day number of the calendar. */
  readonly localDay: number
  /** Inside the interval, apart and in order. */
  readonly breaks: readonly Interval[]
  /** When its agent is assumed not to be there, whatever attendance says; apart and in order, also outside the interval. Absent: never. */
  readonly away?: readonly Interval[]
  /** Share (0-1) of a full agent; absent: 1. */
  readonly share?: number
}
