import type { MeasuredWork } from '../../../shared/recommend/measured-work.ts'
import type { NotWorthwhile, PriorityThresholds, StaffingBlock } from '../../../shared/recommend/index.ts'
import type { BacktestWeek } from '../../../shared/recommend/backtest-week.ts'
import type { ForecastAccuracy } from '../../../shared/predict/types.ts'
import type { PoolReport, WeekBasis, WeekQuery } from './prediction-queries.ts'

/** Which hours to staff better, from what a range shows. The week only says from when on days are counted. */
export interface RecommendQuery extends WeekQuery {
  /** Local dates, both inside. */
  readonly from: string
  readonly to: string
  /** Coverage to reach, 0-1. */
  readonly target: number
  readonly thresholds: PriorityThresholds
}

export interface RecommendReport extends WeekBasis {
  /** Pool by pool, the most missed first. */
  readonly blocks: readonly StaffingBlock[]
  /** All pools together; null: one pool was asked for. */
  readonly overall: readonly StaffingBlock[] | null
  /** What stays under the target, of all that was asked for, and is not worth an agent. */
  readonly notWorthwhile: NotWorthwhile
  /** Of the pools with visitors in the range. */
  readonly poolNames: readonly { readonly poolId: string | null; readonly name: string }[]
  /** What the source measured of every pool's agents, beside the fit. */
  readonly measured: readonly MeasuredWork[]
  /** How much of the range is known. */
  readonly knownDays: number
  readonly visitors: number
  readonly missed: number
}

/** What is known of how each pool's agents serve. */
export interface ModelReport extends WeekBasis {
  readonly pools: readonly PoolReport[]
  readonly forecastAccuracy: ForecastAccuracy
}

/** A past week of one pool. */
export interface PoolBacktest extends BacktestWeek {
  /** null: visits without a pool. */
  readonly poolId: string | null
  /** Pools that count as part of it; absent: none. */
  readonly includes?: readonly (string | null)[]
}

/** A past week of all pools together, and of each. */
export interface TriedWeek extends BacktestWeek {
  readonly byPool: readonly PoolBacktest[]
}

/** A past week as it would have been predicted, and as it came. */
export interface BacktestReport extends TriedWeek {
  readonly revision: number
}
