import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_OUTPUTS, type CoverageOutput } from '../../../shared/contract/command-output.ts'
import type { ForecastOutput } from '../../../shared/contract/prediction-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder, openBackend } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-03-20T15:00:00Z'

describe('covercast forecast', () => {
  const folder = makeDataFolder()
  const at = ['--data-dir', folder.path]
  const backend = openBackend(folder.path)
  const host = { openBackend: () => ({ ...backend, close: async () => undefined }) }
  const run = (...args: readonly string[]) => runCommand(['forecast', ...args, ...at], host)
  const json = async (...args: readonly string[]): Promise<ForecastOutput> => {
    const { code, stdout, stderr } = await run(...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS.forecast.parse(JSON.parse(stdout))
  }
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(NOW) })
  })
  afterAll(async () => {
    await backend.close()
    folder.remove()
  })

  it('forecasts the week that begins on the next Monday, in hours, unless told otherwise', async () => {
    const { range, slots, slotMinutes } = await json('--now', NOW)
    expect(range).toEqual({
      from: '2026-03-23',
      to: '2026-03-29',
      timeZone: 'America/New_York',
      origin: '2026-03-20T15:00:00.000Z',
    })
    expect([slotMinutes, slots.length]).toEqual([60, 168])
  })

  it('forecasts as many visitors, whatever the slots, and a week from any date on', async () => {
    const weeks = await Promise.all(['15', '30', '60'].map((slot) => json('--week', '2026-03-25', '--slot', slot)))
    expect(weeks.map(({ slots }) => slots.length)).toEqual([672, 336, 168])
    expect(weeks.every(({ range }) => range.from === '2026-03-25' && range.to === '2026-03-31')).toBe(true)
    const totals = weeks.map(({ week, slots }) => [
      week.visitors,
      slots.reduce((sum, { visitors }) => sum + visitors, 0),
    ])
    for (const total of totals.flat()) expect(total).toBeCloseTo(totals[0]![0]!, 6)
  })

  it('follows the clock: 167 hours where it goes forward, 169 where it goes back', async () => {
    expect((await json('--week', '2026-03-23', '--time-zone', 'Europe/Berlin')).slots).toHaveLength(167)
    expect((await json('--week', '2026-10-19', '--time-zone', 'Europe/Berlin')).slots).toHaveLength(169)
  })

  it('forecasts a past week from what was known before it, near to what came', async () => {
    const { week, range, accuracy } = await json('--week', '2026-03-09')
    expect(range.origin).toBe('2026-03-09T04:00:00.000Z')
    const { stdout } = await runCommand(['coverage', '--from', '2026-03-09', '--to', '2026-03-15', '--json', ...at])
    const came = (JSON.parse(stdout) as CoverageOutput).totals.totalPageviews
    expect(Math.abs(week.visitors / came - 1)).toBeLessThan(0.3)
    expect([
      week.lower95 <= week.lower80,
      week.lower80 < week.visitors,
      week.visitors < week.upper80,
      week.upper80 <= week.upper95,
    ]).toEqual([true, true, true, true])
    expect(accuracy.origins).toBeGreaterThan(10)
    expect(accuracy.holds80).toBeGreaterThan(0.6)
  })

  it('gives the same as it would have given then', async () => {
    const then = makeDataFolder()
    await runCommand(['demo', '--now', '2026-03-09T04:00:00Z', '--data-dir', then.path])
    const { stdout } = await runCommand(['forecast', '--week', '2026-03-09', '--json', '--data-dir', then.path])
    expect(JSON.parse(stdout)).toEqual(await json('--week', '2026-03-09'))
    then.remove()
  })

  it('forecasts a pool, whose visitors are some of all', async () => {
    const [all, none] = await Promise.all([
      json('--week', '2026-03-23'),
      json('--week', '2026-03-23', '--pool', 'none'),
    ])
    expect(none.week.visitors).toBeGreaterThan(0)
    expect(none.week.visitors).toBeLessThan(all.week.visitors / 2)
    const { code, stderr } = await run('--week', '2026-03-23', '--pool', 'nowhere')
    expect(code).toBe(1)
    expect(stderr).toMatch(/There is no pool "nowhere"\.\nThere are: /u)
  })

  it('heeds marked days, and says which are in the week', async () => {
    const before = await json('--week', '2026-03-23')
    await runCommand(['marks', 'add', '2026-03-25', '--kind', 'holiday', '--note', 'Founders day', ...at])
    const after = await json('--week', '2026-03-23')
    const { stdout } = await run('--week', '2026-03-23')
    await runCommand(['marks', 'remove', '2026-03-25', ...at])
    expect(stdout).toMatch(/Marked in this week: Mar 25, 2026 \(holiday: Founders day\)\./u)
    expect(after.week.visitors).not.toBeGreaterThan(before.week.visitors)
    expect(await json('--week', '2026-03-23')).toEqual(before)
  })

  it('tells a person the week, its days and hours, and what that rests on', async () => {
    const { stdout } = await run('--week', '2026-03-25')
    expect(stdout).toMatch(/^Harbor & Pine · Mar 25\s–\s31, 2026 · America\/New_York · from data up to Mar 20, 2026/u)
    expect(stdout).toMatch(/^[\d,]+ visitors expected\.$/mu)
    expect(stdout).toMatch(/^Hour +Wed +Thu +Fri +Sat +Sun +Mon +Tue$/mu)
    expect(stdout).toMatch(/^Based on 26 weeks of data/mu)
  })

  it('says that it knows nothing of a time before the history, rather than that nobody comes', async () => {
    for (const args of [
      ['--week', '2020-01-06'],
      ['--week', '2020-01-06', '--json'],
      ['--now', '2020-01-06T12:00:00Z'],
    ]) {
      const { code, stdout, stderr } = await run(...args)
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(
        /^There is no history before 2020-01-06, so there is no prediction for the week of 2020-01-(?:06|13)\.\nThe first day known is 202\d-\d\d-\d\d\. Choose a week after it\.\n$/u,
      )
    }
  })

  it('takes no week beyond the calendar', async () => {
    const { code, stderr } = await run('--week', '9999-12-31')
    expect(code).toBe(2)
    expect(stderr).toMatch(/out of reach/u)
  })

  it('takes no slots but those of 15, 30 and 60 minutes', async () => {
    const { code, stderr } = await run('--slot', '45')
    expect(code).toBe(2)
    expect(stderr).toMatch(/15, 30 or 60/u)
  })
})
