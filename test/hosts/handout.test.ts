import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import * as XLSX from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintRequest } from '../../electron/backend/core/host-capabilities.ts'
import type { Plan, Shift } from '../../shared/plan/plan.ts'
import { parseLocalDate } from '../../shared/time/local.ts'
import { shiftText } from '../support/shift-text.ts'
import { HOSTS_OF_FIGURES, type TestHost } from './support/open-host.ts'
import { clientOf, failureOf, importPlan, syncedDemo, upload } from './support/rpc.ts'

const ZONE = 'America/New_York'
/** The host's clock is at Friday, 20 March 2026. */
const MONDAY = '2026-03-23'
type Made = readonly [id: string, agentId: string | null, day: number, changed?: Partial<Shift>]
const shift = (...[id, agentId, day, changed = {}]: Made): Shift => ({
  id,
  agentId,
  day: parseLocalDate(MONDAY) + day,
  startMinute: 540,
  endMinute: 1020,
  breaks: [],
  note: '',
  ...changed,
})
const SHIFTS = [
  shift('kept', 'ann', 0),
  shift('later', 'ann', 1),
  shift('other-day', 'ann', 2),
  shift('gone', 'bob', 0),
  shift('given', 'bob', 1),
  shift('broken', 'cleo', 0),
  shift('noted', 'cleo', 1),
  shift('open', null, 3),
  shift('quiet', 'dan', 4),
]
const planOf = (shifts: readonly Shift[], changed: Partial<Plan> = {}): Plan => ({
  name: 'Spring',
  timeZone: ZONE,
  poolId: null,
  kind: 'dated',
  shifts,
  ...changed,
})
const text = shiftText(ZONE)

describe.each(HOSTS_OF_FIGURES)('what people are handed of a plan, on $name', ({ open }) => {
  let host: TestHost
  let workspaceId: string
  const printed: PrintRequest[] = []
  beforeAll(async () => {
    const printer = {
      print: async (request: PrintRequest) => {
        printed.push(request)
        return new TextEncoder().encode('%PDF-1.4 a roster')
      },
    }
    host = await open({ change: (deps) => ({ host: { ...deps.host, printer } }) })
    workspaceId = await syncedDemo(host, { months: 3 })
  })
  afterAll(() => host.close())

  const make = async (plan: Plan): Promise<string> =>
    (await clientOf(host).plans.create.mutate({ workspaceId, plan: structuredClone(plan) as never })).id
  const publish = (planId: string, firstWeek = MONDAY, lastWeek: string | null = null) =>
    clientOf(host).plans.publish.mutate({ workspaceId, planId, firstWeek, lastWeek })
  const replace = async (planId: string, shifts: readonly Shift[]): Promise<void> => {
    const { revision, plan } = await clientOf(host).plans.get.query({ workspaceId, planId })
    await clientOf(host).plans.edit.mutate({
      workspaceId,
      planId,
      expectedRevision: revision,
      operations: structuredClone([
        {
          kind: 'do',
          step: { id: crypto.randomUUID(), label: 'Change', removed: plan.shifts, added: shifts, details: null },
        },
      ]) as never,
    })
  }
  const changesOf = (planId: string, since: string | number | null = null) =>
    clientOf(host).handout.changes.query({ workspaceId, plan: { kind: 'stored', id: planId }, since })
  const lines = ({ people }: Awaited<ReturnType<typeof changesOf>>) =>
    people.map(({ agentId, added, removed, moved }) => [
      agentId,
      ...removed.map((one) => `- ${text(one)}`),
      ...added.map((one) => `+ ${text(one)}`),
      ...moved.map(({ before, after }) => `${text(before)} > ${text(after)}`),
    ])
  const fetched = async (path: string): Promise<Uint8Array> =>
    new Uint8Array(await (await host.fetch(path)).arrayBuffer())

  it('is, of a plan changed in seven ways and published again, exactly these changes, person by person', async () => {
    const planId = await make(planOf(SHIFTS))
    const first = await publish(planId)
    expect(await changesOf(planId)).toMatchObject({ since: null, publicationId: first.publication.id })
    const seven = [
      shift('kept', 'ann', 0),
      shift('later', 'ann', 1, { startMinute: 600, endMinute: 1080 }),
      shift('other-day', 'ann', 3),
      shift('given', 'eve', 1),
      shift('broken', 'cleo', 0, { breaks: [{ startMinute: 780, endMinute: 810 }] }),
      shift('noted', 'cleo', 1, { note: 'Bring the keys' }),
      shift('open', null, 3),
      shift('quiet', 'dan', 4),
      shift('new', 'bob', 5),
    ]
    await replace(planId, seven)
    const expected = [
      ['ann', '03-24 09:00-17:00 > 03-24 10:00-18:00', '03-25 09:00-17:00 > 03-26 09:00-17:00'],
      ['bob', '- 03-23 09:00-17:00', '- 03-24 09:00-17:00', '+ 03-28 09:00-17:00'],
      ['cleo', '03-23 09:00-17:00 > 03-23 09:00-17:00 (13:00)', '03-24 09:00-17:00 > 03-24 09:00-17:00 Bring the keys'],
      ['eve', '+ 03-24 09:00-17:00'],
    ]
    // Edited and not published yet: what publishing would change.
    const draft = await changesOf(planId)
    expect([draft.publicationId, draft.since?.id]).toEqual([null, first.publication.id])
    expect(lines(draft)).toEqual(expected)
    const second = await publish(planId)
    const published = await changesOf(planId)
    expect([published.publicationId, published.since?.id]).toEqual([second.publication.id, first.publication.id])
    expect(lines(published)).toEqual(expected)
    // Against an earlier one, by its version and by its id.
    await replace(planId, [...seven, shift('more', 'dan', 6)])
    await publish(planId)
    expect(lines(await changesOf(planId))).toEqual([['dan', '+ 03-29 09:00-17:00']])
    const all = [...expected.slice(0, 3), ['dan', '+ 03-29 09:00-17:00'], expected[3]!]
    expect(lines(await changesOf(planId, 1))).toEqual(all)
    expect(lines(await changesOf(planId, first.publication.id))).toEqual(all)
    expect((await failureOf(changesOf(planId, 9))).report).toMatchObject({
      code: 'not-found',
      message: 'The plan has no version 9 that was published.',
    })
  })

  it('is compared with another plan where that was in force, and only for its weeks', async () => {
    const weekly = (agentId: string): Shift => ({ ...shift('w', agentId, 0), day: 1 })
    const before = await make(planOf([weekly('gus')], { name: 'Pattern', kind: 'weekly', poolId: 'pool-x' }))
    await publish(before, '2026-04-06')
    const after = await make(
      planOf([shift('a', 'gus', 14), shift('b', 'hal', 21)], { name: 'April', poolId: 'pool-x' }),
    )
    await publish(after, '2026-04-06')
    const changes = await changesOf(after)
    expect([changes.since?.planName, changes.from, changes.to, changes.isPattern]).toEqual([
      'Pattern',
      '2026-04-06',
      '2026-04-19',
      false,
    ])
    expect(lines(changes)).toEqual([
      ['gus', '- 04-13 09:00-17:00'],
      ['hal', '+ 04-13 09:00-17:00'],
    ])
  })

  it('is said weekday by weekday where both plans repeat', async () => {
    const weekly = (startMinute: number): Shift => ({ ...shift('w', 'ida', 0), day: 1, startMinute })
    const planId = await make(planOf([weekly(540)], { name: 'Repeats', kind: 'weekly', poolId: 'pool-y' }))
    await publish(planId, '2026-04-06')
    await replace(planId, [weekly(600)])
    await publish(planId, '2026-04-06')
    const changes = await changesOf(planId)
    expect([changes.isPattern, changes.from, changes.to]).toEqual([true, '2026-04-06', '2026-04-12'])
    expect(lines(changes)).toEqual([['ida', '04-06 09:00-17:00 > 04-06 10:00-17:00']])
    // Where it is published for two weeks only, each of them is named.
    await replace(planId, [weekly(660)])
    await publish(planId, '2026-04-06', '2026-04-13')
    expect(lines(await changesOf(planId))).toEqual([
      ['ida', '04-06 10:00-17:00 > 04-06 11:00-17:00', '04-13 10:00-17:00 > 04-13 11:00-17:00'],
    ])
  })

  it('leaves out what is over when it is published', async () => {
    const planId = await make(planOf([shift('past', 'jo', -4), shift('next', 'jo', -1)], { poolId: 'pool-z' }))
    await publish(planId, '2026-03-16')
    expect(lines(await changesOf(planId))).toEqual([['jo', '+ 03-22 09:00-17:00']])
  })

  it('is saved as a page, a table, JSON and text', async () => {
    const planId = await make(planOf(SHIFTS, { name: 'Files: <b>', poolId: 'pool-f' }))
    const file = (kind: 'html' | 'csv' | 'json' | 'text') =>
      clientOf(host).handout.changesFile.query({
        workspaceId,
        plan: { kind: 'stored', id: planId },
        kind,
        language: 'en-US',
      })
    const html = await file('html')
    expect([html.fileName, html.people.length]).toEqual(['Files b changes 2026-03-23.html', 4])
    expect(html.text).toContain('Files: &lt;b&gt;: changes,')
    const csv = await file('csv')
    const rows: readonly Record<string, string>[] = parse(csv.text, { columns: true, bom: true })
    expect(rows).toHaveLength(8)
    expect(rows[0]).toMatchObject({ agent_id: 'ann', change: 'added', date_after: MONDAY, start_after: '09:00' })
    expect(JSON.parse((await file('json')).text)).toMatchObject({ people: [{ agentId: 'ann' }, {}, {}, {}] })
    expect((await file('text')).text).toContain('- New: Mon, Mar 23, 9:00 AM–5:00 PM')
  })

  it('is a page for each person, with what changed and the clock where they live', async () => {
    const client = clientOf(host)
    const planId = await make(planOf([shift('k', 'kim', 0), shift('l', 'lou', 1)], { name: 'Pages', poolId: 'pool-p' }))
    await publish(planId)
    await replace(planId, [shift('k', 'kim', 0, { startMinute: 600 }), shift('l', 'lou', 1)])
    await publish(planId)
    await client.agents.save.mutate({
      workspaceId,
      agentId: 'kim',
      name: 'Kim',
      rules: { timeZone: 'Europe/Berlin', email: 'kim@example.com' },
    })
    const page = (agent: string | null) =>
      client.handout.page.query({
        workspaceId,
        plan: { kind: 'stored', id: planId },
        agent,
        language: 'en-US',
      })
    const kim = await page('Kim')
    expect(kim.fileName).toBe('Pages Kim 2026-03-23.html')
    expect(kim.text).toContain('Changed: Mon, Mar 23, 9:00 AM–5:00 PM → 10:00 AM–5:00 PM')
    expect(kim.text).toContain('In Berlin: Mar 23, 3:00 PM–10:00 PM')
    expect((await page('lou')).text).not.toContain('What changed')
    const team = await page(null)
    expect(team.text).toContain('<bdi translate="no">Kim</bdi>')
    for (const { text: html } of [kim, team]) expect(html).not.toContain('kim@example.com')
    expect((await failureOf(page('nobody'))).report?.code).toBe('not-found')
  })

  it('is everything at once: a page and a calendar for each, paper, workbook and table', async () => {
    const client = clientOf(host)
    for (const agentId of ['twin-a', 'twin-b'])
      await client.agents.save.mutate({ workspaceId, agentId, name: 'con', rules: {} })
    const planId = await make(
      planOf([shift('m', 'twin-a', 0), shift('n', 'twin-b', 1), shift('o', 'Äna/x', 2)], {
        name: 'All',
        poolId: 'pool-a',
      }),
    )
    await publish(planId)
    await replace(planId, [shift('m', 'twin-a', 0), shift('n', 'twin-b', 2)])
    await publish(planId)
    printed.length = 0
    const { path, fileName, bytes } = await client.handout.all.mutate({
      workspaceId,
      plan: { kind: 'stored', id: planId },
    })
    expect(fileName).toBe('All 2026-03-23.zip')
    const archive = await fetched(path)
    expect(archive.byteLength).toBe(bytes)
    const files = unzipSync(archive)
    expect(Object.keys(files).toSorted()).toEqual([
      'All 2026-03-23 roster.pdf',
      'All changes.csv',
      'All changes.html',
      'All shifts.csv',
      'All team.html',
      'All.xlsx',
      'calendars/con_ (2).ics',
      'calendars/con_.ics',
      'pages/con_ (2).html',
      'pages/con_.html',
    ])
    expect(strFromU8(files['calendars/con_.ics']!)).toContain('DTSTART;TZID=America/New_York:20260323T090000')
    expect(strFromU8(files['All changes.html']!)).toContain('Äna/x')
    expect(printed).toMatchObject([{ page: { kind: 'roster', form: 'team', week: MONDAY, weeks: 1 } }])
  })

  it('is a workbook that is the same plan when it is imported, whatever the time zone of the workspace', async () => {
    const client = clientOf(host)
    const made = planOf(
      SHIFTS.map((one) => ({ ...one, agentId: one.agentId && `w-${one.agentId}` })),
      { name: 'Back: again', timeZone: 'Asia/Tokyo', poolId: 'pool-b' },
    )
    const planId = await make(made)
    const { path, fileName } = await client.exports.planWorkbook.mutate({
      workspaceId,
      plan: { kind: 'stored', id: planId },
    })
    expect(fileName).toBe('Back again 2026-03-23.xlsx')
    const book = await fetched(path)
    const { plan, warnings } = await client.rosters.store.mutate({
      workspaceId,
      fileName,
      uploadId: await upload(host, book),
    })
    expect(plan).toMatchObject({ name: 'Back: again (2)', timeZone: 'Asia/Tokyo', poolId: 'pool-b', kind: 'dated' })
    const shiftsOf = async (id: string) =>
      (await client.plans.get.query({ workspaceId, planId: id })).plan.shifts.map((one) => ({ ...one, id: '' }))
    expect(await shiftsOf(plan!.id)).toEqual(await shiftsOf(planId))
    expect(warnings.join(' ')).toMatch(/pool-b/u)
    // Somebody edits what people read, and forgets the table.
    const edited = XLSX.read(book)
    edited.Sheets['Roster']!['B2'] = { t: 's', v: '11:00–19:00' }
    const preview = await client.rosters.preview.mutate({
      workspaceId,
      fileName,
      uploadId: await upload(host, new Uint8Array(XLSX.write(edited, { type: 'array' }) as ArrayBuffer)),
    })
    expect(preview.changed).toEqual([{ row: 2, column: 2, text: 'Roster: 11:00-19:00', why: 'sheet-differs' }])
  })

  it('is a workbook of a pattern, and of the coverage of a range', async () => {
    const client = clientOf(host)
    const { id } = await importPlan(host, workspaceId, {
      name: 'Every week',
      timeZone: ZONE,
      kind: 'weekly',
      shifts: [{ agentId: 'ann', dayOfWeek: 1, start: '22:00', end: '06:00' }],
    })
    const plan = await client.exports.planWorkbook.mutate({ workspaceId, plan: { kind: 'stored', id } })
    const sheets = XLSX.read(await fetched(plan.path)).SheetNames
    expect(sheets).toEqual(['Roster', 'Shifts', 'Plan', 'Coverage 2026-03-23'])
    const coverage = await client.exports.coverageWorkbook.mutate({ workspaceId, from: '2026-03-01', to: '2026-03-14' })
    expect(coverage.fileName).toMatch(/^coverage-2026-03-01-to-2026-03-14-.*\.xlsx$/u)
    expect(XLSX.read(await fetched(coverage.path)).SheetNames).toEqual([
      'By date',
      'By hour',
      'By day of the week',
      'By day and hour',
    ])
  })

  it('is no file of this computer that a page may ask for', async () => {
    const { report, status } = await failureOf(
      clientOf(host).handout.files.query({ workspaceId, plan: { kind: 'stored', id: crypto.randomUUID() } }),
    )
    expect([status, report?.code]).toEqual([404, 'not-found'])
  })
})
