import { restOfDay } from '../../predict/forecast/rest-of-day.ts'
import type { PoolPredictionInput, PredictionInputs } from '../../predict/types.ts'
import type { ActualSlots } from '../actual-slots.ts'

/**
 * The inputs of a week that begins today as they are once part of today is known: pool by pool, as busy as the day so far suggests, and the
 * surer of it the more came. `slots` are today's.
 */
export function withDaySoFar(
  inputs: PredictionInputs,
  actual: Pick<ActualSlots, 'known' | 'pools'>,
  slots: readonly number[],
): PredictionInputs {
  const known = slots.filter((slot) => actual.known[slot] === 1)
  return {
    ...inputs,
    pools: inputs.pools.map((pool, index) => {
      const seen = actual.pools[index]!.visitors
      return withLevel(pool, {
        expected: known.reduce((sum, slot) => sum + pool.visitors[slot]!, 0),
        seen: known.reduce((sum, slot) => sum + seen[slot]!, 0),
      })
    }),
  }
}

function withLevel(
  pool: PoolPredictionInput,
  sums: { readonly expected: number; readonly seen: number },
): PoolPredictionInput {
  const { noise, visitors, markedCv } = pool
  // A whole week may be unusual as well as the day, and what is marked the more so.
  const dayCv = Math.hypot(noise.dayCv, noise.weekCv, markedCv?.[0] ?? 0)
  const { factor, cv } = restOfDay({ ...sums, dayCv, dispersion: noise.dispersion })
  const left = dayCv > 0 ? cv / dayCv : 1
  return {
    ...pool,
    visitors: visitors.map((value) => value * factor),
    noise: { ...noise, dayCv: noise.dayCv * left, weekCv: noise.weekCv * left },
    markedCv: markedCv?.map((value) => value * left),
  }
}
