import type { Interval } from '../../../shared/foundation/interval.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { utcDayOf } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'

type SyncedDays = Pick<CacheSnapshot, 'syncedDays' | 'directory'>

/**
 * The intervals of which the cache knows what happened: synced days up to where they were read, from the first day of which the source
 * has a visit, a session, a status or calls to the last. Not synced is not zero, and neither is what nobody recorded.
 */
export function knownIntervals({ syncedDays, directory }: SyncedDays): readonly Interval[] {
  const { earliest = null, latest = null } = directory ?? {}
  if (earliest === null || latest === null) return []
  const [first, last] = [utcDayOf(earliest), utcDayOf(latest)]
  return [...syncedDays.values()]
    .filter(({ day }) => day >= first && day <= last)
    .map(({ day, syncedThrough }) => ({ start: day * DAY_MS, end: Math.min(syncedThrough, (day + 1) * DAY_MS) }))
}

/**
 * What of it is an example to learn from: from the first day with visitors on, without days that are over and of which the source has
 * no record at all, which may be an outage.
 */
export function intervalsToLearnFrom({
  silentDays,
  ...cache
}: SyncedDays & Pick<CacheSnapshot, 'silentDays'>): readonly Interval[] {
  const firstVisited = Math.min(
    ...[...cache.syncedDays.values()].filter(({ visitors }) => visitors > 0).map(({ day }) => day),
  )
  return knownIntervals(cache).filter(
    ({ start }) => utcDayOf(start) >= firstVisited && !silentDays.has(utcDayOf(start)),
  )
}
