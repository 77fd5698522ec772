import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ConnectionReport, checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import { describeConnection } from '../../../electron/terminal/describe-connection.ts'
import type { AppError } from '../../../shared/foundation/errors.ts'
import { parseMapping, type SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'
import { createDatabase, type TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'
import { COMPANIES, insertTwoCompanies, MINE, START } from '../../support/two-companies.ts'
import { TERMINAL_FORMAT } from '../../support/terminal-format.ts'

const NOW = START + 48 * 3_600_000
const never = new AbortController().signal

let server: PostgresServer
let database: TestDatabase

beforeAll(async () => {
  // Roles belong to the whole server, so this one is not shared.
  server = await startPostgres()
})
afterAll(() => server.close())
beforeEach(async () => {
  database = await createDatabase(server.url)
  await insertTwoCompanies(database)
  await database.run('create role reader login')
})
afterEach(async () => {
  await database.run('drop owned by reader; drop role reader')
  await database.drop()
})

const connection = () => connectionTo(database.url.replace('postgres@', 'reader@'))
const check = (mapping: SourceMappingInput = {}, organizationId: string | null = MINE): Promise<ConnectionReport> =>
  checkConnection({ connection: connection(), mapping: parseMapping(mapping), organizationId }, never)
const sync = async (mapping: SourceMappingInput = {}) => {
  const source = createPostgresSource({ connection: connection(), mapping: parseMapping(mapping) })
  try {
    return await source.directory({ organizationId: MINE, now: NOW, callsFromDay: 0 }, never)
  } finally {
    await source.close()
  }
}
/** Rights to everything, and policies that show the reader one organization of the tables that are required. */
const REQUIRED = `
  grant select on all tables in schema public to reader; revoke select on users from reader;
  create policy reads on widget_pageviews for select to reader using (organization_id = '${MINE}');
  create policy reads on agent_sessions for select to reader using (organization_id = '${MINE}');
  create policy reads on organizations for select to reader using (id = '${MINE}');
  create policy reads on agent_pools for select to reader using (organization_id = '${MINE}');
  create policy reads on agent_profiles for select to reader using (organization_id = '${MINE}');
  create policy reads on agent_pool_members for select to reader using (pool_id = '${COMPANIES[0].pool}');
  create policy reads on agent_status_changes for select to reader using (agent_id = '${COMPANIES[0].agent}');
  create policy reads on call_logs for select to reader using (organization_id = '${MINE}');`

describe('a table that cannot be read', () => {
  beforeEach(async () => {
    await database.run(REQUIRED)
  })

  it('is none where everything can be read', async () => {
    expect(await check()).toMatchObject({ missing: [], access: [] })
  })

  it('is named with its columns, and the grant of just these', async () => {
    await database.run(
      'revoke select on call_logs from reader; grant select (organization_id, pool_id, visitor_id) on call_logs to reader',
    )
    const report = await check()
    expect(report.access).toEqual([
      {
        tableKey: 'calls',
        table: 'public.call_logs',
        kind: 'columns',
        message: 'The user may not read the columns status, duration_seconds, created_at of public.call_logs.',
        cure: 'grant select ("status", "duration_seconds", "created_at") on "public"."call_logs" to "reader";',
        isWhole: false,
      },
    ])
    expect(describeConnection(report, TERMINAL_FORMAT).lines).toEqual(
      expect.arrayContaining([
        'Cannot be read: The user may not read the columns status, duration_seconds, created_at of public.call_logs.',
        'An administrator can allow it: grant select ("status", "duration_seconds", "created_at") on "public"."call_logs" to "reader";',
      ]),
    )
    await database.run(report.access[0]!.cure!)
    expect(await check()).toMatchObject({ missing: [], access: [] })
  })

  it('ends the test where it is required, with the grants that its policies for everybody need', async () => {
    await database.run(
      'revoke select on agent_profiles from reader; grant select (id, organization_id, display_name, is_active, deactivated_at, max_simultaneous_simulations) on agent_profiles to reader',
    )
    const failure = await check().catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'source-permission',
      message:
        'Reading public.agent_sessions fails in a policy of its row level security: permission denied for table agent_profiles.',
      next: 'An administrator can allow it: grant select ("user_id") on "public"."agent_profiles" to "reader";',
    })
    await database.run(/allow it: (?<cure>.*)$/u.exec((failure as AppError).next!)!.groups!.cure!)
    expect(await check()).toMatchObject({ missing: [], access: [] })
  })

  it('is left out where it is optional, with the grants that its policies need, through further tables and functions', async () => {
    await database.run(`create table notes (id uuid, author uuid, organization_id uuid); alter table notes enable row level security; grant select (id) on notes to reader;
      create table readers (id uuid); create function may_read_notes() returns boolean language sql stable security definer as 'select true'; revoke all on function may_read_notes() from public;
      create policy everybody on notes using (exists (select from readers where readers.id = organization_id) and may_read_notes());
      create policy noted on agent_pools for select using (exists (select from notes where notes.author = agent_pools.id))`)
    const { access, missing } = await check()
    // A policy of the members reads pools.
    expect(access.map(({ table, kind }) => [table, kind])).toEqual([
      ['public.agent_pools', 'policy-fails'],
      ['public.agent_pool_members', 'policy-fails'],
    ])
    const cure =
      'grant execute on function may_read_notes() to "reader"; grant select ("author") on "public"."notes" to "reader"; grant select ("id") on "public"."readers" to "reader";'
    expect(access.map((problem) => problem.cure)).toEqual([cure, cure])
    expect(missing.map(({ kind }) => kind)).toEqual(['pools-missing', 'membership-missing'])
    expect(await sync()).toMatchObject({
      pools: null,
      agents: [{}, {}],
      calls: [{ calls: 1 }],
      problems: [{ kind: 'pools-missing' }, { kind: 'membership-missing' }],
    })
    await database.run(cure)
    expect(await check()).toMatchObject({ missing: [], access: [] })
  })

  it('has no grant that cures it where a function of a policy fails inside', async () => {
    await database.run(`create function team() returns uuid language plpgsql stable as 'begin return (select organization_id from users limit 1); end';
      create policy team on call_logs for select using (organization_id = team())`)
    await database.run(`alter policy reads on call_logs using (organization_id = '${MINE}' and team() is null)`)
    const report = await check()
    expect(report.access).toEqual([
      expect.objectContaining({
        table: 'public.call_logs',
        kind: 'policy-fails',
        message:
          'Reading public.call_logs fails in a policy of its row level security: permission denied for table users.',
        cure: null,
      }),
    ])
    expect(describeConnection(report, TERMINAL_FORMAT).lines).toContain(
      'An administrator can provide the table as a view: docs/source-database.md has the script.',
    )
    expect((await sync()).problems.map(({ kind }) => kind)).toEqual(['calls-missing'])
  })

  it('is named where row level security has no policy for the user, with the policy', async () => {
    await database.run(
      'drop policy reads on agent_pools; drop policy reads on call_logs; drop policy reads on agent_pool_members',
    )
    const { access, missing } = await check()
    expect(access.map(({ tableKey, kind }) => [tableKey, kind])).toEqual([
      ['pools', 'no-policy'],
      ['poolMembers', 'no-policy'],
      ['calls', 'no-policy'],
    ])
    expect(access[0]!.message).toBe(
      'The user sees no row of public.agent_pools (of about 2): its row level security has no policy for the user.',
    )
    expect(missing.map(({ kind }) => kind)).toEqual(['pools-missing', 'membership-missing', 'calls-missing'])
    for (const { cure } of access) await database.run(cure!)
    expect(await check()).toMatchObject({ missing: [], access: [] })
    expect(await sync()).toMatchObject({
      pools: [{ name: 'Pool of Mine' }],
      members: [{ agentId: COMPANIES[0].agent }],
      calls: [{ calls: 1 }],
      problems: [],
    })
  })

  it('is found by the view of its name in the schema covercast, and only where it cannot be read itself', async () => {
    await database.run(`create schema covercast; grant usage on schema covercast to reader;
      create view covercast.call_logs as select * from call_logs where organization_id = '${MINE}'; create view covercast.agent_pools as select id, organization_id, 'View' as name, true as is_catch_all from agent_pools;
      grant select on all tables in schema covercast to reader; revoke select on call_logs from reader`)
    expect(await check()).toMatchObject({ missing: [], access: [] })
    expect(await sync()).toMatchObject({ calls: [{ calls: 1 }], pools: [{ name: 'Pool of Mine' }], problems: [] })
    expect((await check({ calls: { schema: 'public' } })).missing.map(({ kind }) => kind)).toEqual(['calls-missing'])
  })

  it('is not missing where the mapping leaves it out', async () => {
    const leftOut: SourceMappingInput = {
      calls: null,
      pools: null,
      agents: null,
      organizations: null,
      poolMembers: null,
      pageviews: { country: null },
    }
    await database.run(
      'drop table call_logs; revoke select on agent_pools, agent_profiles, organizations, agent_pool_members from reader',
    )
    await database.run('grant select (id, user_id) on agent_profiles to reader')
    expect((await check()).missing).toHaveLength(5)
    expect(await check(leftOut)).toMatchObject({ missing: [], access: [] })
    expect(await sync(leftOut)).toMatchObject({
      calls: null,
      pools: null,
      agents: null,
      members: null,
      hasCountry: false,
      problems: [],
    })
  })
})

describe('a role without any right', () => {
  it('is told statement by statement what lets it read everything, and never to read visitors', async () => {
    const cures: string[] = []
    for (;;) {
      const found = await check().then(
        (report) => report.access.flatMap(({ cure }) => cure ?? []),
        (error: unknown) => [
          /allow it: (?<cure>.*)$/u.exec((error as AppError).next ?? String(error))?.groups?.cure ?? String(error),
        ],
      )
      if (found.length === 0) break
      expect(cures).not.toContain(found[0])
      cures.push(...found)
      for (const cure of found)
        await database.run(
          cure
            .replaceAll('An administrator can allow it: ', '')
            .replaceAll(/The user sees no row [^;]*? for the user\. /gu, ''),
        )
    }
    expect(cures.length).toBeGreaterThan(2)
    expect(cures.join('\n')).not.toMatch(/visitor_id|page_url|email/u)
    expect(await sync()).toMatchObject({
      organization: { name: 'Mine' },
      pools: [{ name: 'Pool of Mine' }],
      agents: [{}, {}],
      members: [{}],
      calls: [{ calls: 1 }],
      problems: [],
    })
  })
})

describe('the number of visits', () => {
  const visitsOf = (organization: string, count: number) =>
    `insert into widget_pageviews (organization_id, visitor_id, page_url, created_at) select ${organization}, '', '', to_timestamp(${START / 1000} + visit) from generate_series(1, ${count}) visit`

  beforeEach(async () => {
    await database.run(REQUIRED)
    // Keys are not what is tried here.
    await database.run('alter table widget_pageviews disable trigger all')
    await database.run(visitsOf(`'${MINE}'`, 3_919))
    await database.run(`${visitsOf('gen_random_uuid()', 30_000)}; analyze`)
  })

  it.each([
    {
      way: 'a view',
      schema: 'covercast',
      guessedBelow: 100,
      sql: `create schema covercast; create view covercast.widget_pageviews as select organization_id::text, pool_id, agent_id, visitor_country_code, created_at from public.widget_pageviews where organization_id = '${MINE}';
      grant usage on schema covercast to reader; grant select on covercast.widget_pageviews to reader; revoke select on public.widget_pageviews from reader`,
    },
    { way: 'row level security', schema: 'public', guessedBelow: 2_500, sql: 'select 1' },
  ])('is counted through $way, of which the planner knows nothing', async ({ schema, guessedBelow, sql }) => {
    await database.run(sql)
    await database.run('set role reader')
    const [plan] = await database.run(
      `explain (format json) select organization_id from ${schema}.widget_pageviews where organization_id = '${MINE}'`,
    )
    await database.run('reset role')
    expect(
      (plan as { readonly 'QUERY PLAN': readonly { readonly Plan: { readonly 'Plan Rows': number } }[] })[
        'QUERY PLAN'
      ][0]!.Plan['Plan Rows'],
    ).toBeLessThan(guessedBelow)
    const report = await check()
    expect(report.organization).toMatchObject({ estimatedVisits: 3_920, visits: { count: 3_920, accuracy: 'exact' } })
    expect(describeConnection(report, TERMINAL_FORMAT).lines[1]).toContain('3,920 visits from')
  })

  it('is estimated of a large table, and a bound where that is not possible', async () => {
    await database.run(`${visitsOf(`'${MINE}'`, 120_000)}; analyze widget_pageviews`)
    const hidden = await check()
    expect(hidden.organization).toMatchObject({
      estimatedVisits: null,
      visits: { count: 100_000, accuracy: 'at-least' },
    })
    expect(describeConnection(hidden, TERMINAL_FORMAT).lines[1]).toContain('more than 100,000 visits from')
    await database.run('alter table widget_pageviews disable row level security')
    const shown = await check()
    expect(shown.organization!.visits).toMatchObject({ accuracy: 'estimate' })
    expect(shown.organization!.estimatedVisits).toBeGreaterThan(110_000)
    expect(shown.organization!.estimatedVisits).toBeLessThan(140_000)
    expect(describeConnection(shown, TERMINAL_FORMAT).lines[1]).toMatch(/about 1[1-3]\d,\d{3} visits from/u)
  })
})

describe('a required table that does not exist', () => {
  it('is looked for in other schemas, and only where it is itself', async () => {
    await database.run(`${REQUIRED} alter table widget_pageviews rename to hits`)
    const failure = () => check().catch((error: unknown) => error)
    expect(await failure()).toMatchObject({
      code: 'source-table-missing',
      message: 'The table public.widget_pageviews does not exist in this database.',
      next: expect.not.stringContaining('schema public') as unknown,
    })
    await database.run('create schema archive; create table archive.widget_pageviews ()')
    expect(await failure()).toMatchObject({
      next: 'A table of that name is in the schema archive: name it in the settings of the source.',
    })
  })
})
