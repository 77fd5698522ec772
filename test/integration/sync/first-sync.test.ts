import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { openServices, coverageRequest, makeDataFolder, syncRequest, unwatched } from '../../support/services.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'
import {
  createDatabase,
  insertCompany,
  insertOrganization,
  insertPageviews,
  type TestDatabase,
} from '../../support/source-database.ts'

const NOW = Date.parse('2026-03-20T15:10:00Z')
/** Stands for the name of the test's own database. */
const DATABASE_NAME = '(database)'
const NEW_ORGANIZATION = '00000000-0000-4000-8000-000000000009'

describe('a first sync', () => {
  let folder: ReturnType<typeof makeDataFolder>
  let database: TestDatabase

  beforeAll(async () => {
    database = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 120, visitsPerDay: 60 })
    await insertOrganization(database.client, { id: NEW_ORGANIZATION, name: 'Opening soon' })
  })
  afterAll(() => database.drop())
  beforeEach(() => {
    folder = makeDataFolder()
  })
  afterEach(() => folder.remove())

  it('of an organization that has nothing yet makes its workspace, and says that there is nothing', async () => {
    const services = openServices(folder.path)
    const output = await services.sync(
      syncRequest({ sourceUrl: database.url, organizationId: NEW_ORGANIZATION, now: NOW }),
      unwatched(),
    )
    expect(output).toMatchObject({ workspace: 'Opening soon', visitors: 0, cells: 0 })
    const { output: coverage } = await services.coverage(coverageRequest({ now: NOW }))
    expect(coverage.totals).toMatchObject({ totalPageviews: 0, coverageRate: 100 })
    expect(coverage.range).toMatchObject({ knownShare: 0, agentData: false })
    await services.close()
  })

  it('of a database of one visit knows that one day', async () => {
    const single = await createDatabase(inject('postgresUrl'))
    await insertCompany(single.client, { id: NEW_ORGANIZATION })
    await insertPageviews(single.client, [{ organizationId: NEW_ORGANIZATION, createdAt: NOW - 86_400_000 }])
    const services = openServices(folder.path)
    expect(await services.sync(syncRequest({ sourceUrl: single.url, now: NOW }), unwatched())).toMatchObject({
      visitors: 1,
      cells: 1,
    })
    const { output } = await services.coverage(coverageRequest({ from: '2026-03-01', to: '2026-03-20' }))
    expect(output.totals).toMatchObject({ totalPageviews: 1, missedOpportunities: 1, coverageRate: 0 })
    expect(output.problemHours).toEqual([15])
    expect(output.range.knownShare).toBeGreaterThan(0)
    expect(output.range.knownShare).toBeLessThan(0.11)
    await services.close()
    await single.drop()
  })

  it('started twice at once makes one workspace: the second finds it, and is told who writes where it must wait', async () => {
    const [one, two] = [openServices(folder.path), openServices(folder.path)]
    const request = syncRequest({ sourceUrl: database.url, organizationId: ORGANIZATION, now: NOW })
    const ended = await Promise.allSettled([one.sync(request, unwatched()), two.sync(request, unwatched())])
    const failures = ended.filter((end) => end.status === 'rejected').map((end) => end.reason as unknown)
    expect(failures.length).toBeLessThan(2)
    for (const failure of failures)
      expect(failure).toMatchObject({ code: 'store-busy', message: expect.stringMatching(/a sync/u) as string })
    expect(await one.call.workspaces.list()).toHaveLength(1)
    await Promise.all([one.close(), two.close()])
  })

  it('remembers the settings it was given, and forgets history that is no longer to be kept', async () => {
    const services = openServices(folder.path)
    const first = await services.sync(
      syncRequest({ sourceUrl: database.url, organizationId: ORGANIZATION, now: NOW }),
      unwatched(),
    )
    expect(first.from < '2025-12-20').toBe(true)
    await services.sync(syncRequest({ now: NOW, settings: { keepMonths: 2 } }), unwatched())
    const known = async (from: string, to: string) =>
      (await services.coverage(coverageRequest({ from, to }))).output.range.knownShare
    expect(await known('2025-12-20', '2026-01-15')).toBe(0)
    expect(await known('2026-01-21', '2026-03-19')).toBe(1)
    // It is a setting: the next sync needs no reminder.
    const again = await services.sync(syncRequest({ now: NOW, from: '2025-11-01' }), unwatched())
    expect(again.from).toBe('2026-01-20')
    await services.close()
  })

  it.each([
    ['Tab\tand\u0007bell\u202e', 'Tab and bell'],
    ['x'.repeat(300), 'x'.repeat(60)],
    ['\n', DATABASE_NAME],
  ])(
    'of an organization called %j names the workspace so that a person can read and type it',
    async (name, workspace) => {
      const own = await createDatabase(inject('postgresUrl'))
      await insertOrganization(own.client, { id: ORGANIZATION, name })
      const services = openServices(folder.path)
      const output = await services.sync(syncRequest({ sourceUrl: own.url, now: NOW }), unwatched())
      expect(output.workspace).toBe(workspace === DATABASE_NAME ? own.name : workspace)
      await services.close()
      await own.drop()
    },
  )

  it('from another database forgets what the earlier one said, and says so', async () => {
    const services = openServices(folder.path)
    const first = await services.sync(
      syncRequest({ sourceUrl: database.url, organizationId: ORGANIZATION, now: NOW, workspace: 'Ours' }),
      unwatched(),
    )
    expect(first.dataProblems.map(({ kind }) => kind)).not.toContain('source-changed')
    const other = await createDatabase(inject('postgresUrl'))
    await insertCompany(other.client, { id: ORGANIZATION })
    await insertPageviews(other.client, [{ organizationId: ORGANIZATION, createdAt: NOW - 3_600_000 }])
    const moved = await services.sync(
      syncRequest({ sourceUrl: other.url, organizationId: ORGANIZATION, now: NOW, workspace: 'Ours', remap: true }),
      unwatched(),
    )
    expect(moved.dataProblems).toContainEqual(expect.objectContaining({ kind: 'source-changed', count: 120 }))
    expect(
      (await services.coverage(coverageRequest({ from: '2026-01-01', to: '2026-03-20' }))).output.totals.totalPageviews,
    ).toBe(1)
    await services.close()
    await other.drop()
  })
})
