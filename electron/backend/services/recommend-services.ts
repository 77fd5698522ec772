import type { RecommendOutput } from '../../../shared/contract/recommend-output.ts'
import type { ForecastAccuracy } from '../../../shared/predict/types.ts'
import type { PriorityThresholds } from '../../../shared/recommend/index.ts'
import type { Job } from '../jobs/job.ts'
import type { PoolReport } from '../roles/prediction-queries.ts'
import type { BacktestWeek } from '../../../shared/recommend/backtest-week.ts'
import type { WeekTotals } from './calibration-outcome.ts'

/** Which hours of a range to staff better, for the command line. */
export interface RecommendRequest {
  readonly workspace: string | null
  /** Local dates; null: the last 30 days. */
  readonly from: string | null
  readonly to: string | null
  readonly timeZone: string | null
  /** null: the clock. Nothing after it counts. */
  readonly now: number | null
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
  readonly organizationId: string | null
  /** Coverage to reach, 0-100; null: the workspace's own. */
  readonly target: number | null
}

export interface PoolName {
  readonly poolId: string | null
  readonly name: string
}

export interface RecommendAnswer {
  readonly output: RecommendOutput
  readonly workspace: string
  readonly organization: string | null
  /** null: all. */
  readonly pool: string | null
  readonly poolNames: readonly PoolName[]
}

export interface RecommendServices {
  recommend(request: RecommendRequest): Promise<RecommendAnswer>
}

export interface AppRecommendRequest {
  readonly workspaceId: string
  readonly from: string
  readonly to: string
  /** null: the workspace's. */
  readonly timeZone: string | null
  readonly poolId?: string | null | undefined
  /** Nothing at or after it counts as past, epoch milliseconds; null: all that was synced does. */
  readonly until: number | null
}

export interface AppRecommendation extends RecommendOutput {
  readonly poolNames: readonly PoolName[]
  readonly thresholds: PriorityThresholds
  readonly revision: number
}

/** How each pool's agents serve. Shares are 0-1. */
export interface AppModel {
  readonly pools: readonly PoolReport[]
  readonly forecastAccuracy: ForecastAccuracy
  readonly revision: number
}

/** Trying past weeks, as it looks for one pool or for all together. */
export interface CalibrationJob extends Omit<Job<'calibration'>, 'progress' | 'outcome'> {
  readonly progress: { readonly weeks: readonly BacktestWeek[]; readonly of: number } | null
  readonly outcome: Calibration | null
}

export interface Calibration {
  /** The newest last. */
  readonly weeks: readonly BacktestWeek[]
  /** Of each pool, whichever is looked at. */
  readonly byPool: readonly { readonly poolId: string | null; readonly weeks: readonly WeekTotals[] }[]
  readonly timeZone: string
  readonly revision: number
}

export interface CalibrationRequest {
  readonly workspaceId: string
  /** undefined: all; null: visits without a pool. */
  readonly poolId?: string | null | undefined
}

export interface AppZoneRequest {
  readonly workspaceId: string
  /** null: the workspace's. */
  readonly timeZone: string | null
}

/** Staffing recommendations, and how well predictions did, for the app. */
export interface AppRecommend {
  blocks(request: AppRecommendRequest): Promise<AppRecommendation>
  model(request: AppZoneRequest): Promise<AppModel>
  /** Predicts past weeks of every pool from what was known before each, unless that was done already with all that is known. */
  startCalibration(request: AppZoneRequest): Promise<{ readonly id: string; readonly state: CalibrationJob['state'] }>
  /** The running or the last one of the workspace; null: none since the app was started. */
  calibration(request: CalibrationRequest): CalibrationJob | null
}
