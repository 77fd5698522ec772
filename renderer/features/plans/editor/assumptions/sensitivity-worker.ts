import type { PlannedInterval } from '../../../../../shared/plan/plan.ts'
import { sensitivity, type Sensitivity } from '../../../../../shared/predict/plan-prediction/sensitivity.ts'
import type { PredictionInputs } from '../../../../../shared/predict/types.ts'

export interface SensitivityRequest {
  readonly inputs: PredictionInputs
  readonly schedule: readonly PlannedInterval[]
  readonly poolId: string | null
  /** Who can be absent: hires, of whom nothing but their hours is assumed, cannot. */
  readonly agentIds: readonly string[]
}

addEventListener('message', ({ data: { inputs, agentIds, ...options } }: MessageEvent<SensitivityRequest>) => {
  const agents = new Set(agentIds)
  postMessage(sensitivity(inputs, { ...options, canBeAbsent: (id) => agents.has(id) }) satisfies Sensitivity)
})
