import { axisX, type Axis } from './axis.ts'
import type { Placed } from './board-week.ts'

/** A break as it lies in its bar, in pixels from the bar's left edge. */
export interface BreakPlace {
  /** Which of the shift's breaks. */
  readonly index: number
  readonly from: number
  readonly to: number
}

/** Where the breaks of a shift lie in its bar; those out of sight are left out. */
export function breakPlaces(place: Placed, axis: Axis): readonly BreakPlace[] {
  const { breaks, startMinute, endMinute } = place.shift
  if (breaks.length === 0) return []
  // Both lie on the same clock, so a break's distance from the shift's start on the screen is that of its minutes.
  const origin = place.isRest ? place.end - endMinute : place.start - startMinute
  const left = axisX(axis, place.start)
  return breaks
    .map((rest, index) => ({
      index,
      from: axisX(axis, Math.max(place.start, origin + rest.startMinute)) - left,
      to: axisX(axis, Math.min(place.end, origin + rest.endMinute)) - left,
    }))
    .filter(({ from, to }) => to > from)
}

/** The background of a bar with its breaks as hatched pieces. */
export function breaksBehind(place: Placed, axis: Axis): Background {
  const pieces = breakPlaces(place, axis)
  if (pieces.length === 0) return NO_BREAKS
  return {
    backgroundImage: pieces.map(() => 'var(--break-hatch)').join(', '),
    backgroundPosition: pieces.map(({ from }) => `${from}px 0`).join(', '),
    backgroundSize: pieces.map(({ from, to }) => `${to - from}px 100%`).join(', '),
  }
}

interface Background {
  readonly backgroundImage?: string
  readonly backgroundPosition?: string
  readonly backgroundSize?: string
}

const NO_BREAKS: Background = {}

/** The least that a break takes up under the pointer, and a bar in which one can be taken hold of at all. */
const BREAK_TARGET = 8
const LEAST_BAR = 48
/** Of a break that is wide enough its edges are taken hold of. */
const BREAK_EDGE = 8

/** The break under a pixel of a bar, with the part of it; null: the bar itself. */
export function breakAt(
  pieces: readonly BreakPlace[],
  x: number,
  barWidth: number,
): { readonly index: number; readonly grip: 'body' | 'start' | 'end' } | null {
  if (barWidth < LEAST_BAR) return null
  for (const { index, from, to } of pieces) {
    const slack = Math.max(0, BREAK_TARGET - (to - from)) / 2
    if (x < from - slack || x >= to + slack) continue
    if (to - from < 3 * BREAK_EDGE) return { index, grip: 'body' }
    return { index, grip: x < from + BREAK_EDGE ? 'start' : x >= to - BREAK_EDGE ? 'end' : 'body' }
  }
  return null
}
