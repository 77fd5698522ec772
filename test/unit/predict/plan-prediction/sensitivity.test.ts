import { describe, expect, it } from 'vitest'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import {
  breakingPoints,
  sensitivity,
  SENSITIVITY_ABSENT,
  SENSITIVITY_DEMANDS,
  type Sensitivity,
} from '../../../../shared/predict/plan-prediction/sensitivity.ts'
import { HUMAN, interval, madeUpInputs } from './made-up-inputs.ts'

const inputs = madeUpInputs({ agents: 4, profile: HUMAN, visitorsPerSlot: (slot) => (slot % 96 > 36 ? 6 : 1) })
const everyone = (): boolean => true

/** Agents 0 to 2 work 9-17 on each day, on Monday agent 3 as well. */
const schedule = [
  ...Array.from({ length: 21 }, (_, index) => {
    const from = 24 * Math.floor(index / 3) + 9
    return interval(inputs, { agentId: `agent-${index % 3}`, from, to: from + 8 })
  }),
  interval(inputs, { agentId: 'agent-3', from: 33, to: 41 }),
]

describe('the sensitivity of a plan', () => {
  const table = sensitivity(inputs, { schedule, canBeAbsent: everyone })
  const usual = SENSITIVITY_DEMANDS.indexOf(0)

  it('is what is predicted where nothing changes', () => {
    const { totals } = createPlanPredictor(inputs).predict(schedule)
    expect(table.week[usual]![0]).toBeCloseTo(totals.covered / totals.visitors, 12)
    expect(sensitivity(inputs, { schedule, canBeAbsent: everyone })).toEqual(table)
  })

  it('falls with more visitors and with more absent', () => {
    for (const one of [table.week, ...table.days]) {
      for (const [row, rates] of one.entries()) {
        expect(rates).toEqual(rates.toSorted((a, b) => b! - a!))
        for (const [column, rate] of rates.entries())
          expect(rate).toBeLessThanOrEqual((one[row - 1]?.[column] ?? 1) + 1e-12)
      }
    }
  })

  it('is the average over who is absent, and nobody where all are', () => {
    const without = (agentId: string): number => {
      const left = schedule.filter((one) => one.agentId !== agentId || one.start !== schedule[0]!.start)
      return createPlanPredictor(inputs).predict(left).totals.covered
    }
    const { totals } = createPlanPredictor(inputs).predict(schedule)
    const lost = [0, 1, 2].map((agent) => totals.covered - without(`agent-${agent}`))
    const visitors = inputs.pools[0]!.visitors.slice(0, 96).reduce((sum, value) => sum + value, 0)
    const loss = (table.days[0]![usual]![0]! - table.days[0]![usual]![1]!) * visitors
    expect(loss).toBeGreaterThanOrEqual(Math.min(...lost) - 1e-6)
    expect(loss).toBeLessThanOrEqual(Math.max(...lost) + 1e-6)
    // All three of Sunday are absent, one of the four of Monday is left.
    expect(table.days[0]![usual]![3]).toBeCloseTo(0, 9)
    expect(table.days[1]![usual]![3]).toBeGreaterThan(0.01)
  })

  it('leaves who cannot be absent in place', () => {
    const nobody = sensitivity(inputs, { schedule, canBeAbsent: () => false })
    expect(nobody.week.map((rates) => new Set(rates).size)).toEqual(SENSITIVITY_DEMANDS.map(() => 1))
  })

  it('is null where nobody is expected', () => {
    const empty = madeUpInputs({ visitorsPerSlot: () => 0 })
    const { week } = sensitivity(empty, { schedule: [], canBeAbsent: everyone })
    expect(week[0]).toEqual([null, null, null, null])
    expect(breakingPoints(sensitivity(empty, { schedule: [], canBeAbsent: everyone }), 0.9)).toBeNull()
  })
})

describe('where a plan breaks', () => {
  const rows = (base: number, byAbsent: number, byDemand: number) =>
    SENSITIVITY_DEMANDS.map((percent) =>
      SENSITIVITY_ABSENT.map((count) => base - byAbsent * count - (byDemand * percent) / 10),
    )
  const made = (days: readonly number[], byDemand: number): Sensitivity => ({
    week: rows(0.92, 0.01, byDemand),
    days: days.map((byAbsent) => rows(0.92, byAbsent, byDemand)),
  })

  it('is the fewest absent on the day that they hit most, and the smallest rise of demand', () => {
    const table = made([0.001, 0.015, 0.019, 0, 0, 0, 0], 0.015)
    expect(breakingPoints(table, 0.9)).toEqual({
      rate: 0.9,
      points: [
        { kind: 'absent', count: 2, day: 2 },
        { kind: 'demand', percent: 20 },
      ],
    })
  })

  it('is asked of the next lower ten percent where the plan is below the target as it is', () => {
    expect(breakingPoints(made([0.05, 0, 0, 0, 0, 0, 0], 0), 0.95)).toEqual({
      rate: 0.9,
      points: [{ kind: 'absent', count: 1, day: 0 }],
    })
  })

  it('is nowhere where nothing that was tried is enough', () => {
    expect(breakingPoints(made([0, 0, 0, 0, 0, 0, 0], 0), 0.9)).toEqual({ rate: 0.9, points: [] })
  })
})
