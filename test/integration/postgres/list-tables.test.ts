import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { checkChoices, choicesOf, mappingOf, writeMapping } from '../../../shared/contract/source/choices.ts'
import { parseMapping } from '../../../shared/contract/source/mapping.ts'
import type { ServerTables } from '../../../shared/contract/source/server-tables.ts'
import { suggestChoices } from '../../../shared/contract/source/suggest.ts'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { LISTED_TABLES, listTables } from '../../../electron/sync/postgres/list-tables.ts'
import { createSnapshotReader } from '../../../electron/sync/postgres/snapshot-reader.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'
import { createDatabase, type TestDatabase } from '../../support/source-database.ts'
import { giveStrangeNames } from '../../support/strange-schema.ts'
import { connectionTo } from '../../support/test-connection.ts'

const never = new AbortController().signal

async function tablesOf(url: string, user?: string): Promise<ServerTables> {
  const reader = createSnapshotReader({
    connection: connectionTo(url, user === undefined ? {} : { user }),
    statementTimeoutMs: 60_000,
    connections: 1,
  })
  try {
    return await reader.read(listTables, never)
  } finally {
    await reader.close()
  }
}

describe("another product's database", () => {
  let database: TestDatabase
  const role = `reader_${Date.now()}_${process.pid}`
  beforeAll(async () => {
    database = await createSmallCompany(inject('postgresUrl'), {
      now: Date.now(),
      days: 3,
      visitsPerDay: 50,
      schema: 'plain',
    })
    await giveStrangeNames(database)
    await database.run(`
create role ${role} login;
grant usage on schema crm, "Büro ""Nord""" to ${role};
grant select on all tables in schema crm, "Büro ""Nord""" to ${role};
revoke select on crm.team_members from ${role};
grant select on tenants, звонки to ${role};
revoke select on "Büro ""Nord"""."Hits" from ${role};
grant select ("tenantId", team_id, served_by, "At") on "Büro ""Nord"""."Hits" to ${role};
create domain moment as timestamptz;
create type mood as enum ('good', 'bad');
create table crm.typed (at moment, feeling mood, tags text[], note json, "a ""quoted"" name" int not null);
create table crm.measured (at timestamptz) partition by range (at);
create table crm.measured_2026 partition of crm.measured for values from ('2026-01-01') to ('2027-01-01');
create materialized view crm.summary as select 1 as one;`)
  })
  afterAll(async () => {
    await database.run(`drop owned by ${role}; drop role ${role}`)
    await database.drop()
  })

  it('is listed by schema and name with columns, types and kinds, without partitions and system tables', async () => {
    const { tables, isCut } = await tablesOf(database.url)
    expect(isCut).toBe(false)
    expect(tables.map(({ schema, table, kind }) => `${schema}.${table} ${kind}`)).toEqual([
      'Büro "Nord".Hits table',
      'crm.hits_by_country table',
      'crm.measured table',
      'crm.orders table',
      'crm.people table',
      'crm.shift_log_raw table',
      'crm.shifts view',
      'crm.summary materialized view',
      'crm.team_members table',
      'crm.teams table',
      'crm.typed table',
      'public.salaries table',
      'public.tenants table',
      'public.звонки table',
    ])
    expect(tables.find(({ table }) => table === 'typed')?.columns).toEqual([
      { name: 'at', type: 'timestamp with time zone', readable: true, nullable: true },
      { name: 'feeling', type: expect.stringContaining('mood'), readable: true, nullable: true },
      { name: 'tags', type: 'text[]', readable: true, nullable: true },
      { name: 'note', type: 'json', readable: true, nullable: true },
      { name: 'a "quoted" name', type: 'integer', readable: true, nullable: false },
    ])
  })

  it('says what a role may not read, column by column', async () => {
    const { tables } = await tablesOf(database.url, role)
    const readable = (name: string) =>
      tables
        .find(({ table }) => table === name)!
        .columns.filter((column) => column.readable)
        .map((column) => column.name)
    expect(readable('Hits')).toEqual(['tenantId', 'team_id', 'served_by', 'At'])
    expect(readable('team_members')).toEqual([])
    expect(readable('salaries')).toEqual([])
  })

  it('suggests a mapping by which it is read, as the role may', async () => {
    const { tables } = await tablesOf(database.url, role)
    const choices = suggestChoices(tables)
    expect(checkChoices(choices, tables)).toMatchObject({ isReady: true, withoutZone: [] })
    const mapping = mappingOf(choices, { tables, before: null })
    expect(mapping).toMatchObject({
      schema: 'Büro "Nord"',
      pageviews: {
        table: 'Hits',
        organizationId: 'tenantId',
        poolId: 'team_id',
        agentId: 'served_by',
        country: null,
        createdAt: 'At',
      },
      sessions: { schema: 'crm', table: 'shifts', agentId: 'person_id', startedAt: 'from', endedAt: 'to' },
      organizations: { schema: 'public', table: 'tenants', name: 'title' },
      pools: { schema: 'crm', table: 'teams', name: 'name' },
      agents: { schema: 'crm', table: 'people', displayName: 'Name' },
      poolMembers: null,
      calls: null,
    })
    const report = await checkConnection(
      {
        connection: connectionTo(database.url, { user: role }),
        mapping: parseMapping(mapping),
        organizationId: ORGANIZATION,
      },
      never,
    )
    expect(report.organization).toMatchObject({ id: ORGANIZATION, name: 'Small company' })
  })

  it('writes a mapping that chooses the same again', async () => {
    const { tables } = await tablesOf(database.url)
    const choices = suggestChoices(tables)
    expect(choices.tables.poolMembers).toMatchObject({
      table: 'team_members',
      columns: { agentId: 'person_id', poolId: 'team_id' },
    })
    expect(choicesOf(writeMapping(choices), tables)).toEqual(choices)
  })
})

describe('a large database', () => {
  it('of 300 tables and 2,000 columns, one of them with 1,000, is listed at once; more tables than can be chosen from are cut', async () => {
    const database = await createDatabase(inject('postgresUrl'), { schema: 'none' })
    try {
      const columns = (count: number) => Array.from({ length: count }, (_, index) => `column_${index} text`).join(', ')
      await database.run(`create table wide (${columns(1000)})`)
      await database.run(
        Array.from({ length: 299 }, (_, index) => `create table table_${index} (${columns(4)});`).join('\n'),
      )
      const started = performance.now()
      const { tables } = await tablesOf(database.url)
      expect(performance.now() - started).toBeLessThan(5000)
      expect(tables).toHaveLength(300)
      expect(tables.flatMap((table) => table.columns)).toHaveLength(2196)
      for (let first = 0; first < LISTED_TABLES; first += 500) {
        await database.run(
          Array.from({ length: 500 }, (_, index) => `create view view_${first + index} as select 1 as one;`).join('\n'),
        )
      }
      expect(await tablesOf(database.url)).toMatchObject({ isCut: true, tables: { length: LISTED_TABLES } })
    } finally {
      await database.drop()
    }
  })
})
