import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageWith } from '../../../../shared/predict/model/coverage.ts'
import { explainError, type ErrorTotals } from '../../../../shared/predict/plan-prediction/explain-error.ts'
import { explainWeek } from '../../../../shared/predict/plan-prediction/explain-week.ts'
import { tries } from '../../../support/deep.ts'
import { constantTypical, madeUpInputs, interval, STEADY } from './made-up-inputs.ts'

const totals: fc.Arbitrary<ErrorTotals> = fc
  .tuple(fc.double({ min: 0, max: 5000, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([visitors, share]) => ({ visitors, covered: visitors * share }))

describe('why a prediction was wrong', () => {
  it('splits the difference into traffic, staffing and the rest', () => {
    const at = (visitors: number, agents: number): ErrorTotals => ({
      visitors,
      covered: visitors * coverageWith(agents, visitors * 0.1, { availability: 1, visitorsPerAgent: 1 }),
    })
    const rates = [at(12, 3), at(15, 3), at(12, 2), at(15, 2)].map(({ covered, visitors }) => covered / visitors)
    expect(rates).toEqual([0.9102244, 0.8656716, 0.7534247, 0.6896552].map((rate) => expect.closeTo(rate, 7)))
    const { rate } = explainError({
      forecastPlanned: at(12, 3),
      actualPlanned: at(15, 3),
      forecastActual: at(12, 2),
      actualActual: at(15, 2),
      observed: { visitors: 15, covered: 15 * 0.7 },
    })
    expect(rate.traffic).toBeCloseTo(-0.0541611, 7)
    expect(rate.staffing).toBeCloseTo(-0.1664081, 7)
    expect(rate.model).toBeCloseTo(0.0103448, 7)
    expect(rate.total).toBeCloseTo(-0.2102244, 7)
  })

  it('adds up, in rate and in visitors', () => {
    fc.assert(
      fc.property(
        fc.record({
          forecastPlanned: totals,
          actualPlanned: totals,
          forecastActual: totals,
          actualActual: totals,
          observed: totals,
        }),
        (inputs) => {
          const { rate, covered } = explainError(inputs)
          for (const { traffic, staffing, model, total } of [rate, covered])
            expect(traffic + staffing + model).toBeCloseTo(total, 6)
          expect(covered.total).toBeCloseTo(inputs.observed.covered - inputs.forecastPlanned.covered, 6)
        },
      ),
      tries(200, 7),
    )
  })

  it('blames nothing where everything came as predicted', () => {
    const inputs = madeUpInputs({ agents: 1, noise: STEADY })
    const intervals = [interval(inputs, { agentId: 'agent-0', from: 0, to: 168 })]
    const covered = inputs.starts.map(() => 5 * coverageWith(1, 2, { availability: 0.9, visitorsPerAgent: 1 }))
    const staffing = constantTypical(672, () => 1)
    const { rate } = explainWeek(inputs, {
      intervals,
      actual: { pools: [{ visitors: inputs.starts.map(() => 5), covered, staffing }] },
    }).explain()
    expect(Math.abs(rate.total)).toBeLessThan(1e-9)
    expect(Math.abs(rate.staffing)).toBeLessThan(1e-9)
  })

  it('puts what was allowed for busy and quiet weeks down to the model, not to traffic', () => {
    const inputs = madeUpInputs({ agents: 1, noise: { weekCv: 0.3 } })
    const intervals = [interval(inputs, { agentId: 'agent-0', from: 0, to: 168 })]
    const covered = inputs.starts.map(() => 5 * coverageWith(1, 2, { availability: 0.9, visitorsPerAgent: 1 }))
    const { rate } = explainWeek(inputs, {
      intervals,
      actual: { pools: [{ visitors: inputs.starts.map(() => 5), covered, staffing: constantTypical(672, () => 1) }] },
    }).explain()
    expect([rate.traffic, rate.staffing]).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9)])
    expect(rate.total).toBeGreaterThan(0)
    expect(rate.model).toBeCloseTo(rate.total, 9)
  })

  it('explains some slots alone, and an agent who was missing as staffing', () => {
    const inputs = madeUpInputs({ agents: 1, noise: STEADY })
    const intervals = [interval(inputs, { agentId: 'agent-0', from: 0, to: 168 })]
    const staffing = constantTypical(672, (slot) => (slot < 96 ? 0 : 1))
    const covered = inputs.starts.map((_, slot) =>
      slot < 96 ? 0 : 5 * coverageWith(1, 2, { availability: 0.9, visitorsPerAgent: 1 }),
    )
    const explanation = explainWeek(inputs, {
      intervals,
      poolId: 'pool-0',
      actual: { pools: [{ visitors: inputs.starts.map(() => 5), covered, staffing }] },
    })
    const sunday = explanation.explain((slot) => slot < 96)
    expect(sunday.rate.staffing).toBeCloseTo(sunday.rate.total, 9)
    expect(sunday.rate.total).toBeCloseTo(-coverageWith(1, 2, { availability: 0.9, visitorsPerAgent: 1 }), 9)
    expect(explanation.explain((slot) => slot >= 96).rate.total).toBeCloseTo(0, 9)
    expect(sunday.covered.total).toBeCloseTo(explanation.explain().covered.total, 6)
  })
})
