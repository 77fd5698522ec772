import type { MarkOutput, MarkSuggestion } from '../../../shared/contract/mark-output.ts'
import type { ForecastOutput } from '../../../shared/contract/prediction-output.ts'
import type { PlanKind, Shift } from '../../../shared/plan/plan.ts'
import type { PastAccuracy } from '../../../shared/predict/forecast/past-forecasts.ts'
import type { PredictionInputs, SlotMinutes } from '../../../shared/predict/types.ts'
import type { UnknownPast } from '../roles/unknown-past.ts'
import type { CsvFile } from './app-services.ts'

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

/** Visitors expected of a local date, or of a week, with bands. */
export interface AppExpected {
  readonly date: string
  readonly visitors: number
  readonly lower80: number
  readonly upper80: number
}

/** A forecast as columns: entry i of each belongs to the slot that begins at `starts[i]`, epoch milliseconds. */
export interface AppForecast extends Pick<ForecastOutput, 'range' | 'slotMinutes' | 'week' | 'accuracy' | 'starvedPools'> {
  readonly starts: readonly number[]
  readonly visitors: readonly number[]
  readonly lower80: readonly number[]
  readonly upper80: readonly number[]
  readonly lower95: readonly number[]
  readonly upper95: readonly number[]
  readonly days: readonly (AppExpected & { readonly lower95: number; readonly upper95: number })[]
  readonly weeksObserved: number
  readonly revision: number
}

export interface AppForecastRequest extends AppWeekRequest {
  readonly slotMinutes: SlotMinutes
}

export interface AppPastRequest extends AppForecastRequest {
  /** How many of the last weeks are told slot by slot. */
  readonly weeks: number
}

export interface AppPastSum extends AppExpected {
  /** null: not, or not wholly, known. */
  readonly actual: number | null
}

/** A week as it was forecast one week ahead, as columns, and what came. */
export interface AppPastWeek {
  readonly starts: readonly number[]
  readonly visitors: readonly number[]
  readonly lower80: readonly number[]
  readonly upper80: readonly number[]
  /** null: not known. */
  readonly actual: readonly (number | null)[]
  readonly days: readonly AppPastSum[]
  /** Its date is that on which it begins. */
  readonly week: AppPastSum
}

export interface AppPastForecasts {
  readonly timeZone: string
  readonly slotMinutes: SlotMinutes
  /** The oldest first. */
  readonly weeks: readonly AppPastWeek[]
  /** Over all weeks that can be tried, fractions. */
  readonly accuracy: PastAccuracy
  readonly revision: number
}

/** What of a forecast is saved as a table. */
export type ForecastCsvTable = 'slots' | 'days'

export interface AppInputsRequest extends Omit<AppWeekRequest, 'poolId'> {
  /** 1-5; null: what the history says. */
  readonly visitorsPerAgent: number | null
  /** Nothing at or after it counts as past, epoch milliseconds; null: all that was synced does. */
  readonly until: number | null
}

export interface AppPredictionInputs {
  /** Everything that predicting plans of the week takes, whichever pool they are for. */
  readonly inputs: PredictionInputs
  /** Not null: nothing is known before the week, so that the inputs' figures are no prediction. */
  readonly unknownPast: UnknownPast | null
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
  forecast(request: AppForecastRequest): Promise<AppForecast>
  inputs(request: AppInputsRequest): Promise<AppPredictionInputs>
  /** Shifts to start a plan with. Their ids are new in no plan: who stores them gives them new ones. */
  startingShifts(request: StartingShiftsRequest): Promise<{ readonly shifts: readonly Shift[]; readonly revision: number }>
  /** The last weeks before `week` as they were forecast, and what came. */
  pastForecasts(request: AppPastRequest): Promise<AppPastForecasts>
  forecastCsv(request: AppForecastRequest & { readonly table: ForecastCsvTable }): Promise<CsvFile>
  pastForecastsCsv(request: AppPastRequest & { readonly table: ForecastCsvTable }): Promise<CsvFile>
  marks(workspaceId: string): Promise<readonly MarkOutput[]>
  saveMark(workspaceId: string, mark: MarkOutput): Promise<{ readonly mark: MarkOutput; readonly replaced: MarkOutput | null }>
  removeMark(workspaceId: string, date: string): Promise<{ readonly removed: MarkOutput }>
  /** Dates whose suggested mark was refused. */
  refusedSuggestions(workspaceId: string): Promise<readonly string[]>
  /** Not to be suggested again. */
  refuseSuggestion(workspaceId: string, date: string): Promise<{ readonly refused: string }>
  /** To be suggested again, where it still stands out. */
  unrefuseSuggestion(workspaceId: string, date: string): Promise<{ readonly wanted: string }>
  suggestMarks(request: Pick<AppWeekRequest, 'workspaceId' | 'timeZone'>): Promise<readonly MarkSuggestion[]>
}
