import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sessionsOfPool } from '../../../electron/store/sessions-of-pool.ts'
import type { CachedDirectory, MembershipPeriod } from '../../../electron/sync/cache.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { tries } from '../../support/deep.ts'
import { DAY, NOW, session } from './temp-store.ts'

function directory(members: readonly MembershipPeriod[] | null): CachedDirectory {
  return {
    organizationId: 'org',
    organizationName: null,
    countryRule: null,
    pools: [{ id: 'sales', name: null, isCatchAll: false, present: true }],
    agents: null,
    members,
    hasCountry: true,
    earliest: null,
    latest: null,
  }
}

function member(fromDay: number | null, untilDay: number | null, agentId = 'ann'): MembershipPeriod {
  return { poolId: 'sales', agentId, fromDay, untilDay }
}

describe('every session counts', () => {
  const sessions = [session('a'), session('b', { agentId: 'bob' })]

  test('for "No pool", whoever belongs to the pools', () => {
    expect(sessionsOfPool(sessions, directory([member(null, null)]), null)).toEqual(sessions)
  })

  test('where membership is not known', () => {
    expect(sessionsOfPool(sessions, directory(null), 'sales')).toEqual(sessions)
    expect(sessionsOfPool(sessions, null, 'sales')).toEqual(sessions)
  })

  test('for a pool the directory does not know', () => {
    expect(sessionsOfPool(sessions, directory([member(null, null)]), 'unheard of')).toEqual(sessions)
  })
})

test('counts no session for a pool without members', () => {
  expect(
    sessionsOfPool(
      [session('a')],
      directory([{ poolId: 'other', agentId: 'ann', fromDay: null, untilDay: null }]),
      'sales',
    ),
  ).toEqual([])
})

test('leaves out agents of other pools', () => {
  const sessions = [session('a'), session('b', { agentId: 'bob' })]
  expect(sessionsOfPool(sessions, directory([member(null, null)]), 'sales')).toEqual([sessions[0]])
})

test('cuts a session to the days its agent belonged to the pool', () => {
  const long = session('a', { startedAt: NOW - 2 * HOUR_MS, endedAt: NOW + DAY_MS + 2 * HOUR_MS })
  expect(sessionsOfPool([long], directory([member(DAY, DAY + 1)]), 'sales')).toEqual([
    { ...long, startedAt: NOW, endedAt: NOW + DAY_MS },
  ])
})

test('gives the pieces of a session whose agent left and came back', () => {
  const long = session('a', { startedAt: NOW - DAY_MS, endedAt: NOW + 3 * DAY_MS })
  const pieces = sessionsOfPool([long], directory([member(null, DAY), member(DAY + 2, null)]), 'sales')
  expect(pieces.map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
    [NOW - DAY_MS, NOW],
    [NOW + 2 * DAY_MS, NOW + 3 * DAY_MS],
  ])
})

test('keeps an open session open, unless its agent left the pool', () => {
  const open = session('a', { startedAt: NOW - HOUR_MS, endedAt: null })
  expect(sessionsOfPool([open], directory([member(DAY, null)]), 'sales')[0]).toEqual({ ...open, startedAt: NOW })
  expect(sessionsOfPool([open], directory([member(null, DAY)]), 'sales')[0]).toEqual({ ...open, endedAt: NOW })
})

test('keeps an impossible session whole, so that it is reported', () => {
  const impossible = session('a', { startedAt: NOW + 5, endedAt: NOW - HOUR_MS })
  expect(sessionsOfPool([impossible], directory([member(DAY, null)]), 'sales')).toEqual([impossible])
  expect(sessionsOfPool([impossible], directory([member(null, DAY)]), 'sales')).toEqual([])
})

test('counts each hour of a session once for each day of membership, however the spans overlap', () => {
  const day = fc.option(fc.integer({ min: DAY - 3, max: DAY + 3 }), { nil: null })
  const spans = fc.array(fc.tuple(day, day), { maxLength: 5 })
  const hours = fc.tuple(fc.integer({ min: -96, max: 96 }), fc.integer({ min: 1, max: 96 }))
  fc.assert(
    fc.property(spans, hours, (list, [start, length]) => {
      const whole = session('a', { startedAt: NOW + start * HOUR_MS, endedAt: NOW + (start + length) * HOUR_MS })
      const pieces = sessionsOfPool([whole], directory(list.map(([from, until]) => member(from, until))), 'sales')
      const counted = pieces.flatMap((piece) => hoursBetween(piece.startedAt, piece.endedAt!))
      const isMember = (hour: number): boolean =>
        list.some(
          ([from, until]) => (from === null || hour >= from * DAY_MS) && (until === null || hour < until * DAY_MS),
        )
      expect(counted).toEqual(hoursBetween(whole.startedAt, whole.endedAt!).filter(isMember))
    }),
    tries(300, 4),
  )
})

function hoursBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: (to - from) / HOUR_MS }, (_, index) => from + index * HOUR_MS)
}

describe('a pool that catches all', () => {
  const catchAll = (members: readonly MembershipPeriod[]): CachedDirectory => ({
    ...directory(members),
    pools: [{ id: 'sales', name: null, isCatchAll: true, present: true }],
  })
  const elsewhere = { poolId: 'other', agentId: 'ann', fromDay: null, untilDay: null }

  test('is served by everybody while it lists nobody, as its visits are counted', () => {
    const sessions = [session('a'), session('b', { agentId: 'bob' })]
    expect(sessionsOfPool(sessions, catchAll([elsewhere]), 'sales')).toEqual(sessions)
  })

  test('is served by its members on the days it has some, and by everybody on the others', () => {
    const long = session('a', { startedAt: NOW - DAY_MS, endedAt: NOW + 3 * DAY_MS })
    const bob = { ...long, id: 'b', agentId: 'bob' }
    const pieces = sessionsOfPool([long, bob], catchAll([member(DAY, DAY + 1)]), 'sales')
    expect(pieces.map(({ agentId, startedAt, endedAt }) => [agentId, startedAt, endedAt])).toEqual([
      ['ann', NOW - DAY_MS, NOW + 3 * DAY_MS],
      ['bob', NOW - DAY_MS, NOW],
      ['bob', NOW + DAY_MS, NOW + 3 * DAY_MS],
    ])
  })
})
