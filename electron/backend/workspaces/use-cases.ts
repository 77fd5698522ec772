import type { z } from 'zod'
import type { BackendContext } from '../core/context.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'
import { withoutUndefined } from '../core/without-undefined.ts'
import { alertSecretsOf } from '../alerts/secrets.ts'
import { passwordsOf } from '../sync/passwords.ts'
import { SYNC } from '../sync/sync-job.ts'
import type {
  backupToInput,
  renameInput,
  restoreFromInput,
  restoreInput,
  saveSettingsInput,
  saveViewStateInput,
  viewStateInput,
} from './inputs.ts'
import { describeWorkspace, workspaceById } from './workspace-by-id.ts'

/** The workspaces of the data folder, the last used first. */
export async function listWorkspaces({ data }: BackendContext) {
  const workspaces = await data.work().list()
  return workspaces.toSorted((a, b) => (b.lastUsed ?? 0) - (a.lastUsed ?? 0)).map(describeWorkspace)
}

/** Notes that a workspace is used now. Throws 'not-found'. */
export async function useWorkspace({ data, clock }: BackendContext, id: string) {
  await workspaceById(data.work(), id)
  return describeWorkspace(await data.work().update(id, { lastUsed: clock() }))
}

/** Throws 'conflict' where the name is taken, 'not-found'. */
export async function renameWorkspace({ data }: BackendContext, { id, name }: z.output<typeof renameInput>) {
  return describeWorkspace(await data.work().rename(id, name))
}

/** Removes a workspace with everything in it, also one that cannot be opened; a sync of it is cancelled first. */
export async function eraseWorkspace(context: BackendContext, id: string): Promise<{ readonly erased: string }> {
  const { data, jobs, transfers } = context
  const name = (await data.work().find(id))?.name ?? id
  jobs.cancel(SYNC, id)
  await jobs.settled(SYNC, id)
  await data.release(id)
  await data.work().erase(id)
  await transfers.dropDownloads()
  await passwordsOf(context).forget(id)
  await alertSecretsOf(context).forgetAll(id)
  jobs.forget(id)
  return { erased: name }
}

/** A backup as a file that waits to be fetched once, by GET, from `path`. */
export async function backupWorkspace({ data, clock, transfers }: BackendContext, id: string) {
  const { name } = await workspaceById(data.work(), id)
  const today = new Date(clock()).toISOString().slice(0, 10)
  const fileName = safeFileName(`${name} ${today}`, 'covercast')
  const download = await transfers.prepare(fileName)
  const { bytes } = await data.work().backup({ id, file: download.file, overwrite: false })
  return { path: `/download/${download.id}`, fileName, bytes }
}

/** A backup in a file of this computer. Throws 'conflict' where it is there and may not be replaced. */
export async function backupWorkspaceTo({ data }: BackendContext, request: z.output<typeof backupToInput>) {
  await workspaceById(data.work(), request.id)
  return data.work().backup(request)
}

/** Makes a workspace from a file that was uploaded before. Throws 'conflict' where its name is taken, 'invalid-input', 'store-damaged', 'store-newer'. */
export async function restoreWorkspace(
  { data, transfers }: BackendContext,
  { uploadId, name }: z.output<typeof restoreInput>,
) {
  return transfers.withUpload(uploadId, async (file) => describeWorkspace(await data.work().restore({ file, name })))
}

/** As `restoreWorkspace`, from a file of this computer. `unconfirmed`: the URL of a source that nobody on this computer has named; null: there is none. */
export async function restoreWorkspaceFrom({ data }: BackendContext, request: z.output<typeof restoreFromInput>) {
  const restored = await data.work().restore(request)
  return {
    workspace: describeWorkspace(restored),
    unconfirmed: !restored.isConfirmed && restored.source?.kind === 'postgres' ? restored.source.url : null,
  }
}

/** Changes some settings of a workspace; all of them are the answer. */
export async function saveSettings(
  { data }: BackendContext,
  { workspaceId, patch }: z.output<typeof saveSettingsInput>,
) {
  await workspaceById(data.work(), workspaceId)
  return (await data.work().update(workspaceId, { settings: withoutUndefined(patch) })).settings
}

/** What a screen looked like when it was left; null: nothing is kept. */
export function viewState({ data }: BackendContext, { workspaceId, screen }: z.output<typeof viewStateInput>) {
  return data.work().viewState(workspaceId, screen)
}

/** Throws 'invalid-input' where the state holds a password. */
export function saveViewState(
  { data }: BackendContext,
  { workspaceId, screen, state }: z.output<typeof saveViewStateInput>,
) {
  return data.work().saveViewState(workspaceId, screen, state)
}
