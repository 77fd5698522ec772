import { type Interval, merge, subtract } from '../../shared/foundation/interval.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import type { CachedDirectory, CachedSession, MembershipPeriod } from '../sync/cache.ts'

const ALWAYS: Interval = { start: -Infinity, end: Infinity }

/**
 * The sessions in which an agent served a pool, each cut to the days the agent belonged to it; one session may come in several pieces.
 * All of them for "No pool" (null), for a pool the directory does not know, and where membership is not known; of a catch-all pool on
 * days that list nobody.
 */
export function sessionsOfPool(
  sessions: readonly CachedSession[],
  directory: CachedDirectory | null,
  poolId: string | null,
): readonly CachedSession[] {
  const members = directory?.members ?? null
  if (members === null || poolId === null) return sessions
  const ofPool = members.filter((member) => member.poolId === poolId)
  const pool = directory?.pools?.find(({ id }) => id === poolId)
  if (ofPool.length === 0 && (pool === undefined || pool.isCatchAll)) return sessions
  // A catch-all pool that lists nobody is served by everybody, just as its visits are counted.
  const everybody = pool?.isCatchAll === true ? subtract([ALWAYS], merge(ofPool.map(membershipInterval))) : []
  const intervals = intervalsByAgent(ofPool, everybody)
  return sessions.flatMap((session) =>
    (intervals.get(session.agentId) ?? everybody).flatMap((interval) => cutSession(session, interval)),
  )
}

function intervalsByAgent(
  members: readonly MembershipPeriod[],
  everybody: readonly Interval[],
): ReadonlyMap<string, readonly Interval[]> {
  const byAgent = Map.groupBy(members, (member) => member.agentId)
  return new Map(
    [...byAgent].map(([agentId, list]) => [agentId, merge([...list.map(membershipInterval), ...everybody])]),
  )
}

function membershipInterval(member: MembershipPeriod): Interval {
  return {
    start: member.fromDay === null ? -Infinity : member.fromDay * DAY_MS,
    end: member.untilDay === null ? Infinity : member.untilDay * DAY_MS,
  }
}

function cutSession(session: CachedSession, { start, end: until }: Interval): readonly CachedSession[] {
  const end = session.endedAt ?? Infinity
  // An impossible session (it does not end after it starts) has no time to cut, but must reach the count of data problems.
  if (end <= session.startedAt) return session.startedAt >= start && session.startedAt < until ? [session] : []
  const startedAt = Math.max(session.startedAt, start)
  const endedAt = Math.min(end, until)
  if (endedAt <= startedAt) return []
  if (startedAt === session.startedAt && endedAt === end) return [session]
  return [{ ...session, startedAt, endedAt: endedAt === Infinity ? null : endedAt }]
}
