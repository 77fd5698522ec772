import { describe, expect, it } from 'vitest'
import { findDataProblems, type AgentSession } from '../../../shared/coverage/index.ts'

const NOW = '2026-03-04T12:00:00Z'
const session = (startedAt: string, endedAt: string | null, agentId = 'ann'): AgentSession => ({
  agentId,
  startedAt,
  endedAt,
})
const kinds = (sessions: readonly AgentSession[]): readonly (readonly [string, number])[] =>
  findDataProblems([], sessions, { now: NOW }).map(({ kind, count }) => [kind, count])

describe('data problems', () => {
  it('are none where everything can be true', () => {
    const sessions = [session('2026-03-04T08:00:00Z', '2026-03-04T10:00:00Z'), session('2026-03-04T10:00:00Z', null)]
    expect(findDataProblems([{ createdAt: '2026-03-04T11:59:59Z', agentId: null }], sessions, { now: NOW })).toEqual([])
  })

  it('name sessions that end before or as they start, also where they lie in the future', () => {
    expect(
      kinds([
        session('2026-03-04T08:00:00Z', '2026-03-04T07:00:00Z'),
        session('2026-03-04T08:00:00Z', '2026-03-04T08:00:00Z'),
        session('2026-03-05T08:00:00Z', '2026-03-05T07:00:00Z'),
      ]),
    ).toEqual([['session-ends-before-start', 3]])
  })

  it('name sessions that start at or after now', () => {
    expect(kinds([session(NOW, null), session('2026-03-04T13:00:00Z', '2026-03-04T14:00:00Z', 'bob')])).toEqual([
      ['session-starts-in-future', 2],
    ])
  })

  it('name closed sessions over 16 hours, not those of exactly 16', () => {
    expect(kinds([session('2026-03-01T00:00:00Z', '2026-03-01T16:00:00Z')])).toEqual([])
    expect(kinds([session('2026-03-01T00:00:00Z', '2026-03-01T16:00:00.001Z')])).toEqual([
      ['session-probably-forgotten', 1],
    ])
  })

  it('name sessions left open: those with a later one of their agent, and those over 16 hours old', () => {
    expect(kinds([session('2026-03-03T20:00:00Z', null)])).toEqual([])
    expect(kinds([session('2026-03-03T19:59:59Z', null)])).toEqual([['session-left-open', 1]])
    expect(
      kinds([
        session('2026-03-04T09:00:00Z', null),
        session('2026-03-04T10:00:00Z', null),
        session('2026-03-04T11:00:00Z', null),
      ]),
    ).toEqual([['session-left-open', 2]])
    expect(kinds([session('2026-03-04T09:00:00Z', null), session('2026-03-04T10:00:00Z', null, 'bob')])).toEqual([])
  })

  it('count a session left open once, as no other problem', () => {
    const twins = [session('2026-03-04T09:00:00Z', null), session('2026-03-04T09:00:00Z', null)]
    expect(kinds([...twins, session('2026-03-01T09:00:00Z', null)])).toEqual([['session-left-open', 2]])
  })

  it('name sessions that overlap an earlier one of the same agent, in any order, not those that touch or are of others', () => {
    expect(
      kinds([
        session('2026-03-04T09:30:00Z', '2026-03-04T09:40:00Z'),
        session('2026-03-04T08:00:00Z', '2026-03-04T10:00:00Z'),
        session('2026-03-04T09:50:00Z', '2026-03-04T11:00:00Z'),
        session('2026-03-04T11:00:00Z', null),
        session('2026-03-04T08:00:00Z', null, 'bob'),
      ]),
    ).toEqual([['sessions-overlap', 2]])
  })

  it('name visits at or after now', () => {
    const visits = [NOW, '2026-03-04T11:59:59.999Z', '2027-01-01T00:00:00Z'].map((createdAt) => ({
      createdAt,
      agentId: null,
    }))
    expect(findDataProblems(visits, [], { now: NOW })).toEqual([
      { kind: 'pageview-in-future', count: 2, note: '2 visits are in the future. They are not counted.' },
    ])
  })

  it('speak of one as of one', () => {
    expect(
      findDataProblems([{ createdAt: NOW, agentId: null }], [session(NOW, null)], { now: NOW }).map(
        (problem) => problem.note,
      ),
    ).toEqual(['1 session starts in the future. It is left out.', '1 visit is in the future. It is not counted.'])
  })
})
