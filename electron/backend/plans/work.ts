import { randomUUID } from 'node:crypto'
import { planToText } from '../../../shared/contract/plan-file.ts'
import { replaceDays } from '../../../shared/plan/edits/replace-days.ts'
import type { ShiftTemplate } from '../../../shared/plan/edits/templates.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { duplicatePlan } from '../../../shared/plan/starting-points.ts'
import type { WeekSnapshot, NewPublication, PlanEdit, PlanSettings } from '../../store/plan-store-records.ts'
import type { WorkStore } from '../../store/work-store.ts'
import { publishedPlans } from '../publishing/published-plans.ts'

/** The days whose shifts are replaced, both inside, by those of a plan as JSON; `label` is what was done, for the menu. */
export interface ReplacedDays {
  readonly plan: string
  readonly first: number
  readonly last: number
  readonly label: string
}

/**
 * What the work thread does with plans, large ones too: the main thread sees their text only. What is written is on the disk when it is
 * answered. `storeOf` opens a workspace's work, or throws.
 */
export function planFunctions(storeOf: (id: string) => WorkStore) {
  return {
    /** The last changed first. */
    listPlans: (id: string) => storeOf(id).plans.list(),
    /** One of them, which is quicker where plans are large. Throws 'not-found'. */
    planSummary: (id: string, planId: string) => storeOf(id).plans.summary(planId),
    /** Throws 'not-found'. */
    readPlan: (id: string, planId: string) => storeOf(id).plans.get(planId),
    /** Under a name that is free. Returns its id. Throws 'invalid-input' where it is no plan. */
    createPlan: (id: string, plan: Plan, settings: PlanSettings = {}) => storeOf(id).plans.create(plan, settings),
    /** From a plan as JSON: large ones cross threads as text. Returns its id. */
    createPlanFromJson: (id: string, plan: string) => storeOf(id).plans.create(JSON.parse(plan) as Plan),
    /** Gives days of a plan the shifts of another, given as JSON, in one step that can be undone. What is there already stays as it is. Throws 'not-found', 'conflict'. */
    replaceDays(id: string, planId: string, { plan, ...days }: ReplacedDays): { added: number; removed: number } {
      const { plans } = storeOf(id)
      const stored = plans.get(planId)
      const { shifts } = JSON.parse(plan) as Plan
      const step = replaceDays(stored.plan, { ...days, shifts, newId: randomUUID })
      if (step === null) return { added: 0, removed: 0 }
      plans.apply(planId, { expectedRevision: stored.revision, operations: [{ kind: 'do', step }] })
      return { added: step.added.length, removed: step.removed.length }
    },
    /** With its settings and without its history; every shift has a new id. `name` null: the plan's own, made free. Returns its id. */
    duplicatePlan(id: string, planId: string, name: string | null) {
      const { plans } = storeOf(id)
      const { plan, settings } = plans.get(planId)
      return plans.create(duplicatePlan(plan, { name: name ?? plan.name, newId: randomUUID }), settings)
    },
    /** A plan as the text of a plan file. Throws 'not-found'. */
    exportPlan(id: string, planId: string) {
      const { plan } = storeOf(id).plans.get(planId)
      return { name: plan.name, text: planToText(plan) }
    },
    /** Throws 'plan-changed' where the plan is of another revision; then nothing of the edit is stored. An edit that arrives twice is stored once. */
    applyToPlan: (id: string, planId: string, edit: PlanEdit) => storeOf(id).plans.apply(planId, edit),
    /** Sets those named, removes those that are null. Returns all. */
    savePlanSettings: (id: string, planId: string, patch: PlanSettings) =>
      storeOf(id).plans.saveSettings(planId, patch),
    archivePlan: (id: string, planId: string, archived: boolean) => storeOf(id).plans.setArchived(planId, archived),
    /** With its publications. Throws 'conflict' where it is not archived. */
    erasePlan: (id: string, planId: string) => storeOf(id).plans.erase(planId),

    /** The newest first. */
    listPublications: (id: string) => storeOf(id).publications.list(),
    /** Throws 'not-found'. */
    readPublication: (id: string, publicationId: string) => storeOf(id).publications.get(publicationId),
    /** Every plan that was published and can be read, with the days for which it was. */
    publishedPlans: (id: string) => publishedPlans(storeOf(id).publications),
    /** Keeps a copy of the plan as it is. Throws 'plan-changed' where it is not of the revision that was expected. */
    publishPlan: (id: string, publication: NewPublication) => storeOf(id).publications.publish(publication),
    /** Takes back the weeks from a date on; null: none is left, and it is gone. Throws 'conflict' where it has no such weeks. */
    withdrawPublication: (id: string, publicationId: string, from: string) =>
      storeOf(id).publications.withdraw(publicationId, from),
    /** What was published of a plan for weeks that were taken back since, the oldest first. */
    withdrawnWeeks: (id: string, planId: string) => storeOf(id).publications.withdrawn(planId),
    /** A week that has a snapshot stays as it was. Returns how many were new. */
    addSnapshots: (id: string, publicationId: string, weeks: readonly WeekSnapshot[]) =>
      storeOf(id).publications.addSnapshots(publicationId, weeks),
    /** What was predicted of a week when it was published; null: nothing was. */
    weekSnapshot: (id: string, publicationId: string, week: string) =>
      storeOf(id).publications.snapshot(publicationId, week),

    /** The oldest first. */
    listShiftTemplates: (id: string) => storeOf(id).shiftTemplates.list(),
    /** In the place of the template with its id. */
    saveShiftTemplate: (id: string, template: ShiftTemplate) => storeOf(id).shiftTemplates.save(template),
    /** false: there was none. */
    removeShiftTemplate: (id: string, templateId: string) => storeOf(id).shiftTemplates.remove(templateId),
  }
}
