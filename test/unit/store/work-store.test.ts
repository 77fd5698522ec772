import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectForReading } from '../../../electron/store/connection.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { listWorkBackups } from '../../../electron/store/work-backups.ts'
import { readSettings } from '../../../electron/store/work-store.ts'
import type { WorkStore } from '../../../electron/store/work-store.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import { errorOf, NOW, tempWorkspace } from './temp-store.ts'

function open(paths: WorkspacePaths, instant = NOW): WorkStore {
  const { work, notices } = openWork({ paths, now: () => instant })
  expect(notices).toEqual([])
  onTestFinished(() => work.close())
  return work
}

describe('the profile', () => {
  test('keeps name, source and last use over a restart', () => {
    const { paths } = tempWorkspace('Ours')
    const work = open(paths)
    const source = {
      kind: 'postgres',
      url: 'postgres://ann@db.example/shop?sslmode=require',
      organizationId: 'org',
      mapping: null,
    } as const
    work.setName('Theirs')
    work.setSource(source)
    work.touch(NOW + 7)
    work.close()
    expect(open(paths).profile()).toEqual({ id: paths.id, name: 'Theirs', createdAt: NOW, lastUsedAt: NOW + 7, source })
  })

  test('takes no source with a password', () => {
    const work = open(tempWorkspace().paths)
    for (const url of [
      'postgres://ann:secret@db/shop',
      'postgres://db/shop?password=secret',
      'host=db password = secret',
      'postgres://ann:se@cret@[db',
    ]) {
      const error = errorOf(() => work.setSource({ kind: 'postgres', url, organizationId: 'o', mapping: null }))
      expect(error.code).toBe('invalid-input')
      expect(JSON.stringify(error)).not.toContain('secret')
    }
    expect(work.profile().source).toEqual({ kind: 'demo' })
  })
})

describe('settings', () => {
  test('are kept as they are, by key, and several are set at once', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    const view = { range: ['2024-01-01', null], deep: { flag: true, number: 1.5 } }
    work.setSettings({ view, timeZone: 'Europe/Vienna' })
    work.setSettings({ timeZone: null })
    work.close()
    const again = open(paths)
    expect(again.settings()).toEqual({ timeZone: null, view })
    expect([again.setting('view'), again.setting('timeZone'), again.setting('unheard of')]).toEqual([
      view,
      null,
      undefined,
    ])
    again.removeSetting('view')
    expect(again.settings()).toEqual({ timeZone: null })
  })

  test('hold no password, neither named as one nor in a URL', () => {
    const work = open(tempWorkspace().paths)
    for (const setting of [
      { password: 'x' },
      { database: [{ PGPASSWORD: 'x' }] },
      { last: 'postgres://ann:x@db/shop' },
    ]) {
      expect(errorOf(() => work.setSettings({ fine: 1, ...setting })).code).toBe('invalid-input')
    }
    expect(work.settings()).toEqual({})
    work.setSettings({ password: null, note: 'see https://example.com:8080/a@b' })
  })

  test('are on the disk as soon as they are set, for another connection to see', () => {
    const { paths } = tempWorkspace()
    open(paths).setSettings({ a: 1 })
    const other = connectForReading(paths.workFile)
    expect(readSettings(other)).toEqual({ a: 1 })
    other.close()
  })
})

describe('backups', () => {
  test('are made on close when something changed, and not when it was only used', () => {
    const { paths } = tempWorkspace()
    open(paths, NOW).close()
    expect(listWorkBackups(paths.backupsFolder)).toHaveLength(1)
    const used = open(paths, NOW + 1)
    used.touch(NOW + 1)
    used.setName(used.profile().name)
    used.close()
    expect(listWorkBackups(paths.backupsFolder)).toHaveLength(1)
    const changed = open(paths, NOW + 2)
    changed.setSettings({ a: 1 })
    changed.close()
    expect(listWorkBackups(paths.backupsFolder).map(({ takenAt }) => takenAt)).toEqual([NOW + 2, NOW])
  })

  test('hold what was there, on their own', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    work.setSettings({ a: 1 })
    const file = work.backUp()!
    work.setSettings({ a: 2 })
    const backup = connectForReading(file)
    expect(readSettings(backup)).toEqual({ a: 1 })
    backup.close()
    expect(readdirSync(paths.backupsFolder)).toEqual([
      'work-20241004T000000000Z-1.sqlite',
      'work-20241004T000000000Z-2.sqlite',
    ])
  })

  test('are thinned out the further back they are', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    for (let index = 0; index < 40; index++) {
      work.setSettings({ index })
      work.backUp()
    }
    expect(listWorkBackups(paths.backupsFolder).map(({ changes }) => 41 - changes)).toEqual([0, 1, 2, 3, 4, 7, 18, 40])
  })

  test('of the same instant do not replace each other', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    const files = [1, 2].map((value) => {
      work.setSettings({ value })
      return work.backUp()!
    })
    expect(new Set(files).size).toBe(2)
    expect(files.every((file) => existsSync(file))).toBe(true)
  })
})

test('finds nothing wrong with a sound file', () => {
  expect(open(tempWorkspace().paths).check()).toEqual([])
})
