import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { connect } from '../../../electron/sync/postgres/connect.ts'
import type { Deadlines } from '../../../electron/sync/postgres/deadlines.ts'
import { createPostgresSource, type PostgresSourceOptions } from '../../../electron/sync/postgres/postgres-source.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import type { Source, WindowRequest } from '../../../electron/sync/source.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { type PostgresProxy, startPostgresProxy } from '../../support/postgres-proxy.ts'
import { startPostgres } from '../../support/postgres-server.ts'
import {
  createDatabase,
  insertCompany,
  insertPageviews,
  insertSessions,
  type TestDatabase,
} from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const AGENT = 'bbbbbbbb-0000-4000-8000-000000000001'
const START = Date.parse('2025-03-30T00:00:00Z')
const never = new AbortController().signal
const WINDOW: WindowRequest = {
  organizationId: ORGANIZATION,
  from: START,
  to: START + DAY_MS,
  now: START + 2 * DAY_MS,
  membership: new Map(),
  alsoSessions: [],
}
/** As a person would wait, but a hundred times shorter. */
const SHORT: Deadlines = { graceMs: 200, cancelMs: 200, closeMs: 200 }
const QUICK = { statementTimeoutMs: 300, deadlines: SHORT }
const CONNECT_SECONDS = 0.5
/** What all of that may take together where a test machine is slow; a line that is waited for takes for ever. */
const SOON_MS = 15_000

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  await insertCompany(database.client, { id: ORGANIZATION, agents: [AGENT] })
  await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: START + HOUR_MS }])
  await insertSessions(database.client, [
    { organizationId: ORGANIZATION, agentId: AGENT, startedAt: START, endedAt: START + 2 * HOUR_MS },
  ])
})
afterAll(() => database.drop())

async function proxyTo(url: string, stallAfter?: number): Promise<PostgresProxy> {
  const proxy = await startPostgresProxy(url, stallAfter === undefined ? {} : { stallAfter })
  onTestFinished(() => proxy.close())
  return proxy
}

function sourceOn(url: string, options: Partial<PostgresSourceOptions> = QUICK): Source {
  return createPostgresSource({ connection: connectionTo(url, { connectTimeout: CONNECT_SECONDS }), ...options })
}

/** All that a sync asks, one after the other, and the closing. */
async function readEverything(source: Source, signal = never): Promise<void> {
  const now = START + 2 * DAY_MS
  try {
    await source.describe(signal)
    await source.directory({ organizationId: ORGANIZATION, now, callsFromDay: null }, signal)
    await source.window(WINDOW, signal)
    await source.dayChecks(
      { organizationId: ORGANIZATION, fromDay: START / DAY_MS, toDay: START / DAY_MS + 1, now },
      signal,
    )
  } finally {
    await source.close()
  }
}

/** What the work fails with; null: it did not. Throws where it takes so long that it may as well never end. */
async function endOf(work: Promise<unknown>): Promise<unknown> {
  const over = new AbortController()
  const late = delay(SOON_MS, 'late', { signal: over.signal }).catch(() => 'over')
  const end = work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  const first = await Promise.race([end, late])
  over.abort()
  if (first === 'late') throw new Error(`It did not end within ${SOON_MS} ms.`)
  return first
}

/** Messages that the server sends for all of `run`. */
async function messagesOf(run: (url: string) => Promise<unknown>): Promise<number> {
  const proxy = await proxyTo(database.url)
  await run(proxy.url)
  return proxy.count().messages
}

async function logIn(url: string): Promise<void> {
  const client = new Client({ connectionString: url, ssl: false })
  await client.connect()
  await client.end()
}

/** Runs it once for each message that the server sends, on a line that is dead from then on; several at a time. */
async function stalledAfterEach(run: (url: string) => Promise<unknown>): Promise<readonly unknown[]> {
  const total = await messagesOf(run)
  expect(total).toBeGreaterThan(20)
  const ends: unknown[] = []
  const counts = Array.from({ length: total }, (_, index) => index)
  const work = async (): Promise<void> => {
    for (let count = counts.shift(); count !== undefined; count = counts.shift()) {
      const proxy = await startPostgresProxy(database.url, { stallAfter: count })
      try {
        ends.push(await endOf(run(proxy.url)))
      } finally {
        await proxy.close()
      }
    }
  }
  await Promise.all(Array.from({ length: 24 }, work))
  return ends
}

const isToldAsLost = expect.objectContaining({
  code: expect.stringMatching(/^source-(lost|host)$/u) as string,
}) as unknown

describe('a server that falls silent', () => {
  it('after any of its messages ends a sync with what is wrong', async () => {
    const ends = await stalledAfterEach((url) => readEverything(sourceOn(url)))
    // The last messages answer words that nobody waits for.
    const failures = ends.filter((end) => end !== null)
    expect(failures.length).toBeGreaterThan(ends.length - 5)
    for (const failure of failures) expect(failure).toEqual(isToldAsLost)
  })

  it('after any of its messages ends a test of the connection', async () => {
    const ends = await stalledAfterEach((url) =>
      checkConnection({ connection: connectionTo(url, { connectTimeout: CONNECT_SECONDS }), ...QUICK }, never),
    )
    const failures = ends.filter((end) => end !== null)
    expect(failures.length).toBeGreaterThan(ends.length - 5)
    for (const failure of failures) expect(failure).toEqual(isToldAsLost)
  })

  it('is waited for no longer than its limit says, and asked again at once when it answers', async () => {
    const proxy = await proxyTo(database.url)
    const source = sourceOn(proxy.url)
    await source.describe(never)
    proxy.stall()
    const asked = performance.now()
    expect(await endOf(source.describe(never))).toMatchObject({
      code: 'source-lost',
      message: expect.stringContaining('did not answer for 0.5 s') as string,
    })
    expect(performance.now() - asked).toBeGreaterThan(450)
    proxy.resume()
    await source.describe(never)
    await source.close()
  })

  it('over TLS is found as well', async () => {
    const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/tls', name)
    const server = await startPostgres({
      tls: { certificate: fixture('localhost.crt'), key: fixture('localhost.key') },
    })
    onTestFinished(() => server.close())
    const proxy = await proxyTo(server.url)
    const connection = await connect(connectionTo(proxy.url, { tlsMode: 'require' }), { silenceMs: 300, closeMs: 100 })
    expect(connection.encrypted).toBe(true)
    expect(await connection.query('select 1')).toEqual([['1']])
    // Slow is not silent: what keeps coming is waited for.
    expect(await connection.query(`select repeat('x', 20000), pg_sleep(0.15) from generate_series(1, 8)`)).toHaveLength(
      8,
    )
    proxy.stall()
    expect(await endOf(connection.query('select 2'))).toMatchObject({
      code: 'source-lost',
      message: expect.stringContaining('did not answer') as string,
    })
    expect(connection.isAlive()).toBe(false)
    await connection.close()
  })

  it('that never answers a request for TLS does not hold a connection up', async () => {
    const proxy = await proxyTo(database.url, 0)
    for (const tlsMode of ['disable', 'prefer', 'require'] as const) {
      const connecting = connect(connectionTo(proxy.url, { tlsMode, connectTimeout: CONNECT_SECONDS }), {
        silenceMs: 300,
        closeMs: 100,
      })
      expect(await endOf(connecting)).toMatchObject({
        code: 'source-host',
        message: expect.stringContaining('No answer') as string,
      })
    }
  })
})

describe('a server that sends a little all the time', () => {
  it('is never silent, and ends a test of the connection at the limit of the whole', async () => {
    await database.run(`
create function trickle() returns boolean language plpgsql as $$ begin
  for time in 1..2000 loop perform pg_sleep(0.02); raise notice '%', time; end loop;
  return true;
end $$;
create view trickling_pageviews as select * from widget_pageviews where trickle()`)
    const check = {
      connection: connectionTo(database.url),
      mapping: parseMapping({ pageviews: { table: 'trickling_pageviews' } }),
      statementTimeoutMs: 60_000,
      deadlines: { ...SHORT, cancelMs: 2_000 },
    }
    expect(await endOf(checkConnection({ ...check, limitMs: 700 }, never))).toMatchObject({
      code: 'source-timeout',
      message: expect.stringContaining('ended after 0.7 s') as string,
    })
    const asleep = `select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`
    await expect.poll(() => database.run(asleep), { interval: 20 }).toEqual([])
    const controller = new AbortController()
    const cancelled = endOf(checkConnection(check, controller.signal))
    await expect.poll(() => database.run(asleep), { interval: 20 }).toHaveLength(1)
    controller.abort()
    expect(await cancelled).toMatchObject({ code: 'cancelled' })
    await expect.poll(() => database.run(asleep), { interval: 20 }).toEqual([])
  })
})

describe('cancelling on a dead line', () => {
  it('ends the work at once, though the line that cancels is dead too', async () => {
    await database.run(
      'create view slow_pageviews as select p.* from widget_pageviews p, (select pg_sleep(50) offset 0) waiting',
    )
    const proxy = await proxyTo(database.url)
    const mapping = parseMapping({ pageviews: { table: 'slow_pageviews' } })
    const source = sourceOn(proxy.url, {
      mapping,
      statementTimeoutMs: 3_600_000,
      deadlines: { graceMs: 10_000, cancelMs: 200, closeMs: 200 },
    })
    const controller = new AbortController()
    const work = endOf(source.window(WINDOW, controller.signal))
    const asleep = `select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`
    await expect.poll(() => database.run(asleep), { interval: 20 }).toHaveLength(1)
    // The line that cancels gets in, and then no answer.
    proxy.stall(await messagesOf(logIn))
    controller.abort()
    const asked = performance.now()
    expect(await work).toMatchObject({ code: 'cancelled' })
    await source.close()
    expect(performance.now() - asked).toBeLessThan(5_000)
  })
})
