import { DAY_MS } from '../../shared/time/slots.ts'
import type { CachedDirectory, CachedSession, MembershipSpan } from '../sync/cache.ts'

interface Span {
  readonly from: number
  readonly until: number
}

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
  const everybody = pool?.isCatchAll === true ? gaps(merge(ofPool.map(spanOf))) : []
  const spans = spansByAgent(ofPool, everybody)
  return sessions.flatMap((session) => (spans.get(session.agentId) ?? everybody).flatMap((span) => clip(session, span)))
}

function spansByAgent(members: readonly MembershipSpan[], everybody: readonly Span[]): ReadonlyMap<string, readonly Span[]> {
  const byAgent = Map.groupBy(members, (member) => member.agentId)
  return new Map([...byAgent].map(([agentId, list]) => [agentId, merge([...list.map(spanOf), ...everybody])]))
}

/** What spans that are apart and in order leave free. */
function gaps(spans: readonly Span[]): readonly Span[] {
  const starts = [-Infinity, ...spans.map(({ until }) => until)]
  const ends = [...spans.map(({ from }) => from), Infinity]
  return starts.map((from, index) => ({ from, until: ends[index]! })).filter(({ from, until }) => from < until)
}

function spanOf(member: MembershipSpan): Span {
  return {
    from: member.fromDay === null ? -Infinity : member.fromDay * DAY_MS,
    until: member.untilDay === null ? Infinity : member.untilDay * DAY_MS,
  }
}

/** Overlapping and touching spans as one, so that no session counts twice. */
function merge(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const span of spans.filter((each) => each.from < each.until).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last !== undefined && span.from <= last.until) {
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, span.until) }
    } else {
      merged.push(span)
    }
  }
  return merged
}

function clip(session: CachedSession, span: Span): readonly CachedSession[] {
  const end = session.endedAt ?? Infinity
  // An impossible session (it does not end after it starts) has no time to cut, but must reach the count of data problems.
  if (end <= session.startedAt) return session.startedAt >= span.from && session.startedAt < span.until ? [session] : []
  const startedAt = Math.max(session.startedAt, span.from)
  const endedAt = Math.min(end, span.until)
  if (endedAt <= startedAt) return []
  if (startedAt === session.startedAt && endedAt === end) return [session]
  return [{ ...session, startedAt, endedAt: endedAt === Infinity ? null : endedAt }]
}
