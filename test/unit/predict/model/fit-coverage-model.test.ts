import { describe, expect, it } from 'vitest'
import type { PoolModel } from '../../../../shared/predict/types.ts'
import { fitPools, inputOf, officeWorld, poolOf, rateOf, rateUnder } from './fit-of-worlds.ts'
import { simulateLosses, type LossHistory } from './loss-world.ts'
import { coverageWith } from '../../../../shared/predict/model/coverage.ts'
import { fitCoverageModel } from '../../../../shared/predict/model/fit-coverage-model.ts'

function fitOne(history: LossHistory, draws = 0): PoolModel {
  return fitPools([poolOf(history)], { draws }).pools[0]!
}

const kindsOf = (model: PoolModel): readonly string[] => model.warnings.map(({ kind }) => kind)
const spread = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
const NOTHING: LossHistory = {
  slots: 0,
  cells: { slot: [], agents: [], visitors: [], covered: [] },
  visitors: new Float64Array(8 * 672),
  expected: new Float64Array(8 * 672),
  covered: 0,
  total: 0,
}

describe('the fit of a busy site', () => {
  const worlds = [
    { peakVisitors: 12, peakAgents: 5, holdingMinutes: 4, availability: 0.9, visitorsPerAgent: 1 },
    { peakVisitors: 20, peakAgents: 4, holdingMinutes: 2, availability: 0.95, visitorsPerAgent: 1 },
    { peakVisitors: 8, peakAgents: 9, holdingMinutes: 15, availability: 0.8, visitorsPerAgent: 1, isLognormal: true },
    { peakVisitors: 20, peakAgents: 3, holdingMinutes: 6, availability: 0.9, visitorsPerAgent: 3 },
    { peakVisitors: 30, peakAgents: 10, holdingMinutes: 5, availability: 0.85, visitorsPerAgent: 1 },
  ]

  it.each(worlds)(
    'foresees schedules that were never tried: $peakVisitors visitors, $holdingMinutes minutes, availability $availability, $visitorsPerAgent at once',
    (options) => {
      const world = officeWorld({ ...options, seed: 11 })
      const model = fitOne(simulateLosses(world))
      const schedules: readonly ((slot: number) => number)[] = [
        world.agents,
        (slot) => 2 * world.agents(slot),
        (slot) => Math.ceil(world.agents(slot) / 2),
        (slot) => world.agents((slot + 668) % 672),
        (slot) => Math.max(0, world.agents(slot) - 1),
      ]
      const errors = schedules.map((agents) => {
        const future = { ...world, agents, weeks: 12, seed: 99 }
        return Math.abs(rateUnder(model, simulateLosses(future).expected, agents) - rateOf(future))
      })
      expect(Math.max(...errors)).toBeLessThan(0.03)
      expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.015)
      expect(kindsOf(model)).toEqual([])
    },
  )

  it('finds holding time and availability where one visitor is served at once', () => {
    const model = fitOne(
      simulateLosses(officeWorld({ peakVisitors: 12, peakAgents: 5, holdingMinutes: 4, availability: 0.9, weeks: 16 })),
    )
    expect(model.visitorsPerAgent).toBe(1)
    expect(model.holdingMinutes).toBeGreaterThan(3.4)
    expect(model.holdingMinutes).toBeLessThan(4.8)
    expect(model.availability).toBeGreaterThan(0.85)
    expect(model.availability).toBeLessThan(0.98)
  })

  it('gives the past back from its own staffing, within half a point', () => {
    const world = officeWorld({ peakVisitors: 12, peakAgents: 5 })
    const history = simulateLosses(world)
    const pool = poolOf(history)
    const model = fitPools([pool]).pools[0]!
    expect(Math.abs(rateUnder(model, pool.demand, world.agents) - history.covered / history.total)).toBeLessThan(0.005)
  })

  it('takes the visitors per agent that it is given', () => {
    const history = simulateLosses(officeWorld({ peakVisitors: 12, peakAgents: 5, weeks: 4 }))
    for (const visitorsPerAgent of [1, 4])
      expect(fitPools([poolOf(history)], { visitorsPerAgent }).pools[0]!.visitorsPerAgent).toBe(visitorsPerAgent)
  })

  it('expects more load of hours that were worse than the model has it, every week', () => {
    // On Tuesdays from 10 to 11 everybody is in a meeting, online.
    const world = officeWorld({ peakVisitors: 12, peakAgents: 5 })
    const history = simulateLosses(world)
    const covered = history.cells.covered.map((count, cell) =>
      Math.floor((history.cells.slot[cell]! % 672) / 4) === 58 ? Math.floor(count / 3) : count,
    )
    const { loadFactors } = fitPools([poolOf({ ...history, cells: { ...history.cells, covered } })]).pools[0]!
    expect(loadFactors).toHaveLength(168)
    expect(loadFactors[58]).toBeGreaterThan(1.8)
    expect(Math.min(...loadFactors)).toBeGreaterThanOrEqual(1 / 3)
    expect(Math.max(...loadFactors)).toBeLessThanOrEqual(3)
    expect(loadFactors[57]!).toBeLessThan(loadFactors[58]! / 1.4)
  })
})

describe('draws of the model', () => {
  const world = officeWorld({ peakVisitors: 4, peakAgents: 2, weeks: 6 })

  it('are the same for the same seed, and others for another', () => {
    const pools = [poolOf(simulateLosses(world))]
    const [first, again, other] = [1, 1, 2].map((seed) => fitPools(pools, { seed, draws: 20 }))
    expect(again).toEqual(first)
    expect(other!.pools[0]!.draws).not.toEqual(first!.pools[0]!.draws)
    expect(other!.pools[0]!.holdingMinutes).toBe(first!.pools[0]!.holdingMinutes)
  })

  it('scatter about the fit, less with more history', () => {
    const [short, long] = [4, 24].map((weeks) => fitOne(simulateLosses({ ...world, weeks }), 60)) as [
      PoolModel,
      PoolModel,
    ]
    for (const model of [short, long]) {
      const below = model.draws.filter(({ holdingMinutes }) => holdingMinutes < model.holdingMinutes).length
      expect(below).toBeGreaterThan(12)
      expect(below).toBeLessThan(48)
    }
    const logs = (model: PoolModel): readonly number[] =>
      model.draws.map(({ holdingMinutes }) => Math.log(holdingMinutes))
    expect(spread(logs(long))).toBeLessThan(spread(logs(short)))
  })

  it('are as wide as what is believed beforehand where nothing is known', () => {
    const model = fitOne(NOTHING, 100)
    expect(model.draws).toHaveLength(100)
    const logs = model.draws.map(({ holdingMinutes }) => Math.log(holdingMinutes))
    expect(spread(logs)).toBeGreaterThan(0.7)
    expect(spread(model.draws.map(({ availability }) => availability))).toBeGreaterThan(0.06)
  })
})

describe('with little to go by', () => {
  it('takes what is usual where nobody ever came, and says so', () => {
    const model = fitOne(NOTHING)
    expect(model.holdingMinutes).toBeCloseTo(5, 6)
    expect(model.availability).toBeCloseTo(1 / (1 + Math.exp(-2)), 6)
    expect(model.visitorsPerAgent).toBe(1)
    expect(kindsOf(model)).toEqual(['little-history', 'few-visits'])
    expect(model.warnings.at(-1)).toEqual({ kind: 'few-visits', visits: 0 })
    expect(model.loadFactors.every((factor) => factor === 1)).toBe(true)
  })

  it('fits no pools at all', () => {
    expect(fitCoverageModel({ timeZone: 'UTC', firstSlot: 0, slots: 0, pools: [] }, { seed: 1 })).toEqual({
      timeZone: 'UTC',
      pools: [],
      groups: [],
    })
  })

  it('says how little history there is', () => {
    const model = fitOne(simulateLosses(officeWorld({ peakVisitors: 12, peakAgents: 4, weeks: 1 })))
    expect(kindsOf(model)).toEqual(['little-history'])
    expect(model.weeks).toBe(1)
  })

  it('keeps the holding time in reason where coverage is only about somebody being there', () => {
    const model = fitOne(
      simulateLosses(officeWorld({ peakVisitors: 0.15, peakAgents: 1, holdingMinutes: 1, availability: 0.8 })),
      40,
    )
    expect(model.availability).toBeGreaterThan(0.65)
    expect(model.availability).toBeLessThan(0.95)
    for (const { holdingMinutes } of [model, ...model.draws]) {
      expect(holdingMinutes).toBeGreaterThan(0.1)
      expect(holdingMinutes).toBeLessThan(120)
    }
  })

  it('puts all of what is missed down to busy agents where these cannot be told from absent ones, and says so', () => {
    // The same load day and night, and always one agent.
    const slots = Array.from({ length: 8 * 672 }, (_, slot) => slot)
    const cells = {
      slot: slots,
      agents: slots.map(() => 1),
      visitors: slots.map(() => 4),
      covered: slots.map((slot) => (slot % 4 === 0 ? 1 : 3)),
    }
    const expected = new Float64Array(8 * 672).fill(4)
    const model = fitPools([{ ...poolOf({ ...NOTHING, cells }), demand: expected }], { visitorsPerAgent: 1, draws: 30 })
      .pools[0]!
    expect(kindsOf(model)).toContain('availability-fixed')
    expect(model.availability).toBe(1)
    const covered = cells.covered.reduce((sum, count) => sum + count, 0)
    const hours = (cells.visitors.length * 4 - covered) / (covered * 16)
    expect(model.holdingMinutes / 60 / hours).toBeGreaterThan(0.93)
    expect(model.holdingMinutes / 60 / hours).toBeLessThan(1.2)
    expect(new Set(model.draws.map(({ availability }) => availability)).size).toBeGreaterThan(20)
  })

  it('says when no agent was ever online, and when agents serve without a session', () => {
    const history = simulateLosses(officeWorld({ peakVisitors: 6, peakAgents: 3, weeks: 4 }))
    const none = {
      ...history,
      cells: {
        ...history.cells,
        agents: history.cells.agents.map(() => 0),
        covered: history.cells.covered.map(() => 0),
      },
    }
    expect(kindsOf(fitOne(none))).toEqual(['no-sessions'])
    const some = {
      ...history,
      cells: { ...history.cells, agents: history.cells.agents.map((agents, cell) => (cell % 10 === 0 ? 0 : agents)) },
    }
    expect(kindsOf(fitOne(some))).toEqual(['covered-outside-sessions'])
  })

  it('stays finite with absurd counts', () => {
    const cells = { slot: [0, 1, 2, 3], agents: [0, 1, 70_000, 3], visitors: [1e9, 4e9, 1, 7], covered: [5, 4e9, 0, 7] }
    const model = fitOne({ ...NOTHING, cells }, 5)
    for (const { holdingMinutes, availability } of [model, ...model.draws]) {
      expect(Number.isFinite(holdingMinutes)).toBe(true)
      expect(availability).toBeGreaterThanOrEqual(0)
      expect(availability).toBeLessThanOrEqual(1)
    }
    expect(model.loadFactors.every((factor) => factor >= 1 / 3 && factor <= 3)).toBe(true)
  })
})

describe('several pools', () => {
  const busy = [3, 4, 5].map((holdingMinutes, index) =>
    simulateLosses(
      officeWorld({ peakVisitors: 12, peakAgents: 5, holdingMinutes: 2 * holdingMinutes, seed: 20 + index }),
    ),
  )
  const known = busy.map((history, index) => poolOf(history, { poolId: `busy ${index}`, members: [`agent ${index}`] }))

  it('lean on each other: a pool without history is taken like the others, not like the usual', () => {
    const quiet = poolOf(NOTHING, { poolId: 'new', members: ['somebody'] })
    const { pools, groups } = fitPools([...known, quiet], { draws: 60 })
    expect(groups).toEqual([[0], [1], [2], [3]])
    expect(pools[3]!.holdingMinutes).toBeGreaterThan(5.7)
    expect(pools[3]!.holdingMinutes).toBeLessThan(10)
    const alone = fitPools([quiet], { draws: 60 }).pools[0]!
    const spreadOf = (model: PoolModel): number =>
      spread(model.draws.map(({ holdingMinutes }) => Math.log(holdingMinutes)))
    expect(spreadOf(pools[3]!)).toBeLessThan(spreadOf(alone))
    expect(kindsOf(pools[3]!)).toEqual(['few-visits'])
  })

  it('hardly move where each has much history of its own', () => {
    const together = fitPools(known).pools
    known.forEach((pool, index) => {
      const alone = fitPools([pool], { visitorsPerAgent: together[index]!.visitorsPerAgent }).pools[0]!
      expect(Math.abs(Math.log(together[index]!.holdingMinutes / alone.holdingMinutes))).toBeLessThan(0.1)
    })
  })

  it('that share agents are fitted as one load', () => {
    // One stream of visitors, split by chance only: each half alone sees half of the load that the agents have.
    const world = officeWorld({ peakVisitors: 16, peakAgents: 5, holdingMinutes: 4 })
    const whole = simulateLosses(world)
    const halves = [0, 1].map((half) => {
      const part = (counts: readonly number[]): number[] =>
        counts.map((count, cell) => Math.floor(count / 2) + ((cell + half) % 2) * (count % 2))
      const cells = { ...whole.cells, visitors: part(whole.cells.visitors), covered: part(whole.cells.covered) }
      return poolOf(
        { ...whole, cells, visitors: whole.visitors.map((count) => count / 2) },
        { poolId: `half ${half}`, members: null },
      )
    })
    const { pools, groups } = fitPools(halves, { visitorsPerAgent: 1 })
    const one = fitPools([poolOf(whole)], { visitorsPerAgent: 1 }).pools[0]!
    expect(groups).toEqual([[0, 1]])
    expect((pools[0]!.holdingMinutes + pools[1]!.holdingMinutes) / 2 / one.holdingMinutes).toBeGreaterThan(0.9)
    expect((pools[0]!.holdingMinutes + pools[1]!.holdingMinutes) / 2 / one.holdingMinutes).toBeLessThan(1.1)
    expect(pools[0]!.availability).toBe(pools[1]!.availability)
    expect(kindsOf(pools[0]!)).toEqual(['membership-unknown'])
  })

  it('that share agents keep holding times of their own, by their mix through the day', () => {
    const minutes = [0.6, 1.2, 2.4]
    const peaks = [10, 13, 16]
    const demand = peaks.map((peak) =>
      Float64Array.from({ length: 8 * 672 }, (_, slot) => 2 + 26 * Math.exp(-((((slot % 96) / 4 - peak) / 2) ** 2))),
    )
    const agents = (slot: number): number => 2 + (Math.floor(slot / 96) % 3)
    // What the model expects of them is what was seen, so that nothing but its own arithmetic is between it and the truth.
    const pools = demand.map((visitors, index) => {
      const slot = Array.from({ length: visitors.length }, (_, place) => place)
      const covered = slot.map((place) => {
        const load = minutes.reduce((sum, holding, pool) => sum + (demand[pool]![place]! * holding) / 15, 0)
        return visitors[place]! * coverageWith(agents(place), load, { availability: 0.85, visitorsPerAgent: 1 })
      })
      const cells = { slot, agents: slot.map(agents), visitors: [...visitors], covered }
      return {
        ...poolOf({ ...NOTHING, visitors, cells }, { poolId: `pool ${index}`, members: null }),
        demand: visitors,
      }
    })
    const fitted = fitPools(pools, { draws: 100 }).pools
    fitted.forEach((pool, index) => {
      expect(pool.holdingMinutes / minutes[index]!).toBeGreaterThan(0.97)
      expect(pool.holdingMinutes / minutes[index]!).toBeLessThan(1.03)
      const logs = pool.draws.map(({ holdingMinutes }) => Math.log(holdingMinutes))
      const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
      expect(Math.abs(mean - Math.log(pool.holdingMinutes))).toBeLessThan(spread(logs))
    })
  })

  it('keep their order and their draws belong together', () => {
    const { pools } = fitPools(known.toReversed(), { draws: 7 })
    expect(pools.map(({ poolId }) => poolId)).toEqual(['busy 2', 'busy 1', 'busy 0'])
    expect(pools.map(({ draws }) => draws.length)).toEqual([7, 7, 7])
    expect(inputOf(known).slots).toBe(8 * 672)
  })
})
