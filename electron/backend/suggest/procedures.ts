import { tracked } from '@trpc/server'
import { workspaceInput } from '../core/inputs.ts'
import { procedure, router } from '../core/procedure.ts'
import { watchInput } from '../sync/inputs.ts'
import { freeMoves } from './free-moves.ts'
import { cancelSuggestInput, freeMovesInput, suggestInput } from './inputs.ts'
import { startSuggestion, SUGGEST } from './use-cases.ts'

/** Better schedules: long work, of which one runs for a workspace. */
export const suggestRouter = router({
  /** In the place of one that runs. */
  start: procedure.input(suggestInput).mutation(({ ctx, input }) => startSuggestion(ctx, input)),
  /** Ends it with the best so far, which is then its outcome. */
  cancel: procedure.input(cancelSuggestInput).mutation(({ ctx, input: { workspaceId, jobId } }) => ({
    cancelled: ctx.jobs.cancel(SUGGEST, workspaceId, jobId),
  })),
  /** What moving breaks and nothing else would give, without asking further; null: nothing is known to predict from. */
  freeMoves: procedure.input(freeMovesInput).query(({ ctx, input }) => freeMoves(ctx, input)),
  /** null: none since the app was started. */
  state: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.jobs.latest(SUGGEST, input.workspaceId)),
  /** The state now, and again after every change. Changes faster than the reader are left out. */
  watch: procedure.input(watchInput).subscription(async function* watch({ ctx, input, signal }) {
    for await (const { id, job } of ctx.jobs.watch(
      SUGGEST,
      input.workspaceId,
      signal ?? new AbortController().signal,
    )) {
      if (id !== input.lastEventId) yield tracked(id, job)
    }
  }),
})
