import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Editor } from '../store/editor-store.ts'
import { shownZoom } from '../store/editor-state.ts'
import { axisWidth, axisX, weekMinuteAt, type Axis } from './axis.ts'
import { boardPlace } from './board-focus.ts'
import { limitedZoom } from './zoom.ts'
import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'

interface ZoomAnchorOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly editor: Editor
  readonly axis: Axis
  /** Pixels of the column of names, which lies over what is scrolled. */
  readonly nameWidth: number
}

/** How much a pixel of the wheel zooms. */
const WHEEL_STEP = 1 / 400

interface Anchor {
  readonly weekMinute: number
  /** Pixels from the left of the axis in sight. */
  readonly x: number
}

/**
 * Zooms with Control and the wheel, or a pinch, about the pointer; and keeps in its place, whatever else changes the zoom, the shift that the
 * keyboard is on where it is in sight, else the middle.
 */
export function useZoomAnchor({ scroller, editor, axis, nameWidth }: ZoomAnchorOptions): void {
  const asked = useRef<Anchor | null>(null)
  const drawn = useRef<{ readonly axis: Axis; readonly nameWidth: number } | null>(null)
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const now = drawn.current
      if (now === null) return
      const state = editor.store.getState()
      const zoom = limitedZoom(shownZoom(state) * Math.exp(-event.deltaY * WHEEL_STEP))
      const x = Math.max(0, event.clientX - element.getBoundingClientRect().left - now.nameWidth)
      asked.current = { weekMinute: weekMinuteAt(now.axis, x + element.scrollLeft), x }
      editor.setZoom(zoom)
    }
    // The page must not zoom as a whole, so the listener cannot be a passive one.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [scroller, editor])
  useLayoutEffect(() => {
    const element = scroller.current
    const before = drawn.current
    drawn.current = { axis, nameWidth }
    if (element === null || before === null || axisWidth(before.axis) === axisWidth(axis)) return
    // Nobody zoomed: it is drawn as fits, from its first day on.
    if (editor.store.getState().zoom === null) return
    const sight = element.clientWidth - nameWidth
    const anchor = asked.current ?? usualAnchor(editor, before.axis, { left: element.scrollLeft, width: sight })
    asked.current = null
    element.scrollTo({ left: axisX(axis, anchor.weekMinute) - anchor.x })
  }, [scroller, editor, axis, nameWidth])
}

function usualAnchor({ store }: Editor, axis: Axis, sight: { readonly left: number; readonly width: number }): Anchor {
  const { active, planned } = store.getState()
  const place = active === null ? null : boardPlace(planned.rows, active)
  const shift =
    place === null || active?.kind !== 'shift'
      ? undefined
      : planned.rows[place.row]!.places.find((each) => each.shift.id === active.id)
  const minute = shift?.start ?? (place === null ? null : place.column * DAY_MINUTES + axis.fromMinute)
  const x = minute === null ? null : axisX(axis, minute) - sight.left
  if (minute !== null && x !== null && x >= 0 && x < sight.width) return { weekMinute: minute, x }
  return { weekMinute: weekMinuteAt(axis, sight.left + sight.width / 2), x: sight.width / 2 }
}
