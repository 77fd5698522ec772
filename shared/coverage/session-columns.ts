import { orderByStart } from './start-order.ts'
import { sessionEnd, type SessionInterval } from './session-interval.ts'

/** Sessions as columns in ascending order of start: made once, swept many times. Instants in epoch milliseconds. */
export interface SessionColumns {
  readonly length: number
  /** Agent ids that `agent` indexes. */
  readonly agents: readonly string[]
  readonly agent: Uint32Array
  readonly startedAt: Float64Array
  /** Infinity: still online. */
  readonly endedAt: Float64Array
}

/** Sessions in either form. */
export type Sessions = readonly SessionInterval[] | SessionColumns

/** Receives one agent's span [start, end), epoch milliseconds. */
export type IntervalVisitor = (start: number, end: number) => void

/** What part of the sessions to visit. */
export interface SessionSelection {
  /** Epoch milliseconds; nothing at or after it counts. */
  readonly now: number
  /** Only these agents' sessions; null or absent: all. */
  readonly agents?: ReadonlySet<string> | null
}

/** Sessions as columns. */
export function sessionColumns(sessions: readonly SessionInterval[]): SessionColumns {
  const { length } = sessions
  const starts = new Float64Array(length)
  for (let index = 0; index < length; index++) starts[index] = sessions[index]!.startedAt
  const order = orderByStart(starts)
  const columns = {
    length,
    agents: [] as string[],
    agent: new Uint32Array(length),
    startedAt: new Float64Array(length),
    endedAt: new Float64Array(length),
  }
  const ordinals = new Map<string, number>()
  for (let place = 0; place < length; place++) {
    const session = sessions[order[place]!]!
    let ordinal = ordinals.get(session.agentId)
    if (ordinal === undefined) {
      ordinal = columns.agents.push(session.agentId) - 1
      ordinals.set(session.agentId, ordinal)
    }
    columns.agent[place] = ordinal
    columns.startedAt[place] = session.startedAt
    columns.endedAt[place] = session.endedAt ?? Number.POSITIVE_INFINITY
  }
  return columns
}

/** Visits every session's time before now, as recorded. Sessions that count nowhere are left out. */
export function visitRecordedIntervals(
  sessions: Sessions,
  { now, agents }: SessionSelection,
  visit: IntervalVisitor,
): void {
  if (!('agent' in sessions)) {
    for (const { agentId, startedAt, endedAt } of sessions) {
      const end = sessionEnd(endedAt, now)
      if (end > startedAt && (!agents || agents.has(agentId))) visit(startedAt, end)
    }
    return
  }
  const wanted = wantedAgents(sessions, agents)
  for (let index = 0; index < sessions.length; index++) {
    const start = sessions.startedAt[index]!
    const end = Math.min(sessions.endedAt[index]!, now)
    if (end > start && wanted[sessions.agent[index]!] === 1) visit(start, end)
  }
}

/** As `visitRecordedIntervals`, but time that an agent's sessions share is visited once: an agent is one person. */
export function visitMergedIntervals(
  sessions: Sessions,
  { now, agents }: SessionSelection,
  visit: IntervalVisitor,
): void {
  const columns = 'agent' in sessions ? sessions : sessionColumns(sessions)
  const wanted = wantedAgents(columns, agents)
  const onlineUntil = new Float64Array(columns.agents.length).fill(Number.NEGATIVE_INFINITY)
  for (let index = 0; index < columns.length; index++) {
    const agent = columns.agent[index]!
    const until = onlineUntil[agent]!
    const start = Math.max(columns.startedAt[index]!, until)
    const end = Math.min(columns.endedAt[index]!, now)
    if (end <= start || wanted[agent] === 0) continue
    visit(start, end)
    onlineUntil[agent] = end
  }
}

/** 1 for every agent ordinal that counts. */
function wantedAgents(columns: SessionColumns, agents: ReadonlySet<string> | null | undefined): Uint8Array {
  return Uint8Array.from(columns.agents, (agentId) => Number(!agents || agents.has(agentId)))
}
