import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../electron/backend/core/router.ts'
import { DEMO_PLAN } from '../../electron/sync/demo/published-plan.ts'
import { HOSTS_OF_FIGURES, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, importPlan, syncedDemo } from './support/rpc.ts'

const THIS_WEEK = '2026-03-16'
/** With all its draws, on a machine that does other things too. */
const PREDICTED_MS = 150_000

describe.each(HOSTS_OF_FIGURES)('predicted and actual behind $name', ({ open }) => {
  let host: TestHost
  let client: TRPCClient<AppRouter>
  let workspaceId: string
  let publicationId: string
  beforeAll(async () => {
    host = await open()
    client = clientOf(host)
    workspaceId = await syncedDemo(host)
  })
  afterAll(() => host.close())

  it('are nothing before a plan is published', async () => {
    expect(await client.compare.list.query({ workspaceId })).toMatchObject({
      weeks: [],
      notPredicted: [],
      isPredicting: false,
      next: null,
      calibration: { judged: 0, share: null },
    })
  })

  it('are still to come for a plan whose weeks have not begun', async () => {
    const { id } = await importPlan(host, workspaceId, { ...DEMO_PLAN, name: 'Next week' })
    await client.plans.publish.mutate({ workspaceId, planId: id, firstWeek: '2026-03-23', lastWeek: '2026-03-23' })
    expect(await client.compare.list.query({ workspaceId })).toMatchObject({
      weeks: [],
      next: { planName: 'Next week', week: '2026-03-23' },
    })
  })

  it('are, of a week that runs, what is known so far', async () => {
    const { id } = await importPlan(host, workspaceId, DEMO_PLAN)
    publicationId = (
      await client.plans.publish.mutate({ workspaceId, planId: id, firstWeek: THIS_WEEK, lastWeek: THIS_WEEK })
    ).publication.id
    // It is predicted in the background. Whoever finds it neither predicted nor being predicted does not look again.
    const answers: string[] = []
    const look = async (): Promise<number> => {
      const { weeks, isPredicting } = await client.compare.list.query({ workspaceId })
      answers.push(weeks.length === 1 ? 'predicted' : isPredicting ? 'being predicted' : 'neither')
      return weeks.length
    }
    await expect
      .poll(() => Promise.all(Array.from({ length: 20 }, look)), { timeout: PREDICTED_MS, interval: 1 })
      .toEqual(Array.from({ length: 20 }, () => 1))
    expect(answers).not.toContain('neither')
    const { weeks, now } = await client.compare.list.query({ workspaceId })
    expect(now).toBe('2026-03-20T15:00:00.000Z')
    expect(weeks[0]).toMatchObject({
      planName: 'Standard week',
      publicationId,
      week: THIS_WEEK,
      state: 'running',
      total: { insideBand80: null },
    })
    const { total } = weeks[0]!
    expect(total.knownShare).toBeCloseTo((4 * 24 + 11) / 168, 6)
    const { rate } = total.parts!
    expect(Math.abs(rate.traffic + rate.staffing + rate.model - rate.total)).toBeLessThan(1e-9)
  })

  it('have days, hours and hours of the week, and how agents kept to the plan', async () => {
    const week = await client.compare.week.query({ workspaceId, publicationId, week: THIS_WEEK })
    expect([week.days.length, week.hours.length, week.cells.length]).toEqual([7, 24, 168])
    expect(week.days.map(({ actual }) => actual === null)).toEqual([false, false, false, false, false, true, true])
    expect(week.expected!.band.lower80).toBeLessThan(week.expected!.rate)
    const maya = week.adherence.find(({ name }) => name === 'Maya Chen')!
    expect(maya.shifts.map(({ state }) => state)).toEqual(['worked', 'worked', 'worked', 'worked', 'running'])
    expect(week.adherence.map(({ name }) => name)).toEqual(
      week.adherence.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other, 'en')),
    )
  })

  it('are the coverage report’s figures, day by day', async () => {
    const { days, total } = await client.compare.week.query({ workspaceId, publicationId, week: THIS_WEEK })
    const report = await client.coverage.report.query({
      workspaceId,
      from: THIS_WEEK,
      to: '2026-03-20',
      timeZone: DEMO_PLAN.timeZone,
    })
    expect(days.slice(0, 5).map(({ actual }) => actual!.visitors)).toEqual(
      report.daily.map(({ totalPageviews }) => totalPageviews),
    )
    expect((100 * total.actual!.covered) / total.actual!.visitors).toBeCloseTo(report.totals.coverageRate, 9)
  })

  it('are saved as CSV by date and hour, unknown hours empty', async () => {
    const { fileName, text } = await client.compare.csv.query({ workspaceId, publicationId, week: THIS_WEEK })
    expect(fileName).toBe('compare-hours-Standard-week-2026-03-16.csv')
    const lines = text.trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + 168)
    expect(lines[0]).toMatch(
      /^date,hour,known_share,predicted_visitors,actual_visitors,.*,difference_points,traffic_points,staffing_points,rest_points,/u,
    )
    expect(lines[1]).toMatch(/^2026-03-16,00:00,1,[\d.]+,\d+,/u)
    expect(lines.at(-1)).toMatch(/^2026-03-22,23:00,0,[\d.]+,,[\d.]+,,[\d.]+,,[\d.]+,,[\d.]+,[\d.]+,,,,,,,,,$/u)
    const adherence = await client.compare.csv.query({
      workspaceId,
      publicationId,
      week: THIS_WEEK,
      table: 'adherence',
    })
    expect(adherence.text).toMatch(/^Maya Chen,[\w-]+,2026-03-16T12:00:00.000Z,2026-03-16T20:30:00.000Z,worked,7.5,/mu)
    const slots = (
      await client.compare.csv.query({ workspaceId, publicationId, week: THIS_WEEK, table: 'adherence-slots' })
    ).text
    expect(slots).toMatch(/^agent,agent_id,start,state,planned_minutes,online_minutes\r$/mu)
    expect(slots).toMatch(/^Maya Chen,[\w-]+,2026-03-16T13:00:00.000Z,on-time,15,15\r$/mu)
    // At the clock of the last sync, in the middle of a shift.
    expect(slots).toMatch(/^Maya Chen,[\w-]+,2026-03-20T15:00:00.000Z,ahead,15,\r$/mu)
  })

  it('say in words what is not there', async () => {
    expect(
      await failureOf(client.compare.week.query({ workspaceId, publicationId: 'none', week: THIS_WEEK })),
    ).toMatchObject({ status: 404, report: { code: 'not-found' } })
    expect(await failureOf(client.compare.week.query({ workspaceId, publicationId, week: 'soon' }))).toMatchObject({
      status: 400,
    })
    expect(await failureOf(client.compare.list.query({ workspaceId: 'nowhere' }))).toMatchObject({ status: 404 })
  })
})
