import { describe, expect, it } from 'vitest'
import { actualSlots } from '../../../shared/compare/actual-slots.ts'
import { withActualVisitors } from '../../../shared/compare/actual-visitors.ts'
import { chanceBand } from '../../../shared/compare/chance-band.ts'
import { replayWeeks } from '../../../shared/compare/replay.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import { assembleInputs } from '../../../shared/predict/assemble/assemble-inputs.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { smallHistory } from '../predict/assemble/small-history.ts'
import { coverageFromCube } from './known-figures.ts'
import { usualPlan, WEEK, WEEK_START } from './published-week.ts'

const facts = smallHistory({ days: 56 })
const plan = usualPlan()
const inputs = assembleInputs(facts, {
  timeZone: 'UTC',
  firstDate: WEEK,
  knownDays: [],
  seed: 1,
  draws: 40,
  until: WEEK_START,
})
const schedule = intervalsInWeek(plan, inputs)
const options = { facts, poolId: null, end: WEEK_START + 7 * DAY_MS }
const replay = replayWeeks([{ inputs, schedule }], options)

describe('a week that is replayed', () => {
  it('has the visitors who came and what was covered of them', () => {
    expect(replay.total).toMatchObject(coverageFromCube(facts, { from: WEEK_START, to: WEEK_START + 7 * DAY_MS }))
    expect([replay.total.slots, replay.total.knownSlots]).toEqual([672, 672])
  })

  it('gives the past back, within its range, where the plan is what was worked', () => {
    const { rate, covered } = replay.bands!
    expect(coverageFraction(replay.total, 1)).toBeGreaterThan(rate.lower80)
    expect(coverageFraction(replay.total, 1)).toBeLessThan(rate.upper80)
    expect(replay.total.replayed).toBeGreaterThan(covered.lower80)
    expect(replay.total.replayed).toBeLessThan(covered.upper80)
  })

  it('adds up by day and by hour', () => {
    for (const pieces of [replay.days, replay.hours, replay.hoursOfWeek])
      for (const kind of ['visitors', 'covered', 'replayed', 'slots', 'knownSlots'] as const)
        expect(pieces.reduce((sum, piece) => sum + piece[kind], 0)).toBeCloseTo(replay.total[kind], 6)
    expect(replay.days.map(({ date }) => date)).toEqual([
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
    ])
  })

  it('covers nobody with nobody, and more with more', () => {
    const nobody = replayWeeks([{ inputs, schedule: [] }], options)
    expect(nobody.total.replayed).toBe(0)
    expect(nobody.total.covered).toBe(replay.total.covered)
    const more = schedule.map((shift) => ({ ...shift, shiftId: `more ${shift.shiftId}`, agentId: null }))
    const doubled = replayWeeks([{ inputs, schedule: [...schedule, ...more] }], options)
    expect(doubled.total.replayed).toBeGreaterThan(replay.total.replayed)
    expect(doubled.total.agents.actual).toBe(replay.total.agents.actual)
  })

  it('counts known time only, to the end that is given', () => {
    const half = replayWeeks([{ inputs, schedule }], {
      ...options,
      facts: { ...facts, known: [{ start: WEEK_START, end: WEEK_START + 2 * DAY_MS }] },
      end: WEEK_START + 4 * DAY_MS,
    })
    expect([half.total.slots, half.total.knownSlots]).toEqual([4 * 96, 2 * 96])
    expect(half.total).toMatchObject(coverageFromCube(facts, { from: WEEK_START, to: WEEK_START + 2 * DAY_MS }))
    expect(half.days.map(({ knownSlots }) => knownSlots)).toEqual([96, 96, 0, 0])
    expect(half.days[3]!.rate).toBeNull()
  })

  it('knows the sum of several weeks better than each', () => {
    const before = assembleInputs(facts, {
      timeZone: 'UTC',
      firstDate: '2026-02-23',
      knownDays: [],
      seed: 2,
      draws: 40,
      until: WEEK_START,
    })
    const weeks = [
      { inputs, schedule },
      { inputs: before, schedule: intervalsInWeek(plan, before) },
    ]
    const both = replayWeeks(weeks, { ...options, end: WEEK_START + 14 * DAY_MS })
    const width = ({ rate }: NonNullable<typeof both.bands>): number => rate.upper80 - rate.lower80
    expect(width(both.bands!)).toBeLessThan(width(replay.bands!))
    expect(both.days).toHaveLength(14)
  })
})

describe('visitors who really came', () => {
  const actual = actualSlots(inputs, facts, { poolId: null, now: facts.now })

  it('times 1.2 are what a forecast times 1.2 is', () => {
    const happened = withActualVisitors(inputs, actual)
    const more = withActualVisitors(inputs, {
      ...actual,
      pools: actual.pools.map((pool) => ({ ...pool, visitors: pool.visitors.map((visitors) => 1.2 * visitors) })),
    })
    const scaled = {
      ...happened,
      pools: happened.pools.map((pool) => ({ ...pool, visitors: pool.visitors.map((visitors) => 1.2 * visitors) })),
    }
    expect(createPlanPredictor(more, {}).predict(schedule)).toEqual(createPlanPredictor(scaled, {}).predict(schedule))
  })

  it('are no less certain where a day was marked as unusual', () => {
    const marked = { ...inputs, pools: inputs.pools.map((pool) => ({ ...pool, markedCv: [0, 0.8, 0, 0.8, 0, 0, 0] })) }
    expect(chanceBand(marked, actual, null)).toEqual(chanceBand(inputs, actual, null))
  })
})
