import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source } from '../../../electron/sync/source.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { createDatabase, type TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const START = Date.parse('2025-03-30T00:00:00Z')
const NOW = START + 48 * HOUR_MS
const never = new AbortController().signal

let database: TestDatabase
let mapped: Source | undefined
beforeEach(async () => {
  database = await createDatabase(inject('postgresUrl'))
})
afterEach(async () => {
  await mapped?.close()
  await database.drop()
})

describe("another product's tables", () => {
  it('are read by their names, whatever characters and types they have', async () => {
    const schema = `my "crm"; drop table x; --`
    const quoted = `"${schema.replaceAll('"', '""')}"`
    await database.run(`create schema ${quoted}`)
    await database.run(
      `create table ${quoted}."Hits'n""Misses" ("Tenant" int, "team" text, "who served" bigint, "land" char(3), "at" timestamp)`,
    )
    await database.run(
      `create table ${quoted}."shift" ("Key" bigint, "who" bigint, "Tenant" int, "in" timestamptz, "out" timestamptz)`,
    )
    await database.run(`create table ${quoted}."team" ("Key" text, "Tenant" int, "label" text)`)
    await database.run(`create table ${quoted}."team_person" ("who" bigint, "team" text)`)
    await database.run(
      `insert into ${quoted}."Hits'n""Misses" values (7, 'a''b', 1, 'us', '2025-03-30 00:10:00'), (7, 'a''b', null, 'US', '2025-03-30 00:14:59'), (8, 'a''b', 1, 'us', '2025-03-30 00:10:00')`,
    )
    await database.run(
      `insert into ${quoted}."shift" values (1, 1, 7, '2025-03-30 00:12:00Z', null), (2, 2, 7, '2025-03-30 00:00:00Z', '2025-03-30 00:11:00Z')`,
    )
    await database.run(
      `insert into ${quoted}."team" values ('a''b', 7, 'Team A'); insert into ${quoted}."team_person" values (1, 'a''b'), (9, 'z')`,
    )
    mapped = createPostgresSource({
      connection: connectionTo(database.url),
      mapping: parseMapping({
        schema,
        timestampsWithoutZone: 'utc',
        pageviews: {
          table: `Hits'n"Misses`,
          organizationId: 'Tenant',
          poolId: 'team',
          agentId: 'who served',
          country: 'land',
          createdAt: 'at',
        },
        sessions: {
          table: 'shift',
          id: 'Key',
          agentId: 'who',
          organizationId: 'Tenant',
          startedAt: 'in',
          endedAt: 'out',
        },
        organizations: { schema: 'public' },
        pools: { table: 'team', id: 'Key', organizationId: 'Tenant', name: 'label' },
        agents: null,
        poolMembers: { table: 'team_person', agentId: 'who', poolId: 'team' },
      }),
    })
    await database.run('drop table organizations cascade')
    expect((await mapped.describe(never)).organizations).toEqual([
      { id: '7', name: null },
      { id: '8', name: null },
    ])
    expect(await mapped.directory({ organizationId: '7', now: NOW, callsFromDay: null }, never)).toMatchObject({
      pools: [{ id: "a'b", name: 'Team A', isCatchAll: false }],
      members: [{ poolId: "a'b", agentId: '1' }],
      earliest: START,
      firstVisit: START + 10 * 60_000,
    })
    const membership = new Map([["a'b", new Set(['1'])]])
    const { traffic, sessions } = await mapped.window(
      {
        organizationId: '7',
        from: START,
        to: START + HOUR_MS,
        now: START + 2 * HOUR_MS,
        membership,
        alsoSessions: ['2'],
      },
      never,
    )
    expect(sessions.map(({ id, agentId }) => [id, agentId])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ])
    expect(traffic.dictionary).toEqual({ pools: ["a'b"], countries: ['US'] })
    const { agents, visitors, covered } = traffic.cells
    expect(
      [...agents]
        .map((online, index) => `${online} online: ${visitors[index]}, ${covered[index]}`)
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['0 online: 1, 1', '1 online: 1, 0'])
    const checks = await mapped.dayChecks(
      { organizationId: '7', fromDay: START / (24 * HOUR_MS), toDay: START / (24 * HOUR_MS), now: NOW },
      never,
    )
    expect(checks).toMatchObject([{ visitors: 2, covered: 1, sessions: { count: 2, open: 1 } }])
    await expect(
      mapped.window(
        { organizationId: 'seven', from: START, to: START + HOUR_MS, now: NOW, membership, alsoSessions: [] },
        never,
      ),
    ).rejects.toMatchObject({
      code: 'source-organization',
    })
  })
})
