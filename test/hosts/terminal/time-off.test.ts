import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOfWeekOf } from '../../../shared/time/local.ts'
import { COMMAND_OUTPUTS, type CommandName } from '../../../shared/contract/command-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const isWeekday = (date: string): boolean => ![0, 6].includes(dayOfWeekOf(date))

describe('covercast timeoff', () => {
  const folder = makeDataFolder()
  const at = ['--data-dir', folder.path]
  const csv = join(folder.path, 'time-off.csv')
  const run = (...args: readonly string[]) => runCommand(['timeoff', ...args, ...at])
  const json = async <Name extends CommandName>(command: Name, ...args: readonly string[]) => {
    const { code, stdout, stderr } = await runCommand([...command.split(' '), ...args, '--json', ...at])
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS[command].parse(JSON.parse(stdout)) as ReturnType<(typeof COMMAND_OUTPUTS)[Name]['parse']>
  }
  let agent = { agentId: '', name: '' }
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse('2026-03-20T15:00:00Z') })
  })
  afterAll(() => folder.remove())

  it('adds by name or id, lists a year with its days, and removes', async () => {
    expect(await json('timeoff list', '--year', '2026')).toEqual({ timeOff: [], years: [], publicHolidays: [] })
    writeFileSync(csv, 'agent,from\nzoe,2026-12-24\n')
    const refused = await run('import', csv)
    expect(refused.code).toBe(1)
    expect(refused.stdout).toMatch(/2 +1 +zoe +Not an agent of this workspace/u)
    expect(refused.stderr).toContain('Nothing in the file could be read as time off; 1 row was not understood.')
    const { stderr } = await run('add', 'Nobody at all', '2026-12-24')
    expect(stderr).toContain('No agent is called “Nobody at all”.')
    const { added } = await json('timeoff add', 'Maya Chen', '2026-12-24', '--to', '2026-12-31', '--note', ' family ')
    agent = added
    expect(added).toMatchObject({ kind: 'vacation', from: '2026-12-24', to: '2026-12-31', start: null, note: 'family' })
    await json('timeoff add', agent.name, '2026-12-14', '--kind', 'training', '--hours', '13:00-17:00')
    const listed = await json('timeoff list', '--year', '2026')
    expect(listed.timeOff.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['training', '13:00', '17:00'],
      ['vacation', null, null],
    ])
    expect(listed.years).toEqual([
      {
        agentId: agent.agentId,
        name: agent.name,
        year: 2026,
        days: { vacation: 6, ill: 0, training: 0.5, holiday: 0, other: 0 },
        vacationLeft: null,
      },
    ])
    expect((await run('list', '--year', '2026')).stdout).toMatch(/Vacation +Dec 24, 2026 +Dec 31, 2026 +family/u)
    expect((await json('timeoff list', '--year', '2025')).timeOff).toEqual([])
  })

  it('exports a file, and imports only what is not there yet', async () => {
    const out = join(folder.path, 'out.csv')
    expect(await json('timeoff export', '--out', out)).toMatchObject({ file: out, rows: 2 })
    const text = readFileSync(out, 'utf8')
    expect(text.split('\r\n')[0]).toBe('agent,name,kind,from,to,start,end,note')
    expect(await json('timeoff import', out)).toMatchObject({ added: 0, known: 2 })
    const { timeOff } = await json('timeoff list', '--year', '2026')
    const removed = await json('timeoff remove', timeOff[0]!.id)
    expect(removed.removed).toEqual(timeOff[0])
    expect(await json('timeoff import', out)).toMatchObject({ added: 1, known: 1 })
  })

  it('makes public holidays days off, which are listed and counted, never stored, and use up no vacation', async () => {
    expect((await run('holidays', 'on')).stdout).toContain('for agents who have a holiday calendar')
    expect((await runCommand(['holidays', 'use', '--country', 'US', ...at])).code).toBe(0)
    expect(await json('timeoff holidays', 'on')).toEqual({
      publicHolidaysOff: true,
      calendars: [{ country: 'US', region: null }],
    })
    const { timeOff, years, publicHolidays } = await json('timeoff list', '--year', '2026')
    const own = publicHolidays.filter(({ agentId }) => agentId === agent.agentId)
    expect(own).toContainEqual({
      agentId: agent.agentId,
      name: agent.name,
      date: '2026-12-25',
      holiday: 'Christmas Day',
    })
    expect(timeOff.some(({ kind }) => kind === 'holiday')).toBe(false)
    const year = years.find(({ agentId }) => agentId === agent.agentId)!
    expect([year.days.vacation, year.days.holiday]).toEqual([5, own.filter(({ date }) => isWeekday(date)).length])
    const list = (await run('list', '--year', '2026')).stdout
    expect(list).toMatch(/Dec 25, 2026 +Christmas Day +\d+ agents/u)
    const out = join(folder.path, 'holidays.csv')
    await json('timeoff export', '--out', out)
    expect(readFileSync(out, 'utf8')).not.toContain('Christmas')
    expect(await json('timeoff holidays', 'off')).toMatchObject({ publicHolidaysOff: false })
    expect((await json('timeoff list', '--year', '2026')).publicHolidays).toEqual([])
  })

  it('shows a table before it is stored, and is told who is meant by names that are only similar', async () => {
    const names = join(folder.path, 'names.json')
    writeFileSync(
      csv,
      'Name,Start date,Start time,End date,End time\nMaya Chan,2026-11-02,13:00,2026-11-04,12:00\nZoe,2026-11-02,,,\n',
    )
    const unsure = await run('import', csv)
    expect([unsure.code, unsure.stderr]).toEqual([
      1,
      expect.stringContaining('It is not certain who is meant by "Maya Chan" (Maya Chen,'),
    ])
    writeFileSync(names, JSON.stringify({ 'Maya Chan': 'Maya Chen' }))
    const seen = await json('timeoff import', csv, '--match', names, '--dry-run')
    expect(seen).toMatchObject({ added: 3, known: 0, stored: false, notUnderstoodCount: 1 })
    expect(seen.timeOff.map(({ from, to, start, end }) => [from, to, start, end])).toEqual([
      ['2026-11-02', '2026-11-02', '13:00', '00:00'],
      ['2026-11-03', '2026-11-03', null, null],
      ['2026-11-04', '2026-11-04', '00:00', '12:00'],
    ])
    const strict = await run('import', csv, '--match', names, '--strict')
    expect([strict.code, strict.stderr]).toEqual([1, expect.stringContaining('1 entry was not understood.')])
    expect(await json('timeoff import', csv, '--match', names)).toMatchObject({ added: 3, stored: true })
    // Who was meant is remembered.
    expect(await json('timeoff import', csv)).toMatchObject({ added: 0, known: 3 })
  })

  it('takes availability from a table, and keeps it in one', async () => {
    const out = join(folder.path, 'availability.csv')
    writeFileSync(csv, 'agent,day,start,end\nMaya Chen,Mon-Tue,08:00,16:00\n')
    const other = await run('import', csv)
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('The file is a table of availability')])
    const ranges = [1, 2].map((dayOfWeek) => ({ dayOfWeek, start: '08:00', end: '16:00' }))
    const dry = await json('availability import', csv, '--dry-run')
    expect(dry).toMatchObject({ agents: 1, stored: false, availability: [{ ranges }] })
    expect(await json('availability export', '--out', out)).toMatchObject({ rows: 0 })
    expect(await json('availability import', csv)).toMatchObject({ agents: 1, stored: true })
    expect(await json('availability export', '--out', out, '--overwrite')).toMatchObject({ rows: 2 })
    expect(readFileSync(out, 'utf8')).toContain('Maya Chen,Tue,08:00,16:00')
    expect(await json('availability import', out)).toMatchObject({ agents: 1, availability: [{ ranges }] })
  })

  it.each([
    [['add', 'x', '2026-02-30'], 2, /is not a date/u],
    [['add', 'x', '2026-03-02', '--to', '2026-03-01'], 1, /No agent is called “x”/u],
    [['add', 'x', '2026-03-02', '--kind', 'party'], 2, /vacation, ill, training, holiday, other/u],
    [['add', 'x', '2026-03-02', '--hours', '9-17'], 2, /is not a range of hours/u],
    [['list', '--year', '26'], 2, /is not a year/u],
    [['remove', 'x'], 1, /There is no time off with the ID “x”, so nothing was deleted\./u],
    [['import', 'nowhere.csv'], 2, /There is no file/u],
  ])('refuses %j', async (args, code, words) => {
    const result = await run(...args)
    expect([result.code, result.stdout]).toEqual([code, ''])
    expect(result.stderr).toMatch(words)
  })
})
