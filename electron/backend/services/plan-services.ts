import type { PublicationOutput, PublicationOverlap, StoredPlanOutput } from '../../../shared/contract/plan-output.ts'
import type { ShiftTemplate } from '../../../shared/plan/edits/templates.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { AgentRules } from '../../../shared/plan/rules/rules.ts'
import type { PlanOperation, PlanStep } from '../../../shared/plan/step.ts'
import type { PlanFile } from '../../../shared/contract/plan-file.ts'
import type { JsonValue } from '../../store/no-secrets.ts'
import type { PlanSettings } from '../../store/plan-store-records.ts'
import type { WorkspaceChoice } from './services.ts'

/** Plans for the app. Every instant is ISO, every date local. What is written is on the disk when the promise is kept. */
export interface AppPlans {
  /** The last changed first, archived ones among them. */
  list(workspaceId: string): Promise<readonly StoredPlanOutput[]>
  get(request: PlanRequest): Promise<PlanDocument>
  /** Its name is made free: "October (2)". */
  create(request: { readonly workspaceId: string; readonly plan: Plan; readonly settings: PlanSettings }): Promise<StoredPlanOutput>
  /** Throws 'plan-changed' where another window changed the plan: then nothing is stored, and `saveCopy` keeps what the editor has. */
  apply(request: PlanRequest & { readonly expectedRevision: number; readonly operations: readonly PlanOperation[] }): Promise<{ readonly revision: number }>
  /** What an editor has, as a new plan with the settings of the one it was. */
  saveCopy(request: PlanRequest & { readonly plan: Plan }): Promise<StoredPlanOutput>
  saveSettings(request: PlanRequest & { readonly patch: PlanSettings }): Promise<PlanSettings>
  /** With its settings and without its history; every shift has a new id. `name` null: the plan's own, made free. */
  duplicate(request: PlanRequest & { readonly name: string | null }): Promise<StoredPlanOutput>
  archive(request: PlanRequest): Promise<StoredPlanOutput>
  restore(request: PlanRequest): Promise<StoredPlanOutput>
  /** With its publications. Throws 'conflict' where it is not archived. */
  erase(request: PlanRequest): Promise<{ readonly erased: string }>
  /** Throws 'invalid-input' that names what is wrong in the file; pools and agents may be such that the workspace does not know. */
  importFile(request: { readonly workspaceId: string; readonly text: string }): Promise<StoredPlanOutput & Pick<ImportedPlan, 'warnings'>>
  exportFile(request: PlanRequest): Promise<{ readonly fileName: string; readonly text: string }>
  /** Its weeks are predicted afterwards, one by one: `publications` says how far that is. */
  publish(request: PublishRequest): Promise<PublishAnswer>
  /** Takes back the weeks of a publication that have not begun. Throws 'conflict' where all have. */
  withdraw(request: { readonly workspaceId: string; readonly publicationId: string }): Promise<WithdrawAnswer>
  /** The newest first. */
  publications(workspaceId: string): Promise<readonly PlanPublication[]>
  /** The plan as it was published. */
  publication(request: { readonly workspaceId: string; readonly publicationId: string }): Promise<PublishedPlan>
  /** What was predicted of a week when it was frozen; null: nothing was. */
  frozenWeek(request: { readonly workspaceId: string; readonly publicationId: string; readonly week: string }): Promise<{ readonly frozenAt: string; readonly prediction: JsonValue } | null>
  /** The plan that holds for the week that begins on a date: of the pool, else of all pools. */
  inForce(request: { readonly workspaceId: string; readonly week: string; readonly poolId: string | null }): Promise<PublishedPlan | null>
  /** Agents of the source and those the user added, by name. */
  agents(workspaceId: string): Promise<readonly AgentEntry[]>
  saveAgent(request: { readonly workspaceId: string; readonly agentId: string; readonly name: string | null; readonly rules: AgentRules }): Promise<void>
  /** An agent of the source falls back on what the source says; another is gone. */
  removeAgent(request: { readonly workspaceId: string; readonly agentId: string }): Promise<{ readonly removed: boolean }>
  /** What the user said of agents, as a rules file. */
  exportRules(workspaceId: string): Promise<{ readonly fileName: string; readonly text: string }>
  /** What a rules file says of agents, in the place of what was said of them before. Throws 'invalid-input' that names what is wrong in it. */
  importRules(request: { readonly workspaceId: string; readonly text: string }): Promise<ImportedRules>
  templates(workspaceId: string): Promise<readonly ShiftTemplate[]>
  saveTemplate(request: { readonly workspaceId: string; readonly template: ShiftTemplate }): Promise<void>
  removeTemplate(request: { readonly workspaceId: string; readonly templateId: string }): Promise<{ readonly removed: boolean }>
}

export interface ImportedRules {
  /** How many agents the file names. */
  readonly agents: number
  /** Those of them whom the workspace did not know; they were added. */
  readonly added: readonly string[]
}

export interface PlanRequest {
  readonly workspaceId: string
  readonly planId: string
}

/** What an editor opens. */
export interface PlanDocument {
  readonly id: string
  readonly revision: number
  readonly archived: boolean
  readonly createdAt: string
  readonly updatedAt: string
  /** Its shifts in order. */
  readonly plan: Plan
  /** What can be undone, the newest last. */
  readonly done: readonly PlanStep[]
  /** What can be done again, the next one last. */
  readonly undone: readonly PlanStep[]
  readonly settings: PlanSettings
  readonly publications: readonly PublicationOutput[]
}

export interface PublishRequest extends PlanRequest {
  /** Local date on which the first week begins; weeks are counted from it. */
  readonly firstWeek: string
  /** A date of the last week; null: until another publication takes over. */
  readonly lastWeek: string | null
  /** The revision its user sees; null: whatever is stored. */
  readonly expectedRevision: number | null
}

export interface PublishAnswer {
  readonly publication: PublicationOutput
  /** Other plans of the same pool that are published for some of its weeks. In them the newest publication holds: this one. */
  readonly overlaps: readonly PublicationOverlap[]
  /** Why weeks have no prediction yet; null: all that can have one have it. Those that lack it get it with a later sync. */
  readonly notPredicted: string | null
}

export interface WithdrawAnswer {
  /** The first week that is taken back. */
  readonly from: string
  /** null: no week of it had begun, and it is gone. */
  readonly publication: PublicationOutput | null
  /** The plan that holds in that week now; null: none. */
  readonly heldBy: { readonly planId: string; readonly planName: string } | null
}

export interface PlanPublication extends PublicationOutput {
  /** The plan's revision that was published: a higher one was edited since. */
  readonly revision: number
  /** The first week that can be taken back; null: every week has begun. */
  readonly withdrawableFrom: string | null
  readonly planId: string
  readonly planName: string
  readonly poolId: string | null
  readonly timeZone: string
  readonly overlaps: readonly PublicationOverlap[]
}

export interface PublishedPlan {
  readonly publicationId: string
  readonly planId: string
  readonly version: number
  readonly firstWeek: string
  readonly lastWeek: string | null
  readonly publishedAt: string
  readonly frozenWeeks: readonly string[]
  readonly plan: Plan
  readonly settings: PlanSettings
}

export interface AgentEntry {
  readonly id: string
  /** As plans show it: the user's, else the source's, else the id. */
  readonly name: string
  readonly sourceName: string | null
  readonly inSource: boolean
  /** false: the source had the agent and has not any more. */
  readonly present: boolean
  /** The source calls the agent deactivated since that instant: part of the past, and of no plan from then on. null: active. */
  readonly inactiveSince: string | null
  /** Pools that the source says the agent serves; null: not known, which counts as all. */
  readonly sourcePools: readonly string[] | null
  readonly lastOnline: string | null
  /** What the user said; pools, where the user said nothing of them, as the source has them. */
  readonly rules: AgentRules
  /** Whether the user said something of the agent. */
  readonly edited: boolean
}

/** Stored plans for the command line. */
export interface PlanCommands {
  listPlans(request: PlansRequest & { readonly timeZone: string | null }): Promise<{ readonly plans: readonly StoredPlanOutput[]; readonly timeZone: string }>
  showPlan(request: NamedPlan): Promise<ShownPlan>
  /** The text of a plan file. */
  importPlan(request: PlansRequest & { readonly text: string; readonly name: string | null }): Promise<ImportedPlan>
  publishPlan(request: NamedPlan & { readonly from: string; readonly to: string | null }): Promise<PublishAnswer & { readonly plan: StoredPlanOutput }>
  /** Takes back the weeks of its newest publication that have not begun. Throws 'conflict' where there are none. */
  withdrawPlan(request: NamedPlan): Promise<WithdrawAnswer & { readonly plan: StoredPlanOutput }>
}

export interface PlansRequest extends WorkspaceChoice {
  /** null: the clock. Decides what is in force. */
  readonly now: number | null
}

export interface ImportedPlan {
  readonly plan: StoredPlanOutput
  /** What of the plan the workspace does not know, and shifts of which a change of the clock leaves nothing, in words. */
  readonly warnings: readonly string[]
}

export interface NamedPlan extends PlansRequest {
  /** Its id or its name. */
  readonly plan: string
}

export interface ShownPlan {
  readonly plan: StoredPlanOutput
  readonly file: PlanFile
  readonly text: string
  /** Names of the agents who have shifts, by id, as far as they are known. */
  readonly agentNames: Readonly<Record<string, string>>
}
