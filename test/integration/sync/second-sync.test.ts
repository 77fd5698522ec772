import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { startPostgresProxy, type PostgresProxy } from '../../support/postgres-proxy.ts'
import {
  coverageRequest,
  makeDataFolder,
  openServices,
  syncRequest,
  unwatched,
  type TestServices,
} from '../../support/services.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'
import { insertPageviews, type TestDatabase } from '../../support/source-database.ts'
import { DEFAULT_MAPPING } from '../../../shared/contract/source/mapping.ts'

const NOW = Date.parse('2026-03-20T15:10:00Z')

describe('a second sync', () => {
  const folder = makeDataFolder()
  let database: TestDatabase
  let proxy: PostgresProxy
  let services: TestServices

  beforeAll(async () => {
    database = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 40, visitsPerDay: 500 })
    proxy = await startPostgresProxy(database.url)
    services = openServices(folder.path)
    await services.sync(syncRequest({ sourceUrl: proxy.url, organizationId: ORGANIZATION, now: NOW }), unwatched())
  })
  afterAll(async () => {
    await services.close()
    await proxy.close()
    await database.drop()
    folder.remove()
  })

  it('right after the first counts one window of two hours and no more rows than that holds', async () => {
    proxy.reset()
    const output = await services.sync(syncRequest({ now: NOW }), unwatched())
    const { statements, rows } = proxy.count()
    const counting = statements.filter((text) => /width_bucket/iu.test(text))

    expect(output.windows).toBe(1)
    expect(counting).toHaveLength(1)
    // Two hours of 500 visits a day, and a quarter-hour that the overlap begins in.
    expect(output.visitors).toBeLessThanOrEqual(Math.ceil((500 / 24) * 2.25) + 1)
    expect(output.visitors).toBeGreaterThan(20)
    // The three sessions that are on, the directory, the clock, and the one row of counts; the catalog has a row for each mapped column.
    expect(output.sessionRows).toBeLessThanOrEqual(3)
    const mappedColumns = Object.values(DEFAULT_MAPPING).reduce(
      (sum, table) => sum + (typeof table === 'object' && table !== null ? Object.keys(table).length : 0),
      0,
    )
    expect(rows).toBeLessThan(100 + mappedColumns)
    // Four transactions: the catalog and one reading of every table, the directory, the window, what agents did.
    expect(statements.length).toBeLessThan(32)
  })

  it('only asks to read: every transaction is read only, and nothing writes', async () => {
    proxy.reset()
    await services.sync(syncRequest({ now: NOW }), unwatched())
    for (const text of proxy.count().statements) {
      expect(text.trim()).toMatch(
        /^\(?(?:begin isolation level repeatable read read only|select|with|commit|set local|savepoint|rollback|release)/iu,
      )
    }
  })

  it('brings what came in between, and a visit that was committed late', async () => {
    const before = await services.coverage(
      coverageRequest({ from: '2026-03-20', to: '2026-03-20', countryFilter: { mode: 'blocklist', countries: [] } }),
    )
    await insertPageviews(database.client, [
      { organizationId: ORGANIZATION, createdAt: NOW - 70 * MINUTE_MS },
      { organizationId: ORGANIZATION, createdAt: NOW + 5 * MINUTE_MS },
    ])
    await services.sync(syncRequest({ now: NOW + 10 * MINUTE_MS }), unwatched())
    const after = await services.coverage(
      coverageRequest({ from: '2026-03-20', to: '2026-03-20', countryFilter: { mode: 'blocklist', countries: [] } }),
    )
    expect(after.output.totals.totalPageviews - before.output.totals.totalPageviews).toBe(2)
    expect(after.output.range.now).toBe('2026-03-20T15:20:00.000Z')
  })
})
