import type { MarkOutput, MarkSuggestion } from '../../../shared/contract/mark-output.ts'
import type { ForecastOutput, PredictOutput } from '../../../shared/contract/prediction-output.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { SlotMinutes } from '../../../shared/predict/types.ts'

/** Which week of which workspace. */
export interface WeekRequest {
  /** By name; null: the last used. */
  readonly workspace: string | null
  /** Local date on which the week begins; null: the Monday after the present. */
  readonly week: string | null
  readonly timeZone: string | null
  /** null: the clock, and all that was synced counts as past. Given: nothing at or after it does. */
  readonly now: number | null
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
  readonly organizationId: string | null
}

export interface ForecastRequest extends WeekRequest {
  readonly slotMinutes: SlotMinutes
}

/** What a person needs to read a week's figures. */
export interface WeekSubject {
  readonly workspace: string
  readonly organization: string | null
  readonly pool: string | null
  /** Marked days that fall in the week or in the history it rests on. */
  readonly marks: readonly MarkOutput[]
}

export interface ForecastAnswer extends WeekSubject {
  readonly output: ForecastOutput
  /** Past weeks of which at least a day was observed. */
  readonly weeksObserved: number
}

/** A plan by value, as a file holds it, or one of the workspace's. */
export type PlanChoice = { readonly kind: 'given'; readonly plan: Plan } | { readonly kind: 'stored'; readonly id: string }

export interface PredictRequest extends WeekRequest {
  readonly plan: PlanChoice
  readonly baseline: PlanChoice | 'typical'
  /** 1-5; null: what the history says. */
  readonly visitorsPerAgent: number | null
}

export interface PredictAnswer extends WeekSubject {
  readonly output: PredictOutput
  readonly planName: string
  /** Whether the plan has any, in whatever week. */
  readonly hasShifts: boolean
  /** null: the typical week. */
  readonly baselineName: string | null
  readonly poolNames: readonly { readonly poolId: string | null; readonly name: string }[]
}

export interface MarkRequest {
  readonly workspace: string | null
  readonly date: string
}

/** Forecasts, predictions and the marks they heed, for the command line. */
export interface PredictionServices {
  forecast(request: ForecastRequest): Promise<ForecastAnswer>
  predict(request: PredictRequest): Promise<PredictAnswer>
  listMarks(request: { readonly workspace: string | null }): Promise<readonly MarkOutput[]>
  addMark(request: MarkRequest & Pick<MarkOutput, 'kind' | 'note'>): Promise<{ readonly mark: MarkOutput; readonly replaced: MarkOutput | null }>
  removeMark(request: MarkRequest): Promise<{ readonly removed: MarkOutput }>
  /** Days that look unlike others of their weekday and are not marked. */
  suggestMarks(request: WeekRequest): Promise<readonly MarkSuggestion[]>
}
