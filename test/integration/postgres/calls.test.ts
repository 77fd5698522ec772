import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { parseMapping, type SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source } from '../../../electron/sync/source.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import {
  createDatabase,
  insertCalls,
  insertCompany,
  insertOrganization,
  type TestDatabase,
} from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const OTHER = 'aaaaaaaa-0000-4000-8000-000000000002'
const SALES = 'bbbbbbbb-0000-4000-8000-000000000001'
const START = Date.parse('2025-03-30T00:00:00Z')
const DAY = START / 86_400_000
const NOW = START + 48 * HOUR_MS
const never = new AbortController().signal

let database: TestDatabase
const opened: Source[] = []

function source(mapping: SourceMappingInput = {}, { url = database.url, statementTimeoutMs = 60_000 } = {}): Source {
  const created = createPostgresSource({
    connection: connectionTo(url),
    mapping: parseMapping(mapping),
    statementTimeoutMs,
  })
  opened.push(created)
  return created
}

const directoryOf = (from: Source, { callsFromDay = DAY as number | null, now = NOW } = {}) =>
  from.directory({ organizationId: ORGANIZATION, now, callsFromDay }, never)
const callsOf = async (...question: Parameters<typeof directoryOf>) =>
  (await directoryOf(...question)).calls?.toSorted(
    (a, b) => a.day - b.day || (a.poolId ?? '').localeCompare(b.poolId ?? ''),
  )

beforeEach(async () => {
  // Statuses and instants that the product's own table refuses.
  database = await createDatabase(inject('postgresUrl'), { schema: 'plain' })
  await insertOrganization(database.client, { id: ORGANIZATION, name: 'Example Ltd' })
  await insertOrganization(database.client, { id: OTHER, name: 'Another Ltd' })
  await insertCalls(database.client, [
    { organizationId: ORGANIZATION, poolId: SALES, seconds: 100, createdAt: START },
    {
      organizationId: ORGANIZATION,
      poolId: SALES,
      seconds: 201,
      status: ' Completed',
      createdAt: START + 23 * HOUR_MS,
    },
    { organizationId: ORGANIZATION, poolId: SALES, seconds: 7, status: 'missed', createdAt: START + 23 * HOUR_MS },
    { organizationId: ORGANIZATION, seconds: null, createdAt: START + 24 * HOUR_MS },
    { organizationId: ORGANIZATION, seconds: -5, createdAt: START + 25 * HOUR_MS },
    { organizationId: ORGANIZATION, seconds: 2_000_000, createdAt: START + 25 * HOUR_MS },
    { organizationId: ORGANIZATION, seconds: 30, status: null, createdAt: START + 26 * HOUR_MS },
    { organizationId: ORGANIZATION, seconds: 40, createdAt: START - 1 },
    { organizationId: ORGANIZATION, seconds: 40, createdAt: NOW },
    { organizationId: ORGANIZATION, seconds: 40, createdAt: 'infinity' },
    { organizationId: OTHER, poolId: SALES, seconds: 40, createdAt: START },
  ])
  await database.run('insert into call_logs (organization_id, created_at) values ($1, null)', [ORGANIZATION])
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
  await database.drop()
})

describe('calls', () => {
  it('are counted by UTC day and pool: all of them, and the completed ones with a length that can be', async () => {
    expect(await callsOf(source())).toEqual([
      { day: DAY, poolId: SALES, calls: 3, completed: 2, seconds: 301 },
      { day: DAY + 1, poolId: null, calls: 4, completed: 0, seconds: 0 },
    ])
  })

  it("of the product's own table, with an enum for a status, are counted in the same way", async () => {
    const product = await createDatabase(inject('postgresUrl'))
    await insertCompany(product.client, { id: ORGANIZATION, pools: [SALES] })
    const statuses = ['pending', 'accepted', 'rejected', 'completed', 'missed'] as const
    await insertCalls(
      product.client,
      statuses.map((status) => ({ organizationId: ORGANIZATION, poolId: SALES, status, createdAt: START })),
    )
    const ended = source({}, { url: product.url })
    expect(await callsOf(ended)).toEqual([{ day: DAY, poolId: SALES, calls: 5, completed: 1, seconds: 60 }])
    await ended.close()
    await product.drop()
  })

  it('are those from the day that is asked for until now', async () => {
    expect((await callsOf(source(), { callsFromDay: DAY + 1 }))?.map(({ day }) => day)).toEqual([DAY + 1])
    expect(await callsOf(source(), { now: START + HOUR_MS })).toEqual([
      { day: DAY, poolId: SALES, calls: 1, completed: 1, seconds: 100 },
    ])
    expect(await directoryOf(source(), { callsFromDay: null })).not.toHaveProperty('calls')
  })

  it('of another name, without status, pool or length, and in UTC without a zone, are read as far as they tell', async () => {
    await database.run(`alter table call_logs rename to rings; alter table rings rename column created_at to at`)
    await database.run(
      `alter table rings alter column at type timestamp using at at time zone 'UTC', alter column duration_seconds type numeric`,
    )
    const calls = { table: 'rings', createdAt: 'at', status: null, poolId: null }
    const read = await callsOf(source({ timestampsWithoutZone: 'utc', calls }))
    expect(read).toEqual([
      { day: DAY, poolId: null, calls: 3, completed: 3, seconds: 308 },
      { day: DAY + 1, poolId: null, calls: 4, completed: 1, seconds: 30 },
    ])
    const refused = await directoryOf(source({ calls }))
    expect([refused.calls, refused.problems.map(({ kind }) => kind)]).toEqual([null, ['calls-missing']])
  })

  it.each([
    ['drop table call_logs', null],
    ['alter table call_logs drop column organization_id', null],
    ['alter table call_logs alter column created_at type text', null],
    ['alter table call_logs drop column duration_seconds', [3, 4]],
    ['alter table call_logs alter column duration_seconds type text', [3, 4]],
  ])('%s: is said, and the rest goes on', async (change, counted) => {
    await database.run(change)
    const { calls, organization, problems } = await directoryOf(source())
    expect([organization.name, problems.map(({ kind }) => kind)]).toEqual(['Example Ltd', ['calls-missing']])
    expect(calls?.map((count) => count.calls).toSorted((a, b) => a - b) ?? null).toEqual(counted)
    expect(calls?.every(({ completed, seconds }) => completed + seconds === 0) ?? true).toBe(true)
  })

  it('that the user may not read are off, and of the columns he may not those alone', async () => {
    const role = `reader_${database.name}`
    await database.run(
      `create role ${role} login; grant select on all tables in schema public to ${role}; revoke select on call_logs from ${role}`,
    )
    const url = database.url.replace(/\/\/[^@]*@/u, `//${role}@`)
    try {
      const refused = await directoryOf(source({}, { url }))
      expect([refused.calls, refused.problems.map(({ kind }) => kind)]).toEqual([null, ['calls-missing']])
      await database.run(`grant select (organization_id, created_at, duration_seconds) on call_logs to ${role}`)
      expect((await callsOf(source({}, { url })))?.map(({ poolId, completed }) => [poolId, completed])).toEqual([
        [null, 3],
        [null, 1],
      ])
    } finally {
      await database.run(`drop owned by ${role}; drop role ${role}`)
    }
  })

  it('that take too long, or cannot be counted after all, are no reason to fail', async () => {
    await database.run(
      `alter table call_logs rename to all_calls; create view call_logs as select * from all_calls where pg_sleep(5) is not null`,
    )
    const slow = await directoryOf(source({}, { statementTimeoutMs: 300 }))
    expect(slow).not.toHaveProperty('calls')
    expect([slow.organization.name, slow.problems.map(({ kind }) => kind)]).toEqual(['Example Ltd', ['calls-slow']])

    await database.run(
      `create or replace view call_logs as select organization_id, agent_id, pool_id, status, duration_seconds / 0 as duration_seconds, created_at from all_calls`,
    )
    const broken = source()
    const { calls, problems } = await directoryOf(broken)
    expect([calls, problems.map(({ kind }) => kind)]).toEqual([undefined, ['calls-missing']])
    expect((await broken.describe(never)).organizations).toHaveLength(2)
  })
})
