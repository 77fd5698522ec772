import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageWith } from '../../../../shared/predict/model/coverage.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PlannedInterval } from '../../../../shared/plan/plan.ts'
import type { PredictionInputs } from '../../../../shared/predict/types.ts'
import { createRandom } from '../../../../shared/predict/random.ts'
import { tries } from '../../../support/deep.ts'
import { HUMAN, madeUpInputs, interval, STEADY, type IntervalTimes } from './made-up-inputs.ts'

const RUNS = tries(60, 20_260_301)

const shiftTimes: fc.Arbitrary<IntervalTimes> = fc
  .record({
    agentId: fc.option(
      fc.integer({ min: 0, max: 9 }).map((number) => `agent-${number}`),
      { nil: null },
    ),
    startQuarter: fc.integer({ min: -30, max: 660 }),
    quarters: fc.integer({ min: 1, max: 48 }),
    rest: fc.boolean(),
  })
  .map(({ agentId, startQuarter, quarters, rest }) => {
    const from = startQuarter / 4
    const to = from + quarters / 4
    return { agentId, from, to, breaks: rest && quarters > 16 ? [[from + 2, from + 2.5] as const] : [] }
  })

const human = madeUpInputs({
  agents: 10,
  pools: 3,
  profile: HUMAN,
  membersOf: (pool) =>
    Array.from({ length: 10 }, (_, agent) => `agent-${agent}`).filter((_, agent) => agent % 3 <= pool),
})

function intervalsOf(inputs: PredictionInputs, times: readonly IntervalTimes[]): readonly PlannedInterval[] {
  return times.map((time) => interval(inputs, time))
}

describe('the prediction of a plan', () => {
  it('covers nobody when nobody is planned', () => {
    const { totals, agents } = createPlanPredictor(human).predict([])
    expect(totals.covered).toBe(0)
    expect(totals.visitors).toBeCloseTo(672 * 15)
    expect(agents.every((value) => value === 0)).toBe(true)
  })

  it('counts nobody for the shifts of a deactivated agent, from then on, at once and in edits', () => {
    const inputs = madeUpInputs({ agents: 3, noise: STEADY })
    const [before, after] = [
      interval(inputs, { agentId: 'agent-0', from: 10, to: 12 }),
      interval(inputs, { agentId: 'agent-0', from: 30, to: 40 }),
    ]
    const other = interval(inputs, { agentId: 'agent-1', from: 30, to: 40 })
    const inactive = { 'agent-0': inputs.starts[0]! + 35 * 3_600_000 }
    const predictor = createPlanPredictor({ ...inputs, inactive })
    const expected = createPlanPredictor(inputs).predict([before, { ...after, end: inactive['agent-0'] }, other])
    expect(predictor.predict([before, after, other])).toEqual(expected)
    const session = predictor.startSession([before])
    session.replaceShift(after.shiftId, [after])
    session.replaceShift(other.shiftId, [other])
    expect(session.current()).toEqual(expected)
    const schedule = [before, after, other]
    expect(weekBands({ ...inputs, inactive }, { schedule, baseline: null, draws: 50 })).toEqual(
      weekBands(inputs, {
        schedule: [before, { ...after, end: inactive['agent-0'] }, other],
        baseline: null,
        draws: 50,
      }),
    )
  })

  it('covers a slot by the loss formula', () => {
    const inputs = madeUpInputs({ agents: 3, noise: STEADY, model: { availability: 0.85, holdingMinutes: 9 } })
    const plan = ['agent-0', 'agent-1', null].map((agentId) => interval(inputs, { agentId, from: 10, to: 12 }))
    const { covered, agents, openAgents } = createPlanPredictor(inputs).predict(plan)
    expect(agents[40]).toBe(3)
    expect(openAgents[40]).toBe(1)
    expect(covered[44]! / 5).toBeCloseTo(coverageWith(3, 3, { availability: 0.85, visitorsPerAgent: 1 }), 9)
    expect(covered[39]).toBe(0)
    expect(covered[48]).toBe(0)
  })

  it('covers the visitors of busy and of quiet weeks and days, which the expected traffic stands between', () => {
    const noise = { weekCv: 0.2, dayCv: 0.15 }
    const model = { availability: 1, holdingMinutes: 6 }
    const inputs = madeUpInputs({ agents: 2, noise, model, typical: () => 2 })
    const random = createRandom(3)
    const variance = Math.log1p(0.2 ** 2 + 0.15 ** 2)
    let covered = 0
    for (let draw = 0; draw < 40_000; draw += 1) {
      const factor = Math.exp(Math.sqrt(variance) * random.normal() - variance / 2)
      covered += (5 * factor * coverageWith(2, 2 * factor, { availability: 1, visitorsPerAgent: 1 })) / 40_000
    }
    const predictor = createPlanPredictor(inputs)
    const plan = ['agent-0', 'agent-1'].map((agentId) => interval(inputs, { agentId, from: 10, to: 12 }))
    expect(predictor.predict(plan).covered[44]).toBeCloseTo(covered, 2)
    expect(predictor.typicalWeek().covered[44]).toBeCloseTo(covered, 2)
    expect(covered).toBeLessThan(5 * coverageWith(2, 2, { availability: 1, visitorsPerAgent: 1 }) - 0.03)
  })

  it('counts a partly covered slot by its share of the time', () => {
    const inputs = madeUpInputs({ agents: 1, model: { availability: 1 } })
    const { agents, covered } = createPlanPredictor(inputs).predict([
      interval(inputs, { agentId: 'agent-0', from: 10.125, to: 11 }),
    ])
    expect(agents[40]).toBeCloseTo(0.5)
    expect(covered[40]! / covered[41]!).toBeCloseTo(0.5)
  })

  it('counts one person once, however many of their shifts overlap', () => {
    const inputs = madeUpInputs({ agents: 1, profile: HUMAN })
    const whole = createPlanPredictor(inputs).predict([interval(inputs, { agentId: 'agent-0', from: 9, to: 17 })])
    const pieces = createPlanPredictor(inputs).predict([
      interval(inputs, { agentId: 'agent-0', from: 9, to: 14 }),
      interval(inputs, { agentId: 'agent-0', from: 12, to: 17 }),
      interval(inputs, { agentId: 'agent-0', from: 10, to: 11 }),
    ])
    expect(pieces).toEqual(whole)
  })

  it('lets an agent serve only their pools, and an open shift or a stranger those of the plan', () => {
    const inputs = madeUpInputs({ agents: 2, pools: 2, membersOf: (pool) => [`agent-${pool}`] })
    const covered = (agentId: string | null, poolId: string | null): number =>
      createPlanPredictor(inputs, { poolId }).predict([interval(inputs, { agentId, from: 10, to: 12 })]).totals.covered
    expect(covered('agent-0', 'pool-1')).toBe(0)
    expect(covered('agent-0', null)).toBeCloseTo(covered('agent-0', 'pool-0'))
    expect(covered(null, null)).toBeCloseTo(2 * covered('agent-0', 'pool-0'))
    expect(covered('a stranger', 'pool-1')).toBeCloseTo(covered('agent-1', 'pool-1'))
  })

  it('does not thin drawn breaks twice', () => {
    const inputs = madeUpInputs({ agents: 1, profile: { ...HUMAN, duringBreaks: 0 } })
    const agents = (breaks: IntervalTimes['breaks'] & {}): Float64Array =>
      createPlanPredictor(inputs).predict([interval(inputs, { agentId: 'agent-0', from: 9, to: 17, breaks })]).agents
    expect(agents([])[52]).toBeCloseTo(0.95 * 0.9)
    expect(agents([[12, 12.5]])[52]).toBeCloseTo(0.95 * 0.97)
    expect(agents([[12, 12.5]])[49]).toBe(0)
  })

  it('never covers fewer with one more shift', () => {
    fc.assert(
      fc.property(fc.array(shiftTimes, { maxLength: 12 }), shiftTimes, (times, more) => {
        const predictor = createPlanPredictor(human)
        const intervals = intervalsOf(human, times)
        const before = predictor.predict(intervals).covered
        const after = predictor.predict([...intervals, interval(human, { ...more, agentId: null })]).covered
        expect(after.every((value, slot) => value >= before[slot]! - 1e-9)).toBe(true)
      }),
      RUNS,
    )
  })

  it('gains less with each further agent', () => {
    fc.assert(
      fc.property(fc.array(shiftTimes, { maxLength: 8 }), fc.integer({ min: 0, max: 160 }), (times, from) => {
        const predictor = createPlanPredictor(human)
        const intervals = [...intervalsOf(human, times)]
        const totals: number[] = []
        for (let more = 0; more < 5; more += 1) {
          totals.push(predictor.predict(intervals).totals.covered)
          intervals.push(interval(human, { from, to: from + 6 }))
        }
        const gains = totals.slice(1).map((total, index) => total - totals[index]!)
        expect(gains.every((gain, index) => index === 0 || gain <= gains[index - 1]! + 1e-7)).toBe(true)
      }),
      RUNS,
    )
  })

  it('answers edits one by one as it answers the plan that results', () => {
    fc.assert(
      fc.property(
        fc.array(shiftTimes, { maxLength: 10 }),
        fc.array(fc.tuple(fc.nat({ max: 12 }), fc.option(shiftTimes)), { maxLength: 8 }),
        (times, edits) => {
          const predictor = createPlanPredictor(human)
          const intervals = [...intervalsOf(human, times)]
          const session = predictor.startSession(intervals)
          for (const [place, change] of edits) {
            const old = intervals[place]
            const replacement =
              change === null ? null : { ...interval(human, change), ...(old ? { shiftId: old.shiftId } : {}) }
            if (old) intervals.splice(place, 1)
            if (replacement) intervals.push(replacement)
            const shiftId = old?.shiftId ?? replacement?.shiftId
            if (shiftId !== undefined) session.replaceShift(shiftId, replacement ? [replacement] : [])
          }
          const whole = predictor.predict(intervals)
          const { covered, agents } = session.current()
          expect(covered.every((value, slot) => Math.abs(value - whole.covered[slot]!) < 1e-9)).toBe(true)
          expect(agents.every((value, slot) => Math.abs(value - whole.agents[slot]!) < 1e-9)).toBe(true)
        },
      ),
      RUNS,
    )
  })

  it('says how many agents reach a target, and no fewer do', () => {
    const inputs = madeUpInputs({
      visitorsPerSlot: (slot) => slot % 24,
      noise: STEADY,
      model: { holdingMinutes: 7, availability: 0.8 },
    })
    const needed = createPlanPredictor(inputs).agentsNeeded(0.9)
    const rate = (agents: number): number =>
      coverageWith(agents, 23 * (7 / 15), { availability: 0.8, visitorsPerAgent: 1 })
    const exact = madeUpInputs({
      visitorsPerSlot: () => 23,
      noise: STEADY,
      model: { holdingMinutes: 7, availability: 0.8 },
    })
    const agents = createPlanPredictor(exact).agentsNeeded(0.9)[5]!
    expect(rate(agents)).toBeGreaterThanOrEqual(0.9)
    expect(rate(agents - 1)).toBeLessThan(0.9)
    expect(needed[24 * 7]).toBeLessThan(needed[24 * 7 - 1]!)
    expect(createPlanPredictor(inputs).agentsNeeded(0)[10]).toBe(0)
  })

  it('averages the typical week over the numbers online, never at their mean', () => {
    const inputs = madeUpInputs({ model: { availability: 1, holdingMinutes: 6 } })
    const mixed = {
      offsets: inputs.starts.map((_, slot) => 2 * slot).concat(2 * 672),
      agents: inputs.starts.flatMap(() => [0, 4]),
      shares: inputs.starts.flatMap(() => [0.5, 0.5]),
      weeks: 4,
    }
    const { covered, agents } = createPlanPredictor({
      ...inputs,
      typical: mixed,
      pools: [{ ...inputs.pools[0]!, typical: mixed }],
    }).typicalWeek()
    expect(agents[100]).toBe(2)
    expect(covered[100]! / 5).toBeCloseTo(0.5 * coverageWith(4, 2, { availability: 1, visitorsPerAgent: 1 }))
  })

  it.each([
    ['2026-03-08', 668],
    ['2026-11-01', 676],
  ])('has the real slots of the week of %s', (firstDate, slots) => {
    const inputs = madeUpInputs({ timeZone: 'America/New_York', firstDate })
    const { covered, agents } = createPlanPredictor(inputs).predict([interval(inputs, { from: -2, to: 30 })])
    expect(covered).toHaveLength(slots)
    expect(agents[119]).toBe(1)
    expect(agents[120]).toBe(0)
  })
})
