import type { MeasuredWork } from '../../../shared/recommend/measured-work.ts'
import type { Plan, PlanKind, Shift } from '../../../shared/plan/plan.ts'
import type { FrozenPrediction } from '../../../shared/predict/assemble/frozen-prediction.ts'
import type { PublishedPlan } from '../../../shared/predict/assemble/published-spells.ts'
import type { DayMark } from '../../../shared/predict/forecast/marks.ts'
import type { PastForecasts } from '../../../shared/predict/forecast/past-forecasts.ts'
import type { DemandForecast, ForecastAccuracy, PoolModel, PredictionInputs, SlotMinutes, WeekBands, WeekPrediction } from '../../../shared/predict/types.ts'
import type { StarvedPoolOutput } from '../../../shared/contract/starved-output.ts'
import type { CompareQuery, CompareReport } from './compare-queries.ts'
import type { LastHourReport, TodayQuery, TodayReport } from './today-queries.ts'
import type { UnknownPast } from './unknown-past.ts'
import type { BacktestReport, ModelReport, RecommendQuery, RecommendReport } from './recommend-queries.ts'

/** A week of a workspace, and what the user says of it and of the weeks before. */
export interface WeekQuery {
  readonly workspaceId: string
  readonly organizationId: string | null
  readonly timeZone: string
  /** Local date on which the week begins. */
  readonly week: string
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
  readonly marks: readonly DayMark[]
  /** Nothing at or after it counts as past; absent: all that was synced does. */
  readonly until?: number
}

export interface ForecastQuery extends WeekQuery {
  readonly slotMinutes: SlotMinutes
}

export interface PastForecastsQuery extends ForecastQuery {
  /** How many of the last weeks are told slot by slot. */
  readonly weeks: number
}

export interface PredictionQuery extends WeekQuery {
  /** 1-5; null: what the history says. */
  readonly visitorsPerAgent: number | null
  /** Plans that were published for the weeks before. */
  readonly published: readonly PublishedPlan[]
}

export interface PlanQuery extends PredictionQuery {
  readonly plan: Plan
  readonly baseline: Plan | 'typical'
}

export interface FreezeQuery extends PredictionQuery {
  readonly plan: Plan
}

export interface StartingQuery extends WeekQuery {
  /** 'typical': the usual week of the history, as weekly shifts; 'worked': the week as it happened. */
  readonly from: 'typical' | 'worked'
  /** What the shifts are for. */
  readonly kind: PlanKind
}

/** What an answer of the compute thread rests on. */
export interface WeekBasis {
  readonly organization: string | null
  /** null: all. */
  readonly pool: string | null
  /** Nothing at or after it went in. */
  readonly origin: number
  /** null: at least a day before the origin is known. */
  readonly unknownPast: UnknownPast | null
  /** Of the pool that was asked for, or of all: pools that look uncovered although their agents are online. */
  readonly starvedPools: readonly StarvedPoolOutput[]
  /** Grows with every change of the cache. */
  readonly revision: number
}

export interface ForecastReport extends WeekBasis {
  readonly forecast: DemandForecast
  /** Weeks of history of which at least a day was observed. */
  readonly weeksObserved: number
}

export interface PastForecastsReport extends WeekBasis {
  readonly past: PastForecasts
}

export type SuggestedMarks = readonly { readonly date: string; readonly kind: DayMark['kind']; readonly reason: string }[]

export interface InputsReport extends WeekBasis {
  readonly inputs: PredictionInputs
}

/** A pool of a prediction, without what only computations need. */
export type PoolReport = Pick<PoolModel, 'poolId' | 'holdingMinutes' | 'availability' | 'visitorsPerAgent' | 'weeks' | 'warnings'> & {
  /** Pools that count as part of it; absent: none. */
  readonly includes?: readonly (string | null)[]
  /** With theirs. */
  readonly name: string
  /** Share of a planned shift that its agent is expected to be online. */
  readonly attendance: number
  /** What the source measured of the pool's agents, beside the fit. */
  readonly measured: MeasuredWork
}

export interface PlanReport extends WeekBasis {
  readonly starts: readonly number[]
  readonly plan: WeekPrediction
  readonly baseline: WeekPrediction
  readonly bands: WeekBands & { readonly difference: NonNullable<WeekBands['difference']> }
  readonly baselineBands: NonNullable<WeekBands['baseline']>
  readonly pools: readonly PoolReport[]
  readonly forecastAccuracy: ForecastAccuracy
  /** Agents of the plan whom the source does not know. */
  readonly unknownAgents: readonly string[]
  /** Of the plan's agents those who are deactivated before a shift of theirs in the week ends: from then on they count as nobody. */
  readonly inactiveAgents: readonly string[]
}

/** What the compute thread answers. It never writes, and nobody else waits for it. */
export interface ComputeApi {
  forecast(query: ForecastQuery): Promise<ForecastReport>
  /** The weeks before, as they were forecast one week ahead, and what came. */
  pastForecasts(query: PastForecastsQuery): Promise<PastForecastsReport>
  /** Days of the history that look unlike others of their weekday, without those that are marked. */
  suggestMarks(query: WeekQuery): Promise<SuggestedMarks>
  /** Everything that predicting plans of a week takes. */
  predictionInputs(query: PredictionQuery): Promise<InputsReport>
  /** The coverage that a plan, and what it is compared with, would give. */
  predict(query: PlanQuery): Promise<PlanReport>
  /** A plan's week, with all that it was predicted from. */
  frozenWeek(query: FreezeQuery): Promise<FrozenPrediction>
  /** Shifts to start a plan with. */
  startingShifts(query: StartingQuery): Promise<{ readonly shifts: readonly Shift[]; readonly revision: number }>
  /** How today goes, and who is there. */
  today(query: TodayQuery): Promise<TodayReport>
  lastHour(workspaceId: string): Promise<LastHourReport>
  /** What was predicted of a published week, beside what happened. */
  compareWeek(query: CompareQuery): Promise<CompareReport>
  /** Which hours to staff better. */
  recommend(query: RecommendQuery): Promise<RecommendReport>
  /** How each pool's agents serve, as far as is known. */
  modelReport(query: PredictionQuery): Promise<ModelReport>
  /** A past week as it would have been predicted, and as it came. */
  backtestWeek(query: PredictionQuery): Promise<BacktestReport>
  /** Closes a workspace's cache, before its files are moved or removed. */
  release(workspaceId: string): Promise<void>
}
