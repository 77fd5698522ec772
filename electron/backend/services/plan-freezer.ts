import type { Plan } from '../../../shared/plan/plan.ts'
import type { JsonValue } from '../../store/no-secrets.ts'

/** One week to predict. */
export interface WeekToFreeze {
  /** Local date on which it begins. */
  readonly week: string
  /** Nothing at or after this instant may go into its prediction. */
  readonly origin: number
}

export interface FreezeRequest {
  readonly workspaceId: string
  readonly plan: Plan
  readonly weeks: readonly WeekToFreeze[]
}

/** Predicts weeks of a plan, to be kept as they are. */
export interface PlanFreezer {
  /** Slot values, model, draws and seed of each week as plain JSON, in their order. Throws where the history says too little. */
  predictWeeks(request: FreezeRequest): Promise<readonly JsonValue[]>
}
