import { isPool } from '../../../shared/predict/is-pool.ts'
import type { BacktestWeek } from '../../../shared/recommend/backtest-week.ts'
import type { JobKind, JobOf } from '../core/job.ts'
import type { TriedWeek } from './backtested-week.ts'

/** How far trying past weeks is. */
export interface CalibrationProgress {
  /** Those that are done, the oldest first. */
  readonly weeks: readonly TriedWeek[]
  readonly of: number
}

/** Past weeks, the newest last, each predicted from what was known before it. */
export interface CalibrationOutcome {
  readonly weeks: readonly TriedWeek[]
  readonly timeZone: string
  /** Of the cache: where it is another one now, the outcome is of before. */
  readonly revision: number
}

/** Predicting past weeks, and holding what happened against it. */
export const CALIBRATION: JobKind<CalibrationProgress, CalibrationOutcome> = {
  name: 'calibration',
  describe: ({ weeks }) => `${weeks.length} weeks`,
}
export type AnyCalibration = JobOf<typeof CALIBRATION>

/** Tried weeks of all pools (undefined), or of one (null: visits without a pool). A pool that is not among them has none. */
export function weeksOfPool(weeks: readonly TriedWeek[], poolId: string | null | undefined): readonly BacktestWeek[] {
  return poolId === undefined
    ? weeks.map(together)
    : weeks.flatMap(({ byPool }) => byPool.filter((pool) => isPool(pool, poolId)))
}

/** The same without its hours. */
export type WeekTotals = Omit<BacktestWeek, 'cells'>

/** The totals of each pool's tried weeks. */
export function totalsByPool(
  weeks: readonly TriedWeek[],
): readonly { readonly poolId: string | null; readonly weeks: readonly WeekTotals[] }[] {
  const ids = new Set(weeks.flatMap(({ byPool }) => byPool.map(({ poolId }) => poolId)))
  return [...ids].map((poolId) => ({ poolId, weeks: weeksOfPool(weeks, poolId).map(withoutCells) }))
}

function together(week: TriedWeek): BacktestWeek {
  const { byPool: _, ...all } = week
  return all
}

function withoutCells(week: BacktestWeek): WeekTotals {
  const { cells: _, ...totals } = week
  return totals
}
