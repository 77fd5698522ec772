import { HOUR_MS } from '../time/slots.ts'

/** A spell online of one agent, instants in epoch milliseconds. */
export interface SessionSpell {
  readonly agentId: string
  readonly startedAt: number
  /** null: still online. */
  readonly endedAt: number | null
}

/** Instants [start, end), epoch milliseconds. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A session longer than this was probably never closed. */
export const FORGOTTEN_AFTER_MS = 16 * HOUR_MS

/**
 * Where a session's time ends for a report at `now`: nothing at or after now counts, and an open session lasts until now.
 * A session whose end, so cut, is not after its start counts nowhere.
 */
export function sessionEnd(endedAt: number | null, now: number): number {
  return endedAt === null || endedAt > now ? now : endedAt
}

/** Whether a session is longer than 16 hours, an open one by its length until now. */
export function isProbablyForgotten(session: SessionSpell, now: number): boolean {
  return (session.endedAt ?? now) - session.startedAt > FORGOTTEN_AFTER_MS
}
