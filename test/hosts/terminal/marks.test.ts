import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_OUTPUTS, type CommandName } from '../../../shared/contract/command-output.ts'
import { simpleMark } from '../../../shared/predict/forecast/mark-days.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

describe('covercast marks', () => {
  const folder = makeDataFolder()
  const at = ['--data-dir', folder.path]
  const run = (...args: readonly string[]) => runCommand(['marks', ...args, ...at])
  const json = async (command: CommandName, ...args: readonly string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await runCommand([...command.split(' '), ...args, '--json', ...at])
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS[command].parse(JSON.parse(stdout))
  }
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse('2026-03-20T15:00:00Z') })
  })
  afterAll(() => folder.remove())

  it('adds, lists, replaces and removes marks', async () => {
    expect(await json('marks list')).toEqual({ marks: [] })
    const christmas = simpleMark('2026-12-25', 'holiday', 'Christmas')
    expect(await json('marks add', '2026-12-25', '--note', ' Christmas ')).toEqual({ mark: christmas, replaced: null })
    const outage = simpleMark('2026-03-02', 'outage')
    await json('marks add', '2026-03-02', '--kind', 'outage')
    expect(await json('marks list')).toEqual({ marks: [outage, christmas].map((mark) => ({ ...mark, outcome: null })) })
    const event = simpleMark('2026-03-02', 'event', 'on television')
    expect(await json('marks add', '2026-03-02', '--kind', 'event', '--note', 'on television')).toEqual({
      mark: event,
      replaced: outage,
    })
    expect(await json('marks remove', '2026-03-02')).toEqual({ removed: event })
    expect((await run('list')).stdout).toMatch(/^2026-12-25 +Fri, Dec 25 +holiday +Christmas$/mu)
    await json('marks remove', '2026-12-25')
    expect((await run('list')).stdout).toMatch(/^No days are marked\./u)
  })

  it('keeps an event with its days, hours, repetition and what is expected of it', async () => {
    const fair = {
      ...simpleMark('2026-09-03', 'event', 'Fair'),
      to: '2026-09-05',
      hours: { start: 600, end: 840 },
      repeat: 'yearly',
      until: '2030-12-31',
      effect: { kind: 'share', value: 0.4 },
    }
    const said = ['--to', '2026-09-05', '--hours', '10:00-14:00', '--repeat', 'yearly', '--until', '2030-12-31']
    const what = ['--kind', 'event', '--note', 'Fair', '--effect', '+40%']
    expect(await json('marks add', '2026-09-03', ...what, ...said)).toEqual({ mark: fair, replaced: null })
    const inside = await run('remove', '2026-09-04')
    expect([inside.code, inside.stderr]).toEqual([1, expect.stringContaining('belongs to the mark of 2026-09-03')])
    expect((await run('list')).stdout).toMatch(
      /Fair +to Sep 5, 2026, 10:00-14:00, every year, until Dec 31, 2030, \+40% expected$/mu,
    )
    const less = ['add', '2026-09-03', '--kind', 'event', '--effect', '-200']
    const refused = await run(...less)
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toMatch(/A mark that repeats begins on Sep 3, 2026: event, Fair, .* It was kept/u)
    expect(await json('marks list')).toMatchObject({ marks: [fair] })
    expect((await run(...less, '--replace')).stdout).toMatch(
      /is marked: event, −200 visitors a day expected\. This replaced: event, Fair, .*, \+40% expected\.$/mu,
    )
    await json('marks remove', '2026-09-03')
  })

  it('shows what came of an event beside what was said of it', async () => {
    await json('marks add', '2026-02-10', '--kind', 'event', '--note', 'Launch', '--effect', '+40%')
    const { marks } = COMMAND_OUTPUTS['marks list'].parse(await json('marks list'))
    const { outcome } = marks[0]!
    // It was a day as any other.
    expect(outcome).toMatchObject({ days: 1 })
    expect(Math.abs(outcome!.share)).toBeLessThan(0.3)
    expect((await run('list')).stdout).toMatch(/event +Launch +\+40% expected, [+−]?\d+% came$/mu)
    await json('marks remove', '2026-02-10')
  })

  it('suggests days and marks none', async () => {
    const { suggestions } = COMMAND_OUTPUTS['marks suggest'].parse(await json('marks suggest'))
    expect(await json('marks list')).toEqual({ marks: [] })
    expect(suggestions.length).toBeGreaterThan(1)
    const [first, ...rest] = suggestions
    await json('marks add', first!.date, '--kind', first!.kind)
    const { stdout } = await run('suggest')
    expect(stdout).toContain(`None of these is marked. To mark one: covercast marks add ${rest[0]!.date} `)
    expect(stdout).not.toMatch(/Nothing is marked/u)
    for (const { date, kind } of rest) await json('marks add', date, '--kind', kind)
    expect((await run('suggest')).stdout).toMatch(/There are no unusual days/u)
    for (const { date } of suggestions) await json('marks remove', date)
  })

  it.each([
    [['add', '2026-02-30'], 2, /is not a date/u],
    [['add', '2026-03-01', '--kind', 'party'], 2, /holiday, outage, event/u],
    [['add', '2026-03-01', '--note', 'x'.repeat(5000)], 2, /longer than/u],
    [['add', '2026-03-05', '--to', '2026-03-01'], 1, /before the first day/u],
    [['add', '2026-03-05', '--hours', '14:00-10:00'], 2, /is not a range of hours/u],
    [['add', '2026-03-05', '--kind', 'event', '--effect', 'much'], 2, /is not a change of visitors/u],
    [['add', '2026-03-05', '--effect', '+40%'], 1, /only for events/u],
    [['add', '2026-03-05', '--until', '2026-05-05'], 1, /does not repeat/u],
    [['remove', '2026-03-01'], 1, /2026-03-01 is not marked, so nothing was removed\./u],
  ])('refuses %j', async (args, code, words) => {
    const result = await run(...args)
    expect([result.code, result.stdout]).toEqual([code, ''])
    expect(result.stderr).toMatch(words)
  })
})
