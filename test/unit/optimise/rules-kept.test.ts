import { describe, expect, it } from 'vitest'
import { newlyBroken } from '../../../shared/optimise/broken-rules.ts'
import { mustGive } from '../../../shared/optimise/must-give.ts'
import type { SuggestOptions, SuggestProblem } from '../../../shared/optimise/problem.ts'
import { suggestedPlan } from '../../../shared/optimise/suggested-plan.ts'
import { createSuggestion } from '../../../shared/optimise/suggestion.ts'
import { findViolations } from '../../../shared/plan/rules/check-rules.ts'
import { applyPack, RULE_PACKS } from '../../../shared/plan/rules/packs/packs.ts'
import { NO_PLAN_RULES, type PlanRules } from '../../../shared/plan/rules/rules.ts'
import { drawnProblem, OPTIONS } from './drawn-problems.ts'

const QUICK = { neighbourhoods: 2, boundSteps: 0 }

function problemWith(rules: Partial<PlanRules>, options: Partial<SuggestOptions>): SuggestProblem {
  const drawn = drawnProblem(2, { agents: 3 }, { addHours: 40, limits: QUICK, ...options })
  return { ...drawn, options: { ...drawn.options, rules: { plan: { ...NO_PLAN_RULES, ...rules }, agents: {} } } }
}

function solved(problem: SuggestProblem) {
  const suggestion = createSuggestion(problem)
  const before = suggestion.best().covered
  while (!suggestion.step().isDone);
  const { picks, covered } = suggestion.best()
  const violations = (plan: SuggestProblem['plan']) =>
    findViolations(plan, problem.options.rules, { firstDate: problem.inputs.firstDate })
  const plan = picks === null ? null : suggestedPlan(problem.plan, suggestion, picks)
  return { suggestion, before, covered, plan, was: violations(problem.plan), is: plan && violations(plan) }
}

const RULES: Readonly<Record<string, Partial<PlanRules>>> = {
  'a weekly rest': { limits: { minWeeklyRestHours: 48 } },
  'hours a day': { limits: { maxHoursPerDay: 7 } },
  'a longest day': { limits: { maxDaySpanHours: 8 } },
  'free weekends': { limits: { maxWeekendsInRow: 1 } },
  'average hours': { limits: { averageHours: { hours: 30, weeks: 12 } } },
  'several required breaks': {
    owedBreak: { afterHours: 6, minutes: 30 },
    moreOwedBreaks: [{ afterHours: 7, minutes: 45 }],
  },
  'a break required by the hours worked': { owedBreak: { afterHours: 6, minutes: 30, counts: 'worked' } },
  'a break by an hour': { breaksByHour: [{ afterHours: 4, minutes: 30, byHour: 4 }] },
  'hours without a break': { unbrokenWork: { hours: 3, breakMinutes: 30 } },
}

describe('a suggestion that keeps every rule', () => {
  it.each(Object.entries(RULES))('finds a schedule with %s', (_, rules) => {
    const { plan, is } = solved(problemWith(rules, { keepsEveryRule: true }))
    expect(plan).not.toBeNull()
    expect(is).toEqual([])
  })

  it('names a rule of any kind that leaves somebody no week, and hours only where they are too few', () => {
    const giving = (rules: Partial<PlanRules>, options: Partial<SuggestOptions> = {}) => {
      const problem = problemWith(rules, { keepsEveryRule: true, moves: 'starts', ...options })
      return [...new Set(mustGive(problem, solved(problem).suggestion).map(({ rule }) => rule))]
    }
    // With lengths as they are no break can be early enough, and no longer one can be drawn.
    expect(giving({ breaksByHour: [{ afterHours: 3, minutes: 60, byHour: 3 }] })).toEqual(['moves'])
    expect(giving({ limits: { maxHoursPerDay: 1 } }, { moves: 'all' })).toEqual([])
    expect(giving({ limits: { maxHoursPerDay: 1, minHoursPerWeek: 10 } }, { moves: 'all' })).not.toContain('hours')
    expect(giving({ limits: { minHoursPerWeek: 38 } }, { moves: 'all', addHours: 0, hoursBudget: 60 })).toEqual([
      'hours',
    ])
  })
})

describe('a suggestion under the rules of a law', () => {
  const LAWS = RULE_PACKS.filter(({ appliesTo }) => appliesTo === 'plan')
  const shifts = [0, 1, 2].flatMap((agent) =>
    [1, 2, 3, 4, 5].map((day) => ({
      id: `${agent}-${day}`,
      agentId: `agent-${agent}`,
      day,
      startMinute: 540,
      endMinute: 1050,
      breaks: [{ startMinute: 720, endMinute: 750 }],
      note: '',
    })),
  )

  it.each(LAWS)('gains much of what it gains without, and breaks nothing: $id', (pack) => {
    const under = (rules: PlanRules) => {
      const drawn = problemWith(rules, { moves: 'starts', addHours: 0 })
      return solved({ ...drawn, plan: { ...drawn.plan, shifts } })
    }
    const free = under(OPTIONS.rules.plan)
    const { before, covered, was, is } = under(applyPack(NO_PLAN_RULES, pack))
    expect(newlyBroken(is!, was)).toEqual([])
    expect(covered - before).toBeGreaterThan(0.8 * (free.covered - free.before))
  })
})

describe('minimum staff', () => {
  it('is missing at no time at which the plan has enough, whatever is mended elsewhere', () => {
    const minimumStaff = [1, 2, 3, 4, 5].map((dayOfWeek) => ({
      poolId: null,
      dayOfWeek,
      startMinute: 540,
      endMinute: 660,
      people: 2,
    }))
    for (const seed of [2, 6]) {
      const drawn = drawnProblem(seed, { agents: 4 }, { limits: { neighbourhoods: 0, boundSteps: 0 } })
      const rules = { plan: { ...NO_PLAN_RULES, minimumStaff }, agents: {} }
      const { was, is } = solved({ ...drawn, options: { ...drawn.options, rules } })
      const daysOf = (violations: typeof was) =>
        violations.flatMap((one) => (one.kind === 'under-staffed' ? [new Date(one.start).getUTCDay()] : []))
      expect([seed, daysOf(is!).filter((day) => !daysOf(was).includes(day))]).toEqual([seed, []])
    }
  })

  const between = (dayOfWeek: number, people: number) => ({
    minimumStaff: [{ poolId: null, dayOfWeek, startMinute: 480, endMinute: 540, people }],
  })

  it('is met where every rule is to be kept, with no more hours than it takes', () => {
    for (const people of [2, 3]) {
      const minimumStaff = [1, 2, 3, 4, 5].flatMap((dayOfWeek) => between(dayOfWeek, people).minimumStaff)
      const { was, is, plan } = solved(problemWith({ minimumStaff }, { keepsEveryRule: true, addHours: 2 }))
      expect(was.some(({ kind }) => kind === 'under-staffed')).toBe(true)
      expect([people, plan === null, is]).toEqual([people, false, []])
    }
  })

  it('that nobody can meet is named with its time, the people it needs and who may work then', () => {
    const problem = problemWith(between(2, 4), { keepsEveryRule: true })
    const detail = mustGive(problem, solved(problem).suggestion).map((one) => one.detail)
    expect(detail).toEqual([
      {
        about: 'staff',
        dayOfWeek: 2,
        startMinute: 480,
        endMinute: 540,
        needed: 4,
        people: 3,
        agentIds: ['agent-0', 'agent-1', 'agent-2'],
      },
    ])
  })
})
