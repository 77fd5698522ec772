import { rulesToText } from '../../../shared/contract/rules-file.ts'
import type { StoredPlanOutput } from '../../../shared/contract/plan-output.ts'
import type { Publication } from '../../store/plan-store-records.ts'
import { safeFileName } from '../file-transfers.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { importWarnings } from './import-warnings.ts'
import { listAgents } from './plan-agents.ts'
import { describePlans, describePublication, newestFirst, overlapsOf } from './plan-entries.ts'
import { freezePublication } from './plan-freezing.ts'
import type { PlanFreezer } from './plan-freezer.ts'
import { publish, publishAnswer, withdraw, withdrawableFrom } from './plan-publishing.ts'
import type { AppPlans, PlanRequest, PublishedPlan } from './plan-services.ts'

/** Stored plans, agents and templates of any workspace, by id. */
export function appPlans(deps: ServiceDependencies, freezer: PlanFreezer): AppPlans {
  const work = () => deps.data.work()
  const now = (): number => deps.clock()
  const list = async (workspaceId: string): Promise<readonly StoredPlanOutput[]> => describePlans(await work().listPlans(workspaceId), now())
  const entry = async (workspaceId: string, planId: string): Promise<StoredPlanOutput> => (await list(workspaceId)).find(({ id }) => id === planId)!
  // One after the other, so that whoever else asks for a computation waits for one week at most. It never fails.
  let freezing: Promise<void> = Promise.resolve()
  const setArchived = async ({ workspaceId, planId }: PlanRequest, archived: boolean): Promise<StoredPlanOutput> => {
    await work().archivePlan(workspaceId, planId, archived)
    return entry(workspaceId, planId)
  }

  return {
    list,
    async get({ workspaceId, planId }) {
      const { createdAt, updatedAt, publications, ...stored } = await work().readPlan(workspaceId, planId)
      const all = { publications: await work().listPublications(workspaceId), now: now() }
      return {
        ...stored,
        createdAt: new Date(createdAt).toISOString(),
        updatedAt: new Date(updatedAt).toISOString(),
        publications: publications.map((one) => describePublication(one, all)),
      }
    },
    create: async ({ workspaceId, plan, settings }) => entry(workspaceId, await work().createPlan(workspaceId, plan, settings)),
    apply: ({ workspaceId, planId, expectedRevision, operations }) => work().applyToPlan(workspaceId, planId, { expectedRevision, operations }),
    async saveCopy({ workspaceId, planId, plan }) {
      const { settings } = await work().readPlan(workspaceId, planId)
      return entry(workspaceId, await work().createPlan(workspaceId, plan, settings))
    },
    saveSettings: ({ workspaceId, planId, patch }) => work().savePlanSettings(workspaceId, planId, patch),
    duplicate: async ({ workspaceId, planId, name }) => entry(workspaceId, await work().duplicatePlan(workspaceId, planId, name)),
    archive: (request) => setArchived(request, true),
    restore: (request) => setArchived(request, false),
    async erase({ workspaceId, planId }) {
      const { plan } = await work().readPlan(workspaceId, planId)
      await work().erasePlan(workspaceId, planId)
      return { erased: plan.name }
    },
    async importFile({ workspaceId, text }) {
      const planId = await work().importPlan(workspaceId, text)
      const { plan } = await work().readPlan(workspaceId, planId)
      return { ...(await entry(workspaceId, planId)), warnings: await importWarnings(deps, workspaceId, plan) }
    },
    async exportFile({ workspaceId, planId }) {
      const { name, text } = await work().exportPlan(workspaceId, planId)
      return { fileName: safeFileName(name, 'json'), text }
    },
    async publish(request) {
      const options = { work: work(), freezer, clock: deps.clock }
      const publication = await publish(options, request)
      // Nobody waits for it: what is not done when the app is closed is done with the next sync, as of the same moment.
      freezing = freezing.then(async () => {
        const problem = await freezePublication(options, request.workspaceId, publication)
        if (problem !== null && problem.code !== 'cancelled') deps.onNotice(`A published plan could not be predicted yet: ${problem.message}`)
      })
      return publishAnswer(options, { workspaceId: request.workspaceId, id: publication.id, problem: null })
    },
    withdraw: ({ workspaceId, publicationId }) => withdraw({ work: work(), clock: deps.clock }, workspaceId, publicationId),
    async publications(workspaceId) {
      const plans = await work().listPlans(workspaceId)
      const all = { publications: newestFirst(plans), now: now() }
      return all.publications.map((one) => ({
        ...describePublication(one, all),
        planId: one.planId,
        planName: plans.find(({ id }) => id === one.planId)!.name,
        poolId: one.poolId,
        timeZone: one.timeZone,
        revision: one.revision,
        withdrawableFrom: withdrawableFrom(one, all.now),
        overlaps: overlapsOf(one, plans),
      }))
    },
    publication: async ({ workspaceId, publicationId }) => publishedPlan(await work().readPublication(workspaceId, publicationId)),
    async frozenWeek({ workspaceId, publicationId, week }) {
      const frozen = await work().frozenWeek(workspaceId, publicationId, week)
      return frozen === null ? null : { frozenAt: new Date(frozen.frozenAt).toISOString(), prediction: frozen.prediction }
    },
    async inForce({ workspaceId, week, poolId }) {
      const found = (await work().publicationInForce(workspaceId, week, poolId)) ?? (poolId === null ? null : await work().publicationInForce(workspaceId, week, null))
      return found === null ? null : publishedPlan(await work().readPublication(workspaceId, found.id))
    },
    agents: (workspaceId) => listAgents(deps, workspaceId),
    saveAgent: ({ workspaceId, agentId, name, rules }) => work().savePlannedAgent(workspaceId, { id: agentId, name, rules }),
    removeAgent: async ({ workspaceId, agentId }) => ({ removed: await work().removePlannedAgent(workspaceId, agentId) }),
    exportRules: async (workspaceId) => ({ fileName: 'rules.json', text: rulesToText(await work().listPlannedAgents(workspaceId)) }),
    async importRules({ workspaceId, text }) {
      const known = new Set((await listAgents(deps, workspaceId)).map(({ id }) => id))
      const ids = await work().importRules(workspaceId, text)
      return { agents: ids.length, added: ids.filter((id) => !known.has(id)) }
    },
    templates: (workspaceId) => work().listShiftTemplates(workspaceId),
    saveTemplate: ({ workspaceId, template }) => work().saveShiftTemplate(workspaceId, template),
    removeTemplate: async ({ workspaceId, templateId }) => ({ removed: await work().removeShiftTemplate(workspaceId, templateId) }),
  }
}

function publishedPlan({ id, planId, version, firstWeek, lastWeek, publishedAt, frozenWeeks, plan, settings }: Publication): PublishedPlan {
  return { publicationId: id, planId, version, firstWeek, lastWeek, publishedAt: new Date(publishedAt).toISOString(), frozenWeeks, plan, settings }
}
