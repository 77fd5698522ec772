import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source, WindowFacts, WindowRequest } from '../../../electron/sync/source.ts'
import { normalizeCountry } from '../../../shared/coverage/cube.ts'
import { HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { tries } from '../../support/deep.ts'
import {
  createDatabase,
  insertCompany,
  insertPageviews,
  insertSessions,
  type PageviewRow,
  type SessionRow,
  type TestDatabase,
} from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const OTHER_ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000002'
const POOLS = [
  'bbbbbbbb-0000-4000-8000-000000000001',
  'bbbbbbbb-0000-4000-8000-000000000002',
  'bbbbbbbb-0000-4000-8000-000000000003',
] as const
const AGENTS = Array.from({ length: 6 }, (_, index) => `cccccccc-0000-4000-8000-00000000000${index}`)
const START = Date.parse('2025-03-30T00:00:00Z')
const never = new AbortController().signal

let database: TestDatabase
let source: Source

beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  await insertCompany(database.client, { id: ORGANIZATION, pools: POOLS, agents: AGENTS })
  await insertCompany(database.client, { id: OTHER_ORGANIZATION })
  source = createPostgresSource({ connection: connectionTo(database.url) })
})
beforeEach(() => database.run('truncate widget_pageviews, agent_sessions cascade'))
afterAll(async () => {
  await source.close()
  await database.drop()
})

function request(changes: Partial<WindowRequest> = {}): WindowRequest {
  return {
    organizationId: ORGANIZATION,
    from: START,
    to: START + 24 * HOUR_MS,
    now: START + 48 * HOUR_MS,
    membership: new Map(),
    alsoSessions: [],
    ...changes,
  }
}

/** Cells as sorted text, so that two batches with other orders and dictionaries compare equal. */
function cellsOf({ traffic: { cells, dictionary } }: WindowFacts): readonly string[] {
  return Array.from({ length: cells.length }, (_, i) =>
    JSON.stringify([
      cells.slot[i],
      dictionary.pools[cells.pool[i]!],
      dictionary.countries[cells.country[i]!],
      cells.agents[i],
      cells.visitors[i],
      cells.covered[i],
    ]),
  ).toSorted()
}

/** The same counted row by row, with agents counted by looking at every session for every visit. */
function countByHand(
  visits: readonly PageviewRow[],
  sessions: readonly SessionRow[],
  window: WindowRequest,
): readonly string[] {
  const counts = new Map<string, { visitors: number; covered: number }>()
  const milliseconds = (value: number | string) => (typeof value === 'number' ? value : Date.parse(value))
  for (const visit of visits) {
    const at = milliseconds(visit.createdAt)
    if (visit.organizationId !== window.organizationId || at < window.from || at >= Math.min(window.to, window.now))
      continue
    const pool = visit.poolId ?? null
    const serving = pool === null ? 'all' : (window.membership.get(pool) ?? 'all')
    const online = new Set<string>()
    for (const session of sessions) {
      const start = milliseconds(session.startedAt)
      const end = endByHand(session, { sessions, visits }, window.now)
      const isForgotten = session.endedAt !== null && Math.min(end, window.now) - start > 16 * HOUR_MS
      const counts = session.organizationId === window.organizationId && start <= at && at < end && !isForgotten
      if (counts && (serving === 'all' || serving.has(session.agentId))) online.add(session.agentId)
    }
    const key = JSON.stringify([Math.floor(at / (15 * MINUTE_MS)), pool, normalizeCountry(visit.country), online.size])
    const count = counts.get(key) ?? { visitors: 0, covered: 0 }
    counts.set(key, { visitors: count.visitors + 1, covered: count.covered + (visit.agentId ? 1 : 0) })
  }
  return [...counts]
    .map(([key, { visitors, covered }]) => JSON.stringify([...(JSON.parse(key) as unknown[]), visitors, covered]))
    .toSorted()
}

/** Where a session ends, found by looking at every other session and every visit. */
function endByHand(
  { organizationId, agentId, startedAt, endedAt }: SessionRow,
  rows: { readonly sessions: readonly SessionRow[]; readonly visits: readonly PageviewRow[] },
  now: number,
): number {
  if (endedAt !== null) return endedAt as number
  const start = startedAt as number
  const next = rows.sessions
    .filter(
      (other) =>
        other.organizationId === organizationId &&
        other.agentId === agentId &&
        (other.startedAt as number) > start &&
        (other.startedAt as number) < now,
    )
    .map((other) => other.startedAt as number)
  const limit = Math.min(now, ...next)
  if (limit - start <= 16 * HOUR_MS) return limit
  const seen = rows.visits
    .filter(
      (visit) =>
        visit.organizationId === organizationId &&
        visit.agentId === agentId &&
        (visit.createdAt as number) >= start &&
        (visit.createdAt as number) < limit,
    )
    .map((visit) => (Math.floor((visit.createdAt as number) / (15 * MINUTE_MS)) + 1) * 15 * MINUTE_MS)
  return seen.length === 0 ? start + 16 * HOUR_MS : Math.min(limit, Math.max(...seen))
}

const anyVisit: fc.Arbitrary<PageviewRow> = fc.record({
  organizationId: fc.constantFrom(ORGANIZATION, ORGANIZATION, ORGANIZATION, OTHER_ORGANIZATION),
  poolId: fc.constantFrom(...POOLS, null),
  agentId: fc.constantFrom(...AGENTS, null, null, null),
  country: fc.constantFrom(
    null,
    '',
    '  ',
    'US',
    'us ',
    ' Us',
    'Ünited',
    'ünited',
    'A,B',
    '{"x"}',
    "O'Hara",
    '"q"',
    'NULL',
    '\\',
    'DE',
  ),
  // A coarse grid makes visits fall on boundaries and on sessions' ends.
  createdAt: fc.oneof(
    fc.integer({ min: -2 * 60, max: 26 * 60 }).map((minute) => START + minute * MINUTE_MS),
    fc.integer({ min: -2 * HOUR_MS, max: 26 * HOUR_MS }).map((ms) => START + ms),
  ),
})

const anySession: fc.Arbitrary<SessionRow> = fc
  .record({
    organizationId: fc.constantFrom(ORGANIZATION, ORGANIZATION, ORGANIZATION, OTHER_ORGANIZATION),
    agentId: fc.constantFrom(...AGENTS),
    id: fc.uuid(),
    startMinute: fc.integer({ min: -20 * 60, max: 30 * 60 }),
    minutes: fc.oneof(fc.constant(null), fc.integer({ min: -60, max: 20 * 60 })),
  })
  .map(({ id, organizationId, agentId, startMinute, minutes }) => ({
    id,
    organizationId,
    agentId,
    startedAt: START + startMinute * MINUTE_MS,
    endedAt: minutes === null ? null : START + (startMinute + minutes) * MINUTE_MS,
  }))

const anyMembership = fc
  .array(
    fc.tuple(
      fc.constantFrom(...POOLS),
      fc.oneof(
        fc.constant('all' as const),
        fc.subarray(AGENTS).map((agents) => new Set(agents)),
      ),
    ),
    { maxLength: 3 },
  )
  .map((entries) => new Map(entries))

describe('a window of the source', () => {
  it('counts what counting row by row counts, over random visits, sessions, pools and clocks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(fc.array(anyVisit, { maxLength: 120 }), fc.array(anySession, { maxLength: 20 })),
        anyMembership,
        fc.record({
          firstSlot: fc.integer({ min: 0, max: 40 }),
          slots: fc.integer({ min: 1, max: 60 }),
          nowMs: fc.integer({ min: 0, max: 30 * HOUR_MS }),
        }),
        async ([visits, sessions], membership, { firstSlot, slots, nowMs }) => {
          await database.run('truncate widget_pageviews, agent_sessions cascade')
          await insertPageviews(database.client, visits)
          await insertSessions(database.client, sessions)
          const from = START + firstSlot * 15 * MINUTE_MS
          const window = request({ from, to: from + slots * 15 * MINUTE_MS, now: START + nowMs, membership })
          const reaching = sessions.filter(({ endedAt }) => endedAt === null).map(({ id }) => id!)
          const facts = await source.window({ ...window, alsoSessions: reaching }, never)
          expect(cellsOf(facts)).toEqual(countByHand(visits, sessions, window))
          const overlapping = sessions.filter(({ organizationId, startedAt, endedAt }) => {
            const start = startedAt as number
            const overlaps = start < window.to && (endedAt as number) > window.from
            return (
              organizationId === ORGANIZATION &&
              (endedAt === null || overlaps || (start >= window.from && start < window.to))
            )
          })
          expect(facts.sessions).toHaveLength(overlapping.length)
        },
      ),
      tries(60, 20250330),
    )
  })

  it('takes the range half open and puts a visit in the quarter-hour that begins with it', async () => {
    await insertPageviews(
      database.client,
      [
        '2025-03-29 23:59:59.999999Z',
        '2025-03-30 00:00:00Z',
        '2025-03-30 00:14:59.999999Z',
        '2025-03-30 00:15:00Z',
        '2025-03-31 00:00:00Z',
      ].map((createdAt) => ({ organizationId: ORGANIZATION, createdAt })),
    )
    const facts = await source.window(request(), never)
    const slot = START / (15 * MINUTE_MS)
    expect(cellsOf(facts)).toEqual([
      JSON.stringify([slot, null, null, 0, 2, 0]),
      JSON.stringify([slot + 1, null, null, 0, 1, 0]),
    ])
  })

  it('counts an agent from the millisecond of the start until before the millisecond of the end, rounded down', async () => {
    await insertSessions(database.client, [
      {
        organizationId: ORGANIZATION,
        agentId: AGENTS[0]!,
        startedAt: '2025-03-30 01:00:00.123999Z',
        endedAt: '2025-03-30 01:05:00.456789Z',
      },
    ])
    await insertPageviews(
      database.client,
      ['01:00:00.122999', '01:00:00.123', '01:05:00.455999', '01:05:00.456'].map((time) => ({
        organizationId: ORGANIZATION,
        createdAt: `2025-03-30 ${time}Z`,
      })),
    )
    const facts = await source.window(request(), never)
    const slot = START / (15 * MINUTE_MS) + 4
    expect(facts.sessions).toEqual([
      {
        id: expect.any(String) as string,
        agentId: AGENTS[0],
        startedAt: START + HOUR_MS + 123,
        endedAt: START + HOUR_MS + 5 * MINUTE_MS + 456,
      },
    ])
    expect(cellsOf(facts)).toEqual([
      JSON.stringify([slot, null, null, 0, 2, 0]),
      JSON.stringify([slot, null, null, 1, 2, 0]),
    ])
  })

  it('takes an infinite end for open, and leaves out a session without a beginning', async () => {
    const ids = ['dddddddd-0000-4000-8000-000000000001', 'dddddddd-0000-4000-8000-000000000002'] as const
    const session = { organizationId: ORGANIZATION, agentId: AGENTS[0]! }
    await insertSessions(database.client, [
      { ...session, id: ids[0], startedAt: START + HOUR_MS, endedAt: 'infinity' },
      { ...session, id: ids[1], startedAt: START + HOUR_MS, endedAt: '-infinity' },
      { ...session, startedAt: '-infinity', endedAt: START + HOUR_MS },
      { ...session, startedAt: 'infinity', endedAt: null },
    ])
    await insertPageviews(database.client, [
      { organizationId: ORGANIZATION, createdAt: START + 2 * HOUR_MS },
      { organizationId: ORGANIZATION, createdAt: 'infinity' },
      { organizationId: ORGANIZATION, createdAt: '-infinity' },
    ])
    const facts = await source.window(request({ now: START + 10 * HOUR_MS }), never)
    const byId = new Map(facts.sessions.map((found) => [found.id, found]))
    expect(byId.get(ids[0])).toMatchObject({ endedAt: null })
    expect(byId.get(ids[1])!.endedAt).toBeLessThan(byId.get(ids[1])!.startedAt)
    expect(facts.sessions).toHaveLength(2)
    expect(cellsOf(facts)).toEqual([JSON.stringify([START / (15 * MINUTE_MS) + 8, null, null, 1, 1, 0])])
  })

  it('brings the sessions asked for although they lie elsewhere, and not those of another organization', async () => {
    const mine = 'dddddddd-0000-4000-8000-00000000000a'
    const theirs = 'dddddddd-0000-4000-8000-00000000000b'
    const elsewhere = { agentId: AGENTS[0]!, startedAt: START - 99 * HOUR_MS, endedAt: START - 98 * HOUR_MS }
    await insertSessions(database.client, [
      { ...elsewhere, id: mine, organizationId: ORGANIZATION },
      { ...elsewhere, id: theirs, organizationId: OTHER_ORGANIZATION },
    ])
    const facts = await source.window(request({ alsoSessions: [mine, theirs, 'not-a-uuid'] }), never)
    expect(facts.sessions.map(({ id }) => id)).toEqual([mine])
    expect((await source.window(request(), never)).sessions).toEqual([])
  })

  it('counts nothing at or after now, and reads no visit of a window that is all ahead', async () => {
    await insertPageviews(
      database.client,
      [START + HOUR_MS - 1, START + HOUR_MS].map((createdAt) => ({ organizationId: ORGANIZATION, createdAt })),
    )
    expect((await source.window(request({ now: START + HOUR_MS }), never)).traffic.cells.visitors).toEqual(
      Uint32Array.of(1),
    )
    const ahead = await source.window(request({ now: START - HOUR_MS }), never)
    expect([ahead.traffic.cells.length, ahead.rows]).toEqual([0, 0])
  })

  it('holds two thousand spellings of countries', async () => {
    const visits = Array.from({ length: 4_000 }, (_, index) => ({
      organizationId: ORGANIZATION,
      country: `country ${index % 2_000}`,
      createdAt: START + index,
    }))
    await insertPageviews(database.client, visits)
    const facts = await source.window(request(), never)
    expect(facts.traffic.dictionary.countries).toHaveLength(2_000)
    expect(facts.traffic.cells.visitors.reduce((sum, count) => sum + count, 0)).toBe(4_000)
    expect(facts.rows).toBe(2_000)
  })

  it('takes two windows at once, and as many as come', async () => {
    await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: START + HOUR_MS }])
    const facts = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        source.window(request({ from: START + index * HOUR_MS, to: START + (index + 1) * HOUR_MS }), never),
      ),
    )
    expect(facts.map(({ traffic }) => traffic.cells.length)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    const [used] = await database.run(
      'select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    expect(used).toEqual({ n: 2 })
  })
})
