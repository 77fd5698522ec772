import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source } from '../../../electron/sync/source.ts'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { type RecordingProxy, startRecordingProxy } from '../../support/recording-proxy.ts'
import { createDatabase, insertCalls, insertCompany, type TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const SALES = 'bbbbbbbb-0000-4000-8000-000000000001'
const HELP = 'bbbbbbbb-0000-4000-8000-000000000002'
const visitorId = (number: number): string => `dddddddd-0000-4000-8000-${String(number).padStart(12, '0')}`
const START = Date.parse('2025-03-30T00:00:00Z')
const DAY = START / 86_400_000
const NOON = START + 720 * MINUTE_MS
const NOW = START + 2880 * MINUTE_MS
const never = new AbortController().signal

let database: TestDatabase
let proxy: RecordingProxy
let role: string
const opened: Source[] = []

beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  await insertCompany(database.client, { id: ORGANIZATION, pools: [SALES, HELP] })
  await database.run('alter table call_logs alter column visitor_id drop not null')
  proxy = await startRecordingProxy(inject('postgresUrl'))
  role = `caller_${database.name}`
  await database.run(
    `create role ${role} login bypassrls; grant usage on schema public to ${role}; grant select on all tables in schema public to ${role}`,
  )
})
beforeEach(async () => {
  await database.run('truncate call_logs')
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})
afterAll(async () => {
  await proxy.close()
  await database.run(`drop owned by ${role}; drop role ${role}`)
  await database.drop()
})

type Attempt = readonly [
  minute: number,
  visitor: number | null,
  poolId?: string | null,
  status?: string,
  seconds?: number,
]

const UNKNOWN = 'nobody'

async function record(attempts: readonly Attempt[]): Promise<void> {
  await insertCalls(
    database.client,
    attempts.map(([minute, visitor, poolId = SALES, status = 'missed', seconds = null]) => ({
      organizationId: ORGANIZATION,
      poolId,
      visitorId: visitor === null ? UNKNOWN : visitorId(visitor),
      status,
      seconds,
      createdAt: NOON + minute * MINUTE_MS,
    })),
  )
  await database.run('update call_logs set visitor_id = null where visitor_id = $1', [UNKNOWN])
}

async function counted({ user = null as string | null, callsFromDay = DAY } = {}) {
  const url = user === null ? database.url : database.url.replace(/\/\/[^@]*@/u, `//${user}@`)
  const source = createPostgresSource({
    connection: connectionTo(url, { port: proxy.port, tlsMode: 'disable' }),
    statementTimeoutMs: 60_000,
  })
  opened.push(source)
  proxy.clear()
  const { calls, callsCounting } = await source.directory(
    { organizationId: ORGANIZATION, now: NOW, callsFromDay },
    never,
  )
  return {
    callsCounting,
    calls: calls!
      .toSorted((a, b) => a.day - b.day || (a.poolId ?? '').localeCompare(b.poolId ?? ''))
      .map(({ day, poolId, calls: number, completed, seconds }) => [day - DAY, poolId, number, completed, seconds]),
  }
}

const crossed = (side: 'client' | 'server'): string =>
  Buffer.concat(proxy.crossed.filter(({ from }) => from === side).map(({ bytes }) => bytes)).toString('latin1')

describe('the attempts of one visitor', () => {
  it('are one call where each follows within five minutes on the one before, however long that goes on', async () => {
    await record([
      [0, 1],
      [1, 1],
      [2, 1, SALES, 'completed', 90],
      [7, 1],
      [12, 1],
      [17.1, 1],
    ])
    // 17.1 is more than five minutes after 12: another call.
    expect(await counted()).toEqual({ callsCounting: 'visitors', calls: [[0, SALES, 2, 1, 90]] })
  })

  it('are calls of their own in each pool, and for each visitor', async () => {
    await record([
      [0, 1],
      [1, 1, HELP],
      [1, 2],
      [2, 1],
      [2, 2],
      [3, 1, HELP],
      [3, 2, null],
      [4, 2, null],
    ])
    expect((await counted()).calls).toEqual([
      [0, null, 1, 0, 0],
      [0, SALES, 2, 0, 0],
      [0, HELP, 1, 0, 0],
    ])
  })

  it('are calls each where no visitor is named', async () => {
    await record([
      [0, null],
      [0, null],
      [1, null],
    ])
    expect((await counted()).calls).toEqual([[0, SALES, 3, 0, 0]])
  })

  it('count on the day of the first, and only once when the days after it are counted anew', async () => {
    await record([
      [719, 1],
      [721, 1],
      [724, 1, SALES, 'completed', 60],
      [730, 1],
    ])
    expect((await counted()).calls).toEqual([
      [0, SALES, 1, 0, 0],
      [1, SALES, 1, 1, 60],
    ])
    expect((await counted({ callsFromDay: DAY + 1 })).calls).toEqual([[1, SALES, 1, 1, 60]])
  })

  it("are compared in the database: nobody's id crosses the wire", async () => {
    await record([
      [0, 1],
      [1, 1],
      [2, 7],
    ])
    expect((await counted()).calls).toEqual([[0, SALES, 2, 0, 0]])
    const answers = crossed('server')
    expect(answers).toContain(SALES)
    for (const number of [1, 7])
      for (const text of [visitorId(number), visitorId(number).replaceAll('-', '')])
        expect(answers + crossed('client')).not.toContain(text)
    expect(crossed('client')).toMatch(/partition by "visitor_id"/u)
  })

  it('count each, and that is said, where the role may not read the visitor; no statement names it then', async () => {
    await record([
      [0, 1],
      [1, 1],
      [2, 1, SALES, 'completed', 90],
    ])
    await database.run(
      `revoke select on call_logs from ${role}; grant select (organization_id, pool_id, status, duration_seconds, created_at) on call_logs to ${role}`,
    )
    expect(await counted({ user: role })).toEqual({ callsCounting: 'attempts', calls: [[0, SALES, 3, 1, 90]] })
    // Of all that was asked only the list of the table's columns holds the name.
    const [statement] = /select counted\.day[^]*?group by counted\.day, counted\.pool::text/u.exec(crossed('client'))!
    expect(statement).toContain('"call_logs"')
    expect(statement).not.toContain('visitor_id')
    await database.run(`grant select (visitor_id) on call_logs to ${role}`)
    expect(await counted({ user: role })).toEqual({ callsCounting: 'visitors', calls: [[0, SALES, 1, 1, 90]] })
  })
})
