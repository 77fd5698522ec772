import type { CSSProperties } from 'react'
import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { axisX, type Axis } from './axis.ts'
import type { OffTimes } from './off-times.ts'

/** When the agent cannot work, as hatched pieces of the background. */
export function offBehind({ unavailable }: OffTimes, axis: Axis): CSSProperties {
  const pieces = unavailable.flatMap(({ start, end }) =>
    daysOf(start, end).map(([from, to]) => ({ from: axisX(axis, from), to: axisX(axis, to - A_MOMENT) })),
  )
  const shown = pieces.filter(({ from, to }) => to > from)
  if (shown.length === 0) return {}
  return {
    backgroundImage: shown.map(() => 'var(--off-hatch)').join(', '),
    backgroundPosition: shown.map(({ from }) => `${from}px 0`).join(', '),
    backgroundSize: shown.map(({ from, to }) => `${to - from}px 100%`).join(', '),
  }
}

/** The last minute of a piece lies in its own day, not at the start of the next. */
const A_MOMENT = 1e-6

function daysOf(start: number, end: number): readonly (readonly [number, number])[] {
  const days: [number, number][] = []
  for (let from = start; from < end; from = (Math.floor(from / DAY_MINUTES) + 1) * DAY_MINUTES)
    days.push([from, Math.min(end, (Math.floor(from / DAY_MINUTES) + 1) * DAY_MINUTES)])
  return days
}
