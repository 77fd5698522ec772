import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { inactiveSince } from '../inactive-agents.ts'
import type { AgentCalendar, AgentWeek } from './agent-week.ts'
import { averageOver, averagedWeeksText } from './average-hours.ts'
import type { CheckContext } from './check-context.ts'
import { dayText, idsOf, lengthText, limitText } from './rule-text.ts'
import { limitFor, workRuleFor } from './rules.ts'
import type { Violation } from './violation.ts'

/** Worked hours of the week, at most and at least. */
export function checkWeekHours(
  agentId: string,
  { intervals, workedMs }: AgentWeek,
  { rules, clock }: CheckContext,
): readonly Violation[] {
  const most = limitFor(agentId, 'maxHoursPerWeek', rules)
  // Of somebody who leaves within the week, no whole week's work is owed.
  const least = inactiveSince(agentId, rules.inactive) < clock.end ? null : limitFor(agentId, 'minHoursPerWeek', rules)
  const over = most === null ? 0 : workedMs - most * HOUR_MS
  const under = least === null ? 0 : least * HOUR_MS - workedMs
  const violations: Violation[] = []
  if (over > 0) {
    const text = `${lengthText(workedMs)} of work in the week, ${lengthText(over)} over the ${limitText(most!)} allowed.`
    violations.push({ kind: 'too-many-hours', agentId, shiftIds: idsOf(intervals), by: over / MINUTE_MS, text })
  }
  if (under > 0) {
    const text = `${lengthText(workedMs)} of work in the week, ${lengthText(under)} under the ${limitText(least!)} agreed.`
    violations.push({ kind: 'too-few-hours', agentId, shiftIds: [], by: under / MINUTE_MS, text })
  }
  return violations
}

/** Worked hours of each local date, and how long it is from its first start to its last end. */
export function checkDayHours(
  agentId: string,
  { days }: AgentWeek,
  { rules, kind }: CheckContext,
): readonly Violation[] {
  const most = limitFor(agentId, 'maxHoursPerDay', rules)
  const longest = limitFor(agentId, 'maxDaySpanHours', rules)
  if (most === null && longest === null) return []
  const violations: Violation[] = []
  for (const { localDay, intervals, workedMs } of days) {
    const over = most === null ? 0 : workedMs - most * HOUR_MS
    if (over > 0) {
      const text = `${lengthText(workedMs)} of work on ${dayText(localDay, kind)}, ${lengthText(over)} over the ${limitText(most!)} allowed.`
      violations.push({ kind: 'too-many-hours-a-day', agentId, shiftIds: idsOf(intervals), by: over / MINUTE_MS, text })
    }
    const length = Math.max(...intervals.map(({ end }) => end)) - intervals[0]!.start
    const longer = longest === null ? 0 : length - longest * HOUR_MS
    if (longer > 0) {
      const text = `${lengthText(length)} from start to end on ${dayText(localDay, kind)}, ${lengthText(longer)} over the ${limitText(longest!)} allowed.`
      violations.push({ kind: 'long-day', agentId, shiftIds: idsOf(intervals), by: longer / MINUTE_MS, text })
    }
  }
  return violations
}

/** Worked hours a week on average. */
export function checkAverage(agentId: string, calendar: AgentCalendar, context: CheckContext): readonly Violation[] {
  const limit = workRuleFor(agentId, 'averageHours', context.rules)
  const { intervals } = calendar.week(context.clock)
  if (limit === null || intervals.length === 0) return []
  const average = averageOver(limit.weeks, { agentId, calendar, context })
  const over = average === null ? 0 : average.ms - limit.hours * HOUR_MS
  if (average === null || over <= 0) return []
  const text = `${lengthText(average.ms)} of work a week on average${averagedWeeksText(average)}, ${lengthText(over)} over the ${limitText(limit.hours)} allowed.`
  return [{ kind: 'high-average', agentId, shiftIds: idsOf(intervals), by: over / MINUTE_MS, text }]
}
