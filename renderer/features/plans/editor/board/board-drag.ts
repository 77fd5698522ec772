import type { Shift } from '../../../../../shared/plan/plan.ts'
import { weekMinuteAt, type Axis } from './axis.ts'
import type { BoardWeek } from './board-week.ts'
import { draftOf, sameDraft, shiftBy, type DraftShift, type DragStart } from './drag.ts'
import { createGhosts, type RowPlace } from './ghosts.ts'

/** A shift as it would be; `shiftId` null: a new one. */
export interface ShiftDraft {
  readonly shiftId: string | null
  readonly draft: DraftShift
}

export interface DragListener {
  /** The words to show at the pointer. Called for every new time under the pointer, in the frame that shows it. */
  readonly preview: (drafts: readonly ShiftDraft[]) => string
  readonly drop: (drafts: readonly ShiftDraft[]) => void
  /** Nothing is to change. */
  readonly cancel: () => void
}

export interface BoardDragOptions {
  readonly from: DragStart
  /** What moves with the shift under the pointer; it is among them. */
  readonly moving: readonly Shift[]
  readonly axis: Axis
  readonly week: BoardWeek
  /** The scrolling element that holds the board. */
  readonly scroller: HTMLElement
  /** Lies over the rows, with its origin at the left of the axis and the top of the first row. */
  readonly layer: HTMLElement
  readonly listener: DragListener
}

export interface BoardDrag {
  readonly move: (clientX: number, clientY: number) => void
  readonly drop: () => void
  readonly cancel: () => void
}

/** How near to an edge of the board the pointer makes it scroll, and by how much a frame. */
const EDGE = 28
const SCROLL_STEP = 12

/** One drag over the board, from the first move to the drop. Nothing of the page is measured while it lasts. */
export function startBoardDrag(options: BoardDragOptions): BoardDrag {
  const { from, moving, axis, week, scroller, layer, listener } = options
  const ghosts = createGhosts(layer)
  const rows = rowPlaces(layer)
  const box = scroller.getBoundingClientRect()
  const origin = layer.getBoundingClientRect()
  // The layer's origin in the content: it stays while the content scrolls.
  const originX = origin.left + scroller.scrollLeft
  const originY = origin.top + scroller.scrollTop
  let last: DraftShift | null = null
  let drafts: readonly ShiftDraft[] = []
  let pointer = { x: 0, y: 0 }
  let frame = 0

  const update = (): void => {
    const x = pointer.x + scroller.scrollLeft - originX
    const y = pointer.y + scroller.scrollTop - originY
    const draft = draftOf(from, { weekMinute: weekMinuteAt(axis, x), agentId: rowAt(rows, y).agentId }, week)
    if (last !== null && sameDraft(last, draft)) return
    last = draft
    drafts = draftsOf(options, draft, rows)
    ghosts.show(drafts.map((one) => one.draft), listener.preview(drafts), { axis, week, rows })
  }
  const scrollAtEdges = (): void => {
    const dx = stepAt(pointer.x, box.left, box.right)
    const dy = stepAt(pointer.y, box.top, box.bottom)
    if (dx !== 0 || dy !== 0) {
      scroller.scrollBy(dx, dy)
      update()
    }
    frame = requestAnimationFrame(scrollAtEdges)
  }
  const end = (): void => {
    cancelAnimationFrame(frame)
    ghosts.clear()
  }
  frame = requestAnimationFrame(scrollAtEdges)
  const shown = new Set(moving.map(({ id }) => id))
  for (const element of layer.parentElement?.querySelectorAll<HTMLElement>('[data-shift]') ?? []) {
    if (shown.has(element.dataset['shift']!)) element.dataset['dragged'] = ''
  }
  const release = (): void => {
    end()
    for (const element of layer.parentElement?.querySelectorAll<HTMLElement>('[data-dragged]') ?? []) delete element.dataset['dragged']
  }

  return {
    move(x, y) {
      pointer = { x, y }
      update()
    },
    drop() {
      release()
      listener.drop(drafts)
    },
    cancel() {
      release()
      listener.cancel()
    },
  }
}

function draftsOf({ from, moving, week }: BoardDragOptions, draft: DraftShift, rows: readonly RowPlace[]): readonly ShiftDraft[] {
  if (from.kind === 'space') return [{ shiftId: null, draft }]
  if (from.grip !== 'body' || moving.length < 2) return [{ shiftId: from.shift.id, draft }]
  const agents = rows.map(({ agentId }) => agentId)
  return moving.map((shift) => ({ shiftId: shift.id, draft: shiftBy({ shift, like: from.shift, draft, agents }, week) }))
}

function rowPlaces(layer: HTMLElement): readonly RowPlace[] {
  const top = layer.getBoundingClientRect().top
  return [...(layer.parentElement?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].map((row) => {
    const box = row.getBoundingClientRect()
    return { agentId: row.dataset['row'] === '' ? null : row.dataset['row']!, top: box.top - top, height: box.height }
  })
}

function rowAt(rows: readonly RowPlace[], y: number): RowPlace {
  return rows.find(({ top, height }) => y < top + height) ?? rows.at(-1)!
}

function stepAt(position: number, low: number, high: number): number {
  if (position < low + EDGE) return -SCROLL_STEP
  return position > high - EDGE ? SCROLL_STEP : 0
}
