import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import type { ConnectionInput, ConnectionSettings } from '../../../electron/sync/postgres/connection-settings.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'
import { startRecordingProxy } from '../../support/recording-proxy.ts'
import {
  createDatabase,
  insertCompany,
  insertOrganization,
  insertPageviews,
  insertSessions,
  type TestDatabase,
} from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const fixture = (name: string) => join(import.meta.dirname, '../../fixtures/tls', name)
const never = new AbortController().signal
const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const EMPTY_ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000002'
const AGENT = 'cccccccc-0000-4000-8000-000000000001'
const SECRET = 'correct horse / battery @ staple % 🐎'

let secure: PostgresServer
let plain: PostgresServer
let database: TestDatabase
let plainDatabase: TestDatabase

beforeAll(async () => {
  const servers = [
    startPostgres({
      tls: { certificate: fixture('localhost.crt'), key: fixture('localhost.key') },
      hba: [
        'host all postgres,ghost,reader,columnist 127.0.0.1/32 trust',
        'hostssl all only_tls 127.0.0.1/32 trust',
        'hostnossl all only_plain 127.0.0.1/32 trust',
        'host all secretive 127.0.0.1/32 scram-sha-256',
        'local all all trust',
      ],
    }),
    startPostgres(),
  ] as const
  ;[secure, plain] = await Promise.all(servers)
  // Roles that may read everything see nothing of tables with row level security.
  database = await createDatabase(secure.url, { schema: 'without-rls' })
  plainDatabase = await createDatabase(plain.url)
  await insertCompany(plainDatabase.client, { id: ORGANIZATION })
  for (const role of ['only_tls', 'only_plain', 'reader', 'columnist', 'outsider'])
    await database.run(`create role ${role} login`)
  await database.run(`create role secretive login password '${SECRET}'`)
  await database.run('grant select on all tables in schema public to only_tls, only_plain, secretive')
  await insertCompany(database.client, { id: ORGANIZATION, agents: [AGENT] })
  await insertOrganization(database.client, { id: EMPTY_ORGANIZATION, name: 'New Ltd' })
  const visit = { organizationId: ORGANIZATION, createdAt: '2025-03-01T10:00:00Z' }
  await insertPageviews(database.client, [visit, { ...visit, createdAt: '2025-03-02T10:00:00.5Z' }])
  await database.run('analyze')
})
afterAll(async () => {
  await database.drop()
  await plainDatabase.drop()
  await Promise.all([secure.close(), plain.close()])
})

const to = (changes: ConnectionInput = {}): ConnectionSettings => connectionTo(database.url, changes)

/** How a check fails: its code and everything a person would read. */
async function failureOf(
  connection: ConnectionSettings,
  mapping: unknown = {},
  organizationId: string | null = ORGANIZATION,
): Promise<string> {
  try {
    await checkConnection({ connection, mapping: parseMapping(mapping), organizationId }, never)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const shown = `${error.code}: ${error.message} ${error.next ?? ''}`
    if (shown.includes(SECRET)) throw new Error('The password was shown', { cause: error })
    return shown
  }
  throw new Error('The check did not fail')
}

describe('a connection that works', () => {
  it('reports what it found', async () => {
    const report = await checkConnection({ connection: to(), organizationId: ORGANIZATION }, never)
    expect(report).toMatchObject({
      isReplica: false,
      encrypted: true,
      organizations: [
        { id: ORGANIZATION, name: 'Example Ltd' },
        { id: EMPTY_ORGANIZATION, name: 'New Ltd' },
      ],
      organization: {
        id: ORGANIZATION,
        name: 'Example Ltd',
        estimatedVisits: 2,
        earliest: Date.parse('2025-03-01T10:00:00Z'),
        latest: Date.parse('2025-03-02T10:00:00.5Z'),
      },
      missing: [],
      suggestedIndex: {
        sql: 'create index concurrently on "public"."widget_pageviews" ("organization_id", "created_at") include ("pool_id", "visitor_country_code", "agent_id");',
        hasBasicIndex: true,
      },
    })
    expect(report.serverVersion).toMatch(/^\d+\.\d+/)
    expect(Math.abs(report.now - Date.now())).toBeLessThan(60_000)
  })

  it('leaves the choice open where there are several organizations', async () => {
    expect((await checkConnection({ connection: to() }, never)).organization).toBeNull()
  })

  it('suggests an index that works as it is printed, and then none', async () => {
    const other = await createDatabase(secure.url)
    await insertCompany(other.client, { id: ORGANIZATION })
    await insertPageviews(other.client, [{ organizationId: ORGANIZATION, createdAt: 0 }])
    const { suggestedIndex } = await checkConnection({ connection: connectionTo(other.url) }, never)
    await other.run(suggestedIndex!.sql)
    expect((await checkConnection({ connection: connectionTo(other.url) }, never)).suggestedIndex).toBeNull()
    await other.drop()
  })

  it('goes through a Unix socket', async () => {
    const report = await checkConnection({ connection: to({ host: secure.socketFolder, tlsMode: 'require' }) }, never)
    expect(report.encrypted).toBe(false)
  })

  it('takes the password from .pgpass', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'covercast-pgpass-'))
    const file = join(folder, 'pgpass')
    writeFileSync(file, `127.0.0.1:*:*:secretive:${SECRET.replaceAll(':', '\\:')}\n`, { mode: 0o600 })
    const before = process.env['PGPASSFILE']
    process.env['PGPASSFILE'] = file
    try {
      expect((await checkConnection({ connection: to({ user: 'secretive' }) }, never)).organizations).toHaveLength(2)
    } finally {
      if (before === undefined) delete process.env['PGPASSFILE']
      else process.env['PGPASSFILE'] = before
      rmSync(folder, { recursive: true })
    }
  })

  it('takes a password with any characters', async () => {
    const url = `postgres://secretive:${encodeURIComponent(SECRET)}@127.0.0.1:${secure.port}/${database.name}`
    expect((await checkConnection({ connection: connectionTo(url) }, never)).organizations).toHaveLength(2)
  })
})

describe('the TLS modes', () => {
  const encryptedWith = async (changes: ConnectionInput) =>
    (await checkConnection({ connection: to(changes) }, never)).encrypted
  const plainWith = async (changes: ConnectionInput) => {
    await insertPageviews(plainDatabase.client, [{ organizationId: ORGANIZATION, createdAt: 0 }])
    return (await checkConnection({ connection: connectionTo(plainDatabase.url, changes) }, never)).encrypted
  }

  it('disable never encrypts', async () => {
    expect(await encryptedWith({ tlsMode: 'disable' })).toBe(false)
    expect(await failureOf(to({ tlsMode: 'disable', user: 'only_tls' }))).toMatch(
      /^source-role: .*may also refuse this address or want TLS/,
    )
  })

  it('allow encrypts only where the server insists', async () => {
    expect(await encryptedWith({ tlsMode: 'allow' })).toBe(false)
    expect(await encryptedWith({ tlsMode: 'allow', user: 'only_tls' })).toBe(true)
  })

  it('prefer encrypts where the server can, and else does without', async () => {
    expect(await encryptedWith({ tlsMode: 'prefer' })).toBe(true)
    expect(await encryptedWith({ tlsMode: 'prefer', user: 'only_plain' })).toBe(false)
    expect(await plainWith({ tlsMode: 'prefer' })).toBe(false)
  })

  it('bind the password to the channel where that is required, and refuse a server that asks for none', async () => {
    const bound: ConnectionInput = { tlsMode: 'require', channelBinding: 'require' }
    const ways = { connection: to({ ...bound, user: 'secretive', password: SECRET }) }
    expect((await checkConnection(ways, never)).encrypted).toBe(true)
    expect(await failureOf(to({ ...bound, user: 'only_tls' }))).toMatch(/^source-tls: The server does not bind/)
  })

  it('require encrypts without asking who is there, unless it has a root certificate', async () => {
    expect(await encryptedWith({ tlsMode: 'require' })).toBe(true)
    expect(await encryptedWith({ tlsMode: 'require', rootCertificate: fixture('ca.crt') })).toBe(true)
    expect(await failureOf(to({ tlsMode: 'require', rootCertificate: fixture('other-ca.crt') }))).toMatch(
      /^source-tls: The server's certificate is not trusted/,
    )
    expect(await failureOf(connectionTo(plainDatabase.url, { tlsMode: 'require' }))).toMatch(
      /^source-tls: The server does not offer TLS\./,
    )
  })

  it('verify-ca wants a trusted certificate of any name', async () => {
    expect(await encryptedWith({ tlsMode: 'verify-ca', rootCertificate: fixture('ca.crt') })).toBe(true)
    expect(await failureOf(to({ tlsMode: 'verify-ca' }))).toMatch(
      /^source-tls: The server's certificate is not trusted/,
    )
  })

  it('verify-full wants the host in it too', async () => {
    const full = { tlsMode: 'verify-full', rootCertificate: fixture('ca.crt') } as const
    expect(await encryptedWith({ ...full, host: 'localhost' })).toBe(true)
    expect(await failureOf(to(full))).toMatch(
      /^source-tls: The server's certificate is not for the host name 127\.0\.0\.1\./,
    )
    expect(await failureOf(to({ ...full, rootCertificate: fixture('none.crt') }))).toMatch(
      /^source-tls: The certificate file .*none\.crt cannot be read\./,
    )
  })
})

describe('a connection that fails says why', () => {
  it('the host is not found', async () => {
    expect(await failureOf(to({ host: 'no-such-host.invalid' }))).toMatch(
      /^source-host: The host no-such-host\.invalid was not found\./,
    )
  })

  it('nothing listens', async () => {
    const probe = await listen()
    const { port } = probe.address() as { readonly port: number }
    probe.close()
    await once(probe, 'close')
    expect(await failureOf(to({ port }))).toMatch(
      /^source-host: Nothing accepts connections at 127\.0\.0\.1, port \d+\./,
    )
    expect(await failureOf(to({ host: '/nowhere' }))).toMatch(/^source-host: the socket in \/nowhere cannot be reached/)
  })

  it('nothing answers in time', async () => {
    const silent = await listen()
    const { port } = silent.address() as { readonly port: number }
    expect(await failureOf(to({ port, connectTimeout: 1 }))).toMatch(
      /^source-host: No answer from 127\.0\.0\.1, port \d+ within 1 s\./,
    )
    silent.close()
  })

  it('the password is wrong or missing', async () => {
    expect(await failureOf(to({ user: 'secretive', password: `${SECRET}!` }))).toMatch(
      /^source-password: The password for the user secretive was not accepted\./,
    )
    expect(await failureOf(to({ user: 'secretive' }))).toMatch(
      /^source-password: The database asks for a password for the user secretive, and none was given\./,
    )
  })

  it('the role is unknown, or not let in from here', async () => {
    expect(await failureOf(to({ user: 'ghost' }))).toMatch(
      /^source-role: The database does not let the user ghost in\./,
    )
    expect(await failureOf(to({ user: 'outsider' }))).toMatch(/^source-role: /)
  })

  it('the database is unknown, or closed to the user', async () => {
    expect(await failureOf(to({ database: 'nothing' }))).toMatch(
      /^source-database: The server has no database named nothing\./,
    )
    await database.run(`revoke connect on database ${database.name} from public`)
    expect(await failureOf(to({ user: 'reader' }))).toMatch(
      /^source-permission: The user reader may not connect to the database/,
    )
    await database.run(`grant connect on database ${database.name} to public`)
  })

  it('a table is missing, and where one of that name is', async () => {
    expect(await failureOf(to(), { pageviews: { table: 'hits' } })).toMatch(
      /^source-table-missing: The table public\.hits does not exist/,
    )
    expect(await failureOf(to(), { sessions: { schema: 'crm' } })).toMatch(
      /^source-table-missing: The table crm\.agent_sessions .* in the schema public:/,
    )
  })

  it('a column is missing', async () => {
    expect(await failureOf(to(), { pageviews: { agentId: 'agent' } })).toMatch(
      /^source-column-missing: The table public\.widget_pageviews has no column agent\./,
    )
    expect(await failureOf(to(), { sessions: { endedAt: 'stopped' } })).toMatch(
      /^source-column-missing: The table public\.agent_sessions has no column stopped\./,
    )
  })

  it('the right to read is missing: to the table, the schema, a column', async () => {
    expect(await failureOf(to({ user: 'reader' }))).toMatch(
      /^source-permission: The user may not read the table public\.widget_pageviews\. An administrator can allow it: grant select \("organization_id", .*"created_at"\) on "public"\."widget_pageviews" to "reader";/,
    )
    await database.run('grant select on widget_pageviews, agent_sessions to columnist')
    await database.run('revoke select on agent_sessions from columnist')
    await database.run('grant select (id, agent_id, organization_id, started_at) on agent_sessions to columnist')
    expect(await failureOf(to({ user: 'columnist' }))).toMatch(
      /^source-permission: The user may not read the columns ended_at, idle_seconds, in_call_seconds, away_seconds of public\.agent_sessions\./,
    )
    await database.run(
      'create schema hidden; create table hidden.visits as table widget_pageviews; grant select on hidden.visits to reader',
    )
    expect(await failureOf(to({ user: 'reader' }), { pageviews: { schema: 'hidden', table: 'visits' } })).toMatch(
      /^source-permission: The user may not use the schema hidden\./,
    )
  })

  it('a column has a type that cannot be an instant, or not for certain', async () => {
    await database.run(
      `create view texts as select organization_id, pool_id, agent_id, visitor_country_code, created_at::text as created_at from widget_pageviews`,
    )
    await database.run(
      `create view naive as select organization_id, pool_id, agent_id, visitor_country_code, created_at at time zone 'UTC' as created_at from widget_pageviews`,
    )
    expect(await failureOf(to(), { pageviews: { table: 'texts' } })).toMatch(
      /^source-wrong-type: The column public\.texts\.created_at is text; it must be timestamp with time zone\./,
    )
    expect(await failureOf(to(), { pageviews: { table: 'naive' } })).toMatch(
      /^source-wrong-type: The column public\.naive\.created_at is timestamp without time zone/,
    )
    const mapping = parseMapping({ pageviews: { table: 'naive' }, timestampsWithoutZone: 'utc' })
    const report = await checkConnection({ connection: to(), mapping, organizationId: ORGANIZATION }, never)
    expect(report.organization?.latest).toBe(Date.parse('2025-03-02T10:00:00.5Z'))
  })

  it('the organization is unknown', async () => {
    expect(await failureOf(to(), {}, 'aaaaaaaa-0000-4000-8000-00000000ffff')).toMatch(
      /^source-organization: The source has no organization/,
    )
    expect(await failureOf(to(), {}, 'Example Ltd')).toMatch(
      /^source-organization: The source has no organization Example Ltd\./,
    )
  })

  it('the organization has no rows', async () => {
    expect(await failureOf(to(), {}, EMPTY_ORGANIZATION)).toMatch(
      /^source-empty: The organization New Ltd has no visit and no session\./,
    )
    await insertSessions(database.client, [
      { organizationId: EMPTY_ORGANIZATION, agentId: AGENT, startedAt: 0, endedAt: null },
    ])
    const report = await checkConnection({ connection: to(), organizationId: EMPTY_ORGANIZATION }, never)
    expect(report.organization).toMatchObject({ earliest: null, latest: null })
  })

  it('the tables are empty', async () => {
    const empty = await createDatabase(secure.url)
    expect(await failureOf(connectionTo(empty.url), {}, null)).toMatch(
      /^source-empty: The tables can be read, but they hold no organization/,
    )
    await empty.drop()
  })

  it('asks nothing more of the database once it is cancelled', async () => {
    const proxy = await startRecordingProxy(plain.url)
    const locker = new Client({ connectionString: plainDatabase.url, ssl: false })
    await locker.connect()
    try {
      await locker.query('begin; lock table widget_pageviews in access exclusive mode')
      const controller = new AbortController()
      const url = new URL(plainDatabase.url)
      url.port = String(proxy.port)
      const checked = checkConnection(
        { connection: connectionTo(url.href), organizationId: ORGANIZATION },
        controller.signal,
      )
      const isWaiting = async (): Promise<boolean> =>
        (
          await plainDatabase.run(
            `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).length > 0
      await expect.poll(isWaiting).toBe(true)
      proxy.clear()
      controller.abort()
      await expect(checked).rejects.toMatchObject({ code: 'cancelled' })
      const asked = proxy.crossed.filter(({ from }) => from === 'client').map(({ bytes }) => bytes.toString('latin1'))
      expect(asked.join('')).toContain('pg_cancel_backend')
      expect(asked.join('')).not.toContain('widget_pageviews')
    } finally {
      await locker.end()
      await proxy.close()
    }
  })

  it('the person cancelled it', async () => {
    await expect(checkConnection({ connection: to() }, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    })
  })
})

async function listen(): Promise<Server> {
  const server = createServer((socket) => socket.unref())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
