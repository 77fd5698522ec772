import { sessionEnd, type SessionSpell } from '../../coverage/session-span.ts'

/**
 * The sessions as they were known at an instant, from `from` on: none that began later, and one that ended later still open. Those that
 * cannot be are left out; those that were probably forgotten are not: they count nowhere, but say when it is not known who was there.
 */
export function sessionsBefore(sessions: readonly SessionSpell[], { from, origin }: { readonly from: number; readonly origin: number }): readonly SessionSpell[] {
  return sessions.flatMap(({ agentId, startedAt, endedAt, leftOpen = null }) => {
    const end = sessionEnd(endedAt, origin)
    if (end <= startedAt || end <= from) return []
    return [endedAt === null || endedAt > origin ? { agentId, startedAt, endedAt: null } : { agentId, startedAt, endedAt, ...(leftOpen ? { leftOpen } : {}) }]
  })
}
