import { coverageFraction, coveragePercent, type CoverageCounts } from '../foundation/rate.ts'
import { daysSince, type DashboardScore } from './dashboard-score.ts'
import { healthSpans, sumOf, type HealthSums } from './month-sums.ts'
import {
  activityScore,
  engagementScore,
  growthScore,
  RISKS,
  riskLevelOf,
  trendOf,
  weightedScore,
  type CallsTrend,
  type HealthMoment,
  type OrganizationFacts,
  type RiskLevel,
  type ScoreParts,
} from './organization-facts.ts'

/** How far the class of a score can be relied on: it is the same over its whole 80% range, next to it, or further off. */
export type Sureness = 'high' | 'medium' | 'low'

/** Why our score is another than the dashboard's. */
export type ScoreDifference = 'blocked-countries' | 'few-visitors' | 'young-month' | 'chance-in-calls'

export interface OwnScore {
  /** 0-100. */
  readonly score: number
  /** Its 80% range: what chance in visitors and calls alone may have made of it. */
  readonly lower80: number
  readonly upper80: number
  readonly riskLevel: RiskLevel
  readonly sureness: Sureness
  readonly scores: ScoreParts
  readonly callsTrend: CallsTrend
  /** The month so far by the organization's own country rule; coverageRate 0-100, null: nobody came. */
  readonly visitors: number
  readonly covered: number
  readonly coverageRate: number | null
  /** The same days of the month before. */
  readonly before: { readonly visitors: number; readonly covered: number; readonly coverageRate: number | null }
  /** Visitors of the month so far whom the rule leaves out. */
  readonly blockedVisitors: number
  readonly differences: readonly ScoreDifference[]
}

/** What was known before weighs as much as so many visitors. */
const PRIOR_VISITORS = 20
/** A change of calls that chance brings less often than one time in ten. */
const UNLIKELY = 1.645
/** Ends of an 80% range, in standard deviations. */
const RANGE_80 = 1.2816

/**
 * Our score: coverage by the organization's own country rule, drawn towards the month before, and that towards the platform's coverage,
 * where few visitors came; calls of the last 30 days instead of a month that has just begun; and a trend of calls only where chance does not explain it.
 * `platform`: visitors of all organizations in this and the last month, by their own rules.
 */
export function ownScore(
  facts: OrganizationFacts,
  moment: HealthMoment,
  { platform, dashboard }: { readonly platform: CoverageCounts; readonly dashboard: DashboardScore },
): OwnScore {
  const spans = healthSpans(moment)
  const month = sumOf(facts.days, spans.month)
  const before = sumOf(facts.days, spans.monthBefore)
  const lastMonth = sumOf(facts.days, { from: spans.monthBefore.from, to: spans.month.from - 1 })
  const prior = drawn(ownCounts(lastMonth), coverageFraction(platform, 1))
  const rate = drawn(ownCounts(month), prior)
  // Only who came is evidence of how sure it is: all of this month, and of the last at most what it weighs.
  const [least, largest] = rateRange(rate, month.ownVisitors + Math.min(PRIOR_VISITORS, lastMonth.ownVisitors))
  const { recentCalls, earlierCalls } = facts
  const isChance = Math.abs(recentCalls - earlierCalls) <= UNLIKELY * Math.sqrt(recentCalls + earlierCalls)
  const callsTrend = isChance ? 'stable' : trendOf(recentCalls, earlierCalls)
  const fixed = {
    activity: activityScore(daysSince(facts.lastCall, moment.now)),
    engagement: engagementScore(sumOf(facts.days, spans.last30).calls),
  }
  const scoreWith = (coverage: number, growth: CallsTrend): number =>
    weightedScore({ ...fixed, coverage: 100 * Math.min(1, Math.max(0, coverage)), growth: growthScore(growth) })
  const scores = { ...fixed, coverage: Math.round(100 * rate), growth: growthScore(callsTrend) }
  const score = weightedScore(scores)
  const [fewest, most] = trendRange(recentCalls, earlierCalls)
  const lower80 = Math.min(score, scoreWith(least, fewest))
  const upper80 = Math.max(score, scoreWith(largest, most))
  return {
    score,
    lower80,
    upper80,
    riskLevel: riskLevelOf(score),
    sureness: surenessOf(lower80, upper80),
    scores,
    callsTrend,
    visitors: month.ownVisitors,
    covered: month.ownCovered,
    coverageRate: coveragePercent(ownCounts(month)),
    before: {
      visitors: before.ownVisitors,
      covered: before.ownCovered,
      coverageRate: coveragePercent(ownCounts(before)),
    },
    blockedVisitors: month.visitors - month.ownVisitors,
    differences: differencesOf({ month, scores, dashboard }),
  }
}

/** A rate of few visitors, drawn towards what was known before. */
function drawn({ visitors, covered }: CoverageCounts, prior: number): number {
  return (covered + PRIOR_VISITORS * prior) / (visitors + PRIOR_VISITORS)
}

/**
 * The 80% range of a rate that so many visitors are evidence of, also where it is 0 or 1. Wilson, "Probable inference, the law of
 * succession, and statistical inference", JASA 22 (1927).
 */
function rateRange(rate: number, visitors: number): readonly [number, number] {
  if (visitors === 0) return [0, 1]
  const share = RANGE_80 ** 2 / visitors
  const middle = (rate + share / 2) / (1 + share)
  const spread = (RANGE_80 * Math.sqrt((rate * (1 - rate)) / visitors + share / (4 * visitors))) / (1 + share)
  return [middle - spread, middle + spread]
}

/** The visitors and the covered ones whom the own country rule counts. */
export function ownCounts({ ownVisitors, ownCovered }: HealthSums): CoverageCounts {
  return { visitors: ownVisitors, covered: ownCovered }
}

/** The least and the most favourable trend within the 80% range of the change of calls. */
function trendRange(recent: number, earlier: number): readonly [CallsTrend, CallsTrend] {
  const spread = RANGE_80 * Math.sqrt(recent + earlier)
  return [trendOf(Math.max(0, recent - spread), earlier), trendOf(recent + spread, earlier)]
}

function surenessOf(lower80: number, upper80: number): Sureness {
  const classes = RISKS.indexOf(riskLevelOf(upper80)) - RISKS.indexOf(riskLevelOf(lower80))
  if (classes === 0) return 'high'
  return classes === 1 ? 'medium' : 'low'
}

interface Compared {
  readonly month: HealthSums
  readonly scores: ScoreParts
  readonly dashboard: DashboardScore
}

function differencesOf({ month, scores, dashboard }: Compared): readonly ScoreDifference[] {
  const own = Math.round(coveragePercent(ownCounts(month), 100))
  const reasons: readonly (readonly [ScoreDifference, boolean])[] = [
    ['blocked-countries', own !== dashboard.scores.coverage],
    ['few-visitors', scores.coverage !== own],
    ['young-month', scores.engagement !== dashboard.scores.engagement],
    ['chance-in-calls', scores.growth !== dashboard.scores.growth],
  ]
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []))
}
