import { join } from 'node:path'
import { AppError } from '../../shared/foundation/errors.ts'

/** Where the parts of one workspace lie. */
export interface WorkspacePaths {
  readonly id: string
  readonly folder: string
  /** Facts that can be pulled again. */
  readonly cacheFile: string
  /** The user's work. */
  readonly workFile: string
  readonly backupsFolder: string
  /** What was learned from the facts: can always be learned again. */
  readonly learnedFolder: string
}

const WORKSPACE_ID = /^[a-z0-9][a-z0-9-]{0,63}$/

/** Whether a folder name can be a workspace; everything else in the folder is left alone. */
export function isWorkspaceId(name: string): boolean {
  return WORKSPACE_ID.test(name)
}

export function workspacesFolder(dataDir: string): string {
  return join(dataDir, 'workspaces')
}

/** Paths of a workspace, whether it exists or not. Throws 'not-found' for what cannot be an id, so that none leads outside. */
export function workspacePaths(dataDir: string, id: string): WorkspacePaths {
  if (!isWorkspaceId(id)) throw new AppError({ code: 'not-found', message: `There is no workspace "${id}".` })
  return pathsInFolder(join(workspacesFolder(dataDir), id), id)
}

/** Paths of a workspace that is being put together in a folder of another name. */
export function pathsInFolder(folder: string, id: string): WorkspacePaths {
  return {
    id,
    folder,
    cacheFile: join(folder, 'cache.sqlite'),
    workFile: join(folder, 'work.sqlite'),
    backupsFolder: join(folder, 'backups'),
    learnedFolder: join(folder, 'learned'),
  }
}
