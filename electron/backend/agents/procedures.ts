import { workspaceInput } from '../core/inputs.ts'
import { procedure, router } from '../core/procedure.ts'
import { agentInput, exportRulesInput, importRulesInput, saveAgentInput } from './inputs.ts'
import { exportAvailability, exportRules, importRules, listAgents, removeAgent, saveAgent } from './use-cases.ts'

/** Who can be planned, and each one's rules. */
export const agentsRouter = router({
  list: procedure.input(workspaceInput).query(({ ctx, input }) => listAgents(ctx, input.workspaceId)),
  save: procedure.input(saveAgentInput).mutation(({ ctx, input }) => saveAgent(ctx, input)),
  /** Rules files: what the user entered of agents, to be kept or taken to another workspace. */
  exportRules: procedure.input(exportRulesInput).query(({ ctx, input }) => exportRules(ctx, input)),
  importRules: procedure.input(importRulesInput).mutation(({ ctx, input }) => importRules(ctx, input)),
  exportAvailability: procedure
    .input(workspaceInput)
    .query(({ ctx, input }) => exportAvailability(ctx, input.workspaceId)),
  remove: procedure.input(agentInput).mutation(({ ctx, input }) => removeAgent(ctx, input)),
})
