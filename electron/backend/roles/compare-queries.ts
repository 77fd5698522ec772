import type { AgentAdherence } from '../../../shared/compare/adherence.ts'
import type { SlotAdherence } from '../../../shared/compare/adherence-slots.ts'
import type { WeekComparison, WeekDetail } from '../../../shared/compare/compare-week.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { FrozenPrediction } from '../../../shared/predict/assemble/frozen-prediction.ts'

/** A published week that is to be held against what happened. */
export interface CompareQuery {
  readonly workspaceId: string
  readonly publicationId: string
  /** As it was published. */
  readonly plan: Plan
  /** As it was kept. */
  readonly prediction: FrozenPrediction
  /** Nothing at or after it counts as past; null: all that was synced does. */
  readonly until: number | null
  /** Whether days, hours and cells are wanted, which takes longer. */
  readonly inDetail: boolean
}

export interface CompareReport extends Pick<WeekComparison, 'state' | 'now' | 'total' | 'elsewhere'> {
  /** null: it was not wanted. */
  readonly detail: WeekDetail | null
  readonly adherence: readonly AgentAdherence[]
  /** The same by agent and quarter-hour; null: it was not wanted. */
  readonly slots: ReadonlyMap<string, readonly SlotAdherence[]> | null
  /** Grows with every change of the cache. */
  readonly revision: number
}
