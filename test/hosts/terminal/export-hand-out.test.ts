import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-11-22T09:15:00Z'
const NASTY = '=1+1<script>alert(1)</script>'
const plan = (start: string) => ({
  name: 'Saturday crew',
  timeZone: 'America/New_York',
  kind: 'weekly',
  shifts: [
    { agentId: 'ann', dayOfWeek: 6, start, end: '17:30', breaks: [{ start: '12:30', end: '13:00' }], note: NASTY },
    { agentId: NASTY, dayOfWeek: 0, start: '20:00', end: '02:00' },
    { agentId: null, dayOfWeek: 6, start: '20:00', end: '02:00' },
  ],
})

describe('handing out on the command line', () => {
  const folder = makeDataFolder()
  const at = (name: string): string => join(folder.path, 'out', name)
  const base = ['--data-dir', folder.path, '--now', NOW] as const
  const run = (...args: readonly string[]) => runCommand(['export', ...args, ...base])
  const store = async (start: string, ...more: readonly string[]): Promise<void> => {
    const file = join(folder.path, 'crew.json')
    writeFileSync(file, JSON.stringify(plan(start)))
    const { code, stderr } = await runCommand(['plan', 'import', file, ...more, ...base])
    expect([code, stderr.includes('not')]).toEqual([0, stderr.includes('not')])
  }
  const publish = async (): Promise<void> => {
    const { code } = await runCommand(['plan', 'publish', 'Saturday crew', '--from', '2026-11-23', ...base])
    expect(code).toBe(0)
  }
  beforeAll(async () => {
    mkdirSync(join(folder.path, 'out'))
    await copyDemo(folder.path, { now: Date.parse(NOW) })
    await store('09:00')
    await publish()
    await store('10:00', '--into', 'Saturday crew')
    await publish()
  })
  afterAll(() => folder.remove())

  it('writes a workbook that is the same plan when it is imported', async () => {
    const { code, stdout, stderr } = await run('xlsx', '--plan', 'Saturday crew', '--out', at('crew.xlsx'), '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(COMMAND_OUTPUTS['export xlsx'].parse(JSON.parse(stdout))).toEqual({
      file: at('crew.xlsx'),
      bytes: readFileSync(at('crew.xlsx')).byteLength,
    })
    const same = await runCommand(['plan', 'import', at('crew.xlsx'), '--into', 'Saturday crew', '--json', ...base])
    expect(COMMAND_OUTPUTS['plan import'].parse(JSON.parse(same.stdout))).toMatchObject({
      change: { added: 0, removed: 0 },
      changed: [],
      notUnderstood: [],
    })
    const range = await run('xlsx', '--from', '2026-11-01', '--to', '2026-11-07', '--out', at('cov.xlsx'), '--json')
    expect(JSON.parse(range.stdout)).toMatchObject({ agentsOnline: 'sessions' })
    expect(XLSX.read(readFileSync(at('cov.xlsx'))).SheetNames).toContain('By date')
  })

  it('writes pages for the phone in which no name runs', async () => {
    const page = ['html', '--plan', 'Saturday crew', '--agent', NASTY, '--out', at('page.html'), '--json'] as const
    const { code, stdout } = await run(...page)
    expect(code).toBe(0)
    expect(COMMAND_OUTPUTS['export html'].parse(JSON.parse(stdout)).bytes).toBeGreaterThan(1000)
    const html = readFileSync(at('page.html'), 'utf8')
    expect(html).toContain('=1+1&lt;script&gt;')
    expect([...html.matchAll(/<script/gu)]).toHaveLength(1)
    // Four Sundays of a pattern, unless another number is asked for.
    expect([...html.matchAll(/<h3>/gu)]).toHaveLength(4)
  })

  it('says and writes what changed for whom', async () => {
    const { code, stdout } = await run('changes', '--plan', 'Saturday crew', '--out', at('changes.csv'), '--json')
    expect(code).toBe(0)
    const made = COMMAND_OUTPUTS['export changes'].parse(JSON.parse(stdout))
    expect(made).toMatchObject({ everyWeek: true, from: '2026-11-23', since: { planName: 'Saturday crew' } })
    expect(made.people).toMatchObject([
      {
        agentId: 'ann',
        added: [],
        removed: [],
        moved: [{ before: { date: '2026-11-28', start: '09:00' }, after: { date: '2026-11-28', start: '10:00' } }],
      },
    ])
    expect(readFileSync(at('changes.csv'), 'utf8')).toContain("'=1+1<script>")
    const spoken = await run('changes', '--plan', 'Saturday crew', '--out', at('changes.txt'))
    expect(spoken.stdout).toMatch(/Compared with “Saturday crew”.*\n\nAgent +New +Canceled +Changed\nann +1/su)
    expect(readFileSync(at('changes.txt'), 'utf8')).toContain('Changed: Every Saturday, ')
  })

  it('writes everything at once, into an archive or a folder, and says that there is no PDF without a browser', async () => {
    const withPdf = (...args: readonly string[]) =>
      runCommand(['export', 'all', '--plan', 'Saturday crew', ...args, ...base], {
        printPage: async () => new TextEncoder().encode('%PDF-1.4'),
      })
    const { code, stdout, stderr } = await withPdf('--out', at('all.zip'), '--json')
    expect([code, stderr]).toEqual([0, ''])
    const { files, bytes } = COMMAND_OUTPUTS['export all'].parse(JSON.parse(stdout))
    const archive = readFileSync(at('all.zip'))
    expect(bytes).toBe(archive.byteLength)
    expect(Object.keys(unzipSync(archive)).toSorted()).toEqual(files.map(({ name }) => name).toSorted())
    expect(files.map(({ name }) => name).toSorted()).toEqual([
      'Saturday crew 2026-11-23 roster.pdf',
      'Saturday crew changes.csv',
      'Saturday crew changes.html',
      'Saturday crew shifts.csv',
      'Saturday crew team.html',
      'Saturday crew.xlsx',
      'calendars/=1+1 script alert(1) script.ics',
      'calendars/ann.ics',
      'pages/=1+1 script alert(1) script.html',
      'pages/ann.html',
    ])
    const without = await runCommand(['export', 'all', '--plan', 'Saturday crew', '--out', at('folder'), ...base], {
      printPage: async () => {
        throw new AppError({ code: 'printer-missing', message: 'No browser.', next: 'Install one.' })
      },
    })
    expect([without.code, without.stderr]).toEqual([
      0,
      'The roster as PDF was left out: no browser was found to make it. Install one.\n',
    ])
    expect(readdirSync(at('folder')).toSorted()).toEqual([
      'Saturday crew changes.csv',
      'Saturday crew changes.html',
      'Saturday crew shifts.csv',
      'Saturday crew team.html',
      'Saturday crew.xlsx',
      'calendars',
      'pages',
    ])
    // Nothing is half there, and nothing of the attempt is left.
    const failed = await runCommand(['export', 'all', '--plan', 'Saturday crew', '--out', at('broken'), ...base], {
      printPage: async () => {
        throw new AppError({ code: 'print-failed', message: 'It broke.' })
      },
    })
    expect([failed.code, existsSync(at('broken'))]).toEqual([1, false])
    expect(readdirSync(join(folder.path, 'out')).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
