import type { MarkOutput, MarkSuggestion } from '../../../shared/contract/mark-output.ts'
import type { ForecastOutput } from '../../../shared/contract/prediction-output.ts'
import type { PlanKind, Shift } from '../../../shared/plan/plan.ts'
import type { PredictionInputs, SlotMinutes } from '../../../shared/predict/types.ts'

/** A week of a workspace. */
export interface AppWeekRequest {
  readonly workspaceId: string
  /** Local date on which the week begins. */
  readonly week: string
  /** null: the workspace's. */
  readonly timeZone: string | null
  /** undefined: all pools; null: "No pool". */
  readonly poolId?: string | null | undefined
}

/** A forecast as columns: entry i of each belongs to the slot that begins at `starts[i]`, epoch milliseconds. */
export interface AppForecast extends Pick<ForecastOutput, 'range' | 'slotMinutes' | 'week' | 'accuracy'> {
  readonly starts: readonly number[]
  readonly visitors: readonly number[]
  readonly lower80: readonly number[]
  readonly upper80: readonly number[]
  readonly lower95: readonly number[]
  readonly upper95: readonly number[]
  readonly weeksObserved: number
  readonly revision: number
}

export interface AppInputsRequest extends Omit<AppWeekRequest, 'poolId'> {
  /** 1-5; null: what the history says. */
  readonly visitorsPerAgent: number | null
}

export interface AppPredictionInputs {
  /** Everything that predicting plans of the week takes, whichever pool they are for. */
  readonly inputs: PredictionInputs
  readonly revision: number
}

export interface StartingShiftsRequest extends AppWeekRequest {
  /** 'typical': the usual week of the history, as weekly shifts; 'worked': the week as it happened. */
  readonly from: 'typical' | 'worked'
  /** What the shifts are for. */
  readonly kind: PlanKind
}

/** Forecasts, what predictions are made of, and marked days, for the app. */
export interface AppPrediction {
  forecast(request: AppWeekRequest & { readonly slotMinutes: SlotMinutes }): Promise<AppForecast>
  inputs(request: AppInputsRequest): Promise<AppPredictionInputs>
  /** Shifts to start a plan with. Their ids are new in no plan: who stores them gives them new ones. */
  startingShifts(request: StartingShiftsRequest): Promise<{ readonly shifts: readonly Shift[]; readonly revision: number }>
  marks(workspaceId: string): Promise<readonly MarkOutput[]>
  saveMark(workspaceId: string, mark: MarkOutput): Promise<{ readonly mark: MarkOutput; readonly replaced: MarkOutput | null }>
  removeMark(workspaceId: string, date: string): Promise<{ readonly removed: MarkOutput }>
  suggestMarks(request: Pick<AppWeekRequest, 'workspaceId' | 'timeZone'>): Promise<readonly MarkSuggestion[]>
}
