import { procedure, router, terminalProcedure } from '../core/procedure.ts'
import { agentFileInput, uploadedAgentFileInput } from './inputs.ts'
import { importAgentFile, previewAgentFile, storeAgentFile } from './use-cases.ts'

/** Tables that say when agents are away, or when they can work. */
export const agentFilesRouter = router({
  /** What is in an uploaded file, and what of it is there already; nothing is stored. */
  preview: procedure.input(uploadedAgentFileInput).mutation(({ ctx, input }) => previewAgentFile(ctx, input)),
  /** Adds the time off of an uploaded file, or replaces the availability of the agents it names. */
  store: procedure.input(uploadedAgentFileInput).mutation(({ ctx, input }) => storeAgentFile(ctx, input)),
  importFile: terminalProcedure.input(agentFileInput).mutation(({ ctx, input }) => importAgentFile(ctx, input)),
})
