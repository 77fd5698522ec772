import { resizedShift, movedShift, shiftFromDraft, type Edge, type ShiftDraft } from '../../../../../shared/plan/edits/shift-changes.ts'
import { DAY_MINUTES, GRID_MINUTES, type Shift } from '../../../../../shared/plan/plan.ts'
import { snap } from './axis.ts'
import { columnOf, dayOfColumn, type BoardWeek } from './board-week.ts'

/** Which part of a shift was taken hold of. */
export type Grip = 'body' | Edge

/** What a drag began with. */
export type DragStart =
  | { readonly kind: 'shift'; readonly shift: Shift; readonly grip: Grip; readonly weekMinute: number }
  /** Empty space, where a new shift is drawn. */
  | { readonly kind: 'space'; readonly agentId: string | null; readonly weekMinute: number }

/** Where the pointer is: a minute of the week, and the row, counted from the one it was pressed in. */
export interface DragPoint {
  readonly weekMinute: number
  readonly rows: number
}

/** What letting go would do. */
export type DragEdit =
  | { readonly kind: 'move'; readonly minutes: number; readonly rows: number }
  | { readonly kind: 'resize'; readonly edge: Edge; readonly minutes: number }
  | { readonly kind: 'draw'; readonly draft: ShiftDraft }

const WEEK_MINUTES = 7 * DAY_MINUTES
/** Stands for a shift that is being drawn. */
export const DRAWN_ID = 'drawn'

/** What letting go under the pointer would do, on the grid; nothing that is held leaves the week. */
export function editOf(from: DragStart, to: DragPoint, week: BoardWeek): DragEdit {
  const minutes = snap(to.weekMinute - from.weekMinute)
  if (from.kind === 'space') return { kind: 'draw', draft: drawn(from, to, week) }
  const { shift, grip } = from
  if (grip !== 'body') return { kind: 'resize', edge: grip, minutes }
  const start = (columnOf(week, shift.day) ?? 0) * DAY_MINUTES + shift.startMinute
  return { kind: 'move', minutes: clamp(start + minutes, 0, WEEK_MINUTES - GRID_MINUTES) - start, rows: to.rows }
}

export function sameEdit(one: DragEdit, other: DragEdit): boolean {
  if (one.kind === 'move') return other.kind === 'move' && one.minutes === other.minutes && one.rows === other.rows
  if (one.kind === 'resize') return other.kind === 'resize' && one.minutes === other.minutes && one.edge === other.edge
  if (other.kind !== 'draw') return false
  return one.draft.day === other.draft.day && one.draft.startMinute === other.draft.startMinute && one.draft.endMinute === other.draft.endMinute
}

interface EditedShifts {
  /** What the edit is about. */
  readonly shifts: readonly Shift[]
  /** Whose rows there are, from the top. */
  readonly agents: readonly (string | null)[]
  readonly kind: BoardWeek['kind']
}

/** The shifts as they would be. */
export function shiftsAfter(edit: DragEdit, { shifts, agents, kind }: EditedShifts): readonly Shift[] {
  switch (edit.kind) {
    case 'move':
      return shifts.map((shift) => movedShift(shift, { minutes: edit.minutes, agentId: agentOfRow(agents, shift.agentId, edit.rows) }, kind))
    case 'resize':
      return shifts.map((shift) => resizedShift(shift, edit, kind))
    case 'draw':
      return [shiftFromDraft(edit.draft, { id: DRAWN_ID, kind })]
  }
}

/** Who is so many rows further down; the last where there are not so many. */
export function agentOfRow(agents: readonly (string | null)[], agentId: string | null, rows: number): string | null {
  return agents[clamp(agents.indexOf(agentId) + rows, 0, agents.length - 1)] ?? null
}

function drawn(from: Extract<DragStart, { kind: 'space' }>, to: DragPoint, week: BoardWeek): ShiftDraft {
  const anchor = Math.floor(from.weekMinute / GRID_MINUTES) * GRID_MINUTES
  const isForward = to.weekMinute >= from.weekMinute
  const start = clamp(isForward ? anchor : Math.min(anchor, snap(to.weekMinute)), 0, WEEK_MINUTES - GRID_MINUTES)
  const end = isForward ? Math.max(anchor + GRID_MINUTES, snap(to.weekMinute)) : anchor + GRID_MINUTES
  const column = Math.floor(start / DAY_MINUTES)
  const startMinute = start - column * DAY_MINUTES
  return { agentId: from.agentId, day: dayOfColumn(week, column), startMinute, endMinute: startMinute + end - start }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
