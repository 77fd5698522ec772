import { DAY_MINUTES, GRID_MINUTES, type Shift } from '../../../../../shared/plan/plan.ts'
import { snap } from './axis.ts'
import { columnOf, dayOfColumn, type BoardWeek } from './board-week.ts'

/** Which part of a shift was taken hold of. */
export type Grip = 'body' | 'start' | 'end'

/** What a drag began with. */
export type DragStart =
  | { readonly kind: 'shift'; readonly shift: Shift; readonly grip: Grip; readonly weekMinute: number }
  /** Empty space, where a new shift is drawn. */
  | { readonly kind: 'space'; readonly agentId: string | null; readonly weekMinute: number }

/** Where the pointer is: a minute of the week, and whose row. */
export interface DragPoint {
  readonly weekMinute: number
  readonly agentId: string | null
}

/** Times that a shift would have, were it let go now. */
export type DraftShift = Pick<Shift, 'agentId' | 'day' | 'startMinute' | 'endMinute'>

/** A shift never gets shorter than this under the hand. */
const SHORTEST = GRID_MINUTES
/** Drawn by a click rather than a drag. */
export const CLICKED_MINUTES = 240

const WEEK_MINUTES = 7 * DAY_MINUTES

/** The times under the pointer, on the grid. A body keeps its length, an edge the other edge; nothing leaves the week. */
export function draftOf(from: DragStart, to: DragPoint, week: BoardWeek): DraftShift {
  if (from.kind === 'space') return drawn(from, to, week)
  const { shift, grip } = from
  const begin = (columnOf(week, shift.day) ?? 0) * DAY_MINUTES + shift.startMinute
  const length = shift.endMinute - shift.startMinute
  const moved = snap(to.weekMinute - from.weekMinute)
  switch (grip) {
    case 'body':
      return times({ week, agentId: to.agentId, start: clamp(begin + moved, 0, WEEK_MINUTES - GRID_MINUTES), length })
    case 'start': {
      const start = clamp(begin + moved, Math.max(0, begin + length - DAY_MINUTES), begin + length - SHORTEST)
      return times({ week, agentId: shift.agentId, start, length: begin + length - start })
    }
    case 'end':
      return times({ week, agentId: shift.agentId, start: begin, length: clamp(length + moved, SHORTEST, DAY_MINUTES) })
  }
}

function drawn(from: Extract<DragStart, { kind: 'space' }>, to: DragPoint, week: BoardWeek): DraftShift {
  const [low, high] = from.weekMinute <= to.weekMinute ? [from.weekMinute, to.weekMinute] : [to.weekMinute, from.weekMinute]
  const anchor = Math.floor(from.weekMinute / GRID_MINUTES) * GRID_MINUTES
  const start = clamp(from.weekMinute <= to.weekMinute ? anchor : snap(low), 0, WEEK_MINUTES - GRID_MINUTES)
  const end = from.weekMinute <= to.weekMinute ? snap(high) : anchor + GRID_MINUTES
  return times({ week, agentId: from.agentId, start, length: clamp(end - start, SHORTEST, DAY_MINUTES) })
}

interface Times {
  readonly week: BoardWeek
  readonly agentId: string | null
  readonly start: number
  readonly length: number
}

function times({ week, agentId, start, length }: Times): DraftShift {
  const column = Math.floor(start / DAY_MINUTES)
  const startMinute = start - column * DAY_MINUTES
  return { agentId, day: dayOfColumn(week, column), startMinute, endMinute: startMinute + length }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

export function sameDraft(one: DraftShift, other: DraftShift): boolean {
  return one.agentId === other.agentId && one.day === other.day && one.startMinute === other.startMinute && one.endMinute === other.endMinute
}

interface MovedTogether {
  readonly shift: Shift
  /** The shift under the pointer, and what becomes of it. */
  readonly like: Shift
  readonly draft: DraftShift
  /** Whose rows there are, from the top. */
  readonly agents: readonly (string | null)[]
}

/** A shift moved as far as another one: by the same time, and by as many rows where there are so many. */
export function shiftBy({ shift, like, draft, agents }: MovedTogether, week: BoardWeek): DraftShift {
  const begin = (one: Pick<Shift, 'day' | 'startMinute'>): number => (columnOf(week, one.day) ?? 0) * DAY_MINUTES + one.startMinute
  const rows = agents.indexOf(draft.agentId) - agents.indexOf(like.agentId)
  const row = clamp(agents.indexOf(shift.agentId) + rows, 0, agents.length - 1)
  const start = clamp(begin(shift) + begin(draft) - begin(like), 0, WEEK_MINUTES - GRID_MINUTES)
  return times({ week, agentId: agents[row]!, start, length: shift.endMinute - shift.startMinute })
}
