import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-11-22T09:15:00Z'
const CSV = `Agent;Datum;Beginn;Ende
Jürgen Groß;Mo, 02.11.2026;09:07;17:00
Zoë;Di, 03.11.2026;12-15;20:00
offen;Mi, 04.11.2026;22:00;06:00
Zoë;Do, 05.11.2026;Urlaub;
`

describe('covercast plan import', () => {
  const folder = makeDataFolder()
  const file = join(folder.path, 'November.csv')
  const run = (...args: readonly string[]) =>
    runCommand(['plan', 'import', ...args, '--data-dir', folder.path, '--now', NOW])
  const json = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run(...args, '--json')
    return { code, stderr, output: COMMAND_OUTPUTS['plan import'].parse(JSON.parse(stdout)) }
  }
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(NOW) })
    // As a spreadsheet program in Germany saves it.
    writeFileSync(
      file,
      Uint8Array.from(CSV, (letter) => letter.charCodeAt(0)),
    )
  })
  afterAll(() => folder.remove())

  it('shows what would be stored, and stores nothing', async () => {
    const { code, output } = await json(file, '--dry-run', '--time-zone', 'Europe/Berlin')
    expect(code).toBe(0)
    expect(output).toMatchObject({
      plan: null,
      understood: {
        shape: 'rows',
        shifts: 2,
        openShifts: 1,
        dateOrder: 'dmy',
        dateOrderBy: 'evidence',
        timeZone: 'Europe/Berlin',
        weeks: { from: '2026-11-02', to: '2026-11-08' },
      },
      notUnderstood: [{ row: 3, column: 3, text: '12-15', why: 'not-a-time' }],
      changed: [{ row: 2, column: 3, text: '09:07-17:00', why: 'rounded' }],
      matches: [
        { inFile: 'Jürgen Groß', agentId: 'Jürgen Groß', how: 'new' },
        { inFile: 'Zoë', how: 'new' },
      ],
      absences: [{ inFile: 'Zoë', kind: 'vacation', from: '2026-11-05' }],
    })
    expect((await runCommand(['plan', 'list', '--json', '--data-dir', folder.path])).stdout).toBe('{"plans":[]}\n')
  })

  it('stores nothing with --strict where anything was not understood, and fails', async () => {
    const { code, output, stderr } = await json(file, '--strict')
    expect([code, output.plan]).toEqual([1, null])
    expect(stderr).toMatch(/1 entry was not understood\.\nNothing was stored\./u)
  })

  it('stores a plan, puts the file into it without change, and enters absences', async () => {
    const first = await json(file, '--time-zone', 'Europe/Berlin', '--absences')
    expect(first.output).toMatchObject({
      plan: { name: 'November', shifts: 2, timeZone: 'Europe/Berlin' },
      change: null,
      absencesAdded: 1,
    })
    const again = await json(file, '--into', 'november')
    expect(again.output).toMatchObject({
      plan: { id: first.output.plan!.id, revision: 1 },
      change: { added: 0, removed: 0 },
      understood: { timeZone: 'Europe/Berlin' },
    })
    const { stdout } = await run(file, '--into', 'November')
    expect(stdout).toMatch(/^“November” has these shifts already\. Nothing was changed\.\n/u)
    expect(stdout).toMatch(/^ +3 +3 +12-15 +Not a time$/mu)
    expect(stdout).toContain('1 absence found; --absences adds them as time off.')
  })

  it('is given whom names mean, by id or name', async () => {
    const agents = JSON.parse((await runCommand(['plan', 'list', '--json', '--data-dir', folder.path])).stdout) as {
      readonly plans: readonly unknown[]
    }
    expect(agents.plans).toHaveLength(1)
    const match = join(folder.path, 'names.json')
    writeFileSync(match, JSON.stringify({ Zoë: null, 'Jürgen Groß': 'Nobody of that name' }))
    const failed = await run(file, '--match', match)
    expect([failed.code, failed.stderr]).toEqual([
      1,
      expect.stringMatching(/No agent is called “Nobody of that name”/u),
    ])
    writeFileSync(match, '[1]')
    expect((await run(file, '--match', match)).code).toBe(2)
  })

  it.each([
    ['nothing.csv', '', /The file is empty/u],
    ['sales.csv', 'Product,Price\nTea,3\n', /No table of shifts/u],
    [
      'none.csv',
      'Agent,Date,Start,End\nAnn,2026-11-02,late,later\n',
      /Nothing in the file could be read as a shift; 1 entry was not understood/u,
    ],
  ])('fails where nothing can be read: %s', async (name, text, message) => {
    const path = join(folder.path, name)
    writeFileSync(path, text)
    const { code, stderr } = await run(path)
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
  })

  it.each([
    ['none.csv', 'Agent,Date,Start,End\nAnn,2026-11-02,late,later\n', /Nothing in the file could be read as a shift/u],
    [
      'two.csv',
      'Agent,Date,Start,End\nM. Chen,2026-11-02,9:00,17:00\nMaya,2026-11-03,9:00,17:00\n',
      /Several agents could be meant by "M\. Chen" \(Maya Chen, /u,
    ],
  ])('shows what was read and fails in the same words, dry or not: %s', async (name, text, message) => {
    const path = join(folder.path, name)
    writeFileSync(path, text)
    const dry = await json(path, '--dry-run')
    const real = await json(path)
    expect(dry).toEqual(real)
    expect(dry).toMatchObject({ code: 1, output: { plan: null } })
    expect(dry.stderr).toMatch(message)
    expect((await run(path)).stdout).toMatch(/^Nothing was stored\./u)
  })

  it('lists columns of which nothing was read', async () => {
    const path = join(folder.path, 'unused.csv')
    writeFileSync(path, 'Agent,Date,Start,End,Rank\nAnn,2026-11-02,9:00,17:00,3\n')
    expect((await json(path, '--dry-run')).output.understood.unusedColumns).toEqual([{ column: 5, header: 'Rank' }])
    expect((await run(path, '--dry-run')).stdout).toContain('\nColumns not used: Rank (5)\n')
  })

  it('says that a file is not there', async () => {
    expect(await run(join(folder.path, 'gone.csv'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/There is no file/u) as string,
    })
  })
})
