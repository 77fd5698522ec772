import { describe, expect, it } from 'vitest'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import { historicalDeviation, naiveHistory, naivePredictions } from '../../simulation/naive.ts'
import { factsOf, planOf } from '../../simulation/observed.ts'
import { liveHistory, totalsOf } from '../../simulation/replay.ts'
import { SCHEDULES, shiftsUnder } from '../../simulation/schedules.ts'
import { bandAround, bandOf, intervalScore, quantile, scoreOf } from '../../simulation/score.ts'
import { deskShare, expectedVisitors, truthOf } from '../../simulation/truth.ts'
import { makeWorld, SITE_NAMES } from '../../simulation/worlds.ts'
import { agents, shift, smallWorld } from './small-world.ts'
import type { WorldShift } from '../../simulation/world.ts'

function hours(shifts: readonly WorldShift[]): number {
  return shifts.reduce((sum, { startMinute, endMinute }) => sum + (endMinute - startMinute) / 60, 0)
}

describe('schedules tried on a made-up world', () => {
  it.each(SITE_NAMES)('differ from the roster as their names say: %s', (name) => {
    const world = { ...makeWorld(name, 1), planPool: null }
    const base = world.shiftsOf(world.weeks)
    const tried = Object.fromEntries(SCHEDULES.map((schedule) => [schedule, shiftsUnder(world, schedule)])) as Record<
      (typeof SCHEDULES)[number],
      readonly WorldShift[]
    >
    const people = (shifts: readonly WorldShift[]): number => new Set(shifts.map(({ agent }) => agent)).size
    expect(tried.unchanged).toEqual(base)
    expect(people(tried['a third fewer'])).toBe(Math.round((people(base) * 2) / 3))
    expect(hours(tried['an hour later'])).toBe(hours(base))
    expect(tried['new Saturday'].length).toBeGreaterThan(base.length)
    expect(hours(tried.halved)).toBeCloseTo(hours(base) / 2, -1)
    expect(hours(tried.doubled)).toBe(2 * hours(base))
    expect(people(tried.doubled)).toBe(2 * people(base))
    expect(tried['empty day'].some(({ dayOfWeek }) => dayOfWeek === 3)).toBe(false)
  })

  it('keep what begins after midnight on its own day when it moves by an hour', () => {
    const world = smallWorld({
      shiftsOf: () => [
        shift({ dayOfWeek: 6, startMinute: 1410, endMinute: 1800, breaks: [{ startMinute: 1500, endMinute: 1530 }] }),
      ],
    })
    expect(shiftsUnder(world, 'an hour later')).toEqual([
      shift({ dayOfWeek: 0, startMinute: 30, endMinute: 420, breaks: [{ startMinute: 120, endMinute: 150 }] }),
    ])
  })

  it('are plans that a planner could have drawn: breaks only where the site draws them, newcomers under ids nobody has seen', () => {
    const world = makeWorld('office team, one pool', 1)
    const plan = planOf(world, shiftsUnder(world, 'doubled'))
    const seen = new Set(factsOf(world, liveHistory({ ...world, weeks: 1 })).sessions.map(({ agentId }) => agentId))
    const unseen = plan.shifts.filter(({ agentId }) => agentId === null || !seen.has(agentId))
    expect(unseen.length).toBeGreaterThanOrEqual(plan.shifts.length / 2)
    expect(unseen.filter(({ agentId }) => agentId === null).length).toBeGreaterThan(5)
    expect(plan.shifts.some(({ breaks }) => breaks.length > 0)).toBe(true)
    const other = makeWorld('two pools, members not known', 1)
    expect(planOf(other, shiftsUnder(other, 'unchanged')).shifts.every(({ breaks }) => breaks.length === 0)).toBe(true)
  })

  it('are about one team only where plans are', () => {
    const world = makeWorld('two separate teams, known members', 1)
    const plan = planOf(world, shiftsUnder(world, 'empty day'))
    const team = new Set(world.agents.filter(({ pools }) => pools.includes(0)).map(({ id }) => id))
    expect(plan.poolId).toBe(world.pools[0]!.id)
    expect(plan.shifts.every(({ agentId }) => team.has(agentId!))).toBe(true)
    expect(shiftsUnder(world, 'empty day').some(({ dayOfWeek }) => dayOfWeek === 3)).toBe(true)
  })
})

describe('what is shown of a made-up world', () => {
  it('counts every visit once, with who was covered', () => {
    const world = makeWorld('three pools, shared people', 1)
    const history = liveHistory(world)
    const facts = factsOf(world, history)
    let visitors = 0
    let covered = 0
    let coveredByNobody = 0
    for (const { cells } of facts.batches) {
      for (let cell = 0; cell < cells.length; cell += 1) {
        visitors += cells.visitors[cell]!
        covered += cells.covered[cell]!
        if (cells.agents[cell] === 0) coveredByNobody += cells.covered[cell]!
      }
    }
    expect({ visitors, covered }).toEqual(totalsOf(history))
    expect(coveredByNobody).toBe(0)
    expect(facts.members!.length).toBeGreaterThan(10)
  })

  it('knows nothing of what comes after the history', () => {
    const world = makeWorld('round the clock, rotating', 1)
    const facts = factsOf(world, liveHistory(world))
    expect(
      facts.sessions.every(
        ({ startedAt, endedAt }) => startedAt < facts.now && (endedAt === null || endedAt <= facts.now),
      ),
    ).toBe(true)
    expect(facts.sessions.some(({ endedAt }) => endedAt === null)).toBe(true)
  })
})

describe('the truth of a schedule', () => {
  it('says who is online as it is planned, and who comes as the world has it', () => {
    const world = smallWorld({ agents: agents(2) })
    const truth = truthOf(world, [shift()], { name: 'truth', replays: 6 })
    const [staffing] = truth.staffing
    expect(staffing!.offsets).toHaveLength(673)
    const online = Array.from({ length: 672 }, (_, slot) => {
      let sum = 0
      for (let pair = staffing!.offsets[slot]!; pair < staffing!.offsets[slot + 1]!; pair += 1)
        sum += staffing!.agents[pair]! * staffing!.shares[pair]!
      return sum
    })
    expect(online.reduce((sum, value) => sum + value, 0) / 4).toBeCloseTo(truth.onlineHours, 1)
    expect(Math.min(...online.slice(40, 64))).toBeCloseTo(1, 9)
    const [visitors] = expectedVisitors(world)
    expect(visitors!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(6720, 6)
    expect(Math.abs(truth.visitors / 6720 - 1)).toBeLessThan(0.03)
    expect(deskShare(liveHistory(world))).toBe(1)
  })
})

describe('predictions that anybody could make', () => {
  it('are last week, the average of the same hour, and whether anybody is planned', () => {
    const world = smallWorld({
      weeks: 2,
      agents: agents(1),
      pools: [{ id: 'pool', share: 1, minutes: 0.01, service: 'fixed', hoursLater: 0 }],
    })
    const events = liveHistory(world)
    const history = naiveHistory(world, events)
    const naive = naivePredictions(world, history, [
      shift({ dayOfWeek: 2 }),
      shift({ dayOfWeek: 3, startMinute: 1320, endMinute: 1800 }),
    ])
    expect(naive.lastWeek).toBeCloseTo(8 / 168, 1)
    expect(naive.sameCell).toBeCloseTo(coverageFraction(totalsOf(events), 1), 9)
    expect(naive.anybodyPlanned).toBeCloseTo(16 / 168, 1)
    expect(historicalDeviation(history)).toBeLessThan(0.01)
  })
})

describe('scores', () => {
  it('of an interval are its width and ten times what it missed by', () => {
    const f = [12, 1, 8, 9, 16]
    const scores = [10, 0, 8, 12, 20].map((actual, index) => intervalScore(actual, f[index]! - 3, f[index]! + 3))
    expect(scores.reduce((sum, score) => sum + score, 0) / 5).toBe(8)
  })

  it('of a class are mean and worst error in points, and how often bands held', () => {
    const band = { lower80: 0.5, upper80: 0.6, lower95: 0.4, upper95: 0.7 }
    const score = scoreOf([
      { actual: 0.55, predicted: 0.54, band },
      { actual: 0.65, predicted: 0.6, band },
    ])
    expect(score.meanError).toBeCloseTo(3, 9)
    expect(score.worstError).toBeCloseTo(5, 9)
    expect(score.bias).toBeCloseTo(-3, 9)
    expect([score.holds80, score.holds95]).toEqual([0.5, 1])
    expect(score.intervalScore).toBeCloseTo(35, 9)
  })

  it('cut a band to what a rate can be', () => {
    expect(bandAround(0.99, 0.1).upper80).toBe(1)
    expect(bandOf([0.1, 0.2, 0.3, 0.4, 0.5])).toMatchObject({ lower80: quantile([0.1, 0.2, 0.3, 0.4, 0.5], 0.1) })
    expect(quantile([3, 1, 2], 0.5)).toBe(2)
  })
})
