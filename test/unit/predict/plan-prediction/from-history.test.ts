import { describe, expect, it } from 'vitest'
import type { SessionInterval } from '../../../../shared/coverage/session-interval.ts'
import { learnAttendance } from '../../../../shared/predict/attendance/learn-attendance.ts'
import { inferTypicalPlan } from '../../../../shared/predict/attendance/typical-plan.ts'
import { typicalStaffing } from '../../../../shared/predict/attendance/typical-staffing.ts'
import { coverageWith } from '../../../../shared/predict/model/coverage.ts'
import { explainWeek } from '../../../../shared/predict/plan-prediction/explain-week.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../../shared/predict/plan-prediction/week-bands.ts'
import { createRandom } from '../../../../shared/predict/random.ts'
import type { PredictionInputs, TypicalStaffing } from '../../../../shared/predict/types.ts'
import { plannedIntervals } from '../../../../shared/plan/planned-intervals.ts'
import { addDays } from '../../../../shared/time/local.ts'
import { madeUpWork, WEEKDAYS, type Turn } from '../attendance/made-up-work.ts'
import { madeUpInputs, weekStarts } from './made-up-inputs.ts'

const TIME_ZONE = 'Europe/Berlin'
const FIRST_DATE = '2026-02-01'
const WEEKS = 7

const TURNS: readonly Turn[] = Array.from({ length: 9 }, (_, index) => ({
  agentId: `agent-${index}`,
  days: index % 3 === 0 ? [0, 1, 2, 5, 6] : WEEKDAYS,
  start: (7 + (index % 5)) * 60,
  end: (15 + (index % 5)) * 60 + 30,
  rest: [(11 + (index % 5)) * 60, (11.5 + (index % 5)) * 60],
}))

interface Site {
  readonly inputs: PredictionInputs
  readonly sessions: readonly SessionInterval[]
  readonly origin: number
}

/** A site that has been open for some weeks, to predict the week after them. */
function siteOf(firstDate: string, seed: number): Site {
  const { sessions, origin } = madeUpWork({
    timeZone: TIME_ZONE,
    firstDate,
    weeks: WEEKS,
    turns: TURNS,
    seed,
    habits: { noShow: 0.06, late: 5, early: 3, jitter: 5 },
  })
  const weekDate = addDays(firstDate, 7 * WEEKS)
  const inputs = madeUpInputs({
    timeZone: TIME_ZONE,
    firstDate: weekDate,
    visitorsPerSlot: (slot) => (slot % 96 >= 28 && slot % 96 < 80 ? 8 : 1),
  })
  const staffing = typicalStaffing({
    sessions,
    timeZone: TIME_ZONE,
    origin,
    starts: inputs.starts,
    pools: [{ members: null }],
  })
  return {
    inputs: {
      ...inputs,
      attendance: learnAttendance({ sessions, origin, timeZone: TIME_ZONE, planned: null }),
      typical: staffing.all,
      pools: inputs.pools.map((pool) => ({ ...pool, typical: staffing.pools[0]! })),
    },
    sessions,
    origin,
  }
}

describe('a plan made of history', () => {
  it.each([
    ['an ordinary week', FIRST_DATE, 1],
    ['another', FIRST_DATE, 2],
    ['the week in which the clock goes forward', '2026-02-08', 3],
    ['the week in which the clock goes back', '2026-09-06', 4],
  ])('predicts what the typical week does in %s', (_, firstDate, seed) => {
    const { inputs, sessions, origin } = siteOf(firstDate, seed)
    const shifts = inferTypicalPlan({ sessions, origin, timeZone: TIME_ZONE, attendance: inputs.attendance })
    const intervals = plannedIntervals(
      { name: '', timeZone: TIME_ZONE, poolId: null, kind: 'weekly', shifts },
      { firstDate: inputs.firstDate },
    )
    const predictor = createPlanPredictor(inputs)
    const plan = predictor.predict(intervals)
    const typical = predictor.typicalWeek()
    expect(Math.abs(plan.totals.covered - typical.totals.covered) / plan.totals.visitors).toBeLessThan(0.01)
    const { difference } = weekBands(inputs, { schedule: intervals, baseline: 'typical', draws: 300 })
    expect(difference!.lower80).toBeLessThan(0)
    expect(difference!.upper80).toBeGreaterThan(0)
  })

  it('gives back the total of a past week from its own staffing', () => {
    const { inputs, sessions } = siteOf(FIRST_DATE, 5)
    const lastDate = addDays(inputs.firstDate, -7)
    const starts = weekStarts(lastDate, TIME_ZONE)
    const end = inputs.starts[0]!
    const past = { ...inputs, firstDate: lastDate, starts }
    const own = typicalStaffing({
      sessions,
      timeZone: TIME_ZONE,
      origin: end,
      starts: inputs.starts,
      pools: [],
      weeks: 1,
    }).all
    const { visitors, covered } = liveWeek(past, own)
    const explanation = explainWeek(past, {
      intervals: [],
      actual: { pools: [{ visitors, covered, staffing: own }] },
    }).explain()
    const { coverageRate } = weekBands(
      { ...past, pools: past.pools.map((pool) => ({ ...pool, typical: own })) },
      { schedule: 'typical', baseline: null },
    )
    const actual = sum(covered) / sum(visitors)
    expect(actual).toBeGreaterThan(coverageRate.lower95)
    expect(actual).toBeLessThan(coverageRate.upper95)
    expect(Math.abs(explanation.rate.model)).toBeLessThan(0.02)
  })
})

describe('the typical staffing', () => {
  it('counts people by the wall clock, also where the clock changed since', () => {
    const { sessions, origin } = madeUpWork({
      timeZone: TIME_ZONE,
      firstDate: '2026-02-08',
      weeks: 7,
      turns: [{ agentId: 'a', days: [0, 1, 2, 3, 4, 5, 6], start: 540, end: 1020 }],
    })
    const starts = weekStarts('2026-03-29', TIME_ZONE)
    const { all } = typicalStaffing({ sessions, timeZone: TIME_ZONE, origin, starts, pools: [] })
    expect(starts).toHaveLength(668)
    expect(all.weeks).toBe(7)
    const online = (slot: number): number => all.agents[all.offsets[slot]!]!
    // Nine o'clock is the 33rd quarter-hour of a Sunday that lacks one hour, and the 37th of any other day.
    expect([online(31), online(32), online(63), online(64)]).toEqual([0, 1, 1, 0])
    expect([online(92 + 35), online(92 + 36)]).toEqual([0, 1])
  })

  it('adds up to one in each slot, and takes only the agents of the pool', () => {
    const { inputs, sessions, origin } = siteOf(FIRST_DATE, 6)
    const { all, pools } = typicalStaffing({
      sessions,
      timeZone: TIME_ZONE,
      origin,
      starts: inputs.starts,
      pools: [{ members: ['agent-0'] }, { members: [] }],
    })
    for (const staffing of [all, ...pools]) {
      for (let slot = 0; slot < 672; slot += 1)
        expect(sum(staffing.shares.slice(staffing.offsets[slot], staffing.offsets[slot + 1]))).toBeCloseTo(1, 9)
    }
    expect(Math.max(...pools[0]!.agents)).toBe(1)
    expect(Math.max(...pools[1]!.agents)).toBe(0)
  })

  it('looks only at weeks of which it is known what happened', () => {
    const { inputs, sessions, origin } = siteOf(FIRST_DATE, 7)
    const known = [{ start: origin - 3.5 * 7 * 86_400_000, end: origin }]
    expect(
      typicalStaffing({ sessions, timeZone: TIME_ZONE, origin, starts: inputs.starts, pools: [], known }).all.weeks,
    ).toBe(3)
    expect(
      typicalStaffing({ sessions: [], timeZone: TIME_ZONE, origin, starts: inputs.starts, pools: [] }).all.weeks,
    ).toBe(0)
  })
})

/** A week's visitors, each covered by the chance that the model gives with the numbers online. */
function liveWeek(
  { starts, pools }: PredictionInputs,
  staffing: TypicalStaffing,
): { readonly visitors: readonly number[]; readonly covered: readonly number[] } {
  const random = createRandom(77)
  const { visitors: expected, model } = pools[0]!
  const visitors: number[] = []
  const covered: number[] = []
  starts.forEach((_, slot) => {
    const came = random.poisson(expected[slot]!)
    let rate = 0
    for (let index = staffing.offsets[slot]!; index < staffing.offsets[slot + 1]!; index += 1) {
      rate +=
        staffing.shares[index]! *
        coverageWith(staffing.agents[index]!, (expected[slot]! * model.holdingMinutes) / 15, model)
    }
    visitors.push(came)
    covered.push(random.binomial(came, rate))
  })
  return { visitors, covered }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
