import type { Plan, Shift } from './plan.ts'
import type { Rotation } from './rotation/rotation.ts'

/** What of a plan is not its shifts. */
export type PlanDetails = Pick<Plan, 'name' | 'timeZone' | 'poolId'> &
  Required<Pick<Plan, 'assumptions'>> & {
    /** null: its weeks do not repeat. */
    readonly rotation: Rotation | null
  }

/** One edit, with what it takes to undo it. Plain JSON, so that it can be stored and sent. */
export interface PlanStep {
  /** Unique, so that a step which arrives twice is applied once. */
  readonly id: string
  /** What was done, for the menu: "Move shift". */
  readonly label: string
  readonly removed: readonly Shift[]
  /** A changed shift is removed and added under the same id. */
  readonly added: readonly Shift[]
  readonly details: { readonly before: Partial<PlanDetails>; readonly after: Partial<PlanDetails> } | null
}

/** What an editor sends to the store, in order. An undone step stays, for redo, until another is done. */
export type PlanOperation =
  | { readonly kind: 'do'; readonly step: PlanStep }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
