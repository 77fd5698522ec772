import type { Formatter } from '../../../language/formatter.ts'
import type { NamedStarvedPool, StarvedPoolFacts } from './starved-pool-facts.ts'

/** The same of one pool that comes with its names. */
export function describeNamedStarved({ starved, names }: NamedStarvedPool, format: Formatter): string {
  return describeStarved([starved], (id) => names[id] ?? id, format).join(' ')
}

/** What starved pools mean for their figures, one text a pool; what holds for all of them is there once. `nameOf` is asked for pools with an id. */
export function describeStarved(
  pools: readonly StarvedPoolFacts[],
  nameOf: (poolId: string) => string,
  format: Formatter,
): readonly string[] {
  const { asOne } = format.texts.starvedPools
  const texts = pools.map((pool) => describeOne(pool, nameOf, format))
  if (pools.every(({ recordedUnder }) => recordedUnder.length === 0)) return texts
  return texts.length === 1 ? [`${texts[0]!} ${asOne}`] : [...texts, asOne]
}

function describeOne(
  { poolId, visitors, covered, onlineShare, isPart, recordedUnder }: StarvedPoolFacts,
  nameOf: (poolId: string) => string,
  format: Formatter,
): string {
  const t = format.texts.starvedPools
  const figures = { rate: format.rate((100 * covered) / visitors), share: format.rate(100 * onlineShare) }
  const pools = format.list(recordedUnder.map((id) => (id === null ? t.noPool : nameOf(id))))
  if (isPart && recordedUnder.length > 0) {
    const shows =
      poolId === null ? t.showsWithoutPoolInPart(figures) : t.showsInPart({ ...figures, pool: nameOf(poolId) })
    return `${shows} ${t.partlyRecordedUnder({ pools })}`
  }
  const shows = poolId === null ? t.showsWithoutPool(figures) : t.shows({ ...figures, pool: nameOf(poolId) })
  return `${shows} ${recordedUnder.length === 0 ? t.recordedNowhere : t.recordedUnder({ pools })}`
}
