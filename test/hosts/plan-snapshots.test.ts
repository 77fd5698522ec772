import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWorkThread } from '../support/work-thread.ts'
import type { PredictedWeeks } from '../../electron/backend/publishing/compute.ts'
import type { SnapshotOptions } from '../../electron/backend/publishing/snapshots.ts'
import { takeSnapshots, weeksDue } from '../../electron/backend/publishing/snapshots.ts'
import { openDataAccess } from '../../electron/backend/threads/open-data-access.ts'
import { createJobRunner } from '../../electron/backend/core/job-runner.ts'
import { SYNC } from '../../electron/backend/sync/sync-job.ts'
import { startDemo } from '../../electron/backend/sync/use-cases.ts'
import type { PublicationSummary } from '../../electron/store/plan-store-records.ts'
import { addDays } from '../../shared/time/local.ts'
import { BUILT } from '../support/built.ts'
import { makeDataFolder } from '../support/services.ts'

type DueQuery = Parameters<SnapshotOptions['predictWeeks']>[0]

const NEW_YORK = 'America/New_York'
/** A Friday. */
const NOW = Date.parse('2026-03-20T15:00:00Z')
const weeksFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(first, 7 * index))

function publication(values: Partial<PublicationSummary> = {}): PublicationSummary {
  return {
    id: 'one',
    number: 1,
    planId: 'plan',
    version: 1,
    poolId: null,
    timeZone: NEW_YORK,
    firstWeek: '2026-03-23',
    lastWeek: null,
    publishedAt: NOW,
    revision: 1,
    frozenWeeks: [],
    ...values,
  }
}

describe('the weeks of a publication that are due', () => {
  const due = (values: Partial<PublicationSummary>, now = NOW, others: readonly PublicationSummary[] = []) => {
    const one = publication(values)
    return weeksDue(one, { now, publications: [...others, one] })
  }

  it('are the first thirteen at once, as of the moment of publishing', () => {
    expect(due({})).toEqual(weeksFrom('2026-03-23', 13).map((week) => ({ week, origin: NOW })))
    expect(due({}, NOW + 1e9)).toEqual(due({}))
  })

  it('end with the last week', () => {
    expect(due({ lastWeek: '2026-03-30' }).map(({ week }) => week)).toEqual(['2026-03-23', '2026-03-30'])
  })

  it('begin with the week in which it was published, of which nothing goes in', () => {
    const [first, second] = due({ firstWeek: '2026-03-09' })
    // Midnight of the Monday on New York's summer time.
    expect(first).toEqual({ week: '2026-03-16', origin: Date.parse('2026-03-16T04:00:00Z') })
    expect(second).toEqual({ week: '2026-03-23', origin: NOW })
  })

  it('are later two weeks before they begin, as of then, and not before', () => {
    const first = weeksFrom('2026-03-23', 13)
    const now = Date.parse('2026-06-09T12:00:00Z')
    expect(due({ frozenWeeks: first }, Date.parse('2026-06-08T03:59:00Z'))).toEqual([])
    expect(due({ frozenWeeks: first }, now)).toEqual([{ week: '2026-06-22', origin: now }])
  })

  it('are caught up with where no sync came in time, each as of its beginning', () => {
    const first = weeksFrom('2026-03-23', 13)
    expect(
      due({ frozenWeeks: first }, Date.parse('2026-07-01T00:00:00Z')).map(({ week, origin }) => [
        week,
        new Date(origin).toISOString(),
      ]),
    ).toEqual([
      ['2026-06-22', '2026-06-22T04:00:00.000Z'],
      ['2026-06-29', '2026-06-29T04:00:00.000Z'],
      ['2026-07-06', '2026-07-01T00:00:00.000Z'],
      ['2026-07-13', '2026-07-01T00:00:00.000Z'],
    ])
    expect(due({}, Date.parse('2028-07-01T00:00:00Z'))).toHaveLength(26)
  })

  it('are, later, none that a newer publication of the pool has taken over', () => {
    const newer = publication({ id: 'two', number: 2, firstWeek: '2026-06-29', lastWeek: '2026-06-29' })
    const weeks = (others: readonly PublicationSummary[]) =>
      due({ frozenWeeks: weeksFrom('2026-03-23', 13) }, Date.parse('2026-06-25T00:00:00Z'), others).map(
        ({ week }) => week,
      )
    expect(weeks([])).toEqual(['2026-06-22', '2026-06-29', '2026-07-06'])
    expect(weeks([newer])).toEqual(['2026-06-22', '2026-07-06'])
    expect(weeks([{ ...newer, poolId: 'sales' }])).toEqual(['2026-06-22', '2026-06-29', '2026-07-06'])
  })
})

describe('predicting what is published', () => {
  const folder = makeDataFolder()
  const work = openWorkThread({ dataDir: folder.path, now: () => NOW })
  let workspaceId: string
  let planId: string
  let asked: DueQuery[]
  beforeAll(async () => {
    workspaceId = (await work.create({ name: 'Ours', source: { kind: 'demo' } })).id
    planId = await work.createPlan(workspaceId, {
      name: 'October',
      timeZone: NEW_YORK,
      poolId: null,
      kind: 'weekly',
      shifts: [],
    })
  })
  beforeEach(() => {
    asked = []
  })
  afterAll(() => {
    work.close()
    folder.remove()
  })
  const predictionOf = (week: string) => ({ version: 1, inputs: { predicted: week }, slots: {} })
  const TOO_LITTLE = { code: 'not-found', message: 'There is too little history.' } as const
  /** At first the history says too little of the third week. */
  const options = {
    work,
    clock: () => NOW,
    async predictWeeks(query: DueQuery): Promise<PredictedWeeks> {
      const failing = asked.push(query) === 1 ? query.weeks[2] : undefined
      return {
        weeks: query.weeks
          .filter((one) => one !== failing)
          .map(({ week }) => ({ week, prediction: predictionOf(week) as never })),
        problem: failing === undefined ? null : TOO_LITTLE,
      }
    },
  }

  it('keeps what could be predicted, says why the rest could not, and does the rest later', async () => {
    const published = await work.publishPlan(workspaceId, {
      planId,
      firstWeek: '2026-03-23',
      lastWeek: '2026-04-13',
      publishedAt: NOW,
    })
    expect(await takeSnapshots(options, workspaceId, published.id)).toEqual(TOO_LITTLE)
    expect((await work.readPublication(workspaceId, published.id)).frozenWeeks).toEqual([
      '2026-03-23',
      '2026-03-30',
      '2026-04-13',
    ])
    expect(await takeSnapshots(options, workspaceId, null)).toBeNull()
    expect(asked.slice(1)).toEqual([
      { workspaceId, publicationId: published.id, weeks: [{ week: '2026-04-06', origin: NOW }] },
    ])
    expect(await work.weekSnapshot(workspaceId, published.id, '2026-04-06')).toEqual({
      week: '2026-04-06',
      frozenAt: NOW,
      prediction: predictionOf('2026-04-06'),
    })
    expect(await takeSnapshots(options, workspaceId, null)).toBeNull()
    expect(asked).toHaveLength(2)
  })

  it('stops where the weeks are withdrawn meanwhile, and finds nothing wrong with that', async () => {
    const published = await work.publishPlan(workspaceId, {
      planId,
      firstWeek: '2026-03-23',
      lastWeek: '2026-04-13',
      publishedAt: NOW,
    })
    const predictWeeks = async (query: DueQuery) => {
      const predicted = await options.predictWeeks(query)
      await work.withdrawPublication(workspaceId, published.id, '2026-03-23')
      return predicted
    }
    expect(await takeSnapshots({ ...options, predictWeeks }, workspaceId, published.id)).toBeNull()
    expect(asked).toHaveLength(1)
  })

  it('follows every sync, with the clock of the sync', async () => {
    const other = makeDataFolder()
    const data = openDataAccess({ dataDir: other.path, workerEntry: BUILT.workerEntry })
    const synced: unknown[] = []
    const failures: unknown[] = []
    const jobs = createJobRunner({
      clock: Date.now,
      newId: () => 'job',
      onFailure: (_, thrown) => failures.push(thrown),
    })
    const context = {
      data,
      jobs,
      host: { kind: 'terminal' },
      clock: Date.now,
      systemTimeZone: 'UTC',
      environment: {},
      onNotice: () => undefined,
      afterSync: async (what: unknown) => void synced.push(what),
    }
    const { workspaceId } = await startDemo(context as never, { name: null, now: NOW })
    await jobs.settled(SYNC, workspaceId)
    expect(failures).toEqual([])
    const made = await data.work().list()
    expect(synced).toEqual(made.map(({ id }) => ({ workspaceId: id, now: NOW })))
    expect(made).toHaveLength(1)
    await data.close()
    other.remove()
  })
})
