import { clip } from '../../foundation/clip.ts'
import { DAY_MINUTES } from '../../foundation/minutes.ts'
import { fittedBreaks } from '../break-fitting.ts'
import { MAX_SHIFT_MINUTES, MIN_RANGE_MINUTES, normalDay, shiftedRange, snapMinute } from '../grid.ts'
import { type PlanKind, type Shift, type TimeRange } from '../plan.ts'
import { PLAN_LIMITS } from '../validate-plan.ts'

/** A shift that is not in a plan yet: what is left out is empty. Minutes need not be on the grid, nor the start on its day. */
export interface ShiftDraft extends TimeRange {
  readonly agentId: string | null
  readonly day: number
  readonly breaks?: readonly TimeRange[]
  readonly note?: string
}

export interface Move {
  readonly days?: number
  /** Snapped to the grid; over midnight the day changes as well. */
  readonly minutes?: number
  /** Left out: the shift's own. */
  readonly agentId?: string | null
}

export type Edge = 'start' | 'end'

export interface Resize {
  readonly edge: Edge
  /** How much later the edge goes; negative: earlier. Snapped to the grid. */
  readonly minutes: number
}

/**
 * A draft as a shift that a plan of this kind can hold: on the grid, from a quarter of an hour to 24 hours long (the end gives way),
 * its start on its day, its breaks inside.
 */
export function shiftFromDraft(
  draft: ShiftDraft,
  { id, kind }: { readonly id: string; readonly kind: PlanKind },
): Shift {
  const startMinute = snapMinute(draft.startMinute)
  const length = clamp(snapMinute(draft.endMinute) - startMinute, MIN_RANGE_MINUTES, MAX_SHIFT_MINUTES)
  const range = { startMinute, endMinute: startMinute + length }
  const shift: Shift = {
    id,
    agentId: draft.agentId,
    day: draft.day,
    ...range,
    breaks: fittedBreaks(draft.breaks ?? [], range),
    note: fittedNote(draft.note ?? ''),
  }
  return startingOnItsDay(shift, kind)
}

/** A shift moved to another time, day or agent. It keeps its length, and its breaks move with it. */
export function movedShift(shift: Shift, move: Move, kind: PlanKind): Shift {
  const moved = {
    ...laterShift(shift, snapMinute(move.minutes ?? 0)),
    day: shift.day + (move.days ?? 0),
    agentId: move.agentId === undefined ? shift.agentId : move.agentId,
  }
  return startingOnItsDay(moved, kind)
}

/**
 * A shift with one edge moved. It stops at a quarter of an hour and at 24 hours; breaks stay where they are on the clock, are cut at the
 * edge, and dropped where nothing of them, or of the shift beside them, is left.
 */
export function resizedShift(shift: Shift, { edge, minutes }: Resize, kind: PlanKind): Shift {
  const by = snapMinute(minutes)
  const { startMinute, endMinute } = shift
  const range =
    edge === 'start'
      ? {
          startMinute: clamp(startMinute + by, endMinute - MAX_SHIFT_MINUTES, endMinute - MIN_RANGE_MINUTES),
          endMinute,
        }
      : {
          startMinute,
          endMinute: clamp(endMinute + by, startMinute + MIN_RANGE_MINUTES, startMinute + MAX_SHIFT_MINUTES),
        }
  return startingOnItsDay({ ...shift, ...range, breaks: fittedBreaks(shift.breaks, range) }, kind)
}

/** A shift with other breaks. They may count from the midnight before or after the shift's; what does not fit is cut: see `fittedBreaks`. */
export function shiftWithBreaks(shift: Shift, breaks: readonly TimeRange[]): Shift {
  const placed = breaks.map(
    (shiftBreak) =>
      [0, DAY_MINUTES, -DAY_MINUTES].map((by) => shiftedRange(shiftBreak, by)).find((each) => overlap(each, shift)) ??
      shiftBreak,
  )
  return { ...shift, breaks: fittedBreaks(placed, shift) }
}

/** A shift with another note, cut where it is too long. */
export function shiftWithNote(shift: Shift, note: string): Shift {
  return { ...shift, note: fittedNote(note) }
}

/** Everything of a shift `minutes` later by the clock of its day, which may be over midnight. */
function laterShift(shift: Shift, minutes: number): Shift {
  if (minutes === 0) return shift
  return {
    ...shiftedRange(shift, minutes),
    breaks: shift.breaks.map((shiftBreak) => shiftedRange(shiftBreak, minutes)),
  }
}

/** The same time, counted from the midnight before it. */
function startingOnItsDay(shift: Shift, kind: PlanKind): Shift {
  const days = Math.floor(shift.startMinute / DAY_MINUTES)
  return { ...laterShift(shift, -days * DAY_MINUTES), day: normalDay(shift.day + days, kind) }
}

function fittedNote(note: string): string {
  return clip(note, PLAN_LIMITS.noteLength)
}

function overlap(one: TimeRange, other: TimeRange): boolean {
  return one.startMinute < other.endMinute && one.endMinute > other.startMinute
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
