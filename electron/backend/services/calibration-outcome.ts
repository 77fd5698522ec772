import type { BacktestWeek } from '../../../shared/recommend/backtest-week.ts'

/** How far trying past weeks is. */
export interface CalibrationProgress {
  /** Those that are done, the oldest first. */
  readonly weeks: readonly BacktestWeek[]
  readonly of: number
}

/** Past weeks, the newest last, each predicted from what was known before it. */
export interface CalibrationOutcome {
  readonly weeks: readonly BacktestWeek[]
  readonly timeZone: string
  /** Of the cache: where it is another one now, the outcome is of before. */
  readonly revision: number
}
