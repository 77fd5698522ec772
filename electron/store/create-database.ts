import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { APPLICATION_IDS, connectForWriting } from './connection.ts'
import type { DatabaseKind, Db } from './connection.ts'
import type { Migration } from './migrate.ts'
import { migrate } from './migrate.ts'
import { cacheMigrations } from './migrations/cache/cache-migrations.ts'
import { platformMigrations } from './migrations/platform/platform-migrations.ts'
import { workMigrations } from './migrations/work/work-migrations.ts'
import { createPrivateFile, flushFolder } from './private-files.ts'
import { withStoreErrors } from './store-errors.ts'
import { insertProfile } from './work-store.ts'
import type { WorkspaceProfile } from './work-store.ts'
import type { WorkspacePaths } from './workspace-paths.ts'

interface NewDatabase {
  readonly file: string
  readonly kind: Exclude<DatabaseKind, 'archive'>
  readonly migrations: readonly Migration[]
  /** Writes the first rows. */
  readonly fill?: (db: Db) => void
}

/** Makes an empty cache. Throws 'disk-full' or 'data-folder'. */
export function createCacheFile(paths: WorkspacePaths): void {
  createDatabase({ file: paths.cacheFile, kind: 'cache', migrations: cacheMigrations })
}

/** Makes a workspace's file of the user's work, with nothing in it but the profile. */
export function createWorkFile(paths: WorkspacePaths, profile: WorkspaceProfile): void {
  createDatabase({
    file: paths.workFile,
    kind: 'work',
    migrations: workMigrations,
    fill: (db) => insertProfile(db, profile),
  })
}

/** Makes an empty file of a platform's organizations. Throws 'disk-full' or 'data-folder'. */
export function createPlatformFile(file: string): void {
  createDatabase({ file, kind: 'platform', migrations: platformMigrations })
}

/** Makes a database whole under another name and then gives it its own, so that no half-made file is ever found. */
function createDatabase(options: NewDatabase): void {
  const { file, kind, migrations, fill } = options
  const unfinished = `${file}.new`
  withStoreErrors('a new workspace file', () => {
    rmSync(unfinished, { force: true })
    createPrivateFile(unfinished)
    const db = connectForWriting(unfinished, kind)
    try {
      db.pragma(`application_id = ${APPLICATION_IDS[kind]}`)
      migrate(db, { migrations })
      fill?.(db)
    } finally {
      db.close()
    }
    renameSync(unfinished, file)
    flushFolder(dirname(file))
  })
}
