import Database from 'better-sqlite3'
import { AppError } from '../../shared/foundation/errors.ts'
import type { ErrorReport } from '../../shared/foundation/errors.ts'

/** Runs a store operation; what SQLite or the file system throws becomes an AppError that names `subject`. */
export function withStoreErrors<T>(subject: string, run: () => T): T {
  try {
    return run()
  } catch (thrown) {
    throw toStoreError(thrown, subject)
  }
}

/** The AppError of a SQLite or file system failure; anything else is passed on as it is. */
export function toStoreError(thrown: unknown, subject: string): unknown {
  if (thrown instanceof AppError) return thrown
  const code = errorCode(thrown)
  const report = code === null ? null : reportOf(code, subject)
  return report === null ? thrown : new AppError(report, { cause: thrown })
}

/** Whether a failure says that a database file itself is broken. */
export function isDamage(thrown: unknown): boolean {
  return thrown instanceof AppError ? thrown.code === 'store-damaged' : isDamageCode(errorCode(thrown) ?? '')
}

/** What SQLite itself said, under the words that Covercast gave it. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  return thrown instanceof AppError && thrown.cause instanceof Error ? thrown.cause.message : thrown.message
}

/** Whether SQLite itself failed, for whatever reason. */
export function isSqliteError(thrown: unknown): boolean {
  return thrown instanceof Database.SqliteError
}

function errorCode(thrown: unknown): string | null {
  if (thrown instanceof Database.SqliteError) return thrown.code
  if (thrown instanceof Error && 'syscall' in thrown && 'code' in thrown && typeof thrown.code === 'string')
    return thrown.code
  return null
}

function isDamageCode(code: string): boolean {
  // A short read is a file that was cut.
  return code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ' || code.startsWith('SQLITE_CORRUPT')
}

function isFullDiskCode(code: string): boolean {
  // The first thing that a write needs on a full disk is room for SQLite's index of its log.
  return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE' || code === 'ENOSPC' || code === 'EDQUOT'
}

function reportOf(code: string, subject: string): ErrorReport | null {
  if (isDamageCode(code)) return damaged(subject)
  if (isFullDiskCode(code)) {
    return {
      code: 'disk-full',
      message: `The disk is full: ${subject} could not be written.`,
      kept: 'What was saved before is unchanged.',
      next: 'Free some space and try again.',
    }
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || code === 'EBUSY') {
    return {
      code: 'store-busy',
      message: `Another program is using ${subject}.`,
      kept: 'Nothing was changed.',
      next: 'Wait a moment and try again.',
    }
  }
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR|NOLFS)/.test(code) || FOLDER_CODES.has(code)) {
    return {
      code: 'data-folder',
      message: `Covercast cannot read or write ${subject} (${code}).`,
      kept: 'What was saved before is unchanged.',
      next: 'Check that the folder exists, that its disk is connected, and that you may write to it.',
    }
  }
  return null
}

const FOLDER_CODES = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EIO',
  'ELOOP',
  'ENAMETOOLONG',
  'EMFILE',
  'ENFILE',
])

/** The report of a broken file or row, in the same words everywhere. */
export function damaged(subject: string): ErrorReport {
  return {
    code: 'store-damaged',
    message: `Covercast found ${subject} damaged.`,
    kept: 'The damaged file is kept.',
    next: 'Open the workspace again: Covercast checks it and restores what it can.',
  }
}
