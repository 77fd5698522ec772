import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'
import { checkCache, forgetDays } from './check-cache.ts'
import { connectForReading, connectForWriting, inspectDatabase, structureProblems } from './connection.ts'
import type { Db, Inspection } from './connection.ts'
import { isUnwritablePlace } from './copy-in-memory.ts'
import { createCacheFile, createWorkFile } from './create-database.ts'
import { withFolderLock } from './folder-lock.ts'
import { migrate, refuseNewer } from './migrate.ts'
import { cacheMigrations } from './migrations/cache/cache-migrations.ts'
import { workMigrations } from './migrations/work/work-migrations.ts'
import { makePrivateFolder, moveDatabase } from './private-files.ts'
import { isDamage, reasonOf, withStoreErrors } from './store-errors.ts'
import type { StoreNotice } from './store-notice.ts'
import { backupFailed, cacheDaysForgotten, cacheStartedEmpty, workRestored, workStartedEmpty } from './store-notice.ts'
import { backUpWork, countBeyondBackups, fileStamp, restoreNewestBackup } from './work-backups.ts'
import { createWorkStore, readProfile } from './work-store.ts'
import type { WorkStore } from './work-store.ts'
import type { OnDamaged } from './stored-value.ts'
import type { WorkspacePaths } from './workspace-paths.ts'
import { registryEntryOf } from './workspace-registry.ts'

export interface OpenWorkspaceOptions {
  readonly paths: WorkspacePaths
  readonly now: () => number
  /** Also reads the whole file for damage (slow): after a 'store-damaged' failure, or when a check found problems. */
  readonly thorough?: boolean
}

export interface OpenWorkOptions extends OpenWorkspaceOptions {
  /** Called after every change that is worth a backup. */
  readonly onChange?: () => void
  /** Hears of each record that is damaged where its file is not, once. */
  readonly onDamaged?: OnDamaged
}

export interface OpenCacheOptions extends OpenWorkspaceOptions {
  /** Called with the open cache before anything in it is put right: takes the writer's lease, or throws and nothing is changed. */
  readonly claim?: (db: Db) => void
}

/** The work file is small: up to this size it is checked whole whenever it is opened. */
const CHECKED_AT_ONCE_BYTES = 1024 * 1024

interface Kind {
  readonly name: 'cache' | 'work'
  readonly file: string
  readonly newestVersion: number
  readonly use: () => Db
  readonly replace: (found: { readonly reason: string; readonly damagedFile: string | null }) => StoreNotice
}

/** Opens the cache for writing. A damaged one is moved aside and made anew; damaged days are forgotten (`thorough`). Close it after use. */
export function openCache(options: OpenCacheOptions): { readonly db: Db; readonly notices: readonly StoreNotice[] } {
  const { paths, thorough = false } = options
  let forgotten: readonly number[] = []
  const opened = openOrReplace(options, {
    name: 'cache',
    file: paths.cacheFile,
    newestVersion: cacheMigrations.length,
    use: () =>
      prepared(connectForWriting(paths.cacheFile, 'cache'), 'cache', (db) => {
        migrate(db, { migrations: cacheMigrations })
        options.claim?.(db)
        if (!thorough) return
        const problems = checkCache(db)
        if (problems.structure.length > 0) throw foundDamaged(problems.structure)
        if (problems.damagedDays.length > 0) forgetDays(db, problems.damagedDays)
        forgotten = problems.damagedDays
      }),
    replace: (found) => {
      createCacheFile(paths)
      return cacheStartedEmpty(found)
    },
  })
  return forgotten.length === 0 ? opened : { ...opened, notices: [...opened.notices, cacheDaysForgotten(forgotten)] }
}

/**
 * Opens the user's work. A damaged file is moved aside and the newest whole backup takes its place, with the name and source that the
 * registry has, which are never older. What no backup has is backed up at once: the process before may have been killed. Where the disk is
 * read-only or full it is opened as it is now, and refuses every change. Close it after use.
 */
export function openWork(options: OpenWorkOptions): {
  readonly work: WorkStore
  readonly notices: readonly StoreNotice[]
} {
  const { paths, now, thorough = false, onChange, onDamaged } = options
  let refusal: AppError | null = null
  const connectForWork = (): Db => {
    try {
      return connectForWriting(paths.workFile, 'work')
    } catch (thrown) {
      if (!(thrown instanceof AppError) || !isUnwritablePlace(thrown.cause)) throw thrown
      refusal = thrown
      return connectForReading(paths.workFile)
    }
  }
  const { db, notices } = openOrReplace(options, {
    name: 'work',
    file: paths.workFile,
    newestVersion: workMigrations.length,
    use: () =>
      prepared(connectForWork(), 'work', (db) => {
        const checked = thorough || statSync(paths.workFile).size <= CHECKED_AT_ONCE_BYTES
        const problems = checked ? structureProblems(db) : []
        if (problems.length > 0) throw foundDamaged(problems)
        migrate(db, { migrations: workMigrations, beforeChange: () => void backUpWork(db, paths.backupsFolder, now()) })
        readProfile(db)
      }),
    replace: (found) => {
      const backup = restoreNewestBackup(paths.workFile, paths.backupsFolder)
      if (backup !== null) return workRestored(found, backup)
      const known = registryEntryOf(paths)
      const profile = {
        name: known?.name ?? `Workspace ${paths.id.slice(0, 6)}`,
        lastUsedAt: known?.lastUsedAt ?? now(),
        source: known?.source ?? null,
      }
      createWorkFile(paths, { id: paths.id, createdAt: now(), ...profile })
      return workStartedEmpty(found, known !== null)
    },
  })
  if (notices.length > 0)
    withStoreErrors('the settings and plans of this workspace', () => countBeyondBackups(db, paths.backupsFolder))
  const work = createWorkStore({
    db,
    paths,
    now,
    refusal,
    ...(onChange === undefined ? {} : { onChange }),
    ...(onDamaged === undefined ? {} : { onDamaged }),
  })
  const known = notices.length === 0 ? null : registryEntryOf(paths)
  if (known !== null) {
    work.setName(known.name)
    if (known.source !== null) work.setSource(known.source)
  }
  const failed = backUpOpened(work)
  return { work, notices: failed === null ? notices : [...notices, failed] }
}

/** A full disk is no reason not to open what is there, but one to say so. */
function backUpOpened(work: WorkStore): StoreNotice | null {
  try {
    work.backUp()
    return null
  } catch (thrown) {
    return backupFailed(thrown)
  }
}

function openOrReplace(
  options: OpenWorkspaceOptions,
  kind: Kind,
): { readonly db: Db; readonly notices: readonly StoreNotice[] } {
  const { paths, now } = options
  if (!existsSync(paths.folder))
    throw new AppError({ code: 'not-found', message: `There is no workspace "${paths.id}".` })
  return withStoreErrors('the workspace', () => {
    makePrivateFolder(paths.folder)
    const first = tryToUse(kind)
    if ('db' in first) return { db: first.db, notices: [] }
    return withFolderLock(paths.folder, () => {
      // Another process may have put it right while we waited.
      const second = tryToUse(kind)
      if ('db' in second) return { db: second.db, notices: [] }
      const damagedFile = existsSync(kind.file)
        ? join(paths.folder, `${kind.name}.damaged-${fileStamp(now())}.sqlite`)
        : null
      if (damagedFile !== null) moveDatabase(kind.file, damagedFile)
      const notice = kind.replace({ reason: second.reason, damagedFile })
      return { db: kind.use(), notices: [notice] }
    })
  })
}

/** The open database, or why it cannot be used. Throws for a file that is not ours to replace. */
function tryToUse(kind: Kind): { readonly db: Db } | { readonly reason: string } {
  const found = inspectDatabase(kind.file, kind.name)
  const reason = unusable(kind, found)
  if (reason !== null) return { reason }
  try {
    return { db: kind.use() }
  } catch (thrown) {
    if (!isDamage(thrown)) throw thrown
    return { reason: reasonOf(thrown) }
  }
}

function unusable(kind: Kind, found: Inspection): string | null {
  switch (found.state) {
    case 'missing':
      return 'it is missing'
    case 'damaged':
      return found.reason
    case 'foreign':
      throw new AppError({
        code: 'data-folder',
        message: `${kind.file} is another program's SQLite file.`,
        kept: 'It was not changed.',
        next: 'Move it elsewhere, or choose another data folder.',
      })
    case 'usable':
      refuseNewer(kind.file, found.version, kind.newestVersion)
      return null
  }
}

function prepared(db: Db, kind: 'cache' | 'work', prepare: (db: Db) => void): Db {
  try {
    withStoreErrors(kind, () => prepare(db))
    return db
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

function foundDamaged(problems: readonly string[]): AppError {
  return new AppError({ code: 'store-damaged', message: problems[0] ?? 'unknown damage' })
}
