import { randomUUID } from 'node:crypto'
import { planFromFile, planToText } from '../../../shared/contract/plan-file.ts'
import { duplicatePlan } from '../../../shared/plan/starting-points.ts'
import type { WorkStore } from '../../store/work-store.ts'
import type { PlanApi } from './plan-api.ts'
import { readRules } from './read-rules.ts'

/** What the work thread does with plans, large ones too: the main thread sees their text only. `storeOf` opens a workspace's work, or throws. */
export function planFunctions(storeOf: (id: string) => WorkStore): PlanApi {
  return {
    listPlans: async (id) => storeOf(id).plans.list(),
    readPlan: async (id, planId) => storeOf(id).plans.get(planId),
    createPlan: async (id, plan, settings) => storeOf(id).plans.create(plan, settings),
    importPlan: async (id, text) => storeOf(id).plans.create(planFromFile(text)),
    async duplicatePlan(id, planId, name) {
      const { plans } = storeOf(id)
      const { plan, settings } = plans.get(planId)
      return plans.create(duplicatePlan(plan, { name: name ?? plan.name, newId: randomUUID }), settings)
    },
    async exportPlan(id, planId) {
      const { plan } = storeOf(id).plans.get(planId)
      return { name: plan.name, text: planToText(plan) }
    },
    applyToPlan: async (id, planId, edit) => storeOf(id).plans.apply(planId, edit),
    savePlanSettings: async (id, planId, patch) => storeOf(id).plans.saveSettings(planId, patch),
    archivePlan: async (id, planId, archived) => storeOf(id).plans.setArchived(planId, archived),
    erasePlan: async (id, planId) => storeOf(id).plans.erase(planId),
    listPublications: async (id) => storeOf(id).publications.list(),
    readPublication: async (id, publicationId) => storeOf(id).publications.get(publicationId),
    publishPlan: async (id, publication) => storeOf(id).publications.publish(publication),
    withdrawPublication: async (id, publicationId, from) => storeOf(id).publications.withdraw(publicationId, from),
    withdrawnWeeks: async (id, planId) => storeOf(id).publications.withdrawn(planId),
    freezeWeeks: async (id, publicationId, weeks) => storeOf(id).publications.freezeWeeks(publicationId, weeks),
    frozenWeek: async (id, publicationId, week) => storeOf(id).publications.frozenWeek(publicationId, week),
    publicationInForce: async (id, date, poolId) => storeOf(id).publications.inForce(date, poolId),
    listPlannedAgents: async (id) => storeOf(id).plannedAgents.list(),
    savePlannedAgent: async (id, agent) => storeOf(id).plannedAgents.save(agent),
    importRules: async (id, text) => {
      const { plannedAgents } = storeOf(id)
      const agents = readRules(text, plannedAgents.list())
      if (agents.length > 0) plannedAgents.save(...agents)
      return agents.map((agent) => agent.id)
    },
    removePlannedAgent: async (id, agentId) => storeOf(id).plannedAgents.remove(agentId),
    listShiftTemplates: async (id) => storeOf(id).shiftTemplates.list(),
    saveShiftTemplate: async (id, template) => storeOf(id).shiftTemplates.save(template),
    removeShiftTemplate: async (id, templateId) => storeOf(id).shiftTemplates.remove(templateId),
  }
}
