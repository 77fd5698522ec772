import type { PoolPredictionInput, PredictionInputs } from './types.ts'

/** Whether a pool is part of what is predicted of a pool of the inputs. */
export function isPool(pool: Pick<PoolPredictionInput, 'poolId' | 'includes'>, poolId: string | null): boolean {
  return pool.poolId === poolId || pool.includes?.includes(poolId) === true
}

/** Stands for visits without a pool where inputs are predicted for those alone. */
export const NO_POOL = '\u0000none'

/** Whether a pool of the inputs, named or not, has visits without a pool. */
export function hasVisitsWithoutPool(pool: Pick<PoolPredictionInput, 'poolId' | 'includes'>): boolean {
  return isPool(pool, null) || isPool(pool, NO_POOL)
}

/** The inputs with a name for visits without a pool (null): to a prediction null is all pools. */
export function withNamedPools(inputs: PredictionInputs, noPool: string): PredictionInputs {
  return {
    ...inputs,
    pools: inputs.pools.map((pool) => ({
      ...pool,
      poolId: pool.poolId ?? noPool,
      ...(pool.includes === undefined ? {} : { includes: pool.includes.map((id) => id ?? noPool) }),
      ...(pool.parts === undefined
        ? {}
        : { parts: pool.parts.map((part) => ({ ...part, poolId: part.poolId ?? noPool })) }),
    })),
  }
}
