import { type CoverageSummary, figuresFromSeries } from '../../../shared/coverage/index.ts'
import { clip, type Interval, total } from '../../../shared/foundation/interval.ts'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import { elapsedMs, localHourSegments, type HourSegment } from '../../../shared/time/hour-segments.ts'
import { dayOfWeekOf, datesBetween } from '../../../shared/time/local.ts'
import type { CellQuery } from './queries.ts'
import type { FilteredSeries } from './series-cache.ts'

/** What a cell is made of: the filtered series, what is known, and the instant after which nothing counts. */
export interface CellFacts {
  readonly filtered: FilteredSeries
  /** Apart from one another, in any order. */
  readonly known: readonly Interval[]
  readonly now: number
}

/** That hour of one date. */
export interface CellDate extends CoverageSummary {
  /** Local date. */
  readonly date: string
  readonly avgAgentsOnline: number
  /** false: nothing, or not all, of the hour's elapsed part is known, or nothing of it has passed. */
  readonly known: boolean
}

/**
 * The dates behind one cell of the heatmap: they add up to it. A date that lacks the hour (the clock was set forward over it) is left
 * out; one that has it twice counts both.
 */
export function cellDates(query: CellQuery, facts: CellFacts): readonly CellDate[] {
  return datesBetween(query.from, query.to)
    .filter((date) => dayOfWeekOf(date) === query.dayOfWeek)
    .flatMap((date) => {
      const range = { from: date, to: date, timeZone: query.timeZone }
      const segments = localHourSegments(range).filter(
        (segment) => segment.hour === query.hour && segment.dayOfWeek === query.dayOfWeek,
      )
      if (segments.length === 0) return []
      const figures = figuresFromSeries(facts.filtered.series, facts.filtered.agentTime, { ...range, now: facts.now })
      const { avgAgentsOnline, ...counts } = figures.byDayHour[query.dayOfWeek]![query.hour]!
      return [{ date, ...summaryOf(counts), avgAgentsOnline, known: isKnown(segments, facts) }]
    })
}

function summaryOf({
  totalPageviews,
  pageviewsWithAgent,
  missedOpportunities,
}: Omit<CoverageSummary, 'coverageRate'>): CoverageSummary {
  const coverageRate = coveragePercent({ visitors: totalPageviews, covered: pageviewsWithAgent }, 100)
  return { totalPageviews, pageviewsWithAgent, missedOpportunities, coverageRate }
}

function isKnown(segments: readonly HourSegment[], { known, now }: CellFacts): boolean {
  let elapsed = 0
  let knownMs = 0
  for (const segment of segments) {
    elapsed += elapsedMs(segment, now)
    knownMs += total(clip(known, { start: segment.start, end: Math.min(segment.end, now) }))
  }
  return elapsed > 0 && knownMs >= elapsed
}
