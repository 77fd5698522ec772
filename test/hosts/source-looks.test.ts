import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { suggestChoices } from '../../shared/contract/source/suggest.ts'
import { mappingOf } from '../../shared/contract/source/choices.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { createSmallCompany, agentId, ORGANIZATION, OTHER_ORGANIZATION } from '../support/small-company.ts'
import { insertSessions, type TestDatabase } from '../support/source-database.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { giveStrangeNames } from '../support/strange-schema.ts'
import { HOSTS, NOW, type TestHost } from './support/open-host.ts'
import { clientOf, syncEnd } from './support/rpc.ts'

describe.each(HOSTS)('a first look at a source, on $name', ({ open, name }) => {
  let host: TestHost
  let database: TestDatabase
  let strange: TestDatabase
  beforeAll(async () => {
    const url = inject('postgresUrl')
    ;[host, database, strange] = await Promise.all([
      open({ clock: Date.now }),
      createSmallCompany(url, { now: Date.now(), days: 5, visitsPerDay: 200 }),
      createSmallCompany(url, { now: NOW, days: 3, visitsPerDay: 100, schema: 'plain' }),
    ])
    await database.run(`update organizations set blocked_countries = '{DE}' where id = '${OTHER_ORGANIZATION}'`)
    await insertSessions(database.client, [
      { organizationId: ORGANIZATION, agentId: agentId(1), startedAt: Date.now() - DAY_MS, endedAt: null },
    ])
    await giveStrangeNames(strange)
  })
  afterAll(() => Promise.all([host.close(), database.drop(), strange.drop()]))

  const at = ({ url }: TestDatabase) => ({ connection: { kind: 'url' as const, url } })
  const preview = (input: Parameters<ReturnType<typeof clientOf>['source']['preview']['mutate']>[0]) =>
    clientOf(host).source.preview.mutate(input)

  it('lists the tables that there are to choose from', async () => {
    const found = await clientOf(host).source.tables.mutate({ ...at(strange), lookId: 'tables' })
    if (!found.ok) throw new Error(found.error.message)
    expect(found.isCut).toBe(false)
    expect(found.tables.map(({ table }) => table)).toContain('Hits')
    expect(
      await clientOf(host).source.tables.mutate({
        connection: { kind: 'url', url: 'postgres://nobody@127.0.0.1:1/x' },
        lookId: 'none',
      }),
    ).toMatchObject({ ok: false, error: { code: 'source-host' } })
  })

  it('counts the last full day, names what it found, and keeps nothing', async () => {
    const before = contentOf(host.dataDir)
    const found = await preview({
      ...at(database),
      organizationId: ORGANIZATION,
      timeZone: 'Europe/Berlin',
      lookId: 'day',
    })
    expect(contentOf(host.dataDir)).toEqual(before)
    if (!found.ok) throw new Error(found.error.message)
    expect(new Set(found.organizations.map(({ name }) => name))).toEqual(new Set(['Other', 'Small company']))
    expect(found).toMatchObject({
      organization: { id: ORGANIZATION, name: 'Small company' },
      timeZone: 'Europe/Berlin',
      day: { isOver: true, leftOpen: 1 },
    })
    const yesterday = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(Date.now() - DAY_MS)
    expect(found.day?.date).toBe(yesterday)
    const { totals, pools, countries } = found.day!
    expect(totals.totalPageviews).toBeGreaterThan(150)
    expect(pools.reduce((sum, pool) => sum + pool.totalPageviews, 0)).toBe(totals.totalPageviews)
    expect(new Set(pools.map(({ name }) => name))).toEqual(new Set(['Pool 1', 'Pool 2', null]))
    expect(countries.reduce((sum, country) => sum + country.visitors, 0)).toBe(totals.totalPageviews)
    expect(countries.map(({ code }) => code)).toEqual(expect.arrayContaining(['US', 'DE', 'FR', null]))
  })

  it('shows what Coverage shows of that day after the sync', async () => {
    const client = clientOf(host)
    const looked = await preview({
      ...at(database),
      organizationId: ORGANIZATION,
      timeZone: 'America/New_York',
      lookId: 'same',
    })
    if (!looked.ok || looked.day === null) throw new Error('There is no day.')
    const { workspaceId } = await client.source.connect.mutate({
      ...at(database),
      organizationId: ORGANIZATION,
      weeks: 1,
      name: 'The same',
    })
    expect((await syncEnd(host, workspaceId)).job.state).toBe('done')
    const { date, totals, pools } = looked.day
    const question = { workspaceId, from: date, to: date, timeZone: 'America/New_York' }
    expect((await client.coverage.report.query(question)).totals).toEqual(totals)
    for (const { id, totalPageviews, pageviewsWithAgent } of pools) {
      expect((await client.coverage.report.query({ ...question, poolId: id })).totals).toMatchObject({
        totalPageviews,
        pageviewsWithAgent,
      })
    }
  })

  it('with several organizations names them, and counts the one that is chosen by its own country rule', async () => {
    expect(await preview({ ...at(database), lookId: 'which' })).toMatchObject({
      ok: true,
      organization: null,
      day: null,
      organizations: { length: 2 },
    })
    const other = await preview({ ...at(database), organizationId: OTHER_ORGANIZATION, lookId: 'other' })
    if (!other.ok || other.day === null) throw new Error('There is no day.')
    expect(other.day.countryFilter).toEqual({ mode: 'blocklist', countries: ['DE'] })
    const blocked = other.day.countries.find(({ code }) => code === 'DE')?.visitors ?? 0
    expect(blocked).toBeGreaterThan(0)
    expect(other.day.totals.totalPageviews).toBe(
      other.day.countries.reduce((sum, { visitors }) => sum + visitors, 0) - blocked,
    )
  })

  it('reads tables of other names by the mapping that they suggest: the newest day with visits, where none came yesterday', async () => {
    const tables = await clientOf(host).source.tables.mutate({ ...at(strange), lookId: 'strange' })
    if (!tables.ok) throw new Error(tables.error.message)
    const mapping = mappingOf(suggestChoices(tables.tables), { tables: tables.tables, before: null })
    const found = await preview({
      ...at(strange),
      mapping: mapping as never,
      organizationId: ORGANIZATION,
      lookId: 'mapped',
    })
    if (!found.ok) throw new Error(found.error.message)
    expect(found.day).toMatchObject({ date: '2026-03-20', isOver: true, pools: { length: 3 } })
    expect(found.day?.totals.totalPageviews).toBeGreaterThan(50)
    expect(found.problems.map(({ note }) => note).join(' ')).not.toContain('country filter')
    expect(await preview({ ...at(strange), lookId: 'unmapped' })).toMatchObject({
      ok: false,
      error: { code: 'source-table-missing' },
    })
  })

  it('says in words what is missing', async () => {
    const found = await preview({
      ...at(database),
      mapping: { pageviews: { country: 'not_there' }, poolMembers: null } as never,
      organizationId: ORGANIZATION,
      lookId: 'words',
    })
    if (!found.ok) throw new Error(found.error.message)
    expect(found.problems.map(({ kind }) => kind)).toContain('country-column-missing')
    expect(found.day?.countryFilter).toBeNull()
  })

  it('works for a role that may not read an optional column, and names the grant', async () => {
    const role = `half_reader_${name.replaceAll(/[^a-z]/gu, '_')}`
    await database.run(
      `create role ${role} login bypassrls; grant select on all tables in schema public to ${role}; revoke select on call_logs from ${role}; grant select (organization_id, pool_id, created_at) on call_logs to ${role}`,
    )
    try {
      const url = new URL(database.url)
      url.username = role
      const question = { connection: { kind: 'url' as const, url: url.href }, organizationId: ORGANIZATION }
      const tested = await clientOf(host).source.test.mutate({ ...question, lookId: 'half' })
      expect(JSON.stringify(tested)).toMatch(/grant select \(.*status.*\) on .*call_logs/u)
      expect(tested.ok).toBe(true)
      expect(await preview({ ...question, lookId: 'half' })).toMatchObject({ ok: true, day: { isOver: true } })
    } finally {
      await database.run(`drop owned by ${role}; drop role ${role}`)
    }
  })

  it.each(['preview', 'test'] as const)('can be taken back while it waits for the database: %s', async (kind) => {
    const locker = new Client({ connectionString: database.url, ssl: false })
    await locker.connect()
    await locker.query('begin; lock table widget_pageviews in access exclusive mode')
    const waiting = async (): Promise<number> =>
      (
        await database.run(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).length
    try {
      const question = { ...at(database), organizationId: ORGANIZATION, lookId: 'cancelled' }
      const looking = kind === 'preview' ? preview(question) : clientOf(host).source.test.mutate(question)
      await expect.poll(waiting, { timeout: 15_000 }).toBeGreaterThan(0)
      expect(await clientOf(host).source.cancelLook.mutate({ lookId: 'cancelled' })).toEqual({ cancelled: true })
      expect(await looking).toMatchObject({
        ok: false,
        error: { code: 'cancelled', ...(kind === 'preview' ? { kept: 'Nothing was stored.' } : {}) },
      })
      await expect.poll(waiting, { timeout: 15_000 }).toBe(0)
    } finally {
      await locker.end()
    }
    expect(await clientOf(host).source.cancelLook.mutate({ lookId: 'cancelled' })).toEqual({ cancelled: false })
  })
})

it('a look at the source of a workspace uses the password that is kept for that server and user, and for no other', async () => {
  const server = await startPostgres({
    hba: ['local all all trust', 'host all postgres 127.0.0.1/32 trust', 'host all all 127.0.0.1/32 scram-sha-256'],
  })
  const database = await createSmallCompany(server.url, { now: Date.now(), days: 3, visitsPerDay: 50, alone: true })
  const host = await HOSTS[0]!.open({ clock: Date.now })
  try {
    for (const role of ['reader', 'stranger']) {
      await database.run(`create role ${role} login bypassrls password 'of ${role}'`)
      await database.run(`grant select on all tables in schema public to ${role}`)
    }
    const as = (user: string) => {
      const url = new URL(database.url)
      url.username = user
      return { connection: { kind: 'url' as const, url: url.href } }
    }
    const client = clientOf(host)
    const { workspaceId } = await client.source.connect.mutate({ ...as('reader'), password: 'of reader', weeks: 1 })
    await syncEnd(host, workspaceId)
    expect(await client.source.test.mutate({ ...as('reader'), workspaceId })).toMatchObject({ ok: true })
    expect(await client.source.preview.mutate({ ...as('reader'), workspaceId, lookId: 'kept' })).toMatchObject({
      ok: true,
      day: { isOver: true },
    })
    expect(await client.source.tables.mutate({ ...as('stranger'), workspaceId, lookId: 'other' })).toMatchObject({
      ok: false,
      error: { code: 'source-password' },
    })
    expect(await client.source.test.mutate(as('reader'))).toMatchObject({
      ok: false,
      error: { code: 'source-password' },
    })
  } finally {
    await host.close()
    await database.drop()
    await server.close()
  }
})

/** Every file of a folder, byte for byte, apart from the log. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !/\.log$|^logs?\//u.test(file) && statSync(join(folder, file)).isFile(),
  )
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )
}
