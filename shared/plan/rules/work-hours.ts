import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { inactiveSince } from '../inactive-agents.ts'
import type { AgentCalendar, AgentWeek } from './agent-week.ts'
import { averageOver } from './average-hours.ts'
import type { CheckContext } from './check-context.ts'
import { idsOf } from './ids-of.ts'
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
    const about = { agentId, shiftIds: idsOf(intervals), by: over / MINUTE_MS }
    violations.push({ kind: 'too-many-hours', ...about, ms: workedMs, missedByMs: over, limit: most! })
  }
  if (under > 0) {
    const about = { agentId, shiftIds: [], by: under / MINUTE_MS }
    violations.push({ kind: 'too-few-hours', ...about, ms: workedMs, missedByMs: under, limit: least! })
  }
  return violations
}

/** Worked hours of each local date, and how long it is from its first start to its last end. */
export function checkDayHours(
  agentId: string,
  { days }: Pick<AgentWeek, 'days'>,
  { rules }: Pick<CheckContext, 'rules'>,
): readonly Violation[] {
  const most = limitFor(agentId, 'maxHoursPerDay', rules)
  const longest = limitFor(agentId, 'maxDaySpanHours', rules)
  if (most === null && longest === null) return []
  const violations: Violation[] = []
  for (const { localDay, intervals, workedMs } of days) {
    const about = { agentId, shiftIds: idsOf(intervals), day: localDay }
    const over = most === null ? 0 : workedMs - most * HOUR_MS
    if (over > 0) {
      const found = { ms: workedMs, missedByMs: over, limit: most! }
      violations.push({ kind: 'too-many-hours-a-day', ...about, by: over / MINUTE_MS, ...found })
    }
    const length = Math.max(...intervals.map(({ end }) => end)) - intervals[0]!.start
    const longer = longest === null ? 0 : length - longest * HOUR_MS
    if (longer > 0) {
      const found = { ms: length, missedByMs: longer, limit: longest! }
      violations.push({ kind: 'long-day', ...about, by: longer / MINUTE_MS, ...found })
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
  const about = { agentId, shiftIds: idsOf(intervals), by: over / MINUTE_MS }
  return [{ kind: 'high-average', ...about, ...average, missedByMs: over, limit: limit.hours }]
}
