import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { clip } from '../../shared/foundation/clip.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import { damagedArchive, readArchive, writeArchive } from './archive-file.ts'
import { checkRestoredCache } from './check-restored-cache.ts'
import { connectForReading, connectForWriting, copyDatabase, inspectDatabase, structureProblems } from './connection.ts'
import type { Db } from './connection.ts'
import { hasKnownSchema } from './known-schema.ts'
import { migrate, refuseNewer } from './migrate.ts'
import type { Migration } from './migrate.ts'
import { cacheMigrations } from './migrations/cache/cache-migrations.ts'
import { workMigrations } from './migrations/work/work-migrations.ts'
import { createPrivateFile, flushFile, flushFolder, makeDatabasePrivate, makePrivateFolder } from './private-files.ts'
import { inScratchFolder } from './scratch-folder.ts'
import { isSqliteError, withStoreErrors } from './store-errors.ts'
import { fileStamp } from './work-backups.ts'
import { takeInWork } from './restored-work.ts'
import { checkedName, refuseTakenName } from './workspace-list.ts'
import type { WorkspacePaths } from './workspace-paths.ts'
import { workspacePaths } from './workspace-paths.ts'
import { addWorkspace } from './workspaces.ts'

const WORK_ENTRY = 'work.sqlite'
const CACHE_ENTRY = 'cache.sqlite'

export interface BackupOptions {
  readonly dataDir: string
  readonly id: string
  /** The file to write. */
  readonly file: string
  /** Whether a file that exists may be replaced. */
  readonly overwrite: boolean
  readonly now: () => number
}

/** Writes a workspace to one file, whole or not at all. Throws 'conflict' where the file exists and may not be replaced. */
export function backUpWorkspace(options: BackupOptions): void {
  const { dataDir, id, overwrite, now } = options
  const file = resolve(options.file)
  const paths = workspacePaths(dataDir, id)
  if (!existsSync(paths.workFile)) throw new AppError({ code: 'not-found', message: `There is no workspace "${id}".` })
  if (!overwrite && existsSync(file)) throw fileExists(file)
  withStoreErrors(basename(file), () =>
    inScratchFolder(paths.folder, (scratch) => {
      const archive = join(scratch, 'archive')
      const work = consistentCopy(paths.workFile, join(scratch, WORK_ENTRY))
      const cache = consistentCopy(paths.cacheFile, join(scratch, CACHE_ENTRY))
      writeArchive(
        archive,
        [
          { name: WORK_ENTRY, content: work },
          { name: CACHE_ENTRY, content: cache },
        ],
        now(),
      )
      deliver(archive, file, overwrite)
    }),
  )
}

/** Writes a workspace into a file beside its other backups, before counted days are forgotten. Returns the file. */
export function backUpBeforeRemap({ dataDir, id, now }: Pick<BackupOptions, 'dataDir' | 'id' | 'now'>): string {
  const { backupsFolder } = workspacePaths(dataDir, id)
  makePrivateFolder(backupsFolder)
  const file = join(backupsFolder, `before-remap-${fileStamp(now())}.covercast`)
  backUpWorkspace({ dataDir, id, file, overwrite: false, now })
  return file
}

export interface RestoreOptions {
  readonly dataDir: string
  readonly file: string
  /** null: the name it had. */
  readonly name: string | null
  readonly now: () => number
}

/**
 * Makes a workspace from a backup; others are not touched. Everything is checked before it appears. Of its settings only those come along
 * that can do no harm, and nothing connects to its source before somebody confirms it.
 * Throws 'not-found', 'conflict' (the name is taken), 'invalid-input', 'store-damaged', 'store-newer'.
 */
export function restoreWorkspace(options: RestoreOptions): WorkspacePaths {
  const { dataDir, now } = options
  const file = resolve(options.file)
  if (!existsSync(file)) throw new AppError({ code: 'not-found', message: `There is no file ${file}.` })
  const wanted = options.name === null ? null : checkedName(options.name)
  return addWorkspace(dataDir, (paths) => {
    // A copy, because SQLite may not be able to open a file where the backup lies (a share, a read-only disk).
    const archive = join(paths.folder, 'archive')
    copyFileSync(file, archive)
    makeDatabasePrivate(archive)
    const entries = readArchive(archive, [WORK_ENTRY, CACHE_ENTRY])
    rmSync(archive)
    unpack(paths.workFile, entries.get(WORK_ENTRY))
    unpack(paths.cacheFile, entries.get(CACHE_ENTRY))

    const cache = adopt(paths.cacheFile, 'cache', cacheMigrations)
    try {
      checkRestoredCache(cache)
      cache.exec('DELETE FROM writer_lease')
    } finally {
      cache.close()
    }
    const work = adopt(paths.workFile, 'work', workMigrations)
    try {
      const { name: ownName, source } = takeInWork(work)
      const name = wanted ?? checkedName(ownName)
      refuseTakenName(dataDir, name)
      work.prepare('UPDATE workspace SET id = ?, name = ?, last_used_at = ?, changes = 1').run(paths.id, name, now())
      return { name, lastUsedAt: now(), source, confirmedUrl: null }
    } finally {
      work.close()
    }
  })
}

function consistentCopy(from: string, to: string): Buffer {
  const db = connectForReading(from)
  try {
    createPrivateFile(to)
    copyDatabase(db, to)
  } finally {
    db.close()
  }
  return readFileSync(to)
}

function unpack(file: string, content: Uint8Array | undefined): void {
  if (content === undefined) throw damagedArchive()
  writeFileSync(file, content, { mode: 0o600, flag: 'wx', flush: true })
}

/** Checks a database from a backup from end to end, and brings it up to date. */
function adopt(file: string, kind: 'cache' | 'work', migrations: readonly Migration[]): Db {
  const found = inspectDatabase(file, kind)
  if (found.state !== 'usable') throw damagedArchive()
  refuseNewer(file, found.version, migrations.length)
  // Before any statement of ours could set something off that was put in there.
  const look = connectForReading(file)
  try {
    if (!hasKnownSchema(look, migrations, found.version)) throw damagedArchive()
  } catch (thrown) {
    throw isSqliteError(thrown) ? damagedArchive(thrown) : thrown
  } finally {
    look.close()
  }
  const db = connectForWriting(file, kind)
  try {
    if (structureProblems(db).length > 0) throw damagedArchive()
    migrate(db, { migrations })
    return db
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

/** Copies a finished file to where it was asked for: first beside the target, flushed, and then under its name in one step. */
function deliver(from: string, named: string, overwrite: boolean): void {
  const target = overwrite ? replaceable(named) : named
  const folder = dirname(target)
  const unfinished = join(folder, `.${clip(basename(target), 40)}.${randomBytes(4).toString('hex')}.part`)
  try {
    createPrivateFile(unfinished)
    copyFileSync(from, unfinished)
    flushFile(unfinished)
    if (overwrite) renameSync(unfinished, target)
    else giveNewName(unfinished, target)
    flushFolder(folder)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** The file that a name leads to, through links. Throws 'data-folder' for a pipe, a device or a socket, which a rename would do away with. */
function replaceable(named: string): string {
  const found = statSync(named, { throwIfNoEntry: false })
  // A link may name a file that is to be made.
  if (found === undefined)
    return lstatSync(named, { throwIfNoEntry: false })?.isSymbolicLink()
      ? replaceable(resolve(dirname(named), readlinkSync(named)))
      : named
  if (found.isFile() || found.isDirectory()) return realpathSync(named)
  throw new AppError({
    code: 'data-folder',
    message: `${named} is a pipe, a device or a socket, not a file.`,
    kept: 'Nothing was written.',
    next: 'Give the name of a file.',
  })
}

function giveNewName(from: string, target: string): void {
  try {
    // Unlike a rename, a link never replaces a file that appeared meanwhile.
    linkSync(from, target)
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
    if (code === 'EEXIST' || existsSync(target)) throw fileExists(target)
    // Some file systems (of memory sticks, say) have no links.
    renameSync(from, target)
  }
}

function fileExists(file: string): AppError {
  return new AppError({
    code: 'conflict',
    message: `${file} exists already.`,
    kept: 'It was not changed.',
    next: 'Choose another file, or allow it to be replaced.',
  })
}
