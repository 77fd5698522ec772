import { describe, expect, it } from 'vitest'
import { applyMoves, movesBetween } from '../../../shared/optimise/moves.ts'
import { mustGive } from '../../../shared/optimise/must-give.ts'
import { worthOfOneMore } from '../../../shared/optimise/next-hour.ts'
import { MOVES, type SuggestProblem } from '../../../shared/optimise/problem.ts'
import { newlyBroken } from '../../../shared/optimise/broken-rules.ts'
import { standsInTheWay } from '../../../shared/optimise/stands-in-the-way.ts'
import { suggestedPlan, valuedMoves } from '../../../shared/optimise/suggested-plan.ts'
import { createSuggestion } from '../../../shared/optimise/suggestion.ts'
import { inOrder } from '../../../shared/plan/order.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { findViolations } from '../../../shared/plan/rules/check-rules.ts'
import { weekHours } from '../../../shared/plan/staffing/week-hours.ts'
import { validatePlan } from '../../../shared/plan/validate-plan.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekCells } from '../../../shared/predict/plan-prediction/week-cells.ts'
import { addDays, parseLocalDate } from '../../../shared/time/local.ts'
import { some } from '../../support/deep.ts'
import { drawnProblem, OPTIONS } from './drawn-problems.ts'

const QUICK = { neighbourhoods: 20, boundSteps: 12 }

function solved(problem: SuggestProblem) {
  const suggestion = createSuggestion(problem)
  while (!suggestion.step().isDone);
  const best = suggestion.best()
  const plan = best.picks === null ? null : suggestedPlan(problem.plan, suggestion, best.picks)
  return { suggestion, best, plan }
}

function coveredOf({ inputs, poolId }: SuggestProblem, plan: Plan): number {
  return createPlanPredictor(inputs, { poolId }).predict(intervalsInWeek(plan, inputs)).totals.covered
}

function hoursOf({ options, inputs }: SuggestProblem, plan: Plan) {
  return weekHours(plan, { rules: options.rules, firstDate: inputs.firstDate })
}

function breakMinutes(shifts: readonly Shift[]): number {
  return shifts.flatMap(({ breaks }) => breaks).reduce((sum, one) => sum + one.endMinute - one.startMinute, 0)
}

describe('a suggestion', () => {
  it('breaks no rule that the plan keeps, adds no hour, moves nothing that is pinned, and never covers fewer', () => {
    for (let seed = 1; seed <= some(4, 400); seed += 1) {
      const moves = MOVES[seed % 4]!
      const site = {
        agents: 4 + (seed % 5),
        pools: 1 + (seed % 2),
        timeZone: ['UTC', 'America/New_York'][seed % 2]!,
        firstDate: '2026-03-08',
      }
      const drawn = drawnProblem(seed, site, { moves, limits: QUICK })
      const pinned = drawn.plan.shifts.filter((_, index) => index % 4 === 0).map(({ id }) => id)
      const problem = {
        ...drawn,
        options: { ...drawn.options, pinnedShifts: pinned, addHours: seed % 3 === 0 ? 5 : 0 },
      }
      const { plan, best } = solved(problem)
      const where = `seed ${seed}, ${moves}`
      expect([where, validatePlan(plan!)]).toEqual([where, []])
      expect(plan!.kind).toBe('weekly')
      const { rules } = problem.options
      const week = { firstDate: problem.inputs.firstDate }
      const byAgent = (one: Plan) => Map.groupBy(findViolations(one, rules, week), ({ agentId }) => agentId)
      const before = byAgent(problem.plan)
      for (const [agentId, violations] of byAgent(plan!))
        expect([where, agentId, newlyBroken(violations, before.get(agentId) ?? [])]).toEqual([where, agentId, []])
      const [old, made] = [hoursOf(problem, problem.plan), hoursOf(problem, plan!)]
      expect(made.workedMinutes).toBeLessThanOrEqual(
        old.workedMinutes + (moves === 'all' ? 60 * problem.options.addHours : 0) + 1e-6,
      )
      const ownBreaks = (one: Plan, agentId: string) =>
        breakMinutes(one.shifts.filter((shift) => shift.agentId === agentId))
      const changedPeople = [...old.byAgent].filter(
        ([agentId, { workedMinutes }]) =>
          made.byAgent.get(agentId)?.workedMinutes !== workedMinutes ||
          ownBreaks(plan!, agentId) !== ownBreaks(problem.plan, agentId),
      )
      expect([where, moves === 'all' ? [] : changedPeople]).toEqual([where, []])
      for (const id of pinned)
        expect(plan!.shifts.find((shift) => shift.id === id)).toEqual(
          problem.plan.shifts.find((shift) => shift.id === id),
        )
      const days = plan!.shifts.map(({ agentId, day }) => `${agentId} ${day}`)
      expect(new Set(days).size).toBe(days.length)
      expect(best.covered).toBeCloseTo(coveredOf(problem, plan!), 5)
      expect(best.covered).toBeGreaterThanOrEqual(coveredOf(problem, problem.plan) - 1e-6)
      expect(best.bound!).toBeGreaterThanOrEqual(best.covered - 1e-9)
    }
  }, 120_000)

  it('keeps every rule it is asked to keep, also those that the plan breaks, or says which have to give', () => {
    const ends = { kept: 0, infeasible: 0, explained: 0 }
    for (let seed = 1; seed <= some(6, 300); seed += 1) {
      const drawn = drawnProblem(seed, { agents: 4 }, { keepsEveryRule: true, limits: QUICK })
      const rules = {
        ...drawn.options.rules,
        plan: {
          ...drawn.options.rules.plan,
          limits: { ...drawn.options.rules.plan.limits, minHoursPerWeek: seed % 3 === 0 ? 24 : 8 },
        },
      }
      const agents = ['agent-0', 'agent-1', 'agent-2', 'agent-3']
      const problem = { ...drawn, options: { ...drawn.options, rules, agents, addHours: 40 } }
      const { plan, suggestion } = solved(problem)
      if (plan === null) {
        ends.infeasible += 1
        if (mustGive(problem, suggestion).length > 0) ends.explained += 1
        continue
      }
      ends.kept += 1
      expect(findViolations(plan, rules, { firstDate: problem.inputs.firstDate }), `seed ${seed}`).toEqual([])
    }
    expect(ends.kept).toBeGreaterThan(3)
    expect(ends.infeasible).toBeGreaterThan(0)
    expect(ends.explained).toBe(ends.infeasible)
  }, 120_000)

  it('is the same each time, by its seed and its limits in moves', () => {
    const problem = drawnProblem(11, { agents: 6, pools: 2 }, { limits: QUICK })
    const [one, other] = [solved(problem), solved(problem)]
    expect(other.plan).toEqual(one.plan)
    expect(other.best.bound).toBe(one.best.bound)
  })

  it('never has a lower bound with more hours allowed, and never covers fewer when it starts from the smaller answer', () => {
    for (const seed of [2, 3]) {
      const drawn = drawnProblem(seed, { agents: 3 }, { limits: { neighbourhoods: 10, boundSteps: 40 } })
      let { plan } = drawn
      let [covered, bound] = [0, 0]
      for (const addHours of [0, 6, 6]) {
        const problem = { ...drawn, plan, options: { ...drawn.options, addHours } }
        const { best, plan: made } = solved(problem)
        expect(best.covered).toBeGreaterThanOrEqual(covered - 1e-9)
        expect(best.bound!).toBeGreaterThanOrEqual(bound - 0.02 * bound)
        expect(best.bound!).toBeGreaterThanOrEqual(covered)
        ;[covered, bound, plan] = [best.covered, best.bound!, made!]
      }
    }
  })

  it('changes no more shifts than it may', () => {
    for (const moves of MOVES) {
      const problem = drawnProblem(4, { agents: 4 }, { moves, maxChanges: 4, limits: QUICK })
      const { plan, best } = solved(problem)
      expect(movesBetween(problem.plan, plan!).length).toBeLessThanOrEqual(4)
      expect(best.covered).toBeGreaterThan(coveredOf(problem, problem.plan))
    }
  })

  it('leaves an empty plan, one without anybody, and one in which nothing can move as they are', () => {
    const drawn = drawnProblem(1, { agents: 3 }, { limits: QUICK })
    const empty = { ...drawn, plan: { ...drawn.plan, shifts: [] } }
    expect(solved(empty).plan!.shifts).toEqual([])
    const pinned = { ...drawn, options: { ...drawn.options, pinnedAgents: ['agent-0', 'agent-1', 'agent-2'] } }
    const { plan, best } = solved(pinned)
    expect(plan).toEqual(inOrder(pinned.plan))
    expect(best.bound).toBeCloseTo(best.covered, 6)
  })

  it('moves shifts of real dates within the rest that the days around leave', () => {
    const firstDate = '2026-03-09'
    const drawn = drawnProblem(9, { agents: 3, firstDate }, { moves: 'starts', limits: QUICK })
    const rules = { ...OPTIONS.rules, plan: { ...OPTIONS.rules.plan, limits: { minRestHours: 12 } } }
    const first = parseLocalDate(firstDate)
    const shift = (id: string, day: number, startMinute: number): Shift => ({
      id,
      agentId: 'agent-0',
      day: first + day,
      startMinute,
      endMinute: startMinute + 480,
      breaks: [],
      note: '',
    })
    const shifts = [shift('before', -1, 960), shift('own', 0, 720), shift('last', 6, 600), shift('after', 7, 420)]
    const problem: SuggestProblem = {
      ...drawn,
      plan: { ...drawn.plan, kind: 'dated', shifts },
      options: { ...drawn.options, rules },
    }
    const { plan } = solved(problem)
    expect(findViolations(plan!, rules, { firstDate })).toEqual([])
    expect(findViolations(plan!, rules, { firstDate: addDays(firstDate, 7) })).toEqual([])
    expect(plan!.shifts.filter(({ id }) => id === 'before' || id === 'after')).toEqual(
      shifts.filter(({ id }) => id === 'before' || id === 'after'),
    )
  })
})

describe('the moves of a suggestion', () => {
  it('lead to it when all are taken, and predict what any of them give', () => {
    for (let seed = 1; seed <= some(4, 40); seed += 1) {
      const problem = drawnProblem(
        seed,
        { agents: 5, pools: 2 },
        { moves: MOVES[seed % 4]!, addHours: 6, limits: QUICK },
      )
      const { plan } = solved(problem)
      const moves = valuedMoves(problem, plan!)
      expect(applyMoves(problem.plan, moves)).toEqual(plan)
      const before = coveredOf(problem, problem.plan)
      for (const move of moves.slice(0, 6))
        expect(move.coveredGain).toBeCloseTo(coveredOf(problem, applyMoves(problem.plan, [move])) - before, 6)
      const some = applyMoves(
        problem.plan,
        moves.filter((_, index) => index % 2 === 0),
      )
      expect(movesBetween(problem.plan, some)).toHaveLength(Math.ceil(moves.length / 2))
      expect([...moves].toSorted((one, other) => other.coveredGain - one.coveredGain)).toEqual(moves)
    }
  })

  it('are named for what they do', () => {
    const shift: Shift = {
      id: 'a',
      agentId: 'ann',
      day: 1,
      startMinute: 540,
      endMinute: 1020,
      breaks: [{ startMinute: 720, endMinute: 750 }],
      note: '',
    }
    const plan: Plan = { name: 'p', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts: [shift] }
    const kindOf = (...shifts: readonly Shift[]) => movesBetween(plan, { ...plan, shifts }).map(({ kind }) => kind)
    expect(kindOf(shift)).toEqual([])
    expect(kindOf({ ...shift, breaks: [{ startMinute: 780, endMinute: 810 }] })).toEqual(['move-break'])
    expect(kindOf({ ...shift, startMinute: 600, endMinute: 1080 })).toEqual(['move-start'])
    expect(kindOf({ ...shift, day: 2 })).toEqual(['move-day'])
    expect(kindOf({ ...shift, endMinute: 900 })).toEqual(['resize'])
    expect(kindOf()).toEqual(['remove'])
    expect(kindOf(shift, { ...shift, id: 'b', day: 3 })).toEqual(['add'])
    expect(kindOf({ ...shift, id: 'b', agentId: 'bob' })).toEqual(['reassign'])
  })
})

describe('what is said beside a suggestion', () => {
  it('names rules whose easing gives at least what it says', () => {
    let named = 0
    for (const seed of [1, 2, 3]) {
      const problem = drawnProblem(seed, { agents: 3 }, { keepsEveryRule: true, limits: QUICK })
      const { suggestion, best, plan } = solved(problem)
      if (plan === null) continue
      const left = (suggestion.allowedUnits - best.units) / 4
      for (const { rule, agentId, coveredGain } of standsInTheWay(problem, suggestion)) {
        if (rule !== 'too-many-hours' && rule !== 'short-rest' && rule !== 'hours') continue
        named += 1
        const { limits } = problem.options.rules.plan
        const own = problem.options.rules.agents[agentId ?? ''] ?? {}
        const eased =
          rule === 'too-many-hours'
            ? { ...own, maxHoursPerWeek: limits.maxHoursPerWeek! + 1 }
            : { ...own, minRestHours: (limits.minRestHours ?? 0) - 1 }
        const rules =
          rule === 'hours'
            ? problem.options.rules
            : { ...problem.options.rules, agents: { ...problem.options.rules.agents, [agentId!]: eased } }
        const again = solved({
          ...problem,
          plan,
          options: { ...problem.options, rules, addHours: left + (rule === 'hours' ? 1 : 0) },
        })
        expect(again.best.covered).toBeGreaterThanOrEqual(best.covered + coveredGain - 1e-6)
      }
    }
    expect(named).toBeGreaterThan(0)
  })

  it('says what one more agent is worth at each quarter-hour, as predicting it anew does', () => {
    const problem = drawnProblem(2, { agents: 6, pools: 2, hasHistory: true }, { limits: QUICK })
    const { suggestion, best } = solved(problem)
    const gains = worthOfOneMore(suggestion, best.picks!)
    expect(gains).toHaveLength(672)
    expect(gains.every((gain) => gain >= -1e-9)).toBe(true)
    expect(Math.max(...gains)).toBeGreaterThan(0)
  })

  it('names the fewest rules that have to give, and by how much', () => {
    const drawn = drawnProblem(
      1,
      { agents: 2 },
      { keepsEveryRule: true, agents: ['agent-0'], addHours: 100, limits: QUICK },
    )
    const giving = (own: object, addHours = 100) => {
      const rules = { ...OPTIONS.rules, agents: { 'agent-0': own } }
      const problem = { ...drawn, plan: { ...drawn.plan, shifts: [] }, options: { ...drawn.options, rules, addHours } }
      return mustGive(problem, solved(problem).suggestion)
    }
    const mondays = [{ dayOfWeek: 1, startMinute: 480, endMinute: 1020 }]
    expect(giving({ minHoursPerWeek: 30, availability: mondays })).toEqual([
      {
        rule: 'too-few-hours',
        agentId: 'agent-0',
        detail: { about: 'limit', name: 'minHoursPerWeek', limit: 30, eased: 7.5 },
      },
    ])
    expect(giving({ minHoursPerWeek: 30, maxHoursPerWeek: 20 }).map(({ rule }) => rule)).toHaveLength(1)
    expect(giving({ minHoursPerWeek: 10 })).toEqual([])
    expect(giving({ minHoursPerWeek: 10 }, 5)).toEqual([
      { rule: 'hours', agentId: null, detail: { about: 'hours', hours: 5, needed: 11 } },
    ])
  })
})

describe('a target', () => {
  it('is reached with fewer hours than any schedule is proved to need, in the week or in every hour', () => {
    for (const per of ['week', 'hour'] as const) {
      const rate = per === 'week' ? 0.6 : 0.5
      const problem = drawnProblem(
        5,
        { agents: 10 },
        { goal: { kind: 'target', rate, per }, limits: { neighbourhoods: 10, boundSteps: 30 } },
      )
      const { best, plan } = solved(problem)
      const { visitors, covered } = createPlanPredictor(problem.inputs).predict(intervalsInWeek(plan!, problem.inputs))
      const parts = per === 'week' ? [{ from: 0, to: visitors.length }] : weekCells(problem.inputs)
      for (const { from, to } of parts) {
        const sum = (column: Float64Array): number => column.slice(from, to).reduce((total, value) => total + value, 0)
        expect(sum(covered)).toBeGreaterThanOrEqual(rate * sum(visitors) - 1e-5)
      }
      expect(hoursOf(problem, plan!).workedMinutes / 15).toBeCloseTo(best.units, 6)
      expect(best.boundUnits!).toBeLessThanOrEqual(best.units)
      expect(best.boundUnits!).toBeGreaterThan(0)
      expect(best.bound).toBeNull()
    }
  })

  it('that cannot be reached is infeasible, and says how far coverage goes', () => {
    const problem = drawnProblem(
      5,
      { agents: 3 },
      { goal: { kind: 'target', rate: 0.999, per: 'week' }, limits: QUICK },
    )
    const { plan, suggestion } = solved(problem)
    expect(plan).toBeNull()
    expect(mustGive(problem, suggestion)).toEqual([
      {
        rule: 'target',
        agentId: null,
        detail: { about: 'target-of-week', reached: expect.any(Number) as number, target: 0.999 },
      },
    ])
  })
})
