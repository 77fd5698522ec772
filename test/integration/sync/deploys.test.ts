import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { startPostgresProxy } from '../../support/postgres-proxy.ts'
import {
  coverageRequest,
  makeDataFolder,
  openServices,
  syncRequest,
  unwatched,
  type TestServices,
} from '../../support/services.ts'
import {
  createDatabase,
  insertAgents,
  insertOrganization,
  insertPageviews,
  insertPoolMembers,
  insertPools,
  insertSessions,
  type SessionRow,
  type TestDatabase,
} from '../../support/source-database.ts'

const ORGANIZATION = '00000000-0000-4000-8000-000000000001'
const POOL = '00000000-0000-4000-8001-000000000001'
const NOW = Date.parse('2026-03-20T15:10:00Z')
const START = Date.parse('2026-03-10T00:00:00Z')
const agentId = (number: number): string => `00000000-0000-4000-8002-${String(number).padStart(12, '0')}`

let database: TestDatabase
let services: TestServices
let folder: ReturnType<typeof makeDataFolder>

beforeEach(async () => {
  folder = makeDataFolder()
  services = openServices(folder.path)
  database = await createDatabase(inject('postgresUrl'))
  const { client } = database
  await insertOrganization(client, { id: ORGANIZATION, name: 'Example Ltd' })
  await insertPools(client, [{ id: POOL, organizationId: ORGANIZATION, name: 'Sales' }])
  await insertAgents(
    client,
    Array.from({ length: 10 }, (_, index) => ({
      id: agentId(index),
      organizationId: ORGANIZATION,
      name: `Agent ${index}`,
    })),
  )
  await insertPoolMembers(client, [{ agentId: agentId(0), poolId: POOL }])
})
afterEach(async () => {
  await services.close()
  await database.drop()
  folder.remove()
})

/** The server stops now and then, and closes nothing: whoever is online begins a new session seconds later. */
function deploys(
  agents: number,
  { count, every }: { readonly count: number; readonly every: number },
): readonly SessionRow[] {
  return Array.from({ length: agents * count }, (_, index) => {
    const startedAt = START + Math.floor(index / agents) * every + (index % agents) * 1_000
    return { organizationId: ORGANIZATION, agentId: agentId(index % agents), startedAt, endedAt: null }
  })
}

const sync = (changes: Partial<Parameters<typeof syncRequest>[0]> = {}) =>
  services.sync(
    syncRequest({ sourceUrl: database.url, organizationId: ORGANIZATION, now: NOW, ...changes }),
    unwatched(),
  )
const coverage = async (from: string, to = from) => (await services.coverage(coverageRequest({ from, to }))).output
const problem = (
  { dataProblems }: { readonly dataProblems: readonly { readonly kind: string; readonly count: number }[] },
  kind: string,
) => dataProblems.find((each) => each.kind === kind)?.count ?? 0

describe('deploys that close no session', () => {
  it('leave as many agents online as there were, and are reported', async () => {
    await insertSessions(database.client, deploys(1, { count: 8, every: 12 * HOUR_MS }))
    await insertPageviews(
      database.client,
      Array.from({ length: 10 * 24 }, (_, hour) => ({
        organizationId: ORGANIZATION,
        poolId: POOL,
        agentId: agentId(0),
        createdAt: START + hour * HOUR_MS + 60_000,
      })),
    )
    const output = await sync()
    expect(problem(output, 'session-left-open')).toBe(8)
    expect(problem(output, 'covered-outside-sessions')).toBe(0)
    const report = await coverage('2026-03-10', '2026-03-13')
    expect(report.totals.avgAgentsOnline).toBeCloseTo(1, 3)
    expect(problem(report, 'session-left-open')).toBe(8)
    // The last one is over 16 hours old: it counts until the agent took the last visitor.
    expect((await coverage('2026-03-19')).totals.avgAgentsOnline).toBeCloseTo(23.25 / 24, 6)
    expect((await coverage('2026-03-20')).totals.avgAgentsOnline).toBe(0)
  })

  it('cost a second sync no more rows and statements, however many they were', async () => {
    const proxy = await startPostgresProxy(database.url)
    const count = async (now: number) => {
      proxy.reset()
      const { sessionRows, windows } = await sync({ sourceUrl: proxy.url, now })
      const { statements, rows } = proxy.count()
      return { sessionRows, windows, statements: statements.length, rows }
    }
    await insertPageviews(
      database.client,
      Array.from({ length: 80 }, (_, index) => ({
        organizationId: ORGANIZATION,
        createdAt: NOW - 60_000 - index * 2 * HOUR_MS,
      })),
    )
    await insertSessions(
      database.client,
      deploys(10, { count: 500, every: 1_800_000 }).filter(({ startedAt }) => (startedAt as number) < NOW),
    )
    const first = await count(NOW)
    const second = await count(NOW + 5 * 60_000)
    // A window of a day has the day's own sessions, and of those left open those of the 16 hours before it.
    expect(first.windows).toBeLessThanOrEqual(11)
    expect(first.sessionRows).toBeLessThanOrEqual(11 * 10 * (48 + 32))
    expect(second.sessionRows).toBeLessThanOrEqual(10 * 33)
    expect(second.rows).toBeLessThan(10 * 33 + 150)
    expect(second.statements).toBeLessThan(36)
    await proxy.close()
  }, 120_000)

  it('are seen through by statuses and heartbeats as by visits', async () => {
    await database.run('alter table agent_sessions add column last_seen timestamptz')
    await insertSessions(
      database.client,
      [0, 1].map((agent) => ({
        organizationId: ORGANIZATION,
        agentId: agentId(agent),
        startedAt: START,
        endedAt: null,
      })),
    )
    await database.run(`update agent_sessions set last_seen = '2026-03-10T05:00:00Z' where agent_id = $1`, [agentId(0)])
    await database.run('drop table if exists agent_status_changes')
    await database.run(
      'create table agent_status_changes (agent_id uuid, from_status text, to_status text, changed_at timestamptz)',
    )
    await database.run(
      `insert into agent_status_changes values ($1, 'idle', 'away', '2026-03-10T01:00:00Z'), ($1, 'away', 'offline', '2026-03-10T03:00:00Z')`,
      [agentId(1)],
    )
    await sync({ mapping: { sessions: { lastSeenAt: 'last_seen' } } })
    expect(
      (await coverage('2026-03-10')).hourly
        .slice(0, 6)
        .map(({ avgAgentsOnline }) => Math.round(avgAgentsOnline * 100) / 100),
    ).toEqual([2, 2, 2, 1, 1, 0])
  })
})

describe('an agent who was deleted', () => {
  it('still counts in cells that are counted again', async () => {
    const sessions = Array.from({ length: 8 }, (_, day) => ({
      organizationId: ORGANIZATION,
      agentId: agentId(0),
      startedAt: START + day * DAY_MS + 8 * HOUR_MS,
      endedAt: START + day * DAY_MS + 18 * HOUR_MS,
    }))
    await insertSessions(database.client, sessions)
    // Another agent takes most visitors of a pool that only this one serves.
    const visits = sessions.flatMap(({ startedAt }) =>
      Array.from({ length: 60 }, (_, index) => ({
        organizationId: ORGANIZATION,
        poolId: POOL,
        agentId: agentId(index % 10 === 0 ? 0 : 1),
        createdAt: startedAt + index * 600_000,
      })),
    )
    await insertPageviews(database.client, visits)
    expect(problem(await sync(), 'covered-outside-sessions')).toBe(0)
    await database.run('update widget_pageviews set agent_id = null where agent_id = $1', [agentId(0)])
    await database.run('delete from agent_sessions where agent_id = $1', [agentId(0)])
    await database.run('delete from agent_profiles where id = $1', [agentId(0)])
    await insertPageviews(
      database.client,
      visits
        .filter((_, index) => index % 3 === 0)
        .map((visit) => ({ ...visit, agentId: null, createdAt: visit.createdAt + 1_000 })),
    )
    for (const changes of [{ reconcile: true }, { reconcile: true, full: true }, {}])
      expect(problem(await sync(changes), 'covered-outside-sessions')).toBe(0)
  })
})

describe('an organization without visits', () => {
  it('is known from its first session to its last, with its agents', async () => {
    await insertSessions(
      database.client,
      [0, 3].map((day) => ({
        organizationId: ORGANIZATION,
        agentId: agentId(0),
        startedAt: START + day * DAY_MS,
        endedAt: START + day * DAY_MS + 12 * HOUR_MS,
      })),
    )
    await sync()
    const report = await coverage('2026-03-10', '2026-03-13')
    expect(report.range).toMatchObject({ knownShare: 1, agentData: true })
    expect(report.daily.map(({ avgAgentsOnline }) => avgAgentsOnline)).toEqual([0.5, 0, 0, 0.5])
    expect((await coverage('2026-03-14', '2026-03-19')).range.knownShare).toBe(0)
    expect((await coverage('2026-03-09', '2026-03-10')).range.knownShare).toBe(0.5)
  })

  it('is not known at all without sessions', async () => {
    await sync()
    expect((await coverage('2026-03-10', '2026-03-13')).range).toMatchObject({ knownShare: 0, agentData: false })
  })
})
