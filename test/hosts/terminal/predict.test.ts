import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import type { PredictOutput } from '../../../shared/contract/prediction-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder, openBackend } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-03-16T04:00:00Z'
const WEEK = '2026-03-16'
const someone = DEMO_PLAN.shifts.find(({ agentId }) => agentId !== null)!.agentId!
/** A month later, so that a month more of history reaches as far back. */
const LATER = '2026-04-16T04:00:00Z'

describe('covercast predict', () => {
  const folder = makeDataFolder()
  const at = ['--data-dir', folder.path]
  const file = (name: string, content: unknown): string => {
    const path = join(folder.path, `${name}.json`)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  // What was learned once is at hand for the next command, as in the app.
  const backend = openBackend(folder.path)
  const host = { openBackend: () => ({ ...backend, close: async () => undefined }) }
  const run = (...args: readonly string[]) => runCommand(['predict', ...args, ...at], host)
  const json = async (...args: readonly string[]): Promise<PredictOutput> => {
    const { code, stdout, stderr } = await run(...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS.predict.parse(JSON.parse(stdout))
  }
  let plan: string
  let usual: PredictOutput
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(NOW), months: 2 })
    plan = file('usual', DEMO_PLAN)
    usual = await json('--plan', plan, '--week', WEEK)
  })
  afterAll(async () => {
    await backend.close()
    folder.remove()
  })

  it('predicts a week slot by slot, hour by hour and as a whole, all in agreement', () => {
    const { week, slots, byDayHour, range } = usual
    expect(range).toEqual({
      from: WEEK,
      to: '2026-03-22',
      timeZone: 'America/New_York',
      origin: '2026-03-16T04:00:00.000Z',
    })
    expect(slots).toHaveLength(672)
    expect(slots[0]!.start).toBe('2026-03-16T04:00:00.000Z')
    for (const parts of [slots, byDayHour.flat()]) {
      expect(parts.reduce((sum, { visitors }) => sum + visitors, 0)).toBeCloseTo(week.visitors, 6)
      expect(parts.reduce((sum, { covered }) => sum + covered, 0)).toBeCloseTo(week.covered, 6)
    }
    expect(week.missed).toBeCloseTo(week.visitors - week.covered, 6)
    expect(week.coverageRate).toBeCloseTo((100 * week.covered) / week.visitors, 6)
    expect([week.lower95 <= week.lower80, week.lower80 < week.upper80, week.upper80 <= week.upper95]).toEqual([
      true,
      true,
      true,
    ])
    expect([week.lower95 > 0, week.upper95 < 100]).toEqual([true, true])
    // Sunday at noon and Monday at noon.
    const noon = (day: number): number =>
      slots
        .filter(({ start }) => start.startsWith(`2026-03-${day}T16`))
        .reduce((sum, { visitors }) => sum + visitors, 0)
    expect([byDayHour[0]![12]!.visitors, byDayHour[1]![12]!.visitors]).toEqual([
      expect.closeTo(noon(22), 6),
      expect.closeTo(noon(16), 6),
    ])
  })

  it('expects fewer on a day to come that is marked, and less surely', async () => {
    const marks = (...args: readonly string[]) => runCommand(['marks', ...args, '2026-03-18', ...at], host)
    await marks('add', '--kind', 'holiday')
    const { week } = await json('--plan', plan, '--week', WEEK)
    await marks('remove')
    expect(week.visitors).toBeLessThan(0.98 * usual.week.visitors)
    expect(week.upper80 - week.lower80).toBeGreaterThan(usual.week.upper80 - usual.week.lower80)
    expect(await json('--plan', plan, '--week', WEEK)).toEqual(usual)
  })

  it('compares with the typical week, of which the plan that was followed is not far', () => {
    const { week, baseline, difference } = usual
    expect(baseline.visitors).toBe(week.visitors)
    expect(difference.covered).toBeCloseTo(week.covered - baseline.covered, 6)
    expect(Math.abs(week.coverageRate - baseline.coverageRate)).toBeLessThan(5)
    expect([difference.lower80 < difference.covered, difference.covered < difference.upper80]).toEqual([true, true])
  })

  it('finds no difference between a plan and itself', async () => {
    const { week, baseline, difference } = await json('--plan', plan, '--baseline', plan, '--week', WEEK)
    expect(baseline).toEqual(week)
    expect(difference).toEqual({ covered: 0, lower80: 0, upper80: 0, lower95: 0, upper95: 0 })
  })

  it('gives the same document every time, and after later syncs', async () => {
    expect(await json('--plan', plan, '--week', WEEK)).toEqual(usual)
    // From the start again, in threads of its own.
    const later = makeDataFolder()
    await copyDemo(later.path, { now: Date.parse(LATER), months: 3 })
    const { stdout } = await runCommand(['predict', '--plan', plan, '--week', WEEK, '--json', '--data-dir', later.path])
    expect(JSON.parse(stdout)).toEqual(usual)
    later.remove()
  })

  it('uses nothing after --now', async () => {
    const { range, model } = await json('--plan', plan, '--week', WEEK, '--now', '2026-02-02T05:00:00Z')
    expect(range.origin).toBe('2026-02-02T05:00:00.000Z')
    expect(model.pools.every(({ weeks }) => weeks < 3)).toBe(true)
  })

  it('covers nobody with nobody, and more with more', async () => {
    const nobody = await json(
      '--plan',
      file('nobody', { ...DEMO_PLAN, shifts: [] }),
      '--baseline',
      plan,
      '--week',
      WEEK,
    )
    expect(nobody.week).toMatchObject({ covered: 0, coverageRate: 0, upper95: 0 })
    expect(nobody.difference.covered).toBeCloseTo(-usual.week.covered, 6)
    const open = DEMO_PLAN.shifts.map((shift) => ({ ...shift, agentId: null }))
    const double = await json(
      '--plan',
      file('double', { ...DEMO_PLAN, shifts: [...DEMO_PLAN.shifts, ...open] }),
      '--week',
      WEEK,
    )
    expect(double.week.covered).toBeGreaterThan(usual.week.covered)
    expect(double.slots.some(({ openAgents }) => openAgents > 0)).toBe(true)
    expect(usual.slots.every(({ openAgents }) => openAgents === 0)).toBe(true)
  })

  it('takes agents whom the source does not know, counts open shifts, and says both', async () => {
    const [first, second, ...rest] = DEMO_PLAN.shifts
    const shifts = [{ ...first!, agentId: null }, { ...second!, agentId: 'new-hire' }, ...rest]
    const named = file('new', { ...DEMO_PLAN, name: 'With somebody new', shifts })
    const { code, stdout, stderr } = await run('--plan', named, '--week', WEEK)
    expect(code).toBe(0)
    expect(stderr).toMatch(/not in the data source and counted like the other agents: new-hire\./u)
    expect(stdout).toMatch(/Unassigned shifts count: \d+(?:\.\d+)? agent-hours/u)
    expect(stdout).toMatch(/With “With somebody new”: coverage \d+%/u)
    const output = await run('--plan', named, '--week', WEEK, '--json')
    expect((JSON.parse(output.stdout) as PredictOutput).unknownAgents).toEqual(['new-hire'])
    const many = rest.slice(0, 14).map((shift, index) => ({ ...shift, agentId: `new-${10 + index}` }))
    const { stderr: listed } = await run('--plan', file('many', { ...DEMO_PLAN, shifts: many }), '--week', WEEK)
    expect(listed).toMatch(/^14 agents .*: new-10, .*, new-19 and 4 more\.$/mu)
  })

  it('says where no shift of a dated plan falls into the week', async () => {
    const dated = {
      ...DEMO_PLAN,
      kind: 'dated',
      shifts: [{ agentId: null, date: '2026-06-01', start: '09:00', end: '17:00', breaks: [] }],
    }
    const { code, stderr } = await run('--plan', file('dated', dated), '--week', WEEK)
    expect(code).toBe(0)
    expect(stderr).toMatch(/^The plan has no agent online from Mar 16, 2026 to Mar 22, 2026\./u)
  })

  it('lets the visitors per agent be said, and predicts one pool', async () => {
    const several = await json('--plan', plan, '--week', WEEK, '--visitors-per-agent', '4')
    expect(several.model.pools.map(({ visitorsPerAgent }) => visitorsPerAgent)).toEqual(
      several.model.pools.map(() => 4),
    )
    const pools = usual.model.pools.map(({ poolId }) => poolId)
    expect(pools).toContain(null)
    const parts = await Promise.all(
      pools.map((poolId) => json('--plan', plan, '--week', WEEK, '--pool', poolId ?? 'none')),
    )
    expect(parts.reduce((sum, { week }) => sum + week.visitors, 0)).toBeCloseTo(usual.week.visitors, 6)
    expect(parts.reduce((sum, { week }) => sum + week.covered, 0)).toBeCloseTo(usual.week.covered, 6)
  })

  it('assumes other visitors and other people, and says what', async () => {
    const at10 = '2026-03-17T10:00/14:00=+40%'
    const assumed = await json('--plan', plan, '--week', WEEK, '--demand', at10, '--absent', `${someone}:2026-03-18`)
    expect(assumed.assumptions).toEqual([
      { kind: 'demand', text: '+40% visitors, Tue, Mar 17, 10:00 AM–2:00 PM' },
      { kind: 'absence', text: expect.stringMatching(/ absent, Wed, Mar 18$/u) },
    ])
    expect(assumed.baseline.visitors).toBe(usual.week.visitors)
    assumed.slots.forEach(({ start, visitors, agents }, slot) => {
      const before = usual.slots[slot]!
      const isBusy = start >= '2026-03-17T14:00' && start < '2026-03-17T18:00'
      expect(visitors).toBeCloseTo(isBusy ? 1.4 * before.visitors : before.visitors, 9)
      const isWednesday = start >= '2026-03-18T04:00' && start < '2026-03-19T04:00'
      expect(isWednesday || Math.abs(agents - before.agents) < 1e-9).toBe(true)
    })
    const more = await json('--plan', plan, '--week', WEEK, '--hire', '2@2026-03-16:Mo-Fr,09:00-17:30')
    expect(more.difference.covered).toBeGreaterThan(usual.difference.covered)
    const { stdout } = await run('--plan', plan, '--week', WEEK, '--handling', '+10%', '--availability', '-5')
    expect(stdout).toContain('Assumed: Handle time +10%; Availability −5.0 points.')
  })

  it('says where the plan breaks, in the world that is assumed', async () => {
    const json = async (...args: readonly string[]) => {
      const { stdout } = await run('--plan', plan, '--week', WEEK, '--sensitivity', '--json', ...args)
      return COMMAND_OUTPUTS.predict.parse(JSON.parse(stdout))
    }
    const [usual, more] = [await json(), await json('--demand', '+20%')]
    const { demand, absent, week, days, breaks } = usual.sensitivity!
    const [asPlanned, busier] = [demand.indexOf(0), demand.indexOf(20)]
    expect([week.length, week[0]!.length, days.length]).toEqual([demand.length, absent.length, 7])
    expect(week[asPlanned]![0]).toBeCloseTo(usual.week.coverageRate, 6)
    expect(week[asPlanned]![3]).toBeLessThan(week[asPlanned]![1]!)
    expect(more.sensitivity!.week[asPlanned]![0]).toBeCloseTo(week[busier]![0]!, 6)
    expect(breaks!.under).toBeLessThan(100)
    const { stdout } = await run('--plan', plan, '--week', WEEK, '--sensitivity')
    expect(stdout).toMatch(/^Visitors +Nobody absent +1 absent/mu)
    expect((await json()).sensitivity).toEqual(usual.sensitivity)
  })

  it('prints the very same document where nothing that is assumed changes anything', async () => {
    const nothing = ['--demand', '0%', '--demand', '2026-03-17=0%', '--handling', '0%', '--availability', '0']
    for (const format of [['--json'], []]) {
      const [without, withNothing] = await Promise.all([
        run('--plan', plan, '--week', WEEK, ...format),
        run('--plan', plan, '--week', WEEK, ...nothing, ...format),
      ])
      expect(withNothing).toEqual(without)
    }
  })

  it('refuses pools and agents that are not there, and what is no assumption', async () => {
    const failed = async (...args: readonly string[]) => run('--plan', plan, '--week', WEEK, ...args)
    expect(await failed('--demand', 'moon:+20%')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no pool "moon"'),
    })
    expect(await failed('--absent', 'moon:2026-03-17')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('moon'),
    })
    expect(await failed('--demand', 'lots')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/“lots” is not an assumption about visitors\.[^]*Give a percentage/u),
    })
  })

  it('predicts stored plans by id and by name', async () => {
    const imported = await runCommand(['plan', 'import', plan, '--json', ...at])
    expect(imported.code).toBe(0)
    expect((await json('--plan', DEMO_PLAN.name, '--week', WEEK)).week).toEqual(usual.week)
    expect((await run('--plan', 'no-such-plan', '--week', WEEK)).stderr).toMatch(/There is no plan “no-such-plan”\./u)
  })

  it.each([
    {
      what: 'a file that is not there',
      args: ['--plan', './missing.json'],
      code: 2,
      words: /^There is no file \.\/missing\.json\.\nGive a plan file/u,
    },
    { what: 'no plan', args: [], code: 2, words: /--plan/u },
    {
      what: 'a baseline that is none',
      args: ['--plan', 'PLAN', '--baseline', 'weekly-of-nobody'],
      code: 1,
      words: /There is no plan “weekly-of-nobody”/u,
    },
    {
      what: 'six visitors per agent',
      args: ['--plan', 'PLAN', '--visitors-per-agent', '6'],
      code: 2,
      words: /1 to 5/u,
    },
    {
      what: 'a baseline that is a folder',
      args: ['--plan', 'PLAN', '--baseline', '/'],
      code: 2,
      words: /^\/ is a folder, not a plan file\.\n/u,
    },
    {
      what: 'a week before the history',
      args: ['--plan', 'PLAN', '--week', '2020-01-06'],
      code: 1,
      words: /^There is no history before 2020-01-06, .*\nThe first day known is /u,
    },
    { what: 'a week that is none', args: ['--plan', 'PLAN', '--week', '2026-02-30'], code: 2, words: /is not a date/u },
  ])('refuses $what', async ({ args, code, words }) => {
    const result = await run(...args.map((one) => (one === 'PLAN' ? plan : one)))
    expect([result.code, result.stdout]).toEqual([code, ''])
    expect(result.stderr).toMatch(words)
  })

  it('says where in a plan file something is wrong', async () => {
    const { code, stderr } = await run(
      '--plan',
      file('wrong', { ...DEMO_PLAN, shifts: [{ ...DEMO_PLAN.shifts[0]!, colour: 'red' }] }),
      '--week',
      WEEK,
    )
    expect(code).toBe(1)
    expect(stderr).toMatch(/shifts.*colour/su)
  })

  it('asks for a sync first where there was none', async () => {
    const empty = makeDataFolder()
    const { code, stderr } = await runCommand(['predict', '--plan', plan, '--data-dir', empty.path])
    expect(code).toBe(1)
    expect(stderr).toMatch(/There is no workspace yet\.\nMake one/u)
    empty.remove()
  })
})
