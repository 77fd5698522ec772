import type { Plan } from '../../plan/plan.ts'
import { expectedIntervals } from '../../predict/assemble/plan-intervals.ts'
import { type Absences, withoutAbsent } from './absent-today.ts'
import { isPool } from '../../predict/is-pool.ts'
import type { MixedSchedule, Schedule } from '../../predict/plan-prediction/schedule.ts'
import { assumedInputs } from '../../predict/plan-prediction/assumed-inputs.ts'
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
 * there is none, their typical week, without whoever is absent. What rests on plans comes first.
 */
export function scheduleInForce(
  plans: readonly Plan[],
  inputs: PredictionInputs,
  absences: Absences = new Map(),
): { readonly schedule: Schedule | MixedSchedule; readonly basis: readonly Basis[] } {
  const forAll = plans.filter(({ poolId }) => poolId === null)
  const plansOf = inputs.pools.map((pool) => {
    const own = plans.filter(({ poolId }) => poolId !== null && isPool(pool, poolId))
    return own.length === 0 ? forAll : own
  })
  const scheduleOf = (own: readonly Plan[]): Schedule =>
    own.length === 0 ? 'typical' : own.flatMap((plan) => withoutAbsent(expectedIntervals(plan, inputs), absences))
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

/** The inputs with what the plans in force assume of visitors, handle time and availability, each of the pools that it counts for. */
export function inputsInForce(inputs: PredictionInputs, basis: readonly Basis[]): PredictionInputs {
  const worlds = basis.map(({ plans, poolIds }) => ({
    poolIds,
    pools: plans.reduce((world, plan) => assumedInputs(world, plan), inputs).pools,
  }))
  if (worlds.every(({ pools }) => pools === inputs.pools)) return inputs
  const poolOf = (index: number) => {
    const { poolId } = inputs.pools[index]!
    return (
      worlds.find(({ poolIds }) => poolIds === null || poolIds.includes(poolId))?.pools[index] ?? inputs.pools[index]!
    )
  }
  return { ...inputs, pools: inputs.pools.map((_, index) => poolOf(index)) }
}

/** The pool of the inputs as which a pool is predicted. */
export function loadOf(inputs: PredictionInputs, poolId: string): string | null {
  return inputs.pools.find((pool) => isPool(pool, poolId))?.poolId ?? poolId
}

/** What a day is predicted from, for those who look at one pool. */
export function ofOnePool(
  { schedule, basis }: ReturnType<typeof scheduleInForce>,
  inputs: PredictionInputs,
  poolId: string,
): { readonly schedule: Schedule; readonly basis: readonly Basis[] } {
  const index = inputs.pools.findIndex((pool) => isPool(pool, poolId))
  const load = loadOf(inputs, poolId)
  const own = basis.filter(({ poolIds }) => poolIds === null || poolIds.includes(load)).slice(0, 1)
  const part =
    typeof schedule === 'object' && 'parts' in schedule
      ? (schedule.parts.find(({ pools }) => pools.includes(index))?.schedule ?? [])
      : schedule
  return { schedule: part, basis: own.map(({ plans }) => ({ plans, poolIds: [load] })) }
}
