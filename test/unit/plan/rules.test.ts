import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addShifts,
  applyStep,
  checkRules,
  emptyPlan,
  findViolations,
  moveShifts,
  NO_PLAN_RULES,
  NO_RULES,
  violationsByShift,
  type AgentRules,
  type Plan,
  type PlanKind,
  type Rules,
  type ShiftDraft,
  type Violation,
  type WorkLimits,
} from '../../../shared/plan/index.ts'
import type { RuleReport } from '../../../shared/plan/rules/check-rules.ts'
import { addDays, parseLocalDate } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'
import { countingIds, planOfWeek, type PlanOfWeek } from './plan-arbitraries.ts'
import { randomEdit } from './random-edits.ts'
import { oracleViolations } from './rules-oracle.ts'
import { textOf } from './violation-texts.ts'

const MONDAY = '2026-06-01'

interface Sketch {
  readonly day: number
  readonly from: number
  readonly to: number
  readonly agentId?: string | null
  readonly pause?: readonly [number, number]
}

function planOf(
  sketches: readonly Sketch[],
  { kind = 'weekly', timeZone = 'America/New_York' }: { readonly kind?: PlanKind; readonly timeZone?: string } = {},
): Plan {
  const empty = emptyPlan({ name: 'Plan', timeZone, poolId: 'sales', kind })
  const drafts = sketches.map(({ day, from, to, agentId = 'ann', pause }): ShiftDraft => ({
    agentId,
    day: kind === 'dated' ? parseLocalDate(MONDAY) + day : day,
    startMinute: from * 60,
    endMinute: to * 60,
    ...(pause && { breaks: [{ startMinute: pause[0] * 60, endMinute: pause[1] * 60 }] }),
  }))
  return applyStep(empty, addShifts(empty, drafts, countingIds('s'))!)
}

const withLimits = (limits: WorkLimits): Rules => ({ ...NO_RULES, plan: { ...NO_PLAN_RULES, limits } })
const forAnn = (ann: AgentRules): Rules => ({ ...NO_RULES, agents: { ann } })
const described = (violations: readonly Violation[], plan: Plan): readonly string[] =>
  violations.map(
    (violation) => `${violation.kind} ${violation.shiftIds.join('+')} ${violation.by}: ${textOf(violation, plan)}`,
  )
const check = (plan: Plan, rules: Rules, firstDate = MONDAY): readonly string[] =>
  described(findViolations(plan, rules, { firstDate }), plan)

describe('rules', () => {
  it('find shifts of a deactivated agent, and ask nothing else of one who is gone when the week begins', () => {
    const week = planOf([
      { day: 1, from: 9, to: 13 },
      { day: 3, from: 9, to: 13 },
      { day: 3, from: 9, to: 13, agentId: 'bob' },
    ])
    const rules = (date: string): Rules => ({
      ...withLimits({ minHoursPerWeek: 40 }),
      agents: { ann: {} },
      inactive: { ann: Date.parse(`${date}T12:00:00-04:00`) },
    })
    const ofAnn = (date: string) =>
      described(
        findViolations(week, rules(date), { firstDate: MONDAY }).filter(({ agentId }) => agentId === 'ann'),
        week,
      )
    expect(ofAnn('2026-05-01')).toEqual([
      'deactivated s-1+s-2 480: Deactivated in the data source: 2 shifts have no agent from then on',
    ])
    expect(ofAnn('2026-06-03')).toEqual([
      'deactivated s-2 60: Deactivated in the data source: 1 shift has no agent from then on',
    ])
    expect(ofAnn('2026-06-09')).toEqual(['too-few-hours  1920: 8 h of work in the week, 32 h under the 40 h agreed'])
    expect(
      check(emptyPlan({ name: 'Plan', timeZone: 'UTC', poolId: null, kind: 'weekly' }), rules('2026-05-01')),
    ).toEqual([])
  })

  it('find somebody who is booked twice, also over the end of the week', () => {
    expect(
      check(
        planOf([
          { day: 1, from: 9, to: 13 },
          { day: 1, from: 12, to: 17 },
        ]),
        NO_RULES,
      ),
    ).toEqual(['double-booked s-1+s-2 60: Overlapping shifts on Mon (1 h)'])
    expect(
      check(
        planOf([
          { day: 0, from: 22, to: 30 },
          { day: 1, from: 5, to: 9 },
        ]),
        NO_RULES,
      ),
    ).toEqual(['double-booked s-1+s-2 60: Overlapping shifts on Mon (1 h)'])
    expect(
      check(
        planOf([
          { day: 1, from: 9, to: 13 },
          { day: 1, from: 9, to: 13, agentId: 'bob' },
          { day: 1, from: 9, to: 13, agentId: null },
          { day: 1, from: 9, to: 13, agentId: null },
        ]),
        NO_RULES,
      ),
    ).toEqual([])
  })

  it('want a rest between shifts, over the end of the week as well, and by the real clock', () => {
    const rules = withLimits({ minRestHours: 11 })
    expect(
      check(
        planOf([
          { day: 0, from: 14, to: 22 },
          { day: 1, from: 6, to: 14 },
        ]),
        rules,
      ),
    ).toEqual(['short-rest s-1+s-2 180: 8 h of rest between Sun and Mon, 3 h less than the 11 h required'])
    const overTheChange = planOf([
      { day: 6, from: 12, to: 20 },
      { day: 0, from: 7, to: 12 },
    ])
    expect(check(overTheChange, rules)).toEqual([])
    expect(check(overTheChange, rules, '2026-03-02')).toEqual([
      'short-rest s-1+s-2 60: 10 h of rest between Sat and Sun, 1 h less than the 11 h required',
    ])
  })

  it('take shifts that touch as work in one go', () => {
    const plan = planOf([
      { day: 1, from: 8, to: 12 },
      { day: 1, from: 12, to: 20 },
    ])
    expect(check(plan, withLimits({ minRestHours: 11, minShiftHours: 5 }))).toEqual([])
    expect(check(plan, withLimits({ maxShiftHours: 10 }))).toEqual([
      'long-shift s-1+s-2 120: Mon: shift of 12 h, 2 h longer than allowed',
    ])
  })

  it('count worked hours, without breaks, of those who work too much and too little', () => {
    const plan = planOf([1, 2, 3].map((day) => ({ day, from: 9, to: 17, pause: [12, 12.5] as const })))
    expect(check(plan, withLimits({ maxHoursPerWeek: 22 }))).toEqual([
      'too-many-hours s-1+s-2+s-3 30: 22 h 30 min of work in the week, 30 min over the 22 h allowed',
    ])
    expect(
      check(plan, { ...NO_RULES, agents: { bob: { minHoursPerWeek: 8 }, ann: { minHoursPerWeek: 22.5 } } }),
    ).toEqual(['too-few-hours  480: 0 min of work in the week, 8 h under the 8 h agreed'])
  })

  it('see days in a row over the end of the week, and where there is no end', () => {
    const rules = withLimits({ maxConsecutiveDays: 3 })
    expect(check(planOf([5, 6, 0, 1].map((day) => ({ day, from: 9, to: 17 }))), rules)).toEqual([
      'too-many-days s-1+s-2+s-3+s-4 1: 4 consecutive days, 1 more than allowed',
    ])
    expect(
      check(
        planOf([0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from: 9, to: 17 }))),
        withLimits({ maxConsecutiveDays: 10 }),
      ),
    ).toEqual(['too-many-days s-1+s-2+s-3+s-4+s-5+s-6+s-7 1: 7 consecutive days, every week'])
    expect(
      check(
        planOf(
          [-3, -2, -1, 0, 1].map((day) => ({ day, from: 9, to: 17 })),
          { kind: 'dated' },
        ),
        rules,
      ),
    ).toEqual(['too-many-days s-1+s-2+s-3+s-4+s-5 2: 5 consecutive days, 2 more than allowed'])
  })

  it('know when somebody is available, by the clock where they live, and their days off', () => {
    const plan = planOf([{ day: 0, from: 9, to: 17 }], { kind: 'dated' })
    const nineToFive = [{ dayOfWeek: 1, startMinute: 9 * 60, endMinute: 17 * 60 }]
    expect(check(plan, forAnn({ availability: nineToFive }))).toEqual([])
    expect(check(plan, forAnn({ availability: nineToFive, timeZone: 'America/Chicago' }))).toEqual([
      'unavailable s-1 60: Mon 1 Jun: not available for 1 h of the shift',
    ])
    expect(check(plan, forAnn({ availability: [] }))).toEqual([
      'unavailable s-1 480: Mon 1 Jun: not available for 8 h of the shift',
    ])
    expect(check(plan, forAnn({ daysOff: [MONDAY, '2030-01-01'] }))).toEqual([
      'day-off s-1 480: Mon 1 Jun: 8 h of the shift on a day off',
    ])
  })

  it('know which pools somebody serves', () => {
    const plan = planOf([{ day: 1, from: 9, to: 17 }])
    expect(check(plan, forAnn({ pools: ['help'] }))).toEqual(['wrong-pool s-1 1: Does not serve the pool of this plan'])
    expect(check(plan, forAnn({ pools: ['help', 'sales'] }))).toEqual([])
    expect(check({ ...plan, poolId: null }, forAnn({ pools: ['help'] }))).toEqual([])
  })

  it('hold on length and breaks for open shifts too', () => {
    const rules: Rules = {
      ...NO_RULES,
      plan: {
        limits: { maxShiftHours: 6, minShiftHours: 4, maxHoursPerWeek: 1 },
        owedBreak: { afterHours: 5, minutes: 30 },
        hourlyCost: null,
      },
    }
    const plan = planOf([
      { day: 1, from: 9, to: 17, pause: [12, 12.25], agentId: null },
      { day: 1, from: 10, to: 12, agentId: null },
    ])
    expect(check(plan, rules)).toEqual([
      'long-shift s-1 120: Mon: shift of 8 h, 2 h longer than allowed',
      'short-shift s-2 120: Mon: shift of 2 h, 2 h shorter than agreed',
      'missing-break s-1 15: Mon: 15 min of breaks, 30 min required (shift over 5 h)',
    ])
  })

  it('of an agent come before those of the plan, and null takes one away', () => {
    const plan = planOf([{ day: 1, from: 9, to: 17 }])
    expect(
      check(plan, {
        plan: { ...NO_PLAN_RULES, limits: { maxShiftHours: 6 } },
        agents: { ann: { maxShiftHours: 7 } },
      })[0],
    ).toContain('long-shift s-1 60')
    expect(
      check(plan, {
        plan: { ...NO_PLAN_RULES, limits: { maxShiftHours: 6 } },
        agents: { ann: { maxShiftHours: null } },
      }),
    ).toEqual([])
  })

  it('are listed by shift', () => {
    const plan = planOf([
      { day: 1, from: 9, to: 13 },
      { day: 1, from: 12, to: 17 },
    ])
    const byShift = violationsByShift(
      findViolations(plan, withLimits({ minShiftHours: 9, maxHoursPerWeek: 7 }), { firstDate: MONDAY }),
    )
    expect([...byShift].map(([id, violations]) => [id, violations.map(({ kind }) => kind)])).toEqual([
      ['s-1', ['double-booked', 'too-many-hours', 'short-shift']],
      ['s-2', ['double-booked', 'too-many-hours', 'short-shift']],
    ])
  })
})

const limits: fc.Arbitrary<WorkLimits> = fc.record(
  {
    maxHoursPerWeek: fc.constantFrom(null, 8, 20, 22.5),
    minHoursPerWeek: fc.constantFrom(null, 4, 30),
    maxShiftHours: fc.constantFrom(null, 6, 9.5),
    minShiftHours: fc.constantFrom(null, 2, 4),
    minRestHours: fc.constantFrom(null, 8, 11, 36, 72),
    maxConsecutiveDays: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: [] },
)

function agentRules(firstDate: string): fc.Arbitrary<AgentRules> {
  return fc
    .record({
      limits,
      availability: fc.option(
        fc.array(
          fc.record({
            dayOfWeek: fc.integer({ min: 0, max: 6 }),
            start: fc.nat(95),
            length: fc.integer({ min: 1, max: 96 }),
          }),
          { maxLength: 6 },
        ),
      ),
      daysOff: fc.array(
        fc.integer({ min: -2, max: 8 }).map((day) => addDays(firstDate, day)),
        { maxLength: 2 },
      ),
      pools: fc.constantFrom(null, ['sales'], ['help']),
      timeZone: fc.constantFrom(null, 'Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe'),
    })
    .map(({ limits: own, availability, ...rest }) => ({
      ...own,
      ...rest,
      availability:
        availability &&
        availability.map(({ dayOfWeek, start, length }) => ({
          dayOfWeek,
          startMinute: start * 15,
          endMinute: (start + length) * 15,
        })),
    }))
}

/** A plan with rules for some of its agents, and for one who has no shift. */
function planWithRules(): fc.Arbitrary<PlanOfWeek & { readonly rules: Rules }> {
  return planOfWeek({ maxShifts: 14 }).chain(({ plan, firstDate }) =>
    fc
      .record({
        plan: fc.record({
          limits,
          owedBreak: fc.option(fc.record({ afterHours: fc.constantFrom(4, 6), minutes: fc.constantFrom(30, 45) })),
          hourlyCost: fc.constant(null),
        }),
        agents: fc.record({ ann: agentRules(firstDate), dee: agentRules(firstDate) }, { requiredKeys: [] }),
        poolId: fc.constantFrom(null, 'sales'),
      })
      .map(({ poolId, ...rules }) => ({ plan: { ...plan, poolId }, firstDate, rules: rules as Rules })),
  )
}

describe('checking rules', () => {
  it('agrees with walking the week quarter-hour by quarter-hour', () => {
    const told = (violation: {
      readonly agentId: string | null
      readonly kind: string
      readonly by: number
      readonly shiftIds: readonly string[]
    }): string => `${violation.agentId} ${violation.kind} ${violation.by} ${violation.shiftIds.toSorted().join()}`
    const kinds = new Set<string>()
    fc.assert(
      fc.property(planWithRules(), ({ plan, firstDate, rules }) => {
        const violations = findViolations(plan, rules, { firstDate })
        for (const { kind } of violations) kinds.add(kind)
        expect(violations.map(told).sort()).toEqual(oracleViolations(plan, rules, firstDate).map(told).sort())
      }),
      tries(80, 61),
    )
    expect(kinds.size).toBe(11)
  })

  it('again after edits, with the last report at hand, says the same as from the start', () => {
    fc.assert(
      fc.property(planWithRules(), fc.array(randomEdit(), { maxLength: 8 }), ({ plan, firstDate, rules }, edits) => {
        const newId = countingIds()
        let now = plan
        let report = checkRules(now, { rules, firstDate })
        for (const edit of edits) {
          const step = edit(now, newId)
          if (!step) continue
          now = applyStep(now, step)
          report = checkRules(now, { rules, firstDate, previous: report })
          expect(report.violations).toEqual(findViolations(now, rules, { firstDate }))
        }
      }),
      tries(40, 62),
    )
  })

  it('looks again only at agents whose shifts were changed', () => {
    const plan = planOf([
      { day: 1, from: 9, to: 17 },
      { day: 1, from: 9, to: 17, agentId: 'bob' },
    ])
    const rules = withLimits({ maxShiftHours: 6 })
    const before = checkRules(plan, { rules, firstDate: MONDAY })
    const after = checkRules(applyStep(plan, moveShifts(plan, { ids: ['s-1'], days: 1 }, countingIds())!), {
      rules,
      firstDate: MONDAY,
      previous: before,
    })
    const of = (report: RuleReport, id: string) => report.reports.find(({ agentId }) => agentId === id)
    expect(of(after, 'bob')).toBe(of(before, 'bob'))
    expect(of(after, 'ann')).not.toBe(of(before, 'ann'))
  })
})
