import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../../electron/sync/postgres/check-connection.ts'
import { documentedSql } from '../../support/documented-sql.ts'
import { protectionOf } from '../../support/role-rights.ts'
import { EVERYTHING, INCOMPLETE, openScriptLab, type ScriptLab, SITUATIONS, TABLES } from '../../support/script-lab.ts'
import { createDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'
import { insertTwoCompanies, MINE, THEIRS } from '../../support/two-companies.ts'

const never = new AbortController().signal
const SCRIPT = documentedSql('views')
const UNDO = documentedSql('views-undo')
const OTHER_SCRIPT = documentedSql('role')
const OTHER_UNDO = documentedSql('role-undo')

let lab: ScriptLab

beforeAll(async () => {
  lab = await openScriptLab('covercast_views')
})
afterAll(() => lab.close())

/** What others may do that they could not try before: nothing. */
function addedRights(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(after).flatMap(([attempt, outcome]) =>
    attempt in before || outcome === '42501' || (attempt.endsWith('columns') && outcome === '')
      ? []
      : [`${attempt}: ${outcome}`],
  )
}

describe.each(SITUATIONS)('the script for views, in $name', ({ sql }) => {
  let before: Awaited<ReturnType<ScriptLab['lookAround']>>
  beforeAll(async () => {
    await lab.prepare(sql)
    before = await lab.lookAround()
    await lab.database.run(SCRIPT)
  })
  afterAll(() => lab.clear())

  it('lets the role read what it needs of its organization, and no table, with or without the mapping', async () => {
    expect(await lab.readAll(MINE)).toEqual(EVERYTHING)
    expect(await lab.readAll(MINE, lab.printedMapping())).toEqual(EVERYTHING)
    await expect(lab.readAll(THEIRS)).rejects.toMatchObject({ code: 'source-organization' })
    const relations = TABLES.flatMap((table) => [`public.${table}`, `covercast.${table}`])
    expect(await lab.countsOf(relations)).toEqual(
      Object.fromEntries(
        TABLES.flatMap((table) => [
          [`public.${table}`, '42501'],
          [`covercast.${table}`, table === 'agent_profiles' ? 2 : 1],
        ]),
      ),
    )
    const report = await checkConnection({ connection: connectionTo(lab.urlOf('covercast_views')) }, never)
    expect(report).toMatchObject({
      organization: { id: MINE, name: 'Mine', estimatedVisits: 1 },
      missing: [],
      access: [],
    })
  })

  it('changes nothing of what anybody else sees and can do, however often it is run, and can be undone', async () => {
    const once = await lab.lookAround()
    expect(once.rights).toMatchObject(before.rights)
    expect(addedRights(before.rights, once.rights)).toEqual([])
    await lab.database.run(SCRIPT)
    expect(await lab.lookAround()).toEqual(once)
    await lab.database.run(UNDO)
    expect(await lab.lookAround()).toEqual(before)
    await lab.database.run(UNDO)
    expect(await lab.lookAround()).toEqual(before)
  })
})

describe('the script for views', () => {
  beforeEach(() => lab.prepare('select 1'))
  afterEach(() => lab.clear())

  it.each(INCOMPLETE)('gives what there is: %s', async (_, sql, expected) => {
    await lab.database.run(sql)
    const before = await lab.lookAround()
    await lab.database.run(SCRIPT)
    await lab.database.run(SCRIPT)
    expect(await lab.readAll(MINE)).toEqual(expected)
    const after = await lab.lookAround()
    expect(after.rights).toMatchObject(before.rights)
    expect(addedRights(before.rights, after.rights)).toEqual([])
    expect(lab.notices.some((text) => /skipped, there is no such table|which it does not have/u.test(text))).toBe(true)
    await lab.database.run(UNDO)
    expect(await lab.lookAround()).toEqual(before)
  })

  it('lets the role read neither visitors nor pages nor who was called, and write nothing', async () => {
    await lab.database.run(SCRIPT)
    const client = new Client({ connectionString: lab.urlOf('covercast_views'), ssl: false })
    await client.connect()
    await client.query('set default_transaction_read_only = off')
    const outcomes: string[] = []
    for (const statement of [
      'select from public.widget_pageviews',
      'select visitor_id from covercast.widget_pageviews',
      'select visitor_id from covercast.call_logs',
      'select agent_id from covercast.call_logs',
      'delete from covercast.agent_sessions',
      'insert into covercast.agent_pools (name) values (null)',
      'create table covercast.mine ()',
    ]) {
      outcomes.push(
        await client.query(statement).then(
          () => 'allowed',
          (error: unknown) => (error as { readonly code: string }).code,
        ),
      )
    }
    await client.end()
    expect(outcomes).toEqual(['42501', '42703', '42703', '42703', '42501', '42501', '42501'])
  })

  it('lets the role compare the visitors of calls only where its line is put in', async () => {
    const line = /^( *)-- (extra_columns := array\['call_logs\.visitor_id'\];)$/mu
    await lab.database.run(SCRIPT.replace(line, '$1$2'))
    expect(await lab.countsOf(['(select visitor_id from covercast.call_logs) as one'])).toEqual({
      '(select visitor_id from covercast.call_logs) as one': 1,
    })
    await lab.database.run(SCRIPT)
    expect(await lab.countsOf(['(select visitor_id from covercast.call_logs) as one'])).toEqual({
      '(select visitor_id from covercast.call_logs) as one': '42703',
    })
  })

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
    expect(
      await lab.database.run("select pg_has_role('administrator', 'covercast_views', 'USAGE') as inherits"),
    ).toEqual([{ inherits: false }])
    await client.query(UNDO)
    expect(await protectionOf(lab.database.client)).toEqual(protection)
    await client.end()
  })

  it.each([
    [
      'a schema of that name that is not its own',
      'create schema covercast',
      /there is a schema covercast that this script did not make/u,
    ],
    [
      'an organization that is not there',
      `delete from organizations where id = '${MINE}'`,
      /there is no organization 11111111-1111-4111-8111-111111111111/u,
    ],
    ['none of the tables', `drop table ${TABLES.join(', ')} cascade`, /none of the tables is in the schema public/u],
    [
      'everybody may read visits',
      'grant select on widget_pageviews to public',
      /everybody \(public\) may read .*visitor_id.* of public\.widget_pageviews, so this role would too/u,
    ],
    [
      'a role of that name that bypasses policies',
      'create role covercast_views bypassrls',
      /there is a role covercast_views with other rights/u,
    ],
    [
      'a role of that name with the rights of another',
      'create role covercast_views; grant application to covercast_views',
      /there is a role covercast_views with other rights/u,
    ],
    [
      'a role of that name whose rights others have',
      'create role covercast_views; grant covercast_views to anon, application',
      /anon, application would have the rights of the role covercast_views/u,
    ],
  ])('changes nothing where it cannot be done safely: %s', async (_, sql, message) => {
    await lab.database.run(sql)
    const before = await protectionOf(lab.database.client)
    expect(await lab.failureOf(SCRIPT)).toMatch(message)
    expect(await protectionOf(lab.database.client)).toEqual(before)
  })

  it('refuses somebody who would see only some of the rows', async () => {
    await lab.database.run(
      `create role half login createrole; alter role half password 'choose-a-password'; grant create on database ${lab.database.name} to half; grant usage on schema public to half; grant select on all tables in schema public to half`,
    )
    const before = await protectionOf(lab.database.client)
    const client = new Client({ connectionString: lab.urlOf('half'), ssl: false })
    await client.connect()
    await expect(client.query(SCRIPT)).rejects.toThrow(/row level security of public\.organizations applies to you/u)
    await client.end()
    expect(await protectionOf(lab.database.client)).toEqual(before)
    await lab.database.run('drop owned by half; drop role half')
  })

  it('keeps an old view where a relation of its name is in the way', async () => {
    await lab.database.run(SCRIPT)
    await lab.database.run("comment on view covercast.call_logs is 'Ours'")
    const before = await protectionOf(lab.database.client)
    expect(await lab.failureOf(SCRIPT)).toMatch(
      /a view of public\.call_logs: covercast\.call_logs is there already, and this script did not make it/u,
    )
    expect(await protectionOf(lab.database.client)).toEqual(before)
    await lab.database.run(UNDO)
    expect(lab.notices).toContain('The schema covercast stays: it holds more than this script made.')
    await lab.database.run('drop schema covercast cascade; drop owned by covercast_views')
  })

  it('says which script to undo first where the other one was run, either way', async () => {
    const before = await lab.lookAround()
    await lab.database.run(OTHER_SCRIPT)
    const roleMade = await protectionOf(lab.database.client)
    expect(await lab.failureOf(SCRIPT)).toBe(
      'Nothing was changed: the script for the role covercast made the schema covercast. Undo that script first.',
    )
    await lab.database.run(UNDO)
    expect(await protectionOf(lab.database.client)).toEqual(roleMade)
    await lab.database.run(OTHER_UNDO)
    await lab.database.run(SCRIPT)
    const viewsMade = await protectionOf(lab.database.client)
    expect(await lab.failureOf(OTHER_SCRIPT)).toMatch(
      /^Nothing was changed: .*the script for the role covercast_views made the schema covercast\. Undo that script first\./u,
    )
    await lab.database.run(OTHER_UNDO)
    expect(await protectionOf(lab.database.client)).toEqual(viewsMade)
    await lab.database.run(UNDO)
    expect(await lab.lookAround()).toEqual(before)
  })

  it('stands beside the other script where that needed no views', async () => {
    await lab.database.run('drop table agent_sessions, agent_status_changes, call_logs cascade')
    const before = await lab.lookAround()
    await lab.database.run(OTHER_SCRIPT)
    const between = await lab.lookAround()
    await lab.database.run(SCRIPT)
    await lab.database.run(OTHER_SCRIPT)
    expect(await lab.countsOf(['covercast.widget_pageviews', 'public.widget_pageviews'])).toEqual({
      'covercast.widget_pageviews': 1,
      'public.widget_pageviews': '42501',
    })
    await lab.database.run(UNDO)
    expect(await lab.lookAround()).toEqual(between)
    await lab.database.run(OTHER_UNDO)
    expect(await lab.lookAround()).toEqual(before)
  })

  it('changes nothing, and makes nobody wait, where a table is in use', async () => {
    const before = await protectionOf(lab.database.client)
    const product = new Client({ connectionString: lab.database.url, ssl: false })
    await product.connect()
    await product.query('begin; lock table widget_pageviews')
    expect(await lab.failureOf(SCRIPT)).toBe(
      'Nothing was changed: public.widget_pageviews is in use. Run it again later.',
    )
    await product.query('rollback')
    await product.end()
    expect(await protectionOf(lab.database.client)).toEqual(before)
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
