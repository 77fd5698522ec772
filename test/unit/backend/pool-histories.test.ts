import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPoolHistories } from '../../../electron/backend/coverage/pool-histories.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { trafficByPool } from '../../../shared/predict/assemble/pool-traffic.ts'
import { poolHistory } from '../../../shared/predict/assemble/starved/pool-history.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import { tries } from '../../support/deep.ts'
import { batchOf, cell, DAY, syncedDay, tempWorkspace, writableCache } from '../store/temp-store.ts'

const DAYS = 5
const POOLS = ['sales', 'help', null] as const

/** Days whose cells are in no order of slot, with a pool that is not there every day and a day without any visit. */
function snapshotOfDays() {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  const days = Array.from({ length: DAYS }, (_, index) => DAY + index)
  cache.commit({
    traffic: days
      .filter((_, index) => index !== 2)
      .map((day, index) => ({
        day,
        batch: batchOf(
          POOLS.slice(0, 1 + (index % 3)).flatMap((pool) =>
            [95, 3, 40].map((slot) =>
              cell(day, { slot, pool, country: slot === 40 ? 'AU' : 'US', agents: slot % 2, visitors: slot + index }),
            ),
          ),
        ),
      })),
    upsertDays: days.map((day) => syncedDay(day)),
  })
  const reader = openTrafficReader(paths.cacheFile)
  const snapshot = reader.snapshot()
  reader.close()
  return snapshot
}

test('puts a range together from its days as if all were added up at once, whatever was asked before', () => {
  const snapshot = snapshotOfDays()
  const batches = [...snapshot.traffic.values()].map((cells) => ({ dictionary: snapshot.dictionary, cells }))
  const slots = fc
    .tuple(fc.nat({ max: (DAYS + 2) * SLOTS_PER_DAY }), fc.integer({ min: 1, max: DAYS * SLOTS_PER_DAY }))
    .map(([first, length]) => {
      const fromSlot = (DAY - 1) * SLOTS_PER_DAY + first
      return { fromSlot, toSlot: fromSlot + length }
    })
  const countryRule = fc.constantFrom(null, { mode: 'blocklist', countries: ['AU'] } as const)
  fc.assert(
    fc.property(fc.array(fc.record({ slots, countryRule }), { minLength: 1, maxLength: 5 }), (asked) => {
      const historiesOf = createPoolHistories()
      for (const one of asked) {
        const options = { countryRule: one.countryRule, ...one.slots }
        const plain = (histories: readonly ReturnType<typeof poolHistory>[]) =>
          histories.map(({ series, ...rest }) => ({
            ...rest,
            first: series.firstSlot,
            visitors: Array.from(series.visitors),
          }))
        expect(plain(historiesOf(snapshot, options))).toEqual(plain(trafficByPool(batches, options).map(poolHistory)))
      }
    }),
    tries(100, 3),
  )
})
