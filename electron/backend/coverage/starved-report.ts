import type { StarvedPoolOutput } from '../../../shared/contract/starved-output.ts'
import { english } from '../../../shared/language/english.ts'
import { describeStarved } from '../../../shared/predict/assemble/starved/describe-starved.ts'
import type { StarvedPoolFacts } from '../../../shared/predict/assemble/starved/starved-pool-facts.ts'
import type { PoolLoad, StarvedPoolFound } from '../../../shared/predict/assemble/starved/pools-together.ts'
import { isPool } from '../../../shared/predict/is-pool.ts'
import type { PredictionInputs } from '../../../shared/predict/types.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { chosenPool } from './chosen-facts.ts'

/** The starved pools that matter to the figures of one pool (undefined: of any), with a text for each. */
export function starvedReport(
  snapshot: CacheSnapshot,
  starved: readonly StarvedPoolFound[],
  poolId: string | null | undefined,
): readonly StarvedPoolOutput[] {
  return starved
    .filter((pool) => poolId === undefined || pool.poolId === poolId || pool.recordedUnder.includes(poolId))
    .map((pool) => ({
      ...pool,
      recordedUnder: [...pool.recordedUnder],
      text: describeStarved([pool], (id) => chosenPool(snapshot, id)!, english()).join(' '),
    }))
}

/** The name of a pool, with those that count as part of it. */
export function nameOfLoad(snapshot: CacheSnapshot, loads: readonly PoolLoad[], poolId: string | null): string {
  const others = loads.find((load) => load.poolId === poolId)?.others ?? []
  return [poolId, ...others].map((id) => chosenPool(snapshot, id)!).join(' + ')
}

/** The inputs with a warning on each pool of which a starved one is part. */
export function withStarvedWarnings(
  inputs: PredictionInputs,
  starved: readonly StarvedPoolFacts[],
  nameOf: (poolId: string) => string,
): PredictionInputs {
  if (starved.length === 0) return inputs
  return {
    ...inputs,
    pools: inputs.pools.map((pool) => {
      const own = starved
        .filter(({ poolId }) => isPool(pool, poolId))
        .map((one) => ({ kind: 'starved-pool' as const, starved: one, names: namesOf(one, nameOf) }))
      return { ...pool, model: { ...pool.model, warnings: [...own, ...pool.model.warnings] } }
    }),
  }
}

function namesOf(
  { poolId, recordedUnder }: StarvedPoolFacts,
  nameOf: (poolId: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries([poolId, ...recordedUnder].flatMap((id) => (id === null ? [] : [[id, nameOf(id)]])))
}
