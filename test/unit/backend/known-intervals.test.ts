import { expect, it } from 'vitest'
import { knownIntervals, intervalsToLearnFrom } from '../../../electron/backend/coverage/known-intervals.ts'
import type { CachedDirectory, SyncedDay } from '../../../electron/sync/cache.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'

const directory = (earliest: number | null, latest: number | null): CachedDirectory => ({
  organizationId: 'org',
  organizationName: null,
  countryRule: null,
  pools: null,
  agents: null,
  members: null,
  hasCountry: true,
  earliest,
  latest,
})
const days = (visitors: readonly number[]): ReadonlyMap<number, SyncedDay> =>
  new Map(
    visitors.map((count, day) => [
      day,
      {
        day,
        sourceFingerprint: '',
        countingFingerprint: '',
        syncedThrough: 5.5 * DAY_MS,
        visitors: count,
        covered: 0,
        sourceVisitors: count,
        sourceCovered: 0,
      },
    ]),
  )
const daysOf = (spans: readonly { readonly start: number }[]): readonly number[] =>
  spans.map(({ start }) => start / DAY_MS)

it('knows the synced days from the first to the last of which the source has anything, up to where they were read', () => {
  const syncedDays = days([0, 0, 0, 0, 0, 0])
  expect(daysOf(knownIntervals({ syncedDays, directory: directory(1.5 * DAY_MS, 4.2 * DAY_MS) }))).toEqual([1, 2, 3, 4])
  expect(knownIntervals({ syncedDays, directory: directory(5 * DAY_MS, 5.2 * DAY_MS) })).toEqual([
    { start: 5 * DAY_MS, end: 5.5 * DAY_MS },
  ])
})

it('knows nothing where the source has nothing, or was never looked at', () => {
  expect(knownIntervals({ syncedDays: days([0, 0]), directory: directory(null, null) })).toEqual([])
  expect(knownIntervals({ syncedDays: days([3]), directory: null })).toEqual([])
})

it('learns from days since the first visitor, and from none without any record', () => {
  const cache = {
    syncedDays: days([0, 4, 0, 0, 3, 1]),
    directory: directory(0, 5.2 * DAY_MS),
    silentDays: new Set([3]),
  }
  expect(daysOf(knownIntervals(cache))).toEqual([0, 1, 2, 3, 4, 5])
  expect(daysOf(intervalsToLearnFrom(cache))).toEqual([1, 2, 4, 5])
  expect(intervalsToLearnFrom({ ...cache, syncedDays: days([0, 0]) })).toEqual([])
})
