import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../shared/foundation/errors.ts'
import type { PrintRequest } from '../../electron/backend/core/host-capabilities.ts'
import { HOSTS, HOSTS_OF_FIGURES, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, syncedDemo } from './support/rpc.ts'

const SHIFTS = [
  {
    id: 'a',
    agentId: 'ann',
    day: 1,
    startMinute: 540,
    endMinute: 1020,
    breaks: [{ startMinute: 720, endMinute: 750 }],
    note: '=1+1',
  },
  { id: 'b', agentId: null, day: 6, startMinute: 1200, endMinute: 1680, breaks: [], note: '' },
]
const shiftOn = (date: string) => ({
  id: date,
  agentId: 'ann',
  day: Date.parse(date) / 86_400_000,
  startMinute: 540,
  endMinute: 1020,
  breaks: [],
  note: '',
})
const rows = (text: string): readonly Record<string, string>[] => parse(text, { columns: true })

describe.each(HOSTS_OF_FIGURES)('exports, on $name', ({ open }) => {
  let host: TestHost
  let workspaceId: string
  let planId: string
  const printed: PrintRequest[] = []
  beforeAll(async () => {
    const printer = {
      async print(request: PrintRequest) {
        printed.push(request)
        if (request.page.paper === 'letter')
          throw new AppError({ code: 'print-failed', message: 'The page to print has crashed.' })
        return new TextEncoder().encode('%PDF-1.4 a file')
      },
    }
    host = await open({ change: (deps) => ({ host: { ...deps.host, printer } }) })
    workspaceId = await syncedDemo(host)
    planId = (
      await clientOf(host).plans.create.mutate({
        workspaceId,
        plan: {
          name: 'Week: "A/B"',
          timeZone: 'America/New_York',
          poolId: null,
          kind: 'weekly',
          shifts: SHIFTS,
        } as never,
      })
    ).id
  })
  afterAll(() => host.close())

  /** A plan of a shift on each date. `ask` gives its calendar's events, with dates and status. */
  async function datedPlan(dates: readonly string[]) {
    const client = clientOf(host)
    const plan = {
      name: 'Dated',
      timeZone: 'America/New_York',
      poolId: null,
      kind: 'dated',
      shifts: dates.map(shiftOn),
    }
    const { id, revision } = await client.plans.create.mutate({ workspaceId, plan: plan as never })
    const ask = async (changes: object = {}): Promise<readonly (readonly [date: string, status: string])[]> => {
      const { text } = await client.exports.plan.query({
        workspaceId,
        plan: { kind: 'stored', id },
        kind: 'calendar',
        ...changes,
      })
      return new ICAL.Component(ICAL.parse(text) as never)
        .getAllSubcomponents('vevent')
        .map((event) => [
          String(event.getFirstPropertyValue('dtstart')).slice(0, 10),
          String(event.getFirstPropertyValue('status')),
        ])
    }
    return { client, id, revision, ask }
  }

  it('give shifts as CSV', async () => {
    const { fileName, text, from, to } = await clientOf(host).exports.plan.query({
      workspaceId,
      plan: { kind: 'stored', id: planId },
      kind: 'shifts',
      week: '2026-03-23',
      weeks: 2,
    })
    expect([fileName, from, to]).toEqual(['Week A B shifts 2026-03-23.csv', '2026-03-23', '2026-04-05'])
    expect(rows(text).map(({ agent, date, start, end, note }) => [agent, date, start, end, note])).toEqual([
      ['ann', '2026-03-23', '09:00', '17:00', "'=1+1"],
      ['Unassigned', '2026-03-28', '20:00', '04:00', ''],
      ['ann', '2026-03-30', '09:00', '17:00', "'=1+1"],
      ['Unassigned', '2026-04-04', '20:00', '04:00', ''],
    ])
  })

  it('give the coverage that is predicted as CSV, with the sums of the prediction', async () => {
    const ask = (kind: 'hours' | 'slots') =>
      clientOf(host).exports.plan.query({ workspaceId, plan: { kind: 'stored', id: planId }, kind, week: '2026-03-23' })
    const sum = (text: string): number => rows(text).reduce((total, { visitors }) => total + Number(visitors), 0)
    const [hours, slots] = [await ask('hours'), await ask('slots')]
    expect([rows(hours.text).length, rows(slots.text).length]).toEqual([168, 672])
    expect(sum(hours.text)).toBeGreaterThan(100)
    expect(sum(hours.text)).toBeCloseTo(sum(slots.text), 0)
  })

  it('give a calendar that names the plan, of everybody or of one, and whose events follow edits', async () => {
    const ask = (agent: string | null) =>
      clientOf(host).exports.plan.query({
        workspaceId,
        plan: { kind: 'stored', id: planId },
        kind: 'calendar',
        week: '2026-03-23',
        agent,
      })
    const all = await ask(null)
    expect(all.fileName).toBe('Week A B 2026-03-23.ics')
    const events = (text: string) => new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent')
    expect(
      events(all.text).map((event) => String(event.getFirstPropertyValue('uid')).replace(/-[0-9a-f]{12}@/u, '-AGENT@')),
    ).toEqual([`${planId}-a-2026-03-23-AGENT@covercast`, `${planId}-b-2026-03-28-open@covercast`])
    expect(events((await ask('ann')).text)).toHaveLength(1)
    expect(await ask(null)).toEqual(all)
    const { status, report } = await failureOf(ask('nobody'))
    expect([status, report?.message]).toEqual([404, 'There is no agent "nobody".'])
  })

  it('hold all of a dated plan, however long it is, and call off what was published beyond it', async () => {
    const dates = ['2026-03-23', '2026-03-30', '2028-03-27']
    const { client, id, revision, ask } = await datedPlan(dates)
    expect(await ask()).toEqual(dates.map((date) => [date, 'CONFIRMED']))
    await client.plans.publish.mutate({ workspaceId, planId: id, firstWeek: '2026-03-23', lastWeek: null })
    await client.plans.edit.mutate({
      workspaceId,
      planId: id,
      expectedRevision: revision,
      operations: [
        {
          kind: 'do',
          step: {
            id: 'shorter',
            label: 'Shorten',
            removed: [shiftOn(dates[0]!), shiftOn(dates[2]!)],
            added: [],
            details: null,
          },
        },
      ],
    })
    expect(await ask()).toEqual([
      ['2026-03-30', 'CONFIRMED'],
      ['2026-03-23', 'CANCELLED'],
      ['2028-03-27', 'CANCELLED'],
    ])
    expect(await ask({ agent: 'ann', kind: 'calendar' })).toHaveLength(3)
    expect(await ask({ week: '2026-03-30' })).toEqual([['2026-03-30', 'CONFIRMED']])
  })

  it('call off what was published for weeks that were taken back since', async () => {
    const { client, id, revision, ask } = await datedPlan(['2026-04-06', '2026-04-13'])
    const { publication } = await client.plans.publish.mutate({
      workspaceId,
      planId: id,
      firstWeek: '2026-04-06',
      lastWeek: null,
    })
    await client.plans.withdraw.mutate({ workspaceId, publicationId: publication.id })
    expect(await ask()).toEqual([
      ['2026-04-06', 'CONFIRMED'],
      ['2026-04-13', 'CONFIRMED'],
    ])
    await client.plans.edit.mutate({
      workspaceId,
      planId: id,
      expectedRevision: revision,
      operations: [
        {
          kind: 'do',
          step: { id: 'shorter', label: 'Shorten', removed: [shiftOn('2026-04-13')], added: [], details: null },
        },
      ],
    })
    expect(await ask()).toEqual([
      ['2026-04-06', 'CONFIRMED'],
      ['2026-04-13', 'CANCELLED'],
    ])
  })

  it('refuse what is no export, in words', async () => {
    const ask = (changes: object) =>
      clientOf(host).exports.plan.query({
        workspaceId,
        plan: { kind: 'stored', id: planId },
        kind: 'shifts',
        ...changes,
      })
    for (const changes of [{ weeks: 0 }, { weeks: 1000 }, { week: 'soon' }, { kind: 'pdf' }, { planId: 'x' }]) {
      expect((await failureOf(ask(changes))).report?.code).toBe('invalid-input')
    }
    expect((await failureOf(ask({ plan: { kind: 'stored', id: crypto.randomUUID() } }))).report).toMatchObject({
      code: 'not-found',
      message: 'This plan is no longer there.',
    })
  })

  it('give a PDF to be fetched once, and nothing where printing fails', async () => {
    const page = { kind: 'plan', workspaceId, planId, week: '2026-03-23' } as const
    const { path, fileName, bytes } = await clientOf(host).exports.pdf.mutate(page)
    expect([fileName, bytes]).toEqual(['Week A B 2026-03-23.pdf', 15])
    expect(printed.at(-1)).toEqual({
      page: { ...page, paper: 'a4', language: null, texts: null, until: null, ask: false, assumptions: [] },
      plan: null,
    })
    expect(await (await host.fetch(path)).text()).toBe('%PDF-1.4 a file')
    expect((await host.fetch(path)).status).toBe(404)
    expect((await failureOf(clientOf(host).exports.pdf.mutate({ ...page, paper: 'letter' }))).report).toMatchObject({
      code: 'print-failed',
      message: 'The page to print has crashed.',
    })
    const report = await clientOf(host).exports.pdf.mutate({
      kind: 'coverage',
      workspaceId,
      from: '2026-03-01',
      to: '2026-03-07',
    })
    expect(report.fileName).toMatch(/coverage 2026-03-01 to 2026-03-07\.pdf$/u)
    expect(
      (
        await failureOf(
          clientOf(host).exports.pdf.mutate({ kind: 'coverage', workspaceId, from: '2026-03-07', to: '2026-03-01' }),
        )
      ).report?.code,
    ).toBe('invalid-input')
  })
})

describe.each(HOSTS)('a host without a printer: $name', ({ open }) => {
  it('says so, and what to do instead', async () => {
    const host = await open()
    const { capabilities } = await clientOf(host).app.info.query()
    expect(capabilities.makesPdf).toBe(false)
    const { report } = await failureOf(
      clientOf(host).exports.pdf.mutate({ kind: 'coverage', workspaceId: 'w', from: '2026-03-01', to: '2026-03-02' }),
    )
    expect(report).toMatchObject({ code: 'printer-missing', next: expect.stringMatching(/Save as PDF/u) as string })
    await host.close()
  })
})
