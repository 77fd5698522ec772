import { tracked } from '@trpc/server'
import { cancelLookInput, confirmSourceInput, connectInput, lookInput, previewInput, startSyncInput, testSourceInput, watchInput, workspaceInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'

/** Where a workspace's facts come from. */
export const sourceRouter = router({
  /** Connects and looks; a source that cannot be used is an answer, not a failure of the call. */
  test: procedure.input(testSourceInput).mutation(({ ctx, input }) => ctx.services.testSource(input)),
  /** Of a workspace from a backup: the connection that was shown is wanted. Nothing connects before. */
  confirm: procedure.input(confirmSourceInput).mutation(({ ctx, input }) => ctx.services.confirmSource(input)),
  /** The tables, views and columns that there are to choose from. */
  tables: procedure.input(lookInput).mutation(({ ctx, input }) => ctx.services.looks.tables(input)),
  /** The figures of the newest full day, before anything is stored. */
  preview: procedure.input(previewInput).mutation(({ ctx, input }) => ctx.services.looks.preview(input)),
  cancelLook: procedure.input(cancelLookInput).mutation(({ ctx, input }) => ctx.services.looks.cancel(input.lookId)),
  /** Makes the workspace and starts its first sync. */
  connect: procedure.input(connectInput).mutation(({ ctx, input }) => ctx.services.connect(input)),
})

export const demoRouter = router({
  /** Makes the demo workspace if there is none, and starts its sync. */
  start: procedure.mutation(({ ctx }) => ctx.services.startDemo()),
})

/** Long work: it goes on without the page that started it, and two syncs of one workspace never run at once. */
export const syncRouter = router({
  /** A sync that runs already is the answer. */
  start: procedure.input(startSyncInput).mutation(({ ctx, input }) => ctx.services.startSync(input)),
  cancel: procedure.input(workspaceInput).mutation(({ ctx, input }) => ctx.services.cancelSync(input.workspaceId)),
  state: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.syncState(input.workspaceId)),
  watch: procedure.input(watchInput).subscription(async function* watch({ ctx, input, signal }) {
    for await (const { id, job } of ctx.services.watchSync(input.workspaceId, signal ?? new AbortController().signal)) {
      // After a cut line the page says what it saw last.
      if (id !== input.lastEventId) yield tracked(id, job)
    }
  }),
})
