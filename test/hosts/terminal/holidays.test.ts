import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_OUTPUTS, type CommandName } from '../../../shared/contract/command-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

describe('covercast holidays', () => {
  const folder = makeDataFolder()
  const at = ['--data-dir', folder.path]
  const run = (...args: readonly string[]) => runCommand([...args, ...at])
  const json = async <Name extends CommandName>(command: Name, ...args: readonly string[]) => {
    const { code, stdout, stderr } = await run(...command.split(' '), ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS[command].parse(JSON.parse(stdout)) as z.infer<(typeof COMMAND_OUTPUTS)[Name]>
  }
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse('2026-03-20T15:00:00Z') })
  })
  afterAll(() => folder.remove())

  const WINTER = ['--from', '2026-11-20', '--to', '2027-01-05']

  it('knows none until it is chosen whose', async () => {
    expect(await json('holidays list', ...WINTER)).toEqual({ holidays: [] })
    expect((await run('holidays', 'list', ...WINTER)).stdout).toMatch(/covercast holidays use --country US/u)
  })

  it('lists those of a country with what each does: learned of last year where it was seen, else uncertain', async () => {
    const { holidays } = await json('holidays list', '--country', 'us', '--region', 'ny', ...WINTER)
    const named = new Map(holidays.map((day) => [day.name, day]))
    expect(named.get('Thanksgiving Day')?.date).toBe('2026-11-26')
    expect(named.get('Black Friday')?.date).toBe('2026-11-27')
    // The company is quiet at Christmas, and was last year.
    const christmas = named.get('Christmas Day')!
    expect(christmas).toMatchObject({ date: '2026-12-25', source: 'own' })
    expect(christmas.known.map(({ date }) => date)).toEqual(['2025-12-25'])
    expect(christmas.effect!).toBeLessThan(-0.4)
    expect(christmas.effect!).toBeGreaterThan(-0.65)
    const thanksgiving = named.get('Thanksgiving Day')!
    expect(thanksgiving.effect!).toBeLessThan(-0.4)
    expect(thanksgiving.effect!).toBeGreaterThan(-0.65)
    for (const { effect, lower80, upper80 } of holidays) {
      expect(lower80!).toBeLessThan(effect!)
      expect(upper80!).toBeGreaterThan(effect!)
    }
  })

  it('learns from all that is known, whatever date the list begins with', async () => {
    const list = async (from: string) =>
      (await json('holidays list', '--country', 'us', '--region', 'ny', '--from', from, '--to', '2027-01-05')).holidays
    const winter = await list('2026-11-20')
    const byDate = new Map((await list('2025-12-01')).map((day) => [`${day.date} ${day.name}`, day]))
    for (const day of winter) expect(byDate.get(`${day.date} ${day.name}`)).toEqual(day)
    // Of a day that has passed: what other days say of it.
    expect(byDate.get('2025-12-25 Christmas Day')).toMatchObject({ class: 'public' })
  })

  it('makes the chosen ones known to the forecast, and forgets them again', async () => {
    const week = ['--week', '2026-12-21']
    const before = await json('forecast', ...week)
    expect(before.knownDays).toEqual([])
    expect(await json('holidays use', '--country', 'US')).toEqual({ calendars: [{ country: 'US', region: null }] })
    const after = await json('forecast', ...week)
    expect(after.knownDays.map(({ name }) => name)).toContain('Christmas Day')
    expect(after.week.visitors).toBeLessThan(0.95 * before.week.visitors)
    expect((await run('forecast', ...week)).stdout).toMatch(
      /^Dec 25, 2026, Christmas Day: −\d+% visitors expected, 80% range −\d+% to −\d+% \(2025-12-25: −\d+%\)\.$/mu,
    )
    // Whose holidays there are was said.
    const { stdout } = await run('holidays', 'list', '--from', '2026-12-08', '--to', '2026-12-09')
    expect(stdout).toBe('No holidays are known from Dec 8, 2026 to Dec 9, 2026.\n')
    const csv = join(folder.path, 'days.csv')
    await run('export', 'csv', '--from', '2025-12-24', '--to', '2025-12-26', '--out', csv)
    expect(await readFile(csv, 'utf8')).toMatch(/^2025-12-25,.*Christmas Day/mu)
    const plan = join(folder.path, 'plan.json')
    const shift = { agentId: 'ann', date: '2026-12-25', start: '09:00', end: '17:00', breaks: [], note: '' }
    const timeZone = 'America/New_York'
    await writeFile(plan, JSON.stringify({ name: 'Winter', timeZone, poolId: null, kind: 'dated', shifts: [shift] }))
    const ics = join(folder.path, 'plan.ics')
    await run('export', 'ics', '--plan', plan, ...week, '--out', ics)
    expect(await readFile(ics, 'utf8')).toMatch(/^DESCRIPTION:.*Christmas Day/mu)
    expect(await json('holidays use', '--none')).toEqual({ calendars: [] })
    expect(await json('forecast', ...week)).toEqual(before)
  })

  it('tries a series with the holidays of a country', async () => {
    const rows = Array.from({ length: 2 * 371 }, (_, day) => {
      const date = new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10)
      return `${date},${date.endsWith('-12-25') || date.endsWith('-07-04') ? 10 : 100 + (day % 7)}`
    })
    const file = join(folder.path, 'series.csv')
    await writeFile(file, ['day,visits', ...rows].join('\n'))
    const series = ['--csv', file, '--time', 'day', '--value', 'visits', '--slot', '1440']
    const without = await json('forecast-series', ...series)
    expect(without.apart).toBeNull()
    const knowing = await json('forecast-series', ...series, '--country', 'US')
    expect(knowing.apart!.days).toBeGreaterThan(20)
    const errorAtChristmas = (weeks: readonly { readonly start: string; readonly wape: number | null }[]): number =>
      weeks.find(({ start }) => start === '2025-12-22')!.wape!
    expect(errorAtChristmas(knowing.weeks)).toBeLessThan(0.6 * errorAtChristmas(without.weeks))
  })

  it.each([
    [['use'], 2, /No country was given/u],
    [['use', '--none', '--country', 'US'], 2, /Both --none and a country were given/u],
    [['use', '--country', 'Texas'], 2, /not a country code/u],
    [['use', '--country', 'ZZ'], 1, /no holiday calendar of a country "ZZ"/u],
    [['use', '--country', 'DE', '--region', 'XX'], 1, /BY \(Bayern\)/u],
    [['list', '--region', 'NY'], 2, /--region belongs to one country/u],
    [['list', '--from', '2026-12-01', '--to', '2026-11-01'], 2, /is after/u],
  ])('refuses %j', async (args, code, words) => {
    const result = await run('holidays', ...args)
    expect([result.code, result.stdout]).toEqual([code, ''])
    expect(result.stderr).toMatch(words)
  })
})
