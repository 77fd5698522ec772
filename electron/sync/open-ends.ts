import type { CachedSession } from './cache.ts'

/** The sessions around a change, as the cache has them with it. */
export interface EndsQuestion {
  readonly sessions: readonly CachedSession[]
  /** Those that begin later are only there to end others. */
  readonly until: number
  readonly now: number
  /** Whether the cache knows what began at an instant. */
  readonly isKnown: (instant: number) => boolean
}

/** An open session whose end does not fit what the cache has of its agent, and where the reason lies. */
export interface DoubtfulEnd {
  readonly session: CachedSession
  /** Start of the session that came or went. */
  readonly at: number
}

/**
 * Open sessions that reach beyond the next one of their agent, or end at one that is not there: a session came, went or moved since
 * they were read, or was read from another snapshot.
 */
export function doubtfulEnds({ sessions, until, now, isKnown }: EndsQuestion): readonly DoubtfulEnd[] {
  const byAgent = Map.groupBy(sessions, ({ agentId }) => agentId)
  return sessions.flatMap((session): readonly DoubtfulEnd[] => {
    const { id, agentId, startedAt, endedAt, leftOpen } = session
    if (startedAt > until || (endedAt !== null && !leftOpen)) return []
    const others = byAgent.get(agentId)!.filter((other) => other.id !== id)
    const next = Math.min(...others.map((other) => other.startedAt).filter((start) => start > startedAt))
    if (next < Math.min(endedAt ?? now, now)) return [{ session, at: next }]
    const isLost =
      leftOpen === 'next-session' &&
      endedAt !== null &&
      isKnown(endedAt) &&
      others.every((other) => other.startedAt !== endedAt)
    return isLost ? [{ session, at: endedAt }] : []
  })
}
