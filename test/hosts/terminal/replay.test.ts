import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder, openBackend } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-03-16T04:00:00Z'

describe('covercast replay', () => {
  const folder = makeDataFolder()
  const backend = openBackend(folder.path)
  const host = {
    openBackend: () => ({ ...backend, close: async () => undefined }),
    clock: () => Date.parse(NOW),
  }
  const run = (...args: readonly string[]) => runCommand([...args, '--data-dir', folder.path], host)
  const plan = join(folder.path, 'plan.json')
  const json = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run('replay', '--plan', plan, ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS.replay.parse(JSON.parse(stdout))
  }
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(NOW), months: 2 })
    writeFileSync(plan, JSON.stringify(DEMO_PLAN))
  })
  afterAll(async () => {
    await backend.close()
    folder.remove()
  })

  it('replays ten days, with the figures of the coverage report', async () => {
    const dates = ['--from', '2026-03-02', '--to', '2026-03-11']
    const output = await json(...dates)
    const { stdout } = await run('coverage', ...dates, '--json')
    const { totals, daily } = COMMAND_OUTPUTS.coverage.parse(JSON.parse(stdout))
    expect(output.actual.visitors).toBe(totals.totalPageviews)
    expect(output.actual.covered).toBe(totals.pageviewsWithAgent)
    expect(output.days.map(({ date, actual }) => [date, actual.visitors, actual.covered])).toEqual(
      daily.map((day) => [day.date, day.totalPageviews, day.pageviewsWithAgent]),
    )
    expect(output.range).toMatchObject({ knownShare: 1, learned: 'before-range', timeZone: 'America/New_York' })
    expect(output.learnedBefore).toBe('2026-03-02')
    expect(output.actual.missed).toBe(totals.missedOpportunities)
    const ofHour = output.hours.map((day) => day[12]!.actual.visitors)
    expect(ofHour.reduce((sum, visitors) => sum + visitors, 0)).toBe(output.hoursOfDay[12]!.actual.visitors)
    // Monday of two weeks: the 2nd and the 9th.
    const ofDay = (index: number): number => output.hours[index]!.reduce((sum, hour) => sum + hour.actual.visitors, 0)
    expect(ofDay(1)).toBe(output.days[0]!.actual.visitors + output.days[7]!.actual.visitors)
    // The demo's own plan is what its agents work by.
    expect(output.replayed.coverageRate - output.actual.coverageRate).toBeGreaterThan(-4)
    expect(output.replayed.coverageRate - output.actual.coverageRate).toBeLessThan(4)
    expect(output.difference.lower95).toBeLessThan(output.difference.covered)
    expect(output.difference.upper95).toBeGreaterThan(output.difference.covered)
    expect(output.difference.covered).toBeCloseTo(output.replayed.covered - output.actual.covered, 9)
  })

  it('reads as text, by day and by hour', async () => {
    const { code, stdout } = await run('replay', '--plan', plan, '--from', '2026-03-02', '--to', '2026-03-11')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Actual: coverage \d+% of [\d,]+ visitors/mu)
    expect(stdout).toContain('With “Standard week”: coverage')
    expect(stdout).toContain('learned from what was known before Mar 2, 2026')
    expect(stdout).toMatch(/^Wed {2}2026-03-11 /mu)
    expect(stdout).toMatch(/^11 PM /mu)
  })

  it('repeats a dated plan, and learns before each week where that is asked for', async () => {
    const { dayOfWeek: _, ...first } = DEMO_PLAN.shifts[0]!
    writeFileSync(
      join(folder.path, 'dated.json'),
      JSON.stringify({ ...DEMO_PLAN, kind: 'dated', shifts: [{ ...first, date: '2026-06-01' }] }),
    )
    const dates = ['--from', '2026-03-02', '--to', '2026-03-15']
    const { code, stdout, stderr } = await run(
      'replay',
      '--plan',
      join(folder.path, 'dated.json'),
      ...dates,
      '--learn-each-week',
      '--json',
    )
    expect([code, stderr]).toEqual([0, ''])
    const { plan: replayed, range, days } = COMMAND_OUTPUTS.replay.parse(JSON.parse(stdout))
    expect([replayed.repeated, range.learned]).toEqual([true, 'before-each-week'])
    expect(days.filter(({ replayed: { agents } }) => agents > 0.1).map(({ date }) => date)).toEqual([
      '2026-03-02',
      '2026-03-09',
    ])
  })

  it('says what is wrong with the days', async () => {
    const pool = await run('replay', '--plan', plan, '--pool', 'sales')
    expect([pool.code, pool.stderr]).toEqual([2, expect.stringContaining('so --pool cannot be given')])
    const future = await run('replay', '--plan', plan, '--from', '2026-04-06', '--to', '2026-04-12')
    expect([future.code, future.stderr]).toEqual([
      1,
      'No visit from 2026-04-06 to 2026-04-12 has been synced, so there is nothing to replay.\nChoose days in the past that are synced, or sync first.\n',
    ])
    const before = await run('replay', '--plan', plan, '--from', '2026-01-10', '--to', '2026-01-20')
    expect([before.code, before.stderr]).toEqual([1, expect.stringContaining('There is no history before 2026-01-10')])
    const long = await run('replay', '--plan', plan, '--from', '2024-01-01', '--to', '2026-01-07')
    expect(long.code).not.toBe(0)
    expect(long.stderr).toContain('371 days')
    const turned = await run('replay', '--plan', plan, '--from', '2026-03-09', '--to', '2026-03-02')
    expect(turned.stderr).toContain('before the first date')
  })
})
