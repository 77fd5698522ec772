import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dashboardScore } from '../../../shared/health/dashboard-score.ts'
import { healthSpans, sumOf, trendOfWeeks } from '../../../shared/health/month-sums.ts'
import {
  riskLevelOf,
  trendOf,
  weightedScore,
  type HealthDay,
  type OrganizationFacts,
} from '../../../shared/health/organization-facts.ts'
import { ownScore } from '../../../shared/health/own-score.ts'
import { formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { some } from '../../support/deep.ts'

const MOMENT = { now: Date.parse('2026-03-31T18:00:00Z'), timeZone: 'America/New_York' }
const PLATFORM = { visitors: 1000, covered: 800 }
const TODAY = parseLocalDate('2026-03-31')

function day(date: string, fields: Partial<HealthDay> = {}): HealthDay {
  const zero = { visitors: 0, covered: 0, ownVisitors: 0, ownCovered: 0, calls: 0, answered: 0 }
  return { ...zero, day: parseLocalDate(date), ...fields }
}

function organization(fields: Partial<OrganizationFacts> = {}): OrganizationFacts {
  return {
    id: 'one',
    name: 'One',
    plan: null,
    status: 'active',
    mrr: null,
    activeAgents: 1,
    lastCall: MOMENT.now - 3_600_000,
    recentCalls: 0,
    earlierCalls: 0,
    days: [],
    ...fields,
  }
}

const own = (facts: OrganizationFacts) =>
  ownScore(facts, MOMENT, { platform: PLATFORM, dashboard: dashboardScore(facts, MOMENT) })

describe('spans of a month', () => {
  it('compare with the same days of the month before, or with all of a shorter one', () => {
    const { month, monthBefore, last30 } = healthSpans(MOMENT)
    expect([month, monthBefore, last30].map(({ from, to }) => [formatLocalDate(from), formatLocalDate(to)])).toEqual([
      ['2026-03-01', '2026-03-31'],
      ['2026-02-01', '2026-02-28'],
      ['2026-03-02', '2026-03-31'],
    ])
  })

  it('begin with the local day, not with that of UTC', () => {
    const lastOfMarch = healthSpans({ ...MOMENT, now: Date.parse('2026-04-01T03:00:00Z') })
    expect(formatLocalDate(lastOfMarch.month.from)).toBe('2026-03-01')
    expect(formatLocalDate(healthSpans(MOMENT).firstDaily)).toBe('2025-12-01')
  })

  it('have weeks that end today, and none that reach before the daily sums', () => {
    const weeks = trendOfWeeks([day('2026-03-31', { ownVisitors: 4, ownCovered: 1 })], MOMENT)
    expect(weeks).toHaveLength(12)
    expect(weeks.at(-1)).toEqual({ from: '2026-03-25', visitors: 4, covered: 1 })
    expect(trendOfWeeks([], { ...MOMENT, now: Date.parse('2026-03-01T18:00:00Z') })[0]!.from >= '2025-12-01').toBe(true)
  })
})

describe('our score', () => {
  it('does not take the first visitor of a month for its coverage', () => {
    const before = day('2026-02-10', { visitors: 100, covered: 90, ownVisitors: 100, ownCovered: 90 })
    const first = day('2026-03-31', { visitors: 1, ownVisitors: 1 })
    const facts = organization({ days: [before, first] })
    expect(dashboardScore(facts, MOMENT).scores.coverage).toBe(0)
    expect(own(facts).scores.coverage).toBe(84)
    expect(own(facts).differences).toContain('few-visitors')
  })

  it.each([
    { what: 'nobody ever came', days: [] },
    { what: 'one was missed last month', days: [day('2026-02-10', { visitors: 1, ownVisitors: 1 })] },
    {
      what: 'one was covered last month',
      days: [day('2026-02-10', { visitors: 1, covered: 1, ownVisitors: 1, ownCovered: 1 })],
    },
  ])('is not sure of coverage where $what', ({ days }) => {
    const { lower80, upper80, scores } = own(organization({ days }))
    expect(upper80 - lower80).toBeGreaterThanOrEqual(15)
    expect(scores.coverage).toBeGreaterThan(70)
    expect(scores.coverage).toBeLessThan(90)
  })

  it('leaves out visitors of blocked countries, and says so', () => {
    const facts = organization({
      days: [day('2026-03-10', { visitors: 900, covered: 300, ownVisitors: 400, ownCovered: 300 })],
    })
    const { visitors, coverageRate, blockedVisitors, differences } = own(facts)
    expect({ visitors, coverageRate, blockedVisitors }).toEqual({
      visitors: 400,
      coverageRate: 75,
      blockedVisitors: 500,
    })
    expect(differences).toContain('blocked-countries')
  })

  it('takes the calls of 30 days at the beginning of a month', () => {
    const now = Date.parse('2026-04-02T18:00:00Z')
    const facts = organization({ days: [day('2026-03-20', { calls: 40 })] })
    const dashboard = dashboardScore(facts, { ...MOMENT, now })
    const score = ownScore(facts, { ...MOMENT, now }, { platform: PLATFORM, dashboard })
    expect([dashboard.scores.engagement, score.scores.engagement]).toEqual([20, 100])
    expect(score.differences).toContain('young-month')
  })

  it.each([
    { recent: 3, earlier: 2, dashboard: 'increasing', ours: 'stable' },
    { recent: 300, earlier: 200, dashboard: 'increasing', ours: 'increasing' },
    { recent: 1, earlier: 0, dashboard: 'increasing', ours: 'stable' },
    { recent: 20, earlier: 60, dashboard: 'declining', ours: 'declining' },
  ])('sees a trend from $earlier to $recent calls only beyond chance', ({ recent, earlier, dashboard, ours }) => {
    const facts = organization({ recentCalls: recent, earlierCalls: earlier })
    expect([trendOf(recent, earlier), own(facts).callsTrend]).toEqual([dashboard, ours])
  })

  it('lies in its range, within 0 and 100, and is surer with more visitors of the same coverage', () => {
    const count = fc.integer({ min: 0, max: 5_000 })
    fc.assert(
      fc.property(
        fc.record({
          visitors: count,
          rate: fc.double({ min: 0, max: 1, noNaN: true }),
          recent: count,
          earlier: count,
        }),
        ({ visitors, rate, recent, earlier }) => {
          const covered = Math.round(visitors * rate)
          const of = (factor: number) =>
            own(
              organization({
                recentCalls: recent,
                earlierCalls: earlier,
                days: [
                  day('2026-03-15', {
                    visitors: visitors * factor,
                    covered: covered * factor,
                    ownVisitors: visitors * factor,
                    ownCovered: covered * factor,
                  }),
                ],
              }),
            )
          const one = of(1)
          expect(one.lower80).toBeLessThanOrEqual(one.score)
          expect(one.upper80).toBeGreaterThanOrEqual(one.score)
          expect(one.lower80).toBeGreaterThanOrEqual(0)
          expect(one.upper80).toBeLessThanOrEqual(100)
          const many = of(100)
          expect(many.upper80 - many.lower80).toBeLessThanOrEqual(one.upper80 - one.lower80 + 1)
          expect(one.sureness === 'high').toBe(riskLevelOf(one.lower80) === riskLevelOf(one.upper80))
        },
      ),
      { numRuns: some(200, 4_000) },
    )
  })
})

describe('the dashboard’s score', () => {
  it('is exact where weights meet a half', () => {
    expect(weightedScore({ activity: 70, engagement: 80, coverage: 50, growth: 70 })).toBe(67)
    expect(weightedScore({ activity: 10, engagement: 20, coverage: 0, growth: 30 })).toBe(14)
  })

  it('counts a month that has no visitor as covered, and one who never called as 20', () => {
    const { scores, healthScore, riskLevel, atRisk, daysSinceLastCall } = dashboardScore(
      organization({ lastCall: null }),
      MOMENT,
    )
    expect(scores).toEqual({ activity: 20, engagement: 20, coverage: 100, growth: 70 })
    expect({ healthScore, riskLevel, atRisk, daysSinceLastCall }).toEqual({
      healthScore: 50,
      riskLevel: 'high',
      atRisk: true,
      daysSinceLastCall: null,
    })
  })

  it('adds the days of all spans up', () => {
    const days = [day('2026-01-01', { calls: 2 }), day('2026-03-31', { calls: 3 })]
    expect(sumOf(days).calls).toBe(5)
    expect(sumOf(days, { from: TODAY, to: TODAY }).calls).toBe(3)
  })
})
