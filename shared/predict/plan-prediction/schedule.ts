import type { PlannedInterval } from '../../plan/plan.ts'
import type { PredictionInputs, WeekPrediction } from '../types.ts'
import { createPlanPredictor, type PlanPredictor, type PlanPredictorOptions } from './plan-predictor.ts'

/** A plan's intervals, or the numbers online in past weeks. */
export type Schedule = readonly PlannedInterval[] | 'typical'

/** Some of the inputs' pools, by index, and the schedule that they alone follow. */
export interface PoolsSchedule {
  readonly pools: readonly number[]
  readonly schedule: Schedule
}

/** Schedules side by side, each pool with one. */
export interface MixedSchedule {
  readonly parts: readonly PoolsSchedule[]
}

/** Coverage under a schedule, or under several side by side: then nobody is said to be online, for one agent may be in two of them. */
export function predictSchedule(
  inputs: PredictionInputs,
  schedule: Schedule | MixedSchedule,
  poolId: string | null | undefined,
): WeekPrediction {
  return predictParts(
    partsOf(schedule, poolId).map((part) => createPlanPredictor(inputs, part)),
    schedule,
  )
}

/** What one predictor each is needed for: the pools that follow one schedule. */
export function partsOf(
  schedule: Schedule | MixedSchedule,
  poolId: string | null | undefined,
): readonly PlanPredictorOptions[] {
  return isMixed(schedule) ? schedule.parts.map(({ pools }) => ({ pools })) : [{ poolId }]
}

/** The schedule that a part follows. */
export function scheduleOfPart(schedule: Schedule | MixedSchedule, part: number): Schedule {
  return isMixed(schedule) ? schedule.parts[part]!.schedule : schedule
}

/** The same as `predictSchedule`, with the predictors of its parts. */
export function predictParts(predictors: readonly PlanPredictor[], schedule: Schedule | MixedSchedule): WeekPrediction {
  const parts = predictors.map((predictor, part) => {
    const own = scheduleOfPart(schedule, part)
    return own === 'typical' ? predictor.typicalWeek() : predictor.predict(own)
  })
  return parts.length === 1 ? parts[0]! : predictionsTogether(parts)
}

function isMixed(schedule: Schedule | MixedSchedule): schedule is MixedSchedule {
  return typeof schedule === 'object' && 'parts' in schedule
}

function predictionsTogether(parts: readonly WeekPrediction[]): WeekPrediction {
  const slots = parts[0]?.visitors.length ?? 0
  const sumOf = (kind: 'visitors' | 'covered'): Float64Array =>
    Float64Array.from({ length: slots }, (_, slot) => parts.reduce((sum, part) => sum + part[kind][slot]!, 0))
  const totalOf = (kind: 'visitors' | 'covered'): number => parts.reduce((sum, { totals }) => sum + totals[kind], 0)
  return {
    visitors: sumOf('visitors'),
    covered: sumOf('covered'),
    agents: new Float64Array(slots),
    openAgents: new Float64Array(slots),
    totals: { visitors: totalOf('visitors'), covered: totalOf('covered') },
  }
}
