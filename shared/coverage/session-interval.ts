import { HOUR_MS } from '../foundation/minutes.ts'

/** An interval online of one agent, instants in epoch milliseconds. */
export interface SessionInterval {
  readonly agentId: string
  readonly startedAt: number
  /** Where its time ends; null: still online. */
  readonly endedAt: number | null
  /** Why a session that the source never closed ends there; null or absent: it ends as recorded. */
  readonly leftOpen?: OpenEnd | null
}

/** What ends a session that was never closed: the agent's next session, the last sign of the agent, or 16 hours without any. */
export type OpenEnd = 'next-session' | 'last-evidence' | 'no-evidence'

/** A session longer than this was probably never closed. */
export const FORGOTTEN_AFTER_MS = 16 * HOUR_MS

/**
 * Where a session's time ends for a report at `now`: nothing at or after now counts, and an open session lasts until now.
 * A session whose end, so cut, is not after its start counts nowhere.
 */
export function sessionEnd(endedAt: number | null, now: number): number {
  return endedAt === null || endedAt > now ? now : endedAt
}

/** Whether a session is longer than 16 hours, an open one by its length until now. One that was left open has its end from what is known of its agent. */
export function isProbablyForgotten(session: SessionInterval, now: number): boolean {
  return !session.leftOpen && (session.endedAt ?? now) - session.startedAt > FORGOTTEN_AFTER_MS
}
