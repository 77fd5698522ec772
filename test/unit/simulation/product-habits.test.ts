import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { liveHistory } from '../../simulation/replay.ts'
import { CATCH_ALL_POOL, factsOf, recordsOf } from '../../simulation/observed.ts'
import { union, type Interval } from '../../simulation/presence.ts'
import { NO_HABITS, parseHabits, type ProductHabit, type ProductRecords } from '../../support/product-habits.ts'
import { recordDemoDay, demoFormerAgent } from '../../support/demo-records.ts'
import { agents, shift, smallWorld } from './small-world.ts'

const POOL = '00000000-0000-4000-8001-000000000001'

const world = smallWorld({
  seed: 'habits',
  pools: [{ id: POOL, share: 1, minutes: 3, service: 'exponential', hoursLater: 0 }],
  agents: agents(8, { noShow: 0.05, late: 4, awayEvery: 50, awayFor: 6, breakOverrun: 5, signsOffForBreaks: 0.5 }),
  shiftsOf: () =>
    [1, 2, 3, 4, 5].flatMap((dayOfWeek) =>
      [0, 1, 2, 3].map((agent) => shift({ agent, dayOfWeek, breaks: [{ startMinute: 720, endMinute: 750 }] })),
    ),
  membershipKnown: true,
})
const history = liveHistory(world)
const recordedWith = (...habits: readonly ProductHabit[]): ProductRecords => recordsOf(world, history, new Set(habits))
const plain = recordsOf(world, history)
const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { start, end }) => sum + end - start, 0)

describe('a product without habits', () => {
  it('records sessions and visits as they were, and nothing else', () => {
    expect(plain.sessions).toHaveLength(history.presence.flatMap(({ online }) => online).length)
    expect(plain.sessions.every(({ endedAt, seconds }) => endedAt !== null && seconds === undefined)).toBe(true)
    expect(plain.visits.map(({ createdAt, agentId }) => [createdAt, agentId])).toEqual(
      Array.from(history.served, (agent, visit) => [
        history.arrivals.at[visit],
        agent < 0 ? null : world.agents[agent]!.id,
      ]),
    )
    expect([plain.statusChanges, plain.calls, plain.deactivated]).toEqual([[], [], []])
  })

  it('gives the same records each time', () => {
    expect(recordedWith('deployments', 'rerouted-calls', 'agent-pools')).toEqual(
      recordedWith('deployments', 'rerouted-calls', 'agent-pools'),
    )
  })
})

describe('deployments', () => {
  it('leave sessions open for ever, each followed by another of the same agent within seconds, so that the time online is the same', () => {
    const { sessions } = recordedWith('deployments')
    const open = sessions.filter(({ endedAt }) => endedAt === null)
    expect(open.length).toBeGreaterThan(3)
    const repaired = sessions.map((session) => ({
      start: session.startedAt,
      end:
        session.endedAt ??
        sessions.find((next) => next.agentId === session.agentId && next.startedAt > session.startedAt)!.startedAt,
    }))
    expect(lengthOf(repaired)).toBe(lengthOf(history.presence.flatMap(({ online }) => online)))
  })
})

describe('status changes', () => {
  it('say exactly when each agent was at the desk, in a call or not', () => {
    const { statusChanges } = recordedWith('status-changes')
    for (const [agent, { atDesk }] of history.presence.entries()) {
      const mine = statusChanges.filter(({ agentId }) => agentId === world.agents[agent]!.id)
      const present = mine.flatMap(({ to, changedAt }, index) =>
        to === 'idle' || to === 'in_call'
          ? [{ start: Number(changedAt), end: Number(mine[index + 1]!.changedAt) }]
          : [],
      )
      expect(union(present)).toEqual(atDesk)
    }
  })

  it('follow one another within a session, from offline to offline', () => {
    const { statusChanges } = recordedWith('status-changes')
    for (const changes of Map.groupBy(statusChanges, ({ sessionId }) => sessionId).values()) {
      expect(changes.map(({ from }) => from)).toEqual(['offline', ...changes.slice(0, -1).map(({ to }) => to)])
      expect(changes.at(-1)!.to).toBe('offline')
    }
    expect(new Set(statusChanges.map(({ to }) => to))).toEqual(new Set(['idle', 'in_call', 'away', 'offline']))
  })

  it('do not say that an agent went offline where a deployment left the session open', () => {
    const { sessions, statusChanges } = recordedWith('status-changes', 'deployments')
    const open = new Set(sessions.filter(({ endedAt }) => endedAt === null).map(({ id }) => id))
    expect(statusChanges.filter(({ sessionId, to }) => open.has(sessionId) && to === 'offline')).toEqual([])
  })
})

describe('measured seconds', () => {
  it('add up to the length of each session, and to the calls', () => {
    const { sessions } = recordedWith('measured-seconds')
    for (const { startedAt, endedAt, seconds } of sessions)
      expect(
        Math.abs(seconds!.idle + seconds!.inCall + seconds!.away - (endedAt! - startedAt) / 1000),
      ).toBeLessThanOrEqual(1.5)
    const away = sessions.reduce((sum, { seconds }) => sum + seconds!.away, 0)
    const { presence } = history
    expect(away).toBeCloseTo(
      (lengthOf(presence.flatMap(({ online }) => online)) - lengthOf(presence.flatMap(({ atDesk }) => atDesk))) / 1000,
      -2,
    )
  })
})

describe('calls', () => {
  it('that are passed on are several rows of one visitor, within five minutes, the last of them answered', () => {
    const { calls } = recordedWith('rerouted-calls')
    const covered = plain.visits.filter(({ agentId }) => agentId !== null).length
    expect(recordedWith('calls').calls).toHaveLength(covered)
    const rings = Map.groupBy(calls, ({ visitorId }) => visitorId)
    expect(rings.size).toBe(covered)
    expect(calls.length).toBeGreaterThan(1.1 * covered)
    for (const rows of rings.values()) {
      expect(rows.map(({ status }) => status === 'completed')).toEqual(
        rows.map((_, index) => index === rows.length - 1),
      )
      expect(rows.at(-1)!.createdAt - rows[0]!.createdAt).toBeLessThan(5 * MINUTE_MS)
    }
  })
})

describe('the pool of a visit', () => {
  it('is one of the agent where it is covered, mostly the catch-all, and that of the page where it is missed', () => {
    const { visits } = recordedWith('agent-pools')
    expect(new Set(visits.flatMap(({ agentId, poolId }) => (agentId === null ? [poolId] : [])))).toEqual(
      new Set([POOL]),
    )
    const covered = visits.filter(({ agentId }) => agentId !== null)
    expect(covered.filter(({ poolId }) => poolId === CATCH_ALL_POOL).length).toBeGreaterThan(covered.length / 2)
    expect(factsOf(world, history, new Set(['agent-pools'])).pools).toContainEqual({
      id: CATCH_ALL_POOL,
      isCatchAll: true,
      present: true,
    })
  })
})

describe('former agents', () => {
  it('have the history of a post until they are deactivated, and nothing later', () => {
    const { deactivated, sessions, visits } = recordedWith('former-agents')
    expect(deactivated.length).toBeGreaterThan(0)
    for (const { agentId, formerId, at } of deactivated) {
      const began = (id: string): readonly number[] =>
        sessions.filter((session) => session.agentId === id).map(({ startedAt }) => startedAt)
      expect(Math.max(...began(formerId))).toBeLessThan(at)
      expect(Math.min(...began(agentId))).toBeGreaterThanOrEqual(at)
      expect(visits.filter((visit) => visit.agentId === formerId && visit.createdAt >= at)).toEqual([])
    }
    const facts = factsOf(world, history, new Set(['former-agents']))
    expect(facts.inactive).toEqual(Object.fromEntries(deactivated.map(({ formerId, at }) => [formerId, at])))
    expect(factsOf(world, history)).not.toHaveProperty('inactive')
  })
})

describe('the made-up company', () => {
  it('is recorded with every habit, in the same way each time', () => {
    const day = 20_500
    const options = {
      now: Date.parse('2027-01-01T00:00:00Z'),
      former: demoFormerAgent(day - 10, day + 10),
      habits: parseHabits('all'),
    }
    const records = recordDemoDay(day, options)
    expect(recordDemoDay(day, options)).toEqual(records)
    expect(records.statusChanges.length).toBeGreaterThan(records.sessions.length)
    expect(records.calls.length).toBeGreaterThan(100)
    expect(recordDemoDay(day, { ...options, habits: NO_HABITS })).toMatchObject({
      statusChanges: [],
      calls: [],
      deactivated: [],
    })
  })
})

describe('the names of habits', () => {
  it('are read as a list, all of them, or none', () => {
    expect(parseHabits('deployments, calls')).toEqual(new Set(['deployments', 'calls']))
    expect([parseHabits('').size, parseHabits('all').size]).toEqual([0, 7])
    expect(() => parseHabits('deploys')).toThrow('There is no habit "deploys"; there are deployments,')
  })
})
