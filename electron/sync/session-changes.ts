import { onlineInterval } from '../../shared/coverage/agents-online.ts'
import { type Interval, overlap, symmetricDifference } from '../../shared/foundation/interval.ts'
import type { CachedSession } from './cache.ts'
import type { SourceSession } from './source.ts'

export interface SessionComparison {
  /** Cached sessions that overlap the window, and those cached under any id asked for or fetched. */
  readonly cached: readonly CachedSession[]
  /** Ids the source was asked for by name: one that did not come is gone. */
  readonly asked: ReadonlySet<string>
  readonly fetched: readonly SourceSession[]
  readonly window: Interval
  readonly now: number
  /** Whether a session that is gone from the source stays, because its agent is gone altogether. */
  readonly keepsGone: (session: CachedSession) => boolean
}

export interface SessionChanges {
  readonly upsert: readonly CachedSession[]
  readonly remove: readonly string[]
  /** Where agents online changed since the cache counted them; the window itself is counted anew and not in here. */
  readonly dirty: readonly Interval[]
  /** Whose sessions began elsewhere than the cache has it: where earlier ones of theirs that are open end may have changed. */
  readonly moved: readonly AgentStart[]
}

/** Where a session of an agent begins, or began. */
export interface AgentStart {
  readonly agentId: string
  readonly startedAt: number
}

/** Finds sessions that are new, changed or gone, and the instants whose agents online they change. */
export function compareSessions(comparison: SessionComparison): SessionChanges {
  const { window, now } = comparison
  const cached = new Map(comparison.cached.map((session) => [session.id, session]))
  const upsert: CachedSession[] = []
  const remove: string[] = []
  const changed: Interval[] = []
  const uncertain: Interval[] = []
  const moved: AgentStart[] = []

  for (const session of comparison.fetched) {
    const before = cached.get(session.id)
    cached.delete(session.id)
    changed.push(...changedIntervals(before, session, now))
    if (before === undefined) moved.push(session)
    else if (before.agentId !== session.agentId || before.startedAt !== session.startedAt) moved.push(before, session)
    if (before === undefined || isChanged(before, session, now)) upsert.push({ ...session, seenAt: now })
  }
  for (const session of cached.values()) {
    const interval = cachedInterval(session)
    if (!comparison.asked.has(session.id)) {
      // Cached meanwhile from another snapshot: the window may have been counted without it.
      const doubtful = interval && overlap(interval, window)
      if (doubtful) uncertain.push(doubtful)
    } else if (comparison.keepsGone(session)) {
      const ended = endedWhenLastSeen(session)
      if (ended !== session) upsert.push(ended)
    } else {
      remove.push(session.id)
      moved.push(session)
      if (interval) changed.push(interval)
    }
  }
  return { upsert, remove, dirty: [...changed.flatMap((interval) => outside(interval, window)), ...uncertain], moved }
}

/** The instants a cached session was counted at, by the clock it was last seen with. */
export function cachedInterval(session: CachedSession): Interval | null {
  return onlineInterval(session, session.seenAt)
}

/** Where a session counted otherwise before than it does at `now`. */
export function changedIntervals(
  before: CachedSession | undefined,
  after: SourceSession,
  now: number,
): readonly Interval[] {
  const newInterval = onlineInterval(after, now)
  if (before === undefined) return newInterval ? [newInterval] : []
  const oldInterval = cachedInterval(before)
  if (before.agentId === after.agentId) return symmetricDifference(oldInterval, newInterval)
  return [oldInterval, newInterval].filter((interval) => interval !== null)
}

/** Whether the cache must write a session again; the clock it was seen with matters only where its end is not past. */
function isChanged(before: CachedSession, after: SourceSession, now: number): boolean {
  if (
    before.agentId !== after.agentId ||
    before.startedAt !== after.startedAt ||
    before.endedAt !== after.endedAt ||
    (before.leftOpen ?? null) !== (after.leftOpen ?? null)
  )
    return true
  return before.seenAt !== now && (after.endedAt === null || after.endedAt > Math.min(before.seenAt, now))
}

/** A session whose source is gone lasted, as far as anybody knows, until it was last seen. */
export function endedWhenLastSeen(session: CachedSession): CachedSession {
  if (session.endedAt !== null && session.endedAt <= session.seenAt) return session
  return { ...session, endedAt: Math.max(session.startedAt, session.seenAt) }
}

function outside(interval: Interval, window: Interval): readonly Interval[] {
  return symmetricDifference(interval, overlap(interval, window))
}
