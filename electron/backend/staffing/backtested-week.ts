import type { PlannedInterval } from '../../../shared/plan/plan.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { expectedIntervals } from '../../../shared/predict/assemble/plan-intervals.ts'
import type { PublishedPlan } from '../../../shared/plan/published-plans.ts'
import type { PredictionInputs } from '../../../shared/predict/types.ts'
import { backtestWeek, type BacktestWeek } from '../../../shared/recommend/backtest-week.ts'

/** A past week of one pool. */
export interface PoolBacktest extends BacktestWeek {
  /** null: visits without a pool. */
  readonly poolId: string | null
  /** Pools that count as part of it; absent: none. */
  readonly includes?: readonly (string | null)[]
}

/** A past week of all pools together, and of each. */
export interface TriedWeek extends BacktestWeek {
  readonly byPool: readonly PoolBacktest[]
}

/** A past week of all pools together, and of each, under the plan that was published for them, else with the usual staffing. */
export function backtestedWeek(
  facts: PredictionFacts,
  inputs: PredictionInputs,
  published: readonly PublishedPlan[],
): TriedWeek {
  const forAll = publishedFor(null, inputs, published)
  const weekOf = (poolId: string | null | undefined, schedule: readonly PlannedInterval[] | null): BacktestWeek =>
    backtestWeek(facts, inputs, { schedule: schedule ?? 'typical', poolId })
  const byPool = inputs.pools.map(({ poolId, includes }) => {
    const own = poolId === null ? null : publishedFor(poolId, inputs, published)
    return { poolId, ...(includes === undefined ? {} : { includes }), ...weekOf(poolId, own ?? forAll) }
  })
  return { ...weekOf(undefined, forAll), byPool }
}

/** The newest plan of a pool (null: of all) that was published for the week before it began; null: none. */
function publishedFor(
  poolId: string | null,
  { firstDate, timeZone, origin }: PredictionInputs,
  published: readonly PublishedPlan[],
): readonly PlannedInterval[] | null {
  const known = published.filter(
    ({ plan, from, to, publishedAt }) =>
      plan.poolId === poolId && from <= firstDate && (to === null || to >= firstDate) && publishedAt <= origin,
  )
  const [newest] = known.toSorted((a, b) => b.publishedAt - a.publishedAt)
  return newest === undefined ? null : expectedIntervals(newest.plan, { firstDate, timeZone })
}
