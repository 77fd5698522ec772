import { Client } from 'pg'
import { expect } from 'vitest'
import { createPostgresSource } from '../../electron/sync/postgres/postgres-source.ts'
import { DEFAULT_MAPPING, parseMapping, type SourceMapping } from '../../shared/contract/source/mapping.ts'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'
import { type Actor, protectionOf, rightsOf } from './role-rights.ts'
import { createDatabase, type TestDatabase, userIdOf } from './source-database.ts'
import { connectionTo } from './test-connection.ts'
import { COMPANIES, insertTwoCompanies, START } from './two-companies.ts'

const NOW = START + 48 * HOUR_MS
const never = new AbortController().signal

const [mine, theirs] = COMPANIES
/** Everybody but the role that a script makes. Whoever owns the tables is an actor too. */
export const ACTORS: readonly Actor[] = [
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

/** The tables that a script gives. */
export const TABLES = [
  'organizations',
  'agent_pools',
  'agent_profiles',
  'agent_pool_members',
  'agent_sessions',
  'agent_status_changes',
  'widget_pageviews',
  'call_logs',
]

/** What a sync reads of the organization that the documents print. */
export const EVERYTHING = {
  name: 'Mine',
  pools: ['Pool of Mine'],
  agents: ['Agent of Mine', 'Founder of Mine'],
  members: 1,
  calls: [1],
  visitors: [1],
  sessions: 1,
  problems: [],
}

/** Schemas with something missing: how, by which SQL, and what a sync then reads. */
export const INCOMPLETE = [
  [
    'half of the tables',
    'drop table call_logs, agent_status_changes, agent_pool_members, agent_pools cascade',
    { ...EVERYTHING, pools: undefined, members: undefined, calls: undefined, problems: expect.any(Array) as unknown },
  ],
  [
    'no organizations',
    'alter table agent_pools drop constraint agent_pools_organization_id_fkey; drop table organizations cascade',
    { ...EVERYTHING, name: null, problems: expect.any(Array) as unknown },
  ],
  [
    'columns missing',
    'alter table agent_pools drop column is_catch_all; alter table agent_profiles drop column deactivated_at; alter table agent_sessions drop column idle_seconds',
    { ...EVERYTHING, problems: [expect.objectContaining({ kind: 'pools-missing' })] as unknown },
  ],
  ['members by agent_id', 'alter table agent_pool_members rename agent_profile_id to agent_id', EVERYTHING],
] as const

/** What a database may be like before a script is run in it; the true schema is what each begins with. */
export const SITUATIONS = [
  { name: 'the true schema', sql: 'select 1' },
  {
    name: 'tables without row level security',
    sql: `do $$ declare name text; begin
      for name in select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity loop
        execute format('alter table %s disable row level security', name);
      end loop; end $$`,
  },
  {
    name: 'a mixture',
    sql: 'alter table agent_pools disable row level security; alter table widget_pageviews disable row level security',
  },
  {
    name: 'row level security for the owner as well',
    sql: 'alter table call_logs force row level security; alter table agent_pools force row level security',
  },
  {
    name: 'a policy that shows everything to everybody',
    sql: 'create policy everything on widget_pageviews using (true); create policy everything on agent_pools for select using (true)',
  },
  {
    name: 'a policy that hides everything from whoever is not signed in',
    sql: 'create policy signed_in on widget_pageviews as restrictive using (auth.uid() is not null)',
  },
  {
    name: 'all rights on all new relations for everybody who asks',
    sql: 'alter default privileges grant all on tables to anon, authenticated, public; alter default privileges grant all on schemas to anon, authenticated',
  },
] as const

/** A server of its own, since roles belong to the whole server, and on it the database that a documented script is run in. */
export interface ScriptLab {
  readonly server: PostgresServer
  readonly database: TestDatabase
  /** What the database said since it was prepared. */
  readonly notices: readonly string[]
  /** Makes the database that a test begins with: the true schema with two organizations, changed by `sql`. */
  prepare(sql: string): Promise<void>
  /** Drops the database, and the roles that scripts make. */
  clear(): Promise<void>
  close(): Promise<void>
  ownTables(role: string): Promise<unknown>
  /** The database's URL for a role with the password that the documents print. */
  urlOf(role: string): string
  /** What everybody but the new role sees and can do, and what the catalogs say. */
  lookAround(): Promise<{
    readonly rights: Awaited<ReturnType<typeof rightsOf>>
    readonly protection: readonly string[]
  }>
  /** Rows of each relation as the role, or the code of the error. */
  countsOf(relations: readonly string[]): Promise<Readonly<Record<string, number | string>>>
  /** What a statement fails with. */
  failureOf(sql: string): Promise<string>
  /** The mapping that the script printed. */
  printedMapping(): SourceMapping
  /** Everything that a sync reads of an organization as the role. */
  readAll(organizationId: string, mapping?: SourceMapping): Promise<Readonly<Record<string, unknown>>>
}

export async function openScriptLab(role: 'covercast' | 'covercast_views'): Promise<ScriptLab> {
  const server = await startPostgres()
  let database: TestDatabase
  let notices: string[] = []
  const onServer = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: server.url, ssl: false })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  const ownTables = (owner: string) =>
    database.run(`do $$ declare name text; begin
      for name in select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
        execute format('alter table %s owner to ${owner}', name);
      end loop; end $$`)
  const urlOf = (user: string) => database.url.replace('postgres@', `${user}:choose-a-password@`)
  await onServer(
    'create role product_owner; create role application; create role without_rights; create role administrator login createrole bypassrls',
  )
  return {
    server,
    get database() {
      return database
    },
    get notices() {
      return notices
    },
    prepare: async (sql) => {
      database = await createDatabase(server.url)
      const said: string[] = []
      notices = said
      database.client.on('notice', ({ message }) => said.push(message ?? ''))
      await insertTwoCompanies(database)
      await ownTables('product_owner')
      await database.run('grant select, insert, update, delete on all tables in schema public to application')
      await database.run(sql)
    },
    clear: async () => {
      await database.drop()
      await onServer('drop role if exists covercast; drop role if exists covercast_views')
    },
    close: () => server.close(),
    ownTables,
    urlOf,
    lookAround: async () => ({
      rights: await rightsOf(database.client, ACTORS),
      protection: await protectionOf(database.client),
    }),
    countsOf: async (relations) => {
      const client = new Client({ connectionString: urlOf(role), ssl: false })
      await client.connect()
      const counts: Record<string, number | string> = {}
      for (const relation of relations) {
        counts[relation] = await client.query(`select from ${relation}`).then(
          ({ rowCount }) => rowCount ?? 0,
          (error: unknown) => (error as { readonly code: string }).code,
        )
      }
      await client.end()
      return counts
    },
    failureOf: (sql) =>
      database.run(sql).then(
        () => 'nothing failed',
        (error: unknown) => (error as Error).message,
      ),
    printedMapping: () => {
      const printed = notices
        .map((text) => /^Done\. Mapping: (?<json>.*)$/u.exec(text)?.groups?.json)
        .findLast((json) => json !== undefined)
      return printed === undefined ? DEFAULT_MAPPING : parseMapping(JSON.parse(printed))
    },
    readAll: (organizationId, mapping = DEFAULT_MAPPING) => readAll(urlOf(role), organizationId, mapping),
  }
}

async function readAll(
  url: string,
  organizationId: string,
  mapping: SourceMapping,
): Promise<Readonly<Record<string, unknown>>> {
  const source = createPostgresSource({ connection: connectionTo(url), mapping })
  try {
    const directory = await source.directory({ organizationId, now: NOW, callsFromDay: 0 }, never)
    const { traffic, sessions } = await source.window(
      { organizationId, from: START, to: START + 24 * HOUR_MS, now: NOW, membership: new Map(), alsoSessions: [] },
      never,
    )
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
