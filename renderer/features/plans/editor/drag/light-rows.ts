import type { Shift } from '../../../../../shared/plan/plan.ts'
import type { RowPlace } from './row-places.ts'

/** What one frame may take of it: the drag itself comes first. */
const FRAME_MS = 1.5
/** A shift that moves on at once is not looked at. */
const SETTLE_MS = 100

interface RowLights {
  /** The shift as letting go would leave it. */
  readonly follow: (shift: Shift) => void
  readonly clear: () => void
}

/** Lights the rows that can take the dragged shift, and dims the others with the reason: a few rows a frame, the nearest first. */
export function lightRows(
  rows: readonly RowPlace[],
  {
    firstRow,
    whyNot,
  }: { readonly firstRow: number; readonly whyNot: (agentId: string | null, shift: Shift) => string | null },
): RowLights {
  const nearest = rows.toSorted(
    (one, other) => Math.abs(rows.indexOf(one) - firstRow) - Math.abs(rows.indexOf(other) - firstRow),
  )
  let timer = 0
  let frame = 0
  let times = ''
  const light = (shift: Shift, from: number): void => {
    const until = performance.now() + FRAME_MS
    let next = from
    while (next < nearest.length && performance.now() < until) {
      const { element, agentId } = nearest[next]!
      setFit(element, whyNot(agentId, shift))
      next += 1
    }
    if (next < nearest.length) frame = requestAnimationFrame(() => light(shift, next))
  }
  const stop = (): void => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
  return {
    follow(shift) {
      const now = `${shift.day} ${shift.startMinute} ${shift.endMinute}`
      if (now === times) return
      times = now
      stop()
      timer = window.setTimeout(() => light(shift, 0), SETTLE_MS)
    },
    clear() {
      stop()
      for (const { element } of rows) {
        delete element.dataset['fit']
        delete nameOf(element)?.dataset['why']
      }
    },
  }
}

/** Writing what is there already would make the browser look at the styles again. */
function setFit(row: HTMLElement, reason: string | null): void {
  const fit = reason === null ? 'yes' : 'no'
  if (row.dataset['fit'] !== fit) row.dataset['fit'] = fit
  const name = nameOf(row)
  if (name === null || (name.dataset['why'] ?? null) === reason) return
  if (reason === null) delete name.dataset['why']
  else name.dataset['why'] = reason
}

/** The reason is written below the name. */
function nameOf(row: HTMLElement): HTMLElement | null {
  return row.querySelector<HTMLElement>('.board-name')
}
