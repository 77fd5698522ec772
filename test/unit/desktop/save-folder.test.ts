import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { privateJsonFile } from '../../../electron/backend/core/private-json-file.ts'
import { createSaveFolder, saveFolderSchema } from '../../../electron/desktop/save-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'covercast-save-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const log = { error: () => undefined } as never
const open = () =>
  createSaveFolder({
    file: privateJsonFile(join(folder, 'state', 'save-folder.json'), saveFolderSchema),
    usual: () => '/usual',
    log,
  })

describe('the folder of the save dialog', () => {
  it('is the usual one first, then that of the last file, also after a restart, and the usual one again where that has gone', () => {
    const chosen = join(folder, 'reports')
    mkdirSync(chosen)
    const first = open()
    expect(first.current()).toBe('/usual')
    first.remember(join(chosen, 'a.pdf'))
    expect(first.current()).toBe(chosen)
    expect(open().current()).toBe(chosen)
    rmSync(chosen, { recursive: true })
    expect(open().current()).toBe('/usual')
  })
})
