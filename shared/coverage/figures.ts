import {
  DAY_NAMES,
  dayOfHourOfWeek,
  DAYS_PER_WEEK,
  hourOfDay,
  hourOfWeek,
  HOURS_PER_DAY,
  HOURS_PER_WEEK,
} from '../foundation/hour-of-week.ts'
import { coveragePercent, fractionOf } from '../foundation/rate.ts'
import { elapsedMs, type HourSegment } from '../time/hour-segments.ts'
import { datesBetween } from '../time/local.ts'
import type {
  CoverageFigures,
  CoverageSummary,
  DailyCoverage,
  DayHourStats,
  DayOfWeekStats,
  HourlyStats,
} from './types.ts'

/** Sums as columns; times in milliseconds. */
interface SumColumns {
  readonly visitors: Float64Array
  readonly covered: Float64Array
  readonly agentMs: Float64Array
  readonly elapsedMs: Float64Array
}

/** What was counted in each local hour of a range: entry i belongs to `segments[i]`. */
export interface SegmentCounts {
  readonly segments: readonly HourSegment[]
  readonly visitors: Float64Array
  readonly covered: Float64Array
  readonly agentMs: Float64Array
}

/** Local dates of the counts, both inside, and the instant after which nothing counts. */
export interface FiguresRange {
  readonly from: string
  readonly to: string
  readonly now: number
}

/** One entry of the columns. */
interface Sums {
  readonly visitors: number
  readonly covered: number
  readonly agentMs: number
  readonly elapsedMs: number
}

/** Empty counts of a range's local hours. */
export function emptyCounts(segments: readonly HourSegment[]): SegmentCounts {
  const { visitors, covered, agentMs } = emptyColumns(segments.length)
  return { segments, visitors, covered, agentMs }
}

/** Every figure of a range from what its local hours counted. */
export function figuresFromCounts(range: FiguresRange, counts: SegmentCounts): CoverageFigures {
  const dates = datesBetween(range.from, range.to)
  const { segments, visitors, covered, agentMs } = counts
  const bySegment = { visitors, covered, agentMs, elapsedMs: new Float64Array(segments.length) }
  const cells = emptyColumns(HOURS_PER_WEEK)
  const byDate = emptyColumns(dates.length)
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index]!
    bySegment.elapsedMs[index] = elapsedMs(segment, range.now)
    addEntry({ columns: cells, index: hourOfWeek(segment.dayOfWeek, segment.hour) }, bySegment, index)
    addEntry({ columns: byDate, index: segment.dateIndex }, bySegment, index)
  }

  const byHour = emptyColumns(HOURS_PER_DAY)
  const byDayOfWeek = emptyColumns(DAYS_PER_WEEK)
  const all = emptyColumns(1)
  for (let cell = 0; cell < HOURS_PER_WEEK; cell++) {
    addEntry({ columns: byHour, index: hourOfDay(cell) }, cells, cell)
    addEntry({ columns: byDayOfWeek, index: dayOfHourOfWeek(cell) }, cells, cell)
    addEntry({ columns: all, index: 0 }, cells, cell)
  }

  const hourly = entries(byHour, hourlyStats)
  const dayHours = entries(cells, dayHourStats)
  const total = entries(all, (_, sums) => sums)[0]!
  return {
    totals: { ...summary(total), avgAgentsOnline: averageAgents(total) },
    hourly,
    byDayHour: Array.from({ length: DAYS_PER_WEEK }, (_, day) =>
      dayHours.slice(day * HOURS_PER_DAY, (day + 1) * HOURS_PER_DAY),
    ),
    byDayOfWeek: entries(byDayOfWeek, dayOfWeekStats),
    daily: entries(byDate, (index, sums) => dailyCoverage(dates[index]!, sums)),
    problemHours: problemHoursOf(hourly),
  }
}

/** Hours of day that missed more visits than they covered, ascending. */
function problemHoursOf(hourly: readonly HourlyStats[]): readonly number[] {
  return hourly.filter((stats) => stats.missedOpportunities > stats.pageviewsWithAgent).map((stats) => stats.hour)
}

function summary({ visitors, covered }: Sums): CoverageSummary {
  return {
    totalPageviews: visitors,
    pageviewsWithAgent: covered,
    missedOpportunities: visitors - covered,
    coverageRate: coveragePercent({ visitors, covered }, 100),
  }
}

function hourlyStats(hour: number, sums: Sums): HourlyStats {
  return {
    hour,
    totalPageviews: sums.visitors,
    pageviewsWithAgent: sums.covered,
    missedOpportunities: sums.visitors - sums.covered,
    avgAgentsOnline: averageAgents(sums),
  }
}

function dayHourStats(cell: number, sums: Sums): DayHourStats {
  const dayOfWeek = dayOfHourOfWeek(cell)
  const coverageGap = fractionOf(sums.visitors - sums.covered, sums.visitors) ?? 0
  return { dayOfWeek, dayName: DAY_NAMES[dayOfWeek]!, ...hourlyStats(hourOfDay(cell), sums), coverageGap }
}

function dayOfWeekStats(dayOfWeek: number, sums: Sums): DayOfWeekStats {
  return { dayOfWeek, dayName: DAY_NAMES[dayOfWeek]!, ...summary(sums) }
}

function dailyCoverage(date: string, sums: Sums): DailyCoverage {
  return { date, ...summary(sums), avgAgentsOnline: averageAgents(sums) }
}

function averageAgents(sums: Sums): number {
  return sums.elapsedMs === 0 ? 0 : sums.agentMs / sums.elapsedMs
}

function emptyColumns(length: number): SumColumns {
  const column = (): Float64Array => new Float64Array(length)
  return { visitors: column(), covered: column(), agentMs: column(), elapsedMs: column() }
}

function addEntry(to: { readonly columns: SumColumns; readonly index: number }, from: SumColumns, index: number): void {
  to.columns.visitors[to.index]! += from.visitors[index]!
  to.columns.covered[to.index]! += from.covered[index]!
  to.columns.agentMs[to.index]! += from.agentMs[index]!
  to.columns.elapsedMs[to.index]! += from.elapsedMs[index]!
}

function entries<T>(columns: SumColumns, describe: (index: number, sums: Sums) => T): readonly T[] {
  return Array.from(columns.visitors, (visitors, index) =>
    describe(index, {
      visitors,
      covered: columns.covered[index]!,
      agentMs: columns.agentMs[index]!,
      elapsedMs: columns.elapsedMs[index]!,
    }),
  )
}
