import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import type { AgentWeek } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { idsOf } from './ids-of.ts'
import { limitFor } from './rules.ts'
import type { Violation } from './violation.ts'

/**
 * A rest that is long enough, once a week: one that begins in the week counts as a whole, one that began before it with what of it lies in
 * the week. Who does not work in the week rests all of it.
 */
export function checkWeeklyRest(
  agentId: string,
  { work, intervals }: AgentWeek,
  { rules, clock }: CheckContext,
): readonly Violation[] {
  const least = limitFor(agentId, 'minWeeklyRestHours', rules)
  if (least === null || intervals.length === 0) return []
  let longest = 0
  for (let index = 0; index <= work.length; index++) {
    const from = work[index - 1]?.end ?? Number.NEGATIVE_INFINITY
    const to = work[index]?.start ?? Number.POSITIVE_INFINITY
    if (from >= clock.end || to <= clock.start) continue
    longest = Math.max(longest, from >= clock.start ? to - from : Math.min(to, clock.end) - clock.start)
  }
  const missing = least * HOUR_MS - longest
  if (missing <= 0) return []
  const about = { agentId, shiftIds: idsOf(intervals), by: missing / MINUTE_MS }
  return [{ kind: 'short-weekly-rest', ...about, ms: longest, missedByMs: missing, limit: least }]
}
