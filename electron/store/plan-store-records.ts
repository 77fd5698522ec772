import type { Plan, PlanKind } from '../../shared/plan/plan.ts'
import type { Rotation } from '../../shared/plan/rotation/rotation.ts'
import type { AgentRules } from '../../shared/plan/rules/rules.ts'
import type { PlanOperation, PlanStep } from '../../shared/plan/step.ts'
import type { JsonValue } from './no-secrets.ts'

/** What a plan's editor keeps beside its shifts (rules, costs, ...), by name. */
export type PlanSettings = { readonly [name: string]: JsonValue }

/** A plan as a list shows it. Instants are epoch milliseconds. */
export interface PlanSummary {
  readonly id: string
  readonly name: string
  readonly kind: PlanKind
  readonly timeZone: string
  readonly poolId: string | null
  readonly archived: boolean
  readonly createdAt: number
  readonly updatedAt: number
  readonly revision: number
  readonly shifts: number
  readonly openShifts: number
  /** Agents who have a shift. */
  readonly agents: number
  /** Of all shifts on the wall clock, without their breaks. */
  readonly workedMinutes: number
  /** First and last local date of a dated plan with shifts. */
  readonly dates: { readonly from: string; readonly to: string } | null
  /** How its weeks repeat; null: they do not, or every week is the same. */
  readonly rotation: Rotation | null
  /** The newest first. */
  readonly publications: readonly PublicationSummary[]
}

/** A plan with everything that its editor needs. */
export interface StoredPlan {
  readonly id: string
  readonly revision: number
  readonly archived: boolean
  readonly createdAt: number
  readonly updatedAt: number
  readonly plan: Plan
  /** What can be undone, the newest last: the newest 2,000 steps, or fewer where they are very large. */
  readonly done: readonly PlanStep[]
  /** What can be done again, the next one last. */
  readonly undone: readonly PlanStep[]
  readonly settings: PlanSettings
  readonly publications: readonly PublicationSummary[]
}

/** Operations on the plan as it was at a revision, all or none. */
export interface PlanEdit {
  readonly expectedRevision: number
  readonly operations: readonly PlanOperation[]
}

export interface PublicationSummary {
  readonly id: string
  /** In the order of publishing. */
  readonly number: number
  readonly planId: string
  /** 1 is the plan's first. */
  readonly version: number
  readonly poolId: string | null
  readonly timeZone: string
  /** Local dates on which the first and the last week begin; null: until another takes over. */
  readonly firstWeek: string
  readonly lastWeek: string | null
  readonly publishedAt: number
  /** The plan's revision that was published. */
  readonly revision: number
  /** Weeks whose prediction is kept, in order. */
  readonly frozenWeeks: readonly string[]
}

export interface Publication extends PublicationSummary {
  /** As it was published. */
  readonly plan: Plan
  readonly settings: PlanSettings
}

/** A plan as it was published for weeks that were taken back; `lastWeek` null: it had no end. */
export type WithdrawnWeeks = Pick<Publication, 'plan' | 'firstWeek' | 'lastWeek'>

export interface NewPublication {
  readonly planId: string
  readonly firstWeek: string
  readonly lastWeek: string | null
  /** The revision that its publisher saw; absent: whatever is stored. */
  readonly expectedRevision?: number
  /** Epoch milliseconds; absent: now. */
  readonly publishedAt?: number
}

/** What was predicted of one week of a publication. */
export interface WeekSnapshot {
  /** Local date on which it begins. */
  readonly week: string
  readonly frozenAt: number
  /** Slot values, model, draws, seed, as the prediction gave them. */
  readonly prediction: JsonValue
}

/** What the user says of an agent. */
export interface PlannedAgent {
  readonly id: string
  /** null: as the source calls them. */
  readonly name: string | null
  readonly rules: AgentRules
}
