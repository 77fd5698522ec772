import { localHourSegments } from '../time/hour-segments.ts'
import { emptyCounts, figuresFromCounts } from './figures.ts'
import { toInstant } from './instant.ts'
import { sessionsWithEnds } from './read-sessions.ts'
import { SegmentSweep } from './segment-sweep.ts'
import { visitMergedIntervals, visitRecordedIntervals } from './session-columns.ts'
import { countryTest, poolTest, servingAgents } from './traffic-filter.ts'
import type {
  AgentSession,
  CoverageFigures,
  CoverageOptions,
  CoverageSummary,
  DailyCoverage,
  DailyHourlyCoverage,
  HourlyStats,
  Pageview,
} from './types.ts'

/** Average agents online with an agent counted as one person, however many of their sessions overlap. */
export interface MergedAgents {
  readonly avgAgentsOnline: number
  /** [24] */
  readonly hourly: readonly number[]
  /** [7][24], Sunday first. */
  readonly byDayHour: readonly (readonly number[])[]
  readonly daily: readonly { readonly date: string; readonly avgAgentsOnline: number }[]
}

/**
 * Every coverage figure of a range from raw events, in one pass over each. Agents online are sessions as recorded: an agent's
 * overlapping sessions are added up (`calculateMergedAgents` counts people). A session that was never closed ends where its agent's next
 * one begins, as `AgentSession` says. Throws AppError 'invalid-input' naming what cannot be
 * read: an instant, a date, a time zone.
 */
export function calculateCoverage(
  pageviews: readonly Pageview[],
  sessions: readonly AgentSession[],
  options: CoverageOptions,
): CoverageFigures {
  return sweep({ pageviews, sessions, options, visitIntervals: visitRecordedIntervals })
}

/** Visits of the range, covered and missed, and the coverage rate (100 when nobody came). Throws as `calculateCoverage`. */
export function summarizeCoverage(
  pageviews: readonly Pageview[],
  sessions: readonly AgentSession[],
  options: CoverageOptions,
): CoverageSummary {
  const { avgAgentsOnline: _, ...summary } = calculateCoverage(pageviews, sessions, options).totals
  return summary
}

/** The 24 hours of day. Throws as `calculateCoverage`. */
export function calculateHourlyCoverage(
  pageviews: readonly Pageview[],
  sessions: readonly AgentSession[],
  options: CoverageOptions,
): readonly HourlyStats[] {
  return calculateCoverage(pageviews, sessions, options).hourly
}

/** The 7 x 24 hours of the week and the 7 days of week. Throws as `calculateCoverage`. */
export function calculateDailyHourlyCoverage(
  pageviews: readonly Pageview[],
  sessions: readonly AgentSession[],
  options: CoverageOptions,
): DailyHourlyCoverage {
  const { byDayHour, byDayOfWeek } = calculateCoverage(pageviews, sessions, options)
  return { byDayHour, byDayOfWeek }
}

/** One row a local date, for the trend. Throws as `calculateCoverage`. */
export function calculateDailyCoverage(
  pageviews: readonly Pageview[],
  sessions: readonly AgentSession[],
  options: CoverageOptions,
): readonly DailyCoverage[] {
  return calculateCoverage(pageviews, sessions, options).daily
}

/** Hours of day that missed more visits than they covered, ascending. Throws as `calculateCoverage`. */
export function findProblemHours(
  pageviews: readonly Pageview[],
  sessions: readonly AgentSession[],
  options: CoverageOptions,
): readonly number[] {
  return calculateCoverage(pageviews, sessions, options).problemHours
}

/**
 * Average agents online with overlapping sessions of one agent merged: people, where the coverage figures' `avgAgentsOnline` adds
 * sessions up as recorded. Say which is meant where both are shown. Pageviews only say until when an agent whose session was never
 * closed was there. Throws as `calculateCoverage`.
 */
export function calculateMergedAgents(
  sessions: readonly AgentSession[],
  { pageviews = [], ...options }: CoverageOptions & { readonly pageviews?: readonly Pageview[] },
): MergedAgents {
  const figures = sweep({ pageviews, sessions, options, visitIntervals: visitMergedIntervals })
  return {
    avgAgentsOnline: figures.totals.avgAgentsOnline,
    hourly: figures.hourly.map((stats) => stats.avgAgentsOnline),
    byDayHour: figures.byDayHour.map((day) => day.map((stats) => stats.avgAgentsOnline)),
    daily: figures.daily.map(({ date, avgAgentsOnline }) => ({ date, avgAgentsOnline })),
  }
}

function sweep(input: {
  readonly pageviews: readonly Pageview[]
  readonly sessions: readonly AgentSession[]
  readonly options: CoverageOptions
  readonly visitIntervals: typeof visitRecordedIntervals
}): CoverageFigures {
  const { options } = input
  const now = toInstant(options.now)
  const counts = emptyCounts(localHourSegments(options))
  const segmentSweep = new SegmentSweep(counts.segments)

  const isCountryWanted = countryTest(options.countryFilter)
  const isPoolWanted = poolTest(options.poolId)
  for (const pageview of input.pageviews) {
    const createdAt = toInstant(pageview.createdAt)
    if (createdAt >= now || !isPoolWanted(pageview.poolId) || !isCountryWanted(pageview.country)) continue
    const index = segmentSweep.indexOf(createdAt)
    if (index < 0) continue
    counts.visitors[index]! += 1
    if (pageview.agentId !== null) counts.covered[index]! += 1
  }

  const agents = servingAgents(options.poolId, options.poolMembers)
  input.visitIntervals(
    sessionsWithEnds(input.sessions, { now, pageviews: input.pageviews }),
    { now, agents },
    (start, end) => segmentSweep.add(start, end),
  )
  return figuresFromCounts({ from: options.from, to: options.to, now }, { ...counts, agentMs: segmentSweep.totals() })
}
