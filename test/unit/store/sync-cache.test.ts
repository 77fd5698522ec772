import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { CachedDirectory, CachedSession, SyncRun } from '../../../electron/sync/cache.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { openCache } from '../../../electron/store/open-workspace.ts'
import { connectForWriting } from '../../../electron/store/connection.ts'
import { createSyncCache } from '../../../electron/store/sync-cache.ts'
import { acquireLease } from '../../../electron/store/writer-lease.ts'
import { tries } from '../../support/deep.ts'
import {
  batchOf,
  cell,
  cellsOf,
  DAY,
  errorOf,
  NOW,
  now,
  SELF,
  session,
  syncedDay,
  tempWorkspace,
  writableCache,
} from './temp-store.ts'

const RUN: SyncRun = {
  startedAt: 1,
  durationMs: 2.5,
  now: 3,
  outcome: 'done',
  windows: 4,
  cells: 5,
  sessionRows: 6,
  visitors: 7,
  error: null,
}
const DIRECTORY: CachedDirectory = {
  organizationId: 'org',
  organizationName: null,
  countryRule: { mode: 'blocklist', countries: ['RU', 'KP'] },
  pools: [
    { id: 'z', name: 'Sales', isCatchAll: true, present: true },
    { id: 'a', name: null, isCatchAll: false, present: false },
  ],
  agents: [
    { id: 'ann', name: 'Ann', present: true, inactiveSince: null, maxSimultaneous: 2 },
    { id: 'bob', name: 'Bob', present: true, inactiveSince: 1_700_000_000_000, maxSimultaneous: null },
  ],
  members: [
    { poolId: 'z', agentId: 'ann', fromDay: null, untilDay: 3 },
    { poolId: 'z', agentId: 'ann', fromDay: 5, untilDay: null },
  ],
  hasCountry: true,
  earliest: 10,
  latest: 20,
}

describe('a commit', () => {
  test('is read back as it was written', () => {
    const { cache } = writableCache(tempWorkspace().paths)
    const cells = [
      cell(DAY, { slot: 5, pool: 'sales', country: 'US', agents: 2, visitors: 70_000, covered: 3 }),
      cell(DAY, { slot: 95 }),
    ]
    const days = [syncedDay(DAY), syncedDay(DAY - 1, { visitors: 9, sourceVisitors: 4 })]
    const problems = [{ kind: 'sessions-overlap', count: 2, note: 'two' }] as const
    cache.commit({
      traffic: [{ day: DAY, batch: batchOf(cells) }],
      upsertDays: days,
      upsertSessions: [session('s'), session('open', { endedAt: null })],
      directory: DIRECTORY,
      state: { now: NOW, problems },
      run: RUN,
    })
    expect(cellsOf(cache.traffic(DAY))).toEqual(cells)
    expect([...cache.syncedDays().values()]).toEqual(days.toReversed())
    expect(cache.sessionsById(['s', 'open', 'open', 'none'])).toEqual([
      session('s'),
      session('open', { endedAt: null }),
    ])
    expect(cache.openSessions().map(({ id }) => id)).toEqual(['open'])
    expect(cache.directory()).toEqual(DIRECTORY)
    expect(cache.state()).toEqual({ now: NOW, historyFromDay: null, lastReconcileAt: null, problems })
  })

  test('leaves alone what it does not name', () => {
    const { cache } = writableCache(tempWorkspace().paths)
    cache.commit({
      traffic: [{ day: DAY, batch: batchOf([cell(DAY)]) }],
      directory: DIRECTORY,
      state: { now: 1, historyFromDay: 7 },
    })
    cache.commit({ state: { now: 2 } })
    expect(cache.state()).toMatchObject({ now: 2, historyFromDay: 7 })
    expect(cellsOf(cache.traffic(DAY))).toHaveLength(1)
    expect(cache.directory()).toEqual(DIRECTORY)
  })

  test('replaces a day whole, and an empty batch empties it', () => {
    const { cache } = writableCache(tempWorkspace().paths)
    cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY, { slot: 1 }), cell(DAY, { slot: 2 })]) }] })
    cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY, { slot: 3 })]) }] })
    expect(cellsOf(cache.traffic(DAY))).toEqual([cell(DAY, { slot: 3 })])
    cache.commit({ traffic: [{ day: DAY, batch: batchOf([]) }] })
    expect(cache.traffic(DAY)).toBeNull()
  })

  test('that removes a day removes its visits', () => {
    const { cache } = writableCache(tempWorkspace().paths)
    cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY)]) }], upsertDays: [syncedDay(DAY)] })
    cache.commit({ removeDays: [DAY] })
    expect(cache.syncedDays().size).toBe(0)
    expect(cache.traffic(DAY)).toBeNull()
  })

  test('replaces calls from a day on, and forgets them with their day or all at once', () => {
    const { paths } = tempWorkspace()
    const { cache } = writableCache(paths)
    const reader = openTrafficReader(paths.cacheFile)
    onTestFinished(() => reader.close())
    const count = (day: number, poolId: string | null, calls: number) => ({
      day,
      poolId,
      calls,
      completed: calls - 1,
      seconds: 61.5 * calls,
    })
    const known = { fingerprint: 'calls', fromDay: DAY - 9, through: NOW }
    expect([cache.calls(), reader.snapshot().calls]).toEqual([null, null])

    cache.commit({
      calls: {
        ...known,
        replacedFromDay: 0,
        counts: [count(DAY - 2, 'sales', 3), count(DAY - 1, null, 4), count(DAY, 'sales', 5)],
      },
    })
    cache.commit({
      calls: {
        ...known,
        through: NOW + 1,
        replacedFromDay: DAY,
        counts: [count(DAY, null, 6), count(DAY, 'support', 7)],
      },
    })
    expect(cache.calls()).toEqual({ ...known, through: NOW + 1 })
    expect(reader.snapshot().calls).toEqual({
      through: NOW + 1,
      counting: 'attempts',
      counts: [count(DAY - 2, 'sales', 3), count(DAY - 1, null, 4), count(DAY, null, 6), count(DAY, 'support', 7)],
    })
    cache.commit({ removeDays: [DAY] })
    expect(reader.snapshot().calls?.counts.map(({ day }) => day)).toEqual([DAY - 2, DAY - 1])
    cache.commit({ calls: null })
    expect([cache.calls(), reader.snapshot().calls]).toEqual([null, null])
  })

  test('forgets what the directory no longer knows', () => {
    const { cache } = writableCache(tempWorkspace().paths)
    cache.commit({ directory: DIRECTORY })
    const unknown = { ...DIRECTORY, pools: null, agents: null, members: null, countryRule: null, hasCountry: false }
    cache.commit({ directory: unknown })
    expect(cache.directory()).toEqual(unknown)
  })

  test('keeps what was known of membership while it is not known', () => {
    const { cache } = writableCache(tempWorkspace().paths)
    const unknown = {
      ...DIRECTORY,
      members: null,
      formerMembers: [{ poolId: 'sales', agentId: 'ann', fromDay: null, untilDay: DAY }],
    }
    cache.commit({ directory: unknown })
    expect(cache.directory()).toEqual(unknown)
  })

  test('keeps more than 255 pools and free-text countries apart', () => {
    const { cache } = writableCache(tempWorkspace().paths)
    const cells = Array.from({ length: 300 }, (_, index) =>
      cell(DAY, { slot: index % 96, pool: `pool ${index}`, country: `somewhere ${index}` }),
    )
    cache.commit({ traffic: [{ day: DAY, batch: batchOf(cells) }] })
    expect(cellsOf(cache.traffic(DAY))).toEqual(cells)
  })

  test('reads days written before and after a new pool appeared', () => {
    const { cache } = writableCache(tempWorkspace().paths)
    const older = [cell(DAY, { pool: 'b' }), cell(DAY, { pool: null })]
    const newer = [cell(DAY + 1, { pool: 'a' }), cell(DAY + 1, { pool: 'b' })]
    cache.commit({ traffic: [{ day: DAY, batch: batchOf(older) }] })
    cache.commit({ traffic: [{ day: DAY + 1, batch: batchOf(newer) }] })
    expect(cellsOf(cache.traffic(DAY))).toEqual(older)
    expect(cellsOf(cache.traffic(DAY + 1))).toEqual(newer)
  })
})

describe('sessions of a window', () => {
  const instant = fc.integer({ min: -3 * 24, max: 3 * 24 }).map((hours) => NOW + hours * 3_600_000)
  const length = fc.oneof(fc.constant(null), fc.integer({ min: -2, max: 3 }), fc.integer({ min: 22, max: 50 }))
  const anySessions = fc
    .array(fc.tuple(instant, length), { maxLength: 12 })
    .map((list) =>
      list.map(([startedAt, hours], index) =>
        session(`s${index}`, { startedAt, endedAt: hours === null ? null : startedAt + hours * 3_600_000 }),
      ),
    )

  test('are those that overlap it or start in it, impossible and endless ones included', () => {
    const { cache } = writableCache(tempWorkspace().paths)
    fc.assert(
      fc.property(anySessions, instant, fc.integer({ min: 0, max: 60 }), (sessions, from, hours) => {
        const to = from + hours * 3_600_000
        const all = cache.sessionsOverlapping(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
        cache.commit({ removeSessions: all.map(({ id }) => id) })
        cache.commit({ upsertSessions: sessions })
        const expected = sessions.filter((each) => overlapsOrStartsIn(each, from, to)).map(({ id }) => id)
        expect(
          cache
            .sessionsOverlapping(from, to)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(expected.toSorted())
      }),
      tries(150, 3),
    )
  })

  function overlapsOrStartsIn(each: CachedSession, from: number, to: number): boolean {
    return each.startedAt < to && (each.startedAt >= from || each.endedAt === null || each.endedAt > from)
  }
})

describe('a commit that fails', () => {
  test('for want of disk leaves nothing half-written, and the cache usable', () => {
    const { paths } = tempWorkspace()
    const { db, cache } = writableCache(paths)
    cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY, { pool: 'a' })]) }], state: { now: 1 } })
    const pages = db.pragma('page_count', { simple: true }) as number
    db.pragma(`max_page_count = ${pages + 2}`)
    const large = Array.from({ length: 20_000 }, (_, index) =>
      cell(DAY, { slot: index % 96, agents: index, pool: 'b' }),
    )
    const error = errorOf(() =>
      cache.commit({
        state: { now: 2 },
        upsertSessions: [session('s')],
        traffic: [{ day: DAY, batch: batchOf(large) }],
      }),
    )
    expect(error.code).toBe('disk-full')
    expect(cache.state().now).toBe(1)
    expect(cache.sessionsById(['s'])).toEqual([])
    expect(cellsOf(cache.traffic(DAY))).toEqual([cell(DAY, { pool: 'a' })])

    db.pragma('max_page_count = 1000000')
    cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY, { pool: 'c' })]) }] })
    cache.commit({ traffic: [{ day: DAY + 1, batch: batchOf([cell(DAY + 1, { pool: 'b' })]) }] })
    // As others read it: numbers that the failed commit gave out mean nothing.
    const reader = openTrafficReader(paths.cacheFile)
    const { dictionary, traffic } = reader.snapshot()
    reader.close()
    expect(cellsOf({ dictionary, cells: traffic.get(DAY)! })).toEqual([cell(DAY, { pool: 'c' })])
    expect(cellsOf({ dictionary, cells: traffic.get(DAY + 1)! })).toEqual([cell(DAY + 1, { pool: 'b' })])
  })

  test('because another connection writes says so, and changes nothing', () => {
    const { paths } = tempWorkspace()
    const { db } = writableCache(paths)
    const impatient = connectForWriting(paths.cacheFile, 'cache', 1)
    const cache = createSyncCache({ db: impatient, lease: acquireLease(impatient, { self: SELF, now }) })
    db.exec('BEGIN IMMEDIATE')
    expect(errorOf(() => cache.commit({ state: { now: 5 } })).code).toBe('store-busy')
    db.exec('ROLLBACK')
    expect(cache.state().now).toBeNull()
    impatient.close()
  })

  test('because the lease went to another leaves the cache to that one', () => {
    const { paths } = tempWorkspace()
    const first = writableCache(paths)
    const { db } = openCache({ paths, now })
    const late = (): number => NOW + 31_000
    acquireLease(db, { self: { ...SELF, holder: 'another', purpose: 'scheduled sync' }, now: late })
    const error = errorOf(() => first.cache.commit({ state: { now: 5 } }))
    expect(error.code).toBe('store-busy')
    expect(error.message).toContain('scheduled sync')
    expect(first.cache.state().now).toBeNull()
    db.close()
  })
})

test('takes up the numbers another process gave out while it held the lease', () => {
  const { paths } = tempWorkspace()
  const first = writableCache(paths)
  first.cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY, { pool: 'a' })]) }] })
  first.lease.release()
  const second = openCache({ paths, now }).db
  const lease = acquireLease(second, { self: { ...SELF, holder: 'second' }, now })
  createSyncCache({ db: second, lease }).commit({
    traffic: [{ day: DAY + 1, batch: batchOf([cell(DAY + 1, { pool: 'b' })]) }],
  })
  lease.release()
  second.close()
  acquireLease(first.db, { self: SELF, now })
  first.cache.commit({
    traffic: [{ day: DAY + 2, batch: batchOf([cell(DAY + 2, { pool: 'c' }), cell(DAY + 2, { pool: 'b' })]) }],
  })
  expect([DAY, DAY + 1, DAY + 2].map((day) => cellsOf(first.cache.traffic(day)).map(({ pool }) => pool))).toEqual([
    ['a'],
    ['b'],
    ['c', 'b'],
  ])
})

test('keeps the last thousand runs, newest first', () => {
  const { paths } = tempWorkspace()
  const { cache, db } = writableCache(paths)
  for (let index = 0; index < 1_005; index++) cache.commit({ run: { ...RUN, windows: index } })
  const reader = openTrafficReader(paths.cacheFile)
  expect(reader.runs(2).map(({ windows }) => windows)).toEqual([1_004, 1_003])
  expect(reader.runs(1)[0]).toEqual({ ...RUN, windows: 1_004 })
  expect(db.prepare('SELECT count(*) FROM runs').pluck().get()).toBe(1_000)
  reader.close()
})

test('tells the damage of a day from an empty one', () => {
  const { cache, db } = writableCache(tempWorkspace().paths)
  cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY)]) }] })
  db.exec('UPDATE traffic SET cells = zeroblob(length(cells))')
  expect(errorOf(() => cache.traffic(DAY)).code).toBe('store-damaged')
  expect(cache.traffic(DAY + 1)).toBeNull()
})
