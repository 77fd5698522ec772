import { HOUR_MS } from '../../time/slots.ts'
import type { Stretch } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { mergedSpans, totalMs, workedSpans } from '../instant-spans.ts'
import { dayText, lengthText, limitText } from './rule-words.ts'
import { limitFor } from './rules.ts'
import type { Violation } from './violation.ts'

/** The rules on the length of a shift and its breaks. Shifts that touch or overlap are one. */
export function checkStretch(agentId: string | null, stretch: Stretch, { rules, kind }: CheckContext): readonly Violation[] {
  const most = limitFor(agentId, 'maxShiftHours', rules)
  const least = limitFor(agentId, 'minShiftHours', rules)
  const owed = rules.plan.owedBreak
  if (most === null && least === null && owed === null) return []
  const length = stretch.end - stretch.start
  const day = dayText(stretch.spells[0]!.localDay, kind)
  const shiftIds = [...new Set(stretch.spells.map(({ shiftId }) => shiftId))]
  const violations: Violation[] = []
  const add = (violation: Pick<Violation, 'kind' | 'text'>, byMs: number): void => {
    if (byMs > 0) violations.push({ ...violation, agentId, shiftIds, by: byMs / 60_000 })
  }
  const over = most === null ? 0 : length - most * HOUR_MS
  add({ kind: 'long-shift', text: `${lengthText(length)} at work on ${day}, ${lengthText(over)} longer than allowed.` }, over)
  const under = least === null ? 0 : least * HOUR_MS - length
  add({ kind: 'short-shift', text: `${lengthText(length)} at work on ${day}, ${lengthText(under)} shorter than agreed.` }, under)
  if (owed !== null && length > owed.afterHours * HOUR_MS) {
    const breaks = length - totalMs(mergedSpans(workedSpans(stretch.spells)))
    const text = `${lengthText(breaks)} of breaks on ${day}; ${lengthText(owed.minutes * 60_000)} are owed in more than ${limitText(owed.afterHours)} of work.`
    add({ kind: 'missing-break', text }, owed.minutes * 60_000 - breaks)
  }
  return violations
}
