import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import { DEFAULT_MAPPING, parseMapping, type SourceMapping } from '../../../shared/contract/source/mapping.ts'
import { documentedSql } from '../../support/documented-sql.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'
import { type Actor, protectionOf, rightsOf } from '../../support/role-rights.ts'
import { createDatabase, type TestDatabase, userIdOf } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'
import { COMPANIES, insertTwoCompanies, MINE, START, THEIRS } from '../../support/two-companies.ts'

const HOUR = 3_600_000
const NOW = START + 48 * HOUR
const never = new AbortController().signal
const SCRIPT = documentedSql('role')
const UNDO = documentedSql('role-undo')

const [mine, theirs] = COMPANIES
/** Everybody but the new role. Whoever owns the tables is an actor too. */
const ACTORS: readonly Actor[] = [
  { name: 'anonymous', role: 'anon' },
  { name: 'my agent', role: 'authenticated', user: userIdOf(mine.agent) },
  { name: 'my administrator', role: 'authenticated', user: userIdOf(mine.admin) },
  { name: 'their agent', role: 'authenticated', user: userIdOf(theirs.agent) },
  { name: 'their administrator, of the platform too', role: 'authenticated', user: userIdOf(theirs.admin) },
  { name: 'service', role: 'service_role' },
  { name: 'owner', role: 'product_owner' },
  { name: 'application', role: 'application' },
  { name: 'nobody', role: 'without_rights' },
]

let server: PostgresServer
let database: TestDatabase
let notices: string[]

beforeAll(async () => {
  // Roles belong to the whole server, so this one is not shared.
  server = await startPostgres()
  await onServer('create role product_owner; create role application; create role without_rights; create role administrator login createrole bypassrls')
})
afterAll(() => server.close())

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: server.url, ssl: false })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** Makes the database that a test begins with. */
async function prepare(sql: string): Promise<void> {
  database = await createDatabase(server.url)
  notices = []
  database.client.on('notice', ({ message }) => notices.push(message ?? ''))
  await insertTwoCompanies(database)
  await ownTables('product_owner')
  await database.run('grant select, insert, update, delete on all tables in schema public to application')
  await database.run(sql)
}
async function clear(): Promise<void> {
  await database.drop()
  await onServer('drop role if exists covercast')
}
const ownTables = (role: string) =>
  database.run(`do $$ declare name text; begin
    for name in select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
      execute format('alter table %s owner to ${role}', name);
    end loop; end $$`)

const urlOf = (user: string) => database.url.replace('postgres@', `${user}:choose-a-password@`)
const countsOf = async (tables: readonly string[]): Promise<Readonly<Record<string, number | string>>> => {
  const client = new Client({ connectionString: urlOf('covercast'), ssl: false })
  await client.connect()
  const counts: Record<string, number | string> = {}
  for (const table of tables) {
    counts[table] = await client.query(`select from ${table}`).then(
      ({ rowCount }) => rowCount ?? 0,
      (error: unknown) => (error as { readonly code: string }).code,
    )
  }
  await client.end()
  return counts
}
const failureOf = (sql: string) => database.run(sql).then(() => 'nothing failed', (error: unknown) => (error as Error).message)
const TABLES = ['organizations', 'agent_pools', 'agent_profiles', 'agent_pool_members', 'agent_sessions', 'agent_status_changes', 'widget_pageviews', 'call_logs']

/** The mapping that the script printed. */
function printedMapping(): SourceMapping {
  const printed = notices.map((text) => /^Done\. Mapping: (?<json>.*)$/u.exec(text)?.groups?.json).findLast((json) => json !== undefined)
  return printed === undefined ? DEFAULT_MAPPING : parseMapping(JSON.parse(printed))
}

/** Everything that a sync reads of an organization. */
async function readAll(organizationId: string, mapping: SourceMapping = DEFAULT_MAPPING): Promise<Readonly<Record<string, unknown>>> {
  const source = createPostgresSource({ connection: connectionTo(urlOf('covercast')), mapping })
  try {
    const directory = await source.directory({ organizationId, now: NOW, callsFromDay: 0 }, never)
    const { traffic, sessions } = await source.window({ organizationId, from: START, to: START + 24 * HOUR, now: NOW, membership: new Map(), alsoSessions: [] }, never)
    const { organization, pools, agents, members, calls, problems } = directory
    return {
      name: organization.name,
      pools: pools?.map(({ name }) => name),
      agents: agents?.map(({ name }) => name).toSorted(),
      members: members?.length,
      calls: calls?.map((call) => call.calls),
      visitors: [...traffic.cells.visitors],
      sessions: sessions.length,
      problems,
    }
  } finally {
    await source.close()
  }
}
const EVERYTHING = { name: 'Mine', pools: ['Pool of Mine'], agents: ['Agent of Mine', 'Founder of Mine'], members: 1, calls: [1], visitors: [1], sessions: 1, problems: [] }

/** What a database may be like before the script is run in it; the true schema is what each begins with. */
const SITUATIONS = [
  { name: 'the true schema', sql: 'select 1' },
  { name: 'tables without row level security', sql: `do $$ declare name text; begin
      for name in select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity loop
        execute format('alter table %s disable row level security', name);
      end loop; end $$` },
  { name: 'a mixture', sql: 'alter table agent_pools disable row level security; alter table widget_pageviews disable row level security' },
  { name: 'row level security for the owner as well', sql: 'alter table call_logs force row level security; alter table agent_pools force row level security' },
  { name: 'a policy that shows everything to everybody', sql: 'create policy everything on widget_pageviews using (true); create policy everything on agent_pools for select using (true)' },
  { name: 'a policy that hides everything from whoever is not signed in', sql: 'create policy signed_in on widget_pageviews as restrictive using (auth.uid() is not null)' },
  { name: 'all rights on all new relations for everybody who asks', sql: 'alter default privileges grant all on tables to anon, authenticated, public; alter default privileges grant all on schemas to anon, authenticated' },
] as const

describe.each(SITUATIONS)('the script for a role, in $name', ({ sql }) => {
  let before: Awaited<ReturnType<typeof lookAround>>
  beforeAll(async () => {
    await prepare(sql)
    before = await lookAround()
    await database.run(SCRIPT)
  })
  afterAll(clear)
  const lookAround = async () => ({ rights: await rightsOf(database.client, ACTORS), protection: await protectionOf(database.client) })

  it('lets the role read what it needs of its organization, and nothing else, with or without the mapping', async () => {
    expect(await readAll(MINE)).toEqual(EVERYTHING)
    expect(await readAll(MINE, printedMapping())).toEqual(EVERYTHING)
    await expect(readAll(THEIRS)).rejects.toMatchObject({ code: 'source-organization' })
    for (const table of TABLES) {
      const [direct, view] = Object.values(await countsOf([`public.${table}`, `covercast.${table}`]))
      const rows = table === 'agent_profiles' ? 2 : 1
      expect([table, direct, view]).toEqual(typeof direct === 'number' ? [table, rows, '42P01'] : [table, '42501', rows])
    }
  })

  it('finds nothing missing in the connection test', async () => {
    const report = await checkConnection({ connection: connectionTo(urlOf('covercast')) }, never)
    expect(report).toMatchObject({ organization: { id: MINE, name: 'Mine', estimatedVisits: 1 }, missing: [], access: [] })
  })

  it('changes nothing of what anybody else sees and can do, however often it is run, and can be undone', async () => {
    const once = await lookAround()
    expect(once.rights).toMatchObject(before.rights)
    const added = Object.entries(once.rights).filter(([attempt]) => !(attempt in before.rights))
    expect(added.filter(([attempt, outcome]) => outcome !== '42501' && !(attempt.endsWith('columns') && outcome === ''))).toEqual([])
    await database.run(SCRIPT)
    expect(await protectionOf(database.client)).toEqual(once.protection)
    await database.run(UNDO)
    expect(await protectionOf(database.client)).toEqual(before.protection)
  })
})

describe('the script for a role', () => {
  beforeEach(() => prepare('select 1'))
  afterEach(clear)

  it('gives the tables of the true schema with policies of its own, and as views where the policies for everybody fail for it', async () => {
    await database.run(SCRIPT)
    const mapping = printedMapping()
    const views = TABLES.filter((_, index) => ([mapping.organizations, mapping.pools, mapping.agents, mapping.poolMembers, mapping.sessions, mapping.statusChanges, mapping.pageviews, mapping.calls][index]?.schema) === 'covercast')
    expect(views).toEqual(['agent_sessions', 'agent_status_changes', 'call_logs'])
    expect(notices.join('\n')).toContain('public.call_logs: given as a view. With a policy, permission denied for table agent_profiles.')
  })

  it('keeps the role to its organization whatever policy is added for everybody later', async () => {
    await database.run(SCRIPT)
    await database.run(TABLES.map((table) => `create policy everything on ${table} using (true)`).join(';'))
    expect(await readAll(MINE)).toEqual(EVERYTHING)
    expect(await countsOf(['widget_pageviews', 'organizations', 'agent_pool_members', 'covercast.call_logs'])).toEqual({ widget_pageviews: 1, organizations: 1, agent_pool_members: 1, 'covercast.call_logs': 1 })
  })

  it('lets the own policy answer before others call a function for every row', async () => {
    await database.run(`create policy zebras on widget_pageviews for select using (organization_of_current_user() is not null)`)
    await database.run(SCRIPT)
    await database.run('set role covercast')
    const plan = await database.run('explain select organization_id from widget_pageviews')
    await database.run('reset role')
    const filter = plan.map((row) => String(row['QUERY PLAN'])).find((line) => line.includes('Filter:'))
    expect(filter).toMatch(/Filter: .*\(\(organization_id = '11111111-1111-4111-8111-111111111111'::uuid\) OR .*organization_of_current_user/u)
  })

  it.each([
    ['half of the tables', 'drop table call_logs, agent_status_changes, agent_pool_members, agent_pools cascade', { ...EVERYTHING, pools: undefined, members: undefined, calls: undefined, problems: expect.any(Array) as unknown }],
    ['no organizations', 'alter table agent_pools drop constraint agent_pools_organization_id_fkey; drop table organizations cascade', { ...EVERYTHING, name: null, problems: expect.any(Array) as unknown }],
    ['columns missing', 'alter table agent_pools drop column is_catch_all; alter table agent_profiles drop column deactivated_at; alter table agent_sessions drop column idle_seconds', { ...EVERYTHING, problems: [expect.objectContaining({ kind: 'pools-missing' })] as unknown }],
    ['members by agent_id', 'alter table agent_pool_members rename agent_profile_id to agent_id', EVERYTHING],
  ])('gives what there is: %s', async (_, sql, expected) => {
    await database.run(sql)
    const [rights, protection] = [await rightsOf(database.client, ACTORS), await protectionOf(database.client)]
    await database.run(SCRIPT)
    expect(await readAll(MINE)).toEqual(expected)
    expect(await rightsOf(database.client, ACTORS)).toMatchObject(rights)
    expect(notices.some((text) => /skipped, there is no such table|which it does not have/u.test(text))).toBe(true)
    await database.run(UNDO)
    expect(await protectionOf(database.client)).toEqual(protection)
  })

  it('lets the role read neither visitors nor pages nor who was called, and write nothing', async () => {
    await database.run(SCRIPT)
    const client = new Client({ connectionString: urlOf('covercast'), ssl: false })
    await client.connect()
    await client.query('set default_transaction_read_only = off')
    const outcomes: string[] = []
    for (const statement of [
      'select visitor_id from public.widget_pageviews',
      'select page_url from public.widget_pageviews',
      'select visitor_id from covercast.call_logs',
      'select page_url from covercast.call_logs',
      'select agent_id from covercast.call_logs',
      'select visitor_id from public.call_logs',
      'select user_id from agent_profiles',
      'select mrr from organizations',
      'select * from users',
      'delete from widget_pageviews',
      'delete from covercast.call_logs',
      "update agent_pools set name = 'x'",
      `insert into agent_pool_members (pool_id, agent_profile_id) values ('${mine.pool}', '${mine.admin}')`,
    ]) {
      outcomes.push(await client.query(statement).then(() => 'allowed', (error: unknown) => (error as { readonly code: string }).code))
    }
    await client.end()
    expect(outcomes).toEqual(['42501', '42501', '42703', '42703', '42703', '42501', '42501', '42501', '42501', '42501', '42501', '42501', '42501'])
  })

  it.each(['select 1', 'alter table call_logs disable row level security', 'drop policy "Agents see their own calls" on call_logs'])('lets the role compare the visitors of calls only where its line is put in (%s)', async (sql) => {
    await database.run(sql)
    const line = /^( *)-- (extra_columns := array\['call_logs\.visitor_id'\];)$/mu
    expect(SCRIPT).toMatch(line)
    await database.run(SCRIPT.replace(line, '$1$2'))
    const view = (await countsOf(['covercast.call_logs']))['covercast.call_logs'] === 1 ? 'covercast.call_logs' : 'call_logs'
    const columns = await countsOf(['visitor_id', 'page_url', 'agent_id'].map((column) => `(select ${column} from ${view}) as one`))
    expect(Object.values(columns)).toEqual([1, expect.stringMatching(/^42/u), expect.stringMatching(/^42/u)])
    expect(await countsOf(['(select visitor_id from widget_pageviews) as one'])).toEqual({ '(select visitor_id from widget_pageviews) as one': '42501' })
  })

  it('can be run by an administrator who is no superuser, and leaves that role no rights of the new one', async () => {
    await database.run(`alter schema public owner to administrator; grant create on database ${database.name} to administrator`)
    await ownTables('administrator')
    const protection = await protectionOf(database.client)
    const client = new Client({ connectionString: urlOf('administrator'), ssl: false })
    await client.connect()
    await client.query(SCRIPT)
    await client.query(SCRIPT)
    expect(await readAll(MINE)).toEqual(EVERYTHING)
    expect(await database.run("select pg_has_role('administrator', 'covercast', 'USAGE') as inherits")).toEqual([{ inherits: false }])
    await client.query(UNDO)
    expect(await protectionOf(database.client)).toEqual(protection)
    await client.end()
  })

  it.each([
    ['a view of that name that is not its own', 'create schema covercast; create table covercast.call_logs (id int)', /the role cannot be given public\.call_logs/u],
    ['an organization that is not there', `delete from organizations where id = '${MINE}'`, /there is no organization 11111111-1111-4111-8111-111111111111/u],
    ['everybody may read visits', 'grant select on widget_pageviews to public', /everybody \(public\) may read .*visitor_id.* of public\.widget_pageviews, so this role would too/u],
    ['everybody may read a column of calls', 'grant select (page_url) on call_logs to public', /everybody \(public\) may read page_url of public\.call_logs/u],
    ['a role of that name that bypasses policies', 'create role covercast bypassrls', /there is a role covercast with other rights/u],
    ['a role of that name with the rights of another', 'create role covercast; grant application to covercast', /there is a role covercast with other rights/u],
  ])('changes nothing where it cannot be done safely: %s', async (_, sql, message) => {
    await database.run(sql)
    const before = await protectionOf(database.client)
    expect(await failureOf(SCRIPT)).toMatch(message)
    expect(await protectionOf(database.client)).toEqual(before)
  })

  it('changes nothing, and makes nobody wait, where a table is in use', async () => {
    const before = await protectionOf(database.client)
    const product = new Client({ connectionString: database.url, ssl: false })
    await product.connect()
    await product.query('begin; select from widget_pageviews')
    const begun = performance.now()
    expect(await failureOf(SCRIPT)).toBe('Nothing was changed: public.widget_pageviews is in use. Run it again later.')
    expect(performance.now() - begun).toBeLessThan(10_000)
    await product.query('rollback')
    expect(await protectionOf(database.client)).toEqual(before)
    await database.run(SCRIPT)
    await product.end()
  })

  it('follows what became of the tables when it is run again', async () => {
    await database.run(SCRIPT)
    await database.run('alter table widget_pageviews disable row level security; drop policy "Agents see their own calls" on call_logs; grant select on users to covercast')
    await database.run(SCRIPT)
    expect(await readAll(MINE)).toEqual(EVERYTHING)
    expect(await countsOf(['public.widget_pageviews', 'covercast.widget_pageviews', 'public.call_logs', 'users'])).toEqual({ 'public.widget_pageviews': '42501', 'covercast.widget_pageviews': 1, 'public.call_logs': 1, users: '42501' })
  })

  it('leaves the role where another database uses it when it is undone', async () => {
    await database.run(SCRIPT)
    const other = await createDatabase(server.url)
    await insertTwoCompanies(other)
    await other.run(SCRIPT)
    await other.run(UNDO)
    await other.drop()
    expect(await readAll(MINE)).toEqual(EVERYTHING)
  })
})
