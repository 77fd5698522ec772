import type { Plan } from '../plan/plan.ts'
import { isPool } from './is-pool.ts'
import type { PredictionInputs } from './types.ts'

/** Why a plan of one pool is predicted together with others; none: it is predicted alone, or it is of all pools. */
export function sharedPoolNotes(
  inputs: Pick<PredictionInputs, 'pools'>,
  plan: Pick<Plan, 'poolId'>,
): readonly string[] {
  if (plan.poolId === null) return []
  return poolsOf(inputs, plan).flatMap(({ model }) =>
    model.warnings.flatMap(({ kind, text }) => (kind === 'starved-pool' ? [text] : [])),
  )
}

/** Of what is predicted the pools that a plan is for. */
export function poolsOf(
  { pools }: Pick<PredictionInputs, 'pools'>,
  { poolId }: Pick<Plan, 'poolId'>,
): PredictionInputs['pools'] {
  return poolId === null ? pools : pools.filter((pool) => isPool(pool, poolId))
}
