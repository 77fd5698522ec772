import { type FileTransfers, safeFileName } from '../file-transfers.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { AppServices } from './app-services.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { Passwords } from './passwords.ts'
import { workspaceById } from './workspace-by-id.ts'
import { describeWorkspace } from './workspace-choice.ts'

export interface AppWorkspacesOptions {
  readonly deps: ServiceDependencies
  readonly jobs: JobRunner
  readonly passwords: Passwords
  readonly transfers: FileTransfers
}

type AppWorkspaces = Pick<
  AppServices,
  'listWorkspaces' | 'useWorkspace' | 'renameWorkspace' | 'eraseWorkspace' | 'backupWorkspace' | 'restoreWorkspace' | 'saveSettings' | 'viewState' | 'saveViewState'
>

/** Workspaces by id, and what is kept in them. */
export function appWorkspaces({ deps, jobs, passwords, transfers }: AppWorkspacesOptions): AppWorkspaces {
  const work = () => deps.data.work()
  return {
    async listWorkspaces() {
      const workspaces = await work().list()
      return workspaces.toSorted((a, b) => (b.lastUsed ?? 0) - (a.lastUsed ?? 0)).map(describeWorkspace)
    },
    async useWorkspace(id) {
      await workspaceById(work(), id)
      return describeWorkspace(await work().update(id, { lastUsed: deps.clock() }))
    },
    renameWorkspace: async (id, name) => describeWorkspace(await work().rename(id, name)),
    async eraseWorkspace(id) {
      const name = (await work().list()).find((one) => one.id === id)?.name ?? id
      jobs.cancel('sync', id)
      await jobs.settled('sync', id)
      await deps.data.release(id)
      await work().erase(id)
      await transfers.dropDownloads()
      await passwords.forget(id)
      jobs.forget(id)
      return { erased: name }
    },
    async backupWorkspace(id) {
      const { name } = await workspaceById(work(), id)
      const today = new Date(deps.clock()).toISOString().slice(0, 10)
      const fileName = safeFileName(`${name} ${today}`, 'covercast')
      const download = await transfers.prepare(fileName)
      const { bytes } = await work().backup({ id, file: download.file, overwrite: false })
      return { path: `/download/${download.id}`, fileName, bytes }
    },
    restoreWorkspace: async ({ uploadId, name }) =>
      transfers.withUpload(uploadId, async (file) => describeWorkspace(await work().restore({ file, name }))),
    async saveSettings(workspaceId, patch) {
      await workspaceById(work(), workspaceId)
      return (await work().update(workspaceId, { settings: patch })).settings
    },
    viewState: (workspaceId, screen) => work().viewState(workspaceId, screen),
    saveViewState: ({ workspaceId, screen, state }) => work().saveViewState(workspaceId, screen, state),
  }
}
