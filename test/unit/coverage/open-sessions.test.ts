import { describe, expect, it } from 'vitest'
import {
  calculateCoverage,
  calculateMergedAgents,
  endOpenSessions,
  openSessionEnd,
  type AgentSession,
  type CoverageOptions,
  type SessionInterval,
} from '../../../shared/coverage/index.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'

const NOW = 100 * HOUR_MS
const open = (hour: number, agentId = 'ann'): SessionInterval => ({ agentId, startedAt: hour * HOUR_MS, endedAt: null })
const closed = (from: number, to: number, agentId = 'ann'): SessionInterval => ({
  agentId,
  startedAt: from * HOUR_MS,
  endedAt: to * HOUR_MS,
})
const ends = (
  sessions: readonly SessionInterval[],
  evidence: number | null = null,
): readonly (readonly [number | null, string | null])[] =>
  endOpenSessions(sessions, { now: NOW, lastEvidence: () => (evidence === null ? null : evidence * HOUR_MS) }).map(
    ({ endedAt, leftOpen }) => [endedAt === null ? null : endedAt / HOUR_MS, leftOpen ?? null],
  )

describe('an open session', () => {
  it('ends where the same agent’s next one begins, open or closed, in any order', () => {
    expect(ends([open(95), open(90), closed(92, 93)])).toEqual([
      [null, null],
      [92, 'next-session'],
      [93, null],
    ])
  })

  it('does not end because somebody else begins, nor by one that begins at or after now', () => {
    expect(ends([open(90), open(91, 'bob'), open(100), open(101)])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ])
  })

  it('lasts until now for 16 hours, and then until the agent was last seen', () => {
    expect(ends([open(84)], 90)).toEqual([[null, null]])
    expect(ends([open(83)], 90)).toEqual([[90, 'last-evidence']])
    expect(ends([open(60)], 98)).toEqual([[98, 'last-evidence']])
    expect(ends([open(60)], 59)).toEqual([[76, 'no-evidence']])
    expect(ends([open(60)])).toEqual([[76, 'no-evidence']])
  })

  it('does not reach to a next one that begins days later', () => {
    expect(ends([open(10), closed(80, 90)])[0]).toEqual([26, 'no-evidence'])
    expect(ends([open(10), closed(80, 90)], 18)[0]).toEqual([18, 'last-evidence'])
    expect(ends([open(10), closed(26, 90)])[0]).toEqual([26, 'next-session'])
  })

  it('counts once where several begin together', () => {
    expect(ends([open(90), open(90), open(90)])).toEqual([
      [90, 'next-session'],
      [90, 'next-session'],
      [null, null],
    ])
    expect(ends([open(90), closed(90, 91)])).toEqual([
      [null, null],
      [91, null],
    ])
  })

  it('never ends after the evidence’s limit, and asks for evidence only where it matters', () => {
    const ask = (): never => {
      throw new Error('asked')
    }
    expect(openSessionEnd({ startedAt: 0, nextStartedAt: 16 * HOUR_MS, now: NOW, lastEvidence: ask }).endedAt).toBe(
      16 * HOUR_MS,
    )
    expect(
      openSessionEnd({ startedAt: NOW - HOUR_MS, nextStartedAt: null, now: NOW, lastEvidence: ask }).endedAt,
    ).toBeNull()
    expect(
      openSessionEnd({ startedAt: 0, nextStartedAt: 20 * HOUR_MS, now: NOW, lastEvidence: () => 20.2 * HOUR_MS })
        .endedAt,
    ).toBe(20 * HOUR_MS)
  })
})

describe('agents online after deploys that closed no session', () => {
  const options: CoverageOptions = {
    from: '2026-03-02',
    to: '2026-03-03',
    timeZone: 'UTC',
    now: '2026-03-04T00:00:00Z',
  }
  /** One agent always online; every six hours a deploy leaves the session open, and a new one begins. */
  const deploys: readonly AgentSession[] = Array.from({ length: 7 }, (_, deploy) => ({
    agentId: 'ann',
    startedAt: Date.parse('2026-03-02T00:00:00Z') + deploy * 6 * HOUR_MS,
    endedAt: null,
  }))

  it('are the agents there were', () => {
    expect(calculateCoverage([], deploys, options).totals.avgAgentsOnline).toBe(1)
    expect(calculateMergedAgents(deploys, options).avgAgentsOnline).toBe(1)
  })

  it('are there until the quarter-hour of their last visit, or until they were last seen', () => {
    const visit = { createdAt: '2026-03-02T09:05:00Z', agentId: 'ann' }
    const hours = (session: AgentSession, pageviews = [visit]): number =>
      calculateCoverage(pageviews, [session], options).totals.avgAgentsOnline * 48
    const session = { agentId: 'ann', startedAt: '2026-03-02T08:00:00Z', endedAt: null }
    expect(hours(session)).toBeCloseTo(1.25, 9)
    expect(hours(session, [])).toBeCloseTo(16, 9)
    expect(hours({ ...session, lastSeenAt: '2026-03-02T11:00:00Z' })).toBeCloseTo(3, 9)
    expect(calculateMergedAgents([session], { ...options, pageviews: [visit] }).avgAgentsOnline * 48).toBeCloseTo(
      1.25,
      9,
    )
  })

  it('add up where sessions that were closed overlap', () => {
    const closedTwice = [session('08', '10'), session('09', '11')]
    expect(calculateCoverage([], closedTwice, options).totals.avgAgentsOnline * 48).toBeCloseTo(4, 9)
    expect(calculateMergedAgents(closedTwice, options).avgAgentsOnline * 48).toBeCloseTo(3, 9)
  })
})

function session(from: string, to: string): AgentSession {
  return { agentId: 'ann', startedAt: `2026-03-02T${from}:00:00Z`, endedAt: `2026-03-02T${to}:00:00Z` }
}
