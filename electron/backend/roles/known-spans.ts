import { DAY_MS } from '../../../shared/time/slots.ts'
import type { Span } from '../../../shared/coverage/index.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'

/**
 * The spans of which the cache knows what happened: synced days up to where they were read. A day that is over and of which the
 * source has no record at all is not known: not synced is not zero.
 */
export function knownSpans({ syncedDays, silentDays }: CacheSnapshot): readonly Span[] {
  return [...syncedDays.values()]
    .filter(({ day }) => !silentDays.has(day))
    .map(({ day, syncedThrough }) => ({ start: day * DAY_MS, end: Math.min(syncedThrough, (day + 1) * DAY_MS) }))
}
