import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder, openBackend } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-03-16T04:00:00Z'

describe('covercast capacity', () => {
  const folder = makeDataFolder()
  const backend = openBackend(folder.path)
  const host = {
    openBackend: () => ({ ...backend, close: async () => undefined }),
    clock: () => Date.parse(NOW),
  }
  const run = (...args: readonly string[]) =>
    runCommand(['capacity', ...args, '--data-dir', folder.path, '--now', NOW], host)
  const plan = join(folder.path, 'plan.json')
  const json = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run('--months', '3', ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS.capacity.parse(JSON.parse(stdout))
  }
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(NOW), months: 2 })
    writeFileSync(plan, JSON.stringify(DEMO_PLAN))
  })
  afterAll(async () => {
    await backend.close()
    folder.remove()
  })

  it('says what the next months bring under a plan, with growth, attrition and hires', async () => {
    const as = ['--plan', plan]
    const asPlanned = await json(...as)
    expect(asPlanned.months.map(({ month }) => month)).toEqual(['2026-04', '2026-05', '2026-06'])
    expect(asPlanned).toMatchObject({ hires: null, plan: { kind: 'given', name: 'Standard week' } })
    expect(asPlanned.total).toMatchObject({ lost: null, cost: null })

    const money = ['--cost', '20', '--value', '4']
    const hired = await json(...as, ...money, '--growth', '2', '--attrition', '1', '--hires', '2@2026-05-04')
    expect(hired.total.visitors).toBeGreaterThan(asPlanned.total.visitors)
    expect(hired.months[0]!.gained).toBe(0)
    expect(hired.months[2]!.gained).toBeGreaterThan(0)
    expect(hired.total.lost).toBeCloseTo(4 * hired.total.missed, 6)
    expect(hired.hires!.worth).toBeCloseTo(4 * hired.hires!.gained, 6)
    expect(hired.hires!.cost).toBeCloseTo(20 * 2 * 8 * 42, 6)
    const { without, with: withHires } = hired
    expect(withHires.covered - without.covered).toBeCloseTo(hired.hires!.gained, 6)
    expect(without.missed - withHires.missed).toBeCloseTo(hired.hires!.gained, 6)
    expect(withHires.cost).toBe(hired.hires!.cost)
    expect(withHires.pays === null).toBe(hired.hires!.paysFrom === null)
    expect(asPlanned).toMatchObject({ without: { covered: asPlanned.total.covered }, with: { cost: null, pays: null } })
    for (const { lower80, upper80, agentHours, agentsNeeded, coverageRate, hours, agents } of hired.months) {
      expect(lower80!).toBeLessThan(coverageRate)
      expect(upper80!).toBeGreaterThan(coverageRate)
      expect(agentHours).toBe(hours.planned + hours.hired)
      expect(agentsNeeded).toBe(agents.needed)
    }
    expect(hired.sources.map(({ source }) => source)).toEqual([
      'recent',
      'forecast',
      'growth',
      'plan',
      'attrition',
      'hires',
      'coverage',
      'range',
      'needed',
      'worth',
      'cost',
    ])
  })

  it('goes by the typical week where no plan is in force, and reads as text', async () => {
    expect((await json()).plan.kind).toBe('typical')
    const { code, stdout } = await run('--months', '3', '--hires', '1@2026-05-04')
    expect(code).toBe(0)
    expect(stdout).toMatch(/coverage \d+% of [\d,]+ visitors, [\d,]+ missed\.$/mu)
    expect(stdout).toMatch(/^These months: coverage \d+% of [\d,]+ visitors: /mu)
    expect(stdout).toMatch(/^Apr 2026 /mu)
    expect(stdout).toContain('Where the figures come from:')
  })

  it('says of how much of the last weeks it knows, nothing where that is less than half', async () => {
    const asked = ['capacity', '--months', '3', '--hires', '1@2026-01-05', '--cost', '20', '--value', '4', '--json']
    const at = (now: string) => runCommand([...asked, '--data-dir', folder.path, '--now', now], host)
    const documentAt = async (now: string) => COMMAND_OUTPUTS.capacity.parse(JSON.parse((await at(now)).stdout))
    expect((await documentAt('2026-01-27T05:00:00Z')).recent).toBeNull()
    const { recent, sources, hires, range, months } = await documentAt('2026-02-08T05:00:00Z')
    expect(recent!.knownShare).toBeGreaterThan(0.5)
    expect(recent!.knownShare).toBeLessThan(1)
    const textOf = (source: string) => sources.find((one) => one.source === source)!.text
    expect(textOf('recent')).toMatch(/Only synced time counts: \d+% of them\.$/u)
    expect(range.from).toBe('2026-03-01')
    expect(textOf('hires')).toContain('What they bring and cost before Mar 1, 2026')
    // Forty working days of eight hours until then.
    const { from, gained, worth, cost } = hires!.before!
    expect([from, cost]).toEqual(['2026-01-05', 20 * 40 * 8])
    expect(worth).toBeCloseTo(4 * gained, 6)
    expect(gained).toBeGreaterThan(months[0]!.gained!)
  })

  it('refuses what cannot be assumed', async () => {
    for (const [args, message] of [
      [['--months', '5'], '“5” months cannot be asked for.'],
      [['--growth', '30'], '“30” is not a percentage a month'],
      [['--pool', 'sales'], 'so --pool cannot be given'],
      [['--hires', 'two'], '“two” does not say who is hired.'],
    ] as const) {
      const { code, stderr } = await run(...args)
      expect(code).toBe(2)
      expect(stderr).toContain(message)
    }
  })
})
