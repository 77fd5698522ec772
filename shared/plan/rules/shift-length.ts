import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import type { ContinuousWork } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { dayText, idsOf, lengthText } from './rule-text.ts'
import { limitFor } from './rules.ts'
import type { Violation } from './violation.ts'

/** The rules on the length of a shift. Shifts that touch or overlap are one. */
export function checkLength(
  agentId: string | null,
  worked: ContinuousWork,
  { rules, kind }: CheckContext,
): readonly Violation[] {
  const most = limitFor(agentId, 'maxShiftHours', rules)
  const least = limitFor(agentId, 'minShiftHours', rules)
  if (most === null && least === null) return []
  const length = worked.end - worked.start
  const day = (): string => dayText(worked.intervals[0]!.localDay, kind)
  const about = { agentId, shiftIds: idsOf(worked.intervals) }
  const violations: Violation[] = []
  const over = most === null ? 0 : length - most * HOUR_MS
  if (over > 0) {
    const text = `${lengthText(length)} at work on ${day()}, ${lengthText(over)} longer than allowed.`
    violations.push({ ...about, kind: 'long-shift', by: over / MINUTE_MS, text })
  }
  const under = least === null ? 0 : least * HOUR_MS - length
  if (under > 0) {
    const text = `${lengthText(length)} at work on ${day()}, ${lengthText(under)} shorter than agreed.`
    violations.push({ ...about, kind: 'short-shift', by: under / MINUTE_MS, text })
  }
  return violations
}
