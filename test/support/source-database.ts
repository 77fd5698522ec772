import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { SOURCE_SCHEMA } from './source-schema.ts'

/** A database of its own on a test server, with a superuser's connection to it. */
export interface TestDatabase {
  /** Superuser URL. */
  readonly url: string
  readonly name: string
  readonly client: Client
  /** Runs SQL as the superuser. */
  run(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>
}

/** Makes a fresh database on the server of `serverUrl`; empty, or with the source schema. */
export async function createDatabase(
  serverUrl: string,
  { schema = true, name = `test_${randomUUID().replaceAll('-', '')}` }: { readonly schema?: boolean; readonly name?: string } = {},
): Promise<TestDatabase> {
  await administrate(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const client = new Client({ connectionString: url.href, ssl: false })
  // A test may end connections on purpose; the one that matters reports it through its own query.
  client.on('error', () => undefined)
  await client.connect()
  if (schema) await client.query(SOURCE_SCHEMA)
  return {
    url: url.href,
    name,
    client,
    run: async (sql, values) => {
      const result = await client.query<Record<string, unknown>>(sql, values === undefined ? undefined : [...values])
      return result.rows
    },
    drop: async () => {
      await client.end().catch(() => undefined)
      await administrate(serverUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

async function administrate(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl, ssl: false })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export interface PageviewRow {
  readonly organizationId: string
  readonly poolId?: string | null
  readonly agentId?: string | null
  readonly country?: string | null
  /** Epoch milliseconds, or any text that Postgres reads as an instant. */
  readonly createdAt: number | string
}

export interface SessionRow {
  readonly id?: string
  readonly organizationId: string
  readonly agentId: string
  readonly startedAt: number | string
  readonly endedAt: number | string | null
}

export interface NamedRow {
  readonly id: string
  readonly organizationId: string
  readonly name: string
}

const ROWS_AT_ONCE = 20_000

/** Inserts many visits fast: a few statements, each with a column an array. */
export async function insertPageviews(client: Client, rows: readonly PageviewRow[]): Promise<void> {
  for (const chunk of chunks(rows)) {
    await client.query(
      `insert into widget_pageviews (organization_id, pool_id, agent_id, visitor_country_code, created_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[])`,
      [
        chunk.map((row) => row.organizationId),
        chunk.map((row) => row.poolId ?? null),
        chunk.map((row) => row.agentId ?? null),
        chunk.map((row) => row.country ?? null),
        chunk.map((row) => instant(row.createdAt)),
      ],
    )
  }
}

/** Inserts many sessions fast. */
export async function insertSessions(client: Client, rows: readonly SessionRow[]): Promise<void> {
  for (const chunk of chunks(rows)) {
    await client.query(
      `insert into agent_sessions (id, organization_id, agent_id, started_at, ended_at)
       select coalesce(id, gen_random_uuid()), organization, agent, started, ended
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[]) as row(id, organization, agent, started, ended)`,
      [
        chunk.map((row) => row.id ?? null),
        chunk.map((row) => row.organizationId),
        chunk.map((row) => row.agentId),
        chunk.map((row) => instant(row.startedAt)),
        chunk.map((row) => (row.endedAt === null ? null : instant(row.endedAt))),
      ],
    )
  }
}

export interface CallRow {
  readonly organizationId: string
  readonly poolId?: string | null
  readonly status?: string | null
  readonly seconds?: number | null
  readonly createdAt: number | string
}

export async function insertCalls(client: Client, rows: readonly CallRow[]): Promise<void> {
  for (const chunk of chunks(rows)) {
    await client.query(
      `insert into call_logs (organization_id, pool_id, status, duration_seconds, created_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::timestamptz[])`,
      [
        chunk.map((row) => row.organizationId),
        chunk.map((row) => row.poolId ?? null),
        chunk.map((row) => (row.status === undefined ? 'completed' : row.status)),
        chunk.map((row) => (row.seconds === undefined ? 60 : row.seconds)),
        chunk.map((row) => instant(row.createdAt)),
      ],
    )
  }
}

export interface OrganizationRow {
  readonly id: string
  readonly name: string
  readonly blockedCountries?: readonly string[] | null
  readonly countryListMode?: string | null
}

export async function insertOrganization(client: Client, { id, name, blockedCountries = null, countryListMode = null }: OrganizationRow): Promise<void> {
  await client.query('insert into organizations values ($1, $2, $3, $4)', [id, name, blockedCountries, countryListMode])
}

export async function insertPools(client: Client, rows: readonly (NamedRow & { readonly isCatchAll?: boolean })[]): Promise<void> {
  for (const { id, organizationId, name, isCatchAll = false } of rows) {
    await client.query('insert into agent_pools values ($1, $2, $3, $4)', [id, organizationId, name, isCatchAll])
  }
}

export async function insertAgents(client: Client, rows: readonly NamedRow[]): Promise<void> {
  for (const { id, organizationId, name } of rows) await client.query('insert into agent_profiles values ($1, $2, $3)', [id, organizationId, name])
}

export async function insertPoolMembers(client: Client, rows: readonly { readonly agentId: string; readonly poolId: string }[]): Promise<void> {
  for (const { agentId, poolId } of rows) await client.query('insert into agent_pool_members values ($1, $2)', [agentId, poolId])
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) yield rows.slice(start, start + ROWS_AT_ONCE)
}

function instant(value: number | string): string {
  return typeof value === 'number' ? new Date(value).toISOString() : value
}
