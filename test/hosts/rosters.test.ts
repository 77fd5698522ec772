import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inputs } from '../../renderer/app/rpc/procedures.ts'
import { BROKEN_SAMPLES } from '../support/rosters/broken-samples.ts'
import { HOSTS_OF_FIGURES, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, syncedDemo, upload } from './support/rpc.ts'

const HEADER = 'Agent,Date,Start,End,Note\n'
const WEEK = `${HEADER}Ann Lee,2026-03-02,09:00,17:00,=SUM(A1)
Bob Ray,2026-03-03,10:00,18:00,
,2026-03-04,12:00,20:00,
Bob Ray,2026-03-05,Vacation,,
`

describe.each(HOSTS_OF_FIGURES)('rosters that are imported, on $name', ({ open }) => {
  let host: TestHost
  let workspaceId: string
  beforeAll(async () => {
    host = await open()
    workspaceId = await syncedDemo(host, { months: 3 })
  })
  afterAll(() => host.close())

  type Options = Partial<Inputs['rosters']['store']>
  const preview = async (content: string | Uint8Array, options: Partial<Inputs['rosters']['preview']> = {}) =>
    clientOf(host).rosters.preview.mutate({
      workspaceId,
      fileName: 'March.csv',
      ...options,
      uploadId: await upload(host, content),
    })
  const store = async (content: string | Uint8Array, options: Options = {}) =>
    clientOf(host).rosters.store.mutate({
      workspaceId,
      fileName: 'March.csv',
      ...options,
      uploadId: await upload(host, content),
    })
  const plans = () => clientOf(host).plans.list.query({ workspaceId })
  const shiftsOf = async (planId: string) => (await clientOf(host).plans.get.query({ workspaceId, planId })).plan.shifts

  it('are shown before anything is stored', async () => {
    const before = await plans()
    const read = await preview(WEEK, { timeZone: 'America/New_York' })
    expect(read.understood).toMatchObject({
      shape: 'rows',
      kind: 'dated',
      shifts: 3,
      openShifts: 1,
      agents: 2,
      dates: { from: '2026-03-02', to: '2026-03-04' },
      weeks: { from: '2026-03-02', to: '2026-03-08' },
      timeZone: 'America/New_York',
    })
    expect(read.shown[0]).toMatchObject({
      row: 2,
      column: 3,
      day: '2026-03-02',
      start: '09:00',
      end: '17:00',
      note: '=SUM(A1)',
    })
    expect(read.absences).toMatchObject([{ inFile: 'Bob Ray', kind: 'vacation', from: '2026-03-05' }])
    expect(await plans()).toEqual(before)
  })

  it('become a plan under a free name, with agents that are known, or are of the plan alone', async () => {
    const [known] = await clientOf(host).agents.list.query({ workspaceId })
    const text = WEEK.replace('Ann Lee', known!.name)
    const { plan, warnings, change, absencesAdded } = await store(text)
    expect(plan).toMatchObject({ name: 'March', kind: 'dated', shifts: 3, openShifts: 1, agents: 2 })
    expect([change, absencesAdded]).toEqual([null, 0])
    expect(warnings).toEqual(['One agent of the plan is not known to this workspace: Bob Ray.'])
    expect((await shiftsOf(plan!.id)).map(({ agentId }) => agentId)).toEqual([known!.id, 'Bob Ray', null])
    expect((await store(text)).plan?.name).toBe('March (2)')
  })

  it('change nothing in a plan that has them, and replace its weeks in one step that can be undone', async () => {
    const { plan } = await store(WEEK, { name: 'Into' })
    const into = plan!.id
    expect(await store(WEEK, { into })).toMatchObject({ change: { added: 0, removed: 0 }, plan: { revision: 1 } })
    const other = `${HEADER}Ann Lee,2026-03-02,09:00,17:00,=SUM(A1)\nBob Ray,2026-03-06,08:00,16:00,\nBob Ray,2026-03-16,08:00,16:00,\n`
    const before = await shiftsOf(into)
    expect(await store(other, { into })).toMatchObject({
      change: { added: 2, removed: 2 },
      plan: { revision: 2, shifts: 3 },
    })
    expect(await store(other, { into })).toMatchObject({ change: { added: 0, removed: 0 }, plan: { revision: 2 } })
    const { done } = await clientOf(host).plans.get.query({ workspaceId, planId: into })
    expect(done).toMatchObject([{ label: 'Import roster' }])
    await clientOf(host).plans.edit.mutate({
      workspaceId,
      planId: into,
      expectedRevision: 2,
      operations: [{ kind: 'undo' }],
    })
    expect(await shiftsOf(into)).toEqual(before)
  })

  it('leave shifts of other weeks as they are', async () => {
    const { plan } = await store(
      `${HEADER}Ann Lee,2026-02-23,09:00,17:00,\nAnn Lee,2026-03-09,09:00,17:00,\nAnn Lee,2026-03-03,09:00,17:00,\n`,
    )
    await store(WEEK, { into: plan!.id })
    expect((await shiftsOf(plan!.id)).map(({ day }) => day)).toEqual([20_507, 20_514, 20_515, 20_516, 20_521])
  })

  it('do not go into a plan of another kind or zone, and say so', async () => {
    const { plan } = await store('Agent,Day,Shift\nAnn Lee,Monday,9-17\n')
    expect(plan).toMatchObject({ kind: 'weekly', shifts: 1 })
    expect((await failureOf(store(WEEK, { into: plan!.id }))).report).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/a repeating week/u) as string,
    })
    expect((await failureOf(store(WEEK, { into: plan!.id, timeZone: 'Asia/Tokyo' }))).report).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/time zone/u) as string,
    })
    expect(await store('Agent,Day,Shift\nAnn Lee,Monday,9-17\n', { into: plan!.id })).toMatchObject({
      change: { added: 0, removed: 0 },
    })
  })

  it('keep plan files of another zone out of a plan', async () => {
    const { plan } = await store(WEEK, { timeZone: 'Europe/Berlin' })
    const shifts = [{ agentId: 'ann', date: '2026-03-02', start: '09:00', end: '17:00' }]
    const file = (timeZone: string): string => JSON.stringify({ name: 'Elsewhere', kind: 'dated', timeZone, shifts })
    expect((await failureOf(store(file('Asia/Tokyo'), { into: plan!.id }))).report).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/time zone Asia\/Tokyo/u) as string,
    })
    expect(await store(file('Europe/Berlin'), { into: plan!.id })).toMatchObject({ change: { added: 1, removed: 3 } })
  })

  it('remember who was chosen for a name', async () => {
    const [known] = await clientOf(host).agents.list.query({ workspaceId })
    const text = `${HEADER}Nickname,2026-03-02,09:00,17:00,\n__proto__,2026-03-02,09:00,17:00,\n`
    const names: [string, string | null][] = [
      ['Nickname', known!.id],
      ['__proto__', null],
    ]
    expect((await preview(text, { names })).matches).toMatchObject([
      { how: 'chosen', agentId: known!.id },
      { how: 'chosen', agentId: '__proto__' },
    ])
    await store(text, { names })
    expect((await preview(text)).matches).toMatchObject([
      { how: 'remembered', agentId: known!.id },
      { how: 'remembered', agentId: '__proto__' },
    ])
  })

  it('find agents by the email that was entered for them', async () => {
    const client = clientOf(host)
    const [first, second] = await client.agents.list.query({ workspaceId })
    await client.agents.save.mutate({ workspaceId, agentId: second!.id, rules: { email: 'Front.Desk@example.com' } })
    const read = await preview(
      'Email,Date,Start,End\nfront.desk@example.com,2026-03-02,09:00,17:00\nelse@example.com,2026-03-02,09:00,17:00\n',
    )
    expect(read.matches).toMatchObject([
      { inFile: 'front.desk@example.com', agentId: second!.id, how: 'email' },
      { inFile: 'else@example.com', agentId: 'else@example.com', how: 'new' },
    ])
    const wrong = client.agents.save.mutate({ workspaceId, agentId: first!.id, rules: { email: 'a@b.example, c@d' } })
    expect((await failureOf(wrong)).report?.code).toBe('invalid-input')
  })

  it('forget the names of an agent who is forgotten, and what else was entered of them', async () => {
    const client = clientOf(host)
    const mine = { workspaceId, agentId: 'helper' }
    await client.agents.save.mutate({ ...mine, name: 'Helper', rules: { email: 'helper@example.com' } })
    const away = (agentId: string) => ({
      id: crypto.randomUUID(),
      agentId,
      kind: 'ill' as const,
      from: '2026-05-04',
      to: '2026-05-05',
      part: null,
      note: '',
    })
    const [known] = await client.agents.list.query({ workspaceId })
    const ofKnown = away(known!.id)
    await client.timeOff.save.mutate({ workspaceId, timeOff: [away('helper'), ofKnown] })
    const text = `${HEADER}Little helper,2026-03-02,09:00,17:00,\nSomebody,2026-03-02,09:00,17:00,\n`
    await store(text, {
      names: [
        ['Little helper', 'helper'],
        ['Somebody', known!.id],
      ],
    })
    expect((await preview(text)).matches).toMatchObject([{ how: 'remembered' }, { how: 'remembered' }])
    // What is saved without anything in it is a change of rules, and no forgetting.
    await client.agents.save.mutate({ workspaceId, agentId: known!.id, rules: {} })
    await client.agents.remove.mutate(mine)
    expect(await client.agents.list.query({ workspaceId })).not.toContainEqual(
      expect.objectContaining({ id: 'helper' }),
    )
    expect((await preview(text)).matches).toMatchObject([
      { inFile: 'Little helper', how: 'new' },
      { inFile: 'Somebody', how: 'remembered' },
    ])
    const absent = (await client.timeOff.list.query({ workspaceId })).map(({ agentId }) => agentId)
    expect([absent.includes('helper'), absent.includes(known!.id)]).toEqual([false, true])
    // Of one of the source names are forgotten; the source goes on knowing who that is.
    await client.agents.remove.mutate({ workspaceId, agentId: known!.id })
    expect((await preview(text)).matches).toMatchObject([{ how: 'new' }, { how: 'new' }])
    expect(await client.timeOff.remove.mutate({ workspaceId, ids: [ofKnown.id] })).toEqual({ removed: 1 })
  })

  it('store nothing where a name could be several agents', async () => {
    const client = clientOf(host)
    for (const [agentId, name] of [
      ['twin-1', 'Zora Twin'],
      ['twin-2', 'Zora Twin'],
    ] as const)
      await client.agents.save.mutate({ workspaceId, agentId, name, rules: {} })
    const before = await plans()
    const text = `${HEADER}Zora Twin,2026-03-02,09:00,17:00,\n`
    expect((await preview(text)).matches).toMatchObject([
      { how: 'ambiguous', agentId: null, candidates: ['twin-1', 'twin-2'] },
    ])
    expect((await failureOf(store(text))).report).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Several agents could be meant by "Zora Twin"/u) as string,
    })
    expect(await plans()).toEqual(before)
    expect((await store(text, { names: [['Zora Twin', 'twin-2']] })).plan).toMatchObject({ shifts: 1 })
  })

  it('enter absences as time off where that is wanted, once', async () => {
    expect(await store(WEEK, { withAbsences: true })).toMatchObject({ absencesAdded: 1 })
    expect(await store(WEEK, { withAbsences: true })).toMatchObject({ absencesAdded: 0 })
    expect(await clientOf(host).timeOff.list.query({ workspaceId })).toMatchObject([
      { agentId: 'Bob Ray', kind: 'vacation', from: '2026-03-05', to: '2026-03-05', part: null },
    ])
  })

  it('enter the hours of an absence that goes over midnight, or until it', async () => {
    const rows =
      'Cy Poe,2026-04-06,22:00,06:00,Vacation\nCy Poe,2026-04-08,18:00,24:00,Vacation\nCy Poe,2026-04-10,9:00,17:00,\n'
    await store(`Employee,Date,Start,End,Leave type\n${rows}`, { withAbsences: true })
    const all = await clientOf(host).timeOff.list.query({ workspaceId })
    expect(all.filter(({ agentId }) => agentId === 'Cy Poe').map(({ part }) => part)).toEqual([
      { startMinute: 1320, endMinute: 1800 },
      { startMinute: 1080, endMinute: 1440 },
    ])
  })

  it('leave nothing behind where they are broken or hostile, and the app goes on', { timeout: 300_000 }, async () => {
    const before = await plans()
    for (const { bytes, fails } of BROKEN_SAMPLES.filter((sample) => sample.fails !== undefined)) {
      const { status, report } = await failureOf(store(bytes()))
      expect(report).toMatchObject({ code: 'invalid-input', message: expect.stringMatching(fails!) as string })
      expect(status).toBeLessThan(500)
    }
    expect(await plans()).toEqual(before)
    expect((await store(WEEK)).plan).toMatchObject({ shifts: 3 })
  })

  it('are read in a thread that ends with them', async () => {
    const reading = host.data.withRosters(async () => 'lent')
    expect(await reading).toBe('lent')
    expect(
      (
        await failureOf(
          clientOf(host).rosters.preview.mutate({ workspaceId, fileName: 'x', uploadId: crypto.randomUUID() }),
        )
      ).report?.code,
    ).toBe('not-found')
  })

  it('are no files of this computer that a page may name', async () => {
    const { report, status } = await failureOf(
      clientOf(host).rosters.importFile.mutate({ workspaceId, fileName: 'passwd', file: '/etc/passwd' }),
    )
    expect([status, report?.code]).not.toContain(200)
    expect(status).toBe(404)
  })
})
