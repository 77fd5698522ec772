import { DAY_MS } from '../foundation/minutes.ts'
import { coveragePercent } from '../foundation/rate.ts'
import { healthSpans, sumOf } from './month-sums.ts'
import {
  activityScore,
  engagementScore,
  growthScore,
  riskLevelOf,
  trendOf,
  weightedScore,
  type CallsTrend,
  type HealthMoment,
  type OrganizationFacts,
  type RiskLevel,
  type ScoreParts,
} from './organization-facts.ts'

export interface DashboardScore {
  readonly scores: ScoreParts
  /** 0-100. */
  readonly healthScore: number
  readonly riskLevel: RiskLevel
  /** Of active subscriptions only. */
  readonly atRisk: boolean
  readonly callsTrend: CallsTrend
  /** Whole days; null: no call yet. */
  readonly daysSinceLastCall: number | null
}

/** The score as the product's own dashboard counts it: the month so far like a whole one, blocked countries among the visitors. */
export function dashboardScore(facts: OrganizationFacts, moment: HealthMoment): DashboardScore {
  const month = sumOf(facts.days, healthSpans(moment).month)
  const daysSinceLastCall = daysSince(facts.lastCall, moment.now)
  const callsTrend = trendOf(facts.recentCalls, facts.earlierCalls)
  const scores = {
    activity: activityScore(daysSinceLastCall),
    engagement: engagementScore(month.calls),
    coverage: Math.round(coveragePercent(month, 100)),
    growth: growthScore(callsTrend),
  }
  const healthScore = weightedScore(scores)
  const riskLevel = riskLevelOf(healthScore)
  return {
    scores,
    healthScore,
    riskLevel,
    atRisk: facts.status !== null && isActiveStatus(facts.status) && riskLevel !== 'low',
    callsTrend,
    daysSinceLastCall,
  }
}

/** Whether a subscription of this status is paid for. */
export function isActiveStatus(status: string): boolean {
  return status.trim().toLowerCase() === 'active'
}

/** Whole days from an instant to now; null: there is none. */
export function daysSince(instant: number | null, now: number): number | null {
  return instant === null ? null : Math.max(0, Math.floor((now - instant) / DAY_MS))
}
