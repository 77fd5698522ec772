import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Active } from './board-keys.ts'

/** Keeps the focus on what is active, also where an edit moved it to another row; leaves it alone while it is elsewhere. */
export function useFocusOn(grid: RefObject<HTMLDivElement | null>, active: Active): void {
  const had = useRef(false)
  const key = active.kind === 'shift' ? active.id : `${active.agentId} ${active.column}`
  useLayoutEffect(() => {
    const element = grid.current
    if (element === null) return undefined
    const onIn = (): void => void (had.current = true)
    const onOut = (event: globalThis.FocusEvent): void => {
      // A shift that is drawn in another row takes the focus with it when it goes: nothing gets it then.
      if (event.relatedTarget !== null) had.current = element.contains(event.relatedTarget as Node)
    }
    const onPressOutside = (event: PointerEvent): void => {
      if (!element.contains(event.target as Node)) had.current = false
    }
    element.addEventListener('focusin', onIn)
    element.addEventListener('focusout', onOut)
    addEventListener('pointerdown', onPressOutside, true)
    return () => {
      element.removeEventListener('focusin', onIn)
      element.removeEventListener('focusout', onOut)
      removeEventListener('pointerdown', onPressOutside, true)
    }
  }, [grid])
  useLayoutEffect(() => {
    if (!had.current || grid.current === null) return
    const wanted = boardElement(grid.current, active)
    if (wanted !== null && document.activeElement !== wanted) wanted.focus({ preventScroll: false })
    // After every drawing: the element may be another one under the same key.
  })
  void key
}

function boardElement(grid: HTMLElement, active: Active): HTMLElement | null {
  if (active.kind === 'shift')
    return grid.querySelector(`[data-shift="${CSS.escape(active.id)}"]:not([aria-hidden="true"])`)
  const row = grid.querySelector(`[data-row="${CSS.escape(active.agentId ?? '')}"]`)
  return row?.querySelector(`[data-column="${active.column}"]`) ?? null
}
