import { type Interval, merge, totalWithin } from '../../foundation/interval.ts'
import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { dayOfWeekOfDay, formatLocalDate, parseLocalDate } from '../../time/local.ts'
import { instantOnClock, type WeekClock } from '../week-clock.ts'
import type { AgentWeek } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { idsOf } from './ids-of.ts'
import { LABOR_DAY, type MinorRules } from './rule-types.ts'
import { workRuleFor } from './rules.ts'
import { ownClock } from './time-off.ts'
import type { Violation } from './violation.ts'

/** Days around a week that its shifts can reach. */
const DAYS_AROUND = 3
const MONDAY = 1

/** The times of day, days and weeks of somebody who goes to school. */
export function checkMinor(agentId: string, week: AgentWeek, context: CheckContext): readonly Violation[] {
  const minor = workRuleFor(agentId, 'minor', context.rules)
  if (minor === null || week.intervals.length === 0) return []
  const { clock } = context
  const allowed = allowedIntervals(minor, ownClock(agentId, context.rules, clock))
  const violations: Violation[] = []
  for (const interval of week.intervals) {
    const ms = interval.end - interval.start - totalWithin(allowed, interval.start, interval.end)
    if (ms <= 0) continue
    const day = interval.localDay
    violations.push({ kind: 'minor-times', agentId, shiftIds: [interval.shiftId], by: ms / MINUTE_MS, day, ms })
  }
  for (const { localDay, intervals, workedMs } of week.days) {
    const school = isSchoolDay(localDay, minor)
    const most = school ? minor.maxSchoolDayHours : minor.maxOtherDayHours
    const over = workedMs - most * HOUR_MS
    if (over <= 0) continue
    violations.push({
      kind: 'minor-day',
      agentId,
      shiftIds: idsOf(intervals),
      by: over / MINUTE_MS,
      day: localDay,
      ms: workedMs,
      missedByMs: over,
      limit: most,
      isSchool: school,
    })
  }
  const school = Array.from({ length: 7 }, (_, day) => clock.firstDay + day).some((day) => isSchoolDay(day, minor))
  const most = school ? minor.maxSchoolWeekHours : minor.maxOtherWeekHours
  const over = week.workedMs - most * HOUR_MS
  if (over <= 0) return violations
  const about = { agentId, shiftIds: idsOf(week.intervals), by: over / MINUTE_MS }
  const found = { ms: week.workedMs, missedByMs: over, limit: most, isSchool: school }
  return [...violations, { kind: 'minor-week', ...about, ...found }]
}

function isSchoolDay(day: number, { schoolDays, schoolBreaks }: MinorRules): boolean {
  if (!schoolDays.includes(dayOfWeekOfDay(day))) return false
  const date = formatLocalDate(day)
  return !schoolBreaks.some(({ from, to }) => from <= date && date <= to)
}

function allowedIntervals({ startMinute, endMinute, summer }: MinorRules, own: WeekClock): readonly Interval[] {
  const intervals: Interval[] = []
  for (let day = own.firstDay - DAYS_AROUND; day < own.firstDay + 7 + DAYS_AROUND; day++) {
    const start = instantOnClock(own, day, startMinute)
    const end = instantOnClock(own, day, summer !== null && isWithin(day, summer) ? summer.endMinute : endMinute)
    if (end > start) intervals.push({ start, end })
  }
  return merge(intervals)
}

function isWithin(day: number, { from, to }: NonNullable<MinorRules['summer']>): boolean {
  const year = formatLocalDate(day).slice(0, 4)
  return day >= dayOfYear(year, from) && day <= dayOfYear(year, to)
}

/** 29 February, in a year that has none, is the day after 28 February. */
function dayOfYear(year: string, date: string): number {
  if (date === LABOR_DAY) {
    const first = parseLocalDate(`${year}-09-01`)
    return first + ((MONDAY - dayOfWeekOfDay(first) + 7) % 7)
  }
  const [month, day] = date.split('-')
  return parseLocalDate(`${year}-${month}-01`) + Number(day) - 1
}
