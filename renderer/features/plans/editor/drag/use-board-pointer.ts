import { useEffect, useRef, type MouseEvent, type PointerEvent } from 'react'
import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { IS_MAC } from '../../../../app/commands/use-commands.tsx'
import { useFormat } from '../../../../format/format-context.tsx'
import type { Active } from '../board/board-keys.ts'
import { useEditor } from '../store/editor-context.ts'
import { type BoardDrag } from './board-drag.ts'
import { beginDrag, click, pressedPart, type BoardPointerOptions, type Press } from './press.ts'

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

/** Mouse, pen and touch on the board: one press at a time becomes a click or a drag. A finger drags what is selected, and scrolls otherwise. */
export function useBoardPointer(options: BoardPointerOptions): BoardPointer {
  const editor = useEditor()
  const format = useFormat()
  const latest = useRef({ ...options, editor, format })
  useEffect(() => {
    latest.current = { ...options, editor, format }
  })
  const press = useRef<Press | null>(null)
  const drag = useRef<BoardDrag | null>(null)
  // A range begins where a shift was clicked, or where the keyboard is; the press itself moves the focus.
  const range = useRef<RangeStart>({ anchorId: null, clickedId: null })
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
      const pressed = pressedPart(event, latest.current)
      if (pressed === null) return
      const isFinger = event.pointerType === 'touch'
      if (isFinger && !(pressed.from.kind !== 'space' && editor.store.getState().selection.has(pressed.from.shift.id)))
        return
      range.current = rangeStart(range.current, editor.store.getState().active)
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
      drag.current?.move({
        x: event.clientX,
        y: event.clientY,
        isLocked: event.shiftKey,
        isCopy: event.altKey || (event.ctrlKey && !IS_MAC),
      })
    },
    onPointerUp(event) {
      if (drag.current !== null) {
        droppedAt.current = event.timeStamp
        end('drop')
        return
      }
      // A finger that only touched has pressed nothing yet.
      const pressed = press.current ?? (event.pointerType === 'touch' ? pressedPart(event, latest.current) : null)
      press.current = null
      if (pressed === null) return
      click(pressed, { ...latest.current, anchorId: range.current.anchorId })
      if (pressed.from.kind === 'space') return
      const { id } = pressed.from.shift
      range.current = { anchorId: pressed.isRange ? range.current.anchorId : id, clickedId: id }
    },
    onPointerCancel: () => end('cancel'),
    onDoubleClick(event) {
      // A tap and a short drag after it are no double click, whatever the browser takes them for.
      if (event.timeStamp - droppedAt.current < DOUBLE_CLICK_MS) return
      const pressed = pressedPart(event, latest.current)
      if (pressed === null) return
      const { actions } = latest.current
      if (pressed.from.kind !== 'space') editor.openDialog({ kind: 'shift', id: pressed.from.shift.id })
      else if (pressed.cell.kind === 'cell') {
        const minute = pressed.from.weekMinute - pressed.cell.column * DAY_MINUTES
        actions.add({
          agentId: pressed.cell.agentId,
          column: pressed.cell.column,
          startMinute: Math.floor(minute / 60) * 60,
        })
      }
    },
  }
}

interface RangeStart {
  /** The shift from which Shift-clicks select. */
  readonly anchorId: string | null
  /** The one that was clicked last. */
  readonly clickedId: string | null
}

/** Where a range begins that a press may draw: where the keyboard went since the last click, if it did. */
function rangeStart(before: RangeStart, active: Active | null): RangeStart {
  return active?.kind === 'shift' && active.id !== before.clickedId ? { ...before, anchorId: active.id } : before
}
