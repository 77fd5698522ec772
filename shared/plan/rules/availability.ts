import { type Interval, merge } from '../../foundation/interval.ts'
import { addDays, dayOfWeekOfDay, localRange, parseLocalDate } from '../../time/local.ts'
import { instantOnClock, weekClock, type WeekClock } from '../week-clock.ts'
import type { AgentRules } from './rules.ts'

/** Days around the week that its shifts can reach, in zones a day apart. */
const DAYS_BEFORE = 3
const DAYS_AFTER = 3

/** When an agent can work around a week, by the clock of the zone where the agent lives; null: at any time. */
export function availableIntervals(
  { availability, timeZone }: AgentRules,
  clock: WeekClock,
): readonly Interval[] | null {
  if (!availability) return null
  const own = weekClock(timeZone ?? clock.timeZone, clock.firstDate)
  const intervals: Interval[] = []
  for (let day = clock.firstDay - DAYS_BEFORE; day < clock.firstDay + 7 + DAYS_AFTER; day++) {
    const dayOfWeek = dayOfWeekOfDay(day)
    for (const interval of availability) {
      if (interval.dayOfWeek !== dayOfWeek) continue
      const start = instantOnClock(own, day, interval.startMinute)
      const end = instantOnClock(own, day, interval.endMinute)
      if (end > start) intervals.push({ start, end })
    }
  }
  return merge(intervals)
}

/** An agent's days off around a week, by the clock of the zone where the agent lives. */
export function daysOffIntervals({ daysOff = [], timeZone }: AgentRules, clock: WeekClock): readonly Interval[] {
  if (daysOff.length === 0) return []
  const from = addDays(clock.firstDate, -DAYS_BEFORE)
  const to = addDays(clock.firstDate, 6 + DAYS_AFTER)
  const intervals = daysOff
    .filter((date) => parseLocalDate(date) >= parseLocalDate(from) && parseLocalDate(date) <= parseLocalDate(to))
    .map((date) => localRange(date, date, timeZone ?? clock.timeZone))
  return merge(intervals.filter(({ start, end }) => end > start))
}
