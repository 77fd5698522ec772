import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { english } from '../../../shared/language/english.ts'
import { describeReason } from '../../../shared/recommend/index.ts'
import { startPostgresProxy, type PostgresProxy } from '../../support/postgres-proxy.ts'
import { readRecommendations } from '../../../electron/terminal/read-recommendations.ts'
import { makeDataFolder, openServices, syncRequest, unwatched, type TestServices } from '../../support/services.ts'
import { createSmallCompany, ORGANIZATION, POOLS } from '../../support/small-company.ts'
import { insertCalls, type TestDatabase } from '../../support/source-database.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'

const NOW = Date.parse('2026-03-20T15:10:00Z')
const NOON = Date.parse('2026-03-18T12:00:00Z')

describe('the calls of a source', () => {
  const folder = makeDataFolder()
  let database: TestDatabase
  let proxy: PostgresProxy
  let services: TestServices

  beforeAll(async () => {
    // Ten days: too little to fit a model, so recommendations go by calls.
    database = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 10, visitsPerDay: 300 })
    proxy = await startPostgresProxy(database.url)
    services = openServices(folder.path)
  })
  afterAll(async () => {
    await services.close()
    await proxy.close()
    await database.drop()
    folder.remove()
  })

  const sync = (changes = {}) =>
    services.sync(syncRequest({ organizationId: ORGANIZATION, now: NOW, ...changes }), unwatched())
  const reasonsOf = async (poolId: string | undefined = POOLS[0]) => {
    const { output } = await readRecommendations(
      services.call,
      { from: '2026-03-18', to: '2026-03-19', timeZone: 'UTC', ...(poolId === undefined ? {} : { pool: poolId }) },
      { clock: Date.now, format: TERMINAL_FORMAT },
    )
    const reasons = (output.overall ?? output.blocks).map(
      ({ reason }) => /rule of thumb: (.*)\.$/u.exec(describeReason(reason, english()))?.[1],
    )
    expect(reasons.length).toBeGreaterThan(0)
    return [...new Set(reasons)]
  }
  const coveredIn = async (pool: string | null): Promise<number> => {
    const rows = await database.run(
      `select count(agent_id)::int as covered from widget_pageviews where organization_id = $1 and ($2::uuid is null or pool_id = $2) and created_at >= '2026-03-18Z' and created_at < '2026-03-20Z'`,
      [ORGANIZATION, pool],
    )
    return rows[0]!['covered'] as number
  }

  it('are not there: the usual values stand for them', async () => {
    await sync({ sourceUrl: proxy.url })
    expect(await reasonsOf()).toEqual([
      '15% of missed visitors would have called (a typical value), a call takes 3 min (a typical value), and an agent takes 11 calls an hour',
    ])
  })

  it('come with the next comparison and say how many ring and for how long, by pool and over all', async () => {
    const covered = await coveredIn(POOLS[0])
    const calls = Math.round(covered * 0.4)
    await insertCalls(
      database.client,
      Array.from({ length: calls }, (_, index) => ({
        organizationId: ORGANIZATION,
        poolId: POOLS[0],
        seconds: 299 + (index % 2),
        createdAt: NOON + index * MINUTE_MS,
      })),
    )
    await sync({ reconcile: true })
    const rate = (of: number): number => Math.round((100 * calls) / of)
    expect(await reasonsOf()).toEqual([
      `${rate(covered)}% of missed visitors would have called (as counted), a call takes 5 min (as counted), and an agent takes 8 calls an hour`,
    ])
    const all = rate(await coveredIn(null))
    expect(all).toBeLessThan(30)
    expect(await reasonsOf(POOLS[1])).toEqual([
      `${all}% of missed visitors would have called (as counted over all pools), a call takes 5 min (as counted over all pools), and an agent takes 8 calls an hour`,
    ])
  })

  it('of the last hours come with every sync, by one statement more', async () => {
    proxy.reset()
    await sync()
    // Without the one that tries whether all tables can be read, which reads none of its rows.
    const counting = proxy.count().statements.filter((text) => text.includes('call_logs') && !text.includes('limit 0'))
    expect(counting).toHaveLength(1)
    expect(proxy.count().statements.length).toBeLessThan(32)
  })

  it('that were changed or deleted show after a comparison; without their table they are forgotten, and that is said', async () => {
    await database.run('delete from call_logs where duration_seconds = 300')
    await database.run('update call_logs set duration_seconds = 60')
    await sync({ reconcile: true })
    expect((await reasonsOf())[0]).toMatch(
      /^20% of missed visitors would have called \(as counted\), a call takes 1 min \(as counted\), and an agent takes 22 calls an hour$/u,
    )
    await database.run('drop table call_logs')
    const { dataProblems } = await sync()
    expect(dataProblems.filter(({ kind }) => kind === 'calls-missing')).toHaveLength(1)
    expect((await reasonsOf())[0]).toMatch(/^15% .* \(a typical value\)/u)
    proxy.reset()
    await sync()
    expect(proxy.count().statements.filter((text) => text.includes('call_logs'))).toEqual([])
  })
})
