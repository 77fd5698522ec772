import { figuresFromSeries, type CoverageSummary, type Span } from '../../../shared/coverage/index.ts'
import { elapsedMs, localHourSegments, type HourSegment } from '../../../shared/time/hour-segments.ts'
import { dayOfWeekOf, datesBetween } from '../../../shared/time/local.ts'
import type { CellDate, CellQuery } from './app-queries.ts'
import type { FilteredSeries } from './series-cache.ts'

/** What a cell is made of: the filtered series, what is known, and the instant after which nothing counts. */
export interface CellFacts {
  readonly filtered: FilteredSeries
  /** Apart from one another, in any order. */
  readonly known: readonly Span[]
  readonly now: number
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
      const segments = localHourSegments(range).filter((segment) => segment.hour === query.hour && segment.dayOfWeek === query.dayOfWeek)
      if (segments.length === 0) return []
      const figures = figuresFromSeries(facts.filtered.series, facts.filtered.agentTime, { ...range, now: facts.now })
      const { avgAgentsOnline, ...counts } = figures.byDayHour[query.dayOfWeek]![query.hour]!
      return [{ date, ...summaryOf(counts), avgAgentsOnline, known: isKnown(segments, facts) }]
    })
}

function summaryOf({ totalPageviews, pageviewsWithAgent, missedOpportunities }: Omit<CoverageSummary, 'coverageRate'>): CoverageSummary {
  const coverageRate = totalPageviews === 0 ? 100 : (100 * pageviewsWithAgent) / totalPageviews
  return { totalPageviews, pageviewsWithAgent, missedOpportunities, coverageRate }
}

function isKnown(segments: readonly HourSegment[], { known, now }: CellFacts): boolean {
  let elapsed = 0
  let knownMs = 0
  for (const segment of segments) {
    elapsed += elapsedMs(segment, now)
    for (const span of known) knownMs += Math.max(0, Math.min(span.end, segment.end, now) - Math.max(span.start, segment.start))
  }
  return elapsed > 0 && knownMs >= elapsed
}
