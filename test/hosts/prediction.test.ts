import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simpleMark } from '../../shared/predict/forecast/mark-days.ts'
import { DEMO_PLAN } from '../../electron/sync/demo/published-plan.ts'
import { planFromFile } from '../../shared/contract/plan-file.ts'
import type { PredictionSnapshot } from '../../shared/predict/assemble/prediction-snapshot.ts'
import { intervalsInWeek } from '../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../shared/predict/plan-prediction/plan-predictor.ts'
import { HOSTS_OF_FIGURES, NOW, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, syncedDemo } from './support/rpc.ts'

const WEEK = '2026-03-23'
const ZONE = 'America/New_York'

describe.each(HOSTS_OF_FIGURES)('forecasts and predictions, on $name', ({ open }) => {
  let host: TestHost
  let workspaceId: string
  beforeAll(async () => {
    host = await open()
    workspaceId = await syncedDemo(host, { months: 3 })
  })
  afterAll(() => host.close())

  it('forecasts a week as columns, in slots of any length', async () => {
    const { forecast } = clientOf(host)
    const quarters = await forecast.week.query({ workspaceId, week: WEEK, timeZone: ZONE })
    const hours = await forecast.week.query({ workspaceId, week: WEEK, timeZone: ZONE, slotMinutes: 60 })
    expect([quarters.starts.length, hours.starts.length]).toEqual([672, 168])
    expect(quarters.range).toEqual({
      from: WEEK,
      to: '2026-03-29',
      timeZone: ZONE,
      origin: new Date(NOW).toISOString(),
    })
    expect(sum(quarters.visitors)).toBeCloseTo(sum(hours.visitors), 6)
    expect(sum(quarters.visitors)).toBeCloseTo(quarters.week.visitors, 6)
    expect(quarters.week.visitors).toBeGreaterThan(1000)
    expect(quarters.week.lower95).toBeLessThan(quarters.week.lower80)
    expect(quarters.weeksObserved).toBe(14)
  })

  it('has fewer slots in a week whose clock goes forward', async () => {
    const { starts } = await clientOf(host).forecast.week.query({ workspaceId, week: WEEK, timeZone: 'Europe/Berlin' })
    expect(starts).toHaveLength(668)
  })

  it('sends everything that predicting takes, in one answer that is the same each time', async () => {
    const { prediction } = clientOf(host)
    const { inputs, revision } = await prediction.inputs.query({ workspaceId, week: WEEK, timeZone: ZONE })
    expect(revision).toBeGreaterThan(0)
    expect(inputs.starts).toHaveLength(672)
    expect(inputs.pools).toHaveLength(6)
    for (const pool of inputs.pools) {
      expect(pool.visitors).toHaveLength(672)
      expect(pool.loadFactors).toHaveLength(672)
    }
    expect((await prediction.inputs.query({ workspaceId, week: WEEK, timeZone: ZONE })).inputs).toEqual(inputs)
    const plan = planFromFile(DEMO_PLAN)
    const { totals } = createPlanPredictor(inputs).predict(intervalsInWeek(plan, inputs))
    expect(totals.covered / totals.visitors).toBeGreaterThan(0.5)
    expect(totals.covered / totals.visitors).toBeLessThan(0.95)
  })

  it('says where nothing is known before a week, and from when on something is', async () => {
    const { prediction } = clientOf(host)
    const { unknownPast } = await prediction.inputs.query({ workspaceId, week: '2020-01-06', timeZone: ZONE })
    expect(unknownPast).toMatchObject({ before: '2020-01-06', isOver: true })
    expect(unknownPast!.firstDay! > '2025-12-01').toBe(true)
    expect((await prediction.inputs.query({ workspaceId, week: WEEK, timeZone: ZONE })).unknownPast).toBeNull()
  })

  it('offers shifts to start a plan with: the typical week, and a week as it happened', async () => {
    const { prediction } = clientOf(host)
    const typical = await prediction.startingShifts.query({ workspaceId, week: WEEK, timeZone: ZONE, from: 'typical' })
    expect(typical.shifts.length).toBeGreaterThan(40)
    expect(typical.shifts.every(({ day }) => day >= 0 && day < 7)).toBe(true)
    const worked = await prediction.startingShifts.query({
      workspaceId,
      week: '2026-03-09',
      timeZone: ZONE,
      from: 'worked',
      kind: 'dated',
    })
    expect(worked.shifts.length).toBeGreaterThan(40)
    expect(
      worked.shifts.every(
        ({ day }) => day >= Date.parse('2026-03-09') / 86_400_000 && day < Date.parse('2026-03-16') / 86_400_000,
      ),
    ).toBe(true)
  })

  it('keeps of a published week what was predicted, with all that it was predicted from', async () => {
    const { plans, prediction } = clientOf(host)
    const plan = planFromFile(DEMO_PLAN)
    const { id: planId } = await plans.create.mutate({ workspaceId, plan: plan as never })
    const { publication } = await plans.publish.mutate({ workspaceId, planId, firstWeek: WEEK, lastWeek: WEEK })
    const kept = () => host.data.work().weekSnapshot(workspaceId, publication.id, WEEK)
    await expect.poll(kept).not.toBeNull()
    const frozen = (await kept())!.prediction as unknown as PredictionSnapshot
    const { inputs } = await prediction.inputs.query({ workspaceId, week: WEEK, timeZone: ZONE })
    expect(frozen.inputs).toEqual(inputs)
    expect(createPlanPredictor(frozen.inputs).predict(intervalsInWeek(plan, frozen.inputs)).totals).toEqual(
      frozen.totals,
    )
    expect(sum(frozen.slots.covered)).toBeCloseTo(frozen.totals.covered, 2)
    expect(frozen.bands.coverageRate.lower80).toBeLessThan(frozen.bands.coverageRate.upper80)
  })

  it('keeps marks, and heeds them', async () => {
    const { marks, forecast } = clientOf(host)
    const before = await forecast.week.query({ workspaceId, week: WEEK, timeZone: ZONE })
    const mark = simpleMark('2026-03-10', 'outage', 'nothing was counted')
    expect(await marks.save.mutate({ workspaceId, ...mark })).toEqual({ mark, replaced: null })
    expect(await marks.list.query({ workspaceId })).toEqual([mark])
    const after = await forecast.week.query({ workspaceId, week: WEEK, timeZone: ZONE })
    expect(after.week.visitors).not.toBe(before.week.visitors)
    expect(await marks.remove.mutate({ workspaceId, date: mark.date })).toEqual({ removed: mark })
    expect(await forecast.week.query({ workspaceId, week: WEEK, timeZone: ZONE })).toEqual(before)
    const { status, report } = await failureOf(marks.remove.mutate({ workspaceId, date: mark.date }))
    expect([status, report?.code]).toEqual([404, 'not-found'])
  })

  it('suggests no day that is marked', async () => {
    const { marks } = clientOf(host)
    const suggested = await marks.suggest.query({ workspaceId, timeZone: ZONE })
    for (const { date, kind } of suggested) await marks.save.mutate({ workspaceId, date, kind })
    expect(await marks.suggest.query({ workspaceId, timeZone: ZONE })).toEqual([])
    for (const { date } of suggested) await marks.remove.mutate({ workspaceId, date })
  })

  it('does not suggest again what was refused, until it is wanted again', async () => {
    const { marks } = clientOf(host)
    const suggested = await marks.suggest.query({ workspaceId, timeZone: ZONE })
    const { date } = suggested[0]!
    expect(await marks.refuse.mutate({ workspaceId, date })).toEqual({ refused: date })
    expect(await marks.suggest.query({ workspaceId, timeZone: ZONE })).toEqual(suggested.slice(1))
    expect(await marks.refused.query({ workspaceId })).toEqual([date])
    expect(await marks.unrefuse.mutate({ workspaceId, date })).toEqual({ wanted: date })
    expect(await marks.suggest.query({ workspaceId, timeZone: ZONE })).toEqual(suggested)
    const { status, report } = await failureOf(marks.unrefuse.mutate({ workspaceId, date }))
    expect([status, report?.code]).toEqual([404, 'not-found'])
  })

  it('tells the last weeks as they were forecast, beside what came', async () => {
    const { forecast, coverage } = clientOf(host)
    const past = await forecast.past.query({ workspaceId, week: WEEK, timeZone: ZONE, slotMinutes: 60, weeks: 4 })
    expect(past.weeks.map(({ week }) => week.date)).toEqual(['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16'])
    const { week, starts, actual, days } = past.weeks[2]!
    expect(past.weeks[3]!.days.map((day) => day.actual === null)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ])
    const { totals } = await coverage.report.query({
      workspaceId,
      from: '2026-03-09',
      to: '2026-03-15',
      timeZone: ZONE,
    })
    expect([starts.length, actual.length, days.length]).toEqual([168, 168, 7])
    expect(week.actual).toBe(totals.totalPageviews)
    const then = await forecast.week.query({ workspaceId, week: '2026-03-09', timeZone: ZONE, slotMinutes: 60 })
    expect(week.visitors).toBeCloseTo(then.week.visitors, 0)
    const { slot, day, week: weekly } = past.accuracy
    expect(slot.wape!).toBeGreaterThan(day.wape!)
    expect(day.wape!).toBeGreaterThan(weekly.wape!)
    expect(slot.wape!).toBeLessThan(slot.naiveWape!)
  })

  it('saves forecasts and what came as CSV', async () => {
    const { forecast } = clientOf(host)
    const slots = await forecast.csv.query({
      workspaceId,
      week: '2026-03-02',
      timeZone: ZONE,
      slotMinutes: 60,
      table: 'slots',
    })
    expect(slots.fileName).toBe('forecast-slots-week-2026-03-02-America-New_York-all-pools.csv')
    const lines = slots.text.trimEnd().split('\r\n')
    // An hour is skipped on its Sunday.
    expect([lines.length, lines[0]]).toEqual([168, 'start,expected,lower_80,upper_80,lower_95,upper_95'])
    expect(lines[1]).toMatch(/^2026-03-02T00:00-05:00,[\d.]+,\d+,\d+,\d+,\d+$/)
    const days = await forecast.pastCsv.query({ workspaceId, week: WEEK, timeZone: ZONE, table: 'days', weeks: 2 })
    expect(days.text.split('\r\n').slice(0, 2)).toEqual([
      'date,expected,lower_80,upper_80,came',
      expect.stringMatching(/^2026-03-09,[\d.]+,\d+,\d+,\d+$/),
    ])
  })

  it('refuses a pool that is not there, a date that is none, and a workspace that was never synced', async () => {
    const { forecast } = clientOf(host)
    const ofPool = await failureOf(forecast.week.query({ workspaceId, week: WEEK, poolId: 'nowhere' }))
    expect(ofPool.report).toMatchObject({ code: 'not-found', message: 'There is no pool "nowhere".' })
    expect((await failureOf(forecast.week.query({ workspaceId, week: '2026-02-30' }))).status).toBe(400)
    expect((await failureOf(forecast.week.query({ workspaceId: 'nowhere', week: WEEK }))).status).toBe(404)
  })
})

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
