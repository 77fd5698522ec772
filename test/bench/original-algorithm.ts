import { emptyCounts, figuresFromCounts } from '../../shared/coverage/figures.ts'
import type { CoverageFigures } from '../../shared/coverage/types.ts'
import { localHourSegments } from '../../shared/time/hour-segments.ts'

export interface RawEvents {
  readonly visits: readonly { readonly createdAt: number; readonly agentId: string | null }[]
  readonly sessions: readonly { readonly startedAt: number; readonly endedAt: number }[]
}

export interface OriginalRange {
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly now: number
}

/**
 * The plain way over raw events: every figure has a function of its own, which tells every visit's local hour by a formatter and holds
 * every session against every hour of every day, O(visits + sessions x 24 x days).
 */
export function originalFigures(events: RawEvents, range: OriginalRange): CoverageFigures {
  const { hourly, totals } = sweep(events, range)
  const { byDayHour, byDayOfWeek } = sweep(events, range)
  const { daily } = sweep(events, range)
  const { problemHours } = sweep(events, range)
  return { totals, hourly, byDayHour, byDayOfWeek, daily, problemHours }
}

function sweep({ visits, sessions }: RawEvents, range: OriginalRange): CoverageFigures {
  const counts = emptyCounts(localHourSegments(range))
  const date = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: range.timeZone })
  const hour = new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone: range.timeZone })
  const nameOf = (instant: number): string => `${date.format(instant)} ${hour.format(instant)}`
  // An hour that a clock repeats has one name twice; the ranges that are compared have none.
  const places = new Map(counts.segments.map(({ start }, index) => [nameOf(start), index]))
  for (const { createdAt, agentId } of visits) {
    const place = places.get(nameOf(createdAt))
    if (place === undefined || createdAt >= range.now) continue
    counts.visitors[place]! += 1
    if (agentId !== null) counts.covered[place]! += 1
  }
  for (const [index, { start, end }] of counts.segments.entries()) {
    for (const { startedAt, endedAt } of sessions) {
      const overlap = Math.min(endedAt, end, range.now) - Math.max(startedAt, start)
      if (overlap > 0) counts.agentMs[index]! += overlap
    }
  }
  return figuresFromCounts(range, counts)
}
