import type { Plan } from '../plan/plan.ts'
import type { NamedStarvedPool } from './assemble/starved/starved-pool-facts.ts'
import { isPool } from './is-pool.ts'
import type { PredictionInputs } from './types.ts'

/** The starved pools for which a plan of one pool is predicted together with others; none: it is predicted alone, or it is of all pools. */
export function starvedPoolsOf(
  inputs: Pick<PredictionInputs, 'pools'>,
  plan: Pick<Plan, 'poolId'>,
): readonly NamedStarvedPool[] {
  if (plan.poolId === null) return []
  return poolsOf(inputs, plan).flatMap(({ model }) =>
    model.warnings.flatMap((warning) => (warning.kind === 'starved-pool' ? [warning] : [])),
  )
}

/** Of what is predicted the pools that a plan is for. */
export function poolsOf(
  { pools }: Pick<PredictionInputs, 'pools'>,
  { poolId }: Pick<Plan, 'poolId'>,
): PredictionInputs['pools'] {
  return poolId === null ? pools : pools.filter((pool) => isPool(pool, poolId))
}
