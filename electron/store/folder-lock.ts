import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createPrivateFile } from './private-files.ts'
import { withStoreErrors } from './store-errors.ts'

const LOCK_TIMEOUT_MS = 10_000

/**
 * Runs a change of a folder's files while no other process or thread changes them. The lock is SQLite's on an empty file, so the
 * system lets go of it when a process dies. Throws 'store-busy' after ten seconds, or `waitMs`. Not re-entrant.
 */
export function withFolderLock<T>(folder: string, run: () => T, { waitMs = LOCK_TIMEOUT_MS } = {}): T {
  const file = join(folder, '.lock')
  const db = withStoreErrors('the data folder', () => {
    createIfMissing(file)
    const lock = new Database(file, { timeout: waitMs })
    try {
      // A journal on the disk would need room there, and what makes room on a full disk needs the lock.
      lock.pragma('journal_mode = MEMORY')
      lock.exec('BEGIN EXCLUSIVE')
    } catch (thrown) {
      lock.close()
      throw thrown
    }
    return lock
  })
  try {
    return run()
  } finally {
    db.close()
  }
}

function createIfMissing(file: string): void {
  if (existsSync(file)) return
  try {
    createPrivateFile(file)
  } catch (thrown) {
    // Somebody else was faster.
    if (!existsSync(file)) throw thrown
  }
}
