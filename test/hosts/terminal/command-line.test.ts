import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  COMMAND_OUTPUTS,
  type CommandName,
  type CoverageOutput,
  type SyncOutput,
} from '../../../shared/contract/command-output.ts'
import type { CompareOutput } from '../../../shared/contract/compare-output.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-11-22T09:15:00Z'

describe('the command line', () => {
  const folder = makeDataFolder()
  const at = ['--data-dir', folder.path]
  const run = (...args: readonly string[]) => runCommand([...args, ...at])
  const json = async (command: CommandName, ...args: readonly string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await run(...command.split(' '), ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    return COMMAND_OUTPUTS[command].parse(JSON.parse(stdout))
  }

  let made: SyncOutput
  beforeAll(async () => {
    made = (await json('demo', '--now', NOW)) as SyncOutput
  })
  afterAll(() => folder.remove())

  it('makes the demo: at least 40 weeks until now, in one command', () => {
    expect(made.now).toBe('2026-11-22T09:15:00.000Z')
    expect(Date.parse(made.to) - Date.parse(made.from)).toBeGreaterThanOrEqual(40 * 7 * 86_400_000)
    expect(made.visitors).toBeGreaterThan(100_000)
  })

  it('compares weeks of the demo at once: three that are over, and the running one', async () => {
    const { weeks, notPredicted } = (await json('compare', '--plan', 'Standard week')) as CompareOutput
    expect(notPredicted).toEqual([])
    expect(weeks.map(({ start }) => start)).toEqual(['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22'])
  }, 120_000)

  it('gives the same figures whenever and wherever the demo is made', async () => {
    const other = makeDataFolder()
    await runCommand(['demo', '--now', NOW, '--data-dir', other.path])
    const range = [
      'coverage',
      '--from',
      '2026-10-01',
      '--to',
      '2026-11-22',
      '--time-zone',
      'America/New_York',
      '--json',
    ]
    const again = await runCommand([...range, '--data-dir', other.path])
    const first = await run(...range)
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(first.stdout))
    other.remove()
  })

  it('gives the coverage of a range as its schema says, with every total the sum of its parts', async () => {
    const output = (await json(
      'coverage',
      '--from',
      '2026-03-01',
      '--to',
      '2026-03-31',
      '--time-zone',
      'America/New_York',
    )) as CoverageOutput
    expect(output.range).toMatchObject({ from: '2026-03-01', to: '2026-03-31', knownShare: 1, agentData: true })
    expect(output.daily).toHaveLength(31)
    for (const parts of [output.hourly, output.byDayHour.flat(), output.byDayOfWeek, output.daily]) {
      expect(parts.reduce((sum, part) => sum + part.totalPageviews, 0)).toBe(output.totals.totalPageviews)
      expect(parts.reduce((sum, part) => sum + part.pageviewsWithAgent, 0)).toBe(output.totals.pageviewsWithAgent)
    }
    // The clock goes forward at 02:00 on 8 March: that hour has no visit and no agent there.
    expect(output.totals.totalPageviews).toBeGreaterThan(10_000)
  })

  it('takes the last 30 days of --now where no dates are given', async () => {
    const { range } = (await json(
      'coverage',
      '--now',
      '2026-06-30T12:00:00Z',
      '--time-zone',
      'Europe/Berlin',
    )) as CoverageOutput
    expect([range.from, range.to]).toEqual(['2026-06-01', '2026-06-30'])
  })

  it('gives zeros and a rate of 100 for a range that is turned round', async () => {
    const output = (await json('coverage', '--from', '2026-03-31', '--to', '2026-03-01')) as CoverageOutput
    expect(output.totals).toMatchObject({
      totalPageviews: 0,
      missedOpportunities: 0,
      coverageRate: 100,
      avgAgentsOnline: 0,
    })
    expect(output.daily).toEqual([])
    expect(output.hourly).toHaveLength(24)
  })

  it('knows nothing of a range before the first record, and says so instead of a full score', async () => {
    const output = (await json('coverage', '--from', '2020-01-01', '--to', '2020-01-31')) as CoverageOutput
    expect(output.range).toMatchObject({ knownShare: 0, agentData: false })
    const { stdout } = await run('coverage', '--from', '2020-01-01', '--to', '2020-01-31')
    expect(stdout).toMatch(/No coverage data/u)
    expect(stdout).not.toMatch(/Great coverage/u)
  })

  it('filters by country: the default is the rule of the organization, an empty list filters nothing', async () => {
    const range = ['--from', '2026-09-01', '--to', '2026-09-30']
    const total = async (...args: readonly string[]) =>
      ((await json('coverage', ...range, ...args)) as CoverageOutput).totals.totalPageviews
    const [own, all, onlyUs, withoutUs] = [
      await total(),
      await total('--countries', ''),
      await total('--country-mode', 'allowlist', '--countries', 'us'),
      await total('--country-mode', 'blocklist', '--countries', 'US'),
    ]
    expect(own).toBeLessThan(all)
    expect(onlyUs).toBeLessThan(all)
    // A visit of unknown country counts on both sides.
    expect(onlyUs + withoutUs).toBeGreaterThan(all)
  })

  it('filters by pool, and lists the pools where one is not known', async () => {
    const range = ['--from', '2026-09-01', '--to', '2026-09-30', '--countries', '']
    const { code, stderr } = await run('coverage', '--pool', 'nobody', ...range)
    expect(code).toBe(1)
    const pools = [...stderr.matchAll(/[0-9a-f-]{36}/gu)].map(([id]) => id)
    expect(pools.length).toBeGreaterThanOrEqual(4)
    const totals = await Promise.all(
      [...pools, 'none'].map(
        async (pool) => ((await json('coverage', '--pool', pool, ...range)) as CoverageOutput).totals.totalPageviews,
      ),
    )
    const all = (await json('coverage', ...range)) as CoverageOutput
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(all.totals.totalPageviews)
  })

  it('shows people a table without escape codes', async () => {
    const { code, stdout } = await run('coverage', '--from', '2026-09-01', '--to', '2026-09-14')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Harbor & Pine · .* · Sep 1\s–\s14, 2026/u)
    expect(stdout).toMatch(/Coverage \d\d% · [\d,]+ visitors/u)
    expect(stdout).toMatch(/^12 PM +[\d,]+ +[\d,]+ +[\d,]+ +\d+% +\d\.\d$/mu)
    expect(stdout).not.toContain('\u001b')
  })

  it.each([
    [['coverage', '--from', '2026-02-30'], /not a date/u],
    [['coverage', '--time-zone', 'Mars/Olympus'], /not a time zone/u],
    [['coverage', '--time-zone', 'BST'], /not a time zone/u],
    [['coverage', '--time-zone', '+02:00'], /not a time zone/u],
    [['coverage', '--countries', 'US'], /--country-mode/u],
    [['coverage', '--no-such-option'], /There is no option --no-such-option/u],
    [['sync', '--now', 'yesterday'], /not an instant/u],
    [['sync', '--overlap-minutes', '-3'], /not a whole number/u],
    [['no-such-command'], /There is no command “no-such-command”/u],
    [['workspace', 'erase', 'Demo'], /--yes/u],
    [['workspace', 'backup'], /--out/u],
    [['sync', '--from', '2026-03-02', '--to', '2026-03-01'], /after --to/u],
    [['sync', '--statement-timeout', '0'], /statementTimeoutSeconds/u],
  ] as const)('%j is wrong usage: exit code 2, words on stderr, nothing on stdout', async (args, words) => {
    const { code, stdout, stderr } = await run(...args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(words)
  })

  it('fails with exit code 1 and what to do next', async () => {
    const { code, stdout, stderr } = await run('coverage', '--workspace', 'Nowhere', '--json')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/There is no workspace called “Nowhere”\.\nThere are: “Demo”/u)
  })

  it('takes no file for an empty data folder', async () => {
    const file = join(folder.path, 'a-file')
    writeFileSync(file, 'mine')
    for (const command of [['workspace', 'list'], ['coverage'], ['demo']]) {
      expect(await runCommand([...command, '--data-dir', file])).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/is a file, not a folder/u) as string,
      })
    }
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('never shows the password of a URL', async () => {
    const { code, stderr, stdout } = await run('sync', '--source', 'postgres://me:s3cr3t-pass@127.0.0.1:9/none')
    expect(code).toBe(1)
    expect(stderr + stdout).not.toContain('s3cr3t')
    expect(stderr).toMatch(/127\.0\.0\.1/u)
  })
})

describe('workspaces on the command line', () => {
  const folder = makeDataFolder()
  const run = (...args: readonly string[]) => runCommand([...args, '--data-dir', folder.path])
  const parsed = async (command: CommandName, ...args: readonly string[]) => {
    const { stdout, stderr, code } = await run(...command.split(' '), ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS[command].parse(JSON.parse(stdout))
  }
  afterAll(() => folder.remove())

  it('are made, renamed, backed up, erased and restored, with the same figures', async () => {
    expect(await parsed('workspace list')).toEqual({ workspaces: [] })
    await run('demo', '--now', NOW)
    await parsed('workspace rename', 'Demo', 'Tour')
    const coverage = ['coverage', '--from', '2026-09-01', '--to', '2026-09-30', '--json']
    const before = (await run(...coverage)).stdout

    const file = join(folder.path, 'tour.covercast')
    await parsed('workspace backup', 'tour', '--out', file)
    expect(existsSync(file)).toBe(true)
    expect(await run('workspace', 'backup', 'Tour', '--out', file)).toMatchObject({ code: 1 })

    expect(await parsed('workspace erase', 'Tour', '--yes')).toEqual({ erased: 'Tour' })
    expect(await parsed('workspace list')).toEqual({ workspaces: [] })
    await parsed('workspace restore', file)
    expect((await run(...coverage)).stdout).toBe(before)

    const { code, stderr } = await run('workspace', 'restore', file)
    expect(code).toBe(1)
    expect(stderr).toMatch(/already a workspace/u)
    await parsed('workspace restore', file, '--name', 'Second tour')
    expect(await parsed('workspace list')).toMatchObject({
      workspaces: expect.arrayContaining([expect.objectContaining({ name: 'Second tour' })]),
    })
  })
})
