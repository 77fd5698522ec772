import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder, openBackend } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const SYNCED = '2026-03-16T04:00:00Z'
/** Eleven in New York, on a Friday. */
const NOW = '2026-03-13T15:00:00Z'

describe('covercast today', () => {
  const folder = makeDataFolder()
  const backend = openBackend(folder.path)
  const host = {
    openBackend: () => ({ ...backend, close: async () => undefined }),
    clock: () => Date.parse(SYNCED),
  }
  const run = (...args: readonly string[]) => runCommand(['today', ...args, '--data-dir', folder.path], host)
  const json = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run(...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS.today.parse(JSON.parse(stdout))
  }
  beforeAll(() => copyDemo(folder.path, { now: Date.parse(SYNCED), months: 2 }))
  afterAll(async () => {
    await backend.close()
    folder.remove()
  })

  it('says how the day goes, what is left of it with its range, and the chance of the next visitor', async () => {
    const output = await json('--now', NOW)
    expect(output).toMatchObject({
      date: '2026-03-13',
      timeZone: 'America/New_York',
      asOf: '2026-03-13T15:00:00.000Z',
      knownShare: 1,
      basis: [{ plans: [], poolIds: null }],
    })
    const { restOfDay: rest, nextVisitor, nextVisitorAll } = output
    expect(output.now).toBe('2026-03-13T15:00:00.000Z')
    expect(rest.lower80!).toBeLessThan(rest.coverageRate!)
    expect(rest.upper80!).toBeGreaterThan(rest.coverageRate!)
    expect(output.hours.reduce((sum, { actual }) => sum + (actual?.visitors ?? 0), 0)).toBe(output.soFar.visitors)
    expect(nextVisitorAll!.agents).toBeGreaterThan(3)
    expect(output.online).toHaveLength(nextVisitorAll!.agents)
    expect(output.absent).toEqual([])
    expect(output.plans.map(({ poolId }) => poolId)).toEqual(nextVisitor.map(({ poolId }) => poolId))
    expect(output.plans.every(({ planId }) => planId === null)).toBe(true)
    expect(nextVisitorAll!.chance).toBeGreaterThan(50)
    expect(nextVisitor.map(({ name }) => name)).toEqual(expect.arrayContaining(['Sales', 'Support', null]))
    // More agents serve everyone than sales alone.
    const agentsOf = (name: string) => nextVisitor.find((pool) => pool.name === name)!.agents
    expect(agentsOf('Everyone')).toBeGreaterThan(agentsOf('Sales'))
  })

  it('is about one pool where one is given, and refuses what is not there', async () => {
    const whole = await json('--now', NOW)
    const sales = whole.nextVisitor.find(({ name }) => name === 'Sales')!
    const own = await json('--now', NOW, '--pool', sales.poolId!)
    expect(own.nextVisitor).toEqual([sales])
    expect(own.nextVisitorAll).toEqual({ chance: sales.chance, agents: sales.agents })
    expect(own.plans).toEqual([{ poolId: sales.poolId, planId: null }])
    expect(own.basis).toEqual([{ plans: [], poolIds: [sales.poolId] }])
    const day = ['--from', '2026-03-13', '--to', '2026-03-13', '--pool', sales.poolId!]
    const coverage = await runCommand(['coverage', ...day, '--json', '--data-dir', folder.path], host)
    expect(own.soFar.visitors).toBeGreaterThan(20)
    expect(own.soFar.visitors).toBeLessThan(
      COMMAND_OUTPUTS.coverage.parse(JSON.parse(coverage.stdout)).totals.totalPageviews,
    )
    expect(own.restOfDay.visitors).toBeLessThan(whole.restOfDay.visitors)
    expect((await run('--now', NOW, '--pool', sales.poolId!)).stdout).toContain('Demo · Sales · ')
    expect(await run('--pool', 'moon')).toMatchObject({ code: 1, stderr: expect.stringContaining('"moon"') as string })
    expect(await run('--org', 'moon')).toMatchObject({ code: 1, stderr: expect.stringContaining('moon') as string })
    expect((await run('--pool', 'none')).code).toBe(2)
  })

  it('claims nothing of the next visitor an hour after the last sync', async () => {
    expect((await json('--now', '2026-03-16T04:30:00Z')).nextVisitorAll).not.toBeNull()
    expect(await json('--now', '2026-03-16T05:30:00Z')).toMatchObject({ nextVisitor: [], nextVisitorAll: null })
  })

  it('reads as text', async () => {
    const { code, stdout } = await run('--now', NOW)
    expect(code).toBe(0)
    expect(stdout).toContain('as of Mar 13, 2026, 11:00 AM')
    expect(stdout).toMatch(/^Next visitor: \d+% chance to be covered, with \d+ agents online\.$/mu)
    expect(stdout).toMatch(
      /^Rest of the day: coverage \d+% \(80% range \d+% to \d+%\) of [\d,]+ visitors expected\.$/mu,
    )
    expect(stdout).toContain('Predicted from the typical week: no plan is published for today.')
    expect(stdout).toMatch(/^Sales +\d+% +\d+ /mu)
    expect(stdout).toMatch(/^10 AM +\d+ /mu)
  })

  it('names who is absent, the plan of each pool, and the best ways to cover for an agent', async () => {
    const before = await run('--absent', 'Julia Novak', '--now', NOW)
    expect(before).toMatchObject({ code: 1, stderr: expect.stringContaining('“Julia Novak”') as string })
    const file = join(folder.path, 'plan.json')
    writeFileSync(file, JSON.stringify(DEMO_PLAN))
    const common = ['--data-dir', folder.path, '--now', NOW, '--json']
    const imported = await runCommand(['plan', 'import', file, ...common], host)
    const { id } = COMMAND_OUTPUTS['plan import'].parse(JSON.parse(imported.stdout)).plan!
    await runCommand(['plan', 'publish', id, '--from', '2026-03-09', ...common], host)
    expect(
      await runCommand(['timeoff', 'add', 'Julia Novak', '2026-03-13', '--kind', 'ill', ...common], host),
    ).toMatchObject({ code: 0 })
    const { absent, plans, restOfDay } = await json('--now', NOW)
    expect(plans.length).toBeGreaterThan(1)
    expect(plans.every(({ planId }) => planId === id)).toBe(true)
    expect(absent).toEqual([
      { agentId: absent[0]!.agentId, shiftId: expect.any(String) as string, lost: expect.any(Number) as number },
    ])
    const covered = await json('--now', NOW, '--absent', 'Julia Novak')
    expect(covered.restOfDay).toEqual(restOfDay)
    expect(covered.repairs!.length).toBeGreaterThan(0)
    for (const { agentId, coveredGain, breaks } of covered.repairs!) {
      expect(agentId).not.toBe(absent[0]!.agentId)
      expect(coveredGain).toBeGreaterThan(0)
      expect(breaks).toEqual([])
    }
    const { stdout } = await run('--now', NOW, '--absent', 'Julia Novak')
    expect(stdout).toMatch(/^Best ways to cover:$/mu)
  })
})
