import { z } from 'zod'
import { sourceSettingsSchema, type SourceSettings } from '../../shared/contract/source-settings.ts'
import { type OnDamaged, readStored } from './stored-value.ts'
import type { Db } from './connection.ts'
import { structureProblems } from './connection.ts'
import type { MarkStore } from './mark-store.ts'
import { createMarkStore } from './mark-store.ts'
import type { JsonValue } from './no-secrets.ts'
import { refuseSecrets } from './no-secrets.ts'
import { createPlannedAgentStore, createShiftTemplateStore } from './plan-store-agents.ts'
import type { PlannedAgentStore, ShiftTemplateStore } from './plan-store-agents.ts'
import { createPublicationStore } from './plan-store-publications.ts'
import type { PublicationStore } from './plan-store-publications.ts'
import { createPlanStore } from './plan-store.ts'
import type { PlanStore } from './plan-store.ts'
import { damaged, withStoreErrors } from './store-errors.ts'
import { type AlertStore, createAlertStore } from './alert-store.ts'
import { createTimeOffStore, type TimeOffStore } from './time-off-store.ts'
import {
  backUpWork,
  copyWorkInSteps,
  dropUnfinished,
  finishBackup,
  isBackedUp,
  newestIfCurrent,
} from './work-backups.ts'
import type { WorkspacePaths } from './workspace-paths.ts'
import { watchPlace } from './file-place.ts'
import { withFolderLock } from './folder-lock.ts'
import { AppError } from '../../shared/foundation/errors.ts'

/** Settings by key: what a workspace keeps of its user's choices (time zone, overlap, what a screen showed last, ...). */
export type WorkspaceSettingValues = { readonly [key: string]: JsonValue }

/** A workspace as its user knows it. Instants are epoch milliseconds. */
export interface WorkspaceProfile {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly lastUsedAt: number
  /** Never holds a password. */
  readonly source: SourceSettings | null
}

/** The user's work of one workspace. Every write is a short transaction that is on the disk when the call returns. */
export interface WorkStore {
  profile(): WorkspaceProfile
  /** Use `renameWorkspace` where the name must be free. */
  setName(name: string): void
  /** Throws 'invalid-input' where the settings hold a password. */
  setSource(source: SourceSettings | null): void
  /** Records when the workspace was used. Not a change worth a backup. */
  touch(instant: number): void
  /** undefined: never set. */
  setting(key: string): JsonValue | undefined
  settings(): WorkspaceSettingValues
  /** Sets several at once; what is not named stays. Throws 'invalid-input' where a value holds a password. */
  setSettings(changes: WorkspaceSettingValues): void
  removeSetting(key: string): void
  readonly marks: MarkStore
  readonly plans: PlanStore
  readonly publications: PublicationStore
  readonly plannedAgents: PlannedAgentStore
  readonly shiftTemplates: ShiftTemplateStore
  readonly timeOff: TimeOffStore
  readonly alerts: AlertStore
  /** Backs up where something changed since the last backup. Returns the new file, or null. */
  backUp(): string | null
  /** The same a little at a time, so that edits need not wait for it. */
  backUpInSteps(): Promise<string | null>
  /** false: the disk is read-only or full, and this is the work as it was when it was opened. Every change is refused. */
  readonly isWritable: boolean
  /** Whether the open file is still the workspace's: false where the workspace was erased, or the file replaced, by another process, and of a copy. */
  isInPlace(): boolean
  /** Problems in the structure of the file; empty: none. To be called when there is time. */
  check(): readonly string[]
  /** Backs up what changed, then closes. Closes even if the backup fails. */
  close(): void
  /** Closes what is to be erased: without a backup, for which a full disk may have no room. */
  abandon(): void
}

type ProfileRow = Omit<WorkspaceProfile, 'source'> & { readonly source: string | null }
type ProfileColumn = 'name' | 'source'

export interface WorkStoreOptions {
  /** Opened for writing and migrated. */
  readonly db: Db
  readonly paths: WorkspacePaths
  readonly now: () => number
  /** Why `db` is only a copy to read, where the file cannot be written; null: it can. */
  readonly refusal?: AppError | null
  /** Called after every change that is worth a backup. */
  readonly onChange?: () => void
  /** Hears of each record that is damaged, once. */
  readonly onDamaged?: OnDamaged
}

export function createWorkStore(options: WorkStoreOptions): WorkStore {
  const { db, paths, now, refusal = null, onChange = () => undefined } = options
  const onDamaged = onceEach(options.onDamaged ?? (() => undefined))
  const guard = <T>(run: () => T): T => withStoreErrors('the settings and plans of this workspace', run)
  const place = watchPlace(paths.workFile)
  const assertWritable = (): void => {
    if (refusal !== null) throw refusal
  }
  const countChange = db.prepare('UPDATE workspace SET changes = changes + 1')
  const touch = db.prepare<[number]>('UPDATE workspace SET last_used_at = ?')
  const get = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck()
  const set = db.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const remove = db.prepare<[string]>('DELETE FROM settings WHERE key = ?')

  /** One transaction of the user's work; what changes nothing is no reason for a backup. */
  const change = db.transaction((run: () => number): boolean => {
    place.assert()
    const isChange = run() > 0
    if (isChange) countChange.run()
    return isChange
  })
  function write(run: () => number): void {
    assertWritable()
    const isChange = guard(() => change.immediate(run))
    // Removed just now: what was written went with it, and must not be said to be saved.
    place.assert()
    if (isChange) onChange()
  }
  const noteAtOnce = db.transaction((run: () => unknown): unknown => {
    place.assert()
    return run()
  })
  /** One transaction of what the app keeps for itself: no reason for a backup. */
  function note<T>(run: () => T): T {
    assertWritable()
    return guard(() => noteAtOnce.immediate(run) as T)
  }
  /** What is read in several statements belongs to one state of the file. */
  const readOnce = db.transaction((run: () => unknown) => run())
  function read<T>(run: () => T): T {
    return guard(() => readOnce.deferred(run) as T)
  }
  const plans = createPlanStore({ db, now, write, read, onDamaged })
  function setColumn(column: ProfileColumn, value: string | null): void {
    write(
      () =>
        db
          .prepare<[string | null, string | null]>(`UPDATE workspace SET ${column} = ? WHERE ${column} IS NOT ?`)
          .run(value, value).changes,
    )
  }
  function backUp(): string | null {
    return guard(() => {
      if (refusal !== null || !place.isSame()) return null
      // Whoever erases the workspace waits for it, and afterwards it is not in its place.
      return withFolderLock(paths.folder, () =>
        !place.isSame() || isBackedUp(db, paths.backupsFolder) ? null : backUpWork(db, paths.backupsFolder, now()),
      )
    })
  }

  return {
    profile: () => guard(() => readProfile(db)),
    setName: (name) => setColumn('name', name),
    setSource: (source) => {
      if (source !== null) refuseSecrets(source)
      setColumn('source', source === null ? null : JSON.stringify(source))
    },
    touch: (instant) =>
      guard(() => {
        assertWritable()
        place.assert()
        touch.run(instant)
      }),
    setting: (key) =>
      guard(() => {
        const value = get.get(key)
        return value === undefined ? undefined : storedJson(value)
      }),
    settings: () => guard(() => readSettings(db)),
    setSettings: (changes) => {
      refuseSecrets(changes)
      const texts = Object.entries(changes).map(([key, value]) => [key, JSON.stringify(value)] as const)
      write(() =>
        texts.reduce((count, [key, text]) => (get.get(key) === text ? count : count + set.run(key, text).changes), 0),
      )
    },
    removeSetting: (key) => write(() => remove.run(key).changes),
    marks: createMarkStore({ db, now, write, read }),
    plans,
    publications: createPublicationStore({ db, now, plans, write, read, onDamaged }),
    plannedAgents: createPlannedAgentStore({ db, now, write, read, onDamaged }),
    shiftTemplates: createShiftTemplateStore({ db, now, write, read, onDamaged }),
    timeOff: createTimeOffStore({ db, now, write, read }),
    alerts: createAlertStore({ db, now, write, note, read, onDamaged }),
    backUp,
    async backUpInSteps() {
      // Nothing that takes long while edits wait.
      if (!guard(() => refusal === null && place.isSame() && newestIfCurrent(db, paths.backupsFolder) === null))
        return null
      const unfinished = await copyWorkInSteps(db, paths.backupsFolder, now())
      return guard(() => {
        if (!place.isSame()) return dropUnfinished(unfinished)
        return withFolderLock(paths.folder, () =>
          place.isSame() ? finishBackup(unfinished, paths.backupsFolder, now()) : dropUnfinished(unfinished),
        )
      })
    },
    isWritable: refusal === null,
    isInPlace: () => refusal === null && place.isSame(),
    check: () => guard(() => structureProblems(db)),
    close: () => {
      if (!db.open) return
      try {
        backUp()
      } finally {
        db.close()
      }
    },
    abandon: () => void db.close(),
  }
}

/** The workspace's own row; without its source where that is damaged: the registry has it too. Throws 'store-damaged' where it is gone. */
export function readProfile(db: Db): WorkspaceProfile {
  const row = db
    .prepare<[], ProfileRow>(
      'SELECT id, name, created_at AS createdAt, last_used_at AS lastUsedAt, source FROM workspace',
    )
    .get()
  if (row === undefined) throw new AppError(damaged('the settings of this workspace'))
  const source = row.source === null ? null : readStored(sourceSettingsSchema, row.source)
  return { ...row, source: source?.isWhole ? source.value : null }
}

/** Those that are damaged are as good as never set. */
export function readSettings(db: Db): WorkspaceSettingValues {
  const rows = db
    .prepare<[], { readonly key: string; readonly value: string }>('SELECT key, value FROM settings ORDER BY key')
    .all()
  return Object.fromEntries(
    rows.flatMap(({ key, value }) => {
      const stored = storedJson(value)
      return stored === undefined ? [] : [[key, stored] as const]
    }),
  )
}

/** undefined: it is damaged, and as good as never set. */
function storedJson(text: string): JsonValue | undefined {
  const stored = readStored(z.json(), text)
  return stored.isWhole ? (stored.value as JsonValue) : undefined
}

function onceEach(hear: OnDamaged): OnDamaged {
  const heard = new Set<string>()
  return (record) => {
    if (heard.has(record)) return
    heard.add(record)
    hear(record)
  }
}

/** Writes the row of a new workspace. */
export function insertProfile(db: Db, profile: WorkspaceProfile): void {
  if (profile.source !== null) refuseSecrets(profile.source)
  db.prepare<[ProfileRow]>(`
    INSERT INTO workspace (one, id, name, created_at, last_used_at, source, changes)
    VALUES (1, @id, @name, @createdAt, @lastUsedAt, @source, 1)`).run({
    ...profile,
    source: profile.source === null ? null : JSON.stringify(profile.source),
  })
}
