import { clip } from '../../shared/foundation/clip.ts'
import { deflateSync, inflateSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/foundation/errors.ts'
import { APPLICATION_IDS, connectForReading, inspectDatabase, structureProblems } from './connection.ts'
import { hasSchemaOf } from './known-schema.ts'
import { createPrivateFile } from './private-files.ts'
import { isSqliteError } from './store-errors.ts'

// The backup of a workspace is an SQLite Archive (https://sqlite.org/sqlar.html): the sqlite3 command unpacks it with `sqlite3 FILE -Ax`.
const ARCHIVE_VERSION = 1
const REGULAR_FILE = 0o100600
/** SQLite's own limit of a value. */
const LARGEST_ENTRY_BYTES = 1_000_000_000
/** A database is mostly numbers and names: 20 to 1 is much. Small ones are mostly empty pages. */
const LARGEST_RATIO = 100
const ANY_RATIO_BYTES = 8 * 1024 * 1024
const SCHEMA = 'CREATE TABLE sqlar (name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB)'

export interface ArchiveEntry {
  readonly name: string
  readonly content: Uint8Array
}

interface EntryRow {
  readonly name: string
  readonly mode: number
  readonly mtime: number
  readonly sz: number
  readonly data: Buffer
}

/** Writes a new archive at a path where there is no file. `now` becomes the time of its entries. */
export function writeArchive(file: string, entries: readonly ArchiveEntry[], now: number): void {
  createPrivateFile(file)
  const db = new Database(file)
  try {
    // Nobody sees the file before it is whole.
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.pragma(`application_id = ${APPLICATION_IDS.archive}`)
    db.pragma(`user_version = ${ARCHIVE_VERSION}`)
    db.exec(SCHEMA)
    const insert = db.prepare<[EntryRow]>(
      'INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (@name, @mode, @mtime, @sz, @data)',
    )
    for (const { name, content } of entries) {
      const deflated = deflateSync(content)
      const isWorthIt = deflated.length < content.length && content.length <= largestFrom(deflated.length)
      const data = isWorthIt ? deflated : Buffer.from(content)
      if (content.length > LARGEST_ENTRY_BYTES) throw tooLarge(name)
      insert.run({ name, mode: REGULAR_FILE, mtime: Math.floor(now / 1000), sz: content.length, data })
    }
  } finally {
    db.close()
  }
}

/** Reads an archive that must hold exactly `names`. Throws 'invalid-input', 'store-newer' or 'store-damaged'. */
export function readArchive(file: string, names: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const found = inspectDatabase(file, 'archive')
  if (found.state === 'foreign') throw notABackup('it was made by another program')
  if (found.state !== 'usable') throw notABackup('it is damaged or of another kind')
  if (found.version > ARCHIVE_VERSION) throw newerArchive()
  const db = connectForReading(file)
  try {
    // A view or a trigger in it would run with the statements below.
    if (!hasSchemaOf(db, SCHEMA)) throw notABackup('its tables are not those of one')
    if (structureProblems(db).length > 0) throw damagedArchive()
    const listed = db.prepare<[], string>('SELECT name FROM sqlar').pluck().all()
    const strangers = listed.filter((name) => !names.includes(name))
    // Nothing is ever written under a name from the file; a name that does not belong says that the file is not ours.
    if (strangers.length > 0) throw notABackup(`it holds "${clip(strangers[0]!, 100)}", which does not belong in one`)
    if (listed.length !== names.length) throw damagedArchive()
    const rows = db.prepare<[], EntryRow>('SELECT name, mode, mtime, sz, data FROM sqlar').all()
    return new Map(rows.map((row) => [row.name, contentOf(row)]))
  } catch (thrown) {
    // A damaged schema makes any query fail, in any way.
    throw isSqliteError(thrown) ? damagedArchive(thrown) : thrown
  } finally {
    db.close()
  }
}

function contentOf(row: EntryRow): Uint8Array {
  const { sz, data } = row
  if (
    row.mode !== REGULAR_FILE ||
    !Number.isInteger(sz) ||
    sz < 1 ||
    sz > LARGEST_ENTRY_BYTES ||
    !(data instanceof Uint8Array)
  ) {
    throw damagedArchive()
  }
  if (data.length === sz) return data
  if (sz > largestFrom(data.length)) throw damagedArchive()
  const content = inflate(data, sz)
  if (content.length !== sz) throw damagedArchive()
  return content
}

/** What so many deflated bytes may grow to. */
function largestFrom(deflatedBytes: number): number {
  return Math.max(ANY_RATIO_BYTES, deflatedBytes * LARGEST_RATIO)
}

function inflate(data: Uint8Array, size: number): Uint8Array {
  try {
    // The limit keeps a small file from growing without end.
    return inflateSync(data, { maxOutputLength: size })
  } catch (thrown) {
    throw damagedArchive(thrown)
  }
}

function notABackup(why: string): AppError {
  return new AppError({
    code: 'invalid-input',
    message: `This file is not a Covercast backup: ${why}.`,
    kept: 'Nothing was changed.',
    next: 'Choose a file that Covercast wrote as a backup.',
  })
}

function newerArchive(): AppError {
  return new AppError({
    code: 'store-newer',
    message: 'This backup was written by a newer Covercast.',
    kept: 'Nothing was changed.',
    next: 'Update Covercast to restore it.',
  })
}

/** The failure of a backup that cannot be trusted. */
export function damagedArchive(cause?: unknown): AppError {
  return new AppError(
    {
      code: 'store-damaged',
      message: 'This backup is damaged.',
      kept: 'Nothing was changed.',
      next: 'Choose another backup.',
    },
    { cause },
  )
}

function tooLarge(name: string): AppError {
  return new AppError({
    code: 'invalid-input',
    message: `${name} is too large for one backup file (over 1 GB).`,
    kept: 'Nothing was changed.',
  })
}
