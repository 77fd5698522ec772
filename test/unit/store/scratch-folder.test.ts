import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inScratchFolder, sweepScratchFolder } from '../../../electron/store/scratch-folder.ts'
import { tendWorkspaces } from '../../../electron/store/workspaces.ts'
import { tempFolder, tempWorkspace } from './temp-store.ts'

describe('copies that a backup works on', () => {
  test('are gone with the next start of anything where the backup was killed', () => {
    const { dataDir, paths } = tempWorkspace('Ours')
    const left = join(paths.folder, '.scratch')
    mkdirSync(left)
    writeFileSync(join(left, 'work.sqlite'), 'names of agents')
    tendWorkspaces(dataDir)
    expect(existsSync(left)).toBe(false)
    expect(existsSync(paths.workFile)).toBe(true)
  })

  test('are left alone while the backup is made', () => {
    const folder = tempFolder()
    inScratchFolder(folder, (scratch) => {
      sweepScratchFolder(folder)
      expect(existsSync(scratch)).toBe(true)
    })
    expect(existsSync(join(folder, '.scratch'))).toBe(false)
  })
})
