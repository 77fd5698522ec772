import { DAY_MS } from '../../shared/foundation/minutes.ts'
import type { RunCache } from './run-cache.ts'

/** Forgets, with the first commit, days before `keepFromDay` (UTC) and the sessions that had ended by then. */
export function stageRetention(cache: RunCache, keepFromDay: number): void {
  const days = [...cache.days.keys()].filter((day) => day < keepFromDay)
  const start = keepFromDay * DAY_MS
  const ended = cache
    .sessionsOverlapping(Number.MIN_SAFE_INTEGER, start)
    .filter(({ startedAt, endedAt }) => startedAt < start && endedAt !== null && endedAt <= start)
  if (days.length === 0 && ended.length === 0) return
  cache.stage({ removeDays: days, removeSessions: ended.map(({ id }) => id) })
}
