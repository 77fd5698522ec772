import { lengthOf, snapMinute } from './grid.ts'
import type { TimeRange } from './plan.ts'

/**
 * Breaks as a shift can hold them: on the grid, cut at the shift's edges, in order, those that overlap joined; without what has nothing
 * left. Breaks that would take the whole shift are all dropped, for a shift has to leave something to work.
 */
export function fittedBreaks(breaks: readonly TimeRange[], within: TimeRange): readonly TimeRange[] {
  if (breaks.length === 0) return breaks
  const fitted: TimeRange[] = []
  let minutes = 0
  for (const shiftBreak of breaks
    .map((each) => cut(each, within))
    .sort((one, other) => one.startMinute - other.startMinute)) {
    if (lengthOf(shiftBreak) <= 0) continue
    const last = fitted.at(-1)
    const startMinute =
      last && shiftBreak.startMinute < last.endMinute ? fitted.pop()!.startMinute : shiftBreak.startMinute
    const endMinute =
      last && shiftBreak.startMinute < last.endMinute
        ? Math.max(last.endMinute, shiftBreak.endMinute)
        : shiftBreak.endMinute
    fitted.push({ startMinute, endMinute })
  }
  for (const shiftBreak of fitted) minutes += lengthOf(shiftBreak)
  return minutes < lengthOf(within) ? fitted : []
}

function cut(shiftBreak: TimeRange, within: TimeRange): TimeRange {
  return {
    startMinute: Math.max(within.startMinute, snapMinute(shiftBreak.startMinute)),
    endMinute: Math.min(within.endMinute, snapMinute(shiftBreak.endMinute)),
  }
}
