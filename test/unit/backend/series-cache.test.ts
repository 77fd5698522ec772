import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSeriesCache } from '../../../electron/backend/coverage/series-cache.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import { tries } from '../../support/deep.ts'
import { batchOf, cell, DAY, session, syncedDay, tempWorkspace, writableCache } from '../store/temp-store.ts'

const DAYS = 6

function snapshotOfDays() {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  const days = Array.from({ length: DAYS }, (_, index) => DAY + index)
  cache.commit({
    traffic: days.map((day, index) => ({
      day,
      batch: batchOf([
        cell(day, { country: 'AA', visitors: index + 1 }),
        cell(day, { slot: 95, country: 'BB', visitors: 100 }),
      ]),
    })),
    upsertDays: days.map((day) => syncedDay(day)),
    upsertSessions: [session('one')],
  })
  const reader = openTrafficReader(paths.cacheFile)
  const snapshot = reader.snapshot()
  reader.close()
  return snapshot
}

test('gives the same visits of the days asked for, whatever was asked before', () => {
  const snapshot = snapshotOfDays()
  const span = fc
    .tuple(fc.integer({ min: -2, max: DAYS + 1 }), fc.nat({ max: DAYS + 2 }))
    .map(([first, length]) => ({ first: DAY + first, end: DAY + first + length }))
  const filter = {
    poolId: undefined,
    countryFilter: { mode: 'blocklist', countries: ['BB'] },
    presentOnly: false,
  } as const
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), (spans) => {
      const seriesOf = createSeriesCache()
      for (const days of spans) {
        const { series } = seriesOf(snapshot, filter, days)
        expect(series.visitors).toHaveLength(DAYS * SLOTS_PER_DAY)
        for (let day = Math.max(days.first, DAY); day < Math.min(days.end, DAY + DAYS); day++) {
          const first = (day - DAY) * SLOTS_PER_DAY
          expect(series.visitors.slice(first, first + SLOTS_PER_DAY).reduce((a, b) => a + b, 0)).toBe(day - DAY + 1)
        }
      }
    }),
    tries(100, 3),
  )
})

test('keeps who is online when only the country filter changes', () => {
  const snapshot = snapshotOfDays()
  const seriesOf = createSeriesCache()
  const days = { first: DAY, end: DAY + 1 }
  const all = seriesOf(snapshot, { poolId: undefined, countryFilter: null, presentOnly: false }, days)
  const some = seriesOf(
    snapshot,
    { poolId: undefined, countryFilter: { mode: 'allowlist', countries: ['AA'] }, presentOnly: false },
    days,
  )
  expect(some.agentTime).toBe(all.agentTime)
  expect(some.series.visitors).not.toEqual(all.series.visitors)
})
