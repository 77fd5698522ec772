import type { Plan } from '../../../shared/plan/plan.ts'
import { assembleInputs } from '../../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { predictionSnapshot, type PredictionSnapshot } from '../../../shared/predict/assemble/prediction-snapshot.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../shared/predict/plan-prediction/week-bands.ts'

/** The Monday on which the published week begins: six weeks after the small history does. */
export const WEEK = '2026-02-16'
export const WEEK_START = Date.parse(`${WEEK}T00:00:00Z`)

/** What the two agents of the small company usually work. */
export function usualPlan(poolId: string | null = null): Plan {
  const shift = (agentId: string, day: number, endMinute: number) => ({
    id: `${agentId}-${day}`,
    agentId,
    day,
    startMinute: 9 * 60,
    endMinute,
    breaks: [],
    note: '',
  })
  return {
    name: 'Usual week',
    timeZone: 'UTC',
    poolId,
    kind: 'weekly',
    shifts: [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [
      shift('ann', day, 17 * 60),
      ...(day >= 1 && day <= 5 ? [shift('bob', day, 15 * 60 + 30)] : []),
    ]),
  }
}

/** The week as it is kept when the plan is published just before it. */
export function published(facts: PredictionFacts, plan: Plan): PredictionSnapshot {
  const inputs = assembleInputs(facts, {
    timeZone: 'UTC',
    firstDate: WEEK,
    knownDays: [],
    seed: 1,
    draws: 40,
    until: WEEK_START,
  })
  const schedule = intervalsInWeek(plan, inputs)
  return predictionSnapshot(
    inputs,
    createPlanPredictor(inputs, { poolId: plan.poolId }).predict(schedule),
    weekBands(inputs, { schedule, baseline: null, poolId: plan.poolId, draws: 200 }),
  )
}
