import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LIMITS } from '../../shared/contract/limits.ts'
import type { SourceSettings } from '../../shared/contract/source-settings.ts'
import { AppError, type ErrorReport, toErrorReport } from '../../shared/foundation/errors.ts'
import { foldedName } from '../../shared/foundation/folded-name.ts'
import { cacheMigrations } from './migrations/cache/cache-migrations.ts'
import { workMigrations } from './migrations/work/work-migrations.ts'
import { readOrganization } from './queries/directory-queries.ts'
import { notAFolder } from './private-files.ts'
import { readNow } from './queries/state-queries.ts'
import { readableProfile, readDatabase } from './readable-profile.ts'
import { withStoreErrors } from './store-errors.ts'
import { readProfile, readSettings } from './work-store.ts'
import type { WorkspaceProfile, WorkspaceSettingValues } from './work-store.ts'
import type { WorkspacePaths } from './workspace-paths.ts'
import { isWorkspaceId, workspacePaths, workspacesFolder } from './workspace-paths.ts'
import { readRegistry } from './workspace-registry.ts'
import type { Registry } from './workspace-registry.ts'

/** A workspace in the list of all. Instants are epoch milliseconds. */
export interface WorkspaceSummary {
  readonly id: string
  /** The id where the name cannot be read. */
  readonly name: string
  readonly source: SourceSettings | null
  readonly settings: WorkspaceSettingValues
  readonly organizationId: string | null
  readonly organizationName: string | null
  /** *Now* of the last sync; null: never synced, or not readable. */
  readonly syncedNow: number | null
  readonly lastUsedAt: number | null
  /** What the newest of its days was counted from; null: nothing was, or it cannot be read. */
  readonly countedFrom: string | null
  /** The connection that a user of this computer named or confirmed; null: none. */
  readonly confirmedUrl: string | null
  readonly sizeBytes: number
  /** Why some of this is unknown; null: all is well. Opening the workspace may mend it. */
  readonly problem: ErrorReport | null
}

/**
 * All workspaces, the last used first. One that cannot be read is listed with its problem, and with the name and source that the registry
 * or its newest backup has. Changes nothing.
 */
export function listWorkspaces(dataDir: string): readonly WorkspaceSummary[] {
  const { entries } = readRegistry(dataDir)
  return workspaceIds(dataDir)
    .map((id) => summarize(workspacePaths(dataDir, id), entries))
    .toSorted((a, b) => (b.lastUsedAt ?? -1) - (a.lastUsedAt ?? -1) || a.name.localeCompare(b.name))
}

/** One workspace, as the list has it; null: there is none of this id. Reads the files of no other. Changes nothing. */
export function readWorkspace(dataDir: string, id: string): WorkspaceSummary | null {
  if (!isWorkspaceId(id)) return null
  const paths = workspacePaths(dataDir, id)
  if (!existsSync(paths.folder)) {
    refuseFile(dataDir)
    return null
  }
  return summarize(paths, readRegistry(dataDir).entries)
}

/** A name as it is stored. Throws 'invalid-input' for an empty, overlong or unprintable one. */
export function checkedName(name: string): string {
  const checked = name.normalize('NFC').trim()
  if (checked.length > 0 && checked.length <= 80 && !/\p{Cc}/u.test(checked)) return checked
  throw new AppError({ code: 'invalid-input', message: 'A workspace name has 1 to 80 characters, all on one line.' })
}

/** Throws 'conflict' where another workspace has the name. */
export function refuseTakenName(dataDir: string, name: string, exceptId?: string): void {
  const { entries } = readRegistry(dataDir)
  const taken = workspaceIds(dataDir).some(
    (id) => id !== exceptId && sameName(nameOf(workspacePaths(dataDir, id), entries), name),
  )
  if (!taken) return
  throw new AppError({
    code: 'conflict',
    message: `There is already a workspace named "${name}".`,
    kept: 'Nothing was changed.',
    next: 'Choose another name.',
  })
}

/** The ids of all workspaces, readable or not. */
export function workspaceIds(dataDir: string): readonly string[] {
  const folder = workspacesFolder(dataDir)
  if (!existsSync(folder)) {
    refuseFile(dataDir)
    return []
  }
  return withStoreErrors('the data folder', () =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isWorkspaceId(entry.name))
      .map((entry) => entry.name),
  )
}

/** A data folder that is a file holds no workspace, but must not pass for an empty one. */
function refuseFile(dataDir: string): void {
  if (!existsSync(dataDir) || statSync(dataDir).isDirectory()) return
  throw notAFolder(dataDir)
}

function summarize(paths: WorkspacePaths, registry: Registry): WorkspaceSummary {
  const work = attempt(() => readWork(paths))
  const cache = attempt(() => readCache(paths))
  const entry = registry.get(paths.id)
  const profile = work.value ?? entry ?? readableProfile(paths)
  return {
    id: paths.id,
    name: profile?.name ?? paths.id,
    // Damaged in the work file, it is in the registry yet.
    source: profile?.source ?? entry?.source ?? null,
    settings: work.value?.settings ?? {},
    organizationId: cache.value?.organizationId ?? null,
    organizationName: cache.value?.organizationName ?? null,
    syncedNow: presentOf(cache.value?.now),
    // Never used and not readable: as old as its figures.
    lastUsedAt: presentOf(profile?.lastUsedAt) ?? presentOf(cache.value?.now),
    countedFrom: cache.value?.countedFrom ?? null,
    confirmedUrl: entry?.confirmedUrl ?? null,
    sizeBytes: folderSize(paths.folder),
    problem: work.problem ?? cache.problem,
  }
}

/** An instant that may stand for the present; null: none, or one that a copied or damaged file has and no clock ever said. */
function presentOf(instant: number | null | undefined): number | null {
  return instant !== null && instant !== undefined && instant >= LIMITS.earliestNow && instant <= LIMITS.latestNow
    ? instant
    : null
}

function readWork(paths: WorkspacePaths): WorkspaceProfile & { readonly settings: WorkspaceSettingValues } {
  return readDatabase(paths.workFile, {
    kind: 'work',
    newestVersion: workMigrations.length,
    read: (db) => ({ ...readProfile(db), settings: readSettings(db) }),
  })
}

function readCache(paths: WorkspacePaths) {
  return readDatabase(paths.cacheFile, {
    kind: 'cache',
    newestVersion: cacheMigrations.length,
    read: (db) => {
      const organization = readOrganization(db)
      const now = readNow(db)
      const countedFrom =
        db.prepare<[], string>('SELECT source_fingerprint FROM synced_days ORDER BY day DESC LIMIT 1').pluck().get() ??
        null
      return {
        organizationId: organization?.id ?? null,
        organizationName: organization?.name ?? null,
        now,
        countedFrom,
      }
    },
  })
}

function attempt<T>(read: () => T): { readonly value: T | null; readonly problem: ErrorReport | null } {
  try {
    return { value: read(), problem: null }
  } catch (thrown) {
    return { value: null, problem: toErrorReport(thrown) }
  }
}

function nameOf(paths: WorkspacePaths, registry: Registry): string {
  return (
    attempt(() => readWork(paths)).value?.name ??
    registry.get(paths.id)?.name ??
    readableProfile(paths)?.name ??
    paths.id
  )
}

function sameName(a: string, b: string): boolean {
  return foldedName(a) === foldedName(b)
}

function folderSize(folder: string): number {
  let size = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    // A log may vanish while we count.
    if (entry.isFile()) size += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0
  }
  return size
}
