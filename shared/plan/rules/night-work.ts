import { type Interval, merge, totalWithin } from '../../foundation/interval.ts'
import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { instantOnClock, type WeekClock } from '../week-clock.ts'
import type { AgentCalendar, WorkDay } from './agent-week.ts'
import { averageOver } from './average-hours.ts'
import type { CheckContext } from './check-context.ts'
import { idsOf } from './ids-of.ts'
import type { NightRules } from './rule-types.ts'
import { workRuleFor } from './rules.ts'
import { ownClock } from './time-off.ts'
import type { Violation } from './violation.ts'

/** Days around a week that its shifts can reach. */
const DAYS_AROUND = 3

/** Long days with night work, and long weeks on average of whoever has some in the week; night is by the clock where the agent lives. */
export function checkNights(agentId: string, calendar: AgentCalendar, context: CheckContext): readonly Violation[] {
  const limit = workRuleFor(agentId, 'night', context.rules)
  const { days, intervals } = calendar.week(context.clock)
  if (limit === null || intervals.length === 0) return []
  const night = nightIntervals(limit, ownClock(agentId, context.rules, context.clock))
  const nightDays = days.filter((day) => nightMs(day, night) >= limit.minHours * HOUR_MS && nightMs(day, night) > 0)
  if (nightDays.length === 0) return []
  const violations: Violation[] = []
  if (limit.maxHoursPerDay !== null) {
    for (const day of nightDays) {
      const over = day.workedMs - limit.maxHoursPerDay * HOUR_MS
      if (over <= 0) continue
      violations.push({
        kind: 'long-night',
        agentId,
        shiftIds: idsOf(day.intervals),
        by: over / MINUTE_MS,
        day: day.localDay,
        ms: day.workedMs,
        missedByMs: over,
        limit: limit.maxHoursPerDay,
      })
    }
  }
  if (limit.average === null) return violations
  const average = averageOver(limit.average.weeks, { agentId, calendar, context })
  const over = average === null ? 0 : average.ms - limit.average.hours * HOUR_MS
  if (average === null || over <= 0) return violations
  const about = { agentId, shiftIds: idsOf(intervals), by: over / MINUTE_MS }
  return [
    ...violations,
    { kind: 'high-night-average', ...about, ...average, missedByMs: over, limit: limit.average.hours },
  ]
}

function nightIntervals({ startMinute, endMinute }: NightRules, own: WeekClock): readonly Interval[] {
  const intervals: Interval[] = []
  for (let day = own.firstDay - DAYS_AROUND; day < own.firstDay + 7 + DAYS_AROUND; day++) {
    const start = instantOnClock(own, day, startMinute)
    const end = instantOnClock(own, day, endMinute)
    if (end > start) intervals.push({ start, end })
  }
  return merge(intervals)
}

function nightMs({ worked }: WorkDay, night: readonly Interval[]): number {
  let ms = 0
  for (const { start, end } of worked) ms += totalWithin(night, start, end)
  return ms
}
