import { basename } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'
import type { Db } from './connection.ts'
import { schemaVersion } from './connection.ts'

/** One step of a schema. Steps are numbered by their place in the list; a released step never changes. */
export interface Migration {
  readonly name: string
  /** Runs inside a transaction that also records the step. */
  readonly up: (db: Db) => void
}

export interface MigrateOptions {
  readonly migrations: readonly Migration[]
  /** Called once before an existing file is changed. */
  readonly beforeChange?: () => void
}

/** Brings a database to the newest schema, each step a transaction. Throws 'store-newer' for a file of a later Covercast. */
export function migrate(db: Db, options: MigrateOptions): void {
  const { migrations } = options
  const version = schemaVersion(db)
  refuseNewer(db.name, version, migrations.length)
  if (version === migrations.length) return
  if (version > 0) options.beforeChange?.()
  for (const [index, migration] of migrations.entries()) {
    db.transaction(() => {
      // Another process may have taken this step while we waited for the lock.
      if (schemaVersion(db) > index) return
      migration.up(db)
      db.pragma(`user_version = ${index + 1}`)
    }).immediate()
  }
}

/** Throws 'store-newer' when a file went through more steps than this Covercast knows. */
export function refuseNewer(file: string, version: number, known: number): void {
  if (version <= known) return
  throw new AppError({
    code: 'store-newer',
    message: `${basename(file)} was written by a newer Covercast (format ${version}; this one knows ${known}).`,
    kept: 'The file was not changed.',
    next: 'Update Covercast to open this workspace.',
  })
}
