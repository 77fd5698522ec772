import { axisX, type Axis } from '../board/axis.ts'
import type { BoardRow } from '../board/board-rows.ts'
import { ROW_PADDING, LANE_HEIGHT } from '../board/board-size.ts'
import type { BoardDrag } from './board-drag.ts'
import { scrollAtEdges } from './edge-scroll.ts'
import { rowPlaces } from './row-places.ts'

interface MarqueeOptions {
  /** In pixels of the window. */
  readonly pressedAt: { readonly x: number; readonly y: number }
  readonly rows: readonly BoardRow[]
  readonly axis: Axis
  readonly scroller: HTMLElement
  /** Lies over the rows, with its origin at the left of the axis and the top of the first row. */
  readonly layer: HTMLElement
  /** The shifts that the rectangle touches, whenever they are others. */
  readonly onTouched: (ids: readonly string[]) => void
}

/** A rectangle drawn over the board, which selects what it touches. */
export function startMarquee({ pressedAt, rows, axis, scroller, layer, onTouched }: MarqueeOptions): BoardDrag {
  const origin = layer.getBoundingClientRect()
  const originX = origin.left + scroller.scrollLeft
  const originY = origin.top + scroller.scrollTop
  const from = { x: pressedAt.x - origin.left, y: pressedAt.y - origin.top }
  const tops = new Map(rowPlaces(layer).map(({ agentId, top }) => [agentId, top]))
  const bars = rows.flatMap(({ agentId, places }) =>
    places
      .filter(({ isRest }) => !isRest)
      .map((place) => ({
        id: place.shift.id,
        left: axisX(axis, place.start),
        right: axisX(axis, place.end),
        top: (tops.get(agentId) ?? 0) + ROW_PADDING + place.lane * LANE_HEIGHT,
      })),
  )
  const box = document.createElement('div')
  box.className = 'marquee'
  layer.append(box)
  let pointer: { readonly x: number; readonly y: number } | null = null
  let touched = ''
  const update = (): void => {
    if (pointer === null) return
    const to = { x: pointer.x + scroller.scrollLeft - originX, y: pointer.y + scroller.scrollTop - originY }
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
    box.style.transform = `translate(${left}px, ${top}px)`
    box.style.width = `${right - left}px`
    box.style.height = `${bottom - top}px`
    const ids = bars
      .filter((bar) => bar.left < right && bar.right > left && bar.top < bottom && bar.top + LANE_HEIGHT > top)
      .map(({ id }) => id)
    const key = ids.join(' ')
    if (key === touched) return
    touched = key
    onTouched(ids)
  }
  const stop = scrollAtEdges(scroller, () => pointer, update)
  const end = (): void => {
    stop()
    box.remove()
  }
  return {
    move({ x, y }) {
      pointer = { x, y }
      update()
    },
    drop: end,
    cancel: end,
  }
}
