import type { ShiftTemplate } from '../../../shared/plan/edits/templates.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type {
  FrozenWeek,
  NewPublication,
  PlanEdit,
  PlannedAgent,
  PlanSettings,
  PlanSummary,
  Publication,
  PublicationSummary,
  StoredPlan,
  WithdrawnWeeks,
} from '../../store/plan-store-records.ts'

/** Plans and what belongs to them, by workspace. What is written is on the disk when the promise is kept. */
export interface PlanApi {
  /** The last changed first. */
  listPlans(id: string): Promise<readonly PlanSummary[]>
  /** Throws 'not-found'. */
  readPlan(id: string, planId: string): Promise<StoredPlan>
  /** Under a name that is free. Returns its id. Throws 'invalid-input' where it is no plan. */
  createPlan(id: string, plan: Plan, settings?: PlanSettings): Promise<string>
  /** A plan from the text of a plan file. Returns its id. Throws 'invalid-input' that names what is wrong in it. */
  importPlan(id: string, text: string): Promise<string>
  /** With its settings and without its history; every shift has a new id. `name` null: the plan's own, made free. Returns its id. */
  duplicatePlan(id: string, planId: string, name: string | null): Promise<string>
  /** A plan as the text of a plan file. Throws 'not-found'. */
  exportPlan(id: string, planId: string): Promise<{ readonly name: string; readonly text: string }>
  /** Throws 'plan-changed' where the plan is of another revision; then nothing of the edit is stored. An edit that arrives twice is stored once. */
  applyToPlan(id: string, planId: string, edit: PlanEdit): Promise<{ readonly revision: number }>
  /** Sets those named, removes those that are null. Returns all. */
  savePlanSettings(id: string, planId: string, patch: PlanSettings): Promise<PlanSettings>
  archivePlan(id: string, planId: string, archived: boolean): Promise<void>
  /** With its publications. Throws 'conflict' where it is not archived. */
  erasePlan(id: string, planId: string): Promise<void>

  /** The newest first. */
  listPublications(id: string): Promise<readonly PublicationSummary[]>
  /** Throws 'not-found'. */
  readPublication(id: string, publicationId: string): Promise<Publication>
  /** Freezes a copy of the plan as it is. Throws 'plan-changed' where it is not of the revision that was expected. */
  publishPlan(id: string, publication: NewPublication): Promise<PublicationSummary>
  /** Takes back the weeks from a date on; null: none is left, and it is gone. Throws 'conflict' where it has no such weeks. */
  withdrawPublication(id: string, publicationId: string, from: string): Promise<PublicationSummary | null>
  /** What was published of a plan for weeks that were taken back since, the oldest first. */
  withdrawnWeeks(id: string, planId: string): Promise<readonly WithdrawnWeeks[]>
  /** A week that is frozen stays as it was. Returns how many were new. */
  freezeWeeks(id: string, publicationId: string, weeks: readonly FrozenWeek[]): Promise<number>
  /** null: it was never frozen. */
  frozenWeek(id: string, publicationId: string, week: string): Promise<FrozenWeek | null>
  /** The publication of a pool (null: of all pools) that holds on a local date; null: none. */
  publicationInForce(id: string, date: string, poolId: string | null): Promise<PublicationSummary | null>

  listPlannedAgents(id: string): Promise<readonly PlannedAgent[]>
  /** In the place of what was said of the agent before. */
  savePlannedAgent(id: string, agent: PlannedAgent): Promise<void>
  /** Saves the agents of the text of a rules file, all or none; returns their ids. Throws 'invalid-input' that names what is wrong in it. */
  importRules(id: string, text: string): Promise<readonly string[]>
  /** false: nothing was said of the agent. */
  removePlannedAgent(id: string, agentId: string): Promise<boolean>
  /** The oldest first. */
  listShiftTemplates(id: string): Promise<readonly ShiftTemplate[]>
  /** In the place of the template with its id. */
  saveShiftTemplate(id: string, template: ShiftTemplate): Promise<void>
  /** false: there was none. */
  removeShiftTemplate(id: string, templateId: string): Promise<boolean>
}
