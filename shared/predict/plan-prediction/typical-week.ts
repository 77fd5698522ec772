import { meanStaffing } from '../attendance/typical-staffing.ts'
import { isPool } from '../is-pool.ts'
import { binomial, type CountDistribution } from '../model/binomial.ts'
import type { PredictionInputs, WeekPrediction } from '../types.ts'
import { coveredShare, type OwnHistory } from './own-history.ts'
import type { ServedTable } from './served-table.ts'
import type { ServingClass } from './serving-classes.ts'

interface TypicalOptions {
  readonly poolId: string | null | undefined
  readonly classes: readonly (ServingClass & {
    readonly served: ServedTable
    readonly history: OwnHistory
    readonly visitors: Float64Array
  })[]
  /** All pools of the plan. */
  readonly visitors: Float64Array
}

/** Coverage with the numbers online that history had: averaged over them, never taken at their mean, never thinned. */
export function typicalWeek(inputs: PredictionInputs, { poolId, classes, visitors }: TypicalOptions): WeekPrediction {
  const slots = inputs.starts.length
  const covered = new Float64Array(slots)
  for (const one of classes)
    typicalRates(inputs, one).forEach((rate, slot) => (covered[slot]! += one.visitors[slot]! * rate))
  const shown =
    poolId === null || poolId === undefined
      ? inputs.typical
      : inputs.pools.find((pool) => isPool(pool, poolId))?.typical
  const agents = new Float64Array(slots)
  if (shown) agents.set(meanStaffing(shown).subarray(0, slots))
  const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0)
  return {
    visitors,
    covered,
    agents,
    openAgents: new Float64Array(slots),
    totals: { visitors: total(visitors), covered: total(covered) },
  }
}

/** Share (0-1) of the visitors of a class that is covered at each slot with the numbers online that history had. */
export function typicalRates(
  inputs: PredictionInputs,
  { pools, availability, served, history }: TypicalOptions['classes'][number],
): Float64Array {
  const { typical } = inputs.pools[pools[0]!]!
  const { values, stride } = served.reserve(typical.agents.reduce((most, agents) => Math.max(most, agents), 0))
  const available = new Map<number, CountDistribution>()
  const rates = new Float64Array(inputs.starts.length)
  for (let slot = 0; slot < rates.length; slot += 1) {
    let rate = 0
    let nobody = 0
    for (let index = typical.offsets[slot] ?? 0; index < (typical.offsets[slot + 1] ?? 0); index += 1) {
      const online = typical.agents[index]!
      if (online === 0) nobody += typical.shares[index]!
      const { first, weights } = available.get(online) ?? binomial(online, availability)
      if (!available.has(online)) available.set(online, { first, weights })
      for (let place = 0; place < weights.length; place += 1)
        rate += typical.shares[index]! * weights[place]! * values[slot * stride + first + place]!
    }
    rates[slot] = coveredShare(history, { slot, rate, nobody })
  }
  return rates
}
