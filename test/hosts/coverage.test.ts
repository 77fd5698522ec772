import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOfWeekOf } from '../../shared/time/local.ts'
import { coverageRequest, openServices } from '../support/services.ts'
import { HOSTS, NOW, type TestHost } from './support/open-host.ts'
import { clientOf, syncedDemo } from './support/rpc.ts'

const RANGE = { from: '2026-02-20', to: '2026-03-20' }

describe.each(HOSTS)('coverage, on $name', ({ open }) => {
  let host: TestHost
  let workspaceId: string
  beforeAll(async () => {
    host = await open()
    workspaceId = await syncedDemo(host)
  })
  afterAll(() => host.close())

  it('reports the figures that the command line prints', async () => {
    const report = await clientOf(host).coverage.report.query({ workspaceId, ...RANGE })
    const services = openServices(host.dataDir, () => NOW)
    const { output, unknownDates } = await services.coverage(coverageRequest(RANGE))
    await services.close()
    const { range, previous, organization, pool, countryFilter, hasCountry, revision, value, ...figures } = report
    expect({ ...figures, range }).toEqual({ ...output, range: { ...output.range, unknownDates } })
    expect(figures.totals.totalPageviews).toBeGreaterThan(1000)
    expect(previous.to).toBe('2026-02-19')
    expect(countryFilter).toEqual({ mode: 'blocklist', countries: ['AU', 'NZ'] })
    expect([organization, pool, hasCountry]).toEqual(['Harbor & Pine', null, true])
    expect(revision).toBeGreaterThan(0)
    expect(value).toBeNull()
  })

  it('compares with the period of the same length just before', async () => {
    const { coverage } = clientOf(host)
    const { previous } = await coverage.report.query({ workspaceId, ...RANGE })
    const before = await coverage.report.query({ workspaceId, from: previous.from, to: previous.to })
    expect(before.daily).toHaveLength(29)
    expect(previous).toEqual({
      from: '2026-01-22',
      to: '2026-02-19',
      totals: before.totals,
      knownShare: before.range.knownShare,
    })
  })

  it('tells visits without a pool, of one pool, and of all apart', async () => {
    const client = clientOf(host)
    const { pools } = await client.workspace.overview.query({ workspaceId })
    const totalOf = async (pool: { readonly poolId?: string | null }) =>
      (await client.coverage.report.query({ workspaceId, ...RANGE, ...pool })).totals.totalPageviews
    const parts = await Promise.all([totalOf({ poolId: null }), ...pools.map(({ id }) => totalOf({ poolId: id }))])
    expect(parts[0]).toBeGreaterThan(0)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(await totalOf({}))
  })

  it('filters countries as asked, and not at all for an empty list', async () => {
    const { coverage } = clientOf(host)
    const totalOf = async (countryFilter: { readonly mode: 'blocklist' | 'allowlist'; readonly countries: string[] }) =>
      (await coverage.report.query({ workspaceId, ...RANGE, countryFilter })).totals.totalPageviews
    const all = await totalOf({ mode: 'blocklist', countries: [] })
    const without = await totalOf({ mode: 'blocklist', countries: ['us'] })
    expect(without).toBeLessThan(all)
    expect(await totalOf({ mode: 'allowlist', countries: [] })).toBe(all)
  })

  it('lists the dates behind a cell, which add up to it', async () => {
    const { coverage } = clientOf(host)
    const request = { workspaceId, ...RANGE, timeZone: 'America/New_York' }
    const { byDayHour, revision } = await coverage.report.query(request)
    const cell = await coverage.cell.query({ ...request, dayOfWeek: 1, hour: 12 })
    expect(cell.revision).toBe(revision)
    expect(cell.dates.map(({ date }) => date)).toEqual(['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16'])
    expect(cell.dates.every(({ date, known }) => known && dayOfWeekOf(date) === 1)).toBe(true)
    const whole = byDayHour[1]![12]!
    expect(cell.dates.reduce((sum, { totalPageviews }) => sum + totalPageviews, 0)).toBe(whole.totalPageviews)
    expect(cell.dates.reduce((sum, { missedOpportunities }) => sum + missedOpportunities, 0)).toBe(
      whole.missedOpportunities,
    )
    expect(cell.dates.reduce((sum, { avgAgentsOnline }) => sum + avgAgentsOnline / 4, 0)).toBeCloseTo(
      whole.avgAgentsOnline,
      9,
    )
  })

  it('leaves out a date that lacks the hour, and calls an hour that has not passed unknown', async () => {
    const { coverage } = clientOf(host)
    const skipped = await coverage.cell.query({
      workspaceId,
      from: '2026-03-01',
      to: '2026-03-15',
      timeZone: 'America/New_York',
      dayOfWeek: 0,
      hour: 2,
    })
    expect(skipped.dates.map(({ date }) => date)).toEqual(['2026-03-01', '2026-03-15'])
    const ahead = await coverage.cell.query({
      workspaceId,
      from: '2026-03-13',
      to: '2026-03-20',
      dayOfWeek: 5,
      hour: 18,
    })
    expect(ahead.dates.map(({ date, known }) => ({ date, known }))).toEqual([
      { date: '2026-03-13', known: true },
      { date: '2026-03-20', known: false },
    ])
  })

  it.each([
    ['hourly', 24],
    ['byDay', 7],
    ['heatmap', 168],
    ['daily', 29],
  ] as const)('writes the %s table as CSV, its counts those of the report', async (table, rows) => {
    const { coverage } = clientOf(host)
    const { totals, range } = await coverage.report.query({ workspaceId, ...RANGE })
    const file = await coverage.csv.query({ workspaceId, ...RANGE, table })
    const lines = file.text.split('\r\n')
    expect(lines.pop()).toBe('')
    const [header, ...body] = lines.map((line) => line.split(','))
    expect(body).toHaveLength(rows)
    const column = header!.indexOf('visitors')
    expect(body.reduce((sum, cells) => sum + Number(cells[column]), 0)).toBe(totals.totalPageviews)
    expect(file.fileName).toBe(
      `coverage-${table.toLowerCase()}-2026-02-20-to-2026-03-20-${range.timeZone.replaceAll('/', '-')}-all-pools.csv`,
    )
    const pool = await coverage.csv.query({ workspaceId, ...RANGE, table, poolId: null, timeZone: 'Asia/Tokyo' })
    expect(pool.fileName).toBe(`coverage-${table.toLowerCase()}-2026-02-20-to-2026-03-20-Asia-Tokyo-No-pool.csv`)
  })

  it('knows nothing, rather than zero, of dates that were never synced', async () => {
    const report = await clientOf(host).coverage.report.query({ workspaceId, from: '2020-01-01', to: '2020-01-31' })
    expect(report.range.knownShare).toBe(0)
    expect(report.range.unknownDates).toHaveLength(31)
  })
})
