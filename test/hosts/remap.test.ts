import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createSmallCompany, ORGANIZATION } from '../support/small-company.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { HOSTS, NOW, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, syncEnd } from './support/rpc.ts'

const [BACKEND] = HOSTS

describe('a workspace whose tables are named anew in its settings', () => {
  let host: TestHost
  let database: TestDatabase
  beforeAll(async () => {
    ;[host, database] = await Promise.all([
      BACKEND!.open(),
      createSmallCompany(inject('postgresUrl'), { now: NOW, days: 8, visitsPerDay: 40 }),
    ])
    await database.run('create table hits as select * from widget_pageviews where agent_id is not null')
  })
  afterAll(() => Promise.all([host.close(), database.drop()]))

  it('says what would be lost, and counts from them only where that is confirmed, with a backup first', async () => {
    const { source, workspace, app } = clientOf(host)
    const request = {
      connection: { kind: 'url' as const, url: database.url },
      organizationId: ORGANIZATION,
      weeks: 1,
      name: 'Ours',
    }
    const { workspaceId } = await source.connect.mutate(request)
    await syncEnd(host, workspaceId)
    const before = (await workspace.overview.query({ workspaceId })).source

    const hits = { ...request, mapping: { pageviews: { table: 'hits' } } }
    const { report } = await failureOf(source.connect.mutate(hits))
    expect(report).toMatchObject({
      code: 'remap-needed',
      kept: 'Nothing was changed.',
      message: expect.stringMatching(/The \d+ days that this workspace has/u) as string,
    })
    expect((await workspace.overview.query({ workspaceId })).source).toEqual(before)

    expect((await source.connect.mutate({ ...hits, remap: true })).workspaceId).toBe(workspaceId)
    expect((await syncEnd(host, workspaceId)).job).toMatchObject({ state: 'done', error: null })
    expect((await workspace.overview.query({ workspaceId })).source).toMatchObject({ mapping: hits.mapping })
    expect((await app.notices.query()).join(' ')).toMatch(
      /"Ours" was backed up to .*\.covercast before it was re-mapped/u,
    )
  })
})
