import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import type { ForecastOutput, PredictOutput } from '../../../shared/contract/prediction-output.ts'
import { makeDataFolder, openServices, syncRequest, unwatched } from '../../support/services.ts'
import { agentId, createSmallCompany, ORGANIZATION, POOLS } from '../../support/small-company.ts'
import { createDatabase, insertCompany, insertPageviews, type TestDatabase } from '../../support/source-database.ts'
import { runCommand } from './run-command.ts'

/** A Monday. */
const NOW = Date.parse('2026-03-23T00:00:00Z')
const WEEK = '2026-03-23'
const PER_DAY = 300

describe('predictions of a company in Postgres', () => {
  const folder = makeDataFolder()
  const zone = ['--time-zone', 'UTC', '--data-dir', folder.path]
  const plan = join(folder.path, 'plan.json')
  let database: TestDatabase
  let lonely: TestDatabase
  beforeAll(async () => {
    database = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 29, visitsPerDay: PER_DAY })
    lonely = await createDatabase(inject('postgresUrl'))
    await insertCompany(lonely.client, { id: ORGANIZATION })
    await insertPageviews(lonely.client, [{ organizationId: ORGANIZATION, createdAt: NOW - 86_400_000 }])
    const services = openServices(folder.path)
    await services.sync(syncRequest({ sourceUrl: lonely.url, now: NOW, workspace: 'Lonely' }), unwatched())
    await services.sync(
      syncRequest({ sourceUrl: database.url, organizationId: ORGANIZATION, now: NOW, workspace: 'Small' }),
      unwatched(),
    )
    await services.close()
    const shifts = [0, 1, 2, 3, 4, 5, 6].flatMap((dayOfWeek) =>
      [1, 2, 3].map((agent) => ({ agentId: agentId(agent), dayOfWeek, start: '09:00', end: '17:00' })),
    )
    writeFileSync(plan, JSON.stringify({ name: 'Days', timeZone: 'UTC', kind: 'weekly', shifts }))
  })
  afterAll(async () => {
    folder.remove()
    await Promise.all([database.drop(), lonely.drop()])
  })

  const json = async (command: 'forecast' | 'predict', ...args: readonly string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await runCommand([command, ...args, ...zone, '--json'])
    expect([code, stderr]).toEqual([0, ''])
    return COMMAND_OUTPUTS[command].parse(JSON.parse(stdout))
  }

  it('expect as many visitors as always came, by the hour and by the week', async () => {
    const { week, slots } = (await json('forecast', '--week', WEEK, '--workspace', 'Small')) as ForecastOutput
    const usual = PER_DAY * 7 * (22 / 23)
    expect(week.visitors / usual).toBeCloseTo(1, 1)
    for (const { visitors } of slots) expect(visitors).toBeLessThan(3 * (usual / 168))
  })

  it('know which pool is served by whom, and that what was covered with nobody signed on goes on', async () => {
    const { week, slots, model } = (await json(
      'predict',
      '--plan',
      plan,
      '--week',
      WEEK,
      '--workspace',
      'Small',
    )) as PredictOutput
    expect(model.pools.map(({ poolId }) => poolId)).toEqual([...POOLS, null])
    expect(week.covered).toBeGreaterThan(0)
    const night = slots.filter(({ start }) => start.slice(11, 13) === '03')
    expect(night.every(({ agents, visitors }) => agents === 0 && visitors > 0)).toBe(true)
    // Two of three visitors of this company are covered at any hour, whoever is signed on.
    const shares = night.map(({ covered, visitors }) => covered / visitors)
    expect(Math.min(...shares)).toBeGreaterThan(0.5)
    expect(Math.max(...shares)).toBeLessThan(0.85)
    // Agent 3 alone serves the second pool.
    const without = join(folder.path, 'without.json')
    writeFileSync(
      without,
      JSON.stringify({
        name: 'One',
        timeZone: 'UTC',
        kind: 'weekly',
        shifts: [{ agentId: agentId(1), dayOfWeek: 1, start: '09:00', end: '17:00' }],
      }),
    )
    const answer = await runCommand([
      'predict',
      '--plan',
      without,
      '--week',
      WEEK,
      '--workspace',
      'Small',
      '--pool',
      POOLS[1],
      ...zone,
      '--json',
    ])
    expect([answer.code, answer.stderr]).toEqual([0, expect.stringMatching(/^The plan has no agent online/u)])
    const second = COMMAND_OUTPUTS.predict.parse(JSON.parse(answer.stdout))
    expect(second.week.visitors).toBeGreaterThan(0)
    expect(second.week.covered / second.week.visitors).toBeCloseTo(2 / 3, 1)
  })

  it('are made from a single visit, with warnings', async () => {
    const answer = await runCommand([
      'predict',
      '--plan',
      plan,
      '--week',
      WEEK,
      '--workspace',
      'Lonely',
      ...zone,
      '--json',
    ])
    expect([answer.code, answer.stderr]).toEqual([
      0,
      expect.stringMatching(/^3 agents of the plan are not in the data source/u),
    ])
    const { week, model } = COMMAND_OUTPUTS.predict.parse(JSON.parse(answer.stdout))
    // A visit on the one day that is known is seven a week, and nobody was ever there for one.
    expect(week.visitors).toBeCloseTo(7, 6)
    expect(week.covered).toBe(0)
    expect(model.pools.flatMap(({ warningKinds }) => warningKinds)).toEqual(
      expect.arrayContaining(['no-sessions', 'little-history']),
    )
    const { stdout } = await runCommand(['predict', '--plan', plan, '--week', WEEK, '--workspace', 'Lonely', ...zone])
    expect(stdout).toMatch(/^Note/mu)
  })
})
