import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source } from '../../../electron/sync/source.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import {
  createDatabase,
  insertAgents,
  insertOrganization,
  insertPageviews,
  insertPools,
  insertSessions,
  type TestDatabase,
} from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const SALES = 'bbbbbbbb-0000-4000-8000-000000000001'
const ANN = 'cccccccc-0000-4000-8000-000000000001'
const BOB = 'cccccccc-0000-4000-8000-000000000002'
const START = Date.parse('2026-06-01T00:00:00Z')
const NOW = START + 24 * HOUR_MS
const never = new AbortController().signal

let database: TestDatabase
let opened: Source | undefined
const source = (): Source =>
  (opened = createPostgresSource({ connection: connectionTo(database.url), mapping: parseMapping({}) }))
const directory = () => source().directory({ organizationId: ORGANIZATION, now: NOW, callsFromDay: null }, never)
const window = () =>
  source().window(
    { organizationId: ORGANIZATION, from: START, to: NOW, now: NOW, membership: new Map(), alsoSessions: [] },
    never,
  )

beforeEach(async () => {
  database = await createDatabase(inject('postgresUrl'))
  const { client } = database
  await insertOrganization(client, { id: ORGANIZATION, name: 'Example Ltd' })
  await insertPools(client, [{ id: SALES, organizationId: ORGANIZATION, name: 'Sales' }])
  await insertAgents(client, [
    { id: ANN, organizationId: ORGANIZATION, name: 'Ann' },
    { id: BOB, organizationId: ORGANIZATION, name: 'Bob' },
  ])
  await insertPageviews(client, [
    { organizationId: ORGANIZATION, poolId: SALES, agentId: null, country: 'US', createdAt: START + HOUR_MS },
    { organizationId: ORGANIZATION, poolId: SALES, agentId: ANN, country: 'US', createdAt: START + 3 * HOUR_MS },
  ])
  await insertSessions(client, [
    { organizationId: ORGANIZATION, agentId: ANN, startedAt: START + 2 * HOUR_MS, endedAt: START + 4 * HOUR_MS },
    { organizationId: ORGANIZATION, agentId: BOB, startedAt: START + 5 * HOUR_MS, endedAt: START + 6 * HOUR_MS },
  ])
})
afterEach(async () => {
  await opened?.close()
  opened = undefined
  await database.drop()
})

describe('a database with odd settings', () => {
  it('is read exactly where it writes numbers with few digits', async () => {
    const name = new URL(database.url).pathname.slice(1)
    await database.run(`alter database "${name}" set extra_float_digits = -15`)
    expect(await directory()).toMatchObject({ earliest: START + HOUR_MS, firstVisit: START + HOUR_MS })
    const { traffic, sessions } = await window()
    expect([...traffic.cells.visitors].reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(
      sessions.map(({ startedAt, endedAt }) => [startedAt, endedAt]).toSorted(([a], [b]) => Number(a) - Number(b)),
    ).toEqual([
      [START + 2 * HOUR_MS, START + 4 * HOUR_MS],
      [START + 5 * HOUR_MS, START + 6 * HOUR_MS],
    ])
  })

  it('that ends transactions early is named with the setting that does', async () => {
    const name = new URL(database.url).pathname.slice(1)
    await database.run(`alter database "${name}" set transaction_timeout = '1ms'`)
    await expect(checkConnection({ connection: connectionTo(database.url) }, never)).rejects.toMatchObject({
      code: 'source-timeout',
      message: expect.stringContaining('transaction_timeout'),
    })
  })

  it('is read where a column is of a domain of a domain', async () => {
    await database.run(`create domain moment as timestamptz; create domain visit_moment as moment`)
    await database.run(`alter table widget_pageviews alter created_at type visit_moment`)
    expect(await directory()).toMatchObject({ firstVisit: START + HOUR_MS })
  })

  it('that has no such table anywhere gets no hint at another schema', async () => {
    await database.run('drop table widget_pageviews cascade')
    const failure: unknown = await checkConnection({ connection: connectionTo(database.url) }, never).catch(
      (thrown: unknown) => thrown,
    )
    expect(failure).toMatchObject({ code: 'source-table-missing' })
    expect(String((failure as { readonly next?: string }).next)).not.toContain('is in the schema')
  })
})

describe('a directory', () => {
  it('that shows somebody twice has each once, and says so', async () => {
    await database.run(
      'alter table agent_profiles drop constraint agent_profiles_pkey cascade, drop constraint agent_profiles_user_id_key',
    )
    await database.run(`insert into agent_profiles (id, organization_id, user_id, display_name)
      select id, organization_id, user_id, 'Other ' || display_name from agent_profiles`)
    const { agents, problems } = await directory()
    expect(agents!.map(({ id, name }) => [id, name])).toEqual([
      [ANN, 'Ann'],
      [BOB, 'Bob'],
    ])
    expect(problems).toMatchObject([{ kind: 'agents-repeated', count: 2 }])
  })

  it.each(['', '  ', '\u00a0', '\u200b\u2060', '\u3164'])('with the name %j has none', async (name) => {
    await database.run(`update agent_profiles set display_name = '${name}' where id = '${ANN}'`)
    await database.run(`update organizations set name = '${name}'`)
    const { agents, organization } = await directory()
    expect([agents!.find(({ id }) => id === ANN)!.name, organization.name]).toEqual([null, null])
  })
})

describe('sessions that cannot be told apart', () => {
  beforeEach(() => database.run('alter table agent_sessions drop constraint agent_sessions_pkey cascade'))

  it('because they have no id are refused by the name of the column', async () => {
    await database.run('alter table agent_sessions alter id drop not null; update agent_sessions set id = null')
    await expect(window()).rejects.toMatchObject({
      code: 'source-wrong-type',
      message: expect.stringContaining('agent_sessions.id is empty'),
    })
  })

  it('because they share an id are refused, unless a view shows one twice', async () => {
    const again = (start: string): Promise<unknown> =>
      database.run(`insert into agent_sessions (id, agent_id, organization_id, started_at, ended_at)
        select id, agent_id, organization_id, ${start}, ended_at from agent_sessions where agent_id = '${ANN}'`)
    await again('started_at')
    expect((await window()).sessions).toHaveLength(2)
    await again(`started_at + interval '5 minutes'`)
    await expect(window()).rejects.toMatchObject({
      code: 'source-wrong-type',
      message: expect.stringContaining('agent_sessions.id has the same value'),
    })
  })
})
