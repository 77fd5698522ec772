import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTS, HOSTS_OF_FIGURES, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, syncedDemo } from './support/rpc.ts'

/** Eight weeks, on a slow and busy machine. */
const TRY_MS = 300_000
const ZONE = 'America/New_York'
const RANGE = { from: '2026-02-16', to: '2026-03-15', timeZone: ZONE }

describe.each(HOSTS_OF_FIGURES)('staffing recommendations, on $name', ({ open }) => {
  let host: TestHost
  let workspaceId: string
  beforeAll(async () => {
    host = await open()
    workspaceId = await syncedDemo(host)
  })
  afterAll(() => host.close())

  it('counts what the coverage report counts', async () => {
    const { recommend, coverage } = clientOf(host)
    const { overall, blocks, missedVisitors, poolNames, revision } = await recommend.blocks.query({
      workspaceId,
      ...RANGE,
    })
    const report = await coverage.report.query({ workspaceId, ...RANGE })
    expect([missedVisitors, revision]).toEqual([report.totals.missedOpportunities, report.revision])
    const [worst] = overall!
    const cells = worst!.dayIndices.flatMap((day) => report.byDayHour[day]!.slice(worst!.startHour, worst!.endHour))
    expect(worst!.missedVisitors).toBe(cells.reduce((sum, cell) => sum + cell.missedOpportunities, 0))
    expect(new Set(blocks.map(({ poolId }) => poolId)).size).toBeLessThanOrEqual(poolNames.length)
    expect(poolNames.length).toBeGreaterThan(3)
  })

  it('goes by the target and the thresholds of the workspace', async () => {
    const { recommend, settings } = clientOf(host)
    const before = await recommend.blocks.query({ workspaceId, ...RANGE })
    await settings.save.mutate({
      workspaceId,
      patch: { targetCoverage: 60, criticalMissed: 1_000_000, highMissed: 500_000, mediumMissed: 1 },
    })
    const after = await recommend.blocks.query({ workspaceId, ...RANGE })
    await settings.save.mutate({
      workspaceId,
      patch: { targetCoverage: 90, criticalMissed: 50, highMissed: 20, mediumMissed: 10 },
    })
    expect([before.target, after.target]).toEqual([90, 60])
    expect(after.overall!.length).toBeGreaterThan(0)
    expect(new Set(after.overall!.map(({ priority }) => priority))).toEqual(new Set(['medium']))
    expect(sum(after.overall!.map(({ suggestedAgents }) => suggestedAgents))).toBeLessThan(
      sum(before.overall!.map(({ suggestedAgents }) => suggestedAgents)),
    )
    expect(await recommend.blocks.query({ workspaceId, ...RANGE })).toEqual(before)
  })

  it('says of each pool how its agents serve', async () => {
    const { pools, forecastAccuracy } = await clientOf(host).recommend.model.query({ workspaceId, timeZone: ZONE })
    expect(pools).toHaveLength(6)
    for (const pool of pools) {
      expect(pool.holdingMinutes).toBeGreaterThan(0)
      expect(pool.attendance).toBeGreaterThan(0.5)
      expect(pool.attendance).toBeLessThanOrEqual(1)
    }
    expect(forecastAccuracy.origins).toBeGreaterThan(10)
  })

  it('refuses a range that is none, a pool and a workspace that are not there', async () => {
    const { recommend } = clientOf(host)
    expect((await failureOf(recommend.blocks.query({ workspaceId, ...RANGE, to: '2026-02-01' }))).status).toBe(400)
    expect(
      (await failureOf(recommend.blocks.query({ workspaceId, ...RANGE, poolId: 'nowhere' }))).report,
    ).toMatchObject({ code: 'not-found' })
    expect((await failureOf(recommend.blocks.query({ workspaceId: 'nowhere', ...RANGE }))).status).toBe(404)
  })
})

// One host is enough: they share the jobs, and three months are learned from eight times.
describe('how well we predict', () => {
  let host: TestHost
  let workspaceId: string
  beforeAll(async () => {
    host = await HOSTS[0]!.open()
    workspaceId = await syncedDemo(host, { months: 3 })
  })
  afterAll(() => host.close())

  it(
    'tries past weeks of every pool in the background, each from what was known before it, and once for the same history',
    async () => {
      const { recommend, coverage } = clientOf(host)
      expect(await recommend.calibration.query({ workspaceId })).toBeNull()
      const started = await recommend.startCalibration.mutate({ workspaceId, timeZone: ZONE })
      expect(started.state).toBe('running')
      expect((await recommend.startCalibration.mutate({ workspaceId, timeZone: ZONE })).id).toBe(started.id)
      await expect
        .poll(async () => (await recommend.calibration.query({ workspaceId }))?.state, { timeout: TRY_MS })
        .toBe('done')
      const job = (await recommend.calibration.query({ workspaceId }))!
      expect([job.progress!.of, job.progress!.weeks.length]).toEqual([8, 7])
      const { weeks } = job.outcome!
      expect(weeks.map(({ week }) => week)).toEqual([
        '2026-01-19',
        '2026-01-26',
        '2026-02-02',
        '2026-02-09',
        '2026-02-16',
        '2026-02-23',
        '2026-03-02',
        '2026-03-09',
      ])
      const last = weeks.at(-1)!
      const { totals } = await coverage.report.query({
        workspaceId,
        from: '2026-03-09',
        to: '2026-03-15',
        timeZone: ZONE,
      })
      expect([last.visitors, last.covered]).toEqual([totals.totalPageviews, totals.pageviewsWithAgent])
      for (const { predictedCovered, predictedVisitors, covered, visitors } of weeks)
        expect(Math.abs(predictedCovered / predictedVisitors - covered / visitors)).toBeLessThan(0.1)
      expect((await recommend.startCalibration.mutate({ workspaceId, timeZone: ZONE })).id).toBe(job.id)
      // Each pool of its own, "No pool" among them, and together all of them.
      const { byPool } = job.outcome!
      expect(byPool).toHaveLength(6)
      expect(byPool.map(({ poolId }) => poolId)).toContain(null)
      expect(sum(byPool.map((pool) => pool.weeks.at(-1)!.visitors))).toBe(last.visitors)
      for (const { poolId, weeks: totals } of byPool) {
        const own = (await recommend.calibration.query({ workspaceId, poolId }))!.outcome!.weeks
        expect(own).toEqual(totals.map((week): unknown => expect.objectContaining(week)))
        expect(own.at(-1)!.cells).toHaveLength(168)
        const figures = await coverage.report.query({
          workspaceId,
          from: '2026-03-09',
          to: '2026-03-15',
          timeZone: ZONE,
          poolId,
        })
        expect([own.at(-1)!.visitors, own.at(-1)!.covered]).toEqual([
          figures.totals.totalPageviews,
          figures.totals.pageviewsWithAgent,
        ])
      }
      expect((await recommend.calibration.query({ workspaceId, poolId: 'nowhere' }))!.outcome!.weeks).toEqual([])
    },
    2 * TRY_MS,
  )
})

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
