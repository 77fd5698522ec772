import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyStep,
  checkRules,
  checkWeeks,
  findViolations,
  weekHours,
  type Plan,
  type Rules,
} from '../../../shared/plan/index.ts'
import { agentRulesSchema, planRulesSchema } from '../../../shared/plan/rules/rules-schema.ts'
import { addDays, dayOfWeekOfDay, parseLocalDate } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'
import { minuteByMinute, quarters } from './clock-oracle.ts'
import { countingIds } from './plan-arbitraries.ts'
import { randomEdit } from './random-edits.ts'
import { oracleViolations } from './rules-oracle.ts'
import { oracleOvertime, oracleStaff } from './staff-and-pay-oracle.ts'
import { offGridCases, workRulesCases } from './work-rules-arbitraries.ts'

const told = (violation: {
  readonly agentId: string | null
  readonly kind: string
  readonly by: number
  readonly shiftIds: readonly string[]
}): string => `${violation.agentId} ${violation.kind} ${violation.by} ${violation.shiftIds.toSorted().join()}`

/** The same where a limit such as 7.6 hours is not exact in binary. */
const toThousandths = (violation: Parameters<typeof told>[0]): string =>
  told({ ...violation, by: Math.round(1_000 * violation.by) / 1_000 })

describe('rules on weeks, days, nights, weekends, breaks, minors, time off and notice', () => {
  it('agree with walking the weeks quarter-hour by quarter-hour, over clock changes', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(workRulesCases(), ({ plan, firstDate, rules }) => {
        expect(planRulesSchema.safeParse(rules.plan).success).toBe(true)
        expect(agentRulesSchema.safeParse(rules.agents['ann']).success).toBe(true)
        const violations = findViolations(plan, rules, { firstDate }).filter(({ kind }) => kind !== 'under-staffed')
        for (const { kind } of violations) kinds.add(kind)
        // Of somebody who is gone the one thing that is wrong is that they are planned.
        const expected = oracleViolations(plan, { ...rules, inactive: {} }, firstDate)
        const ofActive = (one: { readonly agentId: string | null }): boolean =>
          rules.inactive === undefined || one.agentId !== 'bob'
        expect(violations.filter(ofActive).map(told).sort()).toEqual(expected.filter(ofActive).map(told).sort())
      }),
      tries(90, 71),
    )
    for (const kind of [
      'time-off',
      'minor-times',
      'minor-day',
      'minor-week',
      'short-weekly-rest',
      'high-average',
      'long-night',
      'high-night-average',
      'too-many-weekends',
      'too-many-hours-a-day',
      'long-day',
      'missing-break',
      'late-break',
      'work-without-break',
      'short-notice',
    ])
      expect(kinds).toContain(kind)
  })

  it('agree with walking the weeks minute by minute where rules are not on the quarter-hour', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(offGridCases(), ({ plan, firstDate, rules }) => {
        const { violations, gaps } = checkRules(plan, { rules, firstDate })
        for (const { kind } of violations) kinds.add(kind)
        const ofActive = (one: { readonly agentId: string | null; readonly kind: string }): boolean =>
          one.kind !== 'under-staffed' && (rules.inactive === undefined || one.agentId !== 'bob')
        const [expected, staff] = minuteByMinute(() => [
          oracleViolations(plan, { ...rules, inactive: {} }, firstDate),
          oracleStaff(plan, rules, firstDate),
        ])
        expect(violations.filter(ofActive).map(toThousandths).sort()).toEqual(
          expected.filter(ofActive).map(toThousandths).sort(),
        )
        const counted = gaps.flatMap(({ poolId, start, end, people, needed }) =>
          minuteByMinute(() => quarters(start, end)).map((minute) => `${poolId} ${minute} ${people} of ${needed}`),
        )
        expect(counted.sort()).toEqual([...staff].sort())
      }),
      tries(20, 75),
    )
    for (const kind of ['time-off', 'unavailable', 'under-staffed', 'long-night', 'minor-times', 'short-notice'])
      expect(kinds).toContain(kind)
  })

  it('on minimum staff agree with counting people quarter-hour by quarter-hour', () => {
    let found = 0
    fc.assert(
      fc.property(workRulesCases(), ({ plan, firstDate, rules }) => {
        const { gaps } = checkRules(plan, { rules, firstDate })
        const counted = gaps.flatMap(({ poolId, start, end, people, needed }) =>
          quarters(start, end).map((quarter) => `${poolId} ${quarter} ${people} of ${needed}`),
        )
        found += counted.length
        expect(counted.sort()).toEqual([...oracleStaff(plan, rules, firstDate)].sort())
      }),
      tries(25, 72),
    )
    expect(found).toBeGreaterThan(0)
  })

  it('pay overtime as counting quarter-hour by quarter-hour does', () => {
    const overtime = fc.uniqueArray(
      fc.record({
        basis: fc.constantFrom('day' as const, 'week' as const, 'seventh-day' as const),
        afterHours: fc.constantFrom(0, 4, 8, 12, 20),
        rate: fc.constantFrom(1, 1.25, 1.5, 2),
      }),
      { maxLength: 5, selector: ({ basis, afterHours }) => `${basis} ${afterHours}` },
    )
    let some = 0
    fc.assert(
      fc.property(workRulesCases(), overtime, fc.boolean(), ({ plan, firstDate, rules }, rates, everyDay) => {
        const all = everyDay
          ? {
              ...plan,
              shifts: plan.shifts.map((shift, index) => ({
                ...shift,
                agentId: 'ann',
                day: withinWeek(plan, firstDate, index),
              })),
            }
          : plan
        const own: Rules = { ...rules, plan: { ...rules.plan, overtime: rates, hourlyCost: 60 } }
        const [over, weighted] = oracleOvertime('ann', { plan: all, rules: own, firstDate })
        const hours = weekHours(all, { rules: own, firstDate }).byAgent.get('ann')
        some += over
        expect(hours?.overtimeMinutes ?? 0).toBe(over)
        expect(hours?.cost ?? 0).toBeCloseTo(weighted, 6)
      }),
      tries(50, 73),
    )
    expect(some).toBeGreaterThan(0)
  })

  it('checked week by week, and again after edits, say what each week says alone', () => {
    fc.assert(
      fc.property(workRulesCases(), fc.array(randomEdit(), { maxLength: 5 }), fc.boolean(), (drawn, edits, isOfAll) => {
        const { plan, firstDate } = drawn
        const agents = { ...drawn.rules.agents, ...(isOfAll ? everybody : {}) }
        const rules = { ...drawn.rules, agents }
        const newId = countingIds()
        let now = plan
        let reports = checkWeeks(now, { rules, firstDate, weeks: 5 })
        for (const edit of edits) {
          const step = edit(now, newId)
          if (!step) continue
          now = applyStep(now, step)
          reports = checkWeeks(now, { rules, firstDate, weeks: 5, previous: reports })
          for (const [week, { violations, gaps }] of reports.entries()) {
            const alone = checkRules(now, { rules, firstDate: addDays(firstDate, 7 * week) })
            expect(violations).toEqual(alone.violations)
            expect(gaps).toEqual(alone.gaps)
          }
        }
      }),
      tries(20, 74),
    )
  })
})

/** Whose shifts edits are about: where all are of the rules, only what changed is looked at. */
const everybody: Rules['agents'] = { bob: {}, cleo: {} }

function withinWeek({ kind }: Plan, firstDate: string, index: number): number {
  const day = parseLocalDate(firstDate) + (index % 7)
  return kind === 'weekly' ? dayOfWeekOfDay(day) : day
}
