import type { z } from 'zod'
import type { StoredPlanOutput } from '../../../shared/contract/plan-output.ts'
import type { BackendContext } from '../core/context.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'
import type {
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
import { describePlans, describePublication } from './plan-entries.ts'

/** The plans of a workspace, the last changed first, archived ones among them. */
export async function listPlans(
  { data, clock }: BackendContext,
  { workspaceId, now }: z.output<typeof listPlansInput>,
) {
  return describePlans(await data.work().listPlans(workspaceId), now ?? clock())
}

/** What an editor opens. Instants are ISO. Throws 'not-found'. */
export async function getPlan({ data, clock }: BackendContext, { workspaceId, planId }: z.output<typeof planInput>) {
  const { createdAt, updatedAt, publications, ...stored } = await data.work().readPlan(workspaceId, planId)
  const all = { publications: await data.work().listPublications(workspaceId), now: clock() }
  return {
    ...stored,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    publications: publications.map((one) => describePublication(one, all)),
  }
}

/** Its name is made free: "October (2)". */
export async function createPlan(
  context: BackendContext,
  { workspaceId, plan, settings }: z.output<typeof createPlanInput>,
) {
  return entryOf(context, workspaceId, await context.data.work().createPlan(workspaceId, plan, settings))
}

/** Throws 'plan-changed' where another window changed the plan: then nothing is stored, and `saveCopy` keeps what the editor has. */
export function editPlan({ data }: BackendContext, { workspaceId, planId, ...edit }: z.output<typeof editInput>) {
  return data.work().applyToPlan(workspaceId, planId, edit)
}

/** What an editor has, as a new plan with the settings of the one it was. */
export async function saveCopy(context: BackendContext, { workspaceId, planId, plan }: z.output<typeof saveCopyInput>) {
  const { settings } = await context.data.work().readPlan(workspaceId, planId)
  return entryOf(context, workspaceId, await context.data.work().createPlan(workspaceId, plan, settings))
}

export function savePlanSettings(
  { data }: BackendContext,
  { workspaceId, planId, patch }: z.output<typeof savePlanSettingsInput>,
) {
  return data.work().savePlanSettings(workspaceId, planId, patch)
}

/** With its settings and without its history; every shift has a new id. `name` null: the plan's own, made free. */
export async function duplicatePlan(
  context: BackendContext,
  { workspaceId, planId, name }: z.output<typeof duplicateInput>,
) {
  return entryOf(context, workspaceId, await context.data.work().duplicatePlan(workspaceId, planId, name))
}

/** Puts a plan into the archive, or takes it back from there. */
export async function setArchived(
  context: BackendContext,
  { workspaceId, planId }: z.output<typeof planInput>,
  archived: boolean,
) {
  await context.data.work().archivePlan(workspaceId, planId, archived)
  return entryOf(context, workspaceId, planId)
}

/** With its publications. Throws 'conflict' where it is not archived. */
export async function erasePlan({ data }: BackendContext, { workspaceId, planId }: z.output<typeof planInput>) {
  const { plan } = await data.work().readPlan(workspaceId, planId)
  await data.work().erasePlan(workspaceId, planId)
  return { erased: plan.name }
}

/** A plan as a plan file. */
export async function exportPlan({ data }: BackendContext, { workspaceId, planId }: z.output<typeof planInput>) {
  const { name, text } = await data.work().exportPlan(workspaceId, planId)
  return { fileName: safeFileName(name, 'json'), text }
}

export function saveTemplate({ data }: BackendContext, { workspaceId, template }: z.output<typeof saveTemplateInput>) {
  return data.work().saveShiftTemplate(workspaceId, template)
}

export async function removeTemplate(
  { data }: BackendContext,
  { workspaceId, templateId }: z.output<typeof templateInput>,
) {
  return { removed: await data.work().removeShiftTemplate(workspaceId, templateId) }
}

async function entryOf(context: BackendContext, workspaceId: string, planId: string): Promise<StoredPlanOutput> {
  return (await listPlans(context, { workspaceId, now: null })).find(({ id }) => id === planId)!
}
