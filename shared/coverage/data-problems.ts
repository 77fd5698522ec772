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
>

/** One and many of what a problem counts, and what it means for the figures. */
const NOTES: Readonly<Record<EventProblemKind, { readonly one: string; readonly many: string }>> = {
  'session-ends-before-start': {
    one: '1 session does not end after it starts. It is left out.',
    many: 'sessions do not end after they start. They are left out.',
  },
  'session-starts-in-future': {
    one: '1 session starts in the future. It is left out.',
    many: 'sessions start in the future. They are left out.',
  },
  'session-probably-forgotten': {
    one: '1 session is longer than 16 hours and was probably never closed. Its time counts as recorded.',
    many: 'sessions are longer than 16 hours and were probably never closed. Their time counts as recorded.',
  },
  'session-left-open': {
    one: '1 session was never closed. It counts until its agent’s next session, or until the agent was last seen, at most 16 hours where nothing shows it.',
    many: 'sessions were never closed. Each counts until its agent’s next session, or until the agent was last seen, at most 16 hours where nothing shows it.',
  },
  'sessions-overlap': {
    one: '1 session overlaps an earlier one of the same agent. Both count as recorded.',
    many: 'sessions overlap an earlier one of the same agent. All count as recorded.',
  },
  'pageview-in-future': {
    one: '1 visit lies in the future. It is not counted.',
    many: 'visits lie in the future. They are not counted.',
  },
}

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

/** The problem of a kind that occurs `count` times, in words; empty: it does not occur. */
export function countedProblem(kind: EventProblemKind, count: number): readonly DataProblem[] {
  if (count === 0) return []
  const { one, many } = NOTES[kind]
  return [{ kind, count, note: count === 1 ? one : `${count} ${many}` }]
}
