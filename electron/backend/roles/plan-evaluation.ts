import type { Plan } from '../../../shared/plan/plan.ts'
import { frozenPrediction, type FrozenPrediction } from '../../../shared/predict/assemble/frozen-prediction.ts'
import { spellsInWeek } from '../../../shared/predict/assemble/plan-spells.ts'
import { withNamedPools } from '../../../shared/predict/is-pool.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../shared/predict/plan-prediction/week-bands.ts'
import type { PredictionInputs } from '../../../shared/predict/types.ts'
import type { FreezeQuery, PlanQuery, PlanReport } from './prediction-queries.ts'

export type PlanEvaluation = Pick<PlanReport, 'plan' | 'baseline' | 'bands' | 'baselineBands'>

/** Stands for visits without a pool where a plan may be for one pool only. */
const NO_POOL = '\u0000none'

/** What a plan and its baseline give in a week, with bands on common draws. */
export function evaluatePlan(inputs: PredictionInputs, { plan, baseline, poolId }: Pick<PlanQuery, 'plan' | 'baseline' | 'poolId'>): PlanEvaluation {
  const named = poolId === null ? withNamedPools(inputs, NO_POOL) : inputs
  const options = { poolId: poolId === null ? NO_POOL : poolId }
  const spellsOf = (one: Plan) => spellsInWeek(one, inputs)
  const predictor = createPlanPredictor(named, options)
  const schedule = spellsOf(plan)
  const compared = baseline === 'typical' ? baseline : spellsOf(baseline)
  const bands = weekBands(named, { ...options, schedule, baseline: compared })
  return {
    plan: predictor.predict(schedule),
    baseline: compared === 'typical' ? predictor.typicalWeek() : predictor.predict(compared),
    bands: { ...bands, difference: bands.difference! },
    baselineBands: bands.baseline!,
  }
}

/** What a plan gives in a week, with all that it was predicted from. */
export function freezePlan(inputs: PredictionInputs, { plan }: Pick<FreezeQuery, 'plan'>): FrozenPrediction {
  const options = { poolId: plan.poolId }
  const schedule = spellsInWeek(plan, inputs)
  return frozenPrediction(inputs, createPlanPredictor(inputs, options).predict(schedule), weekBands(inputs, { ...options, schedule, baseline: null }))
}
