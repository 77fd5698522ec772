import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { countOrganizations } from '../../../electron/sync/health/count-organizations.ts'
import { documentedSql } from '../../support/documented-sql.ts'
import { protectionOf, rightsOf } from '../../support/role-rights.ts'
import {
  ACTORS,
  EVERYTHING,
  INCOMPLETE,
  openScriptLab,
  type ScriptLab,
  SITUATIONS,
  TABLES,
} from '../../support/script-lab.ts'
import { createDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'
import { COMPANIES, insertTwoCompanies, MINE, THEIRS } from '../../support/two-companies.ts'

const never = new AbortController().signal
const SCRIPT = documentedSql('role')
const UNDO = documentedSql('role-undo')
const [mine] = COMPANIES

let lab: ScriptLab
const isMoney = (value: unknown): boolean => value === null || typeof value === 'number'

beforeAll(async () => {
  lab = await openScriptLab('covercast')
})
afterAll(() => lab.close())

describe.each(SITUATIONS)('the script for a role, in $name', ({ sql }) => {
  let before: Awaited<ReturnType<ScriptLab['lookAround']>>
  beforeAll(async () => {
    await lab.prepare(sql)
    before = await lab.lookAround()
    await lab.database.run(SCRIPT)
  })
  afterAll(() => lab.clear())

  it('lets the role read what it needs of its organization, and nothing else, with or without the mapping', async () => {
    expect(await lab.readAll(MINE)).toEqual(EVERYTHING)
    expect(await lab.readAll(MINE, lab.printedMapping())).toEqual(EVERYTHING)
    await expect(lab.readAll(THEIRS)).rejects.toMatchObject({ code: 'source-organization' })
    for (const table of TABLES) {
      const [direct, view] = Object.values(await lab.countsOf([`public.${table}`, `covercast.${table}`]))
      const rows = table === 'agent_profiles' ? 2 : 1
      expect([table, direct, view]).toEqual(
        typeof direct === 'number' ? [table, rows, '42P01'] : [table, '42501', rows],
      )
    }
  })

  it('finds nothing missing in the connection test', async () => {
    const report = await checkConnection({ connection: connectionTo(lab.urlOf('covercast')) }, never)
    expect(report).toMatchObject({
      organization: { id: MINE, name: 'Mine', estimatedVisits: 1 },
      missing: [],
      access: [],
    })
  })

  it('changes nothing of what anybody else sees and can do, however often it is run, and can be undone', async () => {
    const once = await lab.lookAround()
    expect(once.rights).toMatchObject(before.rights)
    const added = Object.entries(once.rights).filter(([attempt]) => !(attempt in before.rights))
    expect(
      added.filter(([attempt, outcome]) => outcome !== '42501' && !(attempt.endsWith('columns') && outcome === '')),
    ).toEqual([])
    await lab.database.run(SCRIPT)
    expect(await protectionOf(lab.database.client)).toEqual(once.protection)
    await lab.database.run(UNDO)
    expect(await protectionOf(lab.database.client)).toEqual(before.protection)
  })
})

describe('the script for a role', () => {
  beforeEach(() => lab.prepare('select 1'))
  afterEach(() => lab.clear())

  it('gives the tables of the true schema with policies of its own, and as views where the policies for everybody fail for it', async () => {
    await lab.database.run(SCRIPT)
    const mapping = lab.printedMapping()
    const views = TABLES.filter(
      (_, index) =>
        [
          mapping.organizations,
          mapping.pools,
          mapping.agents,
          mapping.poolMembers,
          mapping.sessions,
          mapping.statusChanges,
          mapping.pageviews,
          mapping.calls,
        ][index]?.schema === 'covercast',
    )
    expect(views).toEqual(['agent_sessions', 'agent_status_changes', 'call_logs'])
    expect(lab.notices.join('\n')).toContain(
      'public.call_logs: given as a view. With a policy, permission denied for table agent_profiles.',
    )
  })

  it('keeps the role to its organization whatever policy is added for everybody later', async () => {
    await lab.database.run(SCRIPT)
    await lab.database.run(TABLES.map((table) => `create policy everything on ${table} using (true)`).join(';'))
    expect(await lab.readAll(MINE)).toEqual(EVERYTHING)
    expect(
      await lab.countsOf(['widget_pageviews', 'organizations', 'agent_pool_members', 'covercast.call_logs']),
    ).toEqual({ widget_pageviews: 1, organizations: 1, agent_pool_members: 1, 'covercast.call_logs': 1 })
  })

  it('lets the own policy answer before others call a function for every row', async () => {
    await lab.database.run(
      `create policy zebras on widget_pageviews for select using (organization_of_current_user() is not null)`,
    )
    await lab.database.run(SCRIPT)
    await lab.database.run('set role covercast')
    const plan = await lab.database.run('explain select organization_id from widget_pageviews')
    await lab.database.run('reset role')
    const filter = plan.map((row) => String(row['QUERY PLAN'])).find((line) => line.includes('Filter:'))
    expect(filter).toMatch(
      /Filter: .*\(\(organization_id = '11111111-1111-4111-8111-111111111111'::uuid\) OR .*organization_of_current_user/u,
    )
  })

  it.each(INCOMPLETE)('gives what there is: %s', async (_, sql, expected) => {
    await lab.database.run(sql)
    const [rights, protection] = [await rightsOf(lab.database.client, ACTORS), await protectionOf(lab.database.client)]
    await lab.database.run(SCRIPT)
    expect(await lab.readAll(MINE)).toEqual(expected)
    expect(await rightsOf(lab.database.client, ACTORS)).toMatchObject(rights)
    expect(lab.notices.some((text) => /skipped, there is no such table|which it does not have/u.test(text))).toBe(true)
    await lab.database.run(UNDO)
    expect(await protectionOf(lab.database.client)).toEqual(protection)
  })

  it('lets the role read neither visitors nor pages nor who was called, and write nothing', async () => {
    await lab.database.run(SCRIPT)
    const client = new Client({ connectionString: lab.urlOf('covercast'), ssl: false })
    await client.connect()
    await client.query('set default_transaction_read_only = off')
    const outcomes: string[] = []
    for (const statement of [
      'select visitor_id from public.widget_pageviews',
      'select page_url from public.widget_pageviews',
      'select visitor_id from covercast.call_logs',
      'select page_url from covercast.call_logs',
      'select agent_id from covercast.call_logs',
      'select visitor_id from public.call_logs',
      'select user_id from agent_profiles',
      'select mrr from organizations',
      'select * from users',
      'delete from widget_pageviews',
      'delete from covercast.call_logs',
      "update agent_pools set name = 'x'",
      `insert into agent_pool_members (pool_id, agent_profile_id) values ('${mine.pool}', '${mine.admin}')`,
    ]) {
      outcomes.push(
        await client.query(statement).then(
          () => 'allowed',
          (error: unknown) => (error as { readonly code: string }).code,
        ),
      )
    }
    await client.end()
    expect(outcomes).toEqual([
      '42501',
      '42501',
      '42703',
      '42703',
      '42703',
      '42501',
      '42501',
      '42501',
      '42501',
      '42501',
      '42501',
      '42501',
      '42501',
    ])
  })

  it.each([
    'select 1',
    'alter table call_logs disable row level security',
    'drop policy "Agents see their own calls" on call_logs',
  ])('lets the role compare the visitors of calls only where its line is put in (%s)', async (sql) => {
    await lab.database.run(sql)
    const line = /^( *)-- (extra_columns := array\['call_logs\.visitor_id'\];)$/mu
    expect(SCRIPT).toMatch(line)
    await lab.database.run(SCRIPT.replace(line, '$1$2'))
    const view =
      (await lab.countsOf(['covercast.call_logs']))['covercast.call_logs'] === 1 ? 'covercast.call_logs' : 'call_logs'
    const columns = await lab.countsOf(
      ['visitor_id', 'page_url', 'agent_id'].map((column) => `(select ${column} from ${view}) as one`),
    )
    expect(Object.values(columns)).toEqual([1, expect.stringMatching(/^42/u), expect.stringMatching(/^42/u)])
    expect(await lab.countsOf(['(select visitor_id from widget_pageviews) as one'])).toEqual({
      '(select visitor_id from widget_pageviews) as one': '42501',
    })
  })

  it('lets the role compare the addresses of visits only where that line is put in, beside the other', async () => {
    const line = /^( *)-- (extra_columns := (?:extra_columns \|\| )?array\['[a-z_]+\.[a-z_]+'\];)$/gmu
    expect(SCRIPT.match(line)).toHaveLength(2)
    await lab.database.run(SCRIPT.replace(line, '$1$2'))
    const counts = await lab.countsOf([
      '(select page_url from widget_pageviews) as one',
      '(select visitor_id from call_logs) as one',
    ])
    expect(Object.values(counts)).toEqual([1, 1])
  })

  it.each(['covercast', 'covercast_platform'])(
    'lets the role read every organization where that was chosen, also under the name %s, and can be undone',
    async (name) => {
      const named = (sql: string): string => sql.replaceAll('covercast', name)
      const before = await protectionOf(lab.database.client)
      await lab.database.run(`update organizations set plan = 'pro', mrr = 12 where id = '${MINE}'`)
      await lab.database.run(named(SCRIPT.replace('-- all_organizations', 'all_organizations')))
      const counted = await countOrganizations(
        {
          connection: connectionTo(lab.urlOf(name)),
          mapping: lab.printedMapping(),
          statementTimeoutMs: 10_000,
          now: null,
          timeZone: 'UTC',
          known: null,
        },
        never,
      )
      const found = counted.organizations.map(({ facts: { name: of, plan, mrr, days } }) => ({
        name: of,
        plan,
        mrr,
        visitors: days.reduce((sum, day) => sum + day.visitors, 0),
      }))
      expect(found).toEqual([
        { name: 'Mine', plan: 'pro', mrr: 12, visitors: 1 },
        { name: 'Theirs', plan: expect.anything() as unknown, mrr: expect.toSatisfy(isMoney) as unknown, visitors: 1 },
      ])
      expect(counted.parts.calls).not.toBeNull()
      const client = new Client({ connectionString: lab.urlOf(name), ssl: false })
      await client.connect()
      for (const sql of [
        'select visitor_id from widget_pageviews',
        'select slug from organizations',
        'delete from widget_pageviews',
      ])
        await expect(client.query(sql)).rejects.toMatchObject({ code: expect.stringMatching(/42501|25006/u) as string })
      await client.end()
      await lab.database.run(named(UNDO))
      expect(await protectionOf(lab.database.client)).toEqual(before)
    },
  )

  it('can be run by an administrator who is no superuser, and leaves that role no rights of the new one', async () => {
    await lab.database.run(
      `alter schema public owner to administrator; grant create on database ${lab.database.name} to administrator`,
    )
    await lab.ownTables('administrator')
    const protection = await protectionOf(lab.database.client)
    const client = new Client({ connectionString: lab.urlOf('administrator'), ssl: false })
    await client.connect()
    await client.query(SCRIPT)
    await client.query(SCRIPT)
    expect(await lab.readAll(MINE)).toEqual(EVERYTHING)
    expect(await lab.database.run("select pg_has_role('administrator', 'covercast', 'USAGE') as inherits")).toEqual([
      { inherits: false },
    ])
    await client.query(UNDO)
    expect(await protectionOf(lab.database.client)).toEqual(protection)
    await client.end()
  })

  it.each([
    [
      'a view of that name that is not its own',
      'create schema covercast; create table covercast.call_logs (id int)',
      /the role cannot be given public\.call_logs/u,
    ],
    [
      'an organization that is not there',
      `delete from organizations where id = '${MINE}'`,
      /there is no organization 11111111-1111-4111-8111-111111111111/u,
    ],
    [
      'everybody may read visits',
      'grant select on widget_pageviews to public',
      /everybody \(public\) may read .*visitor_id.* of public\.widget_pageviews, so this role would too/u,
    ],
    [
      'everybody may read a column of calls',
      'grant select (page_url) on call_logs to public',
      /everybody \(public\) may read page_url of public\.call_logs/u,
    ],
    [
      'a role of that name that bypasses policies',
      'create role covercast bypassrls',
      /there is a role covercast with other rights/u,
    ],
    [
      'a role of that name whose rights others have',
      'create role covercast; grant covercast to anon, application',
      /anon, application would have the rights of the role covercast\./u,
    ],
    [
      'a role of that name with the rights of another',
      'create role covercast; grant application to covercast',
      /there is a role covercast with other rights/u,
    ],
  ])('changes nothing where it cannot be done safely: %s', async (_, sql, message) => {
    await lab.database.run(sql)
    const before = await protectionOf(lab.database.client)
    expect(await lab.failureOf(SCRIPT)).toMatch(message)
    expect(await protectionOf(lab.database.client)).toEqual(before)
  })

  it('changes nothing, and makes nobody wait, where a table is in use', async () => {
    const before = await protectionOf(lab.database.client)
    const product = new Client({ connectionString: lab.database.url, ssl: false })
    await product.connect()
    await product.query('begin; select from widget_pageviews')
    const begun = performance.now()
    expect(await lab.failureOf(SCRIPT)).toBe(
      'Nothing was changed: public.widget_pageviews is in use. Run it again later.',
    )
    expect(performance.now() - begun).toBeLessThan(10_000)
    await product.query('rollback')
    expect(await protectionOf(lab.database.client)).toEqual(before)
    await lab.database.run(SCRIPT)
    await product.end()
  })

  it('follows what became of the tables when it is run again', async () => {
    await lab.database.run(SCRIPT)
    await lab.database.run(
      'alter table widget_pageviews disable row level security; drop policy "Agents see their own calls" on call_logs; grant select on users to covercast',
    )
    await lab.database.run(SCRIPT)
    expect(await lab.readAll(MINE)).toEqual(EVERYTHING)
    expect(
      await lab.countsOf(['public.widget_pageviews', 'covercast.widget_pageviews', 'public.call_logs', 'users']),
    ).toEqual({
      'public.widget_pageviews': '42501',
      'covercast.widget_pageviews': 1,
      'public.call_logs': 1,
      users: '42501',
    })
  })

  it('leaves the role where another database uses it when it is undone', async () => {
    await lab.database.run(SCRIPT)
    const other = await createDatabase(lab.server.url)
    await insertTwoCompanies(other)
    await other.run(SCRIPT)
    await other.run(UNDO)
    await other.drop()
    expect(await lab.readAll(MINE)).toEqual(EVERYTHING)
  })
})
