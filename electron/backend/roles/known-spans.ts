import { DAY_MS, utcDayOf } from '../../../shared/time/slots.ts'
import type { Span } from '../../../shared/coverage/index.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'

/**
 * The spans of which the cache knows what happened: synced days up to where they were read. A day that is over and of which the
 * source has no record at all (no visit, and no session that began or ended in it) is not known: not synced is not zero.
 */
export function knownSpans(snapshot: CacheSnapshot): readonly Span[] {
  const daysOfSessions = new Set<number>()
  for (const session of snapshot.sessions) {
    daysOfSessions.add(utcDayOf(session.startedAt))
    if (session.endedAt !== null) daysOfSessions.add(utcDayOf(session.endedAt))
  }
  return [...snapshot.syncedDays.values()]
    .filter((day) => day.visitors > 0 || daysOfSessions.has(day.day) || day.syncedThrough < (day.day + 1) * DAY_MS)
    .map((day) => ({ start: day.day * DAY_MS, end: Math.min(day.syncedThrough, (day.day + 1) * DAY_MS) }))
}
