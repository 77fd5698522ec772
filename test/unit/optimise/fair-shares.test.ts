import { describe, expect, it } from 'vitest'
import { newlyBroken } from '../../../shared/optimise/broken-rules.ts'
import { shareFairly } from '../../../shared/optimise/fair-shares.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { NO_RULES, type Wish } from '../../../shared/plan/rules/rules.ts'
import { findViolations } from '../../../shared/plan/rules/check-rules.ts'
import { weekHours } from '../../../shared/plan/staffing/week-hours.ts'
import { validatePlan } from '../../../shared/plan/validate-plan.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { some } from '../../support/deep.ts'
import { drawnProblem } from './drawn-problems.ts'

const LOSS = 0.002
const site = (seed: number) => ({
  agents: 5 + (seed % 6),
  pools: 1 + (seed % 2),
  timeZone: ['UTC', 'America/New_York'][seed % 2]!,
  firstDate: '2026-03-08',
})
const lengths = (plan: Plan): readonly string[] =>
  plan.shifts
    .map(({ id, startMinute, endMinute, breaks }: Shift) => `${id} ${endMinute - startMinute} ${breaks.length}`)
    .sort()
const starts = (plan: Plan): readonly string[] =>
  plan.shifts.map(({ day, startMinute }: Shift) => `${day} ${startMinute}`).sort()

const shiftOf = (agentId: string, { day, startMinute }: Pick<Shift, 'day' | 'startMinute'>): Shift => ({
  id: `${agentId} ${day}`,
  agentId,
  day,
  startMinute,
  endMinute: startMinute + 8 * 60,
  breaks: [],
  note: '',
})

describe('sharing nights and weekends fairly', () => {
  it('brings agents nearer to their share for few visitors, keeping hours, rules and what is pinned', () => {
    let exchanges = 0
    const spread = { before: 0, after: 0 }
    for (let seed = 1; seed <= some(12, 200); seed += 1) {
      const drawn = drawnProblem(seed, site(seed), {})
      const { plan, inputs, poolId } = drawn
      const pinned = plan.shifts.filter((_, index) => index % 5 === 0)
      const problem = {
        ...drawn,
        options: { ...drawn.options, pinnedShifts: pinned.map(({ id }) => id) },
      }
      const found = shareFairly(problem, { plan, past: new Map(), mostLost: LOSS })
      exchanges += found.exchanges
      spread.before += found.spreadBefore!
      spread.after += found.spreadAfter!
      const week = { rules: problem.options.rules, firstDate: inputs.firstDate }
      const coveredOf = (one: Plan): number =>
        createPlanPredictor(inputs, { poolId }).predict(intervalsInWeek(one, inputs)).totals.covered
      expect(validatePlan(found.plan)).toEqual([])
      // The same shifts, at the same times together.
      expect(lengths(found.plan)).toEqual(lengths(plan))
      expect(starts(found.plan)).toEqual(starts(plan))
      for (const shift of pinned) expect(found.plan.shifts).toContainEqual(shift)
      const hours = (one: Plan): readonly (readonly [string, number])[] =>
        [...weekHours(one, week).byAgent]
          .map(([agentId, { workedMinutes }]) => [agentId, workedMinutes] as const)
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
      expect(hours(found.plan)).toEqual(hours(plan))
      expect(newlyBroken(findViolations(found.plan, week.rules, week), findViolations(plan, week.rules, week))).toEqual(
        [],
      )
      const coveredBefore = coveredOf(plan)
      expect(coveredOf(found.plan)).toBeGreaterThanOrEqual(coveredBefore * (1 - LOSS) - 1e-6)
      expect(found.coveredLost).toBeCloseTo(coveredBefore - coveredOf(found.plan), 6)
      expect(shareFairly(problem, { plan, past: new Map(), mostLost: LOSS })).toEqual(found)
    }
    expect(exchanges).toBeGreaterThan(0)
    expect(spread.after).toBeLessThan(spread.before)
  })

  it('exchanges whole weeks where rest allows no single shift to change hands', () => {
    const drawn = drawnProblem(4, { agents: 2 }, {})
    const nights = [1, 2, 3, 4, 5].map((day) => shiftOf('agent-0', { day, startMinute: 22 * 60 }))
    const days = [1, 2, 3, 4, 5].map((day) => shiftOf('agent-1', { day, startMinute: 9 * 60 }))
    const plan: Plan = { ...drawn.plan, shifts: [...nights, ...days] }
    const rules = { ...NO_RULES, plan: { ...NO_RULES.plan, limits: { minRestHours: 11 } } }
    const problem = { ...drawn, plan, options: { ...drawn.options, rules } }
    const past = new Map([['agent-0', { hours: 160, unpopularHours: 160 }]])
    const found = shareFairly(problem, { plan, past, mostLost: 1 })
    expect(new Set(found.plan.shifts.filter(({ agentId }) => agentId === 'agent-0').map(({ id }) => id))).toEqual(
      new Set(days.map(({ id }) => id)),
    )
    expect(shareFairly(problem, { plan, past: new Map(), mostLost: 1 }).exchanges).toBe(0)
    const fewChanges = { ...problem, options: { ...problem.options, maxChanges: 9 } }
    expect(shareFairly(fewChanges, { plan, past, mostLost: 1 }).exchanges).toBe(0)
  })

  it('shares nights and weekends of a team of which some have all of them', () => {
    const drawn = drawnProblem(5, { agents: 6 }, { rules: NO_RULES })
    const shifts = Array.from({ length: 6 }, (_, agent) =>
      (agent < 2 ? [6, 0, 1, 2, 3] : [1, 2, 3, 4, 5]).map((day) =>
        shiftOf(`agent-${agent}`, { day, startMinute: 60 * (agent === 2 ? 22 : 9) }),
      ),
    ).flat()
    const plan: Plan = { ...drawn.plan, shifts }
    const found = shareFairly({ ...drawn, plan }, { plan, past: new Map(), mostLost: 0.01 })
    expect(found.spreadAfter).toBeLessThan(0.5 * found.spreadBefore!)
  })

  it('exchanges when agents work where their shifts differ in length, so that hours stay', () => {
    const drawn = drawnProblem(4, { agents: 2 }, { rules: NO_RULES })
    const saturday = shiftOf('agent-0', { day: 6, startMinute: 9 * 60 })
    const short = shiftOf('agent-1', { day: 3, startMinute: 10 * 60 })
    const wednesday = { ...short, endMinute: short.endMinute - 30, breaks: [{ startMinute: 720, endMinute: 735 }] }
    const plan: Plan = { ...drawn.plan, shifts: [wednesday, saturday] }
    const past = new Map([['agent-0', { hours: 80, unpopularHours: 80 }]])
    const found = shareFairly({ ...drawn, plan }, { plan, past, mostLost: 1 })
    expect(found.plan.shifts.toSorted((one, other) => one.day - other.day)).toEqual([
      { ...saturday, day: 3, startMinute: 600, endMinute: 1080 },
      { ...wednesday, day: 6, startMinute: 540, endMinute: 990, breaks: [{ startMinute: 660, endMinute: 675 }] },
    ])
  })

  it('keeps a wish where an exchange can', () => {
    const drawn = drawnProblem(4, { agents: 2 }, {})
    const shifts = [1, 2, 3].flatMap((day) => [
      shiftOf('agent-0', { day, startMinute: 9 * 60 }),
      shiftOf('agent-1', { day, startMinute: 11 * 60 }),
    ])
    const wish: Wish = { wish: 'rather-not', dayOfWeek: 2, startMinute: 9 * 60, endMinute: 11 * 60 }
    const rules = { ...NO_RULES, agents: { 'agent-0': { wishes: [wish] } } }
    const plan: Plan = { ...drawn.plan, shifts }
    const problem = { ...drawn, plan, options: { ...drawn.options, rules } }
    const found = shareFairly(problem, { plan, past: new Map(), mostLost: 1 })
    expect(found.wishes).toEqual({ all: 1, keptBefore: 0, keptAfter: 1 })
    expect(found.plan.shifts.find(({ id }) => id === 'agent-0 2')!.agentId).toBe('agent-1')
    expect(shareFairly(problem, { plan, past: new Map(), mostLost: -1 }).wishes.keptAfter).toBe(0)
  })

  it('gives fewer nights and weekends to who had more before', () => {
    const drawn = drawnProblem(3, site(3), {})
    const [first] = drawn.plan.shifts.flatMap(({ agentId }) => agentId ?? [])
    const given = (unpopularHours: number): number => {
      const past = new Map([[first!, { hours: 400, unpopularHours }]])
      const { plan } = shareFairly(drawn, { plan: drawn.plan, past, mostLost: 1 })
      return plan.shifts.filter(({ agentId, day }) => agentId === first && (day % 7 === 0 || day % 7 === 6)).length
    }
    expect(given(400)).toBeLessThanOrEqual(given(0))
  })
})
