import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import { type Rung, rungsToDrop } from './backup-ladder.ts'
import { connectForReading, copyDatabase, inspectDatabase, structureProblems } from './connection.ts'
import type { Db } from './connection.ts'
import { workMigrations } from './migrations/work/work-migrations.ts'
import { createPrivateFile, flushFile, flushFolder, makePrivateFolder } from './private-files.ts'
import { damaged, isDamage, isSqliteError, toStoreError, withStoreErrors } from './store-errors.ts'
import { AppError } from '../../shared/foundation/errors.ts'

const UNFINISHED = 'unfinished-'
const UNFINISHED_LIFE_MS = HOUR_MS
/** Pages copied before others may go on: about a millisecond. */
const PAGES_AT_ONCE = 64

export interface WorkBackup extends Rung {
  readonly file: string
}

/** When it was taken, for people, and the count of changes by which it is ordered; files of before had only the first. */
const NAME = /^work-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z(?:-(\d{1,15}))?\.sqlite$/

/** A UTC instant as file names carry it: 20261122T100213123Z. */
export function fileStamp(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:.]/g, '')
}

/** The backups of a workspace's work, newest first: by what they hold, since a clock may have been wrong when one was taken. */
export function listWorkBackups(backupsFolder: string): readonly WorkBackup[] {
  if (!existsSync(backupsFolder)) return []
  return readdirSync(backupsFolder)
    .flatMap((name) => {
      const parts = NAME.exec(name)
      if (parts === null) return []
      const [year, month, day, hour, minute, second, ms] = parts.slice(1, 8).map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      const file = join(backupsFolder, name)
      const changes = parts[8] === undefined ? changesOf(file) : Number(parts[8])
      return [{ file, takenAt: Date.UTC(year, month - 1, day, hour, minute, second, ms), changes }]
    })
    .toSorted((a, b) => b.changes - a.changes || b.takenAt - a.takenAt)
}

/** The count of changes in a backup without one in its name; -1: it cannot be read, and comes last. */
function changesOf(file: string): number {
  try {
    const db = connectForReading(file)
    try {
      return readChanges(db) ?? -1
    } finally {
      db.close()
    }
  } catch {
    return -1
  }
}

/** Copies the open work database among its backups at one go, checks the copy, and thins out the older ones. Returns its file. */
export function backUpWork(db: Db, backupsFolder: string, now: number): string {
  return withStoreErrors(SUBJECT, () => {
    const unfinished = beginBackup(backupsFolder, now)
    try {
      copyDatabase(db, unfinished)
    } catch (thrown) {
      dropUnfinished(unfinished)
      throw thrown
    }
    return finishBackup(unfinished, backupsFolder, now)
  })
}

/** Copies a few pages at a time: edits through `db` go on meanwhile, and are in the copy. The file it answers is to be finished, or dropped. */
export async function copyWorkInSteps(db: Db, backupsFolder: string, now: number): Promise<string> {
  const unfinished = withStoreErrors(SUBJECT, () => beginBackup(backupsFolder, now))
  try {
    await db.backup(unfinished, { progress: () => PAGES_AT_ONCE })
    checkpoint(unfinished)
    return unfinished
  } catch (thrown) {
    dropUnfinished(unfinished)
    throw toStoreError(thrown, SUBJECT)
  }
}

/** Leaves a copy that will be no backup. */
export function dropUnfinished(unfinished: string): null {
  for (const companion of ['', '-wal', '-shm']) rmSync(unfinished + companion, { force: true })
  return null
}

const SUBJECT = 'a backup of this workspace'

function beginBackup(backupsFolder: string, now: number): string {
  makePrivateFolder(backupsFolder)
  sweepUnfinished(backupsFolder, now)
  // A name of its own: two processes may close, and back up, at the same moment.
  const unfinished = join(backupsFolder, `${UNFINISHED}${randomUUID()}`)
  createPrivateFile(unfinished)
  return unfinished
}

/** A copy of pages is in the mode of its original, which keeps a log in files of its own beside it. */
function checkpoint(file: string): void {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** Checks a copy, gives it its name among the backups, and thins out the older ones. Returns its file; throws where it is broken, and keeps it not. */
export function finishBackup(unfinished: string, backupsFolder: string, now: number): string {
  return withStoreErrors(SUBJECT, () => {
    try {
      // A copy of a broken file must not push out a good one.
      if (!isWhole(unfinished)) throw new AppError(damaged('the settings of this workspace'))
      flushFile(unfinished)
      const target = freeName(backupsFolder, now, changesOf(unfinished))
      renameSync(unfinished, target)
      flushFolder(backupsFolder)
      const dropped = rungsToDrop(listWorkBackups(backupsFolder), ({ file }) => file === target || isWhole(file))
      for (const old of dropped) rmSync(old.file, { force: true })
      return target
    } catch (thrown) {
      dropUnfinished(unfinished)
      throw thrown
    }
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

/** Whether the newest backup is whole and holds the same count of changes as the open database. */
export function isBackedUp(db: Db, backupsFolder: string): boolean {
  const newest = newestIfCurrent(db, backupsFolder)
  return newest !== null && isWhole(newest.file)
}

/** The newest backup where its count of changes is that of the open database; whether it is whole is not looked at. */
export function newestIfCurrent(db: Db, backupsFolder: string): WorkBackup | null {
  const newest = listWorkBackups(backupsFolder)[0]
  return newest !== undefined && newest.changes === readChanges(db) ? newest : null
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

/** Lets the count go on behind that of every backup there is: what is made from now on is newer than a broken one, or one that was not restored. */
export function countBeyondBackups(db: Db, backupsFolder: string): void {
  const highest = Math.max(0, ...listWorkBackups(backupsFolder).map(({ changes }) => changes))
  db.prepare<[number]>('UPDATE workspace SET changes = max(changes, ? + 1)').run(highest)
}

function readChanges(db: Db): number | undefined {
  return db.prepare<[], number>('SELECT changes FROM workspace').pluck().get()
}

/** Whether a file is a backup that can be restored. */
function isWhole(file: string): boolean {
  try {
    const found = inspectDatabase(file, 'work')
    if (found.state !== 'usable' || found.version > workMigrations.length) return false
    const db = connectForReading(file)
    try {
      return structureProblems(db).length === 0 && readChanges(db) !== undefined
    } finally {
      db.close()
    }
  } catch (thrown) {
    if (isDamage(thrown) || isSqliteError(thrown)) return false
    throw thrown
  }
}

function freeName(folder: string, now: number, changes: number): string {
  for (let instant = now; ; instant++) {
    const file = join(folder, `work-${fileStamp(instant)}-${changes}.sqlite`)
    if (!existsSync(file)) return file
  }
}
