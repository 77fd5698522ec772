import type { Shift } from '../../../../../shared/plan/plan.ts'
import { axisX, type Axis } from '../board/axis.ts'
import { ROW_PADDING } from '../board/board-size.ts'
import { breaksBehind } from '../board/break-places.ts'
import { shiftPlaces, type BoardWeek } from '../board/board-week.ts'
import type { RowPlace } from './row-places.ts'

/** How far over the row the text lies. */
const LABEL_RISE = 22

export interface GhostContext {
  readonly axis: Axis
  readonly week: BoardWeek
  readonly rows: readonly RowPlace[]
  /** The part of the axis in sight, in pixels. */
  readonly sight: { readonly left: number; readonly right: number }
}

/** What floats under the pointer while shifts are dragged: drawn by hand, so that a move costs no more than the move. */
export interface Ghosts {
  readonly show: (shifts: readonly Shift[], text: string, context: GhostContext) => void
  readonly clear: () => void
}

export function createGhosts(layer: HTMLElement): Ghosts {
  const bars: HTMLElement[] = []
  const label = document.createElement('div')
  label.className = 'ghost-label'
  const barAt = (index: number): HTMLElement => {
    const found = bars[index]
    if (found !== undefined) return found
    const bar = document.createElement('div')
    bar.className = 'ghost'
    layer.append(bar)
    bars.push(bar)
    return bar
  }
  return {
    show(shifts, text, { axis, week, rows, sight }) {
      let used = 0
      for (const shift of shifts) {
        const row = rows.find(({ agentId }) => agentId === shift.agentId)
        if (row === undefined) continue
        for (const place of shiftPlaces(week, shift)) {
          const bar = barAt(used)
          const left = axisX(axis, place.start)
          bar.style.transform = `translate(${left}px, ${row.top + ROW_PADDING}px)`
          setWidth(bar, Math.max(8, axisX(axis, place.end) - left))
          if (shift.breaks.length > 0) setBreaks(bar, breaksBehind(place, axis))
          if (used === 0) {
            // A percentage is of the label's own width, which is not to be measured in a drag.
            label.style.transform = `translate(max(${sight.left}px, min(${left}px, ${sight.right}px - 100%)), ${row.top - LABEL_RISE}px)`
            if (label.textContent !== text) label.textContent = text
            if (!label.isConnected) layer.append(label)
          }
          bar.hidden = false
          used += 1
        }
      }
      for (let rest = used; rest < bars.length; rest++) bars[rest]!.hidden = true
    },
    clear() {
      label.remove()
      for (const bar of bars) bar.remove()
      bars.length = 0
    },
  }
}

function setBreaks(bar: HTMLElement, { backgroundImage, backgroundPosition, backgroundSize }: Breaks): void {
  const text = `${backgroundPosition} ${backgroundSize}`
  if (bar.dataset['breaks'] === text) return
  bar.dataset['breaks'] = text
  bar.style.backgroundImage = backgroundImage ?? ''
  bar.style.backgroundPosition = backgroundPosition ?? ''
  bar.style.backgroundSize = backgroundSize ?? ''
}

type Breaks = ReturnType<typeof breaksBehind>

/** Writing what is there already would make the browser lay it out again. */
function setWidth(bar: HTMLElement, width: number): void {
  const text = `${width}px`
  if (bar.style.width !== text) bar.style.width = text
}
