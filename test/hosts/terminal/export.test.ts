import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-11-22T09:15:00Z'
const PLAN = {
  name: 'Saturday crew',
  timeZone: 'America/New_York',
  kind: 'weekly',
  shifts: [
    {
      agentId: 'ann',
      dayOfWeek: 6,
      start: '09:00',
      end: '17:30',
      breaks: [{ start: '12:30', end: '13:00' }],
      note: '@Bring keys',
    },
    { agentId: null, dayOfWeek: 6, start: '20:00', end: '02:00' },
  ],
}

describe('exports on the command line', () => {
  const folder = makeDataFolder()
  const at = (name: string): string => join(folder.path, 'out', name)
  const planFile = join(folder.path, 'saturday.json')
  const run = (...args: readonly string[]) => runCommand(['export', ...args, '--data-dir', folder.path, '--now', NOW])
  const write = async (kind: 'csv' | 'ics', name: string, ...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await run(kind, '--out', at(name), ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    const made = COMMAND_OUTPUTS[`export ${kind}`].parse(JSON.parse(stdout))
    const bytes = readFileSync(at(name))
    const hasAgents = args.includes('--from') && !args.includes('days')
    expect(made).toEqual({
      file: at(name),
      bytes: bytes.byteLength,
      ...(hasAgents ? { agentsOnline: 'sessions' } : {}),
    })
    return bytes.toString('utf8')
  }
  const rows = (text: string): readonly Record<string, string>[] => parse(text, { columns: true, bom: true })
  beforeAll(async () => {
    mkdirSync(join(folder.path, 'out'))
    writeFileSync(planFile, JSON.stringify(PLAN))
    await copyDemo(folder.path, { now: Date.parse(NOW) })
    await runCommand(['plan', 'import', planFile, '--data-dir', folder.path, '--now', NOW])
  })
  afterAll(() => folder.remove())

  it('write the shifts of a plan, from a file or from the store, for a spreadsheet', async () => {
    const text = await write('csv', 'shifts.csv', '--plan', planFile)
    expect(text.startsWith('\uFEFFagent,')).toBe(true)
    expect(
      rows(text).map(({ agent, date, start, end, breaks, hours, note }) => [
        agent,
        date,
        start,
        end,
        breaks,
        hours,
        note,
      ]),
    ).toEqual([
      ['ann', '2026-11-28', '09:00', '17:30', '12:30-13:00', '8', "'@Bring keys"],
      ['Unassigned', '2026-11-28', '20:00', '02:00', '', '6', ''],
    ])
    expect(await write('csv', 'stored.csv', '--plan', 'saturday crew', '--weeks', '2', '--agent', 'ann')).toContain(
      '2026-12-05',
    )
  })

  it('write predicted coverage and the coverage of a range', async () => {
    expect(rows(await write('csv', 'hours.csv', '--plan', planFile, '--table', 'hours'))).toHaveLength(168)
    expect(rows(await write('csv', 'slots.csv', '--plan', planFile, '--table', 'slots'))).toHaveLength(672)
    const daily = rows(await write('csv', 'daily.csv', '--from', '2026-11-01', '--to', '2026-11-07'))
    expect(daily.map(({ date }) => date)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-11-${day}`),
    )
    const heatmap = rows(
      await write('csv', 'heat.csv', '--from', '2026-11-01', '--to', '2026-11-07', '--table', 'heatmap'),
    )
    const sum = (table: readonly Record<string, string>[]): number =>
      table.reduce((total, { visitors }) => total + Number(visitors), 0)
    expect(sum(heatmap)).toBe(sum(daily))
  })

  it('have the separators and decimal signs of a spreadsheet, of which plain ones are the same figures', async () => {
    const range = ['--from', '2026-11-01', '--to', '2026-11-07'] as const
    const plain = rows(await write('csv', 'plain.csv', ...range))
    const german = await write('csv', 'german.csv', ...range, '--separator', ';', '--decimal', ',')
    expect(german.split('\r\n')[1]).toMatch(/^2026-11-01;\d+;.*\d,\d/u)
    const read: readonly Record<string, string>[] = parse(german, { columns: true, bom: true, delimiter: ';' })
    expect(
      read.map((row) => Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text.replace(',', '.')]))),
    ).toEqual(plain)
    expect((await write('csv', 'tabs.csv', ...range, '--separator', 'tab')).split('\r\n')[1]).toContain('\t')
    const refused = await run('csv', '--out', at('no.csv'), ...range, '--separator', 'x')
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('“x” is not a separator of cells.')])
  })

  it('predict from what was known at the instant that stands for the present', async () => {
    const now = '2026-10-01T09:15:00Z'
    const week = ['--plan', planFile, '--week', '2026-11-23', '--data-dir', folder.path, '--now', now] as const
    const { code, stderr } = await runCommand(['export', 'csv', '--table', 'hours', '--out', at('then.csv'), ...week])
    expect([code, stderr]).toEqual([0, ''])
    const visitors = (text: string): number => rows(text).reduce((total, row) => total + Number(row['visitors']), 0)
    const then = visitors(readFileSync(at('then.csv'), 'utf8'))
    const predicted = COMMAND_OUTPUTS.predict.parse(
      JSON.parse((await runCommand(['predict', ...week, '--time-zone', PLAN.timeZone, '--json'])).stdout),
    )
    expect(then).toBeCloseTo(predicted.week.visitors, 0)
    // Of the same week, as of NOW.
    expect(Math.abs(then - visitors(readFileSync(at('hours.csv'), 'utf8')))).toBeGreaterThan(1)
  })

  it('take assumptions besides those of the plan, which stays as it is', async () => {
    const table = ['--plan', planFile, '--table', 'hours'] as const
    const assumed = rows(await write('csv', 'more.csv', ...table, '--demand', '+20%'))
    const visitors = (all: readonly Record<string, string>[]): number =>
      all.reduce((total, row) => total + Number(row['visitors']), 0)
    const plain = rows(await write('csv', 'not-assuming.csv', ...table))
    expect(visitors(assumed) / visitors(plain)).toBeCloseTo(1.2, 2)
    expect(assumed[0]!['assumptions']).toBe("'+20% visitors")
    expect(plain[0]).not.toHaveProperty('assumptions')

    const week = ['--plan', 'Saturday crew', '--week', '2026-11-23'] as const
    const before = await write('ics', 'as-planned.ics', ...week)
    const away = await write('ics', 'away.ics', ...week, '--absent', 'ann:2026-11-28')
    expect(away).toMatch(/^X-WR-CALDESC:.*ann/mu)
    const uids = (text: string): readonly string[] => text.match(/^UID:.*$/gmu) ?? []
    expect(uids(away)).toEqual(uids(before))
    expect(await write('ics', 'as-planned-again.ics', ...week)).toBe(before)
  })

  it('write a calendar whose events are the shifts, and the same file again while nothing changes', async () => {
    const text = await write('ics', 'crew.ics', '--plan', 'Saturday crew', '--weeks', '3')
    const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent')
    expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual(
      ['28', '28', '05', '05', '12', '12'].map(
        (day, index) => `2026-${index < 2 ? '11' : '12'}-${day}T${index % 2 === 0 ? '09' : '20'}:00:00`,
      ),
    )
    expect(await write('ics', 'again.ics', '--plan', 'Saturday crew', '--weeks', '3')).toBe(text)
  })

  it('say to people what was written', async () => {
    const { stdout } = await run('csv', '--plan', planFile, '--out', at('people.csv'))
    expect(stdout).toMatch(/people\.csv is written: 0\.\d kB\.\n$/u)
  })

  it('fail in words, with exit code 1 or 2, and leave nothing', async () => {
    writeFileSync(at('there.csv'), 'mine')
    const before = readdirSync(join(folder.path, 'out'))
    const plan = ['--plan', planFile] as const
    const cases = [
      [
        ['csv', ...plan, '--out', join(folder.path, 'none', 'a.csv')],
        1,
        /folder of .* is not there\.\n.*Nothing was written/su,
      ],
      [['csv', ...plan, '--out', join(planFile, 'a.csv')], 1, /folder of .* is not there/u],
      [['csv', ...plan, '--out', join(folder.path, 'out')], 1, /is a folder/u],
      [['csv', ...plan, '--out', at('there.csv')], 1, /exists already/u],
      [
        ['csv', ...plan, '--table', 'compare', '--demand', '+20%', '--out', at('x.csv')],
        2,
        /--demand changes a prediction/u,
      ],
      [
        ['pdf', ...plan, '--only', 'roster', '--absent', 'ann:2026-11-28', '--out', at('x.pdf')],
        2,
        /--absent changes a prediction/u,
      ],
      [
        ['csv', '--from', '2026-11-01', '--hire', '1@2026-11-23:Mo,09:00-17:00', '--out', at('x.csv')],
        2,
        /--hire is for a plan/u,
      ],
      [['csv', ...plan, '--absent', 'zoe:2026-11-28', '--out', at('x.csv')], 1, /Nothing was written/u],
      [['ics', '--plan', 'Nobody', '--out', at('x.ics')], 1, /There is no plan “Nobody”/u],
      [
        ['ics', ...plan, '--agent', 'zoe', '--out', at('x.ics')],
        1,
        /There is no agent "zoe"\.\n.*The plan has: ann\./su,
      ],
      [['csv', '--out', at('x.csv')], 2, /Neither a plan nor a range/u],
      [['csv', ...plan, '--from', '2026-11-01', '--out', at('x.csv')], 2, /Both a plan and a range/u],
      [['csv', '--from', '2026-11-01', '--week', '2026-11-02', '--out', at('x.csv')], 2, /--week/u],
      [['csv', '--from', '2026-11-02', '--to', '2026-11-01', '--out', at('x.csv')], 2, /--to is before --from/u],
      [['csv', ...plan, '--table', 'daily', '--out', at('x.csv')], 2, /shifts, hours, slots/u],
      [['ics', ...plan, '--weeks', '60', '--out', at('x.ics')], 2, /60 weeks/u],
      [['pdf', ...plan, '--paper', 'a5', '--out', at('x.pdf')], 2, /a4, letter/u],
      [['pdf', ...plan, '--paper', 'a3', '--out', at('x.pdf')], 2, /a3 is for rosters only.*--only roster/su],
      [['pdf', ...plan, '--weeks', '2', '--out', at('x.pdf')], 2, /--weeks.*--only roster/su],
      [['pdf', ...plan, '--only', 'roster', '--agent', 'ann', '--out', at('x.pdf')], 2, /--only people/u],
      [['changes', ...plan, '--out', at('x.docx')], 2, /\.html, \.csv, \.json or \.txt/u],
      [['changes', ...plan, '--since', '7', '--out', at('x.csv')], 1, /no version 7 that was published/u],
      [['html', ...plan, '--agent', 'zoe', '--out', at('x.html')], 1, /There is no agent "zoe"/u],
      [['xlsx', ...plan, '--out', at('there.csv')], 1, /exists already/u],
      [['all', ...plan, '--out', join(folder.path, 'out')], 1, /is not empty/u],
      [['all', ...plan, '--out', at('there.csv')], 1, /is a file, not a folder/u],
      [['pdf', ...plan], 2, /--out/u],
      [['docx', ...plan, '--out', at('x')], 2, /There is no command “docx”/u],
    ] as const
    for (const [args, code, words] of cases) {
      const result = await run(...args)
      expect([args, result.code, result.stdout]).toEqual([args, code, ''])
      expect(result.stderr).toMatch(words)
    }
    expect(readdirSync(join(folder.path, 'out'))).toEqual(before)
    expect(readFileSync(at('there.csv'), 'utf8')).toBe('mine')
  })

  // Root may write wherever there is a disk, so the place is one that is none.
  it.runIf(existsSync('/sys/kernel'))('say where one may not write', async () => {
    const { code, stderr } = await run('csv', '--plan', planFile, '--out', '/sys/kernel/covercast.csv')
    expect(code).toBe(1)
    expect(stderr).toMatch(/may not be written by you/u)
  })
})
