import { workspaceInput } from '../core/inputs.ts'
import { procedure, router, terminalProcedure } from '../core/procedure.ts'
import {
  backupToInput,
  renameInput,
  restoreFromInput,
  restoreInput,
  saveSettingsInput,
  saveViewStateInput,
  viewStateInput,
  workspaceIdInput,
} from './inputs.ts'
import {
  backupWorkspace,
  backupWorkspaceTo,
  eraseWorkspace,
  listWorkspaces,
  renameWorkspace,
  restoreWorkspace,
  restoreWorkspaceFrom,
  saveSettings,
  saveViewState,
  useWorkspace,
  viewState,
} from './use-cases.ts'
import { workspaceOverview } from './workspace-overview.ts'

/** What can be done with workspaces as a whole. */
export const workspacesRouter = router({
  list: procedure.query(({ ctx }) => listWorkspaces(ctx)),
  use: procedure.input(workspaceIdInput).mutation(({ ctx, input }) => useWorkspace(ctx, input.id)),
  rename: procedure.input(renameInput).mutation(({ ctx, input }) => renameWorkspace(ctx, input)),
  erase: procedure.input(workspaceIdInput).mutation(({ ctx, input }) => eraseWorkspace(ctx, input.id)),
  /** The file is then fetched, once, from the path of the answer. */
  backup: procedure.input(workspaceIdInput).mutation(({ ctx, input }) => backupWorkspace(ctx, input.id)),
  backupTo: terminalProcedure.input(backupToInput).mutation(({ ctx, input }) => backupWorkspaceTo(ctx, input)),
  /** Of a file that was sent before, by PUT /upload. */
  restore: procedure.input(restoreInput).mutation(({ ctx, input }) => restoreWorkspace(ctx, input)),
  restoreFrom: terminalProcedure.input(restoreFromInput).mutation(({ ctx, input }) => restoreWorkspaceFrom(ctx, input)),
})

/** One workspace. */
export const workspaceRouter = router({
  overview: procedure.input(workspaceInput).query(({ ctx, input }) => workspaceOverview(ctx, input.workspaceId)),
})

export const settingsRouter = router({
  save: procedure.input(saveSettingsInput).mutation(({ ctx, input }) => saveSettings(ctx, input)),
})

/** What a screen looked like when it was left: null where nothing is kept. */
export const viewStateRouter = router({
  get: procedure.input(viewStateInput).query(({ ctx, input }) => viewState(ctx, input)),
  save: procedure.input(saveViewStateInput).mutation(({ ctx, input }) => saveViewState(ctx, input)),
})
