import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asHistoryHad, differenceFor } from '../../../../shared/predict/plan-prediction/own-history.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PoolPredictionInput, PredictionInputs } from '../../../../shared/predict/types.ts'
import { tries } from '../../../support/deep.ts'
import { HUMAN, interval, madeUpInputs, STEADY, type MadeUp } from './made-up-inputs.ts'

const RUNS = tries(40, 20_261_130)

function withHistory(
  history: Pick<PoolPredictionInput, 'ownHistory' | 'coveredAlone'>,
  options: MadeUp = {},
): PredictionInputs {
  const inputs = madeUpInputs({ agents: 6, profile: HUMAN, ...options })
  return { ...inputs, pools: inputs.pools.map((pool) => ({ ...pool, ...history })) }
}

const constant = (value: number): readonly number[] => Array.from({ length: 672 }, () => value)
const rateOf = ({ totals }: { readonly totals: { readonly covered: number; readonly visitors: number } }): number =>
  totals.covered / totals.visitors

describe('a rate as history differed from it', () => {
  it('is what history had at the rate that was compared, and nobody stays nobody', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.98, noNaN: true }),
        fc.double({ min: -0.05, max: 0.015, noNaN: true }),
        (rate, difference) => {
          const found = differenceFor(rate, rate + difference)
          expect(asHistoryHad(rate, found)).toBeCloseTo(rate + difference, 6)
          expect(asHistoryHad(0, found)).toBe(0)
          expect(asHistoryHad(1, found)).toBeLessThanOrEqual(1)
        },
      ),
      RUNS,
    )
  })

  it('grows with each agent, by less and less', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 2, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (difference, visitors) => {
          const inputs = withHistory(
            { ownHistory: constant(difference) },
            { noise: STEADY, visitorsPerSlot: () => visitors },
          )
          const predictor = createPlanPredictor(inputs)
          const rates = Array.from({ length: 6 }, (_, agents) =>
            rateOf(
              predictor.predict(
                Array.from({ length: agents }, (_unused, agent) =>
                  interval(inputs, { agentId: `agent-${agent}`, from: 10, to: 12 }),
                ),
              ),
            ),
          )
          const gains = rates.slice(1).map((rate, index) => rate - rates[index]!)
          for (const gain of gains) expect(gain).toBeGreaterThanOrEqual(-1e-12)
          for (const [index, gain] of gains.slice(1).entries()) expect(gain).toBeLessThanOrEqual(gains[index]! + 1e-9)
        },
      ),
      RUNS,
    )
  })
})

describe('what history covered with nobody signed on', () => {
  it('goes on where nobody is planned, and nothing is covered beyond it', () => {
    const inputs = withHistory({ coveredAlone: constant(0.6) })
    expect(rateOf(createPlanPredictor(inputs).predict([]))).toBeCloseTo(0.6, 9)
    expect(rateOf(createPlanPredictor(madeUpInputs({ agents: 6 })).predict([]))).toBe(0)
  })

  it('is in the typical week while nobody was online', () => {
    const online = (slot: number): number => (slot % 96 < 48 ? 0 : 3)
    const alone = createPlanPredictor(withHistory({ coveredAlone: constant(0.5) }, { typical: online })).typicalWeek()
    const without = createPlanPredictor(withHistory({}, { typical: online })).typicalWeek()
    expect(alone.covered[10]! / alone.visitors[10]!).toBeCloseTo(0.5, 9)
    expect(alone.covered[60]).toBeCloseTo(without.covered[60]!, 9)
  })

  it('is never made less by one more agent', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: -0.3, max: 1, noNaN: true }),
        (share, visitors, difference) => {
          const inputs = withHistory(
            { coveredAlone: constant(share), ownHistory: constant(difference) },
            { visitorsPerSlot: () => visitors },
          )
          const predictor = createPlanPredictor(inputs)
          let last = -1
          for (let agents = 0; agents <= 5; agents += 1) {
            const { covered } = predictor.predict(
              Array.from({ length: agents }, (_, agent) =>
                interval(inputs, { agentId: `agent-${agent}`, from: 10, to: 12 + agent }),
              ),
            ).totals
            expect(covered).toBeGreaterThanOrEqual(last - 1e-9)
            last = covered
          }
        },
      ),
      RUNS,
    )
  })

  it('is within the ranges, and an edit gives what a plan gives', () => {
    const inputs = withHistory({ coveredAlone: constant(0.6) })
    const schedule = [interval(inputs, { agentId: 'agent-1', from: 10, to: 18 })]
    const session = createPlanPredictor(inputs).startSession()
    expect(session.replaceShift(schedule[0]!.shiftId, schedule)).toEqual(createPlanPredictor(inputs).predict(schedule))
    const { coverageRate } = weekBands(inputs, { schedule, baseline: null, draws: 200 })
    const rate = rateOf(session.current())
    expect(coverageRate.lower80).toBeLessThan(rate)
    expect(coverageRate.upper80).toBeGreaterThan(rate)
  })

  it('needs no agent for a target below it', () => {
    expect([...new Set(createPlanPredictor(withHistory({ coveredAlone: constant(0.6) })).agentsNeeded(0.5))]).toEqual([
      0,
    ])
  })
})

describe('agents whom no pool lists', () => {
  const inputs = madeUpInputs({
    agents: 4,
    pools: 2,
    noise: STEADY,
    membersOf: (pool) => (pool === 0 ? ['agent-0', 'agent-1', 'agent-2'] : ['agent-3']),
  })
  const covered = (agentId: string | null): number =>
    createPlanPredictor(inputs).predict([interval(inputs, { agentId, from: 10, to: 12 })]).totals.covered

  it('serve as the average agent does, whether sessions are known of them or not', () => {
    const average = (3 * covered('agent-0') + covered('agent-3')) / 4
    expect(covered('somebody new')).toBeCloseTo(average, 9)
    const known = {
      ...inputs,
      attendance: {
        ...inputs.attendance,
        agents: { ...inputs.attendance.agents, unlisted: inputs.attendance.everybody },
      },
    }
    expect(
      createPlanPredictor(known).predict([interval(known, { agentId: 'unlisted', from: 10, to: 12 })]).totals.covered,
    ).toBeCloseTo(average, 9)
  })

  it('serve the pool that a plan is about', () => {
    const predictor = createPlanPredictor(inputs, { poolId: 'pool-1' })
    const ofPool = (agentId: string): number =>
      predictor.predict([interval(inputs, { agentId, from: 10, to: 12 })]).totals.covered
    expect(ofPool('somebody new')).toBe(ofPool('agent-3'))
  })

  it('are drawn so that ranges lie about what is expected', () => {
    const schedule = Array.from({ length: 14 }, (_, index) =>
      interval(inputs, {
        agentId: `new ${index % 2}`,
        from: Math.floor(index / 2) * 24 + 8,
        to: Math.floor(index / 2) * 24 + 20,
      }),
    )
    const rate = rateOf(createPlanPredictor(inputs).predict(schedule))
    const { coverageRate } = weekBands(inputs, { schedule, baseline: null, draws: 300 })
    expect(coverageRate.lower80).toBeLessThan(rate)
    expect(coverageRate.upper80).toBeGreaterThan(rate)
  })
})
