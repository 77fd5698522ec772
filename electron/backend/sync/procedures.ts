import { tracked } from '@trpc/server'
import { workspaceInput } from '../core/inputs.ts'
import { procedure, router } from '../core/procedure.ts'
import {
  cancelLookInput,
  confirmSourceInput,
  connectInput,
  demoInput,
  lookInput,
  previewInput,
  startSyncInput,
  watchInput,
} from './inputs.ts'
import { cancelLook, previewDay, sourceTables, testSource } from './source-looks.ts'
import { SYNC } from './sync-job.ts'
import { confirmSource, connect, startDemo, startSync } from './use-cases.ts'

/** Where a workspace's facts come from. */
export const sourceRouter = router({
  /** Connects and looks; a source that cannot be used is an answer, not a failure of the call. */
  test: procedure.input(lookInput).mutation(({ ctx, input, signal }) => testSource(ctx, input, signal)),
  /** Of a workspace from a backup: the connection that was shown is wanted. Nothing connects before. */
  confirm: procedure.input(confirmSourceInput).mutation(({ ctx, input }) => confirmSource(ctx, input)),
  /** The tables, views and columns that there are to choose from. */
  tables: procedure.input(lookInput).mutation(({ ctx, input, signal }) => sourceTables(ctx, input, signal)),
  /** The figures of the newest full day, before anything is stored. */
  preview: procedure.input(previewInput).mutation(({ ctx, input, signal }) => previewDay(ctx, input, signal)),
  cancelLook: procedure.input(cancelLookInput).mutation(({ ctx, input }) => cancelLook(ctx, input.lookId)),
  /** Makes the workspace and starts its first sync. */
  connect: procedure.input(connectInput).mutation(({ ctx, input, signal }) => connect(ctx, input, signal)),
})

export const demoRouter = router({
  /** Makes the demo workspace if there is none, and starts its sync. */
  start: procedure.input(demoInput).mutation(({ ctx, input }) => startDemo(ctx, input)),
})

/** Long work: it goes on without the page that started it, and two syncs of one workspace never run at once. */
export const syncRouter = router({
  /** A sync that runs already is the answer. */
  start: procedure.input(startSyncInput).mutation(({ ctx, input }) => startSync(ctx, input)),
  cancel: procedure
    .input(workspaceInput)
    .mutation(({ ctx, input }) => ({ cancelled: ctx.jobs.cancel(SYNC, input.workspaceId) })),
  /** null: none since the app was started. */
  state: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.jobs.latest(SYNC, input.workspaceId)),
  /** The state now, and again after every change. Changes faster than the reader are left out. */
  watch: procedure.input(watchInput).subscription(async function* watch({ ctx, input, signal }) {
    for await (const { id, job } of ctx.jobs.watch(SYNC, input.workspaceId, signal ?? new AbortController().signal)) {
      // After a cut line the page says what it saw last.
      if (id !== input.lastEventId) yield tracked(id, job)
    }
  }),
})
