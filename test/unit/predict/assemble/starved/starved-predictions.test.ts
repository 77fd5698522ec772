import { describe, expect, it } from 'vitest'
import { actualSlots } from '../../../../../shared/compare/actual-slots.ts'
import { DAY_MS } from '../../../../../shared/foundation/minutes.ts'
import { assembleInputs, type AssembleOptions } from '../../../../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionFacts } from '../../../../../shared/predict/assemble/facts.ts'
import { forecastOfWeek, historyOf } from '../../../../../shared/predict/assemble/demand.ts'
import { pastOf } from '../../../../../shared/predict/assemble/past.ts'
import { createPlanPredictor } from '../../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../../../shared/predict/plan-prediction/week-bands.ts'
import { addDays } from '../../../../../shared/time/local.ts'
import { ALWAYS } from '../../../../../shared/plan/assumptions/assumption.ts'
import { type AssumedWorld, assumedInputs } from '../../../../../shared/predict/plan-prediction/assumed-inputs.ts'
import { FIRST_DAY, historyOfHabits, type Habits } from '../../../../support/pool-habits.ts'

const DAYS = 28
const WEEK = addDays('2026-01-05', DAYS)
const OPTIONS: AssembleOptions = { timeZone: 'UTC', firstDate: WEEK, knownDays: [], seed: 3, draws: 10 }
const TEAM = ['ann', 'bob', 'cy']
const EVERYONE = { id: 'everyone', isCatchAll: true, agents: TEAM, visitorsPerHour: 4 }
const SALES = { id: 'sales', agents: TEAM, visitorsPerHour: 4 }
const WORLD: Habits = { days: DAYS, agentPool: 'everyone', online: TEAM, taking: 0.3, pools: [EVERYONE, SALES] }
const shift = (agentId: string, day: number) => ({
  shiftId: `${agentId} ${day}`,
  agentId,
  start: FIRST_DAY + (DAYS + day) * DAY_MS + 9 * 3_600_000,
  end: FIRST_DAY + (DAYS + day) * DAY_MS + 17 * 3_600_000,
  breaks: [],
  drawsBreaks: false,
  localDay: 0,
})
const usual = Array.from({ length: 7 }, (_, day) => TEAM.map((agentId) => shift(agentId, day))).flat()
const rate = ({ visitors, covered }: { readonly visitors: number; readonly covered: number }): number =>
  covered / visitors

/** As it would be if covered visits carried the pool of the page, as missed ones do. */
const asPages = historyOfHabits({ ...WORLD, pools: [EVERYONE, { ...SALES, ownDays: { from: 0, until: DAYS } }] })

describe('predictions of a starved pool', () => {
  const facts = historyOfHabits(WORLD)
  const inputs = assembleInputs(facts, OPTIONS)

  it('are made of all of its load, together with the pool that has its covered visits', () => {
    expect(inputs.pools.map(({ poolId, includes, members }) => [poolId, includes, members])).toEqual([
      ['everyone', ['sales'], TEAM],
    ])
    const total = inputs.pools[0]!.visitors.reduce((sum, value) => sum + value, 0)
    expect(total).toBeGreaterThan(0.95 * 7 * 12 * 8)
    expect(total).toBeLessThan(1.05 * 7 * 12 * 8)
  })

  it('are the same for each of the pools, and for all where there are no others', () => {
    const [sales, everyone, all] = ['sales', 'everyone', undefined].map((poolId) =>
      createPlanPredictor(inputs, { poolId }),
    )
    expect(sales!.predict(usual).totals).toEqual(everyone!.predict(usual).totals)
    expect(sales!.predict(usual).totals).toEqual(all!.predict(usual).totals)
    expect(sales!.typicalWeek().agents).toEqual(everyone!.typicalWeek().agents)
    expect(weekBands(inputs, { schedule: usual, baseline: null, poolId: 'sales' })).toEqual(
      weekBands(inputs, { schedule: usual, baseline: null, poolId: 'everyone' }),
    )
  })

  it('are as good as if the pool of the page had been recorded', () => {
    const true_ = createPlanPredictor(assembleInputs(asPages, OPTIONS), { poolId: 'sales' }).predict(usual).totals
    const found = createPlanPredictor(inputs, { poolId: 'sales' }).predict(usual).totals
    // 1 - .7^3 of them from 9 to 17, of 12 h.
    expect(rate(true_)).toBeCloseTo(((1 - 0.7 ** 3) * 8) / 12, 1)
    expect(Math.abs(rate(found) - rate(true_))).toBeLessThan(0.01)
  })

  it('expect the visitors of all pools that count as one', () => {
    const past = pastOf(facts, facts.now)
    const weekOf = (poolId: string) => forecastOfWeek(historyOf(past, { ...OPTIONS, poolId }), OPTIONS).week.visitors
    expect(weekOf('sales')).toBe(weekOf('everyone'))
  })

  it('are held against what came to all of these pools', () => {
    const later = historyOfHabits({ ...WORLD, days: DAYS + 7 })
    const [sales, all] = ['sales', null].map((poolId) => actualSlots(inputs, later, { poolId, now: later.now }))
    expect([...sales!.visitors]).toEqual([...all!.visitors])
    expect([...sales!.agents]).toEqual([...all!.agents])
    expect(sales!.unknownPoolVisitors).toBe(0)
  })

  it('know nothing of what came after the origin', () => {
    const later = historyOfHabits({
      ...WORLD,
      days: DAYS + 28,
      pools: [EVERYONE, { ...SALES, ownDays: { from: DAYS, until: DAYS + 28 } }],
    })
    expect(
      assembleInputs(later, { ...OPTIONS, until: facts.now }).pools.map(({ poolId, includes }) => [poolId, includes]),
    ).toEqual([['everyone', ['sales']]])
    const before = historyOfHabits({
      ...WORLD,
      days: DAYS + 28,
      pools: [EVERYONE, { ...SALES, ownDays: { from: 0, until: DAYS } }],
    })
    expect(assembleInputs(before, { ...OPTIONS, until: facts.now }).pools.map(({ poolId }) => poolId)).toEqual([
      'everyone',
      'sales',
    ])
  })

  it('change by the share of the pool whose visitors are assumed to be more', () => {
    const plan = (poolId: string | null, percent: number): AssumedWorld => ({
      timeZone: 'UTC',
      assumptions: [{ id: 'a', kind: 'demand', percent, poolId, time: ALWAYS }],
    })
    const sumOf = ({ pools }: typeof inputs): number => pools[0]!.visitors.reduce((sum, value) => sum + value, 0)
    const grownBy = (poolId: string | null, percent: number): number =>
      sumOf(assumedInputs(inputs, plan(poolId, percent))) / sumOf(inputs)
    // Both have four visitors an hour, of whom the catch-all has recorded all that were covered.
    expect(grownBy('sales', 60)).toBeCloseTo(1.3, 1)
    expect(grownBy('sales', 60) + grownBy('everyone', 60)).toBeCloseTo(2.6, 9)
    expect(grownBy(null, 60)).toBeCloseTo(1.6, 9)
    expect(grownBy('sales', -100)).toBeCloseTo(0.5, 1)
    const typed: AssumedWorld = {
      timeZone: 'UTC',
      assumptions: [{ id: 'a', kind: 'visitors', date: WEEK, visitors: [900], poolId: 'sales' }],
    }
    const before = inputs.pools[0]!.parts!.find(({ poolId }) => poolId === 'sales')!
    const ofDay = inputs.pools[0]!.visitors.reduce(
      (sum, value, slot) => (slot < 96 ? sum + value * before.shares[slot]! : sum),
      0,
    )
    expect(sumOf(assumedInputs(inputs, typed)) - sumOf(inputs)).toBeCloseTo(900 - ofDay, 6)
  })

  it('survive JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(inputs))).toEqual(inputs)
  })
})

describe('a pool that is starved for some of the time', () => {
  const poolsAfter = (own: { readonly from: number; readonly until: number }): readonly (readonly unknown[])[] => {
    const facts: PredictionFacts = historyOfHabits({
      ...WORLD,
      days: 84,
      pools: [EVERYONE, { ...SALES, ownDays: own }],
    })
    return assembleInputs(facts, { ...OPTIONS, firstDate: addDays('2026-01-05', 84) }).pools.map(
      ({ poolId, includes }) => [poolId, includes],
    )
  }

  it('counts with the other one as long as the history holds such days', () => {
    expect(poolsAfter({ from: 0, until: 56 })).toEqual([['everyone', ['sales']]])
    expect(poolsAfter({ from: 28, until: 84 })).toEqual([['everyone', ['sales']]])
  })

  it('is a pool of its own where it never was', () => {
    expect(poolsAfter({ from: 0, until: 84 })).toEqual([
      ['everyone', undefined],
      ['sales', undefined],
    ])
  })
})
