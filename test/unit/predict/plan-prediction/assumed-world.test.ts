import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { english } from '../../../../shared/language/english.ts'
import { ALWAYS, type Assumption, type NewAssumption } from '../../../../shared/plan/assumptions/assumption.ts'
import { assumptionText } from '../../../../shared/plan/assumptions/assumption-text.ts'
import { assumedPools } from '../../../../shared/plan/assumptions/with-assumptions.ts'
import type { Plan, PlannedInterval } from '../../../../shared/plan/plan.ts'
import { expectedIntervals, intervalsInWeek } from '../../../../shared/predict/assemble/plan-intervals.ts'
import { NO_POOL, withNamedPools } from '../../../../shared/predict/is-pool.ts'
import { assumedInputs } from '../../../../shared/predict/plan-prediction/assumed-inputs.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PredictionInputs, WeekPrediction } from '../../../../shared/predict/types.ts'
import { tries } from '../../../support/deep.ts'
import { HUMAN, madeUpInputs } from './made-up-inputs.ts'

const ZONE = 'America/New_York'
/** The clock is set forward on its first day. */
const FIRST_DATE = '2026-03-08'

const inputs = madeUpInputs({
  timeZone: ZONE,
  firstDate: FIRST_DATE,
  agents: 6,
  pools: 2,
  profile: HUMAN,
  visitorsPerSlot: (slot, pool) => 1 + pool + (slot % 96 > 32 && slot % 96 < 80 ? 4 : 0),
})

function planWith(assumptions: readonly NewAssumption[] = []): Plan {
  const all = assumptions.map((one, index) => ({ ...one, id: `a${index}` }) as Assumption)
  return {
    name: 'Week',
    timeZone: ZONE,
    poolId: null,
    kind: 'weekly',
    shifts: Array.from({ length: 42 }, (_, index) => ({
      id: `s${index}`,
      agentId: `agent-${index % 6}`,
      day: Math.floor(index / 6),
      startMinute: 540 + 60 * (index % 3),
      endMinute: 1020 + 60 * (index % 3),
      breaks: index % 2 === 0 ? [{ startMinute: 780, endMinute: 810 }] : [],
      note: '',
    })),
    ...(all.length === 0 ? {} : { assumptions: all }),
  }
}

function predicted(plan: Plan, from: PredictionInputs = inputs): WeekPrediction {
  return createPlanPredictor(assumedInputs(from, plan)).predict(expectedIntervals(plan, from))
}

function covered(...assumptions: readonly NewAssumption[]): number {
  return predicted(planWith(assumptions)).totals.covered
}

const time = fc.record({
  from: fc.constantFrom(null, '2026-03-09', '2026-03-11'),
  to: fc.constantFrom(null, '2026-03-12', '2026-03-14'),
  days: fc.constantFrom(null, [0], [1, 2, 3], [6]),
  hours: fc.constantFrom(null, { startMinute: 600, endMinute: 840 }, { startMinute: 1320, endMinute: 1560 }),
})
const poolId = fc.constantFrom(null, 'pool-0', 'pool-1', 'no such pool')
const ofNothing = fc.oneof(
  fc.record({ kind: fc.constant('demand' as const), percent: fc.constant(0), poolId, time }),
  fc.constant({ kind: 'handling' as const, percent: 0 }),
  fc.constant({ kind: 'availability' as const, points: 0 }),
  fc.constant({
    kind: 'hires' as const,
    count: 3,
    from: FIRST_DATE,
    days: [1, 2],
    hours: { startMinute: 540, endMinute: 900 },
    ramp: [0],
  }),
  fc.record({ kind: fc.constant('absence' as const), agentId: fc.constant('nobody'), time }),
  fc.record({
    kind: fc.constant('absence' as const),
    agentId: fc.constant('agent-0'),
    time: fc.constant({ ...ALWAYS, from: '2027-01-01' }),
  }),
)

describe('visitors without a pool', () => {
  const time = ALWAYS
  const twice = planWith([{ kind: 'demand', percent: 100, poolId: 'none', time }])
  const [first, second] = inputs.pools
  const withoutPool: PredictionInputs = { ...inputs, pools: [{ ...first!, poolId: null }, second!] }

  it('are meant by "none", whether all pools or they alone are predicted', () => {
    for (const from of [withoutPool, withNamedPools(withoutPool, NO_POOL)]) {
      const [changed, same] = assumedInputs(from, twice).pools
      expect(changed!.visitors).toEqual(first!.visitors.map((value) => 2 * value))
      expect(same!.visitors).toEqual(second!.visitors)
    }
  })

  it('are no pool that has to be there, and have words of their own', () => {
    expect(assumedPools(twice)).toEqual([])
    expect(assumptionText(twice.assumptions![0]!, english())).toBe('+100% visitors without a pool')
  })
})

describe('a plan under assumptions', () => {
  const plain = predicted(planWith())
  const bands = weekBands(inputs, { schedule: intervalsInWeek(planWith(), inputs), baseline: 'typical' })

  it('is predicted to the bit as without them where they are of nothing', () => {
    fc.assert(
      fc.property(fc.array(ofNothing, { minLength: 1, maxLength: 4 }), (assumptions) => {
        const plan = planWith(assumptions)
        expect(assumedInputs(inputs, plan)).toBe(inputs)
        expect(expectedIntervals(plan, inputs)).toEqual(intervalsInWeek(planWith(), inputs))
        expect(predicted(plan)).toEqual(plain)
      }),
      tries(12),
    )
    const plan = planWith([{ kind: 'demand', percent: 0, poolId: null, time: ALWAYS }])
    const schedule = expectedIntervals(plan, inputs)
    expect(weekBands(inputs, { schedule, baseline: 'typical', world: plan })).toEqual(bands)
  })

  it('with 20% more visitors is predicted as from a forecast that is 20% higher', () => {
    const scaled = {
      ...inputs,
      pools: inputs.pools.map((pool) => ({ ...pool, visitors: pool.visitors.map((value) => value * 1.2) })),
    }
    const plan = planWith([{ kind: 'demand', percent: 20, poolId: null, time: ALWAYS }])
    expect(predicted(plan)).toEqual(predicted(planWith(), scaled))
    const schedule = expectedIntervals(plan, inputs)
    expect(weekBands(inputs, { schedule, baseline: null, world: plan })).toEqual(
      weekBands(scaled, { schedule, baseline: null }),
    )
  })

  it('covers fewer with somebody away, off the phone, slower visitors or less availability', () => {
    const hours = { startMinute: 660, endMinute: 780 }
    const all = plain.totals.covered
    const oneDay = covered({ kind: 'absence', agentId: 'agent-1', time: { ...ALWAYS, days: [1] } })
    const twoHours = covered({ kind: 'absence', agentId: 'agent-1', time: { ...ALWAYS, days: [1], hours } })
    expect(oneDay).toBeLessThan(twoHours)
    expect(twoHours).toBeLessThan(all)
    const meeting: NewAssumption = { kind: 'shrinkage', agentIds: null, time: { ...ALWAYS, days: [1], hours } }
    expect(covered(meeting)).toBeLessThan(twoHours)
    expect(covered(meeting, meeting)).toBe(covered(meeting))
    expect(covered({ kind: 'handling', percent: 10 })).toBeLessThan(all)
    expect(covered({ kind: 'availability', points: -5 })).toBeLessThan(all)
    expect(covered({ kind: 'availability', points: 5 })).toBeGreaterThan(all)
  })

  it('has nobody online in the hours of an absence or of off-phone time', () => {
    const hours = { startMinute: 660, endMinute: 780 }
    const slots = inputs.starts.flatMap((start, slot) => {
      const local = new Intl.DateTimeFormat('en-US', {
        timeZone: ZONE,
        weekday: 'short',
        hour: '2-digit',
        hour12: false,
      })
      return ['Mon, 11', 'Mon, 12'].includes(local.format(start)) ? [slot] : []
    })
    expect(slots).toHaveLength(8)
    const { agents } = predicted(
      planWith([{ kind: 'shrinkage', agentIds: null, time: { ...ALWAYS, days: [1], hours } }]),
    )
    expect(slots.map((slot) => agents[slot])).toEqual(slots.map(() => 0))
    const others = inputs.starts.flatMap((_, slot) => (slots.includes(slot) ? [] : [slot]))
    expect(others.map((slot) => agents[slot])).toEqual(others.map((slot) => plain.agents[slot]))
  })

  it('covers more with hires, by their share of a full agent', () => {
    const hire = (ramp: readonly number[]): NewAssumption => ({
      kind: 'hires',
      count: 2,
      from: '2026-03-09',
      days: [1, 2, 3, 4, 5],
      hours: { startMinute: 540, endMinute: 1020 },
      ramp,
    })
    const gains = [50, 75, 100].map((share) => covered(hire([share])) - plain.totals.covered)
    expect(gains[0]).toBeGreaterThan(0)
    expect(gains).toEqual(gains.toSorted((a, b) => a - b))
    // A hire like everybody is worth what an unlisted agent with the same shifts is.
    const plan = planWith()
    const more: readonly PlannedInterval[] = expectedIntervals(planWith([hire([100])]), inputs).filter(({ agentId }) =>
      agentId?.startsWith('hire:'),
    )
    expect(more).toHaveLength(10)
    const [full, half] = [100, 50].map((share) => predicted(planWith([hire([share])])).agents)
    const extra = full!.map((value, slot) => value - plain.agents[slot]!)
    half!.forEach((value, slot) => expect(value - plain.agents[slot]!).toBeCloseTo(extra[slot]! / 2, 9))
    expect(plan.shifts).toHaveLength(42)
  })

  it('takes a typed day in the place of the forecast, as a sum or by the hour', () => {
    const dayOf = (prediction: WeekPrediction, date: string): number => {
      const local = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE })
      return inputs.starts.reduce(
        (sum, start, slot) => (local.format(start) === date ? sum + prediction.visitors[slot]! : sum),
        0,
      )
    }
    const typed = predicted(planWith([{ kind: 'visitors', date: '2026-03-10', visitors: [1234], poolId: null }]))
    expect(dayOf(typed, '2026-03-10')).toBeCloseTo(1234, 6)
    expect(dayOf(typed, '2026-03-11')).toBe(dayOf(plain, '2026-03-11'))
    const hourly = Array.from({ length: 24 }, (_, hour) => (hour === 2 ? 1000 : 10))
    // The second hour of this day is skipped, and what was typed for it with it.
    const byHour = predicted(planWith([{ kind: 'visitors', date: FIRST_DATE, visitors: hourly, poolId: null }]))
    expect(dayOf(byHour, FIRST_DATE)).toBeCloseTo(230, 6)
    const percent = predicted(
      planWith([
        { kind: 'demand', percent: 50, poolId: null, time: ALWAYS },
        { kind: 'visitors', date: '2026-03-10', visitors: [100], poolId: null },
      ]),
    )
    expect(dayOf(percent, '2026-03-10')).toBeCloseTo(150, 6)
  })

  it('limits demand to a pool', () => {
    const one = assumedInputs(inputs, planWith([{ kind: 'demand', percent: 50, poolId: 'pool-1', time: ALWAYS }]))
    expect(one.pools[0]).toBe(inputs.pools[0])
    expect(one.pools[1]!.visitors[0]).toBe(inputs.pools[1]!.visitors[0]! * 1.5)
  })

  it('is edited shift by shift as it is predicted as a whole', () => {
    const plan = planWith([
      { kind: 'demand', percent: 25, poolId: null, time: { ...ALWAYS, days: [2] } },
      { kind: 'absence', agentId: 'agent-2', time: { ...ALWAYS, days: [2, 3] } },
      {
        kind: 'shrinkage',
        agentIds: null,
        time: { ...ALWAYS, days: [4], hours: { startMinute: 600, endMinute: 660 } },
      },
    ])
    const all = expectedIntervals(plan, inputs)
    const session = createPlanPredictor(assumedInputs(inputs, plan)).startSession(all)
    session.replaceShift('s20', [])
    session.replaceShift(
      's20',
      all.filter(({ shiftId }) => shiftId === 's20'),
    )
    expect(session.current()).toEqual(predicted(plan))
  })

  it('has a range of the difference to the world without them that is narrower than two ranges beside one another', () => {
    const plan = planWith([{ kind: 'demand', percent: 20, poolId: null, time: ALWAYS }])
    const schedule = expectedIntervals(plan, inputs)
    const baseline = intervalsInWeek(planWith(), inputs)
    const { difference, covered: own, baseline: compared } = weekBands(inputs, { schedule, baseline, world: plan })
    const exact = predicted(plan).totals.covered - plain.totals.covered
    expect(difference!.covered).toBeCloseTo(exact, 9)
    expect(difference!.lower80).toBeLessThan(exact)
    expect(difference!.upper80).toBeGreaterThan(exact)
    expect(difference!.upper80 - difference!.lower80).toBeLessThan(0.6 * (own.upper80 - own.lower80))
    expect(compared!.covered.lower80).toBeLessThan(plain.totals.covered)
    expect(compared!.covered.upper80).toBeGreaterThan(plain.totals.covered)
  })
})
