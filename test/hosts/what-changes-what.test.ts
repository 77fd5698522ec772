import type { TRPCClient } from '@trpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRouter } from '../../electron/backend/core/router.ts'
import { CHANGES, type Change } from '../../renderer/app/rpc/what-changes-what.ts'
import { addDays } from '../../shared/time/local.ts'
import { HOSTS, NOW, type TestHost } from './support/open-host.ts'
import { clientOf, syncedDemo } from './support/rpc.ts'

// What a change really changes, asked of the backend: whatever differs afterwards must be in the change's row.

const ZONE = 'America/New_York'
const TODAY = '2026-03-20'
const WEEK = '2026-03-22'
/** Weeks that are over, and this one: agents are known by how they kept to their plan. */
const PUBLISHED_FROM = '2026-02-15'

let host: TestHost
let client: TRPCClient<AppRouter>
let workspaceId: string
let planId: string
let now = NOW - 40 * 86_400_000
let agents: readonly { readonly id: string; readonly name: string }[]

beforeAll(async () => {
  host = await HOSTS[0]!.open({ clock: () => now })
  client = clientOf(host)
  workspaceId = await syncedDemo(host, { months: 2 })
  agents = (await client.agents.list.query({ workspaceId })).map(({ id, name }) => ({ id, name }))
  const shifts = agents.slice(0, 4).flatMap(({ id }, row) =>
    [1, 2, 3, 4, 5].map((day) => ({
      id: `s${row}-${day}`,
      agentId: id,
      day,
      startMinute: 540,
      endMinute: 1020,
      breaks: [],
      note: '',
    })),
  )
  const plan = await client.plans.create.mutate({
    workspaceId,
    plan: { name: 'Spring', timeZone: ZONE, poolId: null, kind: 'weekly', shifts },
  })
  planId = plan.id
}, 120_000)
afterAll(() => host.close())

/** Every answer that screens keep, as text; a failure is an answer too. */
async function answers(): Promise<ReadonlyMap<string, string>> {
  const range = { workspaceId, from: addDays(TODAY, -30), to: TODAY, timeZone: ZONE }
  const asked: Readonly<Record<string, () => Promise<unknown>>> = {
    'workspace.overview': () => client.workspace.overview.query({ workspaceId }),
    'workspaces.list': () => client.workspaces.list.query(),
    'coverage.report': () => client.coverage.report.query(range),
    'forecast.week': () => client.forecast.week.query({ workspaceId, week: WEEK, slotMinutes: 60 }),
    'prediction.inputs': () => client.prediction.inputs.query({ workspaceId, week: WEEK, timeZone: ZONE }),
    'marks.list': () => client.marks.list.query({ workspaceId }),
    'marks.outcomes': () => client.marks.outcomes.query({ workspaceId }),
    'marks.suggest': () => client.marks.suggest.query({ workspaceId }),
    'holidays.dates': () => client.holidays.dates.query({ workspaceId, from: WEEK, to: addDays(WEEK, 40) }),
    'holidays.list': () => client.holidays.list.query({ workspaceId, from: WEEK, to: addDays(WEEK, 40) }),
    'holidays.proposed': () => client.holidays.proposed.query({ workspaceId }),
    'marks.refused': () => client.marks.refused.query({ workspaceId }),
    'recommend.blocks': () => client.recommend.blocks.query(range),
    'recommend.model': () => client.recommend.model.query({ workspaceId, timeZone: ZONE }),
    'suggest.freeMoves': () => client.suggest.freeMoves.query({ workspaceId }),
    'compare.list': () => client.compare.list.query({ workspaceId }),
    'alerts.active': () => client.alerts.active.query({ workspaceId }),
    'alerts.settings': () => client.alerts.settings.query({ workspaceId }),
    'timeOff.list': () => client.timeOff.list.query({ workspaceId }),
    'today.get': () => client.today.get.query({ workspaceId }),
    'plans.list': () => client.plans.list.query({ workspaceId }),
    'plans.publications': () => client.plans.publications.query({ workspaceId }),
    'plans.publishedShifts': () =>
      client.plans.publishedShifts.query({ workspaceId, poolId: null, timeZone: ZONE, days: 14 }),
    'agents.list': () => client.agents.list.query({ workspaceId }),
    'templates.list': () => client.templates.list.query({ workspaceId }),
  }
  const found = new Map<string, string>()
  for (const [path, ask] of Object.entries(asked))
    found.set(path, JSON.stringify(await ask().catch((thrown: unknown) => String(thrown)), withoutSizes))
  return found
}

/** Files grow with whatever is written. */
function withoutSizes(key: string, value: unknown): unknown {
  return key === 'bytes' ? null : value
}

/** The answers after the last change: each is asked once between two changes. */
let last: ReadonlyMap<string, string> | null = null

async function changedBy(run: () => Promise<unknown>): Promise<readonly string[]> {
  const first = last ?? (await answers())
  await run()
  const second = await answers()
  last = second
  return [...first].filter(([path, text]) => second.get(path) !== text).map(([path]) => path)
}

function expectInRow(changed: readonly string[], change: Change): void {
  const row: readonly string[] = CHANGES[change]
  expect(changed.filter((path) => !row.some((one) => one === path || path.startsWith(`${one}.`)))).toEqual([])
}

describe('what a change changes', () => {
  it('is all in its row after publishing, which changes predictions', async () => {
    const publish = (): Promise<unknown> =>
      client.plans.publish.mutate({ workspaceId, planId, firstWeek: PUBLISHED_FROM })
    await publish()
    now = NOW
    // In force while its weeks passed: the sync brings how agents kept to it.
    const synced = await changedBy(async () => {
      await client.demo.start.mutate()
      await expect
        .poll(async () => (await client.sync.state.query({ workspaceId }))?.state, { timeout: 200_000 })
        .toBe('done')
    })
    expectInRow(synced, 'synced')
    expect(synced).toContain('prediction.inputs')
    const withdrawn = await client.plans.publications.query({ workspaceId })
    const changed = await changedBy(async () => {
      await client.plans.withdraw.mutate({ workspaceId, publicationId: withdrawn[0]!.id })
    })
    expectInRow(changed, 'published')
    expect(changed).toContain('plans.publications')
    expect(changed).toContain('plans.publishedShifts')
  }, 400_000)

  it('is all in its row after marking a day', async () => {
    const changed = await changedBy(() =>
      client.marks.save.mutate({ workspaceId, date: '2026-03-10', kind: 'outage', note: '' }),
    )
    expectInRow(changed, 'marks')
    expect(changed).toEqual(expect.arrayContaining(['marks.list', 'forecast.week', 'prediction.inputs']))
  }, 120_000)

  it('is all in its row after choosing whose holidays are known', async () => {
    // Good Friday and Easter lie in the days that are asked for.
    const changed = await changedBy(() =>
      client.holidays.use.mutate({ workspaceId, calendars: [{ country: 'DE', region: null }] }),
    )
    expectInRow(changed, 'holidays')
    expect(changed).toEqual(expect.arrayContaining(['workspace.overview', 'holidays.dates', 'holidays.list']))
  }, 120_000)

  it('is all in its row after changing the rules or the name of an agent', async () => {
    const agent = agents[0]!
    const changed = await changedBy(() =>
      client.agents.save.mutate({
        workspaceId,
        agentId: agent.id,
        name: 'Somebody else',
        rules: { maxHoursPerWeek: 20 },
      }),
    )
    expectInRow(changed, 'agents')
    expect(changed).toContain('agents.list')
  }, 120_000)

  it('is all in its row after changing settings', async () => {
    const changed = await changedBy(() =>
      client.settings.save.mutate({ workspaceId, patch: { targetCoverage: 70, timeZone: 'Europe/Vienna' } }),
    )
    expectInRow(changed, 'settings')
    expect(changed).toEqual(expect.arrayContaining(['workspace.overview', 'recommend.blocks', 'forecast.week']))
  }, 120_000)

  it('is all in its row after making public holidays days off, and after choosing others then', async () => {
    const save = (publicHolidaysOff: boolean) =>
      client.settings.save.mutate({ workspaceId, patch: { publicHolidaysOff } })
    const off = await changedBy(() => save(true))
    expectInRow(off, 'settings')
    expect(off).toContain('timeOff.list')
    const others = await changedBy(() =>
      client.holidays.use.mutate({ workspaceId, calendars: [{ country: 'US', region: null }] }),
    )
    expectInRow(others, 'holidays')
    expect(others).toContain('timeOff.list')
    await changedBy(() => save(false))
  }, 240_000)

  it('is all in its row after editing plans and templates', async () => {
    const changed = await changedBy(() => client.plans.duplicate.mutate({ workspaceId, planId, name: 'Summer' }))
    expectInRow(changed, 'plans')
    expect(changed).toContain('plans.list')
  }, 120_000)
})
