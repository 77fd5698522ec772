import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'
import type { SourceSettings } from '../../shared/contract/source-settings.ts'
import { connectForWriting, inspectDatabase } from './connection.ts'
import { createCacheFile, createWorkFile } from './create-database.ts'
import { withFolderLock } from './folder-lock.ts'
import { cacheMigrations } from './migrations/cache/cache-migrations.ts'
import { openWork } from './open-workspace.ts'
import { flushFolder, makePrivateFolder } from './private-files.ts'
import { withStoreErrors } from './store-errors.ts'
import { sweepScratchFolder } from './scratch-folder.ts'
import { checkedName, refuseTakenName, workspaceIds } from './workspace-list.ts'
import type { WorkspacePaths } from './workspace-paths.ts'
import { pathsInFolder, workspacePaths, workspacesFolder } from './workspace-paths.ts'
import { confirmedUrlOf, rebuiltEntries } from './rebuild-registry.ts'
import type { Registry, RegistryEntry } from './workspace-registry.ts'
import { readRegistry, registryFile, writeRegistry } from './workspace-registry.ts'
import type { LeaseOptions } from './writer-lease.ts'
import { acquireLease } from './writer-lease.ts'

const STAGING = '.new-'
const ERASED = '.erased-'

export interface NewWorkspace {
  readonly dataDir: string
  readonly name: string
  readonly source: SourceSettings | null
  readonly now: () => number
}

/** Makes a workspace of a new name, for a source that its user named. Throws 'conflict', 'invalid-input', 'disk-full' or 'data-folder', and then leaves nothing behind. */
export function createWorkspace(options: NewWorkspace): WorkspacePaths {
  const { dataDir, source } = options
  const name = checkedName(options.name)
  const instant = options.now()
  return addWorkspace(dataDir, (paths) => {
    refuseTakenName(dataDir, name)
    createWorkFile(paths, { id: paths.id, name, createdAt: instant, lastUsedAt: instant, source })
    createCacheFile(paths)
    return { name, lastUsedAt: instant, source, confirmedUrl: confirmedUrlOf(source) }
  })
}

/**
 * Puts a workspace together in a folder of its own (`build`, which answers how it is registered) and shows it only when it is whole.
 * While it builds, no other workspace is added, renamed or erased.
 */
export function addWorkspace(dataDir: string, build: (paths: WorkspacePaths) => RegistryEntry): WorkspacePaths {
  const id = randomBytes(8).toString('hex')
  return changingWorkspaces(dataDir, (folder) => {
    const staging = join(folder, `${STAGING}${id}`)
    const added = join(folder, id)
    try {
      makePrivateFolder(staging)
      const entry = build(pathsInFolder(staging, id))
      renameSync(staging, added)
      flushFolder(folder)
      changeRegistry(dataDir, (entries) => entries.set(id, entry))
    } catch (thrown) {
      rmSync(staging, { recursive: true, force: true })
      rmSync(added, { recursive: true, force: true })
      throw thrown
    }
    return workspacePaths(dataDir, id)
  })
}

/** Notes in the registry what changed of a workspace. What is not named stays. */
export function registerWorkspace(dataDir: string, id: string, change: Partial<RegistryEntry>): void {
  const paths = existing(dataDir, id)
  changingWorkspaces(dataDir, () =>
    changeRegistry(dataDir, (entries) => {
      const before = entries.get(id) ?? { name: paths.id, lastUsedAt: 0, source: null, confirmedUrl: null }
      entries.set(id, { ...before, ...change })
    }),
  )
}

/**
 * Finishes what an interrupted creation, erasure or backup left, and rebuilds the registry where it is missing or damaged. Call when a process
 * starts to use the folder. Returns whether confirmations of connections were lost.
 */
export function tendWorkspaces(dataDir: string): boolean {
  if (!existsSync(workspacesFolder(dataDir))) return false
  for (const id of workspaceIds(dataDir)) sweepScratchFolder(workspacePaths(dataDir, id).folder)
  const { state } = readRegistry(dataDir)
  const leftovers = readdirSync(workspacesFolder(dataDir)).some(isLeftover) || unfinishedRegistries(dataDir).length > 0
  if (state === 'whole' && !leftovers) return false
  changingWorkspaces(dataDir, () => changeRegistry(dataDir, () => undefined))
  return state === 'damaged'
}

/** Call while the workspaces' folder is locked. */
function changeRegistry(dataDir: string, change: (entries: Map<string, RegistryEntry>) => void): void {
  const { entries, state } = readRegistry(dataDir)
  const known: Registry = state === 'whole' ? entries : rebuiltEntries(dataDir, entries)
  const changed = new Map(known)
  change(changed)
  if (state === 'whole' && JSON.stringify([...changed]) === JSON.stringify([...entries])) return
  writeRegistry(dataDir, changed)
}

export interface RenameOptions {
  readonly dataDir: string
  readonly id: string
  readonly name: string
  readonly now: () => number
}

/** Gives a workspace another name. Throws 'conflict' where it is taken, 'invalid-input', 'not-found'. */
export function renameWorkspace(options: RenameOptions): void {
  const { dataDir, id, now } = options
  const paths = existing(dataDir, id)
  const name = checkedName(options.name)
  changingWorkspaces(dataDir, () => {
    refuseTakenName(dataDir, name, id)
    const { work } = openWork({ paths, now })
    try {
      work.setName(name)
    } finally {
      work.close()
    }
    changeRegistry(dataDir, (entries) => {
      const entry = entries.get(id)
      if (entry) entries.set(id, { ...entry, name })
    })
  })
}

export interface EraseOptions extends LeaseOptions {
  readonly dataDir: string
  readonly id: string
}

/** Removes a workspace and everything in it, for good. Throws 'store-busy' while another holds its writer's lease. */
export function eraseWorkspace(options: EraseOptions): void {
  const { dataDir, id } = options
  const paths = existing(dataDir, id)
  changingWorkspaces(dataDir, (folder) => {
    refuseWhileWritten(paths, options)
    const { entries } = readRegistry(dataDir)
    const unregister = (): void => changeRegistry(dataDir, (each) => each.delete(id))
    // First, so that an interruption leaves no name in it.
    const isUnregistered = whereThereIsRoom(unregister)
    // Gone at once from the list; the next start of anything goes on where the removal itself is interrupted.
    const erased = join(folder, `${ERASED}${id}`)
    try {
      whileNobodyBacksUp(paths.folder, () => renameSync(paths.folder, erased))
    } catch (thrown) {
      const entry = entries.get(id)
      if (entry) changeRegistry(dataDir, (each) => each.set(id, entry))
      throw thrown
    }
    rmSync(erased, { recursive: true, force: true, maxRetries: 5 })
    if (!isUnregistered) unregister()
  })
}

/** Whether it could be done. Erasing is how people make room on a full disk: what cannot be written before is written after. */
function whereThereIsRoom(run: () => void): boolean {
  try {
    run()
    return true
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'disk-full') throw thrown
    return false
  }
}

/** A folder that goes while another process backs up into it would come back. On Windows it cannot go while a file of it is open. */
function whileNobodyBacksUp(folder: string, run: () => void): void {
  if (process.platform === 'win32') run()
  else withFolderLock(folder, run)
}

function refuseWhileWritten(paths: WorkspacePaths, options: LeaseOptions): void {
  // A full disk must not stand in the way of erasing: a lease for which there is no room was free.
  whereThereIsRoom(() =>
    withStoreErrors('the cache', () => {
      const found = inspectDatabase(paths.cacheFile, 'cache')
      // Nor must a cache we cannot read: it cannot be written by anybody.
      if (found.state !== 'usable' || found.version !== cacheMigrations.length) return
      const db = connectForWriting(paths.cacheFile, 'cache')
      try {
        acquireLease(db, options)
      } finally {
        db.close()
      }
    }),
  )
}

function changingWorkspaces<T>(dataDir: string, change: (folder: string) => T): T {
  return withStoreErrors('the data folder', () => {
    const folder = workspacesFolder(dataDir)
    if (!existsSync(dataDir)) makePrivateFolder(dataDir)
    makePrivateFolder(folder)
    return withFolderLock(folder, () => {
      sweepLeftovers(dataDir, folder)
      return change(folder)
    })
  })
}

/** What an interrupted creation or erasure left: never anything that was listed as a workspace and not erased. */
function sweepLeftovers(dataDir: string, folder: string): void {
  for (const file of unfinishedRegistries(dataDir)) rmSync(file, { force: true })
  for (const name of readdirSync(folder)) {
    if (isLeftover(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** Lists that a process did not finish writing: they may hold the names of workspaces that are erased by now. Written only under the lock. */
function unfinishedRegistries(dataDir: string): readonly string[] {
  const registry = basename(registryFile(dataDir))
  return readdirSync(dataDir).flatMap((name) =>
    name.startsWith(`${registry}.`) && name.endsWith('.part') ? [join(dataDir, name)] : [],
  )
}

function isLeftover(name: string): boolean {
  return name.startsWith(STAGING) || name.startsWith(ERASED)
}

function existing(dataDir: string, id: string): WorkspacePaths {
  const paths = workspacePaths(dataDir, id)
  if (!existsSync(paths.folder)) throw new AppError({ code: 'not-found', message: `There is no workspace "${id}".` })
  return paths
}
