import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { compareOutputSchema, type CompareOutput } from '../../../shared/contract/compare-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

/** A Sunday, the day before the plan's first week. */
const PUBLISHED = '2026-10-18T16:00:00Z'
/** Four weeks and half a day later. */
const LATER = '2026-11-16T17:00:00Z'

describe('predicted and actual on the command line, of the demo company', () => {
  const folder = makeDataFolder()
  const run = (...args: readonly string[]) => runCommand([...args, '--data-dir', folder.path])
  const compare = async (...args: readonly string[]): Promise<CompareOutput> => {
    const { code, stdout, stderr } = await run('compare', ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return compareOutputSchema.parse(JSON.parse(stdout))
  }
  let output: CompareOutput
  beforeAll(async () => {
    const file = join(folder.path, 'plan.json')
    writeFileSync(file, JSON.stringify(DEMO_PLAN))
    await copyDemo(folder.path, { now: Date.parse(PUBLISHED) })
    await run('plan', 'import', file)
    await run('plan', 'publish', 'Standard week', '--from', '2026-10-19', '--to', '2026-11-16', '--now', PUBLISHED)
    await run('demo', '--now', LATER)
    output = await compare('--plan', 'Standard week')
  })
  afterAll(() => folder.remove())

  it('are four weeks, and the fifth as far as it is known', () => {
    expect(output.weeks.map(({ start, state }) => [start, state])).toEqual([
      ['2026-10-19', 'over'],
      ['2026-10-26', 'over'],
      ['2026-11-02', 'over'],
      ['2026-11-09', 'over'],
      ['2026-11-16', 'running'],
    ])
    expect(output.weeks.at(-1)).toMatchObject({ insideBand80: null, knownShare: expect.closeTo(12 / 168, 3) as number })
    expect(output.judgedWeeks).toBe(4)
  })

  it('have parts that add up to the difference', () => {
    for (const { predicted, actual, parts, covered } of output.weeks) {
      expect(Math.abs(parts!.traffic + parts!.staffing + parts!.model - (actual! - predicted))).toBeLessThan(1e-9)
      const { traffic, staffing, model } = covered.parts!
      expect(Math.abs(traffic + staffing + model - (covered.actual! - covered.predicted))).toBeLessThan(1e-9)
    }
  })

  it('agree with what coverage says', async () => {
    const { stdout } = await run(
      'coverage',
      '--from',
      '2026-11-02',
      '--to',
      '2026-11-08',
      '--time-zone',
      'America/New_York',
      '--json',
    )
    const { totals } = JSON.parse(stdout) as {
      readonly totals: { readonly totalPageviews: number; readonly coverageRate: number }
    }
    const week = output.weeks[2]!
    expect(week.visitors.actual).toBe(totals.totalPageviews)
    expect(week.actual).toBeCloseTo(totals.coverageRate, 9)
  })

  it('say whether the week was inside its band, and how often weeks are', () => {
    for (const { actual, predictedWeek, insideBand80 } of output.weeks.slice(0, 4))
      expect(insideBand80).toBe(actual! >= predictedWeek.lower80 && actual! <= predictedWeek.upper80)
    expect(output.holds80).toBe(output.weeks.filter(({ insideBand80 }) => insideBand80).length / 4)
  })

  it('tell how everybody kept to the plan: mostly there, a little late, now and then absent', () => {
    const agents = output.weeks.slice(0, 4).flatMap(({ adherence }) => adherence)
    const sum = (valueOf: (one: (typeof agents)[number]) => number): number =>
      agents.reduce((total, one) => total + valueOf(one), 0)
    // The demo's truth: 4% of shifts are not worked.
    expect(sum(({ absentShifts }) => absentShifts) / sum(({ shifts }) => shifts)).toBeLessThan(0.09)
    expect(sum(({ absentShifts }) => absentShifts)).toBeGreaterThan(0)
    expect(sum(({ actualHours }) => actualHours) / sum(({ plannedHours }) => plannedHours)).toBeGreaterThan(0.88)
    expect(agents.find(({ name }) => name === 'Maya Chen')!.plannedHours).toBe(37.5)
  })

  it('are one week where a date of it is given', async () => {
    const { weeks, holds80 } = await compare('--plan', 'Standard week', '--week', '2026-11-05')
    expect(weeks).toEqual([output.weeks[2]])
    expect(holds80).toBe(output.holds80)
  })

  it('look no further than --now', async () => {
    const { weeks, now } = await compare('--plan', 'Standard week', '--now', '2026-10-28T12:00:00Z')
    expect(now).toBe('2026-10-28T12:00:00.000Z')
    expect(weeks.map(({ state }) => state)).toEqual(['over', 'running'])
    expect(weeks[0]).toEqual(output.weeks[0])
  })

  it('are a table for people', async () => {
    const { code, stdout } = await run('compare', '--plan', 'Standard week')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Standard week · all pools · America\/New_York · as of Nov 16, 2026, 12:00\sPM\n/u)
    expect(stdout).toMatch(
      /^Week +Predicted +80% range +Actual +Difference +Within +Traffic +Staffing +The rest +Visitors$/mu,
    )
    expect(stdout).toMatch(/^Oct 19, 2026 +\d+% +\d+%-\d+% +\d+% +[+−±]?\d+\.\d +(?:yes|no) /mu)
    expect(stdout).toMatch(/^\* Nov 16\s–\s22, 2026: in progress, data for 7%\. Predicted is for that part\.$/mu)
    expect(stdout).toMatch(/^[0-4] of 4 weeks were within the 80% range, over all published plans\.$/mu)
    expect(stdout).toMatch(/^Maya Chen +\d+\.\d +\d+\.\d /mu)
  })

  it('fail in words', async () => {
    await run('plan', 'import', join(folder.path, 'plan.json'), '--name', 'Draft')
    expect(await run('compare', '--plan', 'Draft')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/“Draft” was never published.*\nPublish it with/u) as string,
    })
    expect(await run('compare', '--plan', 'Standard week', '--week', '2027-01-01')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is not live in the week of Jan 1, 2027/u) as string,
    })
    expect((await run('compare')).code).toBe(2)
    expect((await run('compare', '--plan', 'Standard week', '--week', 'soon')).code).toBe(2)
  })
})
