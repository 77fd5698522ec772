import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { parseMapping, type SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source } from '../../../electron/sync/source.ts'
import {
  createDatabase,
  insertAgents,
  insertOrganization,
  insertPageviews,
  insertPoolMembers,
  insertPools,
  insertSessions,
  type TestDatabase,
} from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const OTHER = 'aaaaaaaa-0000-4000-8000-000000000002'
const SALES = 'bbbbbbbb-0000-4000-8000-000000000001'
const THEIRS = 'bbbbbbbb-0000-4000-8000-000000000002'
const ANN = 'cccccccc-0000-4000-8000-000000000001'
const BOB = 'cccccccc-0000-4000-8000-000000000002'
const START = Date.parse('2025-03-30T00:00:00Z')
const HOUR = 3_600_000
const NOW = START + 48 * HOUR
const never = new AbortController().signal

let database: TestDatabase
const opened: Source[] = []

function source(mapping: SourceMappingInput = {}, url = database.url): Source {
  const created = createPostgresSource({ connection: connectionTo(url), mapping: parseMapping(mapping) })
  opened.push(created)
  return created
}

beforeEach(async () => {
  database = await createDatabase(inject('postgresUrl'))
  const { client } = database
  await insertOrganization(client, { id: ORGANIZATION, name: 'Example Ltd', blockedCountries: ['us ', 'DE', '', 'US'], countryListMode: 'allowlist' })
  await insertOrganization(client, { id: OTHER, name: 'Another Ltd' })
  await insertPools(client, [
    { id: SALES, organizationId: ORGANIZATION, name: 'Sales', isCatchAll: true },
    { id: THEIRS, organizationId: OTHER, name: 'Theirs' },
  ])
  await insertAgents(client, [
    { id: ANN, organizationId: ORGANIZATION, name: 'Ann' },
    { id: BOB, organizationId: OTHER, name: 'Bob' },
  ])
  await insertPoolMembers(client, [
    { agentId: ANN, poolId: SALES },
    { agentId: BOB, poolId: THEIRS },
  ])
  await insertPageviews(client, [
    { organizationId: ORGANIZATION, poolId: SALES, agentId: ANN, country: 'US', createdAt: START + HOUR },
    { organizationId: ORGANIZATION, poolId: SALES, createdAt: START + 25 * HOUR },
    { organizationId: ORGANIZATION, createdAt: '2999-01-01Z' },
    { organizationId: ORGANIZATION, createdAt: 'infinity' },
    { organizationId: OTHER, poolId: THEIRS, agentId: BOB, createdAt: START - 99 * HOUR },
  ])
  await insertSessions(client, [
    { organizationId: ORGANIZATION, agentId: ANN, startedAt: START, endedAt: START + 2 * HOUR },
    { organizationId: OTHER, agentId: BOB, startedAt: START, endedAt: START + 2 * HOUR },
  ])
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
  await database.drop()
})

const directoryOf = (mapping: SourceMappingInput = {}) => source(mapping).directory({ organizationId: ORGANIZATION, now: NOW, callsFromDay: null }, never)
const windowOf = (from: Source) => from.window({ organizationId: ORGANIZATION, from: START, to: START + 24 * HOUR, now: NOW, membership: new Map([[SALES, new Set([ANN])]]), alsoSessions: [] }, never)

describe('the directory', () => {
  it("holds one organization's names, members, country rule and extent", async () => {
    expect(await directoryOf()).toEqual({
      organization: { id: ORGANIZATION, name: 'Example Ltd' },
      countryRule: { mode: 'allowlist', countries: ['DE', 'US'] },
      pools: [{ id: SALES, name: 'Sales', isCatchAll: true }],
      agents: [{ id: ANN, name: 'Ann', isActive: true, deactivatedAt: null, maxSimultaneous: 25 }],
      members: [{ poolId: SALES, agentId: ANN }],
      earliest: START,
      latest: START + 25 * HOUR,
      firstVisit: START + HOUR,
      unended: [],
      hasCountry: true,
      problems: [{ kind: 'pageview-in-future', count: 2, note: expect.any(String) as string }],
    })
  })

  it('reports visits and sessions at or after a chosen now', async () => {
    await insertSessions(database.client, [{ organizationId: ORGANIZATION, agentId: ANN, startedAt: START + 30 * HOUR, endedAt: START + 31 * HOUR }])
    expect((await source().directory({ organizationId: ORGANIZATION, now: START + 25 * HOUR, callsFromDay: null }, never)).problems).toMatchObject([
      { kind: 'pageview-in-future', count: 3 },
      { kind: 'session-starts-in-future', count: 1 },
    ])
  })

  it('reports nothing that came in since the clock of the database was read', async () => {
    const now = Date.now() - 2000
    await database.run(`delete from widget_pageviews where created_at > now()`)
    await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: now + 1000 }])
    await insertSessions(database.client, [{ organizationId: ORGANIZATION, agentId: ANN, startedAt: now + 1000, endedAt: null }])
    expect((await source().directory({ organizationId: ORGANIZATION, now: now, callsFromDay: null }, never)).problems).toEqual([])
  })

  it('knows no membership where the table says nothing of the organization', async () => {
    await database.run(`delete from agent_pool_members where agent_profile_id = $1`, [ANN])
    expect(await directoryOf()).toMatchObject({ members: null })
  })

  it('knows nothing later than now', async () => {
    expect(await source().directory({ organizationId: ORGANIZATION, now: START + 2 * HOUR, callsFromDay: null }, never)).toMatchObject({ earliest: START, latest: START + 2 * HOUR, firstVisit: START + HOUR })
    expect(await source().directory({ organizationId: ORGANIZATION, now: START + HOUR / 2, callsFromDay: null }, never)).toMatchObject({ earliest: START, latest: START, firstVisit: null })
    expect(await source().directory({ organizationId: ORGANIZATION, now: START - 1, callsFromDay: null }, never)).toMatchObject({ earliest: null, latest: null, firstVisit: null })
  })

  it('reaches from the first sign of visits and sessions to the last, of an open session until now while it is young', async () => {
    const extentAt = async (now: number) => await source().directory({ organizationId: ORGANIZATION, now, callsFromDay: null }, never)
    await database.run('delete from widget_pageviews')
    expect(await extentAt(NOW)).toMatchObject({ earliest: START, latest: START + 2 * HOUR, firstVisit: null })
    await insertSessions(database.client, [{ organizationId: ORGANIZATION, agentId: ANN, startedAt: START + 30 * HOUR, endedAt: null }])
    expect(await extentAt(START + 40 * HOUR)).toMatchObject({ latest: START + 40 * HOUR })
    expect(await extentAt(START + 47 * HOUR)).toMatchObject({ latest: START + 30 * HOUR })
    await database.run('delete from agent_sessions where organization_id = $1', [ORGANIZATION])
    expect(await extentAt(NOW)).toMatchObject({ earliest: null, latest: null })
  })

  it('of an organization that is not there is refused', async () => {
    await expect(source().directory({ organizationId: 'aaaaaaaa-0000-4000-8000-00000000ffff', now: NOW, callsFromDay: null }, never)).rejects.toMatchObject({ code: 'source-organization' })
    await expect(source().directory({ organizationId: 'nonsense', now: NOW, callsFromDay: null }, never)).rejects.toMatchObject({ code: 'source-organization' })
  })

  it('takes an unknown or missing mode of the country list for a blocklist', async () => {
    await database.run(`alter table organizations alter column country_list_mode type text; update organizations set country_list_mode = 'sometimes'`)
    expect((await directoryOf()).countryRule?.mode).toBe('blocklist')
    await database.run(`alter table organizations drop column country_list_mode`)
    expect((await directoryOf()).countryRule).toEqual({ mode: 'blocklist', countries: ['DE', 'US'] })
    await database.run(`alter table organizations alter column blocked_countries drop not null; update organizations set blocked_countries = null`)
    expect((await directoryOf()).countryRule).toEqual({ mode: 'blocklist', countries: [] })
    await database.run(`alter table organizations drop column blocked_countries`)
    expect((await directoryOf()).countryRule).toBeNull()
  })
})

describe('the state of an agent', () => {
  const COLUMNS = ['is_active', 'deactivated_at', 'max_simultaneous_simulations']

  it('is read where the source has it', async () => {
    await database.run(`update agent_profiles set is_active = false, deactivated_at = '2025-03-30 01:00:00.5Z', max_simultaneous_simulations = 4 where id = $1`, [ANN])
    expect((await directoryOf()).agents).toEqual([{ id: ANN, name: 'Ann', isActive: false, deactivatedAt: START + HOUR + 500, maxSimultaneous: 4 }])
    await database.run(`alter table agent_profiles alter column is_active drop not null, alter column max_simultaneous_simulations drop not null`)
    await database.run(`update agent_profiles set is_active = null, deactivated_at = 'infinity', max_simultaneous_simulations = null`)
    expect((await directoryOf()).agents).toEqual([{ id: ANN, name: 'Ann', isActive: null, deactivatedAt: null, maxSimultaneous: null }])
  })

  it('is not known, and no problem, where the columns are others', async () => {
    for (const name of COLUMNS) {
      await database.run(`alter table agent_profiles drop column if exists ${name}`)
      await database.run(`alter table agent_profiles add column ${name} text default 'yes'`)
    }
    const { agents, problems } = await directoryOf()
    expect(agents).toEqual([{ id: ANN, name: 'Ann', isActive: null, deactivatedAt: null, maxSimultaneous: null }])
    expect(problems.map(({ kind }) => kind)).toEqual(['pageview-in-future'])
  })
})

describe('the agent of a pool member', () => {
  it.each([
    ['agent_profile_id uuid', 'agent_profile_id'],
    ['agent_id uuid', 'agent_id'],
    ['agent_id text, agent_profile_id uuid', 'agent_profile_id'],
  ])('is the column that the table has: %s', async (columns, holder) => {
    await database.run('drop table agent_pool_members')
    await database.run(`create table agent_pool_members (pool_id uuid, ${columns})`)
    await database.run(`insert into agent_pool_members (pool_id, ${holder}) values ($1, $2)`, [SALES, ANN])
    const { members, problems } = await directoryOf()
    expect(members).toEqual([{ poolId: SALES, agentId: ANN }])
    expect(problems.map(({ kind }) => kind)).toEqual(['pageview-in-future'])
  })

  it('is the one that may be read where the table has both', async () => {
    await database.run('drop table agent_pool_members')
    await database.run('create table agent_pool_members (pool_id uuid, agent_id uuid, agent_profile_id uuid)')
    await database.run('insert into agent_pool_members (pool_id, agent_id) values ($1, $2)', [SALES, ANN])
    const reader = `reader_${database.name.slice(-12)}`
    // Row level security would show it no row at all.
    await database.run(`create role ${reader} login bypassrls password 'x'`)
    try {
      await database.run(`grant usage on schema public to ${reader}; grant select on all tables in schema public to ${reader};
        revoke all on agent_pool_members from ${reader}; grant select (pool_id, agent_id) on agent_pool_members to ${reader}`)
      const url = new URL(database.url)
      url.username = reader
      url.password = 'x'
      const { members } = await source({}, url.href).directory({ organizationId: ORGANIZATION, now: NOW, callsFromDay: null }, never)
      expect(members).toEqual([{ poolId: SALES, agentId: ANN }])
    } finally {
      await database.run(`drop owned by ${reader}; drop role ${reader}`)
    }
  })
})

describe('an optional part that is missing', () => {
  it.each([
    ['drop table organizations cascade', ['organizations-missing'], { organization: { id: ORGANIZATION, name: null }, countryRule: null }],
    ['drop table agent_pools cascade', ['pools-missing'], { pools: null, members: [{ poolId: SALES, agentId: ANN }] }],
    ['drop table agent_profiles cascade', ['agents-missing'], { agents: null, members: [{ poolId: SALES, agentId: ANN }] }],
    ['drop table agent_pools, agent_profiles cascade', ['pools-missing', 'agents-missing'], { agents: null, members: [{ poolId: SALES, agentId: ANN }] }],
    ['drop table agent_pool_members', ['membership-missing'], { members: null }],
    ['alter table widget_pageviews drop column visitor_country_code', ['country-column-missing'], { hasCountry: false }],
    ['drop table call_logs', ['calls-missing'], { calls: null }],
    ['alter table agent_pools drop column name', [], { pools: [{ id: SALES, name: null, isCatchAll: true }] }],
    ['alter table agent_pools drop column is_catch_all', ['pools-missing'], { pools: [{ id: SALES, name: 'Sales', isCatchAll: false }] }],
    ['alter table organizations drop column blocked_countries', ['organizations-missing'], { organization: { name: 'Example Ltd' }, countryRule: null }],
    ['alter table organizations alter column blocked_countries drop default, alter column blocked_countries type jsonb using to_jsonb(blocked_countries)', ['organizations-missing'], { countryRule: null }],
    ['alter table agent_profiles drop column display_name', [], { agents: [{ id: ANN, name: null, isActive: true, deactivatedAt: null, maxSimultaneous: 25 }] }],
    ['alter table organizations drop column name', [], { organization: { id: ORGANIZATION, name: null } }],
    ['alter table agent_sessions drop column idle_seconds, drop column in_call_seconds, drop column away_seconds', [], {}],
  ])('%s: is said, and the rest goes on', async (change, problems, expected) => {
    await database.run(change)
    const changed = source()
    const directory = await changed.directory({ organizationId: ORGANIZATION, now: NOW, callsFromDay: null }, never)
    expect(directory).toMatchObject(expected)
    const kinds = directory.problems.map(({ kind }) => kind).filter((kind) => kind !== 'pageview-in-future')
    expect(kinds).toEqual(problems)
    const { traffic } = await windowOf(changed)
    expect([...traffic.cells.visitors]).toEqual([1])
    expect(traffic.dictionary.countries).toEqual([directory.hasCountry ? 'US' : null])
    expect([...traffic.cells.agents]).toEqual([1])
  })

  it('leaves the organizations that visits and sessions name', async () => {
    await database.run('drop table organizations cascade')
    await insertSessions(database.client, [{ organizationId: SALES, agentId: ANN, startedAt: START, endedAt: null }])
    const { now, organizations } = await source().describe(never)
    expect(organizations).toEqual([ORGANIZATION, OTHER, SALES].map((id) => ({ id, name: null })))
    expect(Math.abs(now - Date.now())).toBeLessThan(60_000)
  })

  it('lists organizations by name where they have one', async () => {
    expect((await source().describe(never)).organizations.map(({ name }) => name)).toEqual(['Another Ltd', 'Example Ltd'])
  })
})

describe('a source that changes between two windows', () => {
  it.each([
    ['drop table agent_sessions cascade', 'source-table-missing'],
    ['alter table widget_pageviews drop column pool_id', 'source-column-missing'],
    ['alter table widget_pageviews alter column created_at type text', 'source-other'],
  ])('%s: says %s', async (change, code) => {
    const changing = source()
    await windowOf(changing)
    await database.run(change)
    await expect(windowOf(changing)).rejects.toMatchObject({ code })
  })

  it('is looked at anew when it is described again', async () => {
    const changing = source()
    expect((await windowOf(changing)).traffic.dictionary.countries).toEqual(['US'])
    await database.run('alter table widget_pageviews drop column visitor_country_code')
    await changing.describe(never)
    expect((await windowOf(changing)).traffic.dictionary.countries).toEqual([null])
  })
})

describe("another product's tables", () => {
  it('are read by their names, whatever characters and types they have', async () => {
    const schema = `my "crm"; drop table x; --`
    const quoted = `"${schema.replaceAll('"', '""')}"`
    await database.run(`create schema ${quoted}`)
    await database.run(`create table ${quoted}."Hits'n""Misses" ("Tenant" int, "team" text, "who served" bigint, "land" char(3), "at" timestamp)`)
    await database.run(`create table ${quoted}."shift" ("Key" bigint, "who" bigint, "Tenant" int, "in" timestamptz, "out" timestamptz)`)
    await database.run(`create table ${quoted}."team" ("Key" text, "Tenant" int, "label" text)`)
    await database.run(`create table ${quoted}."team_person" ("who" bigint, "team" text)`)
    await database.run(`insert into ${quoted}."Hits'n""Misses" values (7, 'a''b', 1, 'us', '2025-03-30 00:10:00'), (7, 'a''b', null, 'US', '2025-03-30 00:14:59'), (8, 'a''b', 1, 'us', '2025-03-30 00:10:00')`)
    await database.run(`insert into ${quoted}."shift" values (1, 1, 7, '2025-03-30 00:12:00Z', null), (2, 2, 7, '2025-03-30 00:00:00Z', '2025-03-30 00:11:00Z')`)
    await database.run(`insert into ${quoted}."team" values ('a''b', 7, 'Team A'); insert into ${quoted}."team_person" values (1, 'a''b'), (9, 'z')`)
    const mapped = source({
      schema,
      timestampsWithoutZone: 'utc',
      pageviews: { table: `Hits'n"Misses`, organizationId: 'Tenant', poolId: 'team', agentId: 'who served', country: 'land', createdAt: 'at' },
      sessions: { table: 'shift', id: 'Key', agentId: 'who', organizationId: 'Tenant', startedAt: 'in', endedAt: 'out' },
      organizations: { schema: 'public' },
      pools: { table: 'team', id: 'Key', organizationId: 'Tenant', name: 'label' },
      agents: null,
      poolMembers: { table: 'team_person', agentId: 'who', poolId: 'team' },
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
    const { traffic, sessions } = await mapped.window({ organizationId: '7', from: START, to: START + HOUR, now: START + 2 * HOUR, membership, alsoSessions: ['2'] }, never)
    expect(sessions.map(({ id, agentId }) => [id, agentId])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ])
    expect(traffic.dictionary).toEqual({ pools: ["a'b"], countries: ['US'] })
    const { agents, visitors, covered } = traffic.cells
    expect([...agents].map((online, index) => `${online} online: ${visitors[index]}, ${covered[index]}`).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['0 online: 1, 1', '1 online: 1, 0'])
    const checks = await mapped.dayChecks({ organizationId: '7', fromDay: START / (24 * HOUR), toDay: START / (24 * HOUR), now: NOW }, never)
    expect(checks).toMatchObject([{ visitors: 2, covered: 1, sessions: { count: 2, open: 1 } }])
    await expect(mapped.window({ organizationId: 'seven', from: START, to: START + HOUR, now: NOW, membership, alsoSessions: [] }, never)).rejects.toMatchObject({
      code: 'source-organization',
    })
  })
})

describe('daily totals', () => {
  it('hold visits until now, and a checksum of the sessions that began on the day', async () => {
    const day = START / (24 * HOUR)
    await insertSessions(database.client, [
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: '2025-03-30 05:00:00.123999Z', endedAt: '2025-03-31 01:00:00.456789Z' },
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: '2025-03-31 20:00:00Z', endedAt: 'infinity' },
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: '2025-04-02 00:00:00Z', endedAt: null },
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: 'infinity', endedAt: null },
    ])
    const request = { organizationId: ORGANIZATION, fromDay: day - 100, toDay: day + 100, now: NOW }
    expect(await source().dayChecks(request, never)).toEqual([
      { day, visitors: 1, covered: 1, sessions: { count: 2, open: 0, startSum: 5 * HOUR + 123, endSum: 2 * HOUR + 25 * HOUR + 456 } },
      { day: day + 1, visitors: 1, covered: 0, sessions: { count: 1, open: 1, startSum: 20 * HOUR, endSum: 0 } },
    ])
    expect((await source().dayChecks({ ...request, now: START + HOUR }, never))[0]).toMatchObject({ visitors: 0, covered: 0 })
  })

  it('and windows put every instant into the same UTC day in any time zone of the server', async () => {
    await database.run(`alter database ${database.name} set timezone = 'Pacific/Kiritimati'`)
    await database.run(`alter database ${database.name} set datestyle = 'SQL, DMY'`)
    await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: '2025-03-30T23:59:59.999Z' }])
    const elsewhere = source()
    const day = START / (24 * HOUR)
    expect(await elsewhere.dayChecks({ organizationId: ORGANIZATION, fromDay: day, toDay: day, now: NOW }, never)).toMatchObject([{ day, visitors: 2 }])
    expect((await windowOf(elsewhere)).traffic.cells.visitors).toHaveLength(2)
    expect((await elsewhere.directory({ organizationId: ORGANIZATION, now: NOW, callsFromDay: null }, never)).latest).toBe(START + 25 * HOUR)
  })
})
