import { statSync } from 'node:fs'
import { connectForReading, inspectOpen } from './connection.ts'
import type { Db } from './connection.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import { refuseNewer } from './migrate.ts'
import { workMigrations } from './migrations/work/work-migrations.ts'
import { damaged, withStoreErrors } from './store-errors.ts'
import { listWorkBackups } from './work-backups.ts'
import { readProfile } from './work-store.ts'
import type { WorkspaceProfile } from './work-store.ts'
import type { WorkspacePaths } from './workspace-paths.ts'

export interface DatabaseReading<T> {
  readonly kind: 'cache' | 'work'
  readonly newestVersion: number
  readonly read: (db: Db) => T
}

/** Reads one of a workspace's databases and closes it. Throws 'store-damaged' where it cannot be read, 'store-newer'. */
export function readDatabase<T>(file: string, { kind, newestVersion, read }: DatabaseReading<T>): T {
  // SQLite would take an empty file for a new database; we never leave one behind.
  if (!statSync(file, { throwIfNoEntry: false })?.size) throw new AppError(damaged(file))
  const db = connectForReading(file)
  try {
    return withStoreErrors(file, () => {
      const found = inspectOpen(db, kind)
      if (found.state !== 'usable') throw new AppError(damaged(file))
      refuseNewer(file, found.version, newestVersion)
      return read(db)
    })
  } finally {
    db.close()
  }
}

/** A workspace's profile from its work file, else from its newest backup that can be read; null: from none. Changes nothing. */
export function readableProfile(paths: WorkspacePaths): WorkspaceProfile | null {
  for (const file of [paths.workFile, ...backupFiles(paths)]) {
    try {
      return readDatabase(file, { kind: 'work', newestVersion: workMigrations.length, read: readProfile })
    } catch {
      // An older one may do.
    }
  }
  return null
}

function backupFiles({ backupsFolder }: WorkspacePaths): readonly string[] {
  try {
    return listWorkBackups(backupsFolder).map(({ file }) => file)
  } catch {
    return []
  }
}
