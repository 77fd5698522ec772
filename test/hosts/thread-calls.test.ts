import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { planFromFile } from '../../shared/contract/plan-file.ts'
import type { PredictedWeeks } from '../../electron/backend/publishing/compute.ts'
import { addDays } from '../../shared/time/local.ts'
import { DEMO_PLAN } from '../../electron/sync/demo/published-plan.ts'
import { type CountedData, countedData } from '../support/counted-data.ts'
import { HOSTS, NOW, type TestHost } from './support/open-host.ts'
import { clientOf, syncedDemo } from './support/rpc.ts'

const WEEKS = 52
const LAST = '2026-03-09'

// However many weeks are published: what is read and computed for them is read and computed where it is.
describe('what the threads are asked', () => {
  let host: TestHost
  let counted: CountedData
  let workspaceId: string
  let planId: string
  let publicationId: string
  beforeAll(async () => {
    host = await HOSTS[0]!.open({
      change: ({ data }) => ({ data: (counted = countedData(data)).data, tickMs: 2 ** 30 }),
    })
    workspaceId = await syncedDemo(host)
    planId = (await clientOf(host).plans.create.mutate({ workspaceId, plan: planFromFile(DEMO_PLAN) as never })).id
    const work = counted.data.work()
    const firstWeek = addDays(LAST, -7 * (WEEKS - 1))
    publicationId = (
      await work.publishPlan(workspaceId, { planId, firstWeek, lastWeek: LAST, publishedAt: Date.parse(firstWeek) })
    ).id
    // A year of the demo is not there to predict from; one week's prediction is as much work to compare as another's.
    const predicted = await counted.data
      .compute()
      .snapshotWeeks({ workspaceId, publicationId, weeks: [{ week: LAST, origin: Date.parse(LAST) }], calendars: [] })
    const { prediction } = (predicted as PredictedWeeks).weeks[0]!
    for (let week = 0; week < WEEKS; week += 1) {
      await work.addSnapshots(workspaceId, publicationId, [
        { week: addDays(firstWeek, 7 * week), frozenAt: NOW, prediction: prediction as never },
      ])
    }
    // Of a demo it is asked once after each sync whether weeks of its plan are to be predicted.
    await clientOf(host).compare.list.query({ workspaceId })
  })
  beforeEach(() => {
    counted.calls.length = 0
    counted.signals.length = 0
  })
  afterAll(() => host.close())

  it('to list a year of published weeks is two things', async () => {
    const { weeks, notPredicted } = await clientOf(host).compare.list.query({ workspaceId })
    expect([weeks.length, notPredicted.length]).toEqual([WEEKS, 0])
    expect(counted.calls).toEqual(['work.open', 'compute.comparedWeeks'])
  })

  it('to compare one week is two, and two for the names of its agents', async () => {
    await clientOf(host).compare.week.query({ workspaceId, publicationId, week: LAST })
    expect(counted.calls).toEqual(['work.open', 'compute.comparedWeek', 'work.listPlannedAgents', 'reader.agents'])
  })

  it('to publish is one computation, however many weeks are predicted, and each is kept by itself', async () => {
    const { publication } = await clientOf(host).plans.publish.mutate({
      workspaceId,
      planId,
      firstWeek: '2026-03-23',
      lastWeek: '2026-03-30',
      isPredicted: true,
    })
    expect(publication.frozenWeeks).toEqual(['2026-03-23', '2026-03-30'])
    expect(counted.calls).toEqual([
      'work.publishPlan',
      'work.listPublications',
      'work.find',
      'compute.snapshotWeeks',
      'work.addSnapshots',
      'work.addSnapshots',
      'work.listPlans',
    ])
  })

  it('to hand a plan out to everybody reads it a few times, not once a person', async () => {
    await clientOf(host).handout.all.mutate({ workspaceId, plan: { kind: 'stored', id: planId }, language: 'en' })
    const people = new Set(planFromFile(DEMO_PLAN).shifts.flatMap(({ agentId }) => agentId ?? []))
    expect(people.size).toBeGreaterThan(8)
    expect(counted.calls.filter((call) => call === 'work.readPlan').length).toBeLessThanOrEqual(4)
    expect(counted.calls.filter((call) => call === 'reader.agents').length).toBeLessThanOrEqual(4)
  })

  it.each(['past weeks', 'the months to come'])('ends when the page that asked of %s has gone', async (asked) => {
    const gone = new AbortController()
    const { compare, capacity } = clientOf(host)
    const answer =
      asked === 'past weeks'
        ? compare.list.query({ workspaceId, until: NOW - 1 }, { signal: gone.signal })
        : capacity.months.query({ workspaceId, months: 12 }, { signal: gone.signal })
    await expect.poll(() => counted.signals.length).toBe(1)
    gone.abort()
    await expect(answer).rejects.toThrow(/abort|nobody waits/iu)
    await expect.poll(() => counted.signals[0]!.aborted).toBe(true)
    expect(await host.logText()).not.toContain('failed')
  })
})
