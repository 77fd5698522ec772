import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../shared/foundation/errors.ts'
import { connectForReading } from '../../../electron/store/connection.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { backUpWorkspace, restoreWorkspace } from '../../../electron/store/workspace-backup.ts'
import { listWorkspaces } from '../../../electron/store/workspace-list.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import { workspacesFolder } from '../../../electron/store/workspace-paths.ts'
import { readLease } from '../../../electron/store/writer-lease.ts'
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
  tempFolder,
  tempWorkspace,
  writableCache,
} from './temp-store.ts'

const CELLS = Array.from({ length: 500 }, (_, index) =>
  cell(DAY, { slot: index % 96, agents: index, pool: 'sales', country: 'US', visitors: index + 1 }),
)

/** A workspace with settings and a synced day, still open for writing, and a backup of it. */
function backedUp(): { readonly dataDir: string; readonly file: string; readonly paths: WorkspacePaths } {
  const { dataDir, paths } = tempWorkspace('Ours')
  const { work } = openWork({ paths, now })
  work.setSettings({ timeZone: 'Europe/Vienna' })
  work.close()
  writableCache(paths).cache.commit({
    traffic: [{ day: DAY, batch: batchOf(CELLS) }],
    upsertDays: [syncedDay(DAY)],
    upsertSessions: [session('s')],
    state: { now: NOW },
  })
  const file = join(tempFolder(), 'ours.covercast')
  backUpWorkspace({ dataDir, id: paths.id, file, overwrite: false, now })
  return { dataDir, file, paths }
}

function contentsOf(paths: WorkspacePaths) {
  const { work, notices } = openWork({ paths, now })
  const { name, source } = work.profile()
  const settings = work.settings()
  work.close()
  const reader = openTrafficReader(paths.cacheFile)
  const { state, dictionary, traffic, sessions } = reader.snapshot()
  reader.close()
  const cells = [...traffic].map(([day, each]) => [day, cellsOf({ dictionary, cells: each })])
  return { name, source, settings, notices, now: state.now, cells, sessions }
}

const CONTENTS = {
  name: 'Ours',
  source: { kind: 'demo' },
  settings: { timeZone: 'Europe/Vienna' },
  notices: [],
  now: NOW,
  cells: [[DAY, CELLS]],
  sessions: [session('s')],
}

/** Changes a backup as somebody might who means no good. */
function tamper(file: string, change: (db: InstanceType<typeof Database>) => void): void {
  const db = new Database(file)
  change(db)
  db.close()
}

describe('a backup', () => {
  test('restores everything in another data folder under its own name', () => {
    const { file } = backedUp()
    expect(contentsOf(restoreWorkspace({ dataDir: join(tempFolder(), 'new'), file, name: null, now }))).toEqual(
      CONTENTS,
    )
  })

  test('restores beside the workspace it came from, under a new name', () => {
    const { dataDir, file, paths } = backedUp()
    const restored = restoreWorkspace({ dataDir, file, name: 'Copy', now })
    expect(restored.id).not.toBe(paths.id)
    expect(contentsOf(restored)).toEqual({ ...CONTENTS, name: 'Copy' })
    expect(contentsOf(paths)).toEqual(CONTENTS)
    expect(
      listWorkspaces(dataDir)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([paths.id, restored.id].toSorted())
  })

  test('does not bring along the lease of who was writing when it was made', () => {
    const { dataDir, file, paths } = backedUp()
    const held = connectForReading(paths.cacheFile)
    expect(readLease(held)?.holder).toBe(SELF.holder)
    held.close()
    const restored = connectForReading(restoreWorkspace({ dataDir, file, name: 'Copy', now }).cacheFile)
    expect(readLease(restored)).toBeNull()
    restored.close()
  })

  test('is one private file, an SQLite archive that other tools can read', () => {
    const { file } = backedUp()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(file, '..'))).toEqual(['ours.covercast'])
    const db = new Database(file, { readonly: true })
    expect(db.prepare('SELECT name, mode, mtime FROM sqlar ORDER BY name').all()).toEqual([
      { name: 'cache.sqlite', mode: 0o100600, mtime: NOW / 1000 },
      { name: 'work.sqlite', mode: 0o100600, mtime: NOW / 1000 },
    ])
    db.close()
  })

  test('replaces a file only when it is allowed to', () => {
    const { dataDir, paths, file } = backedUp()
    writeFileSync(file, 'precious')
    const options = { dataDir, id: paths.id, file, now }
    expect(errorOf(() => backUpWorkspace({ ...options, overwrite: false })).code).toBe('conflict')
    expect(readFileSync(file, 'utf8')).toBe('precious')
    backUpWorkspace({ ...options, overwrite: true })
    expect(contentsOf(restoreWorkspace({ dataDir, file, name: 'Copy', now })).name).toBe('Copy')
  })

  test.skipIf(process.platform === 'win32')('goes through a link, and takes the place of nothing but a file', () => {
    const { dataDir, paths, file } = backedUp()
    const link = join(tempFolder(), 'link.covercast')
    symlinkSync(file, link)
    writeFileSync(file, 'old')
    const options = { dataDir, id: paths.id, overwrite: true, now }
    backUpWorkspace({ ...options, file: link })
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(statSync(file).size).toBeGreaterThan(1000)
    rmSync(file)
    backUpWorkspace({ ...options, file: link })
    expect([lstatSync(link).isSymbolicLink(), lstatSync(file).isFile()]).toEqual([true, true])
    const pipe = join(tempFolder(), 'pipe')
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
    expect(errorOf(() => backUpWorkspace({ ...options, file: pipe })).message).toBe(
      `${pipe} is a pipe, a device or a socket, not a file.`,
    )
    expect(statSync(pipe).isFIFO()).toBe(true)
  })

  test('that cannot be written leaves nothing behind', () => {
    const { dataDir, paths } = tempWorkspace()
    const missing = join(tempFolder(), 'missing', 'file')
    expect(errorOf(() => backUpWorkspace({ dataDir, id: paths.id, file: missing, overwrite: false, now })).code).toBe(
      'data-folder',
    )
    expect(readdirSync(paths.folder).filter((name) => name.startsWith('.scratch'))).toEqual([])
    const folder = tempFolder()
    expect(errorOf(() => backUpWorkspace({ dataDir, id: paths.id, file: folder, overwrite: true, now })).code).toBe(
      'data-folder',
    )
    expect(readdirSync(join(folder, '..')).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('restoring', () => {
  /** Restores into an existing data folder and expects a failure that leaves it as it was. */
  function refused(file: string, name: string | null = null) {
    const { dataDir } = tempWorkspace('Ours')
    const before = listWorkspaces(dataDir)
    const error = errorOf(() => restoreWorkspace({ dataDir, file, name: name ?? 'Restored', now }))
    expect(listWorkspaces(dataDir)).toEqual(before)
    expect(readdirSync(workspacesFolder(dataDir)).filter((entry) => entry.startsWith('.new'))).toEqual([])
    return error
  }

  test('refuses a name that is taken', () => {
    const { dataDir, file } = backedUp()
    expect(errorOf(() => restoreWorkspace({ dataDir, file, name: null, now })).code).toBe('conflict')
    expect(refused(file, 'OURS').code).toBe('conflict')
  })

  test('refuses an entry that would lead out of the folder', () => {
    for (const name of ['../../x', '/etc/x', 'work.sqlite/../../x', '..\\x', 'WORK.sqlite']) {
      const { dataDir, file } = backedUp()
      tamper(file, (db) => void db.prepare("UPDATE sqlar SET name = ? WHERE name = 'cache.sqlite'").run(name))
      const error = errorOf(() => restoreWorkspace({ dataDir, file, name: 'Restored', now }))
      expect(error.code).toBe('invalid-input')
      expect(error.message).toContain(name)
      expect(existsSync(join(dataDir, 'x'))).toBe(false)
    }
  })

  test('refuses an archive with more or less in it than a backup has', () => {
    const more = backedUp().file
    tamper(more, (db) => void db.exec("INSERT INTO sqlar SELECT 'run.sh', mode, mtime, sz, data FROM sqlar LIMIT 1"))
    expect(refused(more).code).toBe('invalid-input')
    const less = backedUp().file
    tamper(less, (db) => void db.exec("DELETE FROM sqlar WHERE name = 'cache.sqlite'"))
    expect(refused(less).code).toBe('store-damaged')
  })

  test('refuses an entry that is no plain file, or larger than it says', () => {
    const link = backedUp().file
    tamper(link, (db) => void db.exec(`UPDATE sqlar SET mode = ${0o120777}`))
    expect(refused(link).code).toBe('store-damaged')
    const bomb = backedUp().file
    tamper(
      bomb,
      (db) =>
        void db
          .prepare("UPDATE sqlar SET sz = 5000, data = ? WHERE name = 'work.sqlite'")
          .run(deflateSync(Buffer.alloc(50_000_000))),
    )
    expect(refused(bomb).code).toBe('store-damaged')
  })

  test('refuses a backup whose files are swapped, broken or of another program', () => {
    const swapped = backedUp().file
    tamper(
      swapped,
      (db) =>
        void db.exec(
          "UPDATE sqlar SET name = 'x' WHERE name = 'work.sqlite'; UPDATE sqlar SET name = 'work.sqlite' WHERE name = 'cache.sqlite'; UPDATE sqlar SET name = 'cache.sqlite' WHERE name = 'x'",
        ),
    )
    expect(refused(swapped).code).toBe('store-damaged')
    const broken = backedUp().file
    const garbage = Buffer.alloc(20_000, 7)
    tamper(
      broken,
      (db) =>
        void db.prepare("UPDATE sqlar SET sz = 20000, data = ? WHERE name = 'cache.sqlite'").run(deflateSync(garbage)),
    )
    expect(refused(broken).code).toBe('store-damaged')
  })

  test('refuses what is no backup, and a backup of a newer Covercast', () => {
    const text = join(tempFolder(), 'text')
    writeFileSync(text, 'not a backup'.repeat(1_000))
    expect(refused(text).code).toBe('invalid-input')
    writeFileSync(text, '')
    expect(refused(text).code).toBe('invalid-input')
    expect(refused(tempWorkspace().paths.workFile).code).toBe('invalid-input')
    expect(refused(join(tempFolder(), 'none')).code).toBe('not-found')
    const newer = backedUp().file
    tamper(newer, (db) => void db.pragma('user_version = 2'))
    expect(refused(newer).code).toBe('store-newer')
  })

  test('of a backup with any byte wrong either fails, or restores what was there', () => {
    const { file } = backedUp()
    const sound = readFileSync(file)
    const damaged = join(tempFolder(), 'damaged')
    const dataDir = join(tempFolder(), 'data')
    const outcomeOf = (name: string): unknown => {
      try {
        return contentsOf(restoreWorkspace({ dataDir, file: damaged, name, now }))
      } catch (thrown) {
        return thrown
      }
    }
    let failures = 0
    // An odd step visits every kind of place in the file.
    const step = Math.floor(sound.length / 80) | 1
    for (let at = 0; at < sound.length; at += step) {
      const bytes = Buffer.from(sound)
      bytes[at]! ^= 0x55
      writeFileSync(damaged, bytes)
      const outcome = outcomeOf(`Copy ${at}`)
      const failed = outcome instanceof AppError
      if (failed) failures++
      expect(failed ? CONTENTS : outcome).toEqual({ ...CONTENTS, name: failed ? CONTENTS.name : `Copy ${at}` })
    }
    expect(failures).toBeGreaterThan(10)
  }, 60_000)

  test('of a backup cut short fails, wherever it was cut', () => {
    const { file } = backedUp()
    const sound = readFileSync(file)
    for (const share of [0, 0.01, 0.3, 0.7, 0.99]) {
      writeFileSync(file, sound.subarray(0, Math.floor(sound.length * share)))
      expect(['store-damaged', 'invalid-input']).toContain(refused(file).code)
    }
  })

  test('reads a backup that may not be written to', () => {
    const { dataDir, file } = backedUp()
    chmodSync(file, 0o400)
    expect(contentsOf(restoreWorkspace({ dataDir, file, name: 'Copy', now })).name).toBe('Copy')
  })
})
