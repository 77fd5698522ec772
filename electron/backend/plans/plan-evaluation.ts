import { predictionSnapshot, type PredictionSnapshot } from '../../../shared/predict/assemble/prediction-snapshot.ts'
import { expectedIntervals, intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { NO_POOL, withNamedPools } from '../../../shared/predict/is-pool.ts'
import { assumedInputs } from '../../../shared/predict/plan-prediction/assumed-inputs.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../shared/predict/plan-prediction/week-bands.ts'
import type { PredictionInputs } from '../../../shared/predict/types.ts'
import type { PlanQuery, PlanWeekQuery } from '../prediction/queries.ts'

/** Inputs and pool as predictors take them, where null means visits without a pool. */
export function inputsForPool(inputs: PredictionInputs, poolId: string | null | undefined) {
  return poolId === null ? { inputs: withNamedPools(inputs, NO_POOL), poolId: NO_POOL } : { inputs, poolId }
}

/**
 * What a plan, in the world that it assumes, and its baseline, in the one that the history says, give in a week, with bands on common draws.
 * `isOneWorld`: what the baseline assumes of people holds as well.
 */
export function evaluatePlan(
  inputs: PredictionInputs,
  {
    plan,
    baseline,
    poolId,
    isOneWorld = false,
  }: Pick<PlanQuery, 'plan' | 'baseline' | 'poolId'> & { readonly isOneWorld?: boolean },
) {
  const { inputs: named, ...options } = inputsForPool(inputs, poolId)
  const predictor = createPlanPredictor(named, options)
  const schedule = expectedIntervals(plan, inputs)
  const compared =
    baseline === 'typical' ? baseline : (isOneWorld ? expectedIntervals : intervalsInWeek)(baseline, inputs)
  const bands = weekBands(named, { ...options, schedule, baseline: compared, world: plan })
  const assumed = assumedInputs(named, plan)
  return {
    plan: (assumed === named ? predictor : createPlanPredictor(assumed, options)).predict(schedule),
    baseline: compared === 'typical' ? predictor.typicalWeek() : predictor.predict(compared),
    bands: { ...bands, difference: bands.difference! },
    baselineBands: bands.baseline!,
  }
}

/** What a plan gives in a week, with all that it was predicted from: its assumptions are in the inputs. */
export function snapshotPlan(asKnown: PredictionInputs, { plan }: Pick<PlanWeekQuery, 'plan'>): PredictionSnapshot {
  const options = { poolId: plan.poolId }
  const inputs = assumedInputs(asKnown, plan)
  const schedule = expectedIntervals(plan, inputs)
  return predictionSnapshot(
    inputs,
    createPlanPredictor(inputs, options).predict(schedule),
    weekBands(inputs, { ...options, schedule, baseline: null }),
  )
}
