import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createSmallCompany, ORGANIZATION } from '../support/small-company.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { HOSTS, NOW, type TestHost } from './support/open-host.ts'
import { clientOf, syncEnd } from './support/rpc.ts'

/** More than the half year that a first sync takes. */
const DAYS = 400
/** The organization does not count every country. */
const EVERYBODY = { mode: 'blocklist' as const, countries: [] }
const HALF_YEAR_AGO = '2025-09-19'

describe('a source with more than half a year', () => {
  let host: TestHost
  let database: TestDatabase
  beforeAll(async () => {
    ;[host, database] = await Promise.all([
      HOSTS[0]!.open({ change: () => ({ tickMs: 50 }) }),
      createSmallCompany(inject('postgresUrl'), { now: NOW, days: DAYS, visitsPerDay: 24, alone: true }),
    ])
  })
  afterAll(() => Promise.all([host.close(), database.drop()]))

  it('is there with its first half year, and has the rest counted in the background, without sessions', async () => {
    const client = clientOf(host)
    const { workspaceId } = await client.source.connect.mutate({
      connection: { kind: 'url', url: database.url },
      organizationId: ORGANIZATION,
      now: NOW,
    })
    const first = await syncEnd(host, workspaceId)
    expect(first.job.outcome?.from).toBe(HALF_YEAR_AGO)
    await expect
      .poll(async () => (await client.workspace.overview.query({ workspaceId })).firstKnownDate, { timeout: 60_000 })
      .toBe('2025-02-14')
    await expect
      .poll(async () => (await client.sync.state.query({ workspaceId }))?.state, { timeout: 60_000 })
      .toBe('done')
    const of = (from: string, to: string) =>
      client.coverage.report.query({ workspaceId, from, to, timeZone: 'UTC', countryFilter: EVERYBODY })
    const older = await of('2025-04-01', '2025-04-30')
    const { rows } = await database.client.query<{ count: number }>(
      `select count(*)::int as count from widget_pageviews
       where organization_id = $1 and created_at >= '2025-04-01T00:00:00Z' and created_at < '2025-05-01T00:00:00Z'`,
      [ORGANIZATION],
    )
    expect(older.totals.totalPageviews).toBe(rows[0]!.count)
    expect(older.totals.totalPageviews).toBeGreaterThan(600)
    expect(older.range).toMatchObject({ knownShare: 1, agentData: false })
    // Averages over days of which no sessions are kept would be of others.
    expect((await of('2025-09-01', '2025-10-15')).range.agentData).toBe(false)
    expect((await of('2025-10-01', '2025-10-15')).range.agentData).toBe(true)
    const { settings } = await client.workspace.overview.query({ workspaceId })
    expect([settings.historyFrom, settings.sessionsFrom]).toEqual(['2025-02-14', HALF_YEAR_AGO])
  })
})
