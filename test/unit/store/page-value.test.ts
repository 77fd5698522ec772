import { expect, test } from 'vitest'
import { createCoverageCalculator } from '../../../electron/backend/coverage/compute.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import type { CachedDirectory } from '../../../electron/sync/cache.ts'
import { countingFingerprints, keepsSessions } from '../../../electron/sync/fingerprints.ts'
import { pageClassingName } from '../../../electron/sync/page-classing.ts'
import { pageClassesOf, type PageRule } from '../../../shared/contract/page-rules.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { batchOf, cell, DAY, syncedDay, tempWorkspace, writableCache } from './temp-store.ts'

const rule = (pageClass: string, weight: number): PageRule => ({ pageClass, match: 'contains', text: '/a', weight })
const DIRECTORY: CachedDirectory = {
  organizationId: 'org',
  organizationName: null,
  countryRule: null,
  pools: null,
  agents: null,
  members: null,
  hasCountry: true,
  earliest: null,
  latest: null,
}

function fingerprintBy(rules: readonly PageRule[] | null, sessionsFromDay: number | null = null): string {
  const pageClassing = rules === null ? undefined : pageClassingName({ column: 'page_url', rules })
  return countingFingerprints(DIRECTORY, { foldCountriesUnder: 0, sessionsFromDay, pageClassing })(DAY)
}

/** Figures by rules of a cache whose one day was counted by others: visits by class. */
function figuresBy(
  rules: readonly PageRule[],
  counted: { readonly by: readonly PageRule[] | null; readonly visits: readonly (readonly [string | null, number])[] },
) {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  const { dictionary, cells } = batchOf(counted.visits.map(([, visitors], slot) => cell(DAY, { slot, visitors })))
  const classed = {
    dictionary: { ...dictionary, pageClasses: counted.visits.map(([pageClass]) => pageClass) },
    cells: { ...cells, pageClass: Uint8Array.from(counted.visits.keys()) },
  }
  cache.commit({
    traffic: [{ day: DAY, batch: counted.by === null ? { dictionary, cells } : classed }],
    upsertDays: [syncedDay(DAY, { countingFingerprint: fingerprintBy(counted.by) })],
    state: { now: (DAY + 1) * DAY_MS },
  })
  const reader = openTrafficReader(paths.cacheFile)
  const date = formatLocalDate(DAY)
  const { value } = createCoverageCalculator().coverage(reader.snapshot(), {
    workspaceId: 'w',
    from: date,
    to: date,
    timeZone: 'UTC',
    poolId: undefined,
    organizationId: null,
    countryFilter: null,
    clock: 0,
    countAway: true,
    pageWeights: pageClassesOf(rules),
    pageClassing: pageClassingName({ column: 'page_url', rules }),
  })
  reader.close()
  return {
    total: value!.totals.totalPageviews,
    byClass: value!.byClass.map(({ pageClass, totalPageviews }) => [pageClass, totalPageviews]),
    countedShare: value!.countedShare,
  }
}

test('visits are known by rules that counted them, whatever weights are', () => {
  const counted = {
    by: [rule('A', 2)],
    visits: [
      ['A', 3],
      [null, 4],
    ] as const,
  }
  expect(figuresBy([rule('A', 5)], counted)).toEqual({
    total: 19,
    byClass: [
      ['A', 3],
      [null, 4],
    ],
    countedShare: 1,
  })
})

test('visits that no rule ever fitted are of other pages', () => {
  const counted = { by: [rule('A', 2)], visits: [[null, 4]] as const }
  expect(figuresBy([rule('A', 2)], counted)).toEqual({
    total: 4,
    byClass: [
      ['A', 0],
      [null, 4],
    ],
    countedShare: 1,
  })
})

test('after a change of rules visits are not known until they are counted again; classes that are gone are other pages', () => {
  const counted = {
    by: [rule('A', 2)],
    visits: [
      ['A', 3],
      [null, 4],
    ] as const,
  }
  expect(figuresBy([rule('B', 2)], counted)).toEqual({
    total: 7,
    byClass: [
      ['B', 0],
      [null, 7],
    ],
    countedShare: 0,
  })
  expect(figuresBy([rule('B', 2)], { ...counted, by: null })).toMatchObject({ total: 7, countedShare: 0 })
})

test('rules do not hide whether the sessions of a day are kept', () => {
  const rules = [rule('A', 2)]
  const kept = [fingerprintBy(rules), fingerprintBy(rules, DAY + 1), fingerprintBy(null, DAY + 1)]
  expect(kept.map((countingFingerprint) => keepsSessions({ countingFingerprint }))).toEqual([true, false, false])
})
