import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_OUTPUTS, type CoverageOutput } from '../../../shared/contract/command-output.ts'
import type { RecommendOutput, StaffingBlockOutput } from '../../../shared/contract/recommend-output.ts'
import { copyDemo } from '../../support/prepared-demo.ts'
import { makeDataFolder, openBackend } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const NOW = '2026-03-20T15:00:00Z'
const RANGE = ['--from', '2026-02-16', '--to', '2026-03-15']

describe('covercast recommend', () => {
  const folder = makeDataFolder()
  const at = ['--data-dir', folder.path]
  const backend = openBackend(folder.path)
  const host = { openBackend: () => ({ ...backend, close: async () => undefined }) }
  const run = (...args: readonly string[]) => runCommand(['recommend', ...args, ...at], host)
  const json = async (...args: readonly string[]): Promise<RecommendOutput> => {
    const { code, stdout, stderr } = await run(...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS.recommend.parse(JSON.parse(stdout))
  }
  const coverage = async (...args: readonly string[]): Promise<CoverageOutput> =>
    JSON.parse((await runCommand(['coverage', ...args, '--json', ...at], host)).stdout) as CoverageOutput
  beforeAll(async () => {
    await copyDemo(folder.path, { now: Date.parse(NOW) })
  })
  afterAll(async () => {
    await backend.close()
    folder.remove()
  })

  it('counts what the coverage report counts, block by block, in every pool and over all', async () => {
    const { blocks, overall, totalVisitors, missedVisitors, range } = await json(...RANGE)
    expect(range).toMatchObject({
      from: '2026-02-16',
      to: '2026-03-15',
      timeZone: 'America/New_York',
      knownDays: expect.closeTo(28 - 1 / 24, 9) as number,
    })
    const all = await coverage(...RANGE)
    expect([totalVisitors, missedVisitors]).toEqual([all.totals.totalPageviews, all.totals.missedOpportunities])
    for (const block of overall!) expect(countsOf(block)).toEqual(countsIn(all, block))
    const poolIds = [...new Set(blocks.map(({ poolId }) => poolId))]
    expect(poolIds.length).toBeGreaterThan(3)
    for (const poolId of poolIds) {
      const own = await coverage(...RANGE, '--pool', poolId ?? 'none')
      for (const block of blocks.filter((one) => one.poolId === poolId))
        expect(countsOf(block)).toEqual(countsIn(own, block))
    }
  })

  it('says when most are missed, how many agents it takes and what they give', async () => {
    const { overall } = await json(...RANGE)
    const [worst] = overall!
    expect(worst).toMatchObject({
      startHour: 12,
      endHour: 13,
      priority: 'critical',
      basis: 'model',
      reasonKind: 'lunch-dip',
    })
    expect(worst!.dayIndices).toEqual(expect.arrayContaining([1, 2, 3, 4, 5]))
    expect(worst!.suggestedAgents).toBeGreaterThan(1)
    expect(worst!.expectedRecoveredPerWeek).toBeGreaterThan(50)
    expect(worst!.expectedRecoveredPerWeek).toBeLessThanOrEqual(worst!.missedVisitors / 4)
    expect(worst!.expectedRate).toBeGreaterThanOrEqual(89)
    expect(overall!.map(({ missedVisitors }) => missedVisitors)).toEqual(
      overall!.map(({ missedVisitors }) => missedVisitors).toSorted((a, b) => b - a),
    )
  })

  it('asks for less where less is wanted', async () => {
    const [less, more] = await Promise.all([json(...RANGE, '--target', '60'), json(...RANGE, '--target', '95')])
    const agents = (output: RecommendOutput): number =>
      output.overall!.reduce(
        (sum, { suggestedAgents, dayIndices, startHour, endHour }) =>
          sum + suggestedAgents * dayIndices.length * (endHour - startHour),
        0,
      )
    expect(agents(less)).toBeLessThan(agents(more) / 2)
    expect(less.target).toBe(60)
  })

  it('recommends for one pool, and refuses one that is not there', async () => {
    const { blocks } = await json(...RANGE)
    const poolId = blocks.find((block) => block.poolId !== null)!.poolId!
    const own = await json(...RANGE, '--pool', poolId)
    expect(own.overall).toBeNull()
    expect(own.blocks).toEqual(blocks.filter((block) => block.poolId === poolId))
    const { code, stderr } = await run(...RANGE, '--pool', 'nowhere')
    expect([code, stderr]).toEqual([1, expect.stringMatching(/There is no pool "nowhere"\.\n/u)])
  })

  it('follows the rule of thumb on a few days, and says so', async () => {
    const { blocks, overall, range } = await json('--now', '2025-05-21T15:00:00Z')
    expect(range.knownDays).toBeLessThan(6)
    expect(blocks.length).toBeGreaterThan(0)
    expect(
      [...blocks, ...overall!].every(
        ({ basis, reason }) => basis === 'rule' && reason.includes('Not enough data to fit the model'),
      ),
    ).toBe(true)
  })

  it('is the same each time, and knows nothing after --now', async () => {
    expect(await json(...RANGE)).toEqual(await json(...RANGE))
    const then = await json('--from', '2026-03-01', '--to', '2026-03-15', '--now', '2026-03-08T05:00:00Z')
    expect(then.range.knownDays).toBeCloseTo(7, 9)
    expect(then.totalVisitors).toBe(
      (await coverage('--from', '2026-03-01', '--to', '2026-03-07')).totals.totalPageviews,
    )
  })

  it('tells a person what is lost, in a table with the reasons', async () => {
    const { stdout } = await run(...RANGE)
    expect(stdout).toMatch(/^Harbor & Pine · Feb 16\s–\sMar 15, 2026 · America\/New_York · as of /u)
    expect(stdout).toMatch(/^[\d,]+ of [\d,]+ visitors missed\. Hours that stay under 90% \(.*\):$/mu)
    expect(stdout).toMatch(/^ ?# +When +Missed +Visitors +Coverage +Priority +Agents +Gain a week$/mu)
    expect(stdout).toMatch(/^ *1 .* 12–1 PM .* critical +\+\d+ +\d+\.\d$/mu)
    expect(stdout).toMatch(/^ 1 {2}A lunch dip: /mu)
  })

  it('says that staffing looks good, that nobody came, and that nothing is known', async () => {
    const quiet = ['--from', '2026-03-11', '--to', '2026-03-11', '--pool', 'none', '--target', '50']
    expect((await run(...quiet)).stdout).toMatch(
      /Staffing looks good: no hour of the week stays under 50%\.\n\d+ of \d+ visitors missed\./u,
    )
    expect((await json(...quiet)).blocks).toEqual([])
    expect((await run('--from', '2019-03-10', '--to', '2019-03-11')).stdout).toMatch(
      /No coverage data: this range is not synced\./u,
    )
    expect(await json('--from', '2026-03-10', '--to', '2026-03-01')).toMatchObject({
      blocks: [],
      overall: [],
      totalVisitors: 0,
    })
  })

  it('takes no target but one from 50 to 100', async () => {
    const { code, stderr } = await run('--target', '120')
    expect([code, stderr]).toEqual([2, expect.stringMatching(/Give --target 50 to 100\./u)])
  })
})

function countsOf({ missedVisitors, totalVisitors }: StaffingBlockOutput): readonly number[] {
  return [missedVisitors, totalVisitors]
}

function countsIn(
  { byDayHour }: CoverageOutput,
  { dayIndices, startHour, endHour }: StaffingBlockOutput,
): readonly number[] {
  const cells = dayIndices.flatMap((day) => byDayHour[day]!.slice(startHour, endHour))
  return [
    cells.reduce((sum, cell) => sum + cell.missedOpportunities, 0),
    cells.reduce((sum, cell) => sum + cell.totalPageviews, 0),
  ]
}
