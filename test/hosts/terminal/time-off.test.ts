import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_OUTPUTS, type CommandName } from '../../../shared/contract/command-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

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
    expect(await json('timeoff list', '--year', '2026')).toEqual({ timeOff: [], years: [] })
    writeFileSync(csv, 'agent,from\nzoe,2026-12-24\n')
    expect((await run('import', csv)).stderr).toContain('Row 2 of the file names "zoe", who is no agent.')
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
