import { SLOT_MS, slotOf } from '../time/slots.ts'
import { FORGOTTEN_AFTER_MS, type OpenEnd, type SessionInterval } from './session-interval.ts'

/** What is known of a session that the source never closed. Instants in epoch milliseconds. */
export interface OpenSession {
  readonly startedAt: number
  /** Start of the same agent's next session; null: there is none before `now`. */
  readonly nextStartedAt: number | null
  /** The last sign of the agent before the next session and before `now`; null: there is none. Asked for only where it matters. */
  readonly lastEvidence: () => number | null
  readonly now: number
}

/** Where a session that the source never closed ends, and why there; `endedAt` null: it lasts until now. */
export interface OpenSessionEnd {
  readonly endedAt: number | null
  readonly leftOpen: OpenEnd | null
}

/**
 * An open session ends where the same agent's next one begins, and without one it lasts until now. Longer than 16 hours it lasts only
 * until the last sign of the agent, else 16 hours: a server that stops closes no session, and agents go home.
 */
export function openSessionEnd({ startedAt, nextStartedAt, lastEvidence, now }: OpenSession): OpenSessionEnd {
  if (startedAt >= now) return { endedAt: null, leftOpen: null }
  const hasNext = nextStartedAt !== null && nextStartedAt < now
  const limit = hasNext ? nextStartedAt : now
  if (limit - startedAt <= FORGOTTEN_AFTER_MS)
    return hasNext ? { endedAt: limit, leftOpen: 'next-session' } : { endedAt: null, leftOpen: null }
  const evidence = lastEvidence()
  if (evidence === null || evidence < startedAt)
    return { endedAt: startedAt + FORGOTTEN_AFTER_MS, leftOpen: 'no-evidence' }
  return { endedAt: Math.min(evidence, limit), leftOpen: 'last-evidence' }
}

/** Up to where a covered visit shows its agent online: the end of its quarter-hour. */
export function visitEvidence(createdAt: number): number {
  return (slotOf(createdAt) + 1) * SLOT_MS
}

export interface OpenSessionContext<T> {
  readonly now: number
  /** The last sign of the session's agent from its start until before an instant; null: none. */
  readonly lastEvidence: (session: T, before: number) => number | null
}

/** Gives every open session of a complete list the end that it counts with. Of open sessions that start together, all but the last end at once. */
export function endOpenSessions<T extends SessionInterval>(
  sessions: readonly T[],
  { now, lastEvidence }: OpenSessionContext<T>,
): readonly T[] {
  if (sessions.every(({ endedAt }) => endedAt !== null)) return sessions
  const next = nextStarts(sessions, now)
  return sessions.map((session, index) => {
    if (session.endedAt !== null || session.startedAt >= now) return session
    const nextStartedAt = next.get(index) ?? null
    const end = openSessionEnd({
      startedAt: session.startedAt,
      nextStartedAt,
      now,
      lastEvidence: () => lastEvidence(session, nextStartedAt ?? now),
    })
    return end.leftOpen === null ? session : { ...session, ...end }
  })
}

/** By an open session's index, the start of its agent's next session before `now`. */
function nextStarts(sessions: readonly SessionInterval[], now: number): ReadonlyMap<number, number> {
  const withOpen = new Set(sessions.filter(({ endedAt }) => endedAt === null).map(({ agentId }) => agentId))
  const byAgent = new Map<string, number[]>()
  for (const [index, { agentId, startedAt }] of sessions.entries()) {
    if (startedAt >= now || !withOpen.has(agentId)) continue
    const own = byAgent.get(agentId)
    if (own === undefined) byAgent.set(agentId, [index])
    else own.push(index)
  }
  const next = new Map<number, number>()
  for (const own of byAgent.values()) {
    own.sort((a, b) => sessions[a]!.startedAt - sessions[b]!.startedAt || a - b)
    let later: number | null = null
    let lastOpenAt: number | null = null
    for (let place = own.length - 1; place >= 0; place--) {
      const index = own[place]!
      const { startedAt, endedAt } = sessions[index]!
      const after = own[place + 1]
      if (after !== undefined && sessions[after]!.startedAt > startedAt) later = sessions[after]!.startedAt
      if (endedAt !== null) continue
      const start = lastOpenAt === startedAt ? startedAt : later
      if (start !== null) next.set(index, start)
      lastOpenAt = startedAt
    }
  }
  return next
}
