import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agentsOnlineAt,
  agentSteps,
  onlineInterval,
  type OnlineWindow,
  type SessionInterval,
} from '../../../shared/coverage/index.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { tries } from '../../support/deep.ts'

const WINDOW: OnlineWindow = { from: 100, to: 200, now: 1000, membership: new Map() }
const interval = (startedAt: number, endedAt: number | null, agentId = 'ann'): SessionInterval => ({
  agentId,
  startedAt,
  endedAt,
})

describe('the time a session counts towards agents online', () => {
  const day = 24 * HOUR_MS

  it.each([
    ['is its own', interval(10, 20), { start: 10, end: 20 }],
    ['ends at now for an open session', interval(day - 10, null), { start: day - 10, end: day }],
    ['ends at now for a session that ends later', interval(day - 10, day + 10), { start: day - 10, end: day }],
    [
      'ends at now for a session that ends a millisecond later',
      interval(day - 10, day + 1),
      { start: day - 10, end: day },
    ],
    ['is none where it ends as it starts', interval(10, 10), null],
    ['is none where it ends before it starts', interval(10, 5), null],
    ['is none where it starts at now', interval(day, null), null],
    ['is none where it starts after now', interval(day + 1, day + 2), null],
    ['may be 16 hours', interval(0, 16 * HOUR_MS), { start: 0, end: 16 * HOUR_MS }],
    ['is none over 16 hours', interval(0, 16 * HOUR_MS + 1), null],
    ['may be 16 hours until now', interval(8 * HOUR_MS, null), { start: 8 * HOUR_MS, end: day }],
    ['is none over 16 hours until now', interval(8 * HOUR_MS - 1, null), null],
  ])('%s', (_, session, expected) => {
    expect(onlineInterval(session, day)).toEqual(expected)
  })
})

describe('agents online', () => {
  it('change where somebody comes or goes: online means start <= t < end', () => {
    const steps = agentSteps([interval(120, 150), interval(130, 150, 'bob'), interval(90, 110, 'cem')], WINDOW)
    expect(steps.points).toEqual([100, 110, 120, 130, 150])
    expect(steps.all).toEqual([1, 0, 1, 2, 0])
    expect([99, 100, 109, 110, 119, 120, 149, 150, 199].map((instant) => agentsOnlineAt(steps, null, instant))).toEqual(
      [0, 1, 1, 0, 0, 1, 2, 0, 0],
    )
  })

  it("count an agent's overlapping and touching sessions once", () => {
    const steps = agentSteps([interval(120, 150), interval(110, 130), interval(150, 160), interval(125, 126)], WINDOW)
    expect(steps.points).toEqual([100, 110, 160])
    expect(steps.all).toEqual([0, 1, 0])
  })

  it('end at now where that lies in the window', () => {
    const steps = agentSteps([interval(120, null), interval(160, null, 'bob')], { ...WINDOW, now: 150 })
    expect(steps).toMatchObject({ from: 100, to: 150, points: [100, 120], all: [0, 1] })
  })

  it('are those who serve the pool; everybody for a pool not listed, one of unknown membership, and "No pool"', () => {
    const membership = new Map<string, ReadonlySet<string> | 'all'>([
      ['sales', new Set(['ann'])],
      ['help', new Set(['bob', 'eve'])],
      ['open', 'all'],
      ['empty', new Set()],
    ])
    const steps = agentSteps([interval(110, 150), interval(130, 170, 'bob')], { ...WINDOW, membership })
    expect(steps.points).toEqual([100, 110, 130, 150, 170])
    expect(steps.all).toEqual([0, 1, 2, 1, 0])
    expect(Object.fromEntries(steps.byPool)).toEqual({
      sales: [0, 1, 1, 0, 0],
      help: [0, 0, 1, 1, 0],
      open: [0, 1, 2, 1, 0],
      empty: [0, 0, 0, 0, 0],
    })
    expect(
      ['sales', 'help', 'open', 'empty', 'unlisted', null].map((pool) => agentsOnlineAt(steps, pool, 140)),
    ).toEqual([1, 1, 2, 0, 2, 2])
  })

  it('are nobody in an empty window or before anything', () => {
    expect(agentSteps([interval(0, 500)], { ...WINDOW, to: 100 })).toMatchObject({ points: [100], all: [0] })
    expect(agentSteps([], WINDOW)).toMatchObject({ points: [100], all: [0] })
  })

  it('equal the distinct agents found by looking at every session at every instant', () => {
    const instant = fc.integer({ min: 60, max: 240 })
    const sessions = fc.array(
      fc.record({
        agentId: fc.constantFrom('ann', 'bob', 'cem', 'dee'),
        startedAt: instant,
        endedAt: fc.option(instant, { freq: 6 }),
      }),
      { maxLength: 15 },
    )
    const members = fc.subarray<string>(['ann', 'bob', 'cem', 'dee'])
    fc.assert(
      fc.property(sessions, members, instant, (all, serving, now) => {
        const steps = agentSteps(all, { ...WINDOW, now, membership: new Map([['pool', new Set(serving)]]) })
        expect([...steps.points]).toEqual([...new Set(steps.points)].toSorted((a, b) => a - b))
        for (let at = WINDOW.from; at < Math.min(WINDOW.to, now); at++) {
          const online = new Set<string>(
            all
              .filter(({ startedAt, endedAt }) => startedAt <= at && at < Math.min(endedAt ?? now, now))
              .map((session) => session.agentId),
          )
          expect(agentsOnlineAt(steps, null, at)).toBe(online.size)
          expect(agentsOnlineAt(steps, 'pool', at)).toBe(serving.filter((agentId) => online.has(agentId)).length)
        }
      }),
      tries(200, 51),
    )
  })
})
