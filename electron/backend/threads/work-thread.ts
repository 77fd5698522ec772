import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { hostname } from 'node:os'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { SourceSettings } from '../../../shared/contract/source-settings.ts'
import { workspaceSettingsSchema, type WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import { BACKUP_PACE, type BackupPace, type BackupSchedule, createBackupSchedule } from '../../store/backup-schedule.ts'
import { openWork } from '../../store/open-workspace.ts'
import type { Mark } from '../../../shared/predict/forecast/mark-days.ts'
import type { JsonValue } from '../../store/no-secrets.ts'
import { backupFailed, recordDamaged, type StoreNotice } from '../../store/store-notice.ts'
import type { WorkStore, WorkspaceSettingValues } from '../../store/work-store.ts'
import { countedDays } from '../../store/counted-days.ts'
import { backUpBeforeRemap, backUpWorkspace, restoreWorkspace } from '../../store/workspace-backup.ts'
import { listWorkspaces, readWorkspace, type WorkspaceSummary } from '../../store/workspace-list.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'
import { confirmedUrlOf } from '../../store/rebuild-registry.ts'
import {
  createWorkspace,
  eraseWorkspace,
  registerWorkspace,
  renameWorkspace,
  tendWorkspaces,
} from '../../store/workspaces.ts'
import { withCanonicalUrl } from '../../store/canonical-source.ts'
import { alertFunctions } from '../alerts/work.ts'
import { agentFunctions } from '../agents/work.ts'
import { planFunctions } from '../plans/work.ts'
import { rosterNameFunctions } from '../rosters/remembered-names.ts'
import { timeOffFunctions } from '../time-off/work.ts'
import type { Remote } from './worker-channel.ts'

const CONFIRMATIONS_LOST =
  'Covercast found its list of workspaces (workspaces.json) damaged and made it again from the workspaces. Which connections you had confirmed is not known any more: it asks again before it connects.'

export type WorkThread = Remote<ReturnType<typeof createWorkThread>['functions']>
export type WorkspaceRecord = ReturnType<typeof toRecord>

export interface WorkThreadOptions {
  readonly dataDir: string
  readonly now: () => number
  readonly pace?: BackupPace
}

export interface WorkspaceChange {
  readonly source?: SourceSettings
  readonly settings?: Partial<WorkspaceSettings>
  readonly lastUsed?: number
}

interface OpenedWork {
  readonly store: WorkStore
  readonly schedule: BackupSchedule
}

/** The work thread: what the user made, in short transactions that never wait for a sync or a computation. */
export function createWorkThread({ dataDir, now, pace = BACKUP_PACE }: WorkThreadOptions) {
  const stores = new Map<string, OpenedWork>()
  const notices: Pick<StoreNotice, 'message'>[] = []
  try {
    if (tendWorkspaces(dataDir)) notices.push({ message: CONFIRMATIONS_LOST })
  } catch {
    // A folder that cannot be written, or is another's for the moment: what needs it says so.
  }
  const release = (id: string, close: (store: WorkStore) => void = (store) => store.close()): void => {
    const found = stores.get(id)
    stores.delete(id)
    found?.schedule.stop()
    if (found) close(found.store)
  }
  const storeOf = (id: string): WorkStore => {
    const found = stores.get(id)
    if (found?.store.isInPlace()) return found.store
    // Erased or replaced by another process.
    release(id)
    const opened = openWork({
      paths: workspacePaths(dataDir, id),
      now,
      onChange: () => schedule.changed(),
      onDamaged: (record) => void notices.push(recordDamaged(record)),
    })
    const schedule = createBackupSchedule({
      pace,
      backUp: () => opened.work.backUpInSteps(),
      onFailure: (thrown) => void notices.push(backupFailed(thrown)),
    })
    notices.push(...opened.notices)
    stores.set(id, { store: opened.work, schedule })
    return opened.work
  }
  const find = (id: string): WorkspaceRecord | null => {
    const found = readWorkspace(dataDir, id)
    return found && toRecord(found)
  }
  const recordOf = (id: string): WorkspaceRecord => find(id)!

  /** The last used is the default, also where another was once used by a clock that was ahead. */
  const afterAllOthers = (id: string, instant: number): number =>
    Math.max(
      instant,
      ...listWorkspaces(dataDir).flatMap((one) =>
        one.id === id || one.lastUsedAt === null ? [] : [one.lastUsedAt + 1],
      ),
    )

  return {
    functions: {
      list: () => listWorkspaces(dataDir).map(toRecord),
      find,
      /** Opens what the user made, putting it right where it is damaged. */
      open(id: string) {
        storeOf(id)
        return recordOf(id)
      },
      create({
        name,
        source,
        settings,
      }: {
        readonly name: string
        readonly source: SourceSettings
        readonly settings?: Partial<WorkspaceSettings>
      }) {
        const { id } = createWorkspace({ dataDir, name, source, now })
        if (settings) storeOf(id).setSettings(settings as WorkspaceSettingValues)
        return recordOf(id)
      },
      /** Stores what changed and notes the use, which is left out where nothing can be stored. A source is one that the user named just now, and so confirmed. */
      update(id: string, change: WorkspaceChange) {
        const store = storeOf(id)
        if (change.source) store.setSource(change.source)
        if (change.settings) store.setSettings(change.settings as WorkspaceSettingValues)
        const lastUsedAt =
          change.lastUsed === undefined || !store.isWritable ? undefined : afterAllOthers(id, change.lastUsed)
        if (lastUsedAt !== undefined) store.touch(lastUsedAt)
        if (change.source !== undefined || lastUsedAt !== undefined) {
          const { name, source } = store.profile()
          registerWorkspace(dataDir, id, {
            name,
            // One that is damaged there is kept here.
            ...(source === null ? {} : { source }),
            ...(change.source === undefined ? {} : { confirmedUrl: confirmedUrlOf(change.source) }),
            ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
          })
        }
        return recordOf(id)
      },
      /** The user has seen where this connection leads and wants it. Throws 'conflict' where it is another by now. */
      confirmSource(id: string, url: string) {
        const store = storeOf(id)
        const source = withCanonicalUrl(store.profile().source)
        if (source?.kind !== 'postgres' || source.url !== url) throw otherConnection()
        store.setSource(source)
        registerWorkspace(dataDir, id, { name: store.profile().name, source, confirmedUrl: url })
        return recordOf(id)
      },
      /** What a screen kept; null: nothing. */
      viewState: (id: string, screen: string): unknown => storeOf(id).setting(viewKey(screen)) ?? null,
      /** Throws 'invalid-input' where the state holds a password. */
      saveViewState: (id: string, screen: string, state: unknown) =>
        storeOf(id).setSettings({ [viewKey(screen)]: state as JsonValue }),
      ...planFunctions(storeOf),
      ...agentFunctions(storeOf),
      ...timeOffFunctions(storeOf),
      ...alertFunctions(storeOf),
      ...rosterNameFunctions(storeOf),
      /** By date, the oldest first. */
      listMarks: (id: string) => storeOf(id).marks.list(),
      /** In the place of the date's mark, if it has one. */
      saveMark: (id: string, mark: Mark) => storeOf(id).marks.save(mark),
      /** false: there was none. */
      removeMark: (id: string, date: string) => storeOf(id).marks.remove(date),
      /** Dates whose suggested mark was refused. */
      listRefusedSuggestions: (id: string) => storeOf(id).marks.refused(),
      refuseSuggestion: (id: string, date: string) => storeOf(id).marks.refuse(date),
      /** false: it was not refused. */
      unrefuseSuggestion: (id: string, date: string) => storeOf(id).marks.unrefuse(date),
      rename(id: string, name: string) {
        renameWorkspace({ dataDir, id, name, now })
        return recordOf(id)
      },
      backup({ id, file, overwrite }: { readonly id: string; readonly file: string; readonly overwrite: boolean }) {
        backUpWorkspace({ dataDir, id, file, overwrite, now })
        return { bytes: statSync(file).size }
      },
      /** Writes the workspace into a file beside its other backups. */
      backupBeforeRemap(id: string) {
        // Of what is there now: nobody edits meanwhile.
        storeOf(id)
        return { file: backUpBeforeRemap({ dataDir, id, now }) }
      },
      /** What the cache has counted, and from what; null: nothing, or it cannot be read. */
      countedDays: (id: string) => countedDays(workspacePaths(dataDir, id)),
      restore({ file, name }: { readonly file: string; readonly name: string | null }) {
        return recordOf(restoreWorkspace({ dataDir, file, name, now }).id)
      },
      erase(id: string) {
        release(id, (store) => store.abandon())
        eraseWorkspace({
          dataDir,
          id,
          now,
          self: { holder: randomUUID(), pid: process.pid, host: hostname(), purpose: 'erasing it' },
        })
      },
      /** What opening files had to put right since the last call. */
      takeNotices: () => notices.splice(0).map((notice) => notice.message),
    },
    close: () => {
      for (const id of stores.keys()) release(id)
    },
  }
}

/** Screens' states lie among the settings, under names that no setting has. */
function viewKey(screen: string): string {
  return `view-state/${screen}`
}

function otherConnection(): AppError {
  return new AppError({
    code: 'conflict',
    message: 'The connection of this workspace has changed since it was shown.',
    kept: 'Covercast has not connected.',
    next: 'Look at the connection again.',
  })
}

function toRecord(summary: WorkspaceSummary) {
  const source = withCanonicalUrl(summary.source)
  return {
    id: summary.id,
    name: summary.name,
    source,
    /** false: nobody on this computer has named or confirmed the connection of `source`, and nothing may connect. */
    isConfirmed: source?.kind !== 'postgres' || source.url === summary.confirmedUrl,
    /** What the newest of its days was counted from; null: nothing was, or it cannot be read. */
    countedFrom: summary.countedFrom,
    settings: readSettings(summary.settings),
    organization: summary.organizationName ?? summary.organizationId,
    /** Clock of the last sync. */
    now: summary.syncedNow,
    lastUsed: summary.lastUsedAt,
    bytes: summary.sizeBytes,
    problem: summary.problem?.message ?? null,
  }
}

/** The known settings among the stored values; one that cannot be read falls back on its default. */
function readSettings(values: WorkspaceSettingValues): WorkspaceSettings {
  const known = Object.entries(workspaceSettingsSchema.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse(values[key])
    return parsed.success ? [[key, parsed.data]] : []
  })
  return workspaceSettingsSchema.parse(Object.fromEntries(known))
}
