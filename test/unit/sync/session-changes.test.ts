import { describe, expect, it } from 'vitest'
import { checkSessions, differsFromSource } from '../../../electron/sync/day-checks.ts'
import { joinProblems, problemsOfCache } from '../../../electron/sync/data-problems.ts'
import { compareSessions, type SessionComparison } from '../../../electron/sync/session-changes.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { batchOf } from '../../support/memory-source.ts'
import { at, MONDAY } from './sync-scenario.ts'
import type { CachedSession } from '../../../electron/sync/cache.ts'

const before = at(1, 12)
const now = at(1, 14)

function cached(startedAt: number, endedAt: number | null, id = 's'): CachedSession {
  return { id, agentId: 'ann', startedAt, endedAt, seenAt: before }
}

function compareAll(changes: Partial<SessionComparison>): ReturnType<typeof compareSessions> {
  return compareSessions({
    cached: [],
    asked: new Set(['s']),
    fetched: [],
    window: { start: at(1, 10), end: now },
    now,
    keepsGone: () => false,
    ...changes,
  })
}

function compare(changes: Partial<SessionComparison>): {
  readonly upsert: readonly string[]
  readonly remove: readonly string[]
  readonly dirty: readonly (readonly [number, number])[]
} {
  const result = compareAll(changes)
  return {
    upsert: result.upsert.map(({ id }) => id),
    remove: result.remove,
    dirty: result.dirty.map(({ start, end }) => [(start - at(0)) / 3_600_000, (end - at(0)) / 3_600_000]),
  }
}

describe('sessions that a window brings', () => {
  it('are left alone when nothing changed', () => {
    expect(compare({ cached: [cached(at(1, 3), at(1, 11))], fetched: [cached(at(1, 3), at(1, 11))] })).toEqual({
      upsert: [],
      remove: [],
      dirty: [],
    })
  })

  it('make what lies outside the window dirty when they are new', () => {
    expect(compare({ fetched: [cached(at(1, 3), at(1, 11))] })).toEqual({
      upsert: ['s'],
      remove: [],
      dirty: [[27, 34]],
    })
  })

  it('make only the difference dirty when they changed', () => {
    expect(compare({ cached: [cached(at(1, 3), null)], fetched: [cached(at(1, 4), at(1, 8))] }).dirty).toEqual([
      [27, 28],
      [32, 34],
    ])
  })

  it('make both their times dirty when they now belong to somebody else', () => {
    expect(
      compare({ cached: [{ ...cached(at(1, 3), at(1, 5)), agentId: 'bob' }], fetched: [cached(at(1, 3), at(1, 5))] })
        .dirty,
    ).toEqual([
      [27, 29],
      [27, 29],
    ])
  })

  it('are written again while they last, since they were seen later', () => {
    expect(compare({ cached: [cached(at(1, 3), null)], fetched: [cached(at(1, 3), null)] })).toEqual({
      upsert: ['s'],
      remove: [],
      dirty: [],
    })
  })

  it('name the starts that are new, other or gone, and none of sessions that only go on', () => {
    const moved = (changes: Partial<SessionComparison>): readonly (readonly [agent: string, hour: number])[] =>
      compareAll(changes).moved.map(({ agentId, startedAt }) => [agentId, (startedAt - at(1)) / 3_600_000])
    expect(moved({ fetched: [cached(at(1, 3), null)] })).toEqual([['ann', 3]])
    expect(moved({ cached: [cached(at(1, 3), null)], fetched: [cached(at(1, 4), null)] })).toEqual([
      ['ann', 3],
      ['ann', 4],
    ])
    expect(
      moved({ cached: [{ ...cached(at(1, 3), null), agentId: 'bob' }], fetched: [cached(at(1, 3), null)] }),
    ).toEqual([
      ['bob', 3],
      ['ann', 3],
    ])
    expect(moved({ cached: [cached(at(1, 3), null)] })).toEqual([['ann', 3]])
    expect(moved({ cached: [cached(at(1, 3), null)], fetched: [cached(at(1, 3), at(1, 12))] })).toEqual([])
  })

  it('are removed when they are gone, unless their agent is', () => {
    expect(compare({ cached: [cached(at(1, 3), at(1, 11))] })).toEqual({ upsert: [], remove: ['s'], dirty: [[27, 34]] })
    expect(compare({ cached: [cached(at(1, 3), at(1, 11))], keepsGone: () => true })).toEqual({
      upsert: [],
      remove: [],
      dirty: [],
    })
  })

  it('make the window itself dirty when another snapshot cached them meanwhile', () => {
    expect(compare({ cached: [cached(at(1, 3), at(1, 11))], asked: new Set() })).toEqual({
      upsert: [],
      remove: [],
      dirty: [[34, 35]],
    })
  })
})

describe('a day’s check', () => {
  const record = {
    day: MONDAY,
    sourceFingerprint: '',
    countingFingerprint: '',
    syncedThrough: at(5),
    visitors: 9,
    covered: 8,
    sourceVisitors: 9,
    sourceCovered: 4,
  }
  const sessions = [cached(at(0, 3), at(0, 5), 'a'), { ...cached(at(0, 4), at(0, 6), 'b'), agentId: 'bob' }]
  const check = { day: MONDAY, visitors: 9, covered: 4, sessions: checkSessions(sessions, MONDAY) }
  const facts = { record, sessions, isAgentGone: () => false, now: at(5) }

  it('adds up the milliseconds since the day began', () => {
    expect(check.sessions).toEqual({ count: 2, open: 0, startSum: (7 / 24) * DAY_MS, endSum: (11 / 24) * DAY_MS })
    expect(checkSessions([cached(at(0, 3), null)], MONDAY)).toEqual({
      count: 1,
      open: 1,
      startSum: DAY_MS / 8,
      endSum: 0,
    })
  })

  it('is held against what the source said last, not against what the cache kept', () => {
    expect(differsFromSource(check, facts)).toBe(false)
    expect(differsFromSource({ ...check, covered: 8 }, facts)).toBe(true)
    expect(differsFromSource(undefined, facts)).toBe(true)
  })

  it('notices sessions that changed, and forgives those of agents who are gone', () => {
    const without = { ...check, sessions: checkSessions(sessions.slice(0, 1), MONDAY) }
    expect(differsFromSource(without, facts)).toBe(true)
    expect(differsFromSource(without, { ...facts, isAgentGone: (agentId) => agentId === 'bob' })).toBe(false)
  })
})

describe('data problems', () => {
  const noSessions = { sessionsOverlapping: () => [] }
  const traffic =
    (outside: number): (() => ReturnType<typeof batchOf>) =>
    () =>
      batchOf([
        { slot: 0, pool: null, country: null, agents: 0, visitors: 50, covered: outside },
        { slot: 0, pool: null, country: null, agents: 2, visitors: 1_000, covered: 1_000 - outside },
      ])

  it('tell of covered visits outside any session, when they are more than 1%', () => {
    expect(problemsOfCache({ ...noSessions, traffic: traffic(10) }, [0], now)).toEqual([])
    expect(problemsOfCache({ ...noSessions, traffic: traffic(30) }, [0], now)).toMatchObject([
      { kind: 'covered-outside-sessions', count: 30, note: expect.stringMatching(/^3%/) as string },
    ])
  })

  it('come once a kind, with the larger count', () => {
    const problem = (count: number): { kind: 'sessions-overlap'; count: number; note: string } => ({
      kind: 'sessions-overlap',
      count,
      note: `${count}`,
    })
    expect(joinProblems([problem(2)], [problem(5)], [])).toEqual([problem(5)])
  })
})
