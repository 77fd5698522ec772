import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presentSessions } from '../../../shared/coverage/presence.ts'
import type { SessionSpell } from '../../../shared/coverage/session-span.ts'

const M = 60_000
const spell = (startedAt: number, endedAt: number | null, agentId = 'ann'): SessionSpell => ({ agentId, startedAt: startedAt * M, endedAt: endedAt === null ? null : endedAt * M })
const NOW = 1_000 * M
const present = (sessions: readonly SessionSpell[], away: readonly SessionSpell[]) => presentSessions(sessions, away, NOW)

describe('sessions without the time away', () => {
  it('have a gap for each time away, and only of the agent who was away', () => {
    expect(present([spell(0, 100), spell(0, 100, 'bob')], [spell(10, 20), spell(50, 60)])).toEqual([spell(0, 10), spell(20, 50), spell(60, 100), spell(0, 100, 'bob')])
  })

  it('are whole without any status change', () => {
    const sessions = [spell(0, 100), spell(900, null), spell(5, 5)]
    expect(present(sessions, [])).toBe(sessions)
    expect(present(sessions, [spell(200, 300)])).toEqual(sessions)
  })

  it('begin present: time away never outlasts the session in which it began', () => {
    expect(present([spell(0, 100), spell(110, 200)], [spell(90, null)])).toEqual([spell(0, 90), spell(110, 200)])
    expect(present([spell(0, 100), spell(110, 200)], [spell(90, 150)])).toEqual([spell(0, 90), spell(110, 200)])
  })

  it('end away where that is so, and an open one stays open once the agent is back', () => {
    expect(present([spell(0, 100)], [spell(90, 100)])).toEqual([spell(0, 90)])
    expect(present([spell(900, null)], [spell(910, 920)])).toEqual([spell(900, 910), spell(920, null)])
    expect(present([spell(900, null)], [spell(990, null)])).toEqual([spell(900, 990)])
    expect(present([spell(10, 20)], [spell(9.5, null)])).toEqual([])
  })

  it('are the minutes of the sessions that no time away of theirs covers', () => {
    const times = fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 20 })).map(([start, length]) => spell(start, start + length))
    fc.assert(
      fc.property(times, fc.array(times, { maxLength: 6 }), (session, away) => {
        const found = present([session], away)
        for (let minute = 0; minute < 110; minute++) {
          const at = (minute + 0.5) * M
          const isIn = ({ startedAt, endedAt }: SessionSpell): boolean => startedAt <= at && at < endedAt!
          const own = away.filter(({ startedAt }) => startedAt >= session.startedAt - M && startedAt < session.endedAt!)
          expect(found.filter(isIn)).toHaveLength(Number(isIn(session) && !own.some(isIn)))
        }
      }),
      { seed: 20_261_129, numRuns: 300 },
    )
  })
})
