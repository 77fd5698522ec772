import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { COMMAND_OUTPUTS } from '../../../shared/contract/command-output.ts'
import { planToText } from '../../../shared/contract/plan-file.ts'
import { runCommand } from '../../hosts/terminal/run-command.ts'
import { planOf } from '../../simulation/observed.ts'
import { learnFrom, predict, rateOfPrediction, intervalsOf } from '../../simulation/predicted.ts'
import { liveHistory } from '../../simulation/replay.ts'
import { shiftsUnder } from '../../simulation/schedules.ts'
import { storeWorld } from '../../simulation/store-world.ts'
import { truthOf } from '../../simulation/truth.ts'
import { weekDate } from '../../simulation/wall-clock.ts'
import { makeWorld } from '../../simulation/worlds.ts'
import { makeDataFolder } from '../../support/services.ts'
import type { PredictOutput } from '../../../shared/contract/prediction-output.ts'
import type { TestDatabase } from '../../support/source-database.ts'

/** Mean of so many replays is the truth, to half a point or so. */
const REPLAYS = 20

describe('a made-up site in a real Postgres, predicted on the command line', () => {
  const serverUrl = inject('postgresUrl')
  const databases: TestDatabase[] = []
  const folders: ReturnType<typeof makeDataFolder>[] = []
  afterAll(async () => {
    for (const folder of folders) folder.remove()
    for (const database of databases) await database.drop()
  })

  const predictAll = async (name: string, seed: number) => {
    const world = makeWorld(name, seed)
    const history = liveHistory(world)
    const database = await storeWorld(serverUrl, world, { history })
    databases.push(database)
    const folder = makeDataFolder()
    folders.push(folder)
    const at = ['--data-dir', folder.path, '--time-zone', world.timeZone]
    const run = async (...args: readonly string[]): Promise<string> => {
      const { code, stdout, stderr } = await runCommand([...args, ...at])
      expect({ code, failure: code === 0 ? '' : stderr }).toEqual({ code: 0, failure: '' })
      return stdout
    }
    await run('sync', '--source', database.url, '--now', new Date(history.end).toISOString(), '--json')
    const week = weekDate(world, world.weeks)
    const inMemory = learnFrom(world, history)
    const commandLine = async (
      schedule: 'halved' | 'doubled',
    ): Promise<{ readonly output: PredictOutput; readonly inMemory: number; readonly truth: number }> => {
      const shifts = shiftsUnder(world, schedule)
      const file = join(folder.path, `${schedule}.json`)
      writeFileSync(file, planToText(planOf(world, shifts)))
      const output = COMMAND_OUTPUTS.predict.parse(
        JSON.parse(await run('predict', '--plan', file, '--week', week, '--json')),
      )
      const truth = truthOf(world, shifts, { name: schedule, replays: REPLAYS })
      return {
        output,
        inMemory: 100 * rateOfPrediction(predict(world, inMemory, intervalsOf(world, shifts))),
        truth: 100 * truth.rate,
      }
    }
    return { halved: await commandLine('halved'), doubled: await commandLine('doubled') }
  }

  it.each([
    { name: 'two pools, members not known', seed: 5, most: 4 },
    { name: 'a few hundred, two at once', seed: 5, most: 6 },
  ])('comes out as the same facts do in memory, and near what really happens: $name', async ({ name, seed, most }) => {
    const predicted = await predictAll(name, seed)
    for (const { output, inMemory, truth } of Object.values(predicted)) {
      expect(Math.abs(output.week.coverageRate - inMemory)).toBeLessThan(0.3)
      expect(Math.abs(output.week.coverageRate - truth)).toBeLessThan(most)
      expect(output.week.lower95).toBeLessThan(truth)
      expect(output.week.upper95).toBeGreaterThan(truth)
      expect(output.unknownAgents.length > 0).toBe(output === predicted.doubled.output)
    }
    expect(predicted.doubled.output.week.coverageRate).toBeGreaterThan(predicted.halved.output.week.coverageRate + 20)
  })
})
