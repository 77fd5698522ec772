import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkCache } from '../../../electron/store/check-cache.ts'
import { openCache, openWork } from '../../../electron/store/open-workspace.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { createSyncCache } from '../../../electron/store/sync-cache.ts'
import { listWorkBackups } from '../../../electron/store/work-backups.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import { acquireLease } from '../../../electron/store/writer-lease.ts'
import {
  batchOf,
  cell,
  cellsOf,
  DAY,
  errorOf,
  NOW,
  now,
  SELF,
  session,
  syncedDay,
  tempWorkspace,
} from './temp-store.ts'

const PAGE = 4_096
const LATER = NOW + 86_400_000

/** Ways a file really breaks, each with what is done to it. */
const DAMAGES: readonly { readonly how: string; readonly damage: (file: string) => void }[] = [
  { how: 'with garbage for a header', damage: (file) => overwrite(file, { at: 0, bytes: PAGE }) },
  { how: 'with a page overwritten', damage: (file) => overwrite(file, { at: PAGE, bytes: PAGE }) },
  {
    how: 'with everything but the header overwritten',
    damage: (file) => overwrite(file, { at: PAGE, bytes: statSync(file).size - PAGE }),
  },
  { how: 'cut in the middle of a page', damage: (file) => truncateSync(file, PAGE + 100) },
  { how: 'cut to half a header', damage: (file) => truncateSync(file, 50) },
  { how: 'of no bytes', damage: (file) => truncateSync(file, 0) },
  {
    how: 'replaced by text',
    damage: (file) => writeFileSync(file, 'These are my notes, and no database at all.\n'.repeat(200)),
  },
]

function overwrite(file: string, range: { readonly at: number; readonly bytes: number }): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(range.bytes, 0xa5), 0, range.bytes, range.at)
  closeSync(descriptor)
}

/** A workspace whose settings were backed up at NOW with { a: 1 }, and were { a: 2 } when it was last closed without a backup. */
function usedWorkspace(): { readonly dataDir: string; readonly paths: WorkspacePaths } {
  const made = tempWorkspace()
  const { work } = openWork({ paths: made.paths, now })
  work.setSettings({ a: 1 })
  work.close()
  const db = new Database(made.paths.workFile)
  db.exec("UPDATE settings SET value = '2'")
  db.close()
  return made
}

function openLater(paths: WorkspacePaths) {
  const opened = openWork({ paths, now: () => LATER })
  onTestFinished(() => opened.work.close())
  return opened
}

describe.each(DAMAGES)('a work file $how', ({ damage }) => {
  test('is kept aside, and the newest backup takes its place', () => {
    const { paths } = usedWorkspace()
    damage(paths.workFile)
    const broken = readFileSync(paths.workFile)
    const [backup] = listWorkBackups(paths.backupsFolder)
    const { work, notices } = openLater(paths)
    expect(work.settings()).toEqual({ a: 1 })
    expect(work.profile().name).toBe('Ours')
    expect(work.check()).toEqual([])
    expect(notices).toHaveLength(1)
    const { message, damagedFile, restoredFrom } = notices[0]!
    expect(message).toContain('from the backup of 2024-10-04 00:00 UTC')
    expect(message).toContain(damagedFile)
    expect(restoredFrom).toBe(backup!.file)
    expect(readFileSync(damagedFile!)).toEqual(broken)
  })
})

describe('a damaged work file', () => {
  test('is restored from the newest backup that is itself whole', () => {
    const { paths } = usedWorkspace()
    const { work } = openLater(paths)
    work.setSettings({ a: 3 })
    const newest = work.backUp()!
    work.close()
    overwrite(newest, { at: PAGE, bytes: PAGE })
    overwrite(paths.workFile, { at: 0, bytes: PAGE })
    const again = openLater(paths)
    expect(again.work.settings()).toEqual({ a: 1 })
    expect(existsSync(newest)).toBe(true)
  })

  test('without any backup gives way to an empty one that keeps its name and source, and says so', () => {
    const { paths } = tempWorkspace()
    overwrite(paths.workFile, { at: 0, bytes: PAGE })
    const { work, notices } = openLater(paths)
    expect(work.settings()).toEqual({})
    expect(work.profile()).toMatchObject({ id: paths.id, name: 'Ours', source: { kind: 'demo' } })
    expect(notices.map(({ kind }) => kind)).toEqual(['work-started-empty'])
    expect(existsSync(notices[0]!.damagedFile!)).toBe(true)
  })

  test('is noticed once: the next opening has nothing to say', () => {
    const { paths } = usedWorkspace()
    truncateSync(paths.workFile, 0)
    openLater(paths).work.close()
    expect(openLater(paths).notices).toEqual([])
  })

  test('keeps the work written since the last checkpoint beside it', () => {
    const { paths } = usedWorkspace()
    writeFileSync(`${paths.workFile}-wal`, 'a log')
    overwrite(paths.workFile, { at: 0, bytes: PAGE })
    const { work, notices } = openLater(paths)
    expect(readFileSync(`${notices[0]!.damagedFile}-wal`, 'utf8')).toBe('a log')
    expect(work.settings()).toEqual({ a: 1 })
  })

  test('that is gone altogether is restored as well', () => {
    const { paths } = usedWorkspace()
    rmSync(paths.workFile)
    const { work, notices } = openLater(paths)
    expect(work.settings()).toEqual({ a: 1 })
    expect(notices[0]).toMatchObject({ kind: 'work-restored', damagedFile: null })
    expect(notices[0]!.message).toContain('missing')
  })
})

function syncedCache(): WorkspacePaths {
  const { paths } = tempWorkspace()
  const { db } = openCache({ paths, now })
  const cache = createSyncCache({ db, lease: acquireLease(db, { self: SELF, now }) })
  for (const day of [DAY, DAY + 1]) {
    const cells = Array.from({ length: 2_000 }, (_, index) =>
      cell(day, { slot: index % 96, agents: index, pool: 'sales' }),
    )
    cache.commit({
      traffic: [{ day, batch: batchOf(cells) }],
      upsertDays: [syncedDay(day)],
      upsertSessions: [session(`s${day}`)],
    })
  }
  cache.commit({ state: { now: NOW } })
  db.close()
  return paths
}

function reopenCache(paths: WorkspacePaths, thorough: boolean) {
  const opened = openCache({ paths, now: () => LATER, thorough })
  onTestFinished(() => void opened.db.close())
  return opened
}

describe.each(DAMAGES)('a cache $how', ({ damage }) => {
  test('is kept aside, and an empty one takes its place', () => {
    const paths = syncedCache()
    damage(paths.cacheFile)
    const broken = readFileSync(paths.cacheFile)
    const { db, notices } = reopenCache(paths, true)
    expect(checkCache(db)).toEqual({ structure: [], damagedDays: [] })
    expect(db.prepare('SELECT count(*) FROM synced_days').pluck().get()).toBe(0)
    expect(notices.map(({ kind }) => kind)).toEqual(['cache-started-empty'])
    expect(notices[0]!.message).toContain('The next sync pulls everything again')
    expect(readFileSync(notices[0]!.damagedFile!)).toEqual(broken)
    openTrafficReader(paths.cacheFile).close()
  })
})

describe('a damaged cache', () => {
  test('is found by the check after opening, where opening alone does not see it', () => {
    const paths = syncedCache()
    overwrite(paths.cacheFile, { at: 20 * PAGE, bytes: PAGE })
    const { db, notices } = reopenCache(paths, false)
    expect(notices).toEqual([])
    const problems = checkCache(db)
    expect(problems.structure.length + problems.damagedDays.length).toBeGreaterThan(0)
  })

  test('is kept aside where a row is not in its index, which a quick check passes', () => {
    const paths = syncedCache()
    const file = readFileSync(paths.cacheFile)
    // The row itself, which is written after the entry of its index, or before: one of the two.
    const at = file.lastIndexOf(`s${DAY + 1}`)
    expect(file.indexOf(`s${DAY + 1}`)).toBeLessThan(at)
    overwrite(paths.cacheFile, { at, bytes: 2 })
    const db = new Database(paths.cacheFile, { readonly: true })
    expect(db.pragma('quick_check', { simple: true })).toBe('ok')
    db.close()
    expect(reopenCache(paths, true).notices.map(({ kind }) => kind)).toEqual(['cache-started-empty'])
  })

  test('loses only the days that cannot be read, where its structure is whole', () => {
    const paths = syncedCache()
    const db = new Database(paths.cacheFile)
    const { cells } = db.prepare('SELECT cells FROM traffic WHERE day = ?').get(DAY) as { cells: Buffer }
    cells[5_000]! ^= 1
    db.prepare('UPDATE traffic SET cells = ? WHERE day = ?').run(cells, DAY)
    db.close()

    const opened = reopenCache(paths, true)
    expect(opened.notices.map(({ kind, damagedFile }) => [kind, damagedFile])).toEqual([['cache-days-forgotten', null]])
    expect(opened.notices[0]!.message).toContain('2024-10-04')
    const cache = createSyncCache({ db: opened.db, lease: acquireLease(opened.db, { self: SELF, now }) })
    expect([...cache.syncedDays().keys()]).toEqual([DAY + 1])
    expect(cache.traffic(DAY)).toBeNull()
    expect(cellsOf(cache.traffic(DAY + 1))).toHaveLength(2_000)
    expect(cache.sessionsById([`s${DAY}`])).toHaveLength(1)
  })

  test("leaves the user's work alone", () => {
    const paths = syncedCache()
    truncateSync(paths.cacheFile, 0)
    reopenCache(paths, false)
    const { work, notices } = openLater(paths)
    expect(notices).toEqual([])
    expect(work.profile().name).toBe('Ours')
  })
})

describe('a file that is not ours to replace', () => {
  test('of another program is refused and left as it was', () => {
    const { paths } = tempWorkspace()
    for (const file of [paths.workFile, paths.cacheFile]) {
      rmSync(file)
      const foreign = new Database(file)
      foreign.exec('CREATE TABLE contacts (name)')
      foreign.close()
      const before = readFileSync(file)
      const error = errorOf(() => (file === paths.workFile ? openWork({ paths, now }) : openCache({ paths, now })))
      expect(error.code).toBe('data-folder')
      expect(error.message).toContain(file)
      expect(readFileSync(file)).toEqual(before)
    }
  })

  test('with the cache in the place of the work is refused', () => {
    const { paths } = tempWorkspace()
    copyFileSync(paths.cacheFile, paths.workFile)
    expect(errorOf(() => openWork({ paths, now })).code).toBe('data-folder')
  })

  test('of a newer Covercast is refused and left as it was', () => {
    const { paths } = tempWorkspace()
    for (const file of [paths.workFile, paths.cacheFile]) {
      const newer = new Database(file)
      newer.pragma('user_version = 99')
      newer.close()
      const before = readFileSync(file)
      const error = errorOf(() => (file === paths.workFile ? openWork({ paths, now }) : openCache({ paths, now })))
      expect(error.code).toBe('store-newer')
      expect(error.kept).toContain('not changed')
      expect(readFileSync(file)).toEqual(before)
    }
  })
})
