import type { PredictionInputs, WeekBands, WeekPrediction } from '../types.ts'
import { rounded } from './rounded.ts'

/** What was predicted of one week of a plan, with all that it was predicted from, as plain JSON: kept as it is when the plan is published. */
export interface PredictionSnapshot {
  readonly version: 1
  /** Forecast, model, draws, attendance, seed and origin. */
  readonly inputs: PredictionInputs
  /** Columns over the slots of `inputs.starts`, of the plan's pools together. */
  readonly slots: Readonly<Record<'visitors' | 'covered' | 'agents' | 'openAgents', readonly number[]>>
  readonly totals: WeekPrediction['totals']
  readonly bands: WeekBands
}

/** What is kept of a prediction when its week is published, rounded to what is shown. */
export function predictionSnapshot(
  inputs: PredictionInputs,
  { visitors, covered, agents, openAgents, totals }: WeekPrediction,
  bands: WeekBands,
): PredictionSnapshot {
  return {
    version: 1,
    inputs,
    slots: {
      visitors: rounded(visitors),
      covered: rounded(covered),
      agents: rounded(agents),
      openAgents: rounded(openAgents),
    },
    totals,
    bands,
  }
}
