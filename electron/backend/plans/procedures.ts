import { workspaceInput } from '../core/inputs.ts'
import { procedure, router } from '../core/procedure.ts'
import { publishedShiftsInput, publishInput, withdrawInput } from '../publishing/inputs.ts'
import { listPublishedShifts } from '../publishing/published-shifts.ts'
import { listPublications, publishPlan, withdrawPlan } from '../publishing/use-cases.ts'
import {
  createPlanInput,
  duplicateInput,
  editInput,
  listPlansInput,
  planInput,
  saveCopyInput,
  savePlanSettingsInput,
  saveTemplateInput,
  templateInput,
} from './inputs.ts'
import {
  createPlan,
  duplicatePlan,
  editPlan,
  erasePlan,
  exportPlan,
  getPlan,
  listPlans,
  removeTemplate,
  saveCopy,
  savePlanSettings,
  saveTemplate,
  setArchived,
} from './use-cases.ts'

/** Stored plans: every change is on the disk when it is answered. */
export const plansRouter = router({
  list: procedure.input(listPlansInput).query(({ ctx, input }) => listPlans(ctx, input)),
  get: procedure.input(planInput).query(({ ctx, input }) => getPlan(ctx, input)),
  create: procedure.input(createPlanInput).mutation(({ ctx, input }) => createPlan(ctx, input)),
  /** Refused as 'plan-changed' where another window changed the plan meanwhile. */
  edit: procedure.input(editInput).mutation(({ ctx, input }) => editPlan(ctx, input)),
  /** What was refused is kept as a plan of its own. */
  saveCopy: procedure.input(saveCopyInput).mutation(({ ctx, input }) => saveCopy(ctx, input)),
  saveSettings: procedure.input(savePlanSettingsInput).mutation(({ ctx, input }) => savePlanSettings(ctx, input)),
  duplicate: procedure.input(duplicateInput).mutation(({ ctx, input }) => duplicatePlan(ctx, input)),
  archive: procedure.input(planInput).mutation(({ ctx, input }) => setArchived(ctx, input, true)),
  restore: procedure.input(planInput).mutation(({ ctx, input }) => setArchived(ctx, input, false)),
  erase: procedure.input(planInput).mutation(({ ctx, input }) => erasePlan(ctx, input)),
  exportFile: procedure.input(planInput).query(({ ctx, input }) => exportPlan(ctx, input)),
  publish: procedure.input(publishInput).mutation(({ ctx, input }) => publishPlan(ctx, input)),
  /** Takes back the weeks that have not begun; what was predicted of the others is kept. */
  withdraw: procedure.input(withdrawInput).mutation(({ ctx, input }) => withdrawPlan(ctx, input)),
  publications: procedure.input(workspaceInput).query(({ ctx, input }) => listPublications(ctx, input)),
  publishedShifts: procedure.input(publishedShiftsInput).query(({ ctx, input }) => listPublishedShifts(ctx, input)),
})

/** Shifts that are used often. */
export const templatesRouter = router({
  list: procedure
    .input(workspaceInput)
    .query(({ ctx, input }) => ctx.data.work().listShiftTemplates(input.workspaceId)),
  save: procedure.input(saveTemplateInput).mutation(({ ctx, input }) => saveTemplate(ctx, input)),
  remove: procedure.input(templateInput).mutation(({ ctx, input }) => removeTemplate(ctx, input)),
})
