import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { connectForReading, copyDatabase, inspectDatabase, quickCheck } from './connection.ts'
import type { Db } from './connection.ts'
import { workMigrations } from './migrations/work/work-migrations.ts'
import { createPrivateFile, flushFile, flushFolder, makePrivateFolder } from './private-files.ts'
import { damaged, withStoreErrors } from './store-errors.ts'
import { AppError } from '../../shared/contract/errors.ts'

export const BACKUPS_KEPT = 5
const UNFINISHED = 'unfinished-'
const UNFINISHED_LIFE_MS = 3_600_000

export interface WorkBackup {
  readonly file: string
  /** When it was taken, epoch milliseconds. */
  readonly takenAt: number
}

const NAME = /^work-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.sqlite$/

/** A UTC instant as file names carry it: 20261122T100213123Z. */
export function fileStamp(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:.]/g, '')
}

/** The backups of a workspace's work, newest first. */
export function listWorkBackups(backupsFolder: string): readonly WorkBackup[] {
  if (!existsSync(backupsFolder)) return []
  return readdirSync(backupsFolder)
    .toSorted()
    .toReversed()
    .flatMap((name) => {
      const parts = NAME.exec(name)
      if (parts === null) return []
      const [year, month, day, hour, minute, second, ms] = parts.slice(1).map(Number) as [number, number, number, number, number, number, number]
      return [{ file: join(backupsFolder, name), takenAt: Date.UTC(year, month - 1, day, hour, minute, second, ms) }]
    })
}

/** Copies the open work database among its backups, checks the copy, and keeps the newest five. Returns its file. */
export function backUpWork(db: Db, backupsFolder: string, now: number): string {
  return withStoreErrors('a backup of this workspace', () => {
    makePrivateFolder(backupsFolder)
    sweepUnfinished(backupsFolder, now)
    const target = freeName(backupsFolder, now)
    // A name of its own: two processes may close, and back up, at the same moment.
    const unfinished = join(backupsFolder, `${UNFINISHED}${randomUUID()}`)
    createPrivateFile(unfinished)
    try {
      copyDatabase(db, unfinished)
      // A copy of a broken file must not push out a good one.
      if (!isWhole(unfinished)) throw new AppError(damaged('the settings of this workspace'))
      flushFile(unfinished)
      renameSync(unfinished, target)
    } catch (thrown) {
      rmSync(unfinished, { force: true })
      throw thrown
    }
    flushFolder(backupsFolder)
    for (const old of listWorkBackups(backupsFolder).slice(BACKUPS_KEPT)) rmSync(old.file, { force: true })
    return target
  })
}

/** What a process left that died while it backed up. */
function sweepUnfinished(backupsFolder: string, now: number): void {
  for (const name of readdirSync(backupsFolder).filter((each) => each.startsWith(UNFINISHED))) {
    const file = join(backupsFolder, name)
    const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - since > UNFINISHED_LIFE_MS) rmSync(file, { force: true })
  }
}

/** Whether the newest backup holds the same count of changes as the open database. */
export function isBackedUp(db: Db, backupsFolder: string): boolean {
  const newest = listWorkBackups(backupsFolder)[0]
  if (newest === undefined) return false
  try {
    const backup = connectForReading(newest.file)
    try {
      return readChanges(backup) === readChanges(db)
    } finally {
      backup.close()
    }
  } catch {
    // Unreadable: then it is no backup, and a new one is made.
    return false
  }
}

/** Puts the newest whole backup in the place of the work file, which must be gone. Returns it; null: there is none. */
export function restoreNewestBackup(workFile: string, backupsFolder: string): WorkBackup | null {
  const backup = listWorkBackups(backupsFolder).find((each) => isWhole(each.file))
  if (backup === undefined) return null
  const unfinished = `${workFile}.new`
  rmSync(unfinished, { force: true })
  copyFileSync(backup.file, unfinished)
  flushFile(unfinished)
  renameSync(unfinished, workFile)
  return backup
}

function readChanges(db: Db): number | undefined {
  return db.prepare<[], number>('SELECT changes FROM workspace').pluck().get()
}

function isWhole(file: string): boolean {
  const found = inspectDatabase(file, 'work')
  if (found.state !== 'usable' || found.version > workMigrations.length) return false
  const db = connectForReading(file)
  try {
    return quickCheck(db).length === 0
  } finally {
    db.close()
  }
}

function freeName(folder: string, now: number): string {
  for (let instant = now; ; instant++) {
    const file = join(folder, `work-${fileStamp(instant)}.sqlite`)
    if (!existsSync(file)) return file
  }
}
