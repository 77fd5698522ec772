import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agentTimePerSlot,
  mergedAgentTimePerSlot,
  sessionColumns,
  type SessionInterval,
} from '../../../shared/coverage/index.ts'
import { SLOT_MS } from '../../../shared/time/slots.ts'
import { tries } from '../../support/deep.ts'

const EXTENT = { firstSlot: 2, length: 4, now: 100 * SLOT_MS }
const interval = (startedAt: number, endedAt: number | null, agentId = 'ann'): SessionInterval => ({
  agentId,
  startedAt: startedAt * SLOT_MS,
  endedAt: endedAt === null ? null : endedAt * SLOT_MS,
})
const inSlots = (time: Float64Array): readonly number[] => Array.from(time, (ms) => ms / SLOT_MS)

describe('agent-time per quarter-hour', () => {
  it.each([
    ['within one', [interval(3.25, 3.5)], [0, 0.25, 0, 0]],
    ['over several', [interval(2.5, 5.25)], [0.5, 1, 1, 0.25]],
    ['on their edges', [interval(3, 5)], [0, 1, 1, 0]],
    ['from before to after', [interval(0, 50)], [1, 1, 1, 1]],
    ['wholly before or after', [interval(0, 2), interval(6, 9)], [0, 0, 0, 0]],
    ['still open', [interval(5.5, null)], [0, 0, 0, 0.5]],
    ['impossible', [interval(4, 3), interval(3, 3), interval(200, null)], [0, 0, 0, 0]],
  ])('is right for sessions %s', (_, sessions, expected) => {
    expect(inSlots(agentTimePerSlot(sessions, EXTENT))).toEqual(expected)
  })

  it('ends at now', () => {
    const now = 3.5 * SLOT_MS
    expect(
      inSlots(agentTimePerSlot([interval(2, null), interval(3, 9), interval(3.5, 4)], { ...EXTENT, now })),
    ).toEqual([1, 1, 0, 0])
  })

  it('adds overlapping sessions of an agent up as recorded, or merges them into one person', () => {
    const sessions = [interval(4, 5), interval(2, 4.5), interval(2, 3, 'bob'), interval(4.25, 4.75)]
    expect(inSlots(agentTimePerSlot(sessions, EXTENT))).toEqual([2, 1, 2, 0])
    expect(inSlots(mergedAgentTimePerSlot(sessions, EXTENT))).toEqual([2, 1, 1, 0])
  })

  it('takes only the agents asked for', () => {
    const sessions = [interval(2, 4), interval(3, 5, 'bob')]
    for (const form of [sessions, sessionColumns(sessions)]) {
      expect(inSlots(agentTimePerSlot(form, { ...EXTENT, agents: new Set(['bob']) }))).toEqual([0, 1, 1, 0])
      expect(inSlots(mergedAgentTimePerSlot(form, { ...EXTENT, agents: new Set(['bob']) }))).toEqual([0, 1, 1, 0])
      expect(inSlots(agentTimePerSlot(form, { ...EXTENT, agents: null }))).toEqual([1, 2, 1, 0])
    }
  })

  const anySessions = fc.array(
    fc.record({
      agentId: fc.constantFrom('ann', 'bob', 'cem'),
      startedAt: fc.integer({ min: 0, max: 90_000 }).map((minutes) => minutes * 100),
      endedAt: fc.option(
        fc.integer({ min: 0, max: 90_000 }).map((minutes) => minutes * 100),
        { freq: 8 },
      ),
    }),
    { maxLength: 120 },
  )

  it('is the same from rows and from columns, in any order', () => {
    fc.assert(
      fc.property(anySessions, fc.integer({ min: 0, max: 9_000_000 }), (sessions, now) => {
        const extent = { firstSlot: 1, length: 7, now }
        const columns = sessionColumns(sessions)
        expect([...columns.startedAt]).toEqual(sessions.map((session) => session.startedAt).toSorted((a, b) => a - b))
        expect(agentTimePerSlot(columns, extent)).toEqual(agentTimePerSlot(sessions, extent))
        expect(mergedAgentTimePerSlot(columns, extent)).toEqual(mergedAgentTimePerSlot(sessions.toReversed(), extent))
      }),
      tries(300, 41),
    )
  })

  it('equals what is counted tenth of a second by tenth of a second', () => {
    fc.assert(
      fc.property(
        anySessions,
        fc.integer({ min: 0, max: 900 }).map((tick) => tick * 10_000),
        (sessions, now) => {
          const extent = { firstSlot: 3, length: 1, now }
          const usable = sessions.map((session) => ({ ...session, end: Math.min(session.endedAt ?? now, now) }))
          let recorded = 0
          let people = 0
          for (let instant = 3 * SLOT_MS; instant < 4 * SLOT_MS; instant += 100) {
            const online = usable.filter(({ startedAt, end }) => startedAt <= instant && instant < end)
            recorded += online.length * 100
            people += new Set(online.map((session) => session.agentId)).size * 100
          }
          expect([...agentTimePerSlot(sessions, extent)]).toEqual([recorded])
          expect([...mergedAgentTimePerSlot(sessions, extent)]).toEqual([people])
        },
      ),
      tries(25, 42),
    )
  })
})

describe('sessions as columns', () => {
  it('are sorted by start also where most start together', () => {
    const starts = Array.from({ length: 500 }, (_, index) =>
      index % 9 === 0 ? (index * 7919) % 1000 : 5_000_000 + ((index * 31) % 200),
    )
    const columns = sessionColumns(starts.map((startedAt) => ({ agentId: `${startedAt}`, startedAt, endedAt: null })))
    expect([...columns.startedAt]).toEqual(starts.toSorted((a, b) => a - b))
    expect(Array.from(columns.agent, (ordinal) => Number(columns.agents[ordinal]))).toEqual([...columns.startedAt])
  })

  it('may be none', () => {
    expect(sessionColumns([]).length).toBe(0)
    expect([...mergedAgentTimePerSlot([], EXTENT)]).toEqual([0, 0, 0, 0])
  })
})
