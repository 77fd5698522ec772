import { workspaceInput } from './inputs.ts'
import {
  agentInput,
  createPlanInput,
  duplicateInput,
  editInput,
  frozenWeekInput,
  importFileInput,
  inForceInput,
  planInput,
  publicationInput,
  publishInput,
  saveAgentInput,
  saveCopyInput,
  savePlanSettingsInput,
  saveTemplateInput,
  templateInput,
} from './plan-inputs.ts'
import { procedure, router } from './procedure.ts'

/** Stored plans: every change is on the disk when it is answered. */
export const plansRouter = router({
  list: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.plans.list(input.workspaceId)),
  get: procedure.input(planInput).query(({ ctx, input }) => ctx.services.plans.get(input)),
  create: procedure.input(createPlanInput).mutation(({ ctx, input }) => ctx.services.plans.create(input)),
  /** Refused as 'plan-changed' where another window changed the plan meanwhile. */
  edit: procedure.input(editInput).mutation(({ ctx, input }) => ctx.services.plans.apply(input)),
  /** What was refused is kept as a plan of its own. */
  saveCopy: procedure.input(saveCopyInput).mutation(({ ctx, input }) => ctx.services.plans.saveCopy(input)),
  saveSettings: procedure.input(savePlanSettingsInput).mutation(({ ctx, input }) => ctx.services.plans.saveSettings(input)),
  duplicate: procedure.input(duplicateInput).mutation(({ ctx, input }) => ctx.services.plans.duplicate(input)),
  archive: procedure.input(planInput).mutation(({ ctx, input }) => ctx.services.plans.archive(input)),
  restore: procedure.input(planInput).mutation(({ ctx, input }) => ctx.services.plans.restore(input)),
  erase: procedure.input(planInput).mutation(({ ctx, input }) => ctx.services.plans.erase(input)),
  importFile: procedure.input(importFileInput).mutation(({ ctx, input }) => ctx.services.plans.importFile(input)),
  exportFile: procedure.input(planInput).query(({ ctx, input }) => ctx.services.plans.exportFile(input)),
  publish: procedure.input(publishInput).mutation(({ ctx, input }) => ctx.services.plans.publish(input)),
  /** Takes back the weeks that have not begun; what was predicted of the others is kept. */
  withdraw: procedure.input(publicationInput).mutation(({ ctx, input }) => ctx.services.plans.withdraw(input)),
  publications: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.plans.publications(input.workspaceId)),
  publication: procedure.input(publicationInput).query(({ ctx, input }) => ctx.services.plans.publication(input)),
  /** What was predicted of a week when it was frozen. */
  frozenWeek: procedure.input(frozenWeekInput).query(({ ctx, input }) => ctx.services.plans.frozenWeek(input)),
  inForce: procedure.input(inForceInput).query(({ ctx, input }) => ctx.services.plans.inForce(input)),
})

/** Who can be planned, and the rules that hold for each. */
export const agentsRouter = router({
  list: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.plans.agents(input.workspaceId)),
  save: procedure.input(saveAgentInput).mutation(({ ctx, input }) => ctx.services.plans.saveAgent(input)),
  /** Rules files: what was said of agents, to be kept or taken to another workspace. */
  exportRules: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.plans.exportRules(input.workspaceId)),
  importRules: procedure.input(importFileInput).mutation(({ ctx, input }) => ctx.services.plans.importRules(input)),
  remove: procedure.input(agentInput).mutation(({ ctx, input }) => ctx.services.plans.removeAgent(input)),
})

/** Shifts that are used often. */
export const templatesRouter = router({
  list: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.plans.templates(input.workspaceId)),
  save: procedure.input(saveTemplateInput).mutation(({ ctx, input }) => ctx.services.plans.saveTemplate(input)),
  remove: procedure.input(templateInput).mutation(({ ctx, input }) => ctx.services.plans.removeTemplate(input)),
})
