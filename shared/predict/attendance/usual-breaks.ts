import type { WallSpell } from '../../plan/plan.ts'

const GRID = 15
/** A break so near an edge is a late start or an early end. */
const EDGE_MINUTES = 30
/** Taken in at least so much of the shifts at the same time. */
const USUAL_SHARE = 0.5

/**
 * Breaks that come at the same time of most shifts, on the grid. `offline` gives, for wall minutes [from, to), the share of that time away
 * in each past shift; NaN where a shift did not reach it.
 */
export function usualBreaks(shift: WallSpell, offline: (from: number, to: number) => readonly number[]): readonly WallSpell[] {
  const breaks: { startMinute: number; endMinute: number }[] = []
  for (let from = shift.startMinute + EDGE_MINUTES; from + GRID <= shift.endMinute - EDGE_MINUTES; from += GRID) {
    const shares = offline(from, from + GRID).filter((share) => !Number.isNaN(share))
    if (shares.length === 0) continue
    const share = shares.reduce((sum, value) => sum + value, 0) / shares.length
    if (share < USUAL_SHARE) continue
    const last = breaks.at(-1)
    if (last?.endMinute === from) last.endMinute = from + GRID
    else breaks.push({ startMinute: from, endMinute: from + GRID })
  }
  return breaks
}
