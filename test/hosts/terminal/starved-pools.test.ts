import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { COMMAND_OUTPUTS, type CommandName, type CoverageOutput } from '../../../shared/contract/command-output.ts'
import type { CompareOutput } from '../../../shared/contract/compare-output.ts'
import type { ForecastOutput, PredictOutput } from '../../../shared/contract/prediction-output.ts'
import type { RecommendOutput } from '../../../shared/contract/recommend-output.ts'
import { recordByHabits } from '../../support/pool-habits.ts'
import { makeDataFolder, openServices, syncRequest, unwatched } from '../../support/services.ts'
import { agentId, ORGANIZATION } from '../../support/small-company.ts'
import {
  createDatabase,
  insertAgents,
  insertOrganization,
  insertPageviews,
  insertPoolMembers,
  insertPools,
  insertSessions,
  type TestDatabase,
} from '../../support/source-database.ts'
import { runCommand } from './run-command.ts'

const idOf = (number: number): string => `00000000-0000-4000-8001-${String(number).padStart(12, '0')}`
const [EVERYONE, SALES, UNSTAFFED] = [idOf(1), idOf(2), idOf(3)]
const [ANN, BOB, CY, LEFT] = [1, 2, 3, 4].map(agentId) as [string, string, string, string]
const DAYS = 35
const RANGE = ['--from', '2026-01-12', '--to', '2026-02-08']
/** A visitor an hour reaches Sales, whose agents are there, and six reach a pool whose only agent never is. */
const RECORDED = recordByHabits({
  days: DAYS,
  agentPool: EVERYONE,
  online: [ANN, BOB, CY],
  taking: 0.4,
  country: (visit) => (visit % 2 === 0 ? 'US' : 'DE'),
  pools: [
    { id: EVERYONE, isCatchAll: true, agents: [ANN, BOB, CY], visitorsPerHour: 12 },
    { id: SALES, agents: [BOB], visitorsPerHour: 1 },
    { id: UNSTAFFED, agents: [LEFT], visitorsPerHour: 6 },
  ],
})
const SENTENCE =
  /Sales shows 0% coverage although its agents are online for \d\d% of its visits\. Visits that its agents take seem to be recorded under Everyone\. Predictions, recommendations and Compare treat these pools as one\./u

describe('a pool whose covered visits are recorded under the catch-all', () => {
  const folder = makeDataFolder()
  const plan = join(folder.path, 'plan.json')
  let database: TestDatabase
  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'))
    const { client } = database
    await insertOrganization(client, { id: ORGANIZATION, name: 'Acme' })
    await insertPools(client, [
      { id: EVERYONE, organizationId: ORGANIZATION, name: 'Everyone', isCatchAll: true },
      { id: SALES, organizationId: ORGANIZATION, name: 'Sales' },
      { id: UNSTAFFED, organizationId: ORGANIZATION, name: 'Unstaffed' },
    ])
    await insertAgents(
      client,
      [ANN, BOB, CY, LEFT].map((id, index) => ({ id, organizationId: ORGANIZATION, name: `Agent ${index + 1}` })),
    )
    await insertPoolMembers(client, [
      ...[ANN, BOB, CY].map((agent) => ({ agentId: agent, poolId: EVERYONE })),
      { agentId: BOB, poolId: SALES },
      { agentId: LEFT, poolId: UNSTAFFED },
    ])
    await insertSessions(
      client,
      RECORDED.sessions.map((session) => ({ organizationId: ORGANIZATION, ...session })),
    )
    await insertPageviews(
      client,
      RECORDED.visits.map(({ agentId: agent, poolId = null, country = null, createdAt }) => ({
        organizationId: ORGANIZATION,
        agentId: agent,
        poolId,
        country,
        createdAt,
      })),
    )
    const services = openServices(folder.path)
    await services.sync(
      syncRequest({ sourceUrl: database.url, organizationId: ORGANIZATION, now: RECORDED.now, workspace: 'Acme' }),
      unwatched(),
    )
    await services.close()
    writeFileSync(
      plan,
      JSON.stringify({
        name: 'Days',
        timeZone: 'UTC',
        kind: 'weekly',
        shifts: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ agentId: BOB, dayOfWeek, start: '09:00', end: '17:00' })),
      }),
    )
  })
  afterAll(async () => {
    folder.remove()
    await database.drop()
  })

  const text = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runCommand([...args, '--time-zone', 'UTC', '--data-dir', folder.path])
    expect([code, stderr]).toEqual([0, ''])
    return stdout
  }
  const json = async (command: CommandName, ...args: readonly string[]): Promise<unknown> =>
    COMMAND_OUTPUTS[command].parse(JSON.parse(await text(command, ...args, '--json')))
  const recommend = async (...args: readonly string[]): Promise<RecommendOutput> =>
    (await json('recommend', ...RANGE, ...args)) as RecommendOutput
  const ofPool = ['--pool', SALES]

  it('is named by its coverage, whatever countries are shown, and by that of the catch-all', async () => {
    const report = (await json('coverage', ...RANGE, ...ofPool)) as CoverageOutput
    expect(report.totals.pageviewsWithAgent).toBe(0)
    expect(report.starvedPools).toMatchObject([
      { poolId: SALES, covered: 0, recordedUnder: [EVERYONE], text: expect.stringMatching(SENTENCE) as string },
    ])
    expect(await text('coverage', ...RANGE, ...ofPool)).toMatch(SENTENCE)
    expect(await text('coverage', ...RANGE, '--pool', EVERYONE)).toMatch(SENTENCE)
    expect(
      (
        (await json(
          'coverage',
          ...RANGE,
          ...ofPool,
          '--country-mode',
          'allowlist',
          '--countries',
          'DE',
        )) as CoverageOutput
      ).starvedPools,
    ).toEqual(report.starvedPools)
    // A day of it says so as well.
    expect(
      ((await json('coverage', '--from', '2026-02-08', '--to', '2026-02-08', ...ofPool)) as CoverageOutput)
        .starvedPools,
    ).toHaveLength(1)
  })

  it('is not mentioned where it does not matter', async () => {
    expect(await text('coverage', ...RANGE, '--pool', UNSTAFFED)).not.toContain('although its agents')
    expect(await text('coverage', ...RANGE)).not.toContain('although its agents')
    expect(((await json('coverage', ...RANGE)) as CoverageOutput).starvedPools.map(({ poolId }) => poolId)).toEqual([
      SALES,
    ])
  })

  it('gets no agents of its own, and an hour never more agents than visitors nor more than win one', async () => {
    const { blocks, overall, starvedPools } = await recommend()
    expect(starvedPools.map(({ poolId }) => poolId)).toEqual([SALES])
    expect(new Set(blocks.map(({ poolId }) => poolId))).toEqual(new Set([EVERYONE, UNSTAFFED]))
    for (const block of [...blocks, ...overall!]) {
      const hours = block.dayIndices.length * (block.endHour - block.startHour)
      expect(block.suggestedAgents).toBeLessThanOrEqual(block.totalVisitors / 4 / hours)
      expect(block.expectedRecoveredPerWeek).toBeGreaterThanOrEqual(block.suggestedAgents * hours - 1e-6)
    }
    expect(await text('recommend', ...RANGE)).toMatch(SENTENCE)
  })

  it('is advised together with the catch-all when it is asked for alone', async () => {
    const { blocks, overall, totalVisitors } = await recommend(...ofPool)
    expect(overall).toBeNull()
    expect(blocks).toEqual((await recommend('--pool', EVERYONE)).blocks)
    expect(new Set(blocks.map(({ poolId }) => poolId))).toEqual(new Set([EVERYONE]))
    expect(totalVisitors).toBe(28 * 12 * 13)
  })

  it('is not every pool without covered visits: where nobody is online visitors are missed, and advice stands', async () => {
    const { blocks, starvedPools, missedVisitors } = await recommend('--pool', UNSTAFFED)
    expect([starvedPools, missedVisitors]).toEqual([[], 28 * 12 * 6])
    expect(blocks.length).toBeGreaterThan(0)
    expect(blocks.every(({ reasonKind, poolId }) => reasonKind === 'nobody-online' && poolId === UNSTAFFED)).toBe(true)
  })

  it('is predicted and forecast as one with the catch-all, and each says so', async () => {
    const week = ['--week', '2026-02-09']
    const [sales, everyone] = await Promise.all(
      [SALES, EVERYONE].map(
        async (pool) => (await json('predict', '--plan', plan, ...week, '--pool', pool)) as PredictOutput,
      ),
    )
    expect(sales!.week).toEqual(everyone!.week)
    expect(sales!.week.visitors).toBeGreaterThan(0.9 * 7 * 12 * 13)
    expect(sales!.week.covered).toBeGreaterThan(0)
    expect(sales!.starvedPools).toMatchObject([{ poolId: SALES }])
    expect(sales!.model.pools.map(({ poolId, includes }) => [poolId, includes])).toEqual([
      [EVERYONE, [SALES]],
      [UNSTAFFED, []],
    ])
    expect(sales!.model.pools[0]!.warningKinds).toContain('starved-pool')
    const words = await text('predict', '--plan', plan, ...week, ...ofPool)
    expect(words).toMatch(SENTENCE)
    expect(words).toContain('Everyone + Sales')
    const forecast = (await json('forecast', ...week, ...ofPool)) as ForecastOutput
    expect(forecast.week.visitors).toBeCloseTo(sales!.week.visitors, 3)
    expect(await text('forecast', ...week, ...ofPool)).toMatch(SENTENCE)
  })

  it('is compared as one with it as well, and says so', async () => {
    const file = join(folder.path, 'sales.json')
    writeFileSync(
      file,
      JSON.stringify({
        name: 'Sales',
        timeZone: 'UTC',
        kind: 'weekly',
        poolId: SALES,
        shifts: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ agentId: BOB, dayOfWeek, start: '09:00', end: '17:00' })),
      }),
    )
    await runCommand(['plan', 'import', file, '--data-dir', folder.path])
    await runCommand([
      'plan',
      'publish',
      'Sales',
      '--from',
      '2026-02-02',
      '--now',
      '2026-02-01T12:00:00Z',
      '--data-dir',
      folder.path,
    ])
    const { weeks } = (await json('compare', '--plan', 'Sales')) as CompareOutput
    expect(weeks).toMatchObject([
      {
        start: '2026-02-02',
        state: 'over',
        visitors: { actual: 7 * 12 * 13 },
        poolNotes: [expect.stringMatching(SENTENCE) as string],
      },
    ])
    expect(weeks[0]!.covered.actual).toBeGreaterThan(0)
    expect(await text('compare', '--plan', 'Sales')).toMatch(SENTENCE)
  })
})
