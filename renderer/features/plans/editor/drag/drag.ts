import { DAY_MINUTES, WEEK_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { shiftWithBreakChanged, type BreakChange } from '../../../../../shared/plan/edits/break-changes.ts'
import {
  resizedShift,
  movedShift,
  shiftFromDraft,
  type Edge,
  type ShiftDraft,
} from '../../../../../shared/plan/edits/shift-changes.ts'
import { GRID_MINUTES, type Shift } from '../../../../../shared/plan/plan.ts'
import { snap } from '../board/axis.ts'
import { weekColumn, dayOfColumn, type BoardWeek } from '../board/board-week.ts'

/** Which part of a shift, or of a break, was taken hold of. */
export type Grip = 'body' | Edge

/** What a drag began with. */
export type DragStart =
  | { readonly kind: 'shift'; readonly shift: Shift; readonly grip: Grip; readonly weekMinute: number }
  /** One of its breaks. */
  | {
      readonly kind: 'break'
      readonly shift: Shift
      readonly index: number
      readonly grip: Grip
      readonly weekMinute: number
    }
  /** Empty space, where a new shift is drawn. */
  | { readonly kind: 'space'; readonly agentId: string | null; readonly weekMinute: number }

/** Where the pointer is: a minute of the week, and the row, counted from the one it was pressed in. */
export interface DragPoint {
  readonly weekMinute: number
  readonly rows: number
  /** Pixels from where it was pressed, to the right and down. */
  readonly sideways: number
  readonly down: number
  /** Goes sideways or up and down only, whichever it went further. */
  readonly isLocked: boolean
  /** What is dragged stays, and a copy is moved. */
  readonly isCopy: boolean
}

/** A pointer that goes to another row wobbles by as much: so far the hours stay as they are. */
const WOBBLE = 12

/** What letting go would do. */
export type DragEdit =
  | { readonly kind: 'move'; readonly minutes: number; readonly rows: number; readonly isCopy: boolean }
  | { readonly kind: 'resize'; readonly edge: Edge; readonly minutes: number }
  | { readonly kind: 'draw'; readonly draft: ShiftDraft }
  | ({ readonly kind: 'break' } & BreakChange)

/** Stands for a shift that is being drawn. */
const DRAWN_ID = 'drawn'
/** Before the id of a shift that is being copied. */
const COPY_OF = 'copy-of'

/** What letting go under the pointer would do, on the grid; nothing of what is moved with it (`moving`) leaves the week. */
export function dragEdit(
  from: DragStart,
  to: DragPoint,
  { week, moving }: { readonly week: BoardWeek; readonly moving: readonly Shift[] },
): DragEdit {
  const minutes = snap(to.weekMinute - from.weekMinute)
  if (from.kind === 'space') return { kind: 'draw', draft: drawn(from, to, week) }
  if (from.kind === 'break') return { kind: 'break', index: from.index, part: from.grip, minutes }
  const { shift, grip } = from
  if (grip !== 'body') return { kind: 'resize', edge: grip, minutes }
  const starts = [shift, ...moving].map((each) => (weekColumn(week, each.day) ?? 0) * DAY_MINUTES + each.startMinute)
  const [earliest, latest] = [Math.min(...starts), Math.max(...starts)]
  const within = clamp(minutes, Math.min(0, -earliest), Math.max(0, WEEK_MINUTES - GRID_MINUTES - latest))
  const isSideways = Math.abs(to.sideways) >= Math.abs(to.down)
  const keepsHours = to.isLocked ? !isSideways : to.rows !== 0 && Math.abs(to.sideways) < WOBBLE
  return {
    kind: 'move',
    minutes: keepsHours ? 0 : within,
    rows: to.isLocked && isSideways ? 0 : to.rows,
    isCopy: to.isCopy,
  }
}

export function sameEdit(one: DragEdit, other: DragEdit): boolean {
  if (one.kind === 'move')
    return (
      other.kind === 'move' && one.minutes === other.minutes && one.rows === other.rows && one.isCopy === other.isCopy
    )
  if (one.kind === 'resize') return other.kind === 'resize' && one.minutes === other.minutes && one.edge === other.edge
  if (one.kind === 'break')
    return (
      other.kind === 'break' && one.minutes === other.minutes && one.index === other.index && one.part === other.part
    )
  if (other.kind !== 'draw') return false
  return (
    one.draft.day === other.draft.day &&
    one.draft.startMinute === other.draft.startMinute &&
    one.draft.endMinute === other.draft.endMinute
  )
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
      return shifts.map((shift) =>
        movedShift(
          edit.isCopy ? { ...shift, id: `${COPY_OF} ${shift.id}` } : shift,
          { minutes: edit.minutes, agentId: agentOfRow(agents, shift.agentId, edit.rows) },
          kind,
        ),
      )
    case 'resize':
      return shifts.map((shift) => resizedShift(shift, edit, kind))
    case 'break':
      return shifts.map((shift) => shiftWithBreakChanged(shift, edit))
    case 'draw':
      return [shiftFromDraft(edit.draft, { id: DRAWN_ID, kind })]
  }
}

/** Who is so many rows further down; the last where there are not so many. */
export function agentOfRow(agents: readonly (string | null)[], agentId: string | null, rows: number): string | null {
  // A row that is filtered out keeps its agent.
  if (rows === 0 || !agents.includes(agentId)) return agentId
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
