import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { allDocumentedSql, documentedSql } from '../../support/documented-sql.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'
import { protectionOf, rightsOf } from '../../support/role-rights.ts'
import { createDatabase, type TestDatabase, userIdOf } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'
import { COMPANIES, insertTwoCompanies, MINE, START, THEIRS } from '../../support/two-companies.ts'

const NOW = START + 48 * 3_600_000
const never = new AbortController().signal

let server: PostgresServer
let database: TestDatabase

beforeAll(async () => {
  // Roles belong to the whole server, so this one is not shared.
  server = await startPostgres()
})
afterAll(() => server.close())

beforeEach(async () => {
  database = await createDatabase(server.url)
  await insertTwoCompanies(database)
})
afterEach(() => database.drop())

const urlOf = (role: string) => database.url.replace('postgres@', `${role}:choose-a-password@`)

describe('the documented views', () => {
  const ACTORS = [
    { name: 'anonymous', role: 'anon' },
    ...COMPANIES.map(({ name, admin }) => ({ name: `administrator of ${name}`, role: 'authenticated', user: userIdOf(admin) })),
    { name: 'service', role: 'service_role' },
  ]

  beforeEach(async () => {
    await database.run(documentedSql('views'))
  })
  afterEach(async () => {
    await database.run('drop owned by covercast_views; drop role covercast_views').catch(() => undefined)
  })

  it.each([{}, { schema: 'covercast' }])('bring everything of one organization, with the mapping %o', async (mapping) => {
    const connection = connectionTo(urlOf('covercast_views'))
    expect(await checkConnection({ connection, mapping: parseMapping(mapping) }, never)).toMatchObject({ organizations: [{ id: MINE, name: 'Mine' }], missing: [], access: [] })
    const source = createPostgresSource({ connection, mapping: parseMapping(mapping) })
    expect(await source.directory({ organizationId: MINE, now: NOW, callsFromDay: 0 }, never)).toMatchObject({
      organization: { id: MINE, name: 'Mine' },
      countryRule: { mode: 'blocklist', countries: ['KP'] },
      pools: [{ name: 'Pool of Mine' }],
      agents: [{ name: 'Agent of Mine' }, { name: 'Founder of Mine' }],
      members: [{ agentId: COMPANIES[0].agent, poolId: COMPANIES[0].pool }],
      calls: [{ calls: 1 }],
      hasCountry: true,
      problems: [],
    })
    const facts = await source.window({ organizationId: MINE, from: START, to: START + 24 * 3_600_000, now: NOW, membership: new Map(), alsoSessions: [] }, never)
    expect([[...facts.traffic.cells.visitors], facts.sessions.length]).toEqual([[1], 1])
    await expect(source.directory({ organizationId: THEIRS, now: NOW, callsFromDay: null }, never)).rejects.toBeInstanceOf(AppError)
    await source.close()
  })

  it('let the role read and write nothing else', async () => {
    const client = new Client({ connectionString: urlOf('covercast_views'), ssl: false })
    await client.connect()
    await client.query('set default_transaction_read_only = off')
    const outcomes: string[] = []
    for (const statement of ['select from public.widget_pageviews', 'select visitor_id from covercast.call_logs', 'delete from covercast.agent_sessions', 'insert into covercast.agent_pools (name) values (null)', 'create table covercast.mine ()']) {
      outcomes.push(await client.query(statement).then(() => 'allowed', (error: unknown) => (error as { readonly code: string }).code))
    }
    await client.end()
    expect(outcomes).toEqual(['42501', '42703', '42501', '42501', '42501'])
  })

  it('can be undone, and change nothing for others', async () => {
    const after = await rightsOf(database.client, ACTORS)
    expect(Object.entries(after).filter(([attempt, outcome]) => attempt.includes(' covercast.') && outcome !== '42501' && outcome !== '')).toEqual([])
    await database.run(documentedSql('views-undo'))
    expect(after).toMatchObject(await rightsOf(database.client, ACTORS))
    expect((await protectionOf(database.client)).filter((line) => line.includes('covercast'))).toEqual([])
  })

  it('leave nothing where one of them cannot be made', async () => {
    await database.run(documentedSql('views-undo'))
    await database.run('drop table call_logs')
    const before = await protectionOf(database.client)
    await expect(database.run(documentedSql('views'))).rejects.toThrow(/call_logs/u)
    await database.run('rollback')
    expect(await protectionOf(database.client)).toEqual(before)
  })
})

describe('the SQL of all documents', () => {
  it('runs as it is printed, one block after the other', async () => {
    const blocks = allDocumentedSql()
    expect(blocks.length).toBeGreaterThanOrEqual(5)
    for (const { document, sql } of blocks) {
      await database.run(sql).catch((error: unknown) => {
        throw new Error(`The SQL of docs/${document} fails: ${(error as Error).message}\n${sql}`, { cause: error })
      })
    }
    const left = await database.run("select rolname from pg_roles where rolname like 'covercast%'")
    expect(left).toEqual([])
    await expect(checkConnection({ connection: connectionTo(database.url) }, never)).resolves.toMatchObject({ suggestedIndex: null })
  })
})
