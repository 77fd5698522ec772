import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { spellsInWeek } from '../../../shared/predict/assemble/plan-spells.ts'
import type { PublishedPlan } from '../../../shared/predict/assemble/published-spells.ts'
import type { PredictionInputs } from '../../../shared/predict/types.ts'
import { backtestWeek, type BacktestWeek } from '../../../shared/recommend/backtest-week.ts'

/** A past week under the plan that was published for it and for all pools, else with the usual staffing. */
export function backtestedWeek(facts: PredictionFacts, inputs: PredictionInputs, published: readonly PublishedPlan[]): BacktestWeek {
  const inForce = published
    .filter(({ plan, from, to, publishedAt }) => plan.poolId === null && from <= inputs.firstDate && (to === null || to >= inputs.firstDate) && publishedAt <= inputs.origin)
    .toSorted((a, b) => b.publishedAt - a.publishedAt)[0]
  return backtestWeek(facts, inputs, inForce === undefined ? 'typical' : spellsInWeek(inForce.plan, inputs))
}
