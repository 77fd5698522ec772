import {
  FORGOTTEN_AFTER_MS,
  isProbablyForgotten,
  sessionEnd,
  type SessionInterval,
} from '../../coverage/session-interval.ts'
import { onlineInterval } from '../../coverage/agents-online.ts'
import { type Interval, merge, totalWithin } from '../../foundation/interval.ts'
import { HOUR_MS } from '../../foundation/minutes.ts'

/** An interval of work as it happened: from first sign-on to last sign-off, with the intervals online in between. */
export interface WorkInterval extends Interval {
  readonly online: readonly Interval[]
}

/** Away for longer is the end of one shift and the begin of another. */
const LONGEST_BREAK_MS = 2 * HOUR_MS
/** Less is somebody who looked in, not a shift. */
const SHORTEST_WORK_MS = HOUR_MS / 2

/** Each agent's intervals online that end after `from`, merged, in order, up to `origin`. Sessions that were probably forgotten are left out. */
export function onlineByAgent(
  sessions: readonly SessionInterval[],
  { from, origin }: { readonly from: number; readonly origin: number },
): ReadonlyMap<string, readonly Interval[]> {
  const byAgent = new Map<string, Interval[]>()
  for (const session of sessions) {
    if (session.startedAt >= origin) continue
    const interval = onlineInterval(session, origin)
    if (interval === null || interval.end <= from) continue
    const intervals = byAgent.get(session.agentId)
    if (intervals) intervals.push(interval)
    else byAgent.set(session.agentId, [interval])
  }
  return new Map(
    [...byAgent].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([agentId, intervals]) => [agentId, merge(intervals)]),
  )
}

/** Each agent's sessions that were probably forgotten: when they really ended, and what came in between, is not known. */
export function forgottenByAgent(
  sessions: readonly SessionInterval[],
  origin: number,
): ReadonlyMap<string, readonly Interval[]> {
  const forgotten = sessions.filter(
    (session) =>
      session.startedAt < origin && (isProbablyForgotten(session, origin) || session.leftOpen === 'no-evidence'),
  )
  return new Map(
    [...Map.groupBy(forgotten, ({ agentId }) => agentId)].map(([agentId, own]) => [
      agentId,
      merge(own.map(({ startedAt, endedAt }) => ({ start: startedAt, end: sessionEnd(endedAt, origin) }))),
    ]),
  )
}

/** Intervals online as intervals of work: short gaps are breaks, long ones part two shifts. */
export function workIntervals(online: readonly Interval[]): readonly WorkInterval[] {
  const works: { start: number; end: number; online: Interval[] }[] = []
  for (const interval of online) {
    const last = works.at(-1)
    if (
      last === undefined ||
      interval.start - last.end > LONGEST_BREAK_MS ||
      interval.end - last.start > FORGOTTEN_AFTER_MS
    ) {
      works.push({ ...interval, online: [interval] })
    } else {
      last.end = interval.end
      last.online.push(interval)
    }
  }
  return works.filter((work) => totalWithin(work.online, work.start, work.end) >= SHORTEST_WORK_MS)
}
