import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TRPCClient } from '@trpc/client'
import type { LiveFigure, Notification } from '../../electron/backend/core/host-capabilities.ts'
import type { AppRouter } from '../../electron/backend/core/router.ts'
import { DEMO_PLAN } from '../../electron/sync/demo/published-plan.ts'
import { MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { HOSTS_OF_FIGURES, NOW, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, importPlan, syncedDemo, syncEnd } from './support/rpc.ts'

describe.each(HOSTS_OF_FIGURES)('today behind $name', ({ open }) => {
  let host: TestHost
  let client: TRPCClient<AppRouter>
  let workspaceId: string
  let now = NOW
  const notified: Notification[] = []
  const badges: number[] = []
  const figures: (LiveFigure | null)[] = []
  beforeAll(async () => {
    // Eleven in New York, on a Friday.
    host = await open({
      clock: () => now,
      change: () => ({
        tickMs: 20,
        host: {
          kind: 'desktop',
          secrets: null,
          printer: null,
          badge: (alerts) => void badges.push(alerts),
          notify: (one) => void notified.push(one),
          showFigure: (figure) => void figures.push(figure),
        },
      }),
    })
    client = clientOf(host)
    workspaceId = await syncedDemo(host)
    await client.settings.save.mutate({ workspaceId, patch: { timeZone: DEMO_PLAN.timeZone } })
  })
  afterAll(() => host.close())
  const sync = async (patch: Parameters<typeof client.settings.save.mutate>[0]['patch']): Promise<void> => {
    await client.settings.save.mutate({ workspaceId, patch })
    now += 5 * MINUTE_MS
    const { jobId } = await client.sync.start.mutate({ workspaceId })
    expect((await syncEnd(host, workspaceId)).job).toMatchObject({ id: jobId, state: 'done' })
  }

  it('is what coverage says so far, and what is still expected', async () => {
    const { figures, basis, timeZone, autoSync } = await client.today.get.query({ workspaceId })
    const report = await client.coverage.report.query({ workspaceId, from: '2026-03-20', to: '2026-03-20' })
    expect([timeZone, figures.date]).toEqual(['America/New_York', '2026-03-20'])
    expect(basis).toEqual([{ plans: [], pools: null }])
    expect(figures.soFar).toEqual({ visitors: report.totals.totalPageviews, covered: report.totals.pageviewsWithAgent })
    expect(figures.rest.visitors).toBeGreaterThan(figures.soFar.visitors)
    expect(figures.rest.covered / figures.rest.visitors).toBeGreaterThan(0.5)
    expect(figures.hours.map(({ actual }) => actual === null)).toEqual([
      ...Array.from({ length: 11 }, () => false),
      ...Array.from({ length: 13 }, () => true),
    ])
    expect(autoSync).toEqual({ minutes: null, failures: 0, failure: null, nextAt: null })
  })

  it('says who is online, and who is planned once a plan is published', async () => {
    const before = (await client.today.get.query({ workspaceId })).agents
    expect(before.find(({ name }) => name === 'Maya Chen')).toMatchObject({ state: 'extra', shift: null })
    const { id } = await importPlan(host, workspaceId, DEMO_PLAN)
    await client.plans.publish.mutate({ workspaceId, planId: id, firstWeek: '2026-03-16', lastWeek: '2026-03-16' })
    const { agents, basis } = await client.today.get.query({ workspaceId })
    expect(basis).toEqual([{ plans: ['Standard week'], pools: null }])
    expect(agents.find(({ name }) => name === 'Maya Chen')).toMatchObject({
      state: 'here',
      shift: { start: '2026-03-20T12:00:00.000Z', end: '2026-03-20T20:30:00.000Z' },
    })
    expect(agents.find(({ name }) => name === 'Julia Novak')).toMatchObject({ state: 'later', onlineSince: null })
    expect(agents.find(({ name }) => name === 'Noah Petrov')).toBeDefined()
  })

  it('says how to cover for somebody who is away, for the rest of the day alone', async () => {
    const { agents } = await client.today.get.query({ workspaceId })
    const agentId = agents.find(({ name }) => name === 'Julia Novak')!.agentId
    const gap = (await client.today.gap.query({ workspaceId, agentId }))!
    expect([gap.planName, gap.hasRules]).toEqual(['Standard week', false])
    expect(gap.lost).toBeGreaterThan(1)
    expect(gap.repairs.length).toBeGreaterThan(0)
    expect(new Set(gap.repairs.map((one) => one.agentId)).size).toBe(gap.repairs.length)
    for (const { before, after, coveredGain, agentId: other } of gap.repairs) {
      expect(other).not.toBe(agentId)
      expect(coveredGain).toBeGreaterThan(0)
      // Whoever is there already does not start at another time.
      expect(before?.start === after.start || Date.parse(after.start) > now).toBe(true)
    }
    expect(await client.today.gap.query({ workspaceId, agentId: 'unknown' })).toBeNull()
  })

  it('takes somebody for absent who is entered as ill, predicts the rest of the day without them, until it is taken back', async () => {
    const before = await client.today.get.query({ workspaceId })
    const { agentId } = before.agents.find(({ name }) => name === 'Julia Novak')!
    await client.today.markAbsent.mutate({ workspaceId, agentId })
    const after = await client.today.get.query({ workspaceId })
    const marked = after.agents.find((agent) => agent.agentId === agentId)!
    expect(marked).toMatchObject({ state: 'absent', markedAs: [expect.any(String)] })
    expect(marked.lost).toBeGreaterThan(1)
    expect(before.figures.rest.covered - after.figures.rest.covered).toBeCloseTo(marked.lost!, 6)
    expect(after.figures.rest.visitors).toBe(before.figures.rest.visitors)
    // Other time off of theirs, of today and of the days around, is none of it.
    const others = (await client.timeOff.list.query({ workspaceId })).length
    for (const [kind, date] of [
      ['vacation', '2026-03-21'],
      ['ill', '2026-03-19'],
      ['training', '2026-03-20'],
    ] as const)
      await client.timeOff.save.mutate({
        workspaceId,
        timeOff: [{ id: `other-${date}`, agentId, kind, from: date, to: date, part: null, note: '' }],
      })
    const again = (await client.today.get.query({ workspaceId })).agents.find((agent) => agent.agentId === agentId)!
    expect(again.markedAs).toEqual(marked.markedAs)
    await client.timeOff.remove.mutate({
      workspaceId,
      ids: ['other-2026-03-21', 'other-2026-03-19', 'other-2026-03-20'],
    })
    expect(await client.timeOff.list.query({ workspaceId })).toHaveLength(others)
    // Nobody who is absent is asked to cover.
    const other = after.agents.find(({ state, shift }) => state === 'later' && shift !== null)!
    const gap = await client.today.gap.query({ workspaceId, agentId: other.agentId })
    expect(gap!.repairs.map((repair) => repair.agentId)).not.toContain(agentId)
    await client.timeOff.remove.mutate({ workspaceId, ids: [...marked.markedAs] })
    expect((await client.today.get.query({ workspaceId })).figures).toEqual(before.figures)
  })

  it('takes a way to cover into the live plan, as a step that is undone, with all that its people hear of it', async () => {
    const { agents, figures } = await client.today.get.query({ workspaceId })
    const { agentId } = agents.find(({ name }) => name === 'Julia Novak')!
    await client.today.markAbsent.mutate({ workspaceId, agentId })
    const without = (await client.today.get.query({ workspaceId })).figures
    const [best] = (await client.today.gap.query({ workspaceId, agentId }))!.repairs
    const { kind, after } = best!
    const repair = { agentId: best!.agentId, kind, after }
    expect(best!.cost).toBeNull()
    const taken = await client.today.takeRepair.mutate({ workspaceId, agentId, repair })
    expect(taken).toMatchObject({
      planName: 'Standard week, 2026-03-16',
      firstWeek: '2026-03-16',
      lastWeek: '2026-03-16',
    })
    const now = await client.today.get.query({ workspaceId })
    expect(now.basis).toEqual([{ plans: ['Standard week, 2026-03-16'], pools: null }])
    // The gain that was shown is that of the prediction.
    expect(now.figures.rest.covered - without.rest.covered).toBeCloseTo(best!.coveredGain, 6)
    const changes = await client.handout.changes.query({ workspaceId, plan: { kind: 'stored', id: taken.planId } })
    expect(changes.people.map((person) => person.agentId)).toEqual([best!.agentId])
    // It is no way any more once it is taken.
    expect((await failureOf(client.today.takeRepair.mutate({ workspaceId, agentId, repair }))).report?.code).toBe(
      'conflict',
    )

    const { planName: _, ...weeks } = taken
    await client.today.undoRepair.mutate({ workspaceId, ...weeks })
    expect((await client.today.get.query({ workspaceId })).figures.rest).toEqual(without.rest)
    // The plan of this week is now edited itself: no other is made.
    const again = await client.today.takeRepair.mutate({ workspaceId, agentId, repair })
    expect(again.planId).toBe(taken.planId)
    const { planName: __, ...secondWeeks } = again
    await client.today.undoRepair.mutate({ workspaceId, ...secondWeeks })
    const marked = (await client.today.get.query({ workspaceId })).agents.find((agent) => agent.agentId === agentId)!
    await client.timeOff.remove.mutate({ workspaceId, ids: [...marked.markedAs] })
    expect((await client.today.get.query({ workspaceId })).figures.rest.covered).toBeCloseTo(figures.rest.covered, 6)
  })

  it('shows the chance of the next visitor where the user asks for it, anew with each sync', async () => {
    expect(figures.filter((figure) => figure !== null)).toEqual([])
    await client.app.saveSettings.mutate({ liveFigure: true })
    const { next } = await client.today.get.query({ workspaceId })
    expect(figures.at(-1)).toEqual({
      workspace: 'Demo',
      chance: 100 * next!.chance!,
      pools: next!.pools.map(({ name, chance }) => ({ name, chance: chance === null ? null : 100 * chance })),
      agents: next!.agents,
      asOf: next!.now,
      timeZone: 'America/New_York',
    })
    const before = figures.length
    await sync({})
    await expect.poll(() => figures.length).toBeGreaterThan(before)
    expect(figures.at(-1)!.asOf).toBeGreaterThan(next!.now)
    await client.app.saveSettings.mutate({ liveFigure: false })
    expect(figures.at(-1)).toBeNull()
  })

  const active = () => client.alerts.active.query({ workspaceId })
  const aloud = async () => (await active()).filter(({ isAlert }) => isAlert)
  const lowCoverage = async () => (await client.alerts.settings.query({ workspaceId })).rules[0]!
  const changeRule = async (patch: Partial<Awaited<ReturnType<typeof lowCoverage>>>): Promise<void> => {
    const { isReviewed: _isReviewed, reviewed: _reviewed, ...rule } = { ...(await lowCoverage()), ...patch }
    await client.alerts.saveRule.mutate({ workspaceId, rule })
  }

  it('alerts of low coverage of each pool once, however often it is looked at, and not in quiet hours', async () => {
    expect(await lowCoverage()).toMatchObject({ isOn: true, scope: { kind: 'each-pool' }, quiet: null, channels: [] })
    expect(await active()).toEqual([])
    await sync({ targetCoverage: 100 })
    // It does not sync by itself: whoever syncs looks anyway.
    expect(await active()).toEqual([])
    await changeRule({ quiet: { from: 11, to: 12 } })
    await sync({ autoSyncMinutes: 240 })
    expect([await aloud(), notified.length]).toEqual([[], 0])
    // Whoever looks sees it all the same.
    const quietly = await active()
    expect(quietly.length).toBeGreaterThan(0)
    expect(quietly[0]).toMatchObject({ rule: 'Low coverage', figures: { target: 100, minutes: 60 }, isAlert: false })
    await changeRule({ quiet: null })
    await sync({})
    const said = await aloud()
    expect(said.map(({ subject }) => subject)).toEqual(quietly.map(({ subject }) => subject))
    await sync({})
    await sync({})
    expect(notified.map(({ title }) => title).toSorted()).toEqual(
      said.map(({ name }) => (name === null ? 'Coverage is low' : `Coverage of ${name} is low`)).toSorted(),
    )
    expect(notified[0]!.body).toMatch(
      /^\d+ of \d+ visitors missed in the 60 minutes before 11:15(?:\sAM)? \(\d+\s?% covered, target 100\s?%\)\.\nHarbor & Pine · alert “Low coverage”$/u,
    )
    expect(badges.at(-1)).toBe(said.length)
  })

  it('says nothing of it in quiet hours that begin later, and nothing while nobody syncs', async () => {
    const before = (await aloud()).map(({ since }) => since)
    await changeRule({ quiet: { from: 11, to: 13 } })
    expect(await aloud()).toEqual([])
    await changeRule({ quiet: null })
    expect((await aloud()).map(({ since }) => since)).toEqual(before)
    await client.settings.save.mutate({ workspaceId, patch: { autoSyncMinutes: null } })
    expect(await active()).toEqual([])
    await client.settings.save.mutate({ workspaceId, patch: { autoSyncMinutes: 240 } })
    expect((await aloud()).map(({ since }) => since)).toEqual(before)
  })

  it('says it no more once it was dismissed', async () => {
    const count = notified.length
    for (const { ruleId, subject } of await aloud())
      await client.alerts.dismiss.mutate({ workspaceId, ruleId, subject })
    expect(await aloud()).toEqual([])
    await sync({})
    expect([await aloud(), notified.length]).toEqual([[], count])
    expect((await active()).length).toBeGreaterThan(0)
  })

  it('says no more of it when its rule is turned off, or when it is over', async () => {
    const count = notified.length
    await changeRule({ isOn: false })
    expect(await active()).toEqual([])
    await sync({ targetCoverage: 50 })
    await changeRule({ isOn: true })
    await sync({})
    expect([await active(), notified.length]).toEqual([[], count])
  })

  it('syncs of its own accord when that is set, every so many minutes', async () => {
    const last = (await client.sync.state.query({ workspaceId }))!.id
    await client.settings.save.mutate({ workspaceId, patch: { autoSyncMinutes: 5 } })
    expect((await client.today.get.query({ workspaceId })).autoSync).toMatchObject({
      minutes: 5,
      failures: 0,
      nextAt: new Date(now + 5 * MINUTE_MS).toISOString(),
    })
    now += 6 * MINUTE_MS
    await expect
      .poll(async () => {
        const job = await client.sync.state.query({ workspaceId })
        return [job?.id === last, job?.state]
      })
      .toEqual([false, 'done'])
    await client.settings.save.mutate({ workspaceId, patch: { autoSyncMinutes: null } })
    expect(new Date(Date.parse((await client.workspace.overview.query({ workspaceId })).now!)).toISOString()).toBe(
      new Date(now).toISOString(),
    )
  })

  it('predicts a pool from its own plan, and says which', async () => {
    const { pools } = await client.workspace.overview.query({ workspaceId })
    const { id: poolId, name } = pools.find((pool) => pool.name === 'Sales')!
    const { id } = await importPlan(host, workspaceId, { ...DEMO_PLAN, name: 'Sales week', poolId })
    await client.plans.publish.mutate({ workspaceId, planId: id, firstWeek: '2026-03-16', lastWeek: '2026-03-16' })
    const { basis, next } = await client.today.get.query({ workspaceId })
    expect(basis).toContainEqual({ plans: ['Sales week'], pools: [{ poolId, name }] })
    expect(basis.find(({ plans }) => plans[0] === 'Standard week, 2026-03-16')!.pools!.length).toBeGreaterThan(2)
    expect(next!.pools.map((pool) => pool.name)).toContain('Sales')
  })

  it('refuses settings that make no sense, and says in words what is not there', async () => {
    expect(await failureOf(client.settings.save.mutate({ workspaceId, patch: { autoSyncMinutes: 0 } }))).toMatchObject({
      status: 400,
    })
    const { isReviewed: _isReviewed, reviewed: _reviewed, ...rule } = await lowCoverage()
    expect(
      await failureOf(client.alerts.saveRule.mutate({ workspaceId, rule: { ...rule, quiet: { from: 24, to: 7 } } })),
    ).toMatchObject({ status: 400 })
    expect(await failureOf(client.today.get.query({ workspaceId: 'nowhere' }))).toMatchObject({ status: 404 })
    expect(await failureOf(client.alerts.active.query({ workspaceId: 'nowhere' }))).toMatchObject({ status: 404 })
  })
})
