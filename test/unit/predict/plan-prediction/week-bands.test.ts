import { describe, expect, it } from 'vitest'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../../shared/predict/plan-prediction/week-bands.ts'
import type { PlannedInterval } from '../../../../shared/plan/plan.ts'
import type { Band, PredictionInputs } from '../../../../shared/predict/types.ts'
import { HUMAN, madeUpInputs, interval } from './made-up-inputs.ts'

const inputs = madeUpInputs({
  agents: 6,
  pools: 2,
  profile: HUMAN,
  typical: (slot) => (slot % 96 >= 36 && slot % 96 < 68 ? 3 : 0),
})

/** Everybody works 9-17 on each day. */
function office(from: PredictionInputs, agents = 6): readonly PlannedInterval[] {
  return Array.from({ length: 7 * agents }, (_, index) => {
    const day = Math.floor(index / agents)
    return interval(from, { agentId: `agent-${index % agents}`, from: day * 24 + 9, to: day * 24 + 17 })
  })
}

function width({ lower80, upper80 }: Band): number {
  return upper80 - lower80
}

describe('the bands of a week', () => {
  const schedule = office(inputs)
  const bands = weekBands(inputs, { schedule, baseline: schedule.slice(1) })

  it('are in order and hold what is expected', () => {
    const { totals } = createPlanPredictor(inputs).predict(schedule)
    const rate = totals.covered / totals.visitors
    const { lower95, lower80, upper80, upper95 } = bands.coverageRate
    expect([lower95, lower80, rate, upper80, upper95]).toEqual(
      [lower95, lower80, rate, upper80, upper95].toSorted((a, b) => a - b),
    )
    expect(width(bands.coverageRate)).toBeLessThan(0.15)
    expect(totals.covered).toBeGreaterThan(bands.covered.lower80)
    expect(totals.covered).toBeLessThan(bands.covered.upper80)
  })

  it('are wider on marked days, of visitors covered and of the coverage rate', () => {
    const busy = madeUpInputs({ agents: 6, profile: HUMAN, visitorsPerSlot: () => 12 })
    const marked = { ...busy, pools: busy.pools.map((pool) => ({ ...pool, markedCv: [0, 0, 0, 0.35, 0, 0, 0] })) }
    const bandsOf = (from: PredictionInputs) => weekBands(from, { schedule: office(from), baseline: null, sums: true })
    const [before, after] = [bandsOf(busy), bandsOf(marked)]
    expect(width(after.sums!.byDay[3]!)).toBeGreaterThan(1.2 * width(before.sums!.byDay[3]!))
    expect(width(after.coverageRate)).toBeGreaterThan(width(before.coverageRate))
    expect(width(after.covered)).toBeGreaterThan(width(before.covered))
  })

  it('are wider where people stay away together', () => {
    const absent = { ...HUMAN, shows: 0.8 }
    const attendance = { agents: {}, everybody: absent }
    const widthWith = (commonShare: number): number =>
      width(
        weekBands({ ...inputs, attendance: { ...attendance, commonShare } }, { schedule, baseline: null }).coverageRate,
      )
    expect(widthWith(0.5)).toBeGreaterThan(1.15 * widthWith(0))
  })

  it('are the same for the same seed, and others for another', () => {
    const again = weekBands(inputs, { schedule, baseline: schedule.slice(1) })
    expect(again).toEqual(bands)
    expect(weekBands(inputs, { schedule, baseline: null, seed: 5 }).coverageRate).not.toEqual(bands.coverageRate)
  })

  it('compare two plans on the same draws, much more narrowly than each is known', () => {
    expect(bands.difference!.covered).toBeGreaterThan(0)
    expect(bands.difference!.lower80).toBeGreaterThan(0)
    expect(width(bands.difference!)).toBeLessThan(0.3 * width(bands.covered))
  })

  it('give the baseline the same band as a prediction of its own would, and the plan the same whatever it is compared with', () => {
    const alone = weekBands(inputs, { schedule: schedule.slice(1), baseline: null })
    expect(alone.baseline).toBeNull()
    for (const baseline of [[], 'typical', schedule] as const) {
      const compared = weekBands(inputs, { schedule: schedule.slice(1), baseline })
      for (const end of ['lower95', 'lower80', 'upper80', 'upper95'] as const) {
        expect(compared.coverageRate[end]).toBeCloseTo(alone.coverageRate[end], 2)
      }
    }
    const own = bands.baseline!
    expect(own.coverageRate.lower80).toBeCloseTo(alone.coverageRate.lower80, 2)
    expect(own.coverageRate.upper80).toBeCloseTo(alone.coverageRate.upper80, 2)
    expect(own.covered.lower80 / alone.covered.lower80).toBeCloseTo(1, 1)
  })

  it('say that a plan differs from itself by nothing', () => {
    const { difference } = weekBands(inputs, { schedule, baseline: schedule })
    expect(difference).toEqual({ covered: 0, lower80: 0, upper80: 0, lower95: 0, upper95: 0 })
  })

  it('are given for days and hours of the day where these are asked for, from the same draws', () => {
    expect(bands.sums).toBeNull()
    const { sums, ...same } = weekBands(inputs, { schedule, baseline: schedule.slice(1), sums: true })
    expect({ ...same, sums: null }).toEqual(bands)
    expect([sums!.byDay.length, sums!.byHour.length]).toEqual([7, 24])
    for (const band of [...sums!.byDay, sums!.byHour[12]!])
      expect(width(band)).toBeGreaterThan(width(bands.coverageRate))
    for (const day of [0, 1, 2, 3, 4, 5, 6])
      expect(width(sums!.byDay[day]!)).toBeLessThan(width(bands.byDayHour[day * 24 + 12]!))

    const only = (isIn: (slot: number) => boolean) => ({
      ...inputs,
      pools: inputs.pools.map((pool) => ({
        ...pool,
        visitors: pool.visitors.map((visitors, slot) => (isIn(slot) ? visitors : 0)),
      })),
    })
    const oneDay = weekBands(
      only((slot) => slot < 96),
      { schedule, baseline: null, sums: true },
    )
    const days = oneDay.sums!.byDay.filter((band) => band.lower95 > 0 || band.upper95 < 1)
    expect(days).toEqual([oneDay.coverageRate])
    const oneHour = weekBands(
      only((slot) => Math.floor((slot % 96) / 4) === 12),
      { schedule, baseline: null, sums: true },
    )
    const hours = oneHour.sums!.byHour.filter((band) => band.lower95 > 0 || band.upper95 < 1)
    expect(hours).toEqual([oneHour.coverageRate])
  })

  it('hold nothing where nobody is planned, and everything where nobody comes', () => {
    expect(bands.byDayHour[3]).toEqual({ lower80: 0, upper80: 0, lower95: 0, upper95: 0 })
    const silent = madeUpInputs({ visitorsPerSlot: (slot) => (slot < 96 ? 0 : 5) })
    const { byDayHour, coverageRate } = weekBands(silent, { schedule: office(silent), baseline: null })
    expect(byDayHour[10]).toEqual({ lower80: 0, upper80: 1, lower95: 0, upper95: 1 })
    expect(coverageRate.upper95).toBeLessThan(1)
  })

  it('are wider where less is known', () => {
    const unsure = {
      ...inputs,
      pools: inputs.pools.map((pool) => ({ ...pool, noise: { ...pool.noise, weekCv: 0.4 } })),
    }
    expect(width(weekBands(unsure, { schedule, baseline: null }).coverageRate)).toBeGreaterThan(
      1.3 * width(bands.coverageRate),
    )
  })

  it('are given for a few visitors a week as well', () => {
    const sparse = madeUpInputs({ agents: 2, visitorsPerSlot: () => 0.05, profile: HUMAN })
    const { coverageRate } = weekBands(sparse, { schedule: office(sparse, 2), baseline: 'typical' })
    expect(coverageRate.lower95).toBeGreaterThan(0)
    expect(width(coverageRate)).toBeGreaterThan(0.1)
  })

  it('know the typical week', () => {
    const typical = createPlanPredictor(inputs).typicalWeek()
    const rate = typical.totals.covered / typical.totals.visitors
    const { coverageRate, difference } = weekBands(inputs, { schedule: 'typical', baseline: schedule })
    expect(coverageRate.lower80).toBeLessThan(rate)
    expect(coverageRate.upper80).toBeGreaterThan(rate)
    expect(difference!.upper95).toBeLessThan(0)
  })

  it.each(['2026-03-08', '2026-11-01'])('span the real hours of the week of %s', (firstDate) => {
    const changed = madeUpInputs({ agents: 3, profile: HUMAN, timeZone: 'America/New_York', firstDate })
    const plan = [interval(changed, { agentId: 'agent-0', from: 0, to: 8 })]
    const { byDayHour } = weekBands(changed, { schedule: plan, baseline: null })
    expect(byDayHour).toHaveLength(168)
    expect(byDayHour[4]!.upper95).toBeGreaterThan(0)
    expect(byDayHour[40]!.upper95).toBe(0)
  })
})
