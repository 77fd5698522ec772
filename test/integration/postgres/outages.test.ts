import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { createPostgresSource, type PostgresSourceOptions } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source, WindowRequest } from '../../../electron/sync/source.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { type PostgresServer, startPostgres, startReplica } from '../../support/postgres-server.ts'
import { createDatabase, insertCompany, insertPageviews, type TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const START = Date.parse('2025-03-30T00:00:00Z')
const never = new AbortController().signal
const window: WindowRequest = {
  organizationId: ORGANIZATION,
  from: START,
  to: START + 24 * HOUR_MS,
  now: START + 48 * HOUR_MS,
  membership: new Map(),
  alsoSessions: [],
}

/** Visits behind a view that takes as long as the table `pace` says. */
const SLOW_VIEW = `
create table pace (seconds float8 not null);
insert into pace values (0);
create view slow_pageviews as
select p.* from widget_pageviews p, (select pg_sleep(seconds) from pace offset 0) waiting`
const SLOW = parseMapping({ pageviews: { table: 'slow_pageviews' } })

async function slowDatabase(serverUrl: string): Promise<TestDatabase> {
  const database = await createDatabase(serverUrl)
  await database.run(SLOW_VIEW)
  await insertCompany(database.client, { id: ORGANIZATION })
  await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: START + HOUR_MS }])
  return database
}

/** Waits until that many statements of the database sleep in the view. */
async function untilSleeping(database: TestDatabase, count = 1): Promise<void> {
  await expect.poll(() => sleeping(database), { interval: 10 }).toBeGreaterThanOrEqual(count)
}

async function sleeping(database: TestDatabase): Promise<number> {
  const rows = await database.run(
    `select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
  )
  return rows.length
}

/** What a call fails with, watched from the start so that a failure while waiting for something else is not lost. */
const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  )

let database: TestDatabase
let source: Source
const sources: Source[] = []

function open(options: Partial<PostgresSourceOptions> = {}, url = database.url): Source {
  const opened = createPostgresSource({ connection: connectionTo(url), mapping: SLOW, ...options })
  sources.push(opened)
  return opened
}

beforeAll(async () => {
  database = await slowDatabase(inject('postgresUrl'))
})
beforeEach(async () => {
  await database.run('update pace set seconds = 0')
  source = open()
})
afterAll(async () => {
  await Promise.all(sources.map((opened) => opened.close()))
  await database.drop()
})

describe('cancelling', () => {
  it('ends the statement at the server, and the source goes on', async () => {
    await database.run('update pace set seconds = 50')
    const controller = new AbortController()
    const running = failureOf(source.window(window, controller.signal))
    await untilSleeping(database)
    controller.abort()
    expect(await running).toMatchObject({ code: 'cancelled' })
    expect(await sleeping(database)).toBe(0)
    await database.run('update pace set seconds = 0')
    expect((await source.window(window, never)).traffic.cells.length).toBe(1)
  })

  it('ends one of two windows and leaves the other', async () => {
    await database.run('update pace set seconds = 1')
    const controller = new AbortController()
    const cancelled = failureOf(source.window(window, controller.signal))
    const other = source.window(window, never)
    await untilSleeping(database, 2)
    controller.abort()
    expect(await cancelled).toMatchObject({ code: 'cancelled' })
    expect((await other).traffic.cells.length).toBe(1)
  })

  it('ends the waiting for a connection', async () => {
    await database.run('update pace set seconds = 1')
    const busy = [source.window(window, never), source.window(window, never)]
    const controller = new AbortController()
    const waiting = failureOf(source.window(window, controller.signal))
    await untilSleeping(database, 2)
    controller.abort()
    expect(await waiting).toMatchObject({ code: 'cancelled' })
    expect(await sleeping(database)).toBe(2)
    await Promise.all(busy)
  })

  it('before anything began does not connect', async () => {
    await expect(source.window(window, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
    await expect(source.describe(AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('a statement over its limit', () => {
  it('is told as a timeout, and the same connection serves the next', async () => {
    const impatient = open({ statementTimeoutMs: 200 })
    await database.run('update pace set seconds = 50')
    await expect(impatient.window(window, never)).rejects.toMatchObject({
      code: 'source-timeout',
      message: expect.stringContaining('0.2 s') as string,
    })
    await database.run('update pace set seconds = 0')
    expect((await impatient.window(window, never)).traffic.cells.length).toBe(1)
  })

  it('makes the daily totals take fewer days at once, down to one', async () => {
    const day = 24 * HOUR_MS
    const [fromDay, toDay] = [START / day + 10, START / day + 40]
    const busy = 'aaaaaaaa-0000-4000-8000-000000000002'
    await insertCompany(database.client, { id: busy })
    const days = Array.from({ length: toDay - fromDay + 1 }, (_, index) => fromDay + index)
    await insertPageviews(
      database.client,
      days.map((each) => ({ organizationId: busy, createdAt: each * day + HOUR_MS })),
    )
    // Every visit takes its time: four weeks are too many, one week is not.
    await database.run('create view laborious as select * from widget_pageviews where pg_sleep(0.03) is not null')
    const impatient = open({ statementTimeoutMs: 350, mapping: parseMapping({ pageviews: { table: 'laborious' } }) })
    const request = { organizationId: busy, fromDay, toDay, now: START + 99 * day }
    expect(
      (await impatient.dayChecks(request, never)).map(({ day: checked, visitors }) => [checked, visitors]),
    ).toEqual(days.map((each) => [each, 1]))

    await database.run('update pace set seconds = 50')
    const hopeless = open({ statementTimeoutMs: 50 })
    await expect(hopeless.dayChecks({ ...request, toDay: fromDay + 1 }, never)).rejects.toMatchObject({
      code: 'source-timeout',
    })
  })
})

describe('a lost connection', () => {
  it('is told when the server ends it', async () => {
    await database.run('update pace set seconds = 50')
    const running = failureOf(source.window(window, never))
    await untilSleeping(database)
    await database.run(
      `select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`,
    )
    expect(await running).toMatchObject({ code: 'source-lost' })
  })

  it('that lay idle is replaced without a word', async () => {
    await Promise.all([source.window(window, never), source.window(window, never)])
    await database.run(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    const facts = await Promise.all([source.window(window, never), source.window(window, never)])
    expect(facts.map(({ traffic }) => traffic.cells.length)).toEqual([1, 1])
  })

  it('by a crash of the server in the middle of a query is told, and after it the source goes on', async () => {
    const server = await startPostgres()
    try {
      const doomed = await slowDatabase(server.url)
      const crashing = open({}, doomed.url)
      await doomed.run('update pace set seconds = 50')
      const running = failureOf(crashing.window(window, never))
      await untilSleeping(doomed)
      await server.halt('crash')
      expect(await running).toMatchObject({ code: 'source-lost' })
      await expect(crashing.window(window, never)).rejects.toMatchObject({ code: 'source-host' })
      await server.resume()
      const controller = new AbortController()
      const again = failureOf(crashing.window(window, controller.signal))
      controller.abort()
      expect(await again).toMatchObject({ code: 'cancelled' })
      await crashing.close()
    } finally {
      await server.close()
    }
  })
})

describe('a replica', () => {
  let primary: PostgresServer
  let replica: PostgresServer
  let origin: TestDatabase

  beforeAll(async () => {
    primary = await startPostgres({ settings: { wal_level: 'replica', autovacuum: 'off' } })
    origin = await slowDatabase(primary.url)
    await origin.client.end()
    // As impatient as can be: replay never waits for a query.
    replica = await startReplica(primary, { max_standby_streaming_delay: '0', wal_receiver_status_interval: '1' })
  })
  afterAll(async () => {
    await replica.close()
    await primary.close()
  })

  it('that cancels a query for the sake of its replay is asked again', async () => {
    const { Client } = await import('pg')
    const onPrimary = new Client({ connectionString: origin.url, ssl: false })
    const onReplica = new Client({
      connectionString: origin.url.replace(String(primary.port), String(replica.port)),
      ssl: false,
    })
    await Promise.all([onPrimary.connect(), onReplica.connect()])
    const until = async (sql: string) => {
      await expect.poll(async () => (await onReplica.query(sql)).rowCount, { interval: 10 }).toBeGreaterThan(0)
    }
    await onPrimary.query('update pace set seconds = 50')
    await until('select 1 from pace where seconds = 50')

    const reading = open({}, origin.url.replace(String(primary.port), String(replica.port))).window(window, never)
    await until(`select 1 from pg_stat_activity where wait_event = 'PgSleep'`)
    await onPrimary.query('update pace set seconds = 0')
    // Removes the version of the row that the sleeping query's snapshot still sees.
    await onPrimary.query('vacuum pace')
    expect((await reading).traffic.cells.length).toBe(1)
    await Promise.all([onPrimary.end(), onReplica.end()])
  })
})
