import { workspaceInput } from '../core/inputs.ts'
import { procedure, router } from '../core/procedure.ts'
import { gap } from './gap.ts'
import { gapInput, todayInput } from './inputs.ts'
import { coverageAlert, dismissAlert, today } from './use-cases.ts'

/** How today goes, and whether coverage is low. */
export const todayRouter = router({
  get: procedure.input(todayInput).query(({ ctx, input }) => today(ctx, input)),
  /** The best three ways to cover for an agent who is away; null: nothing of theirs is left today. */
  gap: procedure.input(gapInput).query(({ ctx, input }) => gap(ctx, input)),
  alert: procedure.input(workspaceInput).query(({ ctx, input }) => coverageAlert(ctx, input.workspaceId)),
  dismissAlert: procedure.input(workspaceInput).mutation(({ ctx, input }) => dismissAlert(ctx, input.workspaceId)),
})
