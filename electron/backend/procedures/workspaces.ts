import { renameInput, restoreInput, saveSettingsInput, saveViewStateInput, viewStateInput, workspaceIdInput, workspaceInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'
import { withoutUndefined } from './without-undefined.ts'

/** What can be done with workspaces as a whole. */
export const workspacesRouter = router({
  list: procedure.query(({ ctx }) => ctx.services.listWorkspaces()),
  use: procedure.input(workspaceIdInput).mutation(({ ctx, input }) => ctx.services.useWorkspace(input.id)),
  rename: procedure.input(renameInput).mutation(({ ctx, input }) => ctx.services.renameWorkspace(input.id, input.name)),
  erase: procedure.input(workspaceIdInput).mutation(({ ctx, input }) => ctx.services.eraseWorkspace(input.id)),
  /** The file is then fetched, once, from the path of the answer. */
  backup: procedure.input(workspaceIdInput).mutation(({ ctx, input }) => ctx.services.backupWorkspace(input.id)),
  /** Of a file that was sent before, by PUT /upload. */
  restore: procedure.input(restoreInput).mutation(({ ctx, input }) => ctx.services.restoreWorkspace(input)),
})

/** One workspace. */
export const workspaceRouter = router({
  overview: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.overview(input.workspaceId)),
})

export const settingsRouter = router({
  save: procedure.input(saveSettingsInput).mutation(({ ctx, input }) => ctx.services.saveSettings(input.workspaceId, withoutUndefined(input.patch))),
})

/** What a screen looked like when it was left: null where nothing is kept. */
export const viewStateRouter = router({
  get: procedure.input(viewStateInput).query(({ ctx, input }) => ctx.services.viewState(input.workspaceId, input.screen)),
  save: procedure.input(saveViewStateInput).mutation(({ ctx, input }) => ctx.services.saveViewState(input)),
})
