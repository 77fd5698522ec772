import type { Plan } from '../../plan/plan.ts'
import { expectedIntervals } from '../../predict/assemble/plan-intervals.ts'
import { isPool } from '../../predict/is-pool.ts'
import type { MixedSchedule, Schedule } from '../../predict/plan-prediction/schedule.ts'
import type { PredictionInputs } from '../../predict/types.ts'

/** What pools are predicted from. */
export interface Basis {
  /** Plans of the same pools add up; none: the typical week. */
  readonly plans: readonly Plan[]
  /** null: all pools. */
  readonly poolIds: readonly (string | null)[] | null
}

/**
 * What a day is predicted from: a plan published for one pool counts for that pool; the others follow the plan for all pools or, where
 * there is none, their typical week. What rests on plans comes first.
 */
export function scheduleInForce(
  plans: readonly Plan[],
  inputs: PredictionInputs,
): { readonly schedule: Schedule | MixedSchedule; readonly basis: readonly Basis[] } {
  const forAll = plans.filter(({ poolId }) => poolId === null)
  const plansOf = inputs.pools.map((pool) => {
    const own = plans.filter(({ poolId }) => poolId !== null && isPool(pool, poolId))
    return own.length === 0 ? forAll : own
  })
  const scheduleOf = (own: readonly Plan[]): Schedule =>
    own.length === 0 ? 'typical' : own.flatMap((plan) => expectedIntervals(plan, inputs))
  const keyOf = (own: readonly Plan[]): string => own.map((plan) => plans.indexOf(plan)).join(' ')
  const isTypical = ([pool]: readonly number[]): boolean => plansOf[pool!]!.length === 0
  const groups = [...Map.groupBy(inputs.pools.keys(), (pool) => keyOf(plansOf[pool]!)).values()].toSorted(
    (one, other) => Number(isTypical(one)) - Number(isTypical(other)),
  )
  if (groups.length <= 1) {
    const own = plansOf[0] ?? forAll
    // One pool's own plan is that of all where there is no other pool.
    return { schedule: scheduleOf(own), basis: [{ plans: own, poolIds: null }] }
  }
  return {
    schedule: { parts: groups.map((pools) => ({ pools, schedule: scheduleOf(plansOf[pools[0]!]!) })) },
    basis: groups.map((pools) => ({
      plans: plansOf[pools[0]!]!,
      poolIds: pools.map((pool) => inputs.pools[pool]!.poolId),
    })),
  }
}
