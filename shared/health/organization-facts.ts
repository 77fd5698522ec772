/** Sums of one local day, or of a whole month where `day` is the first of a month that is kept as one. */
export interface HealthDay {
  /** Day number: days since 1970-01-01 on the calendar of the platform's zone. */
  readonly day: number
  /** Every visit, blocked countries among them. */
  readonly visitors: number
  readonly covered: number
  /** Of them, those that the organization's own country rule counts. */
  readonly ownVisitors: number
  readonly ownCovered: number
  readonly calls: number
  /** Calls that were accepted or completed. */
  readonly answered: number
}

/** What is known of one organization as of the last count. */
export interface OrganizationFacts {
  readonly id: string
  /** null: the source has no names. */
  readonly name: string | null
  readonly plan: string | null
  /** As the source writes it; null: it does not say. */
  readonly status: string | null
  /** Monthly revenue, in the platform's currency; null: it is not known. */
  readonly mrr: number | null
  /** Agents who are not deactivated; null: the source has no table of them. */
  readonly activeAgents: number | null
  /** Instant of the last call, epoch milliseconds; null: none. */
  readonly lastCall: number | null
  /** Calls of the 14 days before `now`, and of the 14 before those. */
  readonly recentCalls: number
  readonly earlierCalls: number
  /** In order. */
  readonly days: readonly HealthDay[]
}

/** Figures' present: when the source was last asked, and in which zone days and months are counted. */
export interface HealthMoment {
  /** Epoch milliseconds. */
  readonly now: number
  /** IANA zone. */
  readonly timeZone: string
}

export type RiskLevel = 'low' | 'medium' | 'high' | 'critical'
export type CallsTrend = 'increasing' | 'stable' | 'declining'

/** The parts of a score, each 0-100. */
export interface ScoreParts {
  readonly activity: number
  readonly engagement: number
  readonly coverage: number
  readonly growth: number
}

const WEIGHTS: ScoreParts = { activity: 0.35, engagement: 0.2, coverage: 0.25, growth: 0.2 }
const GROWTH_SCORES: Readonly<Record<CallsTrend, number>> = { increasing: 100, stable: 70, declining: 30 }

/** The weighted sum of a score's parts, 0-100, rounded. */
export function weightedScore(parts: ScoreParts): number {
  // Tenths of whole numbers add up a hair below a half: cut what no weight can mean.
  const sum =
    parts.activity * WEIGHTS.activity +
    parts.engagement * WEIGHTS.engagement +
    parts.coverage * WEIGHTS.coverage +
    parts.growth * WEIGHTS.growth
  return Math.round(Number(sum.toFixed(6)))
}

/** The worst first. */
export const RISKS = ['critical', 'high', 'medium', 'low'] as const satisfies readonly RiskLevel[]

/** From which score on a class is one's own. */
export const LEAST_SCORES: Readonly<Record<RiskLevel, number>> = { critical: 0, high: 40, medium: 60, low: 80 }

/** The class of a score. */
export function riskLevelOf(score: number): RiskLevel {
  return RISKS.findLast((level) => score >= LEAST_SCORES[level]) ?? 'critical'
}

/** Whole days since the last call, by days since; null: there never was one. */
export function activityScore(daysSince: number | null): number {
  if (daysSince === null) return 20
  const step = [
    [1, 100],
    [3, 90],
    [7, 70],
    [14, 50],
    [30, 30],
  ].find(([most]) => daysSince <= most!)
  return step?.[1] ?? 10
}

/** Of the calls of a month. */
export function engagementScore(calls: number): number {
  const step = [
    [20, 100],
    [10, 80],
    [5, 60],
    [1, 40],
  ].find(([least]) => calls >= least!)
  return step?.[1] ?? 20
}

export function growthScore(trend: CallsTrend): number {
  return GROWTH_SCORES[trend]
}

/** More than a fifth more or less is a trend; from none to some is more. */
export function trendOf(recent: number, earlier: number): CallsTrend {
  if (earlier === 0) return recent > 0 ? 'increasing' : 'stable'
  const change = (recent - earlier) / earlier
  if (change > 0.2) return 'increasing'
  return change < -0.2 ? 'declining' : 'stable'
}
