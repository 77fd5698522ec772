import { workspaceInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'

/** How today goes, and whether coverage is low. */
export const todayRouter = router({
  get: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.today.get(input.workspaceId)),
  alert: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.today.alert(input.workspaceId)),
  dismissAlert: procedure.input(workspaceInput).mutation(({ ctx, input }) => ctx.services.today.dismissAlert(input.workspaceId)),
})
