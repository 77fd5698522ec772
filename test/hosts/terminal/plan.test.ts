import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { COMMAND_OUTPUTS, type CommandName } from '../../../shared/contract/command-output.ts'
import type { StoredPlanOutput } from '../../../shared/contract/plan-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

/** A Sunday; the weeks of the demo end here. */
const NOW = '2026-11-22T09:15:00Z'
const FILE = {
  name: 'Saturday crew',
  timeZone: 'America/New_York',
  poolId: null,
  kind: 'weekly',
  shifts: [
    {
      agentId: 'ann',
      dayOfWeek: 6,
      start: '09:00',
      end: '17:30',
      breaks: [{ start: '12:30', end: '13:00' }],
      note: 'Bring keys',
    },
    { agentId: null, dayOfWeek: 6, start: '20:00', end: '02:00' },
  ],
}

const UNKNOWN = 'One agent of the plan is not known to this workspace: ann.'

describe('plans on the command line', () => {
  const folder = makeDataFolder()
  const file = join(folder.path, 'saturday.json')
  const run = (...args: readonly string[]) => runCommand([...args, '--data-dir', folder.path, '--now', NOW])
  const json = async <Command extends CommandName>(
    command: Command,
    ...args: readonly string[]
  ): Promise<z.infer<(typeof COMMAND_OUTPUTS)[Command]>> => {
    const { code, stdout, stderr } = await run(...command.split(' '), ...args, '--json')
    expect([code, stderr]).toEqual([0, command === 'plan import' ? `${UNKNOWN}\n` : ''])
    return COMMAND_OUTPUTS[command].parse(JSON.parse(stdout)) as never
  }
  let plan: StoredPlanOutput
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(NOW) })
    writeFileSync(file, JSON.stringify(FILE))
    plan = (await json('plan import', file)).plan!
  })
  afterAll(() => folder.remove())

  it('are imported from a file, under a name that is free', async () => {
    expect(plan).toMatchObject({
      name: 'Saturday crew',
      state: 'draft',
      shifts: 2,
      openShifts: 1,
      agents: 1,
      hours: 14,
      publications: [],
    })
    expect((await json('plan import', file)).plan!.name).toBe('Saturday crew (2)')
    expect((await json('plan import', file, '--name', 'Other crew')).plan!.name).toBe('Other crew')
    const { plans } = await json('plan list')
    expect(plans.map(({ name }) => name)).toEqual(['Other crew', 'Saturday crew (2)', 'Saturday crew'])
    expect(plans.at(-1)).toEqual(plan)
  })

  it('are imported with a pool and agents that the workspace does not know, which is said', async () => {
    const strange = join(folder.path, 'strange.json')
    writeFileSync(
      strange,
      JSON.stringify({
        ...FILE,
        name: 'Strange',
        poolId: 'atlantis',
        shifts: [...FILE.shifts, { ...FILE.shifts[0], agentId: 'bob', dayOfWeek: 5 }],
      }),
    )
    const { code, stdout, stderr } = await run('plan', 'import', strange, '--json')
    const { plan: stored, warnings } = COMMAND_OUTPUTS['plan import'].parse(JSON.parse(stdout))
    expect([code, stored!.poolId, stored!.agents]).toEqual([0, 'atlantis', 2])
    expect(warnings).toEqual([
      expect.stringMatching(
        /^The plan is for the pool "atlantis", which this workspace does not know\. There are: .+\.$/u,
      ),
      '2 agents of the plan are not known to this workspace: ann, bob.',
    ])
    expect(stderr).toBe(`${warnings.join('\n')}\n`)
  })

  it('are shown by id or by name, and exported as what is imported as the same plan', async () => {
    const shown = await json('plan show', plan.id)
    expect(await json('plan show', 'saturday CREW')).toEqual(shown)
    expect(shown.file).toMatchObject({ ...FILE, shifts: [FILE.shifts[0], { ...FILE.shifts[1], breaks: [], note: '' }] })
    const out = join(folder.path, 'out.json')
    expect(await json('plan export', plan.id, '--out', out)).toMatchObject({
      file: out,
      bytes: readFileSync(out).byteLength,
    })
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(shown.file)
    expect(await run('plan', 'export', plan.id, '--out', out)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/exists already/u) as string,
    })
    expect((await run('plan', 'export', plan.id, '--out', out, '--overwrite')).code).toBe(0)
    const again = (await json('plan import', out)).plan!
    expect((await json('plan show', again.id)).file).toEqual({ ...shown.file, name: again.name })
  })

  it('are tables for people: a roster of the week, open shifts last', async () => {
    const { stdout } = await run('plan', 'show', 'Saturday crew')
    expect(stdout).toMatch(/^Saturday crew · weekly · all pools · America\/New_York · draft · 14 agent-hours a week\n/u)
    expect(stdout).toMatch(
      /^Agent +Sun +Mon +Tue +Wed +Thu +Fri +Sat +Hours\nann +09:00-17:30 +8\.0\nUnassigned +20:00-02:00 +6\.0$/mu,
    )
    const list = (await run('plan', 'list')).stdout
    expect(list).toMatch(/^Name +Kind +State +Live +Shifts +Hours +Changed \(America\/New_York\) +ID\n/u)
    const inZone = (timeZone: string): string =>
      new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
        Date.parse(plan.updatedAt),
      )
    expect(list).toContain(inZone('America/New_York'))
    expect((await run('plan', 'list', '--time-zone', 'Asia/Tokyo')).stdout).toContain(inZone('Asia/Tokyo'))
    expect(list).not.toContain('\u001b')
  })

  it('are shown date by date where they are of real weeks', async () => {
    const dated = join(folder.path, 'dated.json')
    const shifts = [{ agentId: 'ann', date: '2026-12-24', start: '09:00', end: '12:00', note: 'Half a day' }]
    writeFileSync(dated, JSON.stringify({ ...FILE, name: 'Christmas', kind: 'dated', shifts }))
    expect((await json('plan import', dated)).plan).toMatchObject({
      kind: 'dated',
      dates: { from: '2026-12-24', to: '2026-12-24' },
      hours: 3,
    })
    expect((await run('plan', 'show', 'Christmas')).stdout).toMatch(/^2026-12-24 +09:00-12:00 +ann +Half a day$/mu)
  })

  it('are published with their prediction, and what overlaps is pointed out', async () => {
    const published = await json('plan publish', 'Saturday crew', '--from', '2026-11-16', '--to', '2026-11-18')
    expect(published).toMatchObject({
      plan: { state: 'published' },
      publication: {
        version: 1,
        firstWeek: '2026-11-16',
        lastWeek: '2026-11-16',
        publishedAt: '2026-11-22T09:15:00.000Z',
        inForce: true,
        frozenWeeks: ['2026-11-16'],
      },
      overlaps: [],
      notPredicted: null,
    })
    const { code, stdout } = await run('plan', 'publish', 'Other crew', '--from', '2026-11-16', '--to', '2026-11-16')
    expect(code).toBe(0)
    expect(stdout).toBe(
      '“Other crew” is published: Nov 16, 2026 to Nov 22, 2026 (version 1).\n' +
        '“Saturday crew” is published for some of the same weeks: Nov 16, 2026 to Nov 22, 2026. There, the newer “Other crew” replaces it.\n' +
        'The forecast of its first week is saved for comparing.\n',
    )
    expect((await run('plan', 'list')).stdout).toMatch(
      /^Other crew +weekly +published +Nov 16, 2026 to Nov 22, 2026 /mu,
    )
  })

  it('are withdrawn from the first week that has not begun', async () => {
    // Of two weeks each: what nobody looks at need not be predicted.
    await run('plan', 'publish', 'Christmas', '--from', '2026-11-16', '--to', '2026-11-23')
    const { code, stdout } = await run('plan', 'withdraw', 'Christmas')
    expect([code, stdout]).toEqual([
      0,
      'Withdrawn. “Christmas” ends before Nov 23, 2026.\nIt was live Nov 16, 2026 to Nov 22, 2026; the forecasts of these weeks stay.\nNo plan is published from then on.\n',
    ])
    const again = await run('plan', 'withdraw', 'Christmas')
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining('Every week of this publication has begun.'),
    ])
    await run('plan', 'publish', 'Christmas', '--from', '2026-11-30', '--to', '2026-12-07')
    expect(await json('plan withdraw', 'Christmas')).toMatchObject({
      plan: { state: 'published' },
      from: '2026-11-30',
      publication: null,
      heldBy: null,
    })
  })

  it('fail in words, with exit code 1 or 2 and nothing on stdout', async () => {
    const bad = join(folder.path, 'bad.json')
    writeFileSync(bad, JSON.stringify({ ...FILE, shifts: [{ ...FILE.shifts[0], start: '9' }] }))
    const cases = [
      [['plan', 'import', bad], 1, /shifts\[0\]\.start is not a time/u],
      [
        ['plan', 'import', join(folder.path, 'none.json')],
        2,
        /^There is no file \S+none\.json\.\nGive a CSV, TSV, XLSX or ODS table, an iCalendar file, or a plan file\.\n$/u,
      ],
      [['plan', 'import', folder.path], 2, /^\S+ is a folder, not a roster\.\n/u],
      [['plan', 'import', file, '--name', ' '], 2, /cannot be the name/u],
      [['plan', 'show', 'Nobody'], 1, /There is no plan “Nobody”\.\nThere are: /u],
      [['plan', 'publish', 'Saturday crew'], 2, /--from/u],
      [['plan', 'publish', 'Saturday crew', '--from', '2026-11-23', '--to', '2026-11-22'], 2, /before --from/u],
      [['plan', 'withdraw', 'Nobody'], 1, /There is no plan “Nobody”/u],
      [['plan', 'export', 'Saturday crew'], 2, /--out/u],
    ] as const
    for (const [args, code, words] of cases) {
      const result = await run(...args)
      expect([args, result.code, result.stdout]).toEqual([args, code, ''])
      expect(result.stderr).toMatch(words)
    }
    expect(existsSync(join(folder.path, 'none.json'))).toBe(false)
  })
})
