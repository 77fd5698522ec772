import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectForReading } from '../../../electron/store/connection.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { listWorkBackups } from '../../../electron/store/work-backups.ts'
import { readSettings, type WorkStore } from '../../../electron/store/work-store.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { errorOf, NOW, tempWorkspace } from './temp-store.ts'

function open(paths: WorkspacePaths, instant = NOW): WorkStore {
  const { work } = openWork({ paths, now: () => instant })
  onTestFinished(() => work.close())
  return work
}

function settingsIn(file: string): unknown {
  const db = connectForReading(file)
  try {
    return readSettings(db)
  } finally {
    db.close()
  }
}

function overwrite(file: string, at: number): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(4096, 0xa5), 0, 4096, at)
  closeSync(descriptor)
}

/** Leaves the work as a killed process does: open, never closed. */
function editAndVanish(paths: WorkspacePaths, value: number, instant = NOW): void {
  openWork({ paths, now: () => instant }).work.setSettings({ value })
}

describe('work that is never closed in order', () => {
  test('is backed up whenever it is opened after a change', () => {
    const { paths } = tempWorkspace()
    for (let day = 0; day < 21; day++) editAndVanish(paths, day, NOW + day * DAY_MS)
    const newest = listWorkBackups(paths.backupsFolder)[0]!
    expect(settingsIn(newest.file)).toEqual({ value: 19 })
    expect(newest.takenAt).toBe(NOW + 20 * DAY_MS)
  })

  test('opens, and says so, where it cannot be backed up', () => {
    const { paths } = tempWorkspace()
    editAndVanish(paths, 1)
    rmSync(paths.backupsFolder, { recursive: true })
    // A file where the folder has to be.
    closeSync(openSync(paths.backupsFolder, 'w'))
    const { work, notices } = openWork({ paths, now: () => NOW })
    expect(notices.map(({ kind }) => kind)).toEqual(['backup-failed'])
    expect(work.settings()).toEqual({ value: 1 })
    rmSync(paths.backupsFolder)
    work.close()
  })
})

describe('backups made while a clock was ahead', () => {
  test('do not stand before newer ones, nor have them deleted', () => {
    const { paths } = tempWorkspace()
    for (let value = 0; value < 5; value++) editAndVanish(paths, value, NOW + 365 * DAY_MS)
    const work = open(paths)
    for (let value = 5; value < 12; value++) {
      work.setSettings({ value })
      work.backUp()
      expect(settingsIn(listWorkBackups(paths.backupsFolder)[0]!.file)).toEqual({ value })
    }
    work.close()
    overwrite(paths.workFile, 0)
    expect(open(paths).settings()).toEqual({ value: 11 })
  })

  test('of the names that earlier versions gave are read, and ordered by what they hold', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    work.setSettings({ value: 'old' })
    const old = work.backUp()!
    const ahead = join(paths.backupsFolder, 'work-20991231T235959999Z.sqlite')
    renameSync(old, ahead)
    work.setSettings({ value: 'new' })
    const later = work.backUp()!
    work.close()
    const listed = listWorkBackups(paths.backupsFolder)
    expect(listed.slice(0, 2).map(({ file }) => file)).toEqual([later, ahead])
    rmSync(later)
    overwrite(paths.workFile, 0)
    expect(open(paths).settings()).toEqual({ value: 'old' })
  })
})

describe('a broken copy', () => {
  test('is not kept, and takes the place of no good one', async () => {
    const { paths } = tempWorkspace()
    const filled = open(paths)
    filled.setSettings(
      Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`key ${index}`, 'x'.repeat(400)])),
    )
    filled.close()
    const work = open(paths)
    const before = readdirSync(paths.backupsFolder)
    // Where no edit looks: copied page by page, it is broken in the copy too.
    overwrite(paths.workFile, 60 * 4096)
    work.setName('Theirs')
    await expect(work.backUpInSteps()).rejects.toMatchObject({ code: 'store-damaged' })
    expect(errorOf(() => work.backUp()).code).toBe('store-damaged')
    expect(errorOf(() => work.close()).code).toBe('store-damaged')
    expect(readdirSync(paths.backupsFolder)).toEqual(before)
  })

  test('that was good once is passed over, and what is made after a restore is newer than it', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    for (const value of [1, 2, 3, 4]) {
      work.setSettings({ value })
      work.backUp()
    }
    work.close()
    const [newest, second] = listWorkBackups(paths.backupsFolder)
    overwrite(newest!.file, 4096)
    overwrite(second!.file, 0)
    overwrite(paths.workFile, 0)
    const restored = open(paths)
    expect(restored.settings()).toEqual({ value: 2 })
    restored.setSettings({ value: 5 })
    restored.close()
    const after = listWorkBackups(paths.backupsFolder)
    expect(settingsIn(after[0]!.file)).toEqual({ value: 5 })
    expect(after[0]!.changes).toBeGreaterThan(newest!.changes)
  })
})

describe('a backup in steps', () => {
  test('lets edits go on, holds one whole state, and leaves nothing else behind', async () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    work.setSettings(Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`key ${index}`, 'x'.repeat(400)])))
    let edits = 0
    let isDone = false
    const backup = work.backUpInSteps().then((file) => {
      isDone = true
      return file
    })
    while (!isDone) {
      work.setSettings({ edit: (edits += 1) })
      await new Promise((resolve) => setImmediate(resolve))
    }
    const file = (await backup)!
    expect(edits).toBeGreaterThan(3)
    expect(settingsIn(file)).toMatchObject({ 'key 2999': 'x'.repeat(400) })
    expect(readdirSync(paths.backupsFolder).filter((name) => !/^work-\d{8}T\d{9}Z-\d+\.sqlite$/u.test(name))).toEqual(
      [],
    )
    expect(listWorkBackups(paths.backupsFolder)[0]!.file).toBe(file)
    work.setSettings({ last: true })
    expect(work.backUp()).not.toBeNull()
  })

  test('of what every backup has already makes none', async () => {
    expect(await open(tempWorkspace().paths).backUpInSteps()).toBeNull()
  })
})

describe('a work file that is taken away while it is open', () => {
  test('takes no more edits, is still read, and goes on when it is put back', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    work.setSettings({ value: 1 })
    const elsewhere = `${paths.folder}-moved`
    renameSync(paths.folder, elsewhere)
    const error = errorOf(() => work.setSettings({ value: 2 }))
    expect(error).toMatchObject({
      code: 'not-found',
      kept: expect.stringContaining('not saved') as string,
      next: expect.stringContaining('put it back') as string,
    })
    expect(errorOf(() => work.setName('Theirs')).code).toBe('not-found')
    expect(work.settings()).toEqual({ value: 1 })
    expect(work.isInPlace()).toBe(false)
    renameSync(elsewhere, paths.folder)
    work.setSettings({ value: 3 })
    expect(work.settings()).toEqual({ value: 3 })
  })

  test('writes no backup into a folder that was removed', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    work.setSettings({ value: 1 })
    rmSync(paths.folder, { recursive: true })
    work.close()
    expect(existsSync(paths.folder)).toBe(false)
  })

  test('is not taken for another of the same name', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    const copy = `${paths.folder}-copy`
    mkdirSync(copy)
    work.setSettings({ value: 1 })
    copyFileSync(work.backUp()!, join(copy, basename(paths.workFile)))
    renameSync(paths.folder, `${paths.folder}-old`)
    renameSync(copy, paths.folder)
    expect(work.isInPlace()).toBe(false)
    expect(errorOf(() => work.setSettings({ value: 2 })).code).toBe('not-found')
  })
})
