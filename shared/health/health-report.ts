import { coveragePercent, type CoverageCounts } from '../foundation/rate.ts'
import { dashboardScore, type DashboardScore } from './dashboard-score.ts'
import { healthSpans, sumOf, trendOfWeeks, type TrendWeek } from './month-sums.ts'
import { ownCounts, ownScore, type OwnScore } from './own-score.ts'
import type { HealthMoment, OrganizationFacts } from './organization-facts.ts'

/** One organization of a platform: figures as its dashboard has them (blocked countries counted), and both scores. Rates are 0-100. */
export interface OrganizationHealth
  extends DashboardScore, Omit<OrganizationFacts, 'recentCalls' | 'earlierCalls' | 'days'> {
  readonly visitors: number
  readonly covered: number
  readonly missed: number
  /** 100 where nobody came, as in the dashboard. */
  readonly coverageRate: number
  readonly visitorsThisMonth: number
  readonly coveredThisMonth: number
  readonly coverageRateThisMonth: number
  readonly calls: number
  readonly callsThisMonth: number
  readonly answered: number
  /** Answered calls in percent of covered visitors; 0 where nobody was covered. */
  readonly answerRate: number
  readonly own: OwnScore
  readonly trend: readonly TrendWeek[]
}

export interface HealthTotals {
  readonly organizations: number
  readonly atRisk: number
  readonly critical: number
  /** null: no organization's revenue is known. */
  readonly mrrAtRisk: number | null
  readonly visitors: number
  readonly covered: number
  readonly missed: number
  readonly coverageRate: number
  readonly calls: number
  readonly answered: number
  readonly answerRate: number
}

/** Every organization, those with the lowest score first, and their totals. */
export function healthReport(
  all: readonly OrganizationFacts[],
  moment: HealthMoment,
): { readonly organizations: readonly OrganizationHealth[]; readonly totals: HealthTotals } {
  const platform = platformCoverage(all, moment)
  const organizations = all
    .map((facts) => organizationHealth(facts, moment, platform))
    .toSorted((a, b) => a.healthScore - b.healthScore || a.own.score - b.own.score || compareNames(a, b))
  return { organizations, totals: totalsOf(organizations) }
}

function organizationHealth(
  facts: OrganizationFacts,
  moment: HealthMoment,
  platform: CoverageCounts,
): OrganizationHealth {
  const all = sumOf(facts.days)
  const month = sumOf(facts.days, healthSpans(moment).month)
  const dashboard = dashboardScore(facts, moment)
  const { recentCalls: _recent, earlierCalls: _earlier, days: _days, ...known } = facts
  return {
    ...known,
    visitors: all.visitors,
    covered: all.covered,
    missed: all.visitors - all.covered,
    coverageRate: coveragePercent(all, 100),
    visitorsThisMonth: month.visitors,
    coveredThisMonth: month.covered,
    coverageRateThisMonth: coveragePercent(month, 100),
    calls: all.calls,
    callsThisMonth: month.calls,
    answered: all.answered,
    answerRate: answerRate(all),
    ...dashboard,
    own: ownScore(facts, moment, { platform, dashboard }),
    trend: trendOfWeeks(facts.days, moment),
  }
}

/** Coverage of all organizations together in this and the last month, by their own country rules. */
function platformCoverage(all: readonly OrganizationFacts[], moment: HealthMoment): CoverageCounts {
  const { month, monthBefore } = healthSpans(moment)
  return all
    .map(({ days }) => ownCounts(sumOf(days, { from: monthBefore.from, to: month.to })))
    .reduce((sum, { visitors, covered }) => ({ visitors: sum.visitors + visitors, covered: sum.covered + covered }), {
      visitors: 0,
      covered: 0,
    })
}

function totalsOf(organizations: readonly OrganizationHealth[]): HealthTotals {
  const sum = (of: (one: OrganizationHealth) => number): number =>
    organizations.reduce((total, one) => total + of(one), 0)
  const [visitors, covered, answered] = [
    sum((one) => one.visitors),
    sum((one) => one.covered),
    sum((one) => one.answered),
  ]
  const atRisk = organizations.filter((one) => one.atRisk)
  return {
    organizations: organizations.length,
    atRisk: atRisk.length,
    critical: atRisk.filter(({ riskLevel }) => riskLevel === 'critical').length,
    mrrAtRisk: organizations.every(({ mrr }) => mrr === null)
      ? null
      : atRisk.reduce((total, { mrr }) => total + (mrr ?? 0), 0),
    visitors,
    covered,
    missed: visitors - covered,
    coverageRate: coveragePercent({ visitors, covered }, 100),
    calls: sum((one) => one.calls),
    answered,
    answerRate: answerRate({ answered, covered }),
  }
}

function answerRate({ answered, covered }: { readonly answered: number; readonly covered: number }): number {
  return covered > 0 ? (100 * answered) / covered : 0
}

function compareNames(a: OrganizationHealth, b: OrganizationHealth): number {
  const [one, other] = [a.name ?? a.id, b.name ?? b.id]
  if (one === other) return a.id < b.id ? -1 : 1
  return one < other ? -1 : 1
}
