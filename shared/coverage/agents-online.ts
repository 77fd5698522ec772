import { type Interval, merge } from '../foundation/interval.ts'
import { isProbablyForgotten, sessionEnd, type SessionInterval } from './session-interval.ts'

/** Which agents serve a pool: a set of agent ids, or 'all' where that is not known. */
export type ServingAgents = ReadonlySet<string> | 'all'

/** What to count agents for, instants in epoch milliseconds. */
export interface OnlineWindow {
  readonly from: number
  readonly to: number
  readonly now: number
  /** Pools that are not listed, and "No pool", are served by every agent. */
  readonly membership: ReadonlyMap<string, ServingAgents>
}

/** How many distinct agents were online through a window [from, to), as steps. */
export interface AgentSteps {
  readonly from: number
  /** The window's end or now, whichever comes first. */
  readonly to: number
  /** Ascending; the first is `from`, each other an instant at which somebody came or went. */
  readonly points: readonly number[]
  /** Entry i: agents online from points[i] until the next point, for unlisted pools and "No pool". */
  readonly all: readonly number[]
  /** The same for each pool of the membership. */
  readonly byPool: ReadonlyMap<string, readonly number[]>
}

/**
 * The time a session contributes to counts of agents online: online at t means start <= t < end. null: none, because it is
 * impossible (starts at or after now, or does not end after its start) or longer than 16 hours and so probably forgotten.
 */
export function onlineInterval(session: SessionInterval, now: number): Interval | null {
  const end = sessionEnd(session.endedAt, now)
  if (end <= session.startedAt || isProbablyForgotten(session, now)) return null
  return { start: session.startedAt, end }
}

/** Distinct agents online at every instant of a window, per pool. An agent's overlapping sessions count once. */
export function agentSteps(sessions: readonly SessionInterval[], window: OnlineWindow): AgentSteps {
  const from = window.from
  const to = Math.max(from, Math.min(window.to, window.now))
  const intervals = mergedByAgent(sessions, { from, to, now: window.now })
  const instants = new Set([from])
  for (const { start, end } of intervals) {
    instants.add(start)
    if (end < to) instants.add(end)
  }
  const points = [...instants].toSorted((a, b) => a - b)
  const indexOfPoint = new Map(points.map((point, index) => [point, index]))

  const countOf = (agents: ServingAgents): readonly number[] => {
    const changes = new Float64Array(points.length)
    for (const { agentId, start, end } of intervals) {
      if (agents !== 'all' && !agents.has(agentId)) continue
      changes[indexOfPoint.get(start)!]! += 1
      if (end < to) changes[indexOfPoint.get(end)!]! -= 1
    }
    let online = 0
    return Array.from(changes, (change) => (online += change))
  }
  const all = countOf('all')
  const byPool = new Map<string, readonly number[]>()
  for (const [poolId, agents] of window.membership) byPool.set(poolId, agents === 'all' ? all : countOf(agents))
  return { from, to, points, all, byPool }
}

/** Distinct agents of a pool (null: "No pool") online at an instant of the steps' window. */
export function agentsOnlineAt(steps: AgentSteps, poolId: string | null, instant: number): number {
  const counts = (poolId === null ? undefined : steps.byPool.get(poolId)) ?? steps.all
  return counts[stepAt(steps.points, instant)] ?? 0
}

/** Index of the last point at or before an instant; -1 where there is none. */
function stepAt(points: readonly number[], instant: number): number {
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (points[middle]! <= instant) low = middle + 1
    else high = middle
  }
  return low - 1
}

interface AgentInterval extends Interval {
  readonly agentId: string
}

/** Spans cut to the window; those of one agent neither overlap nor touch. */
function mergedByAgent(
  sessions: readonly SessionInterval[],
  { from, to, now }: { readonly from: number; readonly to: number; readonly now: number },
): readonly AgentInterval[] {
  const intervals: AgentInterval[] = []
  for (const session of sessions) {
    const counted = onlineInterval(session, now)
    if (counted === null) continue
    const start = Math.max(counted.start, from)
    const end = Math.min(counted.end, to)
    if (start < end) intervals.push({ agentId: session.agentId, start, end })
  }
  return [...Map.groupBy(intervals, ({ agentId }) => agentId)].flatMap(([agentId, own]) =>
    merge(own).map((interval) => ({ ...interval, agentId })),
  )
}
