import type { CoverageCounts } from '../../foundation/rate.ts'
import type { PlannedInterval } from '../../plan/plan.ts'
import { isPool } from '../is-pool.ts'
import type { PredictionInputs, TypicalStaffing, WeekPrediction } from '../types.ts'
import { explainError, type ErrorExplanation } from './explain-error.ts'
import { withoutUnusualWeeks } from './load-nodes.ts'
import { createPlanPredictor } from './plan-predictor.ts'

/** What really happened in a week that had been predicted: columns over the inputs' slots, pools in their order. */
export interface ActualWeek {
  readonly pools: readonly {
    readonly visitors: ArrayLike<number>
    readonly covered: ArrayLike<number>
    /** Agents online at each slot (typicalStaffing of the one week). */
    readonly staffing: TypicalStaffing
  }[]
}

export interface ExplainWeekOptions {
  readonly intervals: readonly PlannedInterval[]
  readonly actual: ActualWeek
  readonly poolId?: string | null | undefined
}

/** The parts of a week's error over any set of its slots. */
export interface WeekExplanation {
  /** All slots, or those for which `includes` says so. */
  explain(includes?: (slot: number) => boolean): ErrorExplanation
}

/** Holds a prediction against what happened, by putting actual traffic and staffing in place of the expected ones in the fitted model. */
export function explainWeek(
  inputs: PredictionInputs,
  { intervals, actual, poolId }: ExplainWeekOptions,
): WeekExplanation {
  // What is compared is one traffic with another: that either might have been busier or quieter is no part of the difference.
  const forecast = withoutUnusualWeeks(inputs)
  // One week's visitors rest on one week: their load is evened out accordingly, so that chance within an hour is not taken for traffic.
  const withTraffic: PredictionInputs = {
    ...forecast,
    pools: forecast.pools.map((pool, index) => ({
      ...pool,
      visitors: Array.from(actual.pools[index]!.visitors),
      model: { ...pool.model, weeks: 1 },
    })),
  }
  const withStaffing = (from: PredictionInputs): PredictionInputs => ({
    ...from,
    pools: from.pools.map((pool, index) => ({ ...pool, typical: actual.pools[index]!.staffing })),
  })
  const planned = (from: PredictionInputs): WeekPrediction => createPlanPredictor(from, { poolId }).predict(intervals)
  const online = (from: PredictionInputs): WeekPrediction =>
    createPlanPredictor(withStaffing(from), { poolId }).typicalWeek()
  const predictions = {
    predicted: planned(inputs),
    forecastPlanned: planned(forecast),
    actualPlanned: planned(withTraffic),
    forecastActual: online(forecast),
    actualActual: online(withTraffic),
  }
  const shown = inputs.pools.flatMap((pool, index) =>
    poolId === null || poolId === undefined || isPool(pool, poolId) ? [actual.pools[index]!] : [],
  )
  return {
    explain(includes = () => true) {
      const slots = inputs.starts.flatMap((_, slot) => (includes(slot) ? [slot] : []))
      const totalsOf = ({ visitors, covered }: WeekPrediction): CoverageCounts => ({
        visitors: sumAt(visitors, slots),
        covered: sumAt(covered, slots),
      })
      return explainError({
        predicted: totalsOf(predictions.predicted),
        forecastPlanned: totalsOf(predictions.forecastPlanned),
        actualPlanned: totalsOf(predictions.actualPlanned),
        forecastActual: totalsOf(predictions.forecastActual),
        actualActual: totalsOf(predictions.actualActual),
        observed: {
          visitors: shown.reduce((sum, { visitors }) => sum + sumAt(visitors, slots), 0),
          covered: shown.reduce((sum, { covered }) => sum + sumAt(covered, slots), 0),
        },
      })
    },
  }
}

function sumAt(column: ArrayLike<number>, slots: readonly number[]): number {
  return slots.reduce((sum, slot) => sum + column[slot]!, 0)
}
