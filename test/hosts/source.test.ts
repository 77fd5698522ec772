import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createSmallCompany, ORGANIZATION, OTHER_ORGANIZATION } from '../support/small-company.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { HOSTS, NOW, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, syncEnd } from './support/rpc.ts'

const PASSWORD = 'correct-horse-battery'

describe.each(HOSTS)('a source, on $name', ({ name, open }) => {
  let host: TestHost
  let database: TestDatabase
  beforeAll(async () => {
    ;[host, database] = await Promise.all([
      open(),
      createSmallCompany(inject('postgresUrl'), { now: NOW, days: 20, visitsPerDay: 200 }),
    ])
  })
  afterAll(() => Promise.all([host.close(), database.drop()]))

  const byUrl = (url = database.url) => ({ connection: { kind: 'url' as const, url } })
  const byFields = () => {
    const { hostname, port, pathname, username } = new URL(database.url)
    return {
      connection: {
        kind: 'fields' as const,
        host: hostname,
        port: Number(port),
        database: pathname.slice(1),
        user: username,
      },
    }
  }

  it('is tested by its URL, and what is there is told', async () => {
    const found = await clientOf(host).source.test.mutate({ ...byUrl(), organizationId: ORGANIZATION })
    expect(found).toMatchObject({
      ok: true,
      organizations: [
        { id: OTHER_ORGANIZATION, name: 'Other' },
        { id: ORGANIZATION, name: 'Small company' },
      ],
      latest: '2026-03-20T14:59:00.000Z',
    })
    if (!found.ok) throw new Error(found.error.message)
    expect(found.earliest).toBe('2026-03-01T00:07:12.000Z')
    expect(found.notes[0]).toMatch(/^Postgres \d/)
    expect(found.advice.join()).toMatch(/create index/)
  })

  it('is tested table by table as its user, and what cannot be read is named with the grant that cures it', async () => {
    const reader = `reader_${database.name.slice(-20)}_${name}`.replaceAll(/\W/gu, '_').toLowerCase()
    await database.run(`create role ${reader} login bypassrls; grant select on all tables in schema public to ${reader}; revoke select on call_logs from ${reader};
      grant select (organization_id, created_at) on call_logs to ${reader}`)
    const url = new URL(database.url)
    url.username = reader
    const found = await clientOf(host).source.test.mutate({ ...byUrl(url.href), organizationId: ORGANIZATION })
    await database.run(`drop owned by ${reader}; drop role ${reader}`)
    expect(found).toMatchObject({
      ok: true,
      access: [
        {
          message: 'The user may not read the columns pool_id, status, duration_seconds of public.call_logs.',
          cure: `grant select ("pool_id", "status", "duration_seconds") on "public"."call_logs" to "${reader}";`,
        },
      ],
    })
  })

  it('is tested by its fields, over TLS if so asked, without a password', async () => {
    const { source } = clientOf(host)
    expect(await source.test.mutate({ ...byFields(), tls: 'disable' })).toMatchObject({ ok: true })
    expect(await source.test.mutate({ ...byFields(), tls: 'verify-full' })).toMatchObject({
      ok: false,
      error: { code: 'source-tls' },
    })
  })

  it('that cannot be used is an answer with its cause', async () => {
    const { source } = clientOf(host)
    const missing = new URL(database.url)
    missing.pathname = '/nowhere'
    const answer = await source.test.mutate({ ...byUrl(missing.href), password: PASSWORD })
    expect(answer).toMatchObject({ ok: false, error: { code: 'source-database' } })
    expect(JSON.stringify(answer)).not.toContain(PASSWORD)
    expect(await source.test.mutate(byUrl('postgres://nobody@127.0.0.1:1/x'))).toMatchObject({
      ok: false,
      error: { code: 'source-host' },
    })
    expect(await source.test.mutate(byUrl('mysql://somewhere'))).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
  })

  it('becomes a workspace, synced as far back as asked; connecting again finds it', async () => {
    const client = clientOf(host)
    const request = { ...byUrl(), password: PASSWORD, organizationId: ORGANIZATION, weeks: 2 }
    const { workspaceId } = await client.source.connect.mutate(request)
    const { job } = await syncEnd(host, workspaceId)
    expect(job).toMatchObject({ state: 'done', error: null })
    expect(job.outcome).toMatchObject({ organizationId: ORGANIZATION, from: '2026-03-06' })
    const overview = await client.workspace.overview.query({ workspaceId })
    expect(overview).toMatchObject({
      workspace: { name: 'Small company' },
      firstKnownDate: '2026-03-06',
      passwordKnown: true,
      hasMembership: true,
    })
    expect(JSON.stringify(overview)).not.toContain(PASSWORD)

    const again = await client.source.connect.mutate(request)
    expect(again.workspaceId).toBe(workspaceId)
    await syncEnd(host, workspaceId)
    const { jobId } = await client.sync.start.mutate({ workspaceId, fromDate: '2026-03-01', reconcile: true })
    const further = await syncEnd(host, workspaceId)
    expect(further.job).toMatchObject({ id: jobId, state: 'done', outcome: { from: '2026-03-01' } })
    expect(await client.workspaces.list.query()).toHaveLength(1)
  })

  it('is never mixed into a workspace of another kind', async () => {
    const client = clientOf(host)
    const demo = await client.demo.start.mutate()
    await syncEnd(host, demo.workspaceId)
    const { status, report } = await failureOf(
      client.source.connect.mutate({ ...byUrl(), organizationId: ORGANIZATION, name: 'demo' }),
    )
    expect(status).toBe(409)
    expect(report).toMatchObject({
      code: 'conflict',
      kept: 'It was not changed.',
      next: 'Choose another name for the workspace.',
    })
  })

  it('with several organizations asks which one', async () => {
    const { status, report } = await failureOf(clientOf(host).source.connect.mutate({ ...byUrl(), name: 'Which' }))
    expect(status).toBe(502)
    expect(report?.code).toBe('source-organization')
  })

  it('whose sync fails says so in the job, and leaves no trace of the password in the log or the data folder', async () => {
    const client = clientOf(host)
    const { workspaceId } = await client.source.connect.mutate({
      ...byUrl(),
      organizationId: ORGANIZATION,
      name: 'To be lost',
      password: PASSWORD,
    })
    await syncEnd(host, workspaceId)
    await database.run('alter table widget_pageviews rename to gone')
    await client.sync.start.mutate({ workspaceId, password: PASSWORD, full: true })
    const { job } = await syncEnd(host, workspaceId)
    await database.run('alter table gone rename to widget_pageviews')
    expect(job).toMatchObject({ state: 'failed', outcome: null, error: { code: 'source-table-missing' } })
    const log = await host.logText()
    expect(log).toContain(`The sync of workspace ${workspaceId} failed.`)
    expect(log).not.toContain(PASSWORD)
  })
})
