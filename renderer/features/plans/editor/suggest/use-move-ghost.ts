import { useEffect, type RefObject } from 'react'
import type { Axis } from '../board/axis.ts'
import { useEditor } from '../store/editor-context.ts'
import { drawMove } from './move-ghost.ts'

interface MoveGhostOptions {
  readonly axis: Axis
  /** Lies over the rows, with its origin at the left of the axis and the top of the first row. */
  readonly layer: RefObject<HTMLElement | null>
}

/** Draws the move that is pointed at in the list of suggestions; without React, like a drag, so that no row is drawn again. */
export function useMoveGhost({ axis, layer }: MoveGhostOptions): void {
  const { store } = useEditor()
  useEffect(() => {
    let clear = (): void => undefined
    const draw = (): void => {
      clear()
      clear = () => undefined
      const { shownMove, week } = store.getState()
      if (shownMove !== null && layer.current !== null)
        clear = drawMove(layer.current, shownMove, { axis, week: week.board })
    }
    draw()
    const stop = store.subscribe((state, before) => {
      if (state.shownMove !== before.shownMove) draw()
    })
    return () => {
      stop()
      clear()
    }
  }, [store, axis, layer])
}
