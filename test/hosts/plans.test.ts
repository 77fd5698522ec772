import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan, Shift } from '../../shared/plan/plan.ts'
import type { PlanOperation } from '../../shared/plan/step.ts'
import { HOSTS_OF_FIGURES, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, importPlan, syncedDemo } from './support/rpc.ts'

const shift = (id: string, values: Partial<Shift> = {}): Shift => ({
  id,
  agentId: 'ann',
  day: 6,
  startMinute: 540,
  endMinute: 1020,
  breaks: [{ startMinute: 720, endMinute: 750 }],
  note: '',
  ...values,
})
const plan = (values: Partial<Plan> = {}): Plan => ({
  name: 'October',
  timeZone: 'America/New_York',
  poolId: null,
  kind: 'weekly',
  shifts: [shift('a'), shift('b', { agentId: null })],
  ...values,
})
const doing = (id: string, values: { readonly removed?: readonly Shift[]; readonly added?: readonly Shift[] }) => ({
  kind: 'do' as const,
  step: {
    id,
    label: 'Change shifts',
    removed: [...(values.removed ?? [])],
    added: [...(values.added ?? [])],
    details: null,
  },
})
/** The client's types take no readonly arrays. */
const sent = <T>(value: T) => structuredClone(value) as never

describe.each(HOSTS_OF_FIGURES)('plans, on $name', ({ open }) => {
  let host: TestHost
  let workspaceId: string
  beforeAll(async () => {
    host = await open()
    workspaceId = await syncedDemo(host, { months: 3 })
  })
  afterAll(() => host.close())

  const make = (values: Partial<Plan> = {}) =>
    clientOf(host).plans.create.mutate({ workspaceId, plan: sent(plan(values)) })
  const edit = (planId: string, expectedRevision: number, operations: readonly PlanOperation[]) =>
    clientOf(host).plans.edit.mutate({ workspaceId, planId, expectedRevision, operations: sent(operations) })
  const get = (planId: string) => clientOf(host).plans.get.query({ workspaceId, planId })

  it('are made, listed with what is in them, and opened', async () => {
    const made = await make()
    expect(made).toMatchObject({
      name: 'October',
      kind: 'weekly',
      state: 'draft',
      shifts: 2,
      openShifts: 1,
      agents: 1,
      hours: 15,
      revision: 1,
      publications: [],
    })
    expect((await make()).name).toBe('October (2)')
    expect((await clientOf(host).plans.list.query({ workspaceId })).find(({ id }) => id === made.id)).toEqual(made)
    expect(await get(made.id)).toMatchObject({
      id: made.id,
      revision: 1,
      archived: false,
      plan: plan(),
      done: [],
      undone: [],
      settings: {},
    })
  })

  it('are edited step by step; a second window cannot overwrite, and keeps what it has as a copy', async () => {
    const { id, name } = await make({ name: 'Two windows' })
    const moved = shift('a', { day: 5 })
    expect(await edit(id, 1, [doing('1', { removed: [shift('a')], added: [moved] })])).toEqual({ revision: 2 })
    expect(await edit(id, 1, [doing('1', { removed: [shift('a')], added: [moved] })])).toEqual({ revision: 2 })
    const stale = [doing('2', { removed: [shift('b', { agentId: null })] })]
    const { status, report } = await failureOf(edit(id, 1, stale))
    expect([status, report?.code]).toEqual([409, 'plan-changed'])
    expect(report).toMatchObject({
      message: 'This plan was changed in another window.',
      kept: expect.stringMatching(/not lost/u) as string,
      next: expect.stringMatching(/plan of its own/u) as string,
    })
    const copy = await clientOf(host).plans.saveCopy.mutate({
      workspaceId,
      planId: id,
      plan: sent(plan({ name, shifts: [shift('a')] })),
    })
    expect(copy.name).toBe('Two windows (2)')
    expect((await get(copy.id)).plan.shifts).toEqual([shift('a')])
    expect(await edit(id, 2, [{ kind: 'undo' }])).toEqual({ revision: 3 })
    const { plan: stored, undone } = await get(id)
    expect([stored, undone.map((step) => step.id)]).toEqual([plan({ name }), ['1']])
  })

  it('keep settings by name, and are duplicated with them', async () => {
    const { plans } = clientOf(host)
    const { id } = await make({ name: 'Costly' })
    await plans.saveSettings.mutate({ workspaceId, planId: id, patch: { target: 90, rules: { hourlyCost: 20 } } })
    expect(await plans.saveSettings.mutate({ workspaceId, planId: id, patch: { target: null } })).toEqual({
      rules: { hourlyCost: 20 },
    })
    const copy = await plans.duplicate.mutate({ workspaceId, planId: id, name: 'Cheap' })
    const [one, other] = [await get(id), await get(copy.id)]
    expect([copy.name, other.settings]).toEqual(['Cheap', one.settings])
    const timesOf = (copied: typeof one) => copied.plan.shifts.map((each) => ({ ...each, id: '' }))
    expect(timesOf(other)).toEqual(timesOf(one))
    expect(other.plan.shifts.some((copied) => one.plan.shifts.some((each) => each.id === copied.id))).toBe(false)
    expect((await plans.duplicate.mutate({ workspaceId, planId: id })).name).toBe('Costly (2)')
  })

  it('are archived, taken back, and erased only from the archive', async () => {
    const { plans } = clientOf(host)
    const { id } = await make({ name: 'Old' })
    expect((await failureOf(plans.erase.mutate({ workspaceId, planId: id }))).report).toMatchObject({
      code: 'conflict',
      next: 'Archive it first.',
    })
    expect(await plans.archive.mutate({ workspaceId, planId: id })).toMatchObject({ archived: true })
    expect((await failureOf(edit(id, 1, [{ kind: 'undo' }]))).report?.message).toBe('The plan "Old" is archived.')
    expect(await plans.restore.mutate({ workspaceId, planId: id })).toMatchObject({ archived: false })
    await plans.archive.mutate({ workspaceId, planId: id })
    expect(await plans.erase.mutate({ workspaceId, planId: id })).toEqual({ erased: 'Old' })
    expect((await failureOf(get(id))).report?.code).toBe('not-found')
  })

  it('are exported to a file and imported from one, as they were', async () => {
    const { plans } = clientOf(host)
    const night = shift('night', {
      day: 0,
      startMinute: 1320,
      endMinute: 1860,
      breaks: [{ startMinute: 1500, endMinute: 1530 }],
      note: 'Bring "keys"\n=1+1',
    })
    const { id } = await make({ name: 'Nights / 1', shifts: [night, shift('a')] })
    const file = await plans.exportFile.query({ workspaceId, planId: id })
    expect(file.fileName).toBe('Nights 1.json')
    const imported = await importPlan(host, workspaceId, file.text)
    expect(imported.name).toBe('Nights / 1 (2)')
    const strange = await importPlan(host, workspaceId, { ...(JSON.parse(file.text) as object), poolId: 'atlantis' })
    expect(strange).toMatchObject({
      poolId: 'atlantis',
      warnings: expect.arrayContaining([expect.stringMatching(/pool "atlantis", which this workspace does not know/u)]),
    })
    expect({ ...(await get(imported.id)).plan, name: 'Nights / 1' }).toEqual((await get(id)).plan)
    const wrong = async (text: string) => (await failureOf(importPlan(host, workspaceId, text))).report?.message
    expect(await wrong('{ not a plan')).toMatch(/^This is not a plan file: it is not JSON/u)
    expect(await wrong(file.text.replace('"22:00"', '"25:00"'))).toMatch(/shifts\[\d\]\.start is not a time/u)
    expect(await wrong(file.text.replace('"kind"', '"sort": 1, "kind"'))).toMatch(/sort is not known here/u)
  })

  it('refuse what is no plan, in words, and keep what is there', async () => {
    const { id } = await make({ name: 'Sound' })
    for (const wrong of [shift('n', { startMinute: 541 }), shift('n', { day: 9 }), shift('n', { endMinute: 540 })]) {
      expect((await failureOf(edit(id, 1, [doing('1', { added: [wrong] })]))).report).toMatchObject({
        code: 'invalid-input',
      })
    }
    expect((await failureOf(edit(id, 1, [doing('1', { removed: [shift('nowhere')] })]))).report).toMatchObject({
      code: 'conflict',
      kept: 'The plan is as it was.',
    })
    expect((await failureOf(make({ timeZone: 'Mars/Olympus' }))).report?.message).toMatch(
      /timeZone .* is not a time zone/u,
    )
    expect(await get(id)).toMatchObject({ revision: 1, plan: plan({ name: 'Sound' }) })
  })

  it('are published from a week on, as they were then, and hold until a newer one takes over', async () => {
    const { plans } = clientOf(host)
    const poolId = 'published-pool'
    const first = await make({ name: 'Spring', poolId })
    const published = await plans.publish.mutate({
      workspaceId,
      planId: first.id,
      firstWeek: '2026-03-16',
      expectedRevision: 1,
    })
    expect(published).toMatchObject({
      publication: {
        version: 1,
        firstWeek: '2026-03-16',
        lastWeek: null,
        inForce: true,
        publishedAt: '2026-03-20T15:00:00.000Z',
      },
      overlaps: [],
    })
    await edit(first.id, 1, [doing('1', { removed: [shift('a')] })])
    expect((await plans.list.query({ workspaceId })).find(({ id }) => id === first.id)).toMatchObject({
      state: 'changed',
      shifts: 1,
    })
    expect(
      (
        await failureOf(
          plans.publish.mutate({ workspaceId, planId: first.id, firstWeek: '2026-03-16', expectedRevision: 1 }),
        )
      ).report?.code,
    ).toBe('plan-changed')

    const second = await make({ name: 'Easter', poolId })
    const easter = await plans.publish.mutate({
      workspaceId,
      planId: second.id,
      firstWeek: '2026-03-30',
      lastWeek: '2026-04-08',
    })
    expect(easter).toMatchObject({
      publication: { firstWeek: '2026-03-30', lastWeek: '2026-04-06', inForce: false },
      overlaps: [{ planId: first.id, planName: 'Spring', firstWeek: '2026-03-30', lastWeek: '2026-04-06' }],
    })
    const inForce = async (week: string) => {
      const then = await plans.list.query({ workspaceId, now: Date.parse(`${week}T15:00Z`) })
      return then
        .filter((one) => one.poolId === poolId && one.publications.some((each) => each.inForce))
        .map(({ id }) => id)
    }
    expect(
      await Promise.all(['2026-03-09', '2026-03-23', '2026-03-30', '2026-04-06', '2026-04-13'].map(inForce)),
    ).toEqual([[], [first.id], [second.id], [second.id], [first.id]])
    expect(
      (await plans.publications.query({ workspaceId }))
        .filter((one) => one.poolId === poolId)
        .map(({ planName, overlaps }) => [planName, overlaps.length]),
    ).toEqual(
      expect.arrayContaining([
        ['Easter', 1],
        ['Spring', 1],
      ]),
    )
    const turned = await failureOf(
      plans.publish.mutate({ workspaceId, planId: first.id, firstWeek: '2026-03-16', lastWeek: '2026-03-09' }),
    )
    expect(turned.report).toMatchObject({ code: 'invalid-input', kept: 'Nothing was published.' })
  })

  it('have the rules of agents in a file of their own, which another workspace can take', async () => {
    const { agents } = clientOf(host)
    const [known] = await agents.list.query({ workspaceId })
    const text = JSON.stringify({
      agents: [
        { agentId: known!.id, maxHoursPerWeek: 20, pools: null },
        { agentId: 'temp', name: 'Temp' },
      ],
    })
    expect(await agents.importRules.mutate({ workspaceId, text })).toEqual({
      agents: 2,
      added: ['temp'],
      hasPlanRules: false,
    })
    const after = await agents.list.query({ workspaceId })
    expect(after.find(({ id }) => id === known!.id)).toMatchObject({
      name: known!.name,
      rules: { maxHoursPerWeek: 20, pools: null },
      edited: true,
    })
    expect(after.find(({ id }) => id === 'temp')).toMatchObject({ name: 'Temp', inSource: false })
    const file = await agents.exportRules.query({ workspaceId })
    expect(file.fileName).toBe('rules.json')
    expect(JSON.parse(file.text)).toEqual({
      agents: expect.arrayContaining([
        { agentId: known!.id, maxHoursPerWeek: 20, pools: null },
        { agentId: 'temp', name: 'Temp' },
      ]),
    })
    const broken = await failureOf(
      agents.importRules.mutate({ workspaceId, text: JSON.stringify({ agents: [{ agentId: 'temp', maxHours: 1 }] }) }),
    )
    expect(broken.report).toMatchObject({ code: 'invalid-input' })
    for (const id of [known!.id, 'temp']) await agents.remove.mutate({ workspaceId, agentId: id })
  })

  it('are withdrawn from the next week on, and altogether before they begin', async () => {
    const { plans } = clientOf(host)
    const poolId = 'withdrawn-pool'
    const { id: planId } = await make({ name: 'Held', poolId })
    const other = await make({ name: 'Withdrawn', poolId })
    const begun = await plans.publish.mutate({ workspaceId, planId, firstWeek: '2026-03-16' })
    const ahead = await plans.publish.mutate({ workspaceId, planId: other.id, firstWeek: '2026-03-30' })
    const entries = async () =>
      (await plans.publications.query({ workspaceId }))
        .filter((one) => one.poolId === poolId)
        .map(({ planName, revision, lastWeek, withdrawableFrom }) => ({
          planName,
          revision,
          lastWeek,
          withdrawableFrom,
        }))
    expect(await entries()).toEqual([
      { planName: 'Withdrawn', revision: 1, lastWeek: null, withdrawableFrom: '2026-03-30' },
      { planName: 'Held', revision: 1, lastWeek: null, withdrawableFrom: '2026-03-23' },
    ])
    expect(await plans.withdraw.mutate({ workspaceId, publicationId: ahead.publication.id })).toEqual({
      from: '2026-03-30',
      publication: null,
      heldBy: { planId, planName: 'Held' },
    })
    expect((await plans.list.query({ workspaceId })).find(({ id }) => id === other.id)).toMatchObject({
      state: 'draft',
      publications: [],
    })
    const answer = await plans.withdraw.mutate({ workspaceId, publicationId: begun.publication.id })
    expect(answer).toMatchObject({
      from: '2026-03-23',
      publication: { lastWeek: '2026-03-16', inForce: true },
      heldBy: null,
    })
    expect(await entries()).toEqual([{ planName: 'Held', revision: 1, lastWeek: '2026-03-16', withdrawableFrom: null }])
    expect(
      (await failureOf(plans.withdraw.mutate({ workspaceId, publicationId: begun.publication.id }))).report,
    ).toMatchObject({ code: 'conflict', message: 'Every week of this publication has begun.' })
  })

  it('are predicted once they are published, each week for itself', async () => {
    const { plans } = clientOf(host)
    const { id } = await make({ name: 'Predicted' })
    const { publication } = await plans.publish.mutate({
      workspaceId,
      planId: id,
      firstWeek: '2026-03-23',
      lastWeek: '2026-03-30',
    })
    const frozen = async () =>
      (await plans.publications.query({ workspaceId })).find((one) => one.id === publication.id)!.frozenWeeks
    await expect.poll(frozen, { timeout: 50_000 }).toEqual(['2026-03-23', '2026-03-30'])
    const week = await host.data.work().weekSnapshot(workspaceId, publication.id, '2026-03-30')
    expect(week).toMatchObject({
      frozenAt: Date.parse('2026-03-20T15:00:00Z'),
      prediction: { version: 1, inputs: { firstDate: '2026-03-30', origin: Date.parse('2026-03-20T15:00:00Z') } },
    })
    expect(await host.data.work().weekSnapshot(workspaceId, publication.id, '2026-04-06')).toBeNull()
  })

  it('know the agents of the source with their pools, and what the user says of them', async () => {
    const { agents } = clientOf(host)
    const before = await agents.list.query({ workspaceId })
    expect(before.length).toBeGreaterThan(5)
    const [known] = before
    expect(known).toMatchObject({ inSource: true, edited: false, rules: { pools: known!.sourcePools } })
    expect(known!.sourcePools!.length).toBeGreaterThan(0)
    const rules = {
      maxHoursPerWeek: 30,
      availability: [{ dayOfWeek: 1, startMinute: 540, endMinute: 1020 }],
      daysOff: ['2026-12-25'],
      pools: null,
    }
    await agents.save.mutate({ workspaceId, agentId: known!.id, name: null, rules })
    await agents.save.mutate({ workspaceId, agentId: 'new-colleague', name: 'Zoë', rules: {} })
    const after = await agents.list.query({ workspaceId })
    expect(after.find(({ id }) => id === known!.id)).toEqual({ ...known, edited: true, rules })
    expect(after.at(-1)).toMatchObject({ id: 'new-colleague', name: 'Zoë', inSource: false, rules: {} })
    for (const agentId of [known!.id, 'new-colleague'])
      expect(await agents.remove.mutate({ workspaceId, agentId })).toEqual({ removed: true })
    expect(await agents.list.query({ workspaceId })).toEqual(before)
  })

  it('have templates for the shifts that are used often', async () => {
    const { templates } = clientOf(host)
    const template = {
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Early',
      startMinute: 360,
      endMinute: 840,
      breaks: [],
      note: '',
    }
    await templates.save.mutate({ workspaceId, template })
    await templates.save.mutate({ workspaceId, template: { ...template, name: 'Dawn' } })
    expect(await templates.list.query({ workspaceId })).toEqual([{ ...template, name: 'Dawn' }])
    expect(await templates.remove.mutate({ workspaceId, templateId: template.id })).toEqual({ removed: true })
    expect(await templates.list.query({ workspaceId })).toEqual([])
  })

  it('go along with a backup of their workspace, and are gone when it is erased', async () => {
    const client = clientOf(host)
    const download = await client.workspaces.backup.mutate({ id: workspaceId })
    const file = await (await host.fetch(download.path)).arrayBuffer()
    const { uploadId } = (await (
      await host.fetch('/upload', {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      })
    ).json()) as { readonly uploadId: string }
    const copy = await client.workspaces.restore.mutate({ uploadId, name: 'Copy' })
    const [plans, restored] = await Promise.all(
      [workspaceId, copy.id].map((id) => client.plans.list.query({ workspaceId: id })),
    )
    expect(plans!.length).toBeGreaterThan(8)
    expect(restored).toEqual(plans)
    const { id } = plans!.find(({ publications }) => publications.length > 0)!
    expect(await client.plans.get.query({ workspaceId: copy.id, planId: id })).toEqual(await get(id))
    await client.workspaces.erase.mutate({ id: copy.id })
    expect((await failureOf(client.plans.list.query({ workspaceId: copy.id }))).report?.code).toBe('not-found')
    expect(readdirSync(join(host.dataDir, 'workspaces'))).not.toContain(copy.id)
  })
})
