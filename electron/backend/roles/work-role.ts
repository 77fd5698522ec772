import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { hostname } from 'node:os'
import { AppError } from '../../../shared/contract/errors.ts'
import { workspaceSettingsSchema, type WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import { BACKUP_PACE, type BackupPace, type BackupSchedule, createBackupSchedule } from '../../store/backup-schedule.ts'
import { openWork } from '../../store/open-workspace.ts'
import type { JsonValue } from '../../store/no-secrets.ts'
import { backupFailed, type StoreNotice } from '../../store/store-notice.ts'
import type { WorkStore, WorkspaceSettingValues } from '../../store/work-store.ts'
import { countedDays } from '../../store/counted-days.ts'
import { backUpBeforeRemap, backUpWorkspace, restoreWorkspace } from '../../store/workspace-backup.ts'
import { listWorkspaces, type WorkspaceSummary } from '../../store/workspace-list.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'
import { confirmedUrlOf } from '../../store/rebuild-registry.ts'
import { createWorkspace, eraseWorkspace, registerWorkspace, renameWorkspace, tendWorkspaces } from '../../store/workspaces.ts'
import { withCanonicalUrl } from '../../store/canonical-source.ts'
import { planFunctions } from './plan-functions.ts'
import type { WorkApi, WorkspaceRecord } from './roles.ts'

const CONFIRMATIONS_LOST =
  'Covercast found its list of workspaces (workspaces.json) damaged and made it again from the workspaces. Which connections you had confirmed is not known any more: it asks again before it connects.'

export interface WorkRoleOptions {
  readonly dataDir: string
  readonly now: () => number
  readonly pace?: BackupPace
}

interface OpenedWork {
  readonly store: WorkStore
  readonly schedule: BackupSchedule
}

/** The work thread: what the user made, in short transactions that never wait for a sync or a computation. */
export function createWorkRole({ dataDir, now, pace = BACKUP_PACE }: WorkRoleOptions): WorkApi & { readonly close: () => void } {
  const stores = new Map<string, OpenedWork>()
  const notices: Pick<StoreNotice, 'message'>[] = []
  try {
    if (tendWorkspaces(dataDir)) notices.push({ message: CONFIRMATIONS_LOST })
  } catch {
    // A folder that cannot be written, or is another's for the moment: what needs it says so.
  }
  const release = (id: string): void => {
    const found = stores.get(id)
    stores.delete(id)
    found?.schedule.stop()
    found?.store.close()
  }
  const storeOf = (id: string): WorkStore => {
    const found = stores.get(id)
    if (found?.store.isInPlace()) return found.store
    // Erased or replaced by another process.
    release(id)
    const opened = openWork({ paths: workspacePaths(dataDir, id), now, onChange: () => schedule.changed() })
    const schedule = createBackupSchedule({ pace, backUp: () => opened.work.backUpInSteps(), onFailure: (thrown) => void notices.push(backupFailed(thrown)) })
    notices.push(...opened.notices)
    stores.set(id, { store: opened.work, schedule })
    return opened.work
  }
  const recordOf = (id: string): WorkspaceRecord => toRecord(listWorkspaces(dataDir).find((one) => one.id === id)!)

  return {
    list: async () => listWorkspaces(dataDir).map(toRecord),
    async open(id) {
      storeOf(id)
      return recordOf(id)
    },
    async create({ name, source, settings }) {
      const { id } = createWorkspace({ dataDir, name, source, now })
      if (settings) storeOf(id).setSettings(settings as WorkspaceSettingValues)
      return recordOf(id)
    },
    async update(id, change) {
      const store = storeOf(id)
      if (change.source) store.setSource(change.source)
      if (change.settings) store.setSettings(change.settings as WorkspaceSettingValues)
      if (change.lastUsed !== undefined) store.touch(change.lastUsed)
      if (change.source !== undefined || change.lastUsed !== undefined) {
        const { name, source } = store.profile()
        registerWorkspace(dataDir, id, {
          name,
          source,
          ...(change.source === undefined ? {} : { confirmedUrl: confirmedUrlOf(change.source) }),
          ...(change.lastUsed === undefined ? {} : { lastUsedAt: change.lastUsed }),
        })
      }
      return recordOf(id)
    },
    async confirmSource(id, url) {
      const store = storeOf(id)
      const source = withCanonicalUrl(store.profile().source)
      if (source?.kind !== 'postgres' || source.url !== url) throw otherConnection()
      store.setSource(source)
      registerWorkspace(dataDir, id, { name: store.profile().name, source, confirmedUrl: url })
      return recordOf(id)
    },
    viewState: async (id, screen) => storeOf(id).setting(viewKey(screen)) ?? null,
    saveViewState: async (id, screen, state) => storeOf(id).setSettings({ [viewKey(screen)]: state as JsonValue }),
    ...planFunctions(storeOf),
    listMarks: async (id) => storeOf(id).marks.list(),
    saveMark: async (id, mark) => storeOf(id).marks.save(mark),
    removeMark: async (id, date) => storeOf(id).marks.remove(date),
    listRefusedSuggestions: async (id) => storeOf(id).marks.refused(),
    refuseSuggestion: async (id, date) => storeOf(id).marks.refuse(date),
    unrefuseSuggestion: async (id, date) => storeOf(id).marks.unrefuse(date),
    async rename(id, name) {
      renameWorkspace({ dataDir, id, name, now })
      return recordOf(id)
    },
    async backup({ id, file, overwrite }) {
      backUpWorkspace({ dataDir, id, file, overwrite, now })
      return { bytes: statSync(file).size }
    },
    async backupBeforeRemap(id) {
      // Of what is there now: nobody edits meanwhile.
      storeOf(id)
      return { file: backUpBeforeRemap({ dataDir, id, now }) }
    },
    countedDays: async (id) => countedDays(workspacePaths(dataDir, id)),
    async restore({ file, name }) {
      return recordOf(restoreWorkspace({ dataDir, file, name, now }).id)
    },
    async erase(id) {
      release(id)
      eraseWorkspace({ dataDir, id, now, self: { holder: randomUUID(), pid: process.pid, host: hostname(), purpose: 'erasing it' } })
    },
    takeNotices: async () => notices.splice(0).map((notice) => notice.message),
    close() {
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

function toRecord(summary: WorkspaceSummary): WorkspaceRecord {
  const source = withCanonicalUrl(summary.source)
  return {
    id: summary.id,
    name: summary.name,
    source,
    isConfirmed: source?.kind !== 'postgres' || source.url === summary.confirmedUrl,
    countedFrom: summary.countedFrom,
    settings: readSettings(summary.settings),
    organization: summary.organizationName ?? summary.organizationId,
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
