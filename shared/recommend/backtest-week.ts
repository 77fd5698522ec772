import { HOURS_PER_WEEK } from '../foundation/hour-of-week.ts'
import type { PlannedInterval } from '../plan/plan.ts'
import { hoursOfWeek } from '../time/hours-of-week.ts'
import type { PredictionFacts } from '../predict/assemble/facts.ts'
import { trafficByPool } from '../predict/assemble/pool-traffic.ts'
import { countedAs, factsTogether, loadsOf } from '../predict/assemble/starved/pools-together.ts'
import { withNamedPools } from '../predict/is-pool.ts'
import { createPlanPredictor } from '../predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../predict/plan-prediction/week-bands.ts'
import type { Band, PredictionInputs } from '../predict/types.ts'
import { SLOT_MS } from '../time/slots.ts'

/** What was predicted of a time, and what came. */
export interface PredictedAndActual {
  readonly predictedVisitors: number
  readonly predictedCovered: number
  readonly visitors: number
  readonly covered: number
}

/** A past week, predicted from what was known before it, beside what came. Rates are 0-1. */
export interface BacktestWeek extends PredictedAndActual {
  /** Local date on which it began. */
  readonly week: string
  /** Of the week's coverage. */
  readonly band: Band
  /** By hour cell of the week (24 * day of week + hour, Sunday first), each with the band of its coverage. */
  readonly cells: readonly (PredictedAndActual & { readonly lower80: number; readonly upper80: number })[]
}

/** What a week is predicted for. */
export interface BacktestOptions {
  /** What was published for it, or the usual staffing. */
  readonly schedule: readonly PlannedInterval[] | 'typical'
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
}

/** To a prediction, null is all pools. */
const NO_POOL = 'no pool'

/** Holds a prediction against the week that came. */
export function backtestWeek(
  facts: PredictionFacts,
  inputs: PredictionInputs,
  { schedule, poolId }: BacktestOptions,
): BacktestWeek {
  const loads = loadsOf(inputs)
  const { batches, countryRule } = factsTogether(facts, loads, inputs.origin)
  const named = withNamedPools(inputs, NO_POOL)
  const chosen = poolId === undefined ? undefined : (poolId ?? NO_POOL)
  const predictor = createPlanPredictor(named, { poolId: chosen })
  const predicted = schedule === 'typical' ? predictor.typicalWeek() : predictor.predict(schedule)
  const bands = weekBands(named, { schedule, baseline: null, poolId: chosen })
  const fromSlot = Math.floor(inputs.starts[0]! / SLOT_MS)
  const came = trafficByPool(batches, { countryRule, fromSlot, toSlot: fromSlot + inputs.starts.length }).filter(
    (pool) => poolId === undefined || pool.poolId === countedAs(loads, poolId),
  )
  const cells = Array.from({ length: HOURS_PER_WEEK }, (_, cell) => ({
    ...NOTHING,
    lower80: bands.byDayHour[cell]!.lower80,
    upper80: bands.byDayHour[cell]!.upper80,
  }))
  hoursOfWeek(inputs.starts, inputs.timeZone).forEach((cell, slot) => {
    const sums = cells[cell]!
    sums.predictedVisitors += predicted.visitors[slot]!
    sums.predictedCovered += predicted.covered[slot]!
    for (const { series } of came) {
      sums.visitors += series.visitors[slot]!
      sums.covered += series.covered[slot]!
    }
  })
  const total = (key: keyof PredictedAndActual): number => cells.reduce((sum, cell) => sum + cell[key], 0)
  return {
    week: inputs.firstDate,
    predictedVisitors: total('predictedVisitors'),
    predictedCovered: total('predictedCovered'),
    visitors: total('visitors'),
    covered: total('covered'),
    band: bands.coverageRate,
    cells,
  }
}

const NOTHING = { predictedVisitors: 0, predictedCovered: 0, visitors: 0, covered: 0 }
