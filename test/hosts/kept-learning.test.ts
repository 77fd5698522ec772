import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspacePaths } from '../../electron/store/workspace-paths.ts'
import { copyDemo } from '../support/prepared-demo.ts'
import { makeDataFolder, openBackend } from '../support/services.ts'

const NOW = Date.parse('2026-03-20T15:00:00Z')

/** What the worker threads of the built app learn, from one run of it to the next. */
describe('what was learned, in the next run of the app', () => {
  const folder = makeDataFolder()
  beforeAll(() => copyDemo(folder.path, { now: NOW, months: 3, alone: true }))
  afterAll(() => folder.remove())

  const learnedFolder = (): string => {
    const [id] = readdirSync(join(folder.path, 'workspaces')).filter((name) => !name.startsWith('.'))
    return workspacePaths(folder.path, id!).learnedFolder
  }
  /** Its files, by when they were written. */
  const written = (): readonly string[] =>
    readdirSync(learnedFolder())
      .map((name) => `${name} ${statSync(join(learnedFolder(), name)).ino}`)
      .toSorted()
  const workspaceIn = async ({ call }: ReturnType<typeof openBackend>): Promise<string> =>
    (await call.workspaces.list())[0]!.id
  /** All that rests on what was learned, as one run answers it. */
  const answers = async () => {
    const backend = openBackend(folder.path, () => NOW)
    try {
      const { call } = backend
      const workspaceId = await workspaceIn(backend)
      const week = { workspaceId, week: '2026-03-23', timeZone: 'America/New_York' }
      const { inputs } = await call.prediction.inputs(week)
      const forecast = await call.forecast.week({ ...week, slotMinutes: 60 })
      const past = await call.forecast.past({ ...week, slotMinutes: 60 })
      const today = await call.today.get({ workspaceId })
      return { inputs, forecast, past, today }
    } finally {
      await backend.close()
    }
  }

  it('is found, and gives the same answers as when it was learned; where its files are damaged, it is learned again', async () => {
    const first = await answers()
    const files = written()
    // The fit, the inputs of the week and of today, the forecast, and those of the weeks before.
    expect(files).toHaveLength(5)
    expect(await answers()).toEqual(first)
    expect(written()).toEqual(files)
    for (const name of readdirSync(learnedFolder())) writeFileSync(join(learnedFolder(), name), 'damaged')
    expect(await answers()).toEqual(first)
  })

  it('is erased with the workspace', async () => {
    const backend = openBackend(folder.path, () => NOW)
    await backend.call.workspaces.erase({ id: await workspaceIn(backend) })
    await backend.close()
    expect(readdirSync(join(folder.path, 'workspaces'))).toEqual(['.lock'])
  })
})
