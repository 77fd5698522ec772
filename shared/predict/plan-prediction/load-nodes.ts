import { coverageWith, type Service } from '../model/coverage.ts'
import type { PredictionInputs } from '../types.ts'
import { COMMON_SHARE } from './draw-factors.ts'

/** A traffic that a week or a day may have, as a factor on the expected one, and its weight. Weights times factors add up to 1. */
export interface LoadNode {
  readonly factor: number
  readonly weight: number
}

const AS_EXPECTED: readonly LoadNode[] = [{ factor: 1, weight: 1 }]
/** Gauss and Hermite's three points of a normal, and their weights. */
const POINTS = [
  { at: -Math.sqrt(3), weight: 1 / 6 },
  { at: 0, weight: 2 / 3 },
  { at: Math.sqrt(3), weight: 1 / 6 },
] as const

/**
 * By group of pools: what stands for busy and quiet weeks and days. The fit knew how busy each past day was, a forecast does not; and busy
 * days lose more visitors than quiet ones save, so that coverage at the expected traffic is more than is to be expected.
 */
export function loadNodes({
  pools,
  groups,
}: Pick<PredictionInputs, 'pools' | 'groups'>): readonly (readonly LoadNode[])[] {
  return groups.map((members) => {
    const weights = members.map(
      (index) => pools[index]!.visitors.reduce((sum, value) => sum + value, 0) * pools[index]!.model.holdingMinutes,
    )
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    if (!(total > 0)) return AS_EXPECTED
    let variance = 0
    for (const cv of ['weekCv', 'dayCv'] as const) {
      // As bands are drawn: what is unusual is partly common to all pools.
      const parts = members.map((index, place) => (weights[place]! / total) * pools[index]!.noise[cv])
      const common = parts.reduce((sum, part) => sum + part, 0) ** 2
      const own = parts.reduce((sum, part) => sum + part ** 2, 0)
      variance += COMMON_SHARE * common + (1 - COMMON_SHARE) * own
    }
    return variance > 0 ? nodesOf(Math.log1p(variance)) : AS_EXPECTED
  })
}

/** The same inputs, as if every week and day were as busy as is expected. */
export function withoutUnusualWeeks(inputs: PredictionInputs): PredictionInputs {
  return { ...inputs, pools: inputs.pools.map((pool) => ({ ...pool, noise: { ...pool.noise, weekCv: 0, dayCv: 0 } })) }
}

/** Share (0-1) of all visitors that agents cover, whatever traffic comes; the load in erlangs is the expected one. */
export function coverageOver(
  nodes: readonly LoadNode[],
  agents: number,
  { load, service }: { readonly load: number; readonly service: Service },
): number {
  return nodes.reduce(
    (sum, { factor, weight }) => sum + weight * factor * coverageWith(agents, factor * load, service),
    0,
  )
}

function nodesOf(logVariance: number): readonly LoadNode[] {
  const nodes = POINTS.map(({ at, weight }) => ({
    factor: Math.exp(Math.sqrt(logVariance) * at - logVariance / 2),
    weight,
  }))
  const mean = nodes.reduce((sum, { factor, weight }) => sum + factor * weight, 0)
  return nodes.map(({ factor, weight }) => ({ factor, weight: weight / mean }))
}
