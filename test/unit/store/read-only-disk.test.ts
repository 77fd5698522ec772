import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createOpenCaches } from '../../../electron/backend/threads/open-caches.ts'
import { copyInMemory } from '../../../electron/store/copy-in-memory.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { workspacePaths } from '../../../electron/store/workspace-paths.ts'
import { createWorkspace } from '../../../electron/store/workspaces.ts'
import { openWorkThread } from '../../support/work-thread.ts'
import { now, session, tempFolder, tempWorkspace, writableCache } from './temp-store.ts'

const CAN_MOUNT = process.platform === 'linux' && process.getuid?.() === 0

describe.runIf(CAN_MOUNT)('on a disk that became read-only', () => {
  /** A workspace with a session and a screen's state, closed in order or not, on a disk of its own. */
  async function readOnlyDisk() {
    const dataDir = join(tempFolder(), 'data')
    mkdirSync(dataDir)
    const mount = (...options: readonly string[]): void => {
      const { status, stderr } = spawnSync('mount', [...options, dataDir], { encoding: 'utf8' })
      if (status !== 0) throw new Error(`The file system could not be mounted: ${stderr}`)
    }
    mount('-t', 'tmpfs', '-o', 'size=20m', 'tmpfs')
    onTestFinished(() => void spawnSync('umount', ['--lazy', dataDir]))
    const paths = createWorkspace({ dataDir, name: 'Ours', source: { kind: 'demo' }, now })
    const writer = openWorkThread({ dataDir, now })
    await writer.saveViewState(paths.id, 'coverage', { days: 7 })
    writer.close()
    const { cache, db } = writableCache(workspacePaths(dataDir, paths.id))
    cache.commit({ upsertSessions: [session('s')], state: { now: now() } })
    db.close()
    mount('-o', 'remount,ro')
    return { dataDir, id: paths.id, becomeWritable: () => mount('-o', 'remount,rw') }
  }

  test('everything is still listed and read, and a change is refused with the reason', async () => {
    const { dataDir, id } = await readOnlyDisk()
    const work = openWorkThread({ dataDir, now })
    onTestFinished(() => work.close())
    expect(await work.list()).toMatchObject([{ name: 'Ours', now: now(), problem: null }])
    expect(await work.open(id)).toMatchObject({ name: 'Ours' })
    expect(await work.update(id, { lastUsed: now() + 1 })).toMatchObject({ lastUsed: now() })
    expect(await work.viewState(id, 'coverage')).toEqual({ days: 7 })
    await expect(work.saveViewState(id, 'coverage', { days: 30 })).rejects.toMatchObject({
      code: 'data-folder',
      kept: 'What was saved before is unchanged.',
    })
    const reader = openTrafficReader(workspacePaths(dataDir, id).cacheFile)
    onTestFinished(() => reader.close())
    expect(reader.snapshot().sessions.map((each) => each.id)).toEqual(['s'])
    expect(await work.takeNotices()).toEqual([])
  })

  test('what is written once it can be written again is seen by whoever had it open', async () => {
    const { dataDir, id, becomeWritable } = await readOnlyDisk()
    const work = openWorkThread({ dataDir, now })
    onTestFinished(() => work.close())
    const caches = createOpenCaches(dataDir, () => null)
    onTestFinished(() => caches.close())
    expect(await work.viewState(id, 'coverage')).toEqual({ days: 7 })
    const { snapshot } = caches.of(id)
    expect(caches.of(id).snapshot).toBe(snapshot)
    becomeWritable()
    await work.saveViewState(id, 'coverage', { days: 30 })
    expect(await work.viewState(id, 'coverage')).toEqual({ days: 30 })
    writableCache(workspacePaths(dataDir, id)).cache.commit({ upsertSessions: [session('t')] })
    expect(caches.of(id).snapshot.sessions.map((each) => each.id)).toEqual(['s', 't'])
  })
})

test('a database is read with what a killed process left in its log alone, and nothing of it stays elsewhere', () => {
  const { paths } = tempWorkspace()
  const { work } = openWork({ paths, now })
  onTestFinished(() => work.close())
  work.setSettings({ timeZone: 'Europe/Vienna' })
  const left = join(tempFolder(), 'work.sqlite')
  copyFileSync(paths.workFile, left)
  copyFileSync(`${paths.workFile}-wal`, `${left}-wal`)
  const temporary = tempFolder()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  const db = copyInMemory(left)
  onTestFinished(() => void db.close())
  expect(db.prepare("SELECT value FROM settings WHERE key = 'timeZone'").pluck().get()).toBe('"Europe/Vienna"')
  expect(() => db.exec('DELETE FROM settings')).toThrow('readonly')
  expect(readdirSync(temporary)).toEqual([])
})
