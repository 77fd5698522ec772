import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { listWorkBackups } from '../../../electron/store/work-backups.ts'
import { now, tempWorkspace } from './temp-store.ts'

const CLOSE_OFTEN = join(import.meta.dirname, 'fixtures/close-often.ts')

it('processes that close one workspace at the same moment back it up without disturbing one another', async () => {
  const { dataDir, paths } = tempWorkspace()
  const children = ['one', 'two', 'three'].map((name) =>
    spawn(process.execPath, [CLOSE_OFTEN, dataDir, paths.id, name], { stdio: ['ignore', 'ignore', 'inherit'] }),
  )
  const ends = await Promise.all(children.map((child) => once(child, 'exit')))
  expect(ends.map(([code]) => code as number)).toEqual([0, 0, 0])

  const { work, notices } = openWork({ paths, now })
  expect(notices).toEqual([])
  expect(work.settings()).toMatchObject({ one: 24, two: 24, three: 24 })
  work.close()
  expect(listWorkBackups(paths.backupsFolder).length).toBeLessThan(20)
  expect(readdirSync(paths.backupsFolder).filter((name) => !name.startsWith('work-'))).toEqual([])
}, 60_000)
