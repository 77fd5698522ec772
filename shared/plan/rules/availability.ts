import { addDays, dayOfWeekOfDay, localRange, parseLocalDate } from '../../time/local.ts'
import { instantOnClock, weekClock, type WeekClock } from '../week-clock.ts'
import { mergedSpans, type InstantSpan } from '../instant-spans.ts'
import type { AgentRules } from './rules.ts'

/** Days around the week that its shifts can reach, in zones a day apart. */
const DAYS_BEFORE = 3
const DAYS_AFTER = 3

/** When an agent can work around a week, by the clock of the zone where the agent lives; null: at any time. */
export function availableSpans({ availability, timeZone }: AgentRules, clock: WeekClock): readonly InstantSpan[] | null {
  if (!availability) return null
  const own = weekClock(timeZone ?? clock.timeZone, clock.firstDate)
  const spans: InstantSpan[] = []
  for (let day = clock.firstDay - DAYS_BEFORE; day < clock.firstDay + 7 + DAYS_AFTER; day++) {
    const dayOfWeek = dayOfWeekOfDay(day)
    for (const spell of availability) {
      if (spell.dayOfWeek !== dayOfWeek) continue
      const start = instantOnClock(own, day, spell.startMinute)
      const end = instantOnClock(own, day, spell.endMinute)
      if (end > start) spans.push({ start, end })
    }
  }
  return mergedSpans(spans)
}

/** An agent's days off around a week, by the clock of the zone where the agent lives. */
export function daysOffSpans({ daysOff = [], timeZone }: AgentRules, clock: WeekClock): readonly InstantSpan[] {
  const from = addDays(clock.firstDate, -DAYS_BEFORE)
  const to = addDays(clock.firstDate, 6 + DAYS_AFTER)
  const spans = daysOff
    .filter((date) => parseLocalDate(date) >= parseLocalDate(from) && parseLocalDate(date) <= parseLocalDate(to))
    .map((date) => localRange(date, date, timeZone ?? clock.timeZone))
  return mergedSpans(spans.filter(({ start, end }) => end > start))
}
