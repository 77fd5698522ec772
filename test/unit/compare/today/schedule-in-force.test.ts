import { describe, expect, it } from 'vitest'
import { inputsInForce, ofOnePool, scheduleInForce } from '../../../../shared/compare/today/schedule-in-force.ts'
import { ALWAYS } from '../../../../shared/plan/assumptions/assumption.ts'
import { withAssumptions } from '../../../../shared/plan/assumptions/with-assumptions.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { predictSchedule } from '../../../../shared/predict/plan-prediction/schedule.ts'
import { weekBands } from '../../../../shared/predict/plan-prediction/week-bands.ts'
import { intervalsInWeek } from '../../../../shared/predict/assemble/plan-intervals.ts'
import { FIRST_DATE, madeUpInputs } from '../../predict/plan-prediction/made-up-inputs.ts'

const inputs = madeUpInputs({ agents: 4, pools: 3, firstDate: FIRST_DATE })

function planOf(poolId: string | null, name: string, agents: readonly string[]): Plan {
  return {
    name,
    timeZone: 'UTC',
    poolId,
    kind: 'weekly',
    shifts: agents.map((agentId) => ({
      id: `${name}-${agentId}`,
      agentId,
      day: 0,
      startMinute: 9 * 60,
      endMinute: 17 * 60,
      breaks: [],
      note: '',
    })),
  }
}

const forFirst = planOf('pool-0', 'First', ['agent-0', 'agent-1', 'agent-2'])
const forAll = planOf(null, 'All', ['agent-3'])
const coveredOf = (poolId: string, plan: Plan | null): number => {
  const predictor = createPlanPredictor(inputs, { poolId })
  return (plan === null ? predictor.typicalWeek() : predictor.predict(intervalsInWeek(plan, inputs))).totals.covered
}

describe('what a day is predicted from', () => {
  it('is the typical week without a plan, and one plan for all pools where it is alone', () => {
    expect(scheduleInForce([], inputs)).toEqual({ schedule: 'typical', basis: [{ plans: [], poolIds: null }] })
    expect(scheduleInForce([forAll], inputs)).toEqual({
      schedule: intervalsInWeek(forAll, inputs),
      basis: [{ plans: [forAll], poolIds: null }],
    })
  })

  it('is the plan of a pool for that pool, and the typical week for the others', () => {
    const { schedule, basis } = scheduleInForce([forFirst], inputs)
    expect(basis).toEqual([
      { plans: [forFirst], poolIds: ['pool-0'] },
      { plans: [], poolIds: ['pool-1', 'pool-2'] },
    ])
    expect(predictSchedule(inputs, schedule, null).totals.covered).toBeCloseTo(
      coveredOf('pool-0', forFirst) + coveredOf('pool-1', null) + coveredOf('pool-2', null),
      6,
    )
  })

  it('has what each plan assumes of visitors, for the pools that it counts for', () => {
    const more = { id: 'more', kind: 'demand' as const, percent: 50, poolId: null, time: ALWAYS }
    const busy = withAssumptions(forFirst, [more])
    const { basis } = scheduleInForce([busy], inputs)
    const assumed = inputsInForce(inputs, basis)
    expect(assumed.pools[0]!.visitors).toEqual(inputs.pools[0]!.visitors.map((value) => value * 1.5))
    expect(assumed.pools.slice(1)).toEqual(inputs.pools.slice(1))
    expect(inputsInForce(inputs, scheduleInForce([forFirst], inputs).basis)).toBe(inputs)
  })

  it('is, of one pool, what that pool is predicted from', () => {
    const inForce = scheduleInForce([forFirst], inputs)
    expect(ofOnePool(inForce, inputs, 'pool-0')).toEqual({
      schedule: intervalsInWeek(forFirst, inputs),
      basis: [{ plans: [forFirst], poolIds: ['pool-0'] }],
    })
    expect(ofOnePool(inForce, inputs, 'pool-2')).toEqual({
      schedule: 'typical',
      basis: [{ plans: [], poolIds: ['pool-2'] }],
    })
    expect(ofOnePool(scheduleInForce([], inputs), inputs, 'pool-1').schedule).toBe('typical')
  })

  it('is the plan for all pools where a pool has none of its own', () => {
    const { schedule, basis } = scheduleInForce([forAll, forFirst], inputs)
    expect(basis.map(({ plans, poolIds }) => [plans.map(({ name }) => name), poolIds])).toEqual([
      [['First'], ['pool-0']],
      [['All'], ['pool-1', 'pool-2']],
    ])
    expect(predictSchedule(inputs, schedule, null).totals.covered).toBeCloseTo(
      coveredOf('pool-0', forFirst) + coveredOf('pool-1', forAll) + coveredOf('pool-2', forAll),
      6,
    )
  })
})

describe('schedules side by side', () => {
  it('have the figures and nearly the range of one schedule where each is that one', () => {
    const intervals = intervalsInWeek(planOf(null, 'All', ['agent-0', 'agent-1', 'agent-2', 'agent-3']), inputs)
    const parts = inputs.pools.map((_, pool) => ({ pools: [pool], schedule: intervals }))
    const whole = predictSchedule(inputs, intervals, null)
    const mixed = predictSchedule(inputs, { parts }, null)
    expect(mixed.totals.covered).toBeCloseTo(whole.totals.covered, 6)
    expect(mixed.totals.visitors).toBeCloseTo(whole.totals.visitors, 6)
    const slots = { from: 36, to: 68 }
    const bandOf = (schedule: Parameters<typeof weekBands>[1]['schedule']) =>
      weekBands(inputs, { schedule, baseline: null, slots, draws: 500 }).coverageRate
    const [one, several] = [bandOf(intervals), bandOf({ parts })]
    for (const end of ['lower80', 'upper80'] as const) expect(Math.abs(several[end] - one[end])).toBeLessThan(0.02)
  })
})

describe('the range of a part of a week', () => {
  it('is of that part alone', () => {
    const intervals = intervalsInWeek(planOf(null, 'All', ['agent-0', 'agent-1', 'agent-2', 'agent-3']), inputs)
    const bandOf = (from: number, to: number) =>
      weekBands(inputs, { schedule: intervals, baseline: null, slots: { from, to }, draws: 300 }).coverageRate
    expect(bandOf(0, 32).upper95).toBe(0)
    expect(bandOf(40, 60).lower80).toBeGreaterThan(0.3)
  })
})
