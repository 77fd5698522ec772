import { agentTimePerSlot, filterTraffic, type CountryFilter, type SlotSeries } from '../../../shared/coverage/index.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'

/** Visits and agent-time of one filter, per UTC slot, over everything the cache holds. */
export interface FilteredSeries {
  readonly series: SlotSeries
  readonly agentTime: Float64Array
}

export interface SeriesFilter {
  readonly poolId: string | null | undefined
  readonly countryFilter: CountryFilter | null
}

/** How many filters stay at hand: changing only range or zone, or going back to a filter, costs nothing. */
const KEPT = 8

/** Filters a snapshot once for each filter that is asked for. */
export function createSeriesCache(): (snapshot: CacheSnapshot, filter: SeriesFilter) => FilteredSeries {
  const kept = new Map<string, FilteredSeries>()
  let of: CacheSnapshot | null = null
  return (snapshot, filter) => {
    if (of !== snapshot) kept.clear()
    of = snapshot
    const key = JSON.stringify([filter.poolId === undefined ? 'all' : { pool: filter.poolId }, filter.countryFilter])
    const found = kept.get(key) ?? compute(snapshot, filter)
    // Re-inserted, so that the first key is always the one not used for longest.
    kept.delete(key)
    kept.set(key, found)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
    return found
  }
}

function compute(snapshot: CacheSnapshot, { poolId, countryFilter }: SeriesFilter): FilteredSeries {
  const extent = extentOf(snapshot)
  const batches = [...snapshot.traffic.values()].map((cells) => ({ dictionary: snapshot.dictionary, cells }))
  const series = filterTraffic(
    batches,
    { ...(poolId === undefined ? {} : { poolId }), ...(countryFilter === null ? {} : { countryFilter }) },
    extent,
  )
  const sessions = poolId === undefined ? snapshot.sessions : snapshot.sessionsOfPool(poolId)
  const agentTime = agentTimePerSlot(sessions, { ...extent, now: snapshot.state.now ?? 0 })
  return { series, agentTime }
}

/** From the first to the last synced day: agents are online, and counted, also where nobody came. */
function extentOf({ syncedDays }: CacheSnapshot): { readonly firstSlot: number; readonly length: number } {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const day of syncedDays.keys()) {
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  return last < first ? { firstSlot: 0, length: 0 } : { firstSlot: first * SLOTS_PER_DAY, length: (last - first + 1) * SLOTS_PER_DAY }
}
