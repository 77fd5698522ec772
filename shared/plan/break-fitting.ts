import { lengthOf, snapMinute } from './grid.ts'
import type { WallSpell } from './plan.ts'

/**
 * Breaks as a shift can hold them: on the grid, cut at the shift's edges, in order, those that overlap joined; without what has nothing
 * left. Breaks that would take the whole shift are all dropped, for a shift has to leave something to work.
 */
export function fittedBreaks(breaks: readonly WallSpell[], within: WallSpell): readonly WallSpell[] {
  if (breaks.length === 0) return breaks
  const fitted: WallSpell[] = []
  let minutes = 0
  for (const pause of breaks.map((each) => cut(each, within)).sort((one, other) => one.startMinute - other.startMinute)) {
    if (lengthOf(pause) <= 0) continue
    const last = fitted.at(-1)
    const startMinute = last && pause.startMinute < last.endMinute ? fitted.pop()!.startMinute : pause.startMinute
    const endMinute = last && pause.startMinute < last.endMinute ? Math.max(last.endMinute, pause.endMinute) : pause.endMinute
    fitted.push({ startMinute, endMinute })
  }
  for (const pause of fitted) minutes += lengthOf(pause)
  return minutes < lengthOf(within) ? fitted : []
}

function cut(pause: WallSpell, within: WallSpell): WallSpell {
  return {
    startMinute: Math.max(within.startMinute, snapMinute(pause.startMinute)),
    endMinute: Math.min(within.endMinute, snapMinute(pause.endMinute)),
  }
}
