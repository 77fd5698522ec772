import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printFromDataFolder } from '../../../electron/browser-host.ts'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { compareOutputSchema } from '../../../shared/contract/compare-output.ts'
import { BUILT } from '../../support/built.ts'
import { chromiumProgram } from '../../support/chromium-program.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

/** A Sunday, the day before the plan's first week. */
const PUBLISHED = '2026-10-18T16:00:00Z'
/** Two weeks and half a day later. */
const LATER = '2026-11-02T17:00:00Z'

describe('a PDF of a published week beside what happened, on the command line', () => {
  const folder = makeDataFolder()
  const chromium = chromiumProgram()
  const out = join(folder.path, 'compared.pdf')
  const run = (...args: readonly string[]) => runCommand([...args, '--data-dir', folder.path])
  const print = async (...args: readonly string[]) => {
    const printed = { stdout: '', stderr: '' }
    const { code } = await runCommand(['export', 'pdf', '--out', out, ...args, '--data-dir', folder.path], {
      terminal: {
        stdout: { write: (text: string) => (printed.stdout += text) },
        stderr: { write: (text: string) => (printed.stderr += text) },
        locale: 'en-GB',
      },
      printPage: (request) =>
        printFromDataFolder({
          ...request,
          places: { workerEntry: BUILT.workerEntry, rendererFolder: BUILT.rendererFolder },
          environment: { ...process.env, COVERCAST_CHROMIUM: chromium.path },
        }),
    })
    return { code, ...printed }
  }
  beforeAll(async () => {
    const file = join(folder.path, 'plan.json')
    writeFileSync(file, JSON.stringify(DEMO_PLAN))
    await copyDemo(folder.path, { now: Date.parse(PUBLISHED) })
    await run('plan', 'import', file)
    await run('plan', 'publish', 'Standard week', '--from', '2026-10-19', '--to', '2026-11-02', '--now', PUBLISHED)
    await run('demo', '--now', LATER)
  })
  afterAll(() => {
    folder.remove()
    chromium.remove()
  })

  it('holds its figures, why they differ, its days and hours, and every agent; of the newest week that is over', async () => {
    const { code, stderr } = await print('--plan', 'Standard week', '--compare')
    expect([code, stderr]).toEqual([0, ''])
    const pdf = await readPdf(readFileSync(out))
    expect(pdf).toMatchObject({
      title: expect.stringContaining('Standard week compared') as string,
      isTagged: true,
      images: 0,
    })
    expect(pdf.outline).toEqual(
      expect.arrayContaining([
        'Summary',
        'Why the week differed',
        'Day by day',
        'Predicted, by hour',
        'Actual, by hour',
        'Difference, by hour',
        'In numbers',
        'Schedule adherence',
      ]),
    )
    // Two pages to read, the days and hours in numbers on one that is turned, and the agents.
    expect(pdf.sizes.map(([width, height]) => (width > height ? 'turned' : 'upright'))).toEqual([
      'upright',
      'upright',
      'turned',
      'upright',
    ])
    const asked = await run('compare', '--plan', 'Standard week', '--week', '2026-10-28', '--json')
    const [week] = compareOutputSchema.parse(JSON.parse(asked.stdout)).weeks
    const text = pdf.text.replaceAll(/\s+/gu, '')
    for (const words of [
      '26Oct–1Nov2026',
      'Traffic',
      'Staffing',
      'Therest',
      week!.visitors.actual!.toLocaleString('en-GB'),
      week!.covered.actual!.toLocaleString('en-GB'),
    ])
      expect(text).toContain(words)
    expect(week!.adherence.length).toBeGreaterThan(0)
    for (const { name } of week!.adherence) expect(text).toContain(name.replaceAll(/\s+/gu, ''))
  })

  it('knows nothing that came after the instant that stands for the present', async () => {
    const now = '2026-10-28T16:00:00Z'
    const asked = await run('compare', '--plan', 'Standard week', '--week', '2026-10-28', '--now', now, '--json')
    const [week] = compareOutputSchema.parse(JSON.parse(asked.stdout)).weeks
    expect(week!.state).toBe('running')
    expect(
      await print('--plan', 'Standard week', '--compare', '--week', '2026-10-28', '--now', now, '--overwrite'),
    ).toMatchObject({ code: 0, stderr: '' })
    const text = (await readPdf(readFileSync(out))).text.replaceAll(/\s+/gu, '')
    for (const words of [
      '28Oct,12:00',
      week!.visitors.actual!.toLocaleString('en-GB'),
      week!.covered.actual!.toLocaleString('en-GB'),
    ])
      expect(text).toContain(words)
  })

  it('is there as tables for a spreadsheet: by date and hour, shift by shift, and by quarter-hour, of every week that has begun or of one', async () => {
    const write = async (table: string, ...args: readonly string[]): Promise<readonly Record<string, string>[]> => {
      const file = join(folder.path, `${table}.csv`)
      const { code, stderr } = await run(
        'export',
        'csv',
        '--plan',
        'Standard week',
        '--table',
        table,
        '--out',
        file,
        '--overwrite',
        ...args,
      )
      expect([code, stderr]).toEqual([0, ''])
      return parse(readFileSync(file), { columns: true, bom: true })
    }
    const asked = await run('compare', '--plan', 'Standard week', '--json')
    const { weeks } = compareOutputSchema.parse(JSON.parse(asked.stdout))
    expect(weeks.map(({ start }) => start)).toEqual(['2026-10-19', '2026-10-26', '2026-11-02'])
    const sum = (rows: readonly Record<string, string>[], name: string): number =>
      rows.reduce((total, row) => total + Number(row[name]), 0)
    const hours = await write('compare')
    // Also of the second week, whose Sunday has an hour more: its two hours of one name are one row.
    expect([hours[0]!['date'], hours.at(-1)!['date'], hours.length]).toEqual(['2026-10-19', '2026-11-08', 3 * 168])
    const second = await write('compare', '--week', '2026-10-28')
    expect([second[0]!['date'], second.length]).toEqual(['2026-10-26', 168])
    expect([sum(second, 'actual_visitors'), sum(second, 'actual_covered')]).toEqual([
      weeks[1]!.visitors.actual,
      weeks[1]!.covered.actual,
    ])
    expect(sum(second, 'predicted_visitors')).toBeCloseTo(weeks[1]!.visitors.predicted, 0)
    expect(sum(hours, 'actual_visitors')).toBe(weeks.reduce((total, { visitors }) => total + (visitors.actual ?? 0), 0))
    const shifts = await write('adherence', '--week', '2026-10-28')
    const agents = weeks[1]!.adherence
    expect(sum(shifts, 'planned_hours')).toBeCloseTo(
      agents.reduce((total, { plannedHours }) => total + plannedHours, 0),
      2,
    )
    expect(new Set(shifts.map(({ agent }) => agent))).toEqual(new Set(agents.map(({ name }) => name)))
    const slots = await write('adherence-slots', '--week', '2026-10-28')
    expect(new Set(slots.map(({ agent }) => agent))).toEqual(new Set(agents.map(({ name }) => name)))
    expect(sum(slots, 'planned_minutes') / 60).toBeCloseTo(sum(shifts, 'planned_hours'), 2)
    expect(new Set(slots.map(({ state }) => state))).toEqual(
      new Set(['on-time', 'late', 'early', 'away', 'absent', 'unplanned']),
    )
    expect((await write('adherence-slots')).length).toBeGreaterThan(slots.length)
    // The present that was asked for is where the past ends, as of "compare".
    const early = await write('compare', '--now', '2026-10-20T16:00:00Z')
    expect([early[0]!['date'], early.length, early.findLast((row) => row['actual_visitors'] !== '')!['date']]).toEqual([
      '2026-10-19',
      168,
      '2026-10-20',
    ])
  })

  it('is not there as tables of what was never published, or where a table of shifts is asked for', async () => {
    const plan = ['--plan', 'Standard week', '--out', join(folder.path, 'none.csv')] as const
    expect(await run('export', 'csv', ...plan, '--table', 'compare', '--week', '2026-12-24')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not live in the week of') as string,
    })
    for (const [table, option, value] of [
      ['compare', 'weeks', '2'],
      ['adherence', 'agent', 'ann'],
      ['hours', 'agent', 'ann'],
      ['slots', 'weeks', '2'],
    ] as const) {
      const { code, stdout, stderr } = await run('export', 'csv', ...plan, '--table', table, `--${option}`, value)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(`--${option} is for the shifts, and the table “${table}” has none.`)
    }
  })

  it('says what is not there, and what is not asked for like this', async () => {
    expect(await print('--plan', 'Standard week', '--compare', '--week', '2026-12-24', '--overwrite')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not live in the week of') as string,
    })
    expect(await print('--from', '2026-10-01', '--compare', '--overwrite')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--compare is for a plan') as string,
    })
  })
})
