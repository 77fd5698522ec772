import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presentSessions } from '../../../shared/coverage/presence.ts'
import type { SessionInterval } from '../../../shared/coverage/session-interval.ts'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { tries } from '../../support/deep.ts'

const interval = (startedAt: number, endedAt: number | null, agentId = 'ann'): SessionInterval => ({
  agentId,
  startedAt: startedAt * MINUTE_MS,
  endedAt: endedAt === null ? null : endedAt * MINUTE_MS,
})
const NOW = 1_000 * MINUTE_MS
const present = (sessions: readonly SessionInterval[], away: readonly SessionInterval[]) =>
  presentSessions(sessions, away, NOW)

describe('sessions without the time away', () => {
  it('have a gap for each time away, and only of the agent who was away', () => {
    expect(present([interval(0, 100), interval(0, 100, 'bob')], [interval(10, 20), interval(50, 60)])).toEqual([
      interval(0, 10),
      interval(20, 50),
      interval(60, 100),
      interval(0, 100, 'bob'),
    ])
  })

  it('are whole without any status change', () => {
    const sessions = [interval(0, 100), interval(900, null), interval(5, 5)]
    expect(present(sessions, [])).toBe(sessions)
    expect(present(sessions, [interval(200, 300)])).toEqual(sessions)
  })

  it('begin present: time away never outlasts the session in which it began', () => {
    expect(present([interval(0, 100), interval(110, 200)], [interval(90, null)])).toEqual([
      interval(0, 90),
      interval(110, 200),
    ])
    expect(present([interval(0, 100), interval(110, 200)], [interval(90, 150)])).toEqual([
      interval(0, 90),
      interval(110, 200),
    ])
  })

  it('end away where that is so, and an open one stays open once the agent is back', () => {
    expect(present([interval(0, 100)], [interval(90, 100)])).toEqual([interval(0, 90)])
    expect(present([interval(900, null)], [interval(910, 920)])).toEqual([interval(900, 910), interval(920, null)])
    expect(present([interval(900, null)], [interval(990, null)])).toEqual([interval(900, 990)])
    expect(present([interval(10, 20)], [interval(9.5, null)])).toEqual([])
  })

  it('are the minutes of the sessions that no time away of theirs covers', () => {
    const times = fc
      .tuple(fc.nat(80), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => interval(start, start + length))
    fc.assert(
      fc.property(times, fc.array(times, { maxLength: 6 }), (session, away) => {
        const found = present([session], away)
        for (let minute = 0; minute < 110; minute++) {
          const at = (minute + 0.5) * MINUTE_MS
          const isIn = ({ startedAt, endedAt }: SessionInterval): boolean => startedAt <= at && at < endedAt!
          const own = away.filter(
            ({ startedAt }) => startedAt >= session.startedAt - MINUTE_MS && startedAt < session.endedAt!,
          )
          expect(found.filter(isIn)).toHaveLength(Number(isIn(session) && !own.some(isIn)))
        }
      }),
      tries(300, 20_261_129),
    )
  })
})
