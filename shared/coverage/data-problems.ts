import { dataProblem } from './data-problem.ts'
import { toInstant } from './instant.ts'
import { sessionsWithEnds } from './read-sessions.ts'
import { sessionColumns } from './session-columns.ts'
import { isProbablyForgotten, sessionEnd, type SessionInterval } from './session-interval.ts'
import type { AgentSession, DataProblem, DataProblemKind, InstantInput, Pageview } from './types.ts'

type EventProblemKind = Extract<
  DataProblemKind,
  | 'session-ends-before-start'
  | 'session-starts-in-future'
  | 'session-probably-forgotten'
  | 'session-left-open'
  | 'sessions-overlap'
  | 'pageview-in-future'
  | 'pools-repeated'
  | 'agents-repeated'
>

/** What cannot be true, or is doubtful, in raw events at `now`; only kinds that occur. Throws AppError 'invalid-input' for an instant that cannot be read. */
export function findDataProblems(
  pageviews: readonly Pageview[],
  sessions: readonly AgentSession[],
  options: { readonly now: InstantInput },
): readonly DataProblem[] {
  const now = toInstant(options.now)
  const inFuture = pageviews.filter((pageview) => toInstant(pageview.createdAt) >= now).length
  return [
    ...findSessionProblems(sessionsWithEnds(sessions, { now, pageviews }), now),
    ...countedProblem('pageview-in-future', inFuture),
  ]
}

/** What cannot be true, or is doubtful, in sessions as they count at `now` (epoch milliseconds); only kinds that occur. */
export function findSessionProblems(sessions: readonly SessionInterval[], now: number): readonly DataProblem[] {
  const impossible = sessions.filter(
    ({ startedAt, endedAt, leftOpen }) => !leftOpen && endedAt !== null && endedAt <= startedAt,
  )
  const inFuture = sessions.filter(
    ({ startedAt, endedAt }) => startedAt >= now && (endedAt === null || endedAt > startedAt),
  )
  const usable = sessions.filter(({ startedAt, endedAt }) => sessionEnd(endedAt, now) > startedAt)
  return [
    ...countedProblem('session-ends-before-start', impossible.length),
    ...countedProblem('session-starts-in-future', inFuture.length),
    ...countedProblem(
      'session-probably-forgotten',
      usable.filter((session) => isProbablyForgotten(session, now)).length,
    ),
    ...countedProblem('session-left-open', sessions.filter(({ leftOpen }) => leftOpen).length),
    ...countedProblem('sessions-overlap', countOverlaps(usable, now)),
  ]
}

/** Sessions that start while an earlier one of the same agent is still on. */
function countOverlaps(usable: readonly SessionInterval[], now: number): number {
  const { length, agents, agent, startedAt, endedAt } = sessionColumns(usable)
  const onlineUntil = new Float64Array(agents.length).fill(Number.NEGATIVE_INFINITY)
  let overlaps = 0
  for (let index = 0; index < length; index++) {
    const until = onlineUntil[agent[index]!]!
    if (startedAt[index]! < until) overlaps++
    onlineUntil[agent[index]!] = Math.max(until, Math.min(endedAt[index]!, now))
  }
  return overlaps
}

/** The problem of a kind that occurs `count` times; empty: it does not occur. */
export function countedProblem(kind: EventProblemKind, count: number): readonly DataProblem[] {
  return count === 0 ? [] : [dataProblem({ kind, count })]
}
