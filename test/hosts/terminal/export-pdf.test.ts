import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { printFromDataFolder, startBrowserHost } from '../../../electron/browser-host.ts'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import { recommendOutputSchema } from '../../../shared/contract/recommend-output.ts'
import { BUILT } from '../../support/built.ts'
import { chromiumProgram } from '../../support/chromium-program.ts'
import { some } from '../../support/deep.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { readPdf, type ReadPdf } from '../../support/read-pdf.ts'
import { makeDataFolder } from '../../support/services.ts'
import { clientOf } from '../support/rpc.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-11-22T09:15:00Z'
/** Quarter-hours at which the shifts of agent i begin. */
const startOf = (agent: number): number => 24 + ((agent * 5) % 40)
const time = (quarter: number): string =>
  `${String(Math.floor(quarter / 4) % 24).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
const AGENTS = Array.from({ length: 60 }, (_, index) =>
  index === 7
    ? 'Ana-Sofía Müller-Łukaszewicz of the very long name that needs two lines'
    : index === 8
      ? 'Иван Ελένη Þórður'
      : `Agent ${String(index).padStart(2, '0')}`,
)
const SIXTY = {
  name: 'Sixty <b>agents</b>',
  timeZone: 'America/New_York',
  kind: 'weekly',
  shifts: AGENTS.flatMap((agentId, agent) =>
    [1, 2, 4, 5].map((dayOfWeek) => ({
      agentId,
      dayOfWeek,
      start: time(startOf(agent)),
      // One is three quarters longer, so that the total needs two decimals.
      end: time(startOf(agent) + (agent === 0 && dayOfWeek === 1 ? 33 : 30)),
      breaks: [{ start: time(startOf(agent) + 14), end: time(startOf(agent) + 16) }],
    })),
  ),
}

describe('PDFs on the command line, by a browser without a window', () => {
  const folder = makeDataFolder()
  const chromium = chromiumProgram()
  const at = (name: string): string => join(folder.path, 'out', name)
  const planFile = join(folder.path, 'sixty.json')
  const places = { workerEntry: BUILT.workerEntry, rendererFolder: BUILT.rendererFolder }
  const run = (environment: Readonly<Record<string, string | undefined>>, ...args: readonly string[]) =>
    runCommand(['export', 'pdf', '--data-dir', folder.path, '--now', NOW, ...args], {
      terminal: {
        stdout: { write: (text: string) => (printed.stdout += text) },
        stderr: { write: (text: string) => (printed.stderr += text) },
        locale: 'en-GB',
      },
      printPage: (request) => printFromDataFolder({ ...request, places, environment }),
    })
  const printed = { stdout: '', stderr: '' }
  const withBrowser = { ...process.env, COVERCAST_CHROMIUM: chromium.path }
  const make = async (name: string, ...args: readonly string[]): Promise<ReadPdf> => {
    Object.assign(printed, { stdout: '', stderr: '' })
    const { code } = await run(withBrowser, '--out', at(name), '--json', ...args)
    expect([code, printed.stderr]).toEqual([0, ''])
    const bytes = readFileSync(at(name))
    const read = await readPdf(bytes)
    expect(COMMAND_OUTPUTS['export pdf'].parse(JSON.parse(printed.stdout))).toEqual({
      file: at(name),
      bytes: bytes.byteLength,
      pages: read.pages.length,
    })
    return read
  }
  beforeAll(async () => {
    mkdirSync(join(folder.path, 'out'))
    writeFileSync(planFile, JSON.stringify(SIXTY))
    await copyDemo(folder.path, { now: Date.parse(NOW) })
  })
  afterAll(() => {
    folder.remove()
    chromium.remove()
  })

  it.each(
    (
      [
        ['a4', ['595,842', '842,595']],
        ['letter', ['612,792', '792,612']],
      ] as const
    ).slice(0, some(1, 2)),
  )(
    'hold everything that a plan of sixty agents says, as text, without a picture of pixels, on %s',
    async (paper, sizes) => {
      const pdf = await make(`sixty-${paper}.pdf`, '--plan', planFile, '--week', '2026-11-23', '--paper', paper)
      expect([...new Set(pdf.sizes.map(String))].toSorted()).toEqual(sizes)
      expect(pdf).toMatchObject({
        title: expect.stringMatching(/^Sixty <b>agents<\/b>, 23\s*–\s*29\sNov\s2026$/u) as string,
        isTagged: true,
        images: 0,
      })
      // Whole sentences and names may be broken over lines.
      const text = pdf.text.replaceAll(/\s+/gu, '')
      for (const [agent, name] of AGENTS.entries()) {
        expect(text).toContain(name.replaceAll(/\s+/gu, ''))
        const shift = `${time(startOf(agent))}–${time(startOf(agent) + 30)}break${time(startOf(agent) + 14)}–${time(startOf(agent) + 16)}`
        expect(text.split(shift).length - 1).toBeGreaterThanOrEqual(4)
      }
      // 60 agents of 4 days of 7.5 hours less half an hour, and three quarters.
      expect(text).toContain('1,680.75')
      for (const words of [
        'Harbor&Pine',
        'Allpools',
        '23–29Nov2026',
        'NewYork(America/New_York)',
        'Predictedcoverage',
        'Learnedfrom',
        'Withinthe80%range',
        '60agentsoftheplanarenotinthedatasourceandcountlikeaverageagents.',
      ])
        expect(text).toContain(words)
      expect(pdf.outline).toEqual([
        'Sixty <b>agents</b>',
        'Summary',
        'Demand, staff and coverage',
        'Coverage by hour',
        'Visitors, agents and coverage in numbers',
        'Roster',
        'Open issues',
        'How this was predicted',
        'Accuracy so far',
      ])
      // Every page says which it is, and every page of the roster, which is turned, has its head.
      pdf.pages.forEach((page, index) => {
        for (const words of [`${index + 1}of${pdf.pages.length}`, 'Sixty<b>agents</b>,23–29Nov2026·Covercast'])
          expect(page.replaceAll(/\s+/gu, '')).toContain(words)
      })
      const turned = pdf.pages.filter((_, index) => pdf.sizes[index]![0] > pdf.sizes[index]![1])
      expect(turned.length).toBeGreaterThanOrEqual(3)
      for (const page of turned) expect(page).toMatch(/Agent\s+Mon,? 23 Nov/u)
      // No row is cut in two: each page of it has as many shifts as breaks.
      for (const page of turned)
        expect(page.match(/break\s+\d/gu)?.length).toBe(page.match(/\d\d:\d\d–\d\d:\d\d\s+break/gu)?.length)
    },
  )

  it.each(
    (
      [
        ['letter', [612, 792]],
        ['a4', [595, 842]],
      ] as const
    ).slice(0, some(1, 2)),
  )('are of the paper that was asked for: %s', async (paper, size) => {
    const pdf = await make(`report-${paper}.pdf`, '--from', '2026-10-01', '--to', '2026-10-31', '--paper', paper)
    expect([...new Set(pdf.sizes.map(String))]).toEqual([String(size)])
    expect(pdf).toMatchObject({
      isTagged: true,
      images: 0,
      outline: expect.arrayContaining(['Coverage', 'Heatmap', 'By date']) as string[],
    })
    const coverage = JSON.parse(
      (
        await runCommand([
          'coverage',
          '--from',
          '2026-10-01',
          '--to',
          '2026-10-31',
          '--json',
          '--data-dir',
          folder.path,
        ])
      ).stdout,
    ) as { totals: { totalPageviews: number; missedOpportunities: number } }
    for (const count of [coverage.totals.totalPageviews, coverage.totals.missedOpportunities])
      expect(pdf.text).toContain(count.toLocaleString('en-GB'))
    const asked = await runCommand([
      'recommend',
      '--from',
      '2026-10-01',
      '--to',
      '2026-10-31',
      '--json',
      '--data-dir',
      folder.path,
    ])
    const { overall, blocks } = recommendOutputSchema.parse(JSON.parse(asked.stdout))
    const text = pdf.text.replaceAll(/\s+/gu, '')
    expect(pdf.outline).toContain('What to change')
    const told = overall ?? blocks
    expect(told.length).toBeGreaterThan(0)
    for (const { reason, missedVisitors, totalVisitors } of told.slice(0, 20)) {
      expect(text).toContain(reason.replaceAll(/\s+/gu, ''))
      expect(text).toContain(`${missedVisitors.toLocaleString('en-GB')}of${totalVisitors.toLocaleString('en-GB')}`)
    }
    expect(text.includes('withfewermissed')).toBe(told.length > 20)
    // Long tables go on over the page, so that none is half empty before them, and never stop at their head.
    expect(pdf.pages).toHaveLength(5)
    for (const head of [
      /Coverage by hour of the day\s+Hour(?:\s+[A-Z][a-z]+)+\s+\d/u,
      /by hour and day of the week\s+Hour(?:\s+[A-Z][a-z]+)+\s+\d/u,
      /Coverage by date\s+Date(?:\s+(?!Thu)[A-Z][a-z]+)+\s+Thu/u,
    ])
      expect(pdf.pages.filter((page) => head.test(page))).toHaveLength(1)
  })

  it('are one page for a year to come, with hires, money and the sources of all figures', async () => {
    for (const paper of ['a4', 'letter'] as const) {
      const file = at(`case-${paper}.pdf`)
      const question = [
        '--plan',
        planFile,
        '--growth',
        '1.5',
        '--attrition',
        '1',
        '--cost',
        '20',
        '--value',
        '4',
        ...['2', '1', '1', '1', '1', '3'].flatMap((count, group) => ['--hires', `${count}@2027-0${group + 1}-01`]),
      ]
      const { code, stderr } = await runCommand(
        ['capacity', ...question, '--data-dir', folder.path, '--now', NOW, '--pdf', file, '--paper', paper],
        { printPage: (request) => printFromDataFolder({ ...request, places, environment: withBrowser }) },
      )
      expect([code, stderr]).toEqual([0, expect.stringMatching(/is written: 1 page, /u)])
      const pdf = await readPdf(readFileSync(file))
      expect(pdf).toMatchObject({ isTagged: true, images: 0, title: 'Hiring case: 9 hires, Harbor & Pine' })
      expect(pdf.pages).toHaveLength(1)
      const text = pdf.text.replaceAll(/\s+/gu, ' ')
      for (const words of ['Missed in the last 4 weeks ¹', 'Paid back by', 'Dec 2026', 'Nov 2027', '2 more groups'])
        expect(text).toContain(words)
      expect(text).not.toContain('cannot be printed')
    }
  })

  it('know nothing that came after the instant that stands for the present', async () => {
    const asked = async (now: string): Promise<string> => {
      const { stdout } = await runCommand([
        'predict',
        '--plan',
        planFile,
        '--week',
        '2026-11-23',
        '--time-zone',
        SIXTY.timeZone,
        '--json',
        '--data-dir',
        folder.path,
        '--now',
        now,
      ])
      return Math.round(COMMAND_OUTPUTS.predict.parse(JSON.parse(stdout)).week.visitors).toLocaleString('en-GB')
    }
    const early = '2026-10-01T09:15:00Z'
    const [then, today] = [await asked(early), await asked(NOW)]
    expect(then).not.toBe(today)
    const pdf = await make('then.pdf', '--plan', planFile, '--week', '2026-11-23', '--now', early)
    expect(pdf.pages[0]).toContain(then)
    expect(pdf.pages[0]).not.toContain(today)
  })

  it('predict no zeros for a week of which nothing is known, and say so', async () => {
    const pdf = await make('before.pdf', '--plan', planFile, '--week', '1999-01-04')
    const text = pdf.text.replaceAll(/\s+/gu, ' ')
    expect(text).toContain('No prediction for this week: there are no data before')
    expect(text).not.toContain('Predicted coverage')
    expect(pdf.outline).toContain('Roster')
    expect(pdf.outline).not.toContain('How this was predicted')
  })

  it('say where nothing is known of what to change', async () => {
    const pdf = await make('long-ago.pdf', '--from', '1999-01-01', '--to', '1999-01-02')
    expect(pdf.outline).toContain('What to change')
    expect(pdf.text.replaceAll(/\s+/gu, ' ')).toContain('There are no data for these dates.')
  })

  it('are made for the page of the browser host as well, by the browser of the computer that serves it', async () => {
    vi.stubEnv('COVERCAST_CHROMIUM', chromium.path)
    const server = await startBrowserHost({ dataDir: folder.path, port: null, places })
    try {
      const { origin } = new URL(server.url)
      const cookie = (await fetch(server.ticketUrl(), { redirect: 'manual' })).headers.get('set-cookie')!.split(';')[0]!
      const client = clientOf({
        fetch: (path: string, init?: RequestInit) =>
          fetch(origin + path, {
            ...init,
            headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie, origin },
          }),
      } as never)
      expect((await client.app.info.query()).capabilities.makesPdf).toBe(true)
      const [workspace] = await client.workspaces.list.query()
      const { path } = await client.exports.pdf.mutate({
        kind: 'coverage',
        workspaceId: workspace!.id,
        from: '2026-10-01',
        to: '2026-10-07',
      })
      const pdf = await readPdf(
        new Uint8Array(await (await fetch(origin + path, { headers: { cookie } })).arrayBuffer()),
      )
      expect(pdf).toMatchObject({ isTagged: true, images: 0 })
      expect(pdf.text).toContain('Harbor & Pine')
    } finally {
      vi.unstubAllEnvs()
      await server.close()
    }
  })

  it('fail in words and leave nothing: no browser, one that is none, a plan that is not there', async () => {
    const before = readdirSync(join(folder.path, 'out'))
    const none = join(folder.path, 'none')
    const other = join(folder.path, 'not-a-browser')
    writeFileSync(other, '#!/bin/sh\necho "[1:1:ERROR] No usable display" >&2\nexit 3\n', { mode: 0o700 })
    const profiles = (): number => readdirSync(tmpdir()).filter((name) => name.startsWith('covercast-print-')).length
    const before2 = profiles()
    const cases = [
      [{ COVERCAST_CHROMIUM: none }, ['--plan', planFile], /COVERCAST_CHROMIUM names/u],
      [
        { COVERCAST_CHROMIUM: other },
        ['--plan', planFile],
        /not-a-browser" could not print: .*No usable display\.\n.*Nothing was written/su,
      ],
      [withBrowser, ['--plan', 'Nobody'], /There is no plan “Nobody”/u],
    ] as const
    for (const [environment, args, words] of cases) {
      Object.assign(printed, { stdout: '', stderr: '' })
      const { code } = await run(environment, ...args, '--out', at('x.pdf'))
      expect([code, printed.stdout]).toEqual([1, ''])
      expect(printed.stderr).toMatch(words)
    }
    expect(readdirSync(join(folder.path, 'out'))).toEqual(before)
    expect(profiles()).toBeLessThanOrEqual(before2)
    expect(existsSync(at('x.pdf'))).toBe(false)
  })
})
