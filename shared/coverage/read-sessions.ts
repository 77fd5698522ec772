import { toInstant } from './instant.ts'
import { endOpenSessions, visitEvidence } from './open-sessions.ts'
import type { SessionInterval } from './session-interval.ts'
import type { AgentSession, Pageview } from './types.ts'

interface ReadSession extends SessionInterval {
  readonly lastSeenAt: number | null
}

function readSession({ agentId, startedAt, endedAt, lastSeenAt = null }: AgentSession): ReadSession {
  return {
    agentId,
    startedAt: toInstant(startedAt),
    endedAt: endedAt === null ? null : toInstant(endedAt),
    lastSeenAt: lastSeenAt === null ? null : toInstant(lastSeenAt),
  }
}

/**
 * Sessions as they count at `now` (epoch milliseconds): those that were never closed end where `AgentSession` says, covered visits and
 * `lastSeenAt` being the signs of their agents. Throws as `readSessions`.
 */
export function sessionsWithEnds(
  sessions: readonly AgentSession[],
  { now, pageviews }: { readonly now: number; readonly pageviews: readonly Pageview[] },
): readonly SessionInterval[] {
  let visits: ReadonlyMap<string, readonly number[]> | null = null
  return endOpenSessions(sessions.map(readSession), {
    now,
    lastEvidence: ({ agentId, startedAt, lastSeenAt }, before) => {
      visits ??= coveredVisits(pageviews)
      const visit = latestWithin(visits.get(agentId) ?? [], startedAt, before)
      const signs = [lastSeenAt, visit === null ? null : visitEvidence(visit)].filter((sign) => sign !== null)
      return signs.length === 0 ? null : Math.max(...signs)
    },
  })
}

function coveredVisits(pageviews: readonly Pageview[]): ReadonlyMap<string, readonly number[]> {
  const covered = Map.groupBy(pageviews, ({ agentId }) => agentId)
  return new Map(
    [...covered].flatMap(([agentId, visits]) =>
      agentId === null ? [] : [[agentId, visits.map(({ createdAt }) => toInstant(createdAt))] as const],
    ),
  )
}

function latestWithin(instants: readonly number[], from: number, before: number): number | null {
  return instants.reduce<number | null>(
    (latest, instant) => (instant >= from && instant < before && instant > (latest ?? -Infinity) ? instant : latest),
    null,
  )
}
