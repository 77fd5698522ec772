import type { CubeCells, CubeDictionary } from '../../../shared/coverage/cube.ts'
import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { byPoolId, type PoolTrafficOptions, trafficByPool } from '../../../shared/predict/assemble/pool-traffic.ts'
import { type DayVisits, poolHistory, type PoolHistory } from '../../../shared/predict/assemble/starved/pool-history.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'

/** The pools' histories in UTC slots [fromSlot, toSlot), in order of their ids, visits without a pool last. */
type PoolHistories = (snapshot: CacheSnapshot, options: PoolTrafficOptions) => readonly PoolHistory[]

interface Kept {
  readonly dictionary: CubeDictionary
  readonly countryRule: string
  readonly histories: readonly PoolHistory[]
}

/** Adds up each whole day once: a range is put together from its days, and a sync leaves the days it did not touch as they are. */
export function createPoolHistories(): PoolHistories {
  const kept = new WeakMap<CubeCells, Kept>()
  const wholeDay = (day: number, cells: CubeCells, { dictionary, countryRule }: DayFacts): readonly PoolHistory[] => {
    const rule = JSON.stringify(countryRule)
    const known = kept.get(cells)
    if (known?.dictionary === dictionary && known.countryRule === rule) return known.histories
    const slots = { fromSlot: day * SLOTS_PER_DAY, toSlot: (day + 1) * SLOTS_PER_DAY }
    const histories = trafficByPool([{ dictionary, cells }], { countryRule, ...slots }).map((traffic) => {
      const { days, series } = poolHistory(traffic)
      // Small integers, and many of them.
      return { poolId: traffic.poolId, days, series: { ...series, visitors: Uint32Array.from(series.visitors) } }
    })
    kept.set(cells, { dictionary, countryRule: rule, histories })
    return histories
  }
  return ({ dictionary, traffic }, options) => {
    const { countryRule, fromSlot, toSlot } = options
    const joined = new Map<string | null, { readonly days: DayVisits[]; readonly visitors: Float64Array }>()
    for (let day = Math.floor(fromSlot / SLOTS_PER_DAY); day * SLOTS_PER_DAY < toSlot; day++) {
      const cells = traffic.get(day)
      if (cells === undefined) continue
      const isWhole = day * SLOTS_PER_DAY >= fromSlot && (day + 1) * SLOTS_PER_DAY <= toSlot
      const histories = isWhole
        ? wholeDay(day, cells, { dictionary, countryRule })
        : trafficByPool([{ dictionary, cells }], options).map(poolHistory)
      for (const { poolId, days, series } of histories) {
        const sum = joined.get(poolId) ?? { days: [], visitors: new Float64Array(toSlot - fromSlot) }
        joined.set(poolId, sum)
        sum.days.push(...days)
        if (isWhole) sum.visitors.set(series.visitors, series.firstSlot - fromSlot)
        else for (let slot = 0; slot < sum.visitors.length; slot++) sum.visitors[slot]! += series.visitors[slot]!
      }
    }
    return [...joined]
      .map(([poolId, { days, visitors }]) => ({ poolId, days, series: { firstSlot: fromSlot, visitors } }))
      .toSorted(byPoolId)
  }
}

interface DayFacts {
  readonly dictionary: CubeDictionary
  readonly countryRule: CountryFilter | null
}
