import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/foundation/errors.ts'
import { copyInMemory, isUnwritablePlace } from './copy-in-memory.ts'
import { makeDatabasePrivate } from './private-files.ts'
import { watchQueries } from './watch-queries.ts'
import { isDamage, reasonOf, toStoreError, withStoreErrors } from './store-errors.ts'

export type Db = Database.Database
export type DatabaseKind = 'cache' | 'work' | 'archive' | 'platform'

/** Stamped into every file we make, so that another program's SQLite file is never taken for ours ("CVCC", "CVCW", "CVCA", "CVCP"). */
export const APPLICATION_IDS = {
  cache: 0x43564343,
  work: 0x43564357,
  archive: 0x43564341,
  platform: 0x43564350,
} as const satisfies Record<DatabaseKind, number>

const BUSY_TIMEOUT_MS = 5_000
/** A log left longer than this by a large write is cut back at the next checkpoint. */
const WAL_LIMIT_BYTES = 16 * 1024 * 1024
/** Pages of log before they are written into the file: fewer, larger writes than SQLite's own 1000 while a sync runs. */
const WAL_CHECKPOINT_PAGES = 4_000

/** What a look at a file found, without changing it. */
export type Inspection =
  | { readonly state: 'missing' }
  | { readonly state: 'damaged'; readonly reason: string }
  | { readonly state: 'foreign' }
  | { readonly state: 'usable'; readonly version: number }

/** A cheap look at a database file: present, SQLite, whole by its header, ours, and of which schema version. */
export function inspectDatabase(file: string, kind: DatabaseKind): Inspection {
  return withStoreErrors(basename(file), () => {
    if (!existsSync(file)) return { state: 'missing' }
    // SQLite would take an empty file for a new database; we never leave one behind.
    if (statSync(file).size === 0) return { state: 'damaged', reason: 'it is empty' }
    try {
      const db = openForReading(file)
      try {
        return inspectOpen(db, kind)
      } finally {
        db.close()
      }
    } catch (thrown) {
      if (!isDamage(thrown)) throw thrown
      return { state: 'damaged', reason: reasonOf(thrown) }
    }
  })
}

/** The same look at a database that is open. Throws where it is damaged. */
export function inspectOpen(
  db: Db,
  kind: DatabaseKind,
): { readonly state: 'foreign' } | { readonly state: 'usable'; readonly version: number } {
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_IDS[kind]) return { state: 'foreign' }
  return { state: 'usable', version: schemaVersion(db) }
}

/** The number of migrations a database has been through. */
export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Opens an existing database for writing. `busyTimeoutMs`: how long a statement waits for another writer. */
export function connectForWriting(
  file: string,
  kind: Exclude<DatabaseKind, 'archive'>,
  busyTimeoutMs = BUSY_TIMEOUT_MS,
): Db {
  makeDatabasePrivate(file)
  return withStoreErrors(basename(file), () =>
    configured(openForWriting(file, busyTimeoutMs), (db) => {
      db.pragma('journal_mode = WAL')
      // A cache can be pulled again and may lose its last commit to a power cut; the user's work may not.
      db.pragma(kind === 'work' ? 'synchronous = FULL' : 'synchronous = NORMAL')
      // macOS alone tells "handed to the drive" from "on the drive"; elsewhere this does nothing.
      if (kind === 'work') db.pragma('fullfsync = ON')
      db.pragma(`journal_size_limit = ${WAL_LIMIT_BYTES}`)
      db.pragma(`wal_autocheckpoint = ${WAL_CHECKPOINT_PAGES}`)
      db.pragma('foreign_keys = ON')
    }),
  )
}

function openForWriting(file: string, timeout: number): Db {
  return watchQueries(new Database(file, { timeout, fileMustExist: true }), basename(file))
}

/** Opens an existing database of ours for reading; on a read-only or full disk a copy of it as it is now. Throws 'not-found' where there is none. */
export function connectForReading(file: string): Db {
  if (!existsSync(file)) throw new AppError({ code: 'not-found', message: `There is no ${basename(file)}.` })
  return withStoreErrors(basename(file), () => configured(watchQueries(openForReading(file), basename(file)), () => {}))
}

function openForReading(file: string): Db {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    try {
      // SQLite opens a file when it is first read.
      db.pragma('schema_version')
      return db
    } catch (thrown) {
      db.close()
      throw thrown
    }
  } catch (thrown) {
    if (!isUnwritablePlace(thrown)) throw thrown
    return copyInMemory(file)
  }
}

/**
 * Problems SQLite finds in a whole database; empty: none. Reads every page, and whether each row is in its indexes: a row that is not
 * passes the quick check, and fails the statement that changes it.
 */
export function structureProblems(db: Db): readonly string[] {
  try {
    const rows = db.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all()
    return rows.length === 1 && rows[0] === 'ok' ? [] : rows
  } catch (thrown) {
    if (isDamage(thrown)) return [reasonOf(thrown)]
    throw toStoreError(thrown, basename(db.name))
  }
}

/** Writes a consistent, compact copy of an open database to a new file, which must be empty or absent. */
export function copyDatabase(db: Db, target: string): void {
  db.prepare('VACUUM INTO ?').run(target)
}

function configured(db: Db, configure: (db: Db) => void): Db {
  try {
    db.pragma('trusted_schema = OFF')
    configure(db)
    return db
  } catch (thrown) {
    db.close()
    throw thrown
  }
}
