import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Where the header of a database says whether it has a log beside it, which one in memory cannot have. */
const [WRITE_VERSION_AT, READ_VERSION_AT, NO_LOG] = [18, 19, 1]

/**
 * Whether a database could not be opened because nothing can be written beside it: SQLite keeps an index of its log there, for readers
 * too, and so refuses to read on a read-only or a full disk.
 */
export function isUnwritablePlace(thrown: unknown): boolean {
  return thrown instanceof Database.SqliteError && /^SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR_SHM)/u.test(thrown.code)
}

/** A database file as it is now, in memory, for reading alone. Only for one that SQLite could not open: its locks do not reach this. */
export function copyInMemory(file: string): Database.Database {
  const hasLog = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  const bytes = hasLog ? withItsLog(file) : readFileSync(file)
  bytes[WRITE_VERSION_AT] = NO_LOG
  bytes[READ_VERSION_AT] = NO_LOG
  return new Database(bytes, { readonly: true })
}

/** A process that was killed left changes in the log alone. */
function withItsLog(file: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-read-'))
  try {
    const copy = join(folder, 'copy')
    copyFileSync(file, copy)
    copyFileSync(`${file}-wal`, `${copy}-wal`)
    const db = new Database(copy)
    try {
      db.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      db.close()
    }
    return readFileSync(copy)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
