import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source } from '../../../electron/sync/source.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { startPostgresProxy } from '../../support/postgres-proxy.ts'
import { type RecordingProxy, startRecordingProxy } from '../../support/recording-proxy.ts'
import { createDatabase, insertCompany, insertSessions, type TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const START = Date.parse('2025-03-30T00:00:00Z')
const never = new AbortController().signal
const window = {
  organizationId: ORGANIZATION,
  from: START,
  to: START + 24 * HOUR_MS,
  now: START + 48 * HOUR_MS,
  membership: new Map<string, 'all'>(),
  alsoSessions: [],
}

let database: TestDatabase
let proxy: RecordingProxy
let source: Source

beforeAll(async () => {
  const serverUrl = inject('postgresUrl')
  database = await createDatabase(serverUrl)
  await insertCompany(database.client, { id: ORGANIZATION, agents: [ORGANIZATION] })
  await insertSessions(database.client, [
    { organizationId: ORGANIZATION, agentId: ORGANIZATION, startedAt: START + HOUR_MS, endedAt: START + 2 * HOUR_MS },
  ])
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

const textFrom = (side: 'client' | 'server') =>
  Buffer.concat(proxy.crossed.filter(({ from }) => from === side).map(({ bytes }) => bytes)).toString('latin1')
/** The client's messages since the last clear, whatever pieces they crossed in: a type, a length, a body. */
const messages = (): readonly { readonly type: string; readonly body: string }[] => {
  const text = textFrom('client')
  const found: { type: string; body: string }[] = []
  for (let at = 0; at < text.length;) {
    const end = at + 1 + Buffer.from(text.slice(at + 1, at + 5), 'latin1').readInt32BE(0)
    found.push({ type: text[at]!, body: text.slice(at + 5, end) })
    at = end
  }
  return found
}
/** Statements with parameters; BEGIN and COMMIT have none. */
const questions = () => messages().filter(({ type }) => type === 'P')

describe('what crosses the wire', () => {
  it('sets nothing when it connects but names and encoding, so that poolers take it', async () => {
    await source.describe(never)
    const startup = proxy.crossed[0]!.bytes
    const fields = startup
      .subarray(8)
      .toString('utf8')
      .split('\0')
      .filter((field) => field !== '')
    expect(fields.filter((_, index) => index % 2 === 0)).toEqual([
      'user',
      'database',
      'application_name',
      'client_encoding',
    ])
  })

  it('is two round trips a window, and a commit that nobody waits for', async () => {
    const turns: string[] = []
    let last: 'client' | 'server' = 'server'
    // Over a line so slow that what is sent together arrives before the first answer to it comes.
    const slow = await startPostgresProxy(database.url, {
      delayMs: 30,
      onData: (from, bytes) => {
        if (from === 'client') turns.push((last === 'client' ? (turns.pop() ?? '') : '') + bytes.toString('latin1'))
        last = from
      },
    })
    const far = createPostgresSource({ connection: connectionTo(slow.url, { tlsMode: 'disable' }) })
    await far.window(window, never)
    turns.length = 0
    await far.window(window, never)
    const asked = turns.map((text) =>
      [...text.matchAll(/begin isolation level repeatable read read only|agent_sessions|widget_pageviews/g)].map(
        ([found]) => found,
      ),
    )
    expect(asked.filter((names) => names.length > 0).map((names) => [...new Set(names)])).toEqual([
      ['begin isolation level repeatable read read only', 'agent_sessions'],
      ['widget_pageviews'],
    ])
    await far.close()
    await slow.close()
  })

  it('asks for a session by its name only where it did not come with the window', async () => {
    const { sessions } = await source.window(window, never)
    proxy.clear()
    await source.window({ ...window, alsoSessions: sessions.map(({ id }) => id) }, never)
    expect(questions()).toHaveLength(2)
    proxy.clear()
    await source.window({ ...window, alsoSessions: ['gone'] }, never)
    expect(questions()).toHaveLength(3)
  })

  it('names no prepared statement', async () => {
    await source.window({ ...window, from: START + 24 * HOUR_MS, to: START + 26 * HOUR_MS }, never)
    // The text of a Parse message begins with the statement's name, which ends with a zero: here it is empty.
    expect(questions().map(({ body }) => body[0])).toEqual(['\0', '\0'])
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
