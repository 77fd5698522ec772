import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source } from '../../../electron/sync/source.ts'
import { type RecordingProxy, startRecordingProxy } from '../../support/recording-proxy.ts'
import { createDatabase, insertOrganization, insertSessions, type TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const START = Date.parse('2025-03-30T00:00:00Z')
const HOUR = 3_600_000
const never = new AbortController().signal
const window = { organizationId: ORGANIZATION, from: START, to: START + 24 * HOUR, now: START + 48 * HOUR, membership: new Map<string, 'all'>(), alsoSessions: [] }

let database: TestDatabase
let proxy: RecordingProxy
let source: Source

beforeAll(async () => {
  const serverUrl = inject('postgresUrl')
  database = await createDatabase(serverUrl)
  await insertOrganization(database.client, { id: ORGANIZATION, name: 'Example Ltd' })
  await insertSessions(database.client, [{ organizationId: ORGANIZATION, agentId: ORGANIZATION, startedAt: START + HOUR, endedAt: START + 2 * HOUR }])
  await database.run(
    `insert into widget_pageviews (organization_id, visitor_id, page_url, visitor_country_code, created_at)
     select $1, 'visitor-' || i, 'https://example.org/page/' || i, 'C' || i % 40, to_timestamp($2::float8 / 1000) + i * interval '1 second'
     from generate_series(1, 80000) i`,
    [ORGANIZATION, START],
  )
  proxy = await startRecordingProxy(serverUrl)
  source = createPostgresSource({ connection: connectionTo(database.url, { port: proxy.port, tlsMode: 'disable' }) })
})
beforeEach(() => {
  proxy.clear()
})
afterAll(async () => {
  await source.close()
  await proxy.close()
  await database.drop()
})

const textFrom = (side: 'client' | 'server') => Buffer.concat(proxy.crossed.filter(({ from }) => from === side).map(({ bytes }) => bytes)).toString('latin1')
/** What the client sent and then waited for; a COMMIT is not waited for, and may be of the transaction before. */
const questions = () => proxy.crossed.filter(({ from, bytes }) => from === 'client' && !bytes.includes('commit\0'))

describe('what crosses the wire', () => {
  it('sets nothing when it connects but names and encoding, so that poolers take it', async () => {
    await source.describe(never)
    const startup = proxy.crossed[0]!.bytes
    const fields = startup.subarray(8).toString('utf8').split('\0').filter((field) => field !== '')
    expect(fields.filter((_, index) => index % 2 === 0)).toEqual(['user', 'database', 'application_name', 'client_encoding'])
  })

  it('is three round trips a window, and a commit that nobody waits for', async () => {
    await source.window(window, never)
    expect(questions().map(({ bytes }) => /begin isolation level repeatable read read only|agent_sessions|widget_pageviews/.exec(bytes.toString('latin1'))?.[0])).toEqual([
      'begin isolation level repeatable read read only',
      'agent_sessions',
      'widget_pageviews',
    ])
  })

  it('asks for a session by its name only where it did not come with the window', async () => {
    const { sessions } = await source.window(window, never)
    proxy.clear()
    await source.window({ ...window, alsoSessions: sessions.map(({ id }) => id) }, never)
    expect(questions()).toHaveLength(3)
    proxy.clear()
    await source.window({ ...window, alsoSessions: ['gone'] }, never)
    expect(questions()).toHaveLength(4)
  })

  it('names no prepared statement', async () => {
    await source.window({ ...window, from: START + 24 * HOUR, to: START + 26 * HOUR }, never)
    const parses = proxy.crossed.filter(({ from, bytes }) => from === 'client' && bytes[0] === 'P'.charCodeAt(0))
    expect(parses).toHaveLength(2)
    // A Parse message is its letter, four bytes of length, and the statement's name, which ends with a zero: here it is empty.
    expect(parses.map(({ bytes }) => bytes[5])).toEqual([0, 0])
  })

  it('holds no visitor, no page and no instant of a visit, and stays small', async () => {
    const { traffic } = await source.window(window, never)
    expect(traffic.cells.visitors.reduce((sum, visitors) => sum + visitors, 0)).toBe(80_000)
    const answer = textFrom('server')
    expect(answer).not.toContain('visitor-')
    expect(answer).not.toContain('example.org')
    expect(answer).not.toMatch(/2025-03/)
    expect(answer.length).toBeLessThan(12 * traffic.cells.length + 20_000)
  })
})
