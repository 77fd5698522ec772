import type { Shift } from '../../../../../shared/plan/plan.ts'
import { weekMinuteAt, type Axis } from '../board/axis.ts'
import type { BoardWeek } from '../board/board-week.ts'
import { dragEdit, sameEdit, shiftsAfter, type DragEdit, type DragStart } from './drag.ts'
import { scrollAtEdges } from './edge-scroll.ts'
import { createGhosts } from './ghosts.ts'
import { lightRows } from './light-rows.ts'
import { rowAt, rowPlaces } from './row-places.ts'

export interface DragListener {
  /** Shows the dragged shifts as letting go would leave them; answers the text to show at the pointer. Called in the frame that shows it. */
  readonly preview: (shifts: readonly Shift[]) => string
  /** Why a row should not get a shift; null: it can. */
  readonly whyNot: (agentId: string | null, shift: Shift) => string | null
  readonly drop: (edit: DragEdit, ids: readonly string[]) => void
  /** Nothing is to change. */
  readonly cancel: () => void
}

export interface BoardDragOptions {
  readonly from: DragStart
  /** Where the pointer was pressed, in pixels of the window. */
  readonly pressedAt: { readonly x: number; readonly y: number }
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

/** Where the pointer is, in pixels of the window, and what its keys say. */
export interface Pointer {
  readonly x: number
  readonly y: number
  /** Sideways or up and down only, whichever the pointer went further. */
  readonly isLocked: boolean
  /** What is dragged stays, and a copy is moved. */
  readonly isCopy: boolean
}

export interface BoardDrag {
  readonly move: (pointer: Pointer) => void
  readonly drop: () => void
  readonly cancel: () => void
}

/** One drag over the board, from the first move to the drop. Nothing of the page is measured while it lasts. */
export function startBoardDrag(options: BoardDragOptions): BoardDrag {
  const { from, pressedAt, moving, axis, week, scroller, layer, listener } = options
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
  const firstRow = agents.indexOf(from.kind === 'space' ? from.agentId : from.shift.agentId)
  const lights = from.kind === 'break' ? null : lightRows(rows, { firstRow, whyNot: listener.whyNot })
  // Of the content: it stays where it is while the content scrolls.
  const pressed = { x: pressedAt.x + scroller.scrollLeft - originX, y: pressedAt.y + scroller.scrollTop - originY }
  const held = heldBars(
    layer,
    moving.map(({ id }) => id),
  )
  let edit: DragEdit | null = null
  let pointer: Pointer | null = null

  const update = (): void => {
    if (pointer === null) return
    const x = pointer.x + scroller.scrollLeft - originX
    const y = pointer.y + scroller.scrollTop - originY
    const point = {
      weekMinute: weekMinuteAt(axis, x),
      rows: rowAt(rows, y) - firstRow,
      sideways: x - pressed.x,
      down: y - pressed.y,
      isLocked: pointer.isLocked,
      isCopy: pointer.isCopy,
    }
    const next = dragEdit(from, point, { week, moving })
    if (edit !== null && sameEdit(edit, next)) return
    edit = next
    held.dim(!(edit.kind === 'move' && edit.isCopy))
    const shifts = shiftsAfter(edit, { shifts: moving, agents, kind: week.kind })
    lights?.follow(shifts[0]!)
    ghosts.show(shifts, listener.preview(shifts), {
      axis,
      week,
      rows,
      sight: { left: scroller.scrollLeft, right: scroller.scrollLeft + sightWidth },
    })
  }
  const stopScrolling = scrollAtEdges(scroller, () => pointer, update)
  const release = (): void => {
    stopScrolling()
    ghosts.clear()
    lights?.clear()
    held.dim(false)
  }

  return {
    move(next) {
      pointer = next
      update()
    },
    drop() {
      release()
      if (edit === null) listener.cancel()
      else
        listener.drop(
          edit,
          moving.map(({ id }) => id),
        )
    },
    cancel() {
      release()
      listener.cancel()
    },
  }
}

/** The bars of what is dragged, which are dimmed unless a copy is made. */
function heldBars(layer: HTMLElement, ids: readonly string[]): { readonly dim: (isDimmed: boolean) => void } {
  const wanted = new Set(ids)
  const bars = [...(layer.parentElement?.querySelectorAll<HTMLElement>('[data-shift]') ?? [])].filter(({ dataset }) =>
    wanted.has(dataset['shift']!),
  )
  let isDim = false
  return {
    dim(isDimmed) {
      if (isDimmed === isDim) return
      isDim = isDimmed
      for (const { dataset } of bars) {
        if (isDimmed) dataset['dragged'] = ''
        else delete dataset['dragged']
      }
    },
  }
}
