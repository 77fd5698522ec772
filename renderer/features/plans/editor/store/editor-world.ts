import { assumedStaff, type AssumedStaff } from '../../../../../shared/plan/assumptions/assumed-staff.ts'
import type { Plan } from '../../../../../shared/plan/plan.ts'
import type { WeekClock } from '../../../../../shared/plan/week-clock.ts'
import { assumedInputs } from '../../../../../shared/predict/plan-prediction/assumed-inputs.ts'
import { createPlanPredictor } from '../../../../../shared/predict/plan-prediction/plan-predictor.ts'
import type { PlanPredictor } from '../../../../../shared/predict/plan-prediction/plan-predictor-types.ts'
import type { PredictionInputs } from '../../../../../shared/predict/types.ts'

/** The shown week as the plan assumes it. */
export interface EditorWorld {
  /** Those of the history where nothing of them is assumed to be otherwise. */
  readonly inputs: PredictionInputs
  readonly predictor: PlanPredictor
  readonly staff: AssumedStaff
  /** What is assumed; absent: nothing. */
  readonly assumptions: Plan['assumptions']
}

interface KnownWeek {
  readonly inputs: PredictionInputs
  readonly predictor: PlanPredictor
  readonly clock: WeekClock
}

/** A week, as the history knows it, as a plan assumes it. */
export function editorWorld(
  { assumptions, timeZone, poolId }: Plan,
  { inputs, predictor, clock }: KnownWeek,
): EditorWorld {
  const assumed = assumedInputs(inputs, { assumptions, timeZone })
  return {
    inputs: assumed,
    predictor: assumed === inputs ? predictor : createPlanPredictor(assumed, { poolId }),
    staff: assumedStaff(assumptions, { start: clock.start, end: clock.end, timeZone }),
    assumptions,
  }
}
