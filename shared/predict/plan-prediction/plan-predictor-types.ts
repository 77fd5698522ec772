import type { PlannedInterval } from '../../plan/plan.ts'
import type { WeekPrediction } from '../types.ts'

/** Answers "what would coverage be with this schedule?" for one week. Pure: the same intervals give the same figures. */
export interface PlanPredictor {
  /** Coverage under a plan, thinned by expected attendance. Intervals reach beyond the week's edges as they like. */
  predict(intervals: readonly PlannedInterval[]): WeekPrediction
  /** Coverage with the agents who were online in past weeks: never thinned. */
  typicalWeek(): WeekPrediction
  /** At each slot the fewest agents online that reach a rate (0-1; 1 is read as 0.999). Pools that share no agents each need their own. */
  agentsNeeded(targetRate: number): Float64Array
  /** For edits: keeps what a plan gives and computes anew only what a change touches. */
  startSession(intervals?: readonly PlannedInterval[]): PredictionSession
}

/** The prediction of a plan that is being edited. Each answer is a value of its own, which later edits leave alone. */
export interface PredictionSession {
  current(): WeekPrediction
  setIntervals(intervals: readonly PlannedInterval[]): WeekPrediction
  /** Puts the intervals of one shift in place of those that it had; none removes it. A shift of a weekly plan may touch a week twice. */
  replaceShift(shiftId: string, intervals: readonly PlannedInterval[]): WeekPrediction
  /** The same of several shifts at once, each named once. */
  replaceShifts(changes: Iterable<readonly [string, readonly PlannedInterval[]]>): WeekPrediction
}

export interface PlanPredictorOptions {
  /** The plan's pool; null or absent: a plan for all. */
  readonly poolId?: string | null | undefined
  /** Of the inputs' pools only these, by index; absent: as `poolId` says. */
  readonly pools?: readonly number[] | undefined
}
