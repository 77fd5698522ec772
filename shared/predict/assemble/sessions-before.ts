import { onlineExtent } from '../../coverage/agents-online.ts'
import type { SessionSpell } from '../../coverage/session-span.ts'

/**
 * The sessions as they were known at an instant, from `from` on: none that began later, and one that ended later still open. Those
 * that cannot be, or had then been open for so long that they were probably forgotten, are left out.
 */
export function sessionsBefore(sessions: readonly SessionSpell[], { from, origin }: { readonly from: number; readonly origin: number }): readonly SessionSpell[] {
  return sessions.flatMap(({ agentId, startedAt, endedAt }) => {
    const session = { agentId, startedAt, endedAt: endedAt === null || endedAt > origin ? null : endedAt }
    const extent = onlineExtent(session, origin)
    return extent !== null && extent.end > from ? [session] : []
  })
}
