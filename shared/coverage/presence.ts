import { MINUTE_MS } from '../foundation/minutes.ts'
import { sessionEnd, type SessionInterval } from './session-interval.ts'

/** What one agent's time online was spent on, as the source measured it, of one UTC day. */
export interface MeasuredSeconds {
  /** UTC day number. */
  readonly day: number
  readonly agentId: string
  readonly idle: number
  readonly inCall: number
  readonly away: number
}

/** A status may be recorded a moment before the session that it belongs to. */
const TOLERANCE_MS = MINUTE_MS

/**
 * Sessions without the time in which their agents were away, at `now` (epoch milliseconds). Time away that is not known to have ended
 * lasts as long as the session in which it began, and none outlasts that: the next session begins present. A session that nobody was
 * away in, or of which no status is recorded, stays whole.
 */
export function presentSessions(
  sessions: readonly SessionInterval[],
  away: readonly SessionInterval[],
  now: number,
): readonly SessionInterval[] {
  if (away.length === 0) return sessions
  const byAgent = new Map(
    [...Map.groupBy(away, ({ agentId }) => agentId)].map(([agentId, own]) => [
      agentId,
      own.toSorted((a, b) => a.startedAt - b.startedAt),
    ]),
  )
  return sessions.flatMap((session) => withoutAway(session, byAgent.get(session.agentId), now))
}

function withoutAway(
  session: SessionInterval,
  away: readonly SessionInterval[] | undefined,
  now: number,
): readonly SessionInterval[] {
  const end = sessionEnd(session.endedAt, now)
  if (away === undefined || end <= session.startedAt) return [session]
  const present: SessionInterval[] = []
  let from = session.startedAt
  for (
    let index = firstFrom(away, session.startedAt - TOLERANCE_MS);
    index < away.length && away[index]!.startedAt < end;
    index++
  ) {
    const { startedAt, endedAt } = away[index]!
    const until = Math.min(endedAt ?? end, end)
    if (until <= from) continue
    if (startedAt > from) present.push({ ...session, startedAt: from, endedAt: startedAt })
    from = until
  }
  if (present.length === 0 && from === session.startedAt) return [session]
  return from < end ? [...present, { ...session, startedAt: from }] : present
}

/** Index of the first that starts at or after an instant. */
function firstFrom(away: readonly SessionInterval[], instant: number): number {
  let low = 0
  let high = away.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (away[middle]!.startedAt < instant) low = middle + 1
    else high = middle
  }
  return low
}
