import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import type { ContinuousWork } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { idsOf } from './ids-of.ts'
import { limitFor } from './rules.ts'
import type { Violation } from './violation.ts'

/** The rules on the length of a shift. Shifts that touch or overlap are one. */
export function checkLength(
  agentId: string | null,
  worked: ContinuousWork,
  { rules }: Pick<CheckContext, 'rules'>,
): readonly Violation[] {
  const most = limitFor(agentId, 'maxShiftHours', rules)
  const least = limitFor(agentId, 'minShiftHours', rules)
  if (most === null && least === null) return []
  const length = worked.end - worked.start
  const about = { agentId, shiftIds: idsOf(worked.intervals), day: worked.intervals[0]!.localDay, ms: length }
  const violations: Violation[] = []
  const over = most === null ? 0 : length - most * HOUR_MS
  if (over > 0) violations.push({ ...about, kind: 'long-shift', by: over / MINUTE_MS, missedByMs: over, limit: most! })
  const under = least === null ? 0 : least * HOUR_MS - length
  if (under > 0)
    violations.push({ ...about, kind: 'short-shift', by: under / MINUTE_MS, missedByMs: under, limit: least! })
  return violations
}
