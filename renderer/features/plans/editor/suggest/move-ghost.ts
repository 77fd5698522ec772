import type { Move } from '../../../../../shared/optimise/moves.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { axisX, type Axis } from '../board/axis.ts'
import { ROW_PADDING } from '../board/board-size.ts'
import { shiftPlaces, type BoardWeek } from '../board/board-week.ts'
import { breaksBehind } from '../board/break-places.ts'

interface GhostOptions {
  readonly axis: Axis
  readonly week: BoardWeek
}

/** Draws a move over the board: what it replaces is faint, what it makes is a bar of its own, with its breaks. Returns what takes it away. */
export function drawMove(
  layer: HTMLElement,
  { before, after }: Pick<Move, 'before' | 'after'>,
  { axis, week }: GhostOptions,
): () => void {
  const rows = layer.parentElement!
  const old = before === null ? [] : [...rows.querySelectorAll<HTMLElement>(`[data-shift="${CSS.escape(before.id)}"]`)]
  for (const bar of old) bar.dataset['moving'] = ''
  const drawn: HTMLElement[] = []
  const draw = (shift: Shift, className: string): void => {
    const row = rows.querySelector<HTMLElement>(`[data-row="${CSS.escape(shift.agentId ?? '')}"]`)
    if (row === null) return
    // In the same lane, where it stays with the same agent.
    const lane = shift.agentId === before?.agentId ? old[0]?.offsetTop : undefined
    const top = row.getBoundingClientRect().top - layer.getBoundingClientRect().top + (lane ?? ROW_PADDING)
    for (const place of shiftPlaces(week, shift)) {
      const bar = document.createElement('div')
      bar.className = `ghost ${className}`
      const left = axisX(axis, place.start)
      bar.style.transform = `translate(${left}px, ${top}px)`
      bar.style.width = `${Math.max(8, axisX(axis, place.end) - left)}px`
      Object.assign(bar.style, breaksBehind(place, axis))
      layer.append(bar)
      drawn.push(bar)
    }
    drawn.at(-1)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  if (after !== null) draw(after, 'ghost-move')
  else if (before !== null) draw(before, 'ghost-dropped')
  return () => {
    for (const bar of old) delete bar.dataset['moving']
    for (const bar of drawn) bar.remove()
  }
}
