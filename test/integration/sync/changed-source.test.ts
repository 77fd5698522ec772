import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import {
  coverageRequest,
  makeDataFolder,
  openServices,
  syncRequest,
  unwatched,
  type TestServices,
} from '../../support/services.ts'
import { agentId, createSmallCompany, ORGANIZATION, sessionId } from '../../support/small-company.ts'
import { insertPageviews, type TestDatabase } from '../../support/source-database.ts'

const NOW = Date.parse('2026-03-20T15:10:00Z')
const DAY = '2026-03-10'
const NOON = Date.parse(`${DAY}T12:00:00Z`)
const DAY_NUMBER = Math.floor(NOON / 86_400_000)

describe('a source that changed behind the back of the cache', () => {
  let folder: ReturnType<typeof makeDataFolder>
  let database: TestDatabase
  let services: TestServices

  beforeEach(async () => {
    folder = makeDataFolder()
    database = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 20, visitsPerDay: 200 })
    services = openServices(folder.path)
    await services.sync(syncRequest({ sourceUrl: database.url, organizationId: ORGANIZATION, now: NOW }), unwatched())
  })
  afterEach(async () => {
    await services.close()
    await database.drop()
    folder.remove()
  })

  const reconcile = (changes = {}) => services.sync(syncRequest({ now: NOW, reconcile: true, ...changes }), unwatched())
  const dayFigures = async () => (await services.coverage(coverageRequest({ from: DAY, to: DAY }))).output

  it('reports nothing where nothing changed', async () => {
    expect((await reconcile()).changedDays).toEqual([])
  })

  it('takes visits that were added late, and reports the day', async () => {
    const before = await dayFigures()
    await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: NOON, agentId: agentId(1) }])
    const { changedDays } = await reconcile()
    expect(changedDays).toHaveLength(1)
    expect(changedDays[0]).toMatchObject({ date: DAY, kept: false })
    expect(changedDays[0]!.after.visitors - changedDays[0]!.before.visitors).toBe(1)
    expect((await dayFigures()).totals.totalPageviews).toBe(before.totals.totalPageviews + 1)
  })

  it('takes visits that were removed', async () => {
    const before = await dayFigures()
    const removed = await database.run(
      `delete from widget_pageviews where organization_id = $1 and created_at between '${DAY}T12:00:00Z' and '${DAY}T13:00:00Z' returning id`,
      [ORGANIZATION],
    )
    expect(removed.length).toBeGreaterThan(5)
    const { changedDays } = await reconcile()
    expect(changedDays.map(({ date, kept }) => [date, kept])).toEqual([[DAY, false]])
    expect((await dayFigures()).totals.totalPageviews).toBe(before.totals.totalPageviews - removed.length)
  })

  it('keeps what was covered when an agent was deleted, says so once, and takes the figure of the source when asked', async () => {
    const before = await dayFigures()
    await database.run('update widget_pageviews set agent_id = null where agent_id = $1', [agentId(2)])
    await database.run('delete from agent_sessions where agent_id = $1', [agentId(2)])
    await database.run('delete from agent_profiles where id = $1', [agentId(2)])

    const { changedDays } = await reconcile()
    // Today's last hours are read again by every sync, and kept by the same rule without being history.
    expect(changedDays.length).toBeGreaterThanOrEqual(19)
    expect(changedDays.every(({ kept }) => kept)).toBe(true)
    expect(await dayFigures()).toEqual(before)
    expect((await reconcile()).changedDays).toEqual([])

    await reconcile({ takeSource: true })
    const taken = await dayFigures()
    const [truth] = await database.run(
      `select count(agent_id)::int as covered from widget_pageviews where organization_id = $1 and created_at >= '${DAY}Z' and created_at < '${DAY}Z'::timestamptz + interval '1 day'`,
      [ORGANIZATION],
    )
    expect(taken.totals.pageviewsWithAgent).toBe(truth!['covered'])
    expect(taken.totals.pageviewsWithAgent).toBeLessThan(before.totals.pageviewsWithAgent)
    expect(taken.totals.totalPageviews).toBe(before.totals.totalPageviews)
  })

  it('keeps a day that is gone altogether', async () => {
    const before = await dayFigures()
    await database.run(
      `delete from widget_pageviews where created_at >= '${DAY}Z' and created_at < '${DAY}Z'::timestamptz + interval '1 day'`,
    )
    const { changedDays } = await reconcile()
    expect(changedDays.map(({ date, kept, after }) => ({ date, kept, after }))).toEqual([
      { date: DAY, kept: true, after: { visitors: 0, covered: 0 } },
    ])
    expect(await dayFigures()).toEqual(before)
  })

  it('takes the end of a session that was dated back, for the hours and for the agents of each visit', async () => {
    const before = await dayFigures()
    const end = Date.parse(`${DAY}T10:00:00Z`)
    await database.run('update agent_sessions set ended_at = $2 where id = $1', [
      sessionId(DAY_NUMBER, 1),
      new Date(end).toISOString(),
    ])
    await reconcile()
    const after = await dayFigures()
    expect(after.totals.totalPageviews).toBe(before.totals.totalPageviews)
    expect(before.hourly[12]!.avgAgentsOnline - after.hourly[12]!.avgAgentsOnline).toBeCloseTo(1, 9)
    expect(after.hourly[9]!.avgAgentsOnline).toBe(before.hourly[9]!.avgAgentsOnline)
  })
})
