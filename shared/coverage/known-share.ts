import { type Interval, merge } from '../foundation/interval.ts'
import { elapsedMs, localHourSegments } from '../time/hour-segments.ts'
import { datesBetween } from '../time/local.ts'
import { toInstant } from './instant.ts'
import { SegmentSweep } from './segment-sweep.ts'
import type { CoverageRange } from './types.ts'

/** How much of a range is known. Not synced is not zero: what is unknown is shown as such. */
export interface RangeKnowledge {
  /** Share of the range's elapsed time that is known, 0-1: 1 for an empty range, 0 for one wholly in the future. */
  readonly knownShare: number
  /** Local dates of which some elapsed time is not known, or of which nothing has passed yet. */
  readonly unknownDates: readonly string[]
}

/**
 * What is known of a range, given the known intervals [start, end) in epoch milliseconds, in any order; they may overlap.
 * Throws AppError 'invalid-input' for nonsense dates, an unknown zone or an unreadable now.
 */
export function knownShare(range: CoverageRange, known: readonly Interval[]): RangeKnowledge {
  const now = toInstant(range.now)
  const segments = localHourSegments(range)
  const sweep = new SegmentSweep(segments)
  for (const interval of merge(known)) sweep.add(interval.start, Math.min(interval.end, now))
  const knownMs = sweep.totals()

  const dates = datesBetween(range.from, range.to).map((date) => ({ date, exists: false, knownMs: 0, elapsedMs: 0 }))
  segments.forEach((segment, index) => {
    const date = dates[segment.dateIndex]!
    date.exists = true
    date.knownMs += knownMs[index]!
    date.elapsedMs += elapsedMs(segment, now)
  })
  const total = dates.reduce((sum, date) => sum + date.elapsedMs, 0)
  return {
    knownShare: shareOf(
      dates.reduce((sum, date) => sum + date.knownMs, 0),
      total,
      segments.length > 0,
    ),
    // A date that the zone skipped has nothing that could be unknown.
    unknownDates: dates
      .filter((date) => date.exists && (date.elapsedMs === 0 || date.knownMs < date.elapsedMs))
      .map((date) => date.date),
  }
}

function shareOf(knownMs: number, elapsedMs: number, hasTime: boolean): number {
  if (!hasTime) return 1
  return elapsedMs === 0 ? 0 : knownMs / elapsedMs
}
