import fc from 'fast-check'
import { existsSync, rmSync, truncateSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { connectForWriting } from '../../../electron/store/connection.ts'
import type { CacheSnapshot, TrafficReader } from '../../../electron/store/traffic-reader.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import type { CacheChange } from '../../../electron/sync/cache.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { tries } from '../../support/deep.ts'
import {
  batchOf,
  cell,
  cellsOf,
  DAY,
  errorOf,
  NOW,
  session,
  syncedDay,
  tempWorkspace,
  writableCache,
} from './temp-store.ts'

function reader(paths: WorkspacePaths): TrafficReader {
  const opened = openTrafficReader(paths.cacheFile)
  onTestFinished(() => opened.close())
  return opened
}

/** A snapshot in plain values, to be compared. */
function plain(snapshot: CacheSnapshot) {
  const { revision, state, directory, dictionary, traffic, syncedDays, sessions } = snapshot
  return {
    revision,
    state,
    directory,
    syncedDays: [...syncedDays],
    sessions: sessions.toSorted((a, b) => a.id.localeCompare(b.id)),
    traffic: [...traffic]
      .map(([day, cells]) => [day, cellsOf({ dictionary, cells })])
      .toSorted((a, b) => Number(a[0]) - Number(b[0])),
  }
}

test('shows an empty cache as one in which nothing is known', () => {
  const snapshot = reader(tempWorkspace().paths).snapshot()
  expect(plain(snapshot)).toEqual({
    revision: 0,
    state: { now: null, historyFromDay: null, lastReconcileAt: null, problems: [] },
    directory: null,
    syncedDays: [],
    sessions: [],
    traffic: [],
  })
})

test('gives the same snapshot until something is committed, and then a new one', () => {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  const open = reader(paths)
  const before = open.snapshot()
  expect(open.snapshot()).toBe(before)
  cache.commit({ state: { now: NOW } })
  expect(open.snapshot()).toMatchObject({ revision: before.revision + 1, state: { now: NOW } })
  expect(before.state.now).toBeNull()
})

test('decodes only the days that changed', () => {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  cache.commit({ traffic: [DAY, DAY + 1].map((day) => ({ day, batch: batchOf([cell(day)]) })) })
  const open = reader(paths)
  const before = open.snapshot()
  cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY, { visitors: 9 })]) }] })
  const after = open.snapshot()
  expect(after.traffic.get(DAY + 1)).toBe(before.traffic.get(DAY + 1))
  expect(after.traffic.get(DAY)?.visitors[0]).toBe(9)
  expect(before.traffic.get(DAY)?.visitors[0]).toBe(1)
})

test('keeps the list of sessions while only traffic changes', () => {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  cache.commit({ upsertSessions: [session('a')] })
  const open = reader(paths)
  const before = open.snapshot()
  cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY)]) }] })
  expect(open.snapshot().sessions).toBe(before.sessions)
})

test('lists sessions by their start', () => {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  const open = reader(paths)
  cache.commit({ upsertSessions: [session('late', { startedAt: NOW + 9 }), session('early', { startedAt: NOW - 9 })] })
  expect(open.snapshot().sessions.map(({ id }) => id)).toEqual(['early', 'late'])
  cache.commit({ upsertSessions: [session('middle')] })
  expect(open.snapshot().sessions.map(({ id }) => id)).toEqual(['early', 'middle', 'late'])
})

test('lists sessions that began at once by their ids, whichever sync brought them', () => {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  const open = reader(paths)
  cache.commit({ upsertSessions: [session('c'), session('a')] })
  open.snapshot()
  cache.commit({ upsertSessions: [session('b')] })
  const ids = (from: typeof open) => from.snapshot().sessions.map(({ id }) => id)
  expect(ids(open)).toEqual(['a', 'b', 'c'])
  expect(ids(reader(paths))).toEqual(['a', 'b', 'c'])
})

test('knows after any commits, seen one by one, several at once or afresh, the same', () => {
  const day = fc.integer({ min: DAY, max: DAY + 3 })
  const id = fc.constantFrom('s1', 's2', 's3')
  const change: fc.Arbitrary<CacheChange> = fc.record(
    {
      traffic: fc.uniqueArray(day, { maxLength: 2 }).chain((days) =>
        fc.tuple(fc.constantFrom('a', 'b', null), fc.nat({ max: 300 })).map(([pool, visitors]) =>
          days.map((each) => ({
            day: each,
            batch: batchOf(visitors === 0 ? [] : [cell(each, { pool, visitors })]),
          })),
        ),
      ),
      upsertDays: fc.array(
        day.map((each) => syncedDay(each)),
        { maxLength: 2 },
      ),
      removeDays: fc.array(day, { maxLength: 1 }),
      upsertSessions: fc.uniqueArray(id, { maxLength: 2 }).map((ids) => ids.map((each) => session(each))),
      removeSessions: fc.array(id, { maxLength: 2 }),
      state: fc.record({ now: fc.nat() }),
    },
    { requiredKeys: [] },
  )
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  const always = reader(paths)
  const sometimes = reader(paths)
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      for (const each of changes) {
        cache.commit(each)
        always.snapshot()
      }
      const fresh = openTrafficReader(paths.cacheFile)
      const expected = plain(fresh.snapshot())
      fresh.close()
      expect(plain(always.snapshot())).toEqual(expected)
      expect(plain(sometimes.snapshot())).toEqual(expected)
    }),
    tries(60, 5),
  )
})

test('cuts sessions to the members of a pool', () => {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  cache.commit({
    upsertSessions: [session('ann'), session('bob', { agentId: 'bob' })],
    directory: {
      organizationId: 'org',
      organizationName: null,
      countryRule: null,
      pools: [],
      agents: null,
      hasCountry: true,
      earliest: null,
      latest: null,
      members: [{ poolId: 'sales', agentId: 'bob', fromDay: null, untilDay: null }],
    },
  })
  expect(
    reader(paths)
      .snapshot()
      .sessionsOfPool('sales')
      .map(({ id }) => id),
  ).toEqual(['bob'])
})

test('cannot be opened where there is no cache, and makes none', () => {
  const { paths } = tempWorkspace()
  rmSync(paths.cacheFile)
  expect(errorOf(() => openTrafficReader(paths.cacheFile)).code).toBe('not-found')
  expect(existsSync(paths.cacheFile)).toBe(false)
})

test('does not read a cache of a newer or an older Covercast', () => {
  const { paths } = tempWorkspace()
  const db = connectForWriting(paths.cacheFile, 'cache')
  db.pragma('user_version = 99')
  expect(errorOf(() => openTrafficReader(paths.cacheFile)).code).toBe('store-newer')
  db.pragma('user_version = 1')
  expect(errorOf(() => openTrafficReader(paths.cacheFile)).code).toBe('store-outdated')
  db.close()
})

test('does not take a damaged file for an empty cache', () => {
  for (const length of [0, 50]) {
    const { paths } = tempWorkspace()
    truncateSync(paths.cacheFile, length)
    expect(errorOf(() => openTrafficReader(paths.cacheFile)).code).toBe('store-damaged')
  }
})

test('says that a day is damaged, rather than leave it out', () => {
  const { paths } = tempWorkspace()
  const { cache, db } = writableCache(paths)
  cache.commit({ traffic: [{ day: DAY, batch: batchOf([cell(DAY)]) }] })
  db.exec('UPDATE traffic SET cells = zeroblob(30)')
  const error = errorOf(() => reader(paths).snapshot())
  expect(error).toMatchObject({ code: 'store-damaged' })
  expect(error.message).toContain('2024-10-04')
})

/** Two years of days with a visit each but for every seventh, and a session at each tenth noon. */
function longHistory() {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  const days = Array.from({ length: 730 }, (_, index) => DAY + index)
  const visited = days.filter((day) => day % 7 !== 0)
  const noons = days
    .filter((day) => day % 10 === 0)
    .map((day) => session(`s${day}`, { startedAt: day * DAY_MS + DAY_MS / 2, endedAt: day * DAY_MS + DAY_MS / 2 + 9 }))
  cache.commit({
    traffic: visited.map((day) => ({ day, batch: batchOf([cell(day)]) })),
    upsertDays: days.map((day) => ({
      ...syncedDay(day),
      visitors: day % 7 === 0 ? 0 : 1,
      syncedThrough: (day + 1) * DAY_MS,
    })),
    upsertSessions: noons,
  })
  return { paths, cache, days, visited }
}

test('of a long history decodes the newest days, and older ones when they are asked for', () => {
  const { paths, days, visited } = longHistory()
  const open = reader(paths)
  const recent = open.snapshot(days.at(-1)! - 30)
  const first = days.at(-1)! - 400
  expect(recent.firstDay).toBe(first)
  expect([...recent.traffic.keys()].toSorted((a, b) => a - b)).toEqual(visited.filter((day) => day >= first))
  expect(recent.sessions.map(({ id }) => id)).toEqual(
    days.filter((day) => day % 10 === 0 && day >= first).map((day) => `s${day}`),
  )
  expect(recent.syncedDays.size).toBe(730)
  const older = open.snapshot(DAY + 100)
  expect([...older.traffic.keys()].toSorted((a, b) => a - b)).toEqual(visited.filter((day) => day >= DAY + 100))
  expect(older.traffic.get(first + 1)).toBe(recent.traffic.get(first + 1))
  expect(open.snapshot(days.at(-1)!)).toBe(older)
})

test('knows of a long history the same however it grew into view', () => {
  const { paths, cache, days } = longHistory()
  const grown = reader(paths)
  grown.snapshot(Infinity)
  cache.commit({
    traffic: [
      { day: DAY + 5, batch: batchOf([cell(DAY + 5, { visitors: 5 })]) },
      { day: days.at(-1)!, batch: batchOf([cell(days.at(-1)!, { visitors: 7 })]) },
    ],
    upsertSessions: [
      session('new', { startedAt: days.at(-1)! * DAY_MS, endedAt: null }),
      session('old', { startedAt: DAY * DAY_MS, endedAt: DAY * DAY_MS + 1 }),
    ],
    removeSessions: [`s${days.findLast((day) => day % 10 === 0)!}`],
  })
  expect(grown.snapshot(Infinity).sessions.some(({ id }) => id === 'old')).toBe(false)
  grown.snapshot(DAY + 300)
  expect(plain(grown.snapshot())).toEqual(plain(reader(paths).snapshot()))
})

test('tells days without any record from days on which somebody was online, however old', () => {
  const { paths, days } = longHistory()
  const silent = days.filter((day) => day % 7 === 0 && day % 10 !== 0)
  expect([...reader(paths).snapshot(Infinity).silentDays]).toEqual(silent)
})
