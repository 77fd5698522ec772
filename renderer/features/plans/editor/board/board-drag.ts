import type { Shift } from '../../../../../shared/plan/plan.ts'
import { weekMinuteAt, type Axis } from './axis.ts'
import type { BoardWeek } from './board-week.ts'
import { editOf, sameEdit, shiftsAfter, type DragEdit, type DragStart } from './drag.ts'
import { createGhosts, type RowPlace } from './ghosts.ts'

export interface DragListener {
  /** Shows what letting go would do; answers the words to show at the pointer. Called in the frame that shows it. */
  readonly preview: (edit: DragEdit, shifts: readonly Shift[]) => string
  readonly drop: (edit: DragEdit, ids: readonly string[]) => void
  /** Nothing is to change. */
  readonly cancel: () => void
}

export interface BoardDragOptions {
  readonly from: DragStart
  /** What is dragged: the shift under the pointer, and what is selected with it. */
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
  // The scroll bar, and the names at the left, lie over what is not in sight.
  const sightWidth = box.left + scroller.clientLeft + scroller.clientWidth - originX
  const agents = rows.map(({ agentId }) => agentId)
  const firstRow = agents.indexOf(from.kind === 'shift' ? from.shift.agentId : from.agentId)
  let edit: DragEdit | null = null
  let pointer = { x: 0, y: 0 }
  let frame = 0

  const update = (): void => {
    const x = pointer.x + scroller.scrollLeft - originX
    const y = pointer.y + scroller.scrollTop - originY
    const next = editOf(from, { weekMinute: weekMinuteAt(axis, x), rows: rowAt(rows, y) - firstRow }, week)
    if (edit !== null && sameEdit(edit, next)) return
    edit = next
    const shifts = shiftsAfter(edit, { shifts: moving, agents, kind: week.kind })
    ghosts.show(shifts, listener.preview(edit, shifts), { axis, week, rows, sight: { left: scroller.scrollLeft, right: scroller.scrollLeft + sightWidth } })
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
      if (edit === null) listener.cancel()
      else listener.drop(edit, moving.map(({ id }) => id))
    },
    cancel() {
      release()
      listener.cancel()
    },
  }
}

function rowPlaces(layer: HTMLElement): readonly RowPlace[] {
  const top = layer.getBoundingClientRect().top
  return [...(layer.parentElement?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].map((row) => {
    const box = row.getBoundingClientRect()
    return { agentId: row.dataset['row'] === '' ? null : row.dataset['row']!, top: box.top - top, height: box.height }
  })
}

function rowAt(rows: readonly RowPlace[], y: number): number {
  const found = rows.findIndex(({ top, height }) => y < top + height)
  return found === -1 ? rows.length - 1 : found
}

function stepAt(position: number, low: number, high: number): number {
  if (position < low + EDGE) return -SCROLL_STEP
  return position > high - EDGE ? SCROLL_STEP : 0
}
