import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { schemaSql, type SourceSchema } from './source-schema.ts'

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

/** Makes a fresh database on the server of `serverUrl`, with the product's true schema unless told otherwise. */
export async function createDatabase(
  serverUrl: string,
  {
    schema = 'true',
    name = `test_${randomUUID().replaceAll('-', '')}`,
  }: { readonly schema?: SourceSchema; readonly name?: string } = {},
): Promise<TestDatabase> {
  await administrate(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const client = new Client({ connectionString: url.href, ssl: false })
  // A test may end connections on purpose; the one that matters reports it through its own query.
  client.on('error', () => undefined)
  await client.connect()
  await client.query(schemaSql(schema))
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

const ROWS_AT_ONCE = 5_000

type Row = Readonly<Record<string, unknown>>

/** Epoch milliseconds, or any text that Postgres reads as an instant. */
type Instant = number | string

/** Inserts many rows fast. A column that the table does not have is left out: the plain schema has fewer. All rows have the same columns. */
async function insertRows(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const { rows: found } = await client.query<{ readonly name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
    [table],
  )
  const existing = new Set(found.map(({ name }) => name))
  const columns = Object.keys(rows[0]!)
    .filter((column) => existing.has(column))
    .join(', ')
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE))],
    )
  }
}

async function hasTable(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ readonly found: boolean }>('select to_regclass($1) is not null as found', [
    table,
  ])
  return rows[0]!.found
}

export interface OrganizationRow {
  readonly id: string
  readonly name: string
  readonly blockedCountries?: readonly string[]
  readonly countryListMode?: 'blocklist' | 'allowlist'
}

export async function insertOrganization(
  client: Client,
  { id, name, blockedCountries = [], countryListMode = 'blocklist' }: OrganizationRow,
): Promise<void> {
  await insertRows(client, 'organizations', [
    {
      id,
      name,
      slug: id,
      plan: 'pro',
      subscription_status: 'active',
      seat_count: 5,
      mrr: 495,
      blocked_countries: blockedCountries,
      country_list_mode: countryListMode,
      created_at: 'now',
      updated_at: 'now',
    },
  ])
}

export interface NamedRow {
  readonly id: string
  readonly organizationId: string
  readonly name: string
}

export async function insertPools(
  client: Client,
  rows: readonly (NamedRow & { readonly isCatchAll?: boolean })[],
): Promise<void> {
  await insertRows(
    client,
    'agent_pools',
    rows.map(({ id, organizationId, name, isCatchAll = false }) => ({
      id,
      organization_id: organizationId,
      name,
      is_default: isCatchAll,
      is_catch_all: isCatchAll,
      created_at: 'now',
      updated_at: 'now',
    })),
  )
}

export interface AgentRow extends NamedRow {
  /** The founder of an organization is its administrator and an agent as well. */
  readonly role?: 'admin' | 'agent'
  /** When the agent was deactivated: the row stays, nobody works under it any more. */
  readonly deactivatedAt?: Instant
  /** Visitors at once, as the agent's settings have it. */
  readonly maxSimultaneous?: number
}

/** The account that an agent signs in with: what policies know the agent by. */
export function userIdOf(agent: string): string {
  return agent.replace(/^.{8}/u, 'aaaaaaaa')
}

/** Inserts agents, each with the account that the product's schema wants. */
export async function insertAgents(client: Client, rows: readonly AgentRow[]): Promise<void> {
  const common = { created_at: 'now', updated_at: 'now' }
  if (await hasTable(client, 'users')) {
    await insertRows(
      client,
      'users',
      rows.map(({ id, organizationId, name, role = 'agent' }) => ({
        ...common,
        id: userIdOf(id),
        organization_id: organizationId,
        email: `${id}@example.org`,
        full_name: name,
        role,
        is_platform_admin: false,
      })),
    )
  }
  await insertRows(
    client,
    'agent_profiles',
    rows.map(({ id, organizationId, name, deactivatedAt, maxSimultaneous = 25 }) => ({
      ...common,
      id,
      user_id: userIdOf(id),
      organization_id: organizationId,
      display_name: name,
      status: 'offline',
      max_simultaneous_simulations: maxSimultaneous,
      is_available: false,
      is_active: deactivatedAt === undefined,
      deactivated_at: deactivatedAt === undefined ? null : instant(deactivatedAt),
      deactivated_by: deactivatedAt === undefined ? null : userIdOf(id),
    })),
  )
}

export interface PoolMemberRow {
  readonly agentId: string
  readonly poolId: string
}

export async function insertPoolMembers(client: Client, rows: readonly PoolMemberRow[]): Promise<void> {
  await insertRows(
    client,
    'agent_pool_members',
    rows.map(({ agentId, poolId }) => ({
      id: randomUUID(),
      agent_profile_id: agentId,
      agent_id: agentId,
      pool_id: poolId,
      created_at: 'now',
    })),
  )
}

export interface PageviewRow {
  readonly organizationId: string
  readonly poolId?: string | null
  readonly agentId?: string | null
  readonly country?: string | null
  readonly visitorId?: string
  readonly createdAt: Instant
}

export async function insertPageviews(client: Client, rows: readonly PageviewRow[]): Promise<void> {
  await insertRows(
    client,
    'widget_pageviews',
    rows.map(
      ({ organizationId, poolId = null, agentId = null, country = null, visitorId = randomUUID(), createdAt }) => ({
        id: randomUUID(),
        organization_id: organizationId,
        pool_id: poolId,
        visitor_id: visitorId,
        page_url: PAGE,
        agent_id: agentId,
        visitor_country_code: country,
        created_at: instant(createdAt),
      }),
    ),
  )
}

export interface SessionRow {
  readonly id?: string
  readonly organizationId: string
  readonly agentId: string
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  /** Seconds in each status, as the server adds them up when the session is closed. */
  readonly seconds?: { readonly idle: number; readonly inCall: number; readonly away: number }
  readonly endedReason?: 'logout' | 'disconnect' | 'idle_timeout' | 'server_restart' | null
}

export async function insertSessions(client: Client, rows: readonly SessionRow[]): Promise<void> {
  await insertRows(
    client,
    'agent_sessions',
    rows.map(
      ({
        id = randomUUID(),
        organizationId,
        agentId,
        startedAt,
        endedAt,
        seconds,
        endedReason = endedAt === null ? null : 'logout',
      }) => ({
        id,
        organization_id: organizationId,
        agent_id: agentId,
        started_at: instant(startedAt),
        ended_at: endedAt === null ? null : instant(endedAt),
        duration_seconds:
          typeof startedAt === 'number' && typeof endedAt === 'number'
            ? Math.round((endedAt - startedAt) / 1000)
            : null,
        idle_seconds: seconds?.idle ?? 0,
        in_call_seconds: seconds?.inCall ?? 0,
        away_seconds: seconds?.away ?? 0,
        ended_reason: endedReason,
        created_at: instant(startedAt),
      }),
    ),
  )
}

export type AgentStatus = 'idle' | 'in_call' | 'away' | 'offline'

export interface StatusChangeRow {
  readonly sessionId: string
  readonly agentId: string
  readonly from: AgentStatus
  readonly to: AgentStatus
  readonly changedAt: Instant
  readonly reason?: string | null
}

export async function insertStatusChanges(client: Client, rows: readonly StatusChangeRow[]): Promise<void> {
  await insertRows(
    client,
    'agent_status_changes',
    rows.map(({ sessionId, agentId, from, to, changedAt, reason = null }) => ({
      id: randomUUID(),
      session_id: sessionId,
      agent_id: agentId,
      from_status: from,
      to_status: to,
      changed_at: instant(changedAt),
      reason,
    })),
  )
}

export interface CallRow {
  readonly organizationId: string
  readonly poolId?: string | null
  readonly agentId?: string | null
  /** Who rang; rows of the same visitor within minutes are one ring that was passed on. */
  readonly visitorId?: string
  readonly status?: string | null
  readonly seconds?: number | null
  readonly createdAt: Instant
}

export async function insertCalls(client: Client, rows: readonly CallRow[]): Promise<void> {
  await insertRows(
    client,
    'call_logs',
    rows.map(
      ({
        organizationId,
        poolId = null,
        agentId = null,
        visitorId = randomUUID(),
        status = 'completed',
        seconds = status === 'completed' ? 60 : null,
        createdAt,
      }) => ({
        id: randomUUID(),
        organization_id: organizationId,
        agent_id: agentId,
        pool_id: poolId,
        visitor_id: visitorId,
        page_url: PAGE,
        status,
        ring_started_at: instant(createdAt),
        answered_at: status === 'completed' || status === 'accepted' ? instant(createdAt) : null,
        duration_seconds: seconds,
        created_at: instant(createdAt),
      }),
    ),
  )
}

/** What a person sees of an organization before anything happened in it. */
export interface CompanyRows {
  readonly id: string
  readonly name?: string
  readonly pools?: readonly string[]
  readonly agents?: readonly string[]
}

/** Inserts an organization with pools and agents of these ids, so that visits, sessions and calls may name them. */
export async function insertCompany(
  client: Client,
  { id, name = 'Example Ltd', pools = [], agents = [] }: CompanyRows,
): Promise<void> {
  await insertOrganization(client, { id, name })
  await insertPools(
    client,
    pools.map((pool, index) => ({ id: pool, organizationId: id, name: `Pool ${index + 1}` })),
  )
  await insertAgents(
    client,
    agents.map((agent, index) => ({ id: agent, organizationId: id, name: `Agent ${index + 1}` })),
  )
}

const PAGE = 'https://www.example.org/'

function instant(value: Instant): string {
  return typeof value === 'number' ? new Date(value).toISOString() : value
}
