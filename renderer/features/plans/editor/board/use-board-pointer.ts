import { useEffect, useRef, type MouseEvent, type PointerEvent, type RefObject } from 'react'
import { IS_MAC } from '../../../../commands/use-commands.tsx'
import { weekMinuteAt, type Axis } from './axis.ts'
import type { BoardActions } from './board.tsx'
import { startBoardDrag, type BoardDrag } from './board-drag.ts'
import type { Active } from './board-keys.ts'
import type { BoardRow } from './board-rows.ts'
import type { BoardWeek } from './board-week.ts'
import type { DragStart, Grip } from './drag.ts'

interface BoardPointerOptions {
  readonly rows: readonly BoardRow[]
  readonly week: BoardWeek
  readonly axis: Axis
  readonly selection: ReadonlySet<string>
  readonly actions: BoardActions
  readonly setActive: (active: Active) => void
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly layer: RefObject<HTMLDivElement | null>
}

interface BoardPointer {
  readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void
  readonly onPointerUp: (event: PointerEvent<HTMLDivElement>) => void
  readonly onPointerCancel: () => void
  readonly onDoubleClick: (event: MouseEvent<HTMLDivElement>) => void
}

/** A pointer that moves less than this has clicked. */
const CLICK_PIXELS = 4
const DOUBLE_CLICK_MS = 500
/** How near to its ends a bar is resized. */
const EDGE = 6
const FINGER_EDGE = 14

interface Press {
  readonly x: number
  readonly y: number
  readonly from: DragStart
  readonly cell: Active
  readonly isToggle: boolean
}

/** Mouse, pen and touch on the board: one press at a time becomes a click or a drag. A finger drags what is selected, and scrolls otherwise. */
export function useBoardPointer(options: BoardPointerOptions): BoardPointer {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const press = useRef<Press | null>(null)
  const drag = useRef<BoardDrag | null>(null)
  const droppedAt = useRef(Number.NEGATIVE_INFINITY)
  const end = (how: 'drop' | 'cancel'): void => {
    const running = drag.current
    drag.current = null
    press.current = null
    running?.[how]()
  }
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || drag.current === null) return
      event.preventDefault()
      event.stopPropagation()
      end('cancel')
    }
    addEventListener('keydown', onKeyDown, true)
    return () => {
      removeEventListener('keydown', onKeyDown, true)
      end('cancel')
    }
  }, [])

  return {
    onPointerDown(event) {
      if (event.button !== 0 || !event.isPrimary) return
      const pressed = pressOf(event, latest.current)
      if (pressed === null) return
      const isFinger = event.pointerType === 'touch'
      if (isFinger && !(pressed.from.kind === 'shift' && latest.current.selection.has(pressed.from.shift.id))) return
      press.current = pressed
    },
    onPointerMove(event) {
      const pressed = press.current
      if (pressed === null) return
      if (drag.current === null) {
        if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < CLICK_PIXELS) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = beginDrag(pressed, latest.current)
      }
      drag.current?.move(event.clientX, event.clientY)
    },
    onPointerUp(event) {
      if (drag.current !== null) {
        droppedAt.current = event.timeStamp
        end('drop')
        return
      }
      // A finger that only touched has pressed nothing yet.
      const pressed = press.current ?? (event.pointerType === 'touch' ? pressOf(event, latest.current) : null)
      press.current = null
      if (pressed !== null) click(pressed, latest.current)
    },
    onPointerCancel: () => end('cancel'),
    onDoubleClick(event) {
      // A tap and a short drag after it are no double click, whatever the browser takes them for.
      if (event.timeStamp - droppedAt.current < DOUBLE_CLICK_MS) return
      const pressed = pressOf(event, latest.current)
      if (pressed === null) return
      const { actions } = latest.current
      if (pressed.from.kind === 'shift') actions.open(pressed.from.shift.id)
      else if (pressed.cell.kind === 'cell') {
        const minute = pressed.from.weekMinute - pressed.cell.column * 1440
        actions.add({ agentId: pressed.cell.agentId, column: pressed.cell.column, startMinute: Math.floor(minute / 60) * 60 })
      }
    },
  }
}

function pressOf(event: MouseEvent<HTMLDivElement>, { rows, axis, layer }: BoardPointerOptions): Press | null {
  const target = event.target as HTMLElement
  const row = target.closest<HTMLElement>('[data-row]')
  const cell = target.closest<HTMLElement>('[data-column]')
  if (row === null || cell === null || layer.current === null) return null
  const agentId = row.dataset['row'] === '' ? null : row.dataset['row']!
  const weekMinute = weekMinuteAt(axis, event.clientX - layer.current.getBoundingClientRect().left)
  const bar = target.closest<HTMLElement>('[data-shift]')
  const id = bar?.dataset['shift']
  const shift = rows.find((one) => one.agentId === agentId)?.places.find((place) => place.shift.id === id)?.shift
  const grip = bar === null ? 'body' : gripOf(bar, event)
  return {
    x: event.clientX,
    y: event.clientY,
    cell: { kind: 'cell', agentId, column: Number(cell.dataset['column']) },
    from: shift === undefined ? { kind: 'space', agentId, weekMinute } : { kind: 'shift', shift, grip, weekMinute },
    isToggle: event.shiftKey || (IS_MAC ? event.metaKey : event.ctrlKey),
  }
}

/** Which part of a bar is under the pointer. The rest of a shift that begins elsewhere has no edges to take hold of. */
function gripOf(bar: HTMLElement, { clientX, nativeEvent }: MouseEvent): Grip {
  if (bar.ariaHidden === 'true') return 'body'
  const { left, right, width } = bar.getBoundingClientRect()
  const isFinger = nativeEvent instanceof globalThis.PointerEvent && nativeEvent.pointerType === 'touch'
  // Of a short bar a third is left to move it by.
  const edge = Math.min(isFinger ? FINGER_EDGE : EDGE, width / 3)
  if (clientX - left < edge) return 'start'
  return right - clientX < edge ? 'end' : 'body'
}

function beginDrag({ from }: Press, { rows, week, axis, selection, actions, scroller, layer }: BoardPointerOptions): BoardDrag | null {
  if (scroller.current === null || layer.current === null) return null
  const isOfSelection = from.kind === 'shift' && selection.has(from.shift.id)
  const shifts = rows.flatMap((row) => row.places.filter(({ isRest }) => !isRest).map(({ shift }) => shift))
  const moving = isOfSelection ? shifts.filter(({ id }) => selection.has(id)) : from.kind === 'shift' ? [from.shift] : []
  return startBoardDrag({
    from,
    moving,
    axis,
    week,
    scroller: scroller.current,
    layer: layer.current,
    listener: { preview: actions.preview, drop: actions.edit, cancel: actions.cancelPreview },
  })
}

function click({ from, cell, isToggle }: Press, { actions, setActive }: BoardPointerOptions): void {
  if (from.kind === 'shift') {
    actions.select([from.shift.id], isToggle ? 'toggle' : 'only')
    setActive({ kind: 'shift', id: from.shift.id })
    return
  }
  if (!isToggle) actions.select([], 'only')
  setActive(cell)
}
