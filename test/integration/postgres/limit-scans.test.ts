import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import { parseMapping, type SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'
import type { TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const never = new AbortController().signal
/** Of the 20,000 visits' table, whose pages cost some 300 to read in order. */
const MOST_COST = 100

describe('a source that must not read tables through', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createSmallCompany(inject('postgresUrl'), {
      now: Date.now(),
      days: 20,
      visitsPerDay: 1000,
      schema: 'plain',
    })
  })
  afterAll(async () => database.drop())

  const look = async (mapping: SourceMappingInput = {}) => {
    const source = createPostgresSource({
      connection: connectionTo(database.url),
      mapping: parseMapping(mapping),
      mostScanCost: MOST_COST,
    })
    try {
      await source.describe(never)
      return await source.directory({ organizationId: ORGANIZATION, now: Date.now(), callsFromDay: null }, never)
    } finally {
      await source.close()
    }
  }
  const refused = {
    code: 'source-timeout',
    message: 'A preview would read the whole table widget_pageviews, because no index leads to its newest rows.',
  }

  it('reads what an index leads to, in a table, and in a view of it', async () => {
    await database.run('create schema shown; create view shown.widget_pageviews as select * from widget_pageviews')
    expect((await look()).latest).toBeGreaterThan(Date.now() - 3_600_000)
    expect((await look({ pageviews: { schema: 'shown' } })).latest).toBeGreaterThan(Date.now() - 3_600_000)
  })

  it('also where the planner has not counted the table yet', async () => {
    await database.run(`delete from pg_statistic where starelid = 'widget_pageviews'::regclass`)
    expect((await look()).latest).toBeGreaterThan(Date.now() - 3_600_000)
    await database.run('analyze widget_pageviews')
  })

  it('refuses a view that hides the index from the planner', async () => {
    await database.run('alter view shown.widget_pageviews set (security_barrier)')
    await expect(look({ pageviews: { schema: 'shown' } })).rejects.toMatchObject(refused)
  })

  it('refuses where none does, and where one leads to the organization alone', async () => {
    await database.run('drop index widget_pageviews_organization_id_created_at_idx')
    await expect(look()).rejects.toMatchObject(refused)
    await database.run('create index on widget_pageviews (organization_id)')
    await expect(look()).rejects.toMatchObject(refused)
  })
})
