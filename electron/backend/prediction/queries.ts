import type { MeasuredWork } from '../../../shared/recommend/measured-work.ts'
import type { Plan, PlanKind } from '../../../shared/plan/plan.ts'
import type { PublishedPlan } from '../../../shared/plan/published-plans.ts'
import type { PastForecasts } from '../../../shared/predict/forecast/past-forecasts.ts'
import type { DemandForecast, PoolModel, SlotMinutes } from '../../../shared/predict/types.ts'
import type { StarvedPoolOutput } from '../../../shared/contract/starved-output.ts'
import type { DatesKnown } from './dates-known.ts'
import type { UnknownPast } from './unknown-past.ts'

/** A week of a workspace, and the user's marks of it and of the weeks before. */
export interface WeekQuery {
  readonly workspaceId: string
  readonly organizationId: string | null
  readonly timeZone: string
  /** Local date on which the week begins. */
  readonly week: string
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
  readonly datesKnown: DatesKnown
  /** Nothing at or after it counts as past; absent: all that was synced does. */
  readonly until?: number
}

export interface ForecastQuery extends WeekQuery {
  readonly slotMinutes: SlotMinutes
}

export interface PastForecastsQuery extends ForecastQuery {
  /** How many of the last weeks come slot by slot. */
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

export interface PlanWeekQuery extends PredictionQuery {
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

/** A pool of a prediction, without what only computations need. */
export type PoolReport = Pick<
  PoolModel,
  'poolId' | 'holdingMinutes' | 'availability' | 'visitorsPerAgent' | 'weeks' | 'warnings'
> & {
  /** Pools that count as part of it; absent: none. */
  readonly includes?: readonly (string | null)[]
  /** With theirs. */
  readonly name: string
  /** Share of a planned shift that its agent is expected to be online. */
  readonly attendance: number
  /** What the source measured of the pool's agents, beside the fit. */
  readonly measured: MeasuredWork
}
