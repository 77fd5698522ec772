import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { parseMapping, type SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source } from '../../../electron/sync/source.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
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
const NOW = START + 48 * HOUR_MS
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
  await insertOrganization(client, {
    id: ORGANIZATION,
    name: 'Example Ltd',
    blockedCountries: ['us ', 'DE', '', 'US'],
    countryListMode: 'allowlist',
  })
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
    { organizationId: ORGANIZATION, poolId: SALES, agentId: ANN, country: 'US', createdAt: START + HOUR_MS },
    { organizationId: ORGANIZATION, poolId: SALES, createdAt: START + 25 * HOUR_MS },
    { organizationId: ORGANIZATION, createdAt: '2999-01-01Z' },
    { organizationId: ORGANIZATION, createdAt: 'infinity' },
    { organizationId: OTHER, poolId: THEIRS, agentId: BOB, createdAt: START - 99 * HOUR_MS },
  ])
  await insertSessions(client, [
    { organizationId: ORGANIZATION, agentId: ANN, startedAt: START, endedAt: START + 2 * HOUR_MS },
    { organizationId: OTHER, agentId: BOB, startedAt: START, endedAt: START + 2 * HOUR_MS },
  ])
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
  await database.drop()
})

const directoryOf = (mapping: SourceMappingInput = {}) =>
  source(mapping).directory({ organizationId: ORGANIZATION, now: NOW, callsFromDay: null }, never)
const windowOf = (from: Source) =>
  from.window(
    {
      organizationId: ORGANIZATION,
      from: START,
      to: START + 24 * HOUR_MS,
      now: NOW,
      membership: new Map([[SALES, new Set([ANN])]]),
      alsoSessions: [],
    },
    never,
  )

describe('the directory', () => {
  it("holds one organization's names, members, country rule and extent", async () => {
    expect(await directoryOf()).toEqual({
      organization: { id: ORGANIZATION, name: 'Example Ltd' },
      countryRule: { mode: 'allowlist', countries: ['DE', 'US'] },
      pools: [{ id: SALES, name: 'Sales', isCatchAll: true }],
      agents: [{ id: ANN, name: 'Ann', isActive: true, deactivatedAt: null, maxSimultaneous: 25 }],
      members: [{ poolId: SALES, agentId: ANN }],
      earliest: START,
      latest: START + 25 * HOUR_MS,
      firstVisit: START + HOUR_MS,
      unended: [],
      hasCountry: true,
      problems: [{ kind: 'pageview-in-future', count: 2, note: expect.any(String) as string }],
    })
  })

  it('reports visits and sessions at or after a chosen now', async () => {
    await insertSessions(database.client, [
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: START + 30 * HOUR_MS, endedAt: START + 31 * HOUR_MS },
    ])
    expect(
      (await source().directory({ organizationId: ORGANIZATION, now: START + 25 * HOUR_MS, callsFromDay: null }, never))
        .problems,
    ).toMatchObject([
      { kind: 'pageview-in-future', count: 3 },
      { kind: 'session-starts-in-future', count: 1 },
    ])
  })

  it('reports nothing that came in since the clock of the database was read', async () => {
    const now = Date.now() - 2000
    await database.run(`delete from widget_pageviews where created_at > now()`)
    await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: now + 1000 }])
    await insertSessions(database.client, [
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: now + 1000, endedAt: null },
    ])
    expect(
      (await source().directory({ organizationId: ORGANIZATION, now: now, callsFromDay: null }, never)).problems,
    ).toEqual([])
  })

  it('knows no membership where the table says nothing of the organization', async () => {
    await database.run(`delete from agent_pool_members where agent_profile_id = $1`, [ANN])
    expect(await directoryOf()).toMatchObject({ members: null })
  })

  it('knows nothing later than now', async () => {
    expect(
      await source().directory({ organizationId: ORGANIZATION, now: START + 2 * HOUR_MS, callsFromDay: null }, never),
    ).toMatchObject({ earliest: START, latest: START + 2 * HOUR_MS, firstVisit: START + HOUR_MS })
    expect(
      await source().directory({ organizationId: ORGANIZATION, now: START + HOUR_MS / 2, callsFromDay: null }, never),
    ).toMatchObject({ earliest: START, latest: START, firstVisit: null })
    expect(
      await source().directory({ organizationId: ORGANIZATION, now: START - 1, callsFromDay: null }, never),
    ).toMatchObject({ earliest: null, latest: null, firstVisit: null })
  })

  it('reaches from the first sign of visits and sessions to the last, of an open session until now while it is young', async () => {
    const extentAt = async (now: number) =>
      await source().directory({ organizationId: ORGANIZATION, now, callsFromDay: null }, never)
    await database.run('delete from widget_pageviews')
    expect(await extentAt(NOW)).toMatchObject({ earliest: START, latest: START + 2 * HOUR_MS, firstVisit: null })
    await insertSessions(database.client, [
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: START + 30 * HOUR_MS, endedAt: null },
    ])
    expect(await extentAt(START + 40 * HOUR_MS)).toMatchObject({ latest: START + 40 * HOUR_MS })
    expect(await extentAt(START + 47 * HOUR_MS)).toMatchObject({ latest: START + 30 * HOUR_MS })
    await database.run('delete from agent_sessions where organization_id = $1', [ORGANIZATION])
    expect(await extentAt(NOW)).toMatchObject({ earliest: null, latest: null })
  })

  it('of an organization that is not there is refused', async () => {
    await expect(
      source().directory(
        { organizationId: 'aaaaaaaa-0000-4000-8000-00000000ffff', now: NOW, callsFromDay: null },
        never,
      ),
    ).rejects.toMatchObject({ code: 'source-organization' })
    await expect(
      source().directory({ organizationId: 'nonsense', now: NOW, callsFromDay: null }, never),
    ).rejects.toMatchObject({ code: 'source-organization' })
  })

  it('takes an unknown or missing mode of the country list for a blocklist', async () => {
    await database.run(
      `alter table organizations alter column country_list_mode type text; update organizations set country_list_mode = 'sometimes'`,
    )
    expect((await directoryOf()).countryRule?.mode).toBe('blocklist')
    await database.run(`alter table organizations drop column country_list_mode`)
    expect((await directoryOf()).countryRule).toEqual({ mode: 'blocklist', countries: ['DE', 'US'] })
    await database.run(
      `alter table organizations alter column blocked_countries drop not null; update organizations set blocked_countries = null`,
    )
    expect((await directoryOf()).countryRule).toEqual({ mode: 'blocklist', countries: [] })
    await database.run(`alter table organizations drop column blocked_countries`)
    expect((await directoryOf()).countryRule).toBeNull()
  })
})

describe('the state of an agent', () => {
  const COLUMNS = ['is_active', 'deactivated_at', 'max_simultaneous_simulations']

  it('is read where the source has it', async () => {
    await database.run(
      `update agent_profiles set is_active = false, deactivated_at = '2025-03-30 01:00:00.5Z', max_simultaneous_simulations = 4 where id = $1`,
      [ANN],
    )
    expect((await directoryOf()).agents).toEqual([
      { id: ANN, name: 'Ann', isActive: false, deactivatedAt: START + HOUR_MS + 500, maxSimultaneous: 4 },
    ])
    await database.run(
      `alter table agent_profiles alter column is_active drop not null, alter column max_simultaneous_simulations drop not null`,
    )
    await database.run(
      `update agent_profiles set is_active = null, deactivated_at = 'infinity', max_simultaneous_simulations = null`,
    )
    expect((await directoryOf()).agents).toEqual([
      { id: ANN, name: 'Ann', isActive: null, deactivatedAt: null, maxSimultaneous: null },
    ])
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
      const { members } = await source({}, url.href).directory(
        { organizationId: ORGANIZATION, now: NOW, callsFromDay: null },
        never,
      )
      expect(members).toEqual([{ poolId: SALES, agentId: ANN }])
    } finally {
      await database.run(`drop owned by ${reader}; drop role ${reader}`)
    }
  })
})

describe('an optional part that is missing', () => {
  it.each([
    [
      'drop table organizations cascade',
      ['organizations-missing'],
      { organization: { id: ORGANIZATION, name: null }, countryRule: null },
    ],
    ['drop table agent_pools cascade', ['pools-missing'], { pools: null, members: [{ poolId: SALES, agentId: ANN }] }],
    [
      'drop table agent_profiles cascade',
      ['agents-missing'],
      { agents: null, members: [{ poolId: SALES, agentId: ANN }] },
    ],
    [
      'drop table agent_pools, agent_profiles cascade',
      ['pools-missing', 'agents-missing'],
      { agents: null, members: [{ poolId: SALES, agentId: ANN }] },
    ],
    ['drop table agent_pool_members', ['membership-missing'], { members: null }],
    [
      'alter table widget_pageviews drop column visitor_country_code',
      ['country-column-missing'],
      { hasCountry: false },
    ],
    ['drop table call_logs', ['calls-missing'], { calls: null }],
    ['alter table agent_pools drop column name', [], { pools: [{ id: SALES, name: null, isCatchAll: true }] }],
    [
      'alter table agent_pools drop column is_catch_all',
      ['pools-missing'],
      { pools: [{ id: SALES, name: 'Sales', isCatchAll: false }] },
    ],
    [
      'alter table organizations drop column blocked_countries',
      ['organizations-missing'],
      { organization: { name: 'Example Ltd' }, countryRule: null },
    ],
    [
      'alter table organizations alter column blocked_countries drop default, alter column blocked_countries type jsonb using to_jsonb(blocked_countries)',
      ['organizations-missing'],
      { countryRule: null },
    ],
    [
      'alter table agent_profiles drop column display_name',
      [],
      { agents: [{ id: ANN, name: null, isActive: true, deactivatedAt: null, maxSimultaneous: 25 }] },
    ],
    ['alter table organizations drop column name', [], { organization: { id: ORGANIZATION, name: null } }],
    [
      'alter table agent_sessions drop column idle_seconds, drop column in_call_seconds, drop column away_seconds',
      [],
      {},
    ],
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
    expect((await source().describe(never)).organizations.map(({ name }) => name)).toEqual([
      'Another Ltd',
      'Example Ltd',
    ])
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

describe('daily totals', () => {
  it('hold visits until now, and a checksum of the sessions that began on the day', async () => {
    const day = START / (24 * HOUR_MS)
    await insertSessions(database.client, [
      {
        organizationId: ORGANIZATION,
        agentId: ANN,
        startedAt: '2025-03-30 05:00:00.123999Z',
        endedAt: '2025-03-31 01:00:00.456789Z',
      },
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: '2025-03-31 20:00:00Z', endedAt: 'infinity' },
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: '2025-04-02 00:00:00Z', endedAt: null },
      { organizationId: ORGANIZATION, agentId: ANN, startedAt: 'infinity', endedAt: null },
    ])
    const request = { organizationId: ORGANIZATION, fromDay: day - 100, toDay: day + 100, now: NOW }
    expect(await source().dayChecks(request, never)).toEqual([
      {
        day,
        visitors: 1,
        covered: 1,
        sessions: { count: 2, open: 0, startSum: 5 * HOUR_MS + 123, endSum: 2 * HOUR_MS + 25 * HOUR_MS + 456 },
      },
      { day: day + 1, visitors: 1, covered: 0, sessions: { count: 1, open: 1, startSum: 20 * HOUR_MS, endSum: 0 } },
    ])
    expect((await source().dayChecks({ ...request, now: START + HOUR_MS }, never))[0]).toMatchObject({
      visitors: 0,
      covered: 0,
    })
  })

  it('and windows put every instant into the same UTC day in any time zone of the server', async () => {
    await database.run(`alter database ${database.name} set timezone = 'Pacific/Kiritimati'`)
    await database.run(`alter database ${database.name} set datestyle = 'SQL, DMY'`)
    await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: '2025-03-30T23:59:59.999Z' }])
    const elsewhere = source()
    const day = START / (24 * HOUR_MS)
    expect(
      await elsewhere.dayChecks({ organizationId: ORGANIZATION, fromDay: day, toDay: day, now: NOW }, never),
    ).toMatchObject([{ day, visitors: 2 }])
    expect((await windowOf(elsewhere)).traffic.cells.visitors).toHaveLength(2)
    expect(
      (await elsewhere.directory({ organizationId: ORGANIZATION, now: NOW, callsFromDay: null }, never)).latest,
    ).toBe(START + 25 * HOUR_MS)
  })
})
