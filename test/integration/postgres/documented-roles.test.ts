import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'
import { createDatabase, insertAgents, insertCalls, insertOrganization, insertPageviews, insertPoolMembers, insertPools, insertSessions, type TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

/** The id that docs/source-database.md prints. */
const MINE = '11111111-1111-4111-8111-111111111111'
const THEIRS = '22222222-2222-4222-8222-222222222222'
const START = Date.parse('2025-03-30T00:00:00Z')
const HOUR = 3_600_000
const NOW = START + 48 * HOUR
const never = new AbortController().signal

/** The SQL of the documentation between two marks, as a reader would copy it. */
function documentedSql(mark: string): string {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/source-database.md'), 'utf8')
  const sql = new RegExp(`<!-- ${mark}:begin -->\\n\`\`\`sql\\n([^]*?)\`\`\`\\n<!-- ${mark}:end -->`).exec(text)?.[1]
  if (sql === undefined) throw new Error(`docs/source-database.md has no SQL marked ${mark}`)
  return sql
}

let server: PostgresServer
let database: TestDatabase

beforeAll(async () => {
  // Roles belong to the whole server, so this one is not shared.
  server = await startPostgres({ hba: ['host all postgres,application 127.0.0.1/32 trust', 'host all all 127.0.0.1/32 scram-sha-256'] })
})
afterAll(() => server.close())

beforeEach(async () => {
  database = await createDatabase(server.url, { schema: 'without-rls' })
  const { client } = database
  const rows = [
    { organizationId: MINE, id: MINE, pool: 'bbbbbbbb-0000-4000-8000-000000000001', agent: 'cccccccc-0000-4000-8000-000000000001' },
    { organizationId: THEIRS, id: THEIRS, pool: 'bbbbbbbb-0000-4000-8000-000000000002', agent: 'cccccccc-0000-4000-8000-000000000002' },
  ]
  for (const { organizationId, pool, agent } of rows) {
    await insertOrganization(client, { id: organizationId, name: organizationId === MINE ? 'Mine' : 'Theirs' })
    await insertPools(client, [{ id: pool, organizationId, name: 'Pool' }])
    await insertAgents(client, [{ id: agent, organizationId, name: 'Agent' }])
    await insertPoolMembers(client, [{ agentId: agent, poolId: pool }])
    await insertSessions(client, [{ organizationId, agentId: agent, startedAt: START, endedAt: START + 5 * HOUR }])
    await insertPageviews(client, [{ organizationId, poolId: pool, agentId: agent, country: 'US', createdAt: START + HOUR }])
    await insertCalls(client, [{ organizationId, poolId: pool, createdAt: START + HOUR }])
  }
})
afterEach(() => database.drop())

const urlOf = (role: string) => `postgres://${role}:choose-a-password@127.0.0.1:${server.port}/${database.name}`
const window = { from: START, to: START + 24 * HOUR, now: NOW, membership: new Map<string, Set<string>>(), alsoSessions: [] }

/** The codes with which a role's statements fail; 'done' for those that do not. */
async function outcomesOf(url: string, statements: readonly string[]): Promise<readonly string[]> {
  const client = new Client({ connectionString: url, ssl: false })
  await client.connect()
  try {
    const outcomes: string[] = []
    for (const statement of statements) {
      outcomes.push(
        await client.query(statement).then(
          ({ rowCount }) => `${rowCount} rows`,
          (error: unknown) => (error as { readonly code: string }).code,
        ),
      )
    }
    return outcomes
  } finally {
    await client.end()
  }
}

describe('the documented role', () => {
  beforeEach(async () => {
    await database.run('create role application login; grant select, insert, update, delete on all tables in schema public to application')
    await database.run(documentedSql('role'))
  })
  afterEach(async () => {
    await database.run('drop owned by covercast, application; drop role covercast, application')
  })

  it('brings everything of its organization', async () => {
    const connection = connectionTo(urlOf('covercast'))
    expect(await checkConnection({ connection }, never)).toMatchObject({ organizations: [{ id: MINE, name: 'Mine' }], organization: { id: MINE }, missing: [] })
    const source = createPostgresSource({ connection })
    const directory = await source.directory({ organizationId: MINE, now: NOW, callsFromDay: 0 }, never)
    expect([directory.pools?.length, directory.agents?.length, directory.members?.length, directory.calls?.length, directory.problems.length]).toEqual([1, 1, 1, 1, 0])
    const facts = await source.window({ ...window, organizationId: MINE }, never)
    expect([[...facts.traffic.cells.visitors], facts.sessions.length]).toEqual([[1], 1])
    await source.close()
  })

  it("neither returns nor counts another organization's rows", async () => {
    const source = createPostgresSource({ connection: connectionTo(urlOf('covercast')) })
    const facts = await source.window({ ...window, organizationId: THEIRS }, never)
    expect([facts.traffic.cells.length, facts.sessions.length]).toEqual([0, 0])
    expect(await source.dayChecks({ organizationId: THEIRS, fromDay: 20_000, toDay: 20_300, now: NOW }, never)).toEqual([])
    await expect(source.directory({ organizationId: THEIRS, now: NOW, callsFromDay: null }, never)).rejects.toMatchObject({ code: 'source-organization' })
    await source.close()
    const counts = ['widget_pageviews', 'agent_sessions', 'organizations', 'agent_pools', 'agent_profiles', 'agent_pool_members', 'call_logs']
    expect(await outcomesOf(urlOf('covercast'), counts.map((table) => `select from ${table}`))).toEqual(counts.map(() => '1 rows'))
  })

  it('may read neither visitors nor pages, and may write nothing', async () => {
    const statements = [
      'select visitor_id from widget_pageviews',
      'select page_url from widget_pageviews',
      'select agent_id from call_logs',
      'set default_transaction_read_only = off',
      'delete from widget_pageviews',
      "update agent_pools set name = 'x'",
      `insert into agent_pool_members values ('${MINE}', '${MINE}')`,
    ]
    expect(await outcomesOf(urlOf('covercast'), statements)).toEqual(['42501', '42501', '42501', 'null rows', '42501', '42501', '42501'])
  })

  it('changes nothing for other roles', async () => {
    const application = urlOf('application').replace(':choose-a-password', '')
    const statements = ['select * from widget_pageviews', "update agent_pools set name = 'x'", 'delete from agent_pool_members', 'insert into call_logs (organization_id, visitor_id, page_url) select organization_id, visitor_id, page_url from call_logs limit 1']
    expect(await outcomesOf(application, statements)).toEqual(['2 rows', '2 rows', '2 rows', '1 rows'])
  })
})

describe('the documented views', () => {
  it('bring one organization without touching the tables', async () => {
    await database.run(documentedSql('views'))
    const source = createPostgresSource({ connection: connectionTo(urlOf('covercast_views')), mapping: parseMapping({ schema: 'covercast' }) })
    const facts = await source.window({ ...window, organizationId: MINE }, never)
    expect([[...facts.traffic.cells.visitors], facts.sessions.length]).toEqual([[1], 1])
    expect((await source.describe(never)).organizations).toEqual([{ id: MINE, name: null }])
    await expect(source.directory({ organizationId: THEIRS, now: NOW, callsFromDay: null }, never)).rejects.toBeInstanceOf(AppError)
    await source.close()
    expect(await outcomesOf(urlOf('covercast_views'), ['select from public.widget_pageviews', 'delete from covercast.agent_sessions'])).toEqual(['42501', '42501'])
    await database.run('drop owned by covercast_views; drop role covercast_views')
  })
})
