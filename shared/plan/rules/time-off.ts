import { type Interval, merge, totalWithin } from '../../foundation/interval.ts'
import { MINUTE_MS } from '../../foundation/minutes.ts'
import { formatLocalDate, localRange, parseLocalDate } from '../../time/local.ts'
import { instantOnClock, weekClock, type WeekClock } from '../week-clock.ts'
import type { AgentWeek } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import type { TimeOff, TimeOffKind } from './rule-types.ts'
import { rulesOf, timeOffOf, type Rules } from './rules.ts'
import type { Violation } from './violation.ts'

/** Days around the week that its shifts can reach, in zones a day apart. */
const DAYS_AROUND = 3
/** These days are no time in which anybody could have worked. */
const NEUTRAL_KINDS: ReadonlySet<TimeOffKind> = new Set(['vacation', 'ill'])

/** The instants of time off near a week, by the clock of the zone where the agent lives. */
function timeOffIntervals(timeOff: TimeOff, own: WeekClock): readonly Interval[] {
  const from = Math.max(parseLocalDate(timeOff.from), own.firstDay - DAYS_AROUND)
  const to = Math.min(parseLocalDate(timeOff.to), own.firstDay + 6 + DAYS_AROUND)
  if (to < from) return []
  if (timeOff.part === null) {
    const whole = localRange(formatLocalDate(from), formatLocalDate(to), own.timeZone)
    return whole.end > whole.start ? [whole] : []
  }
  const intervals: Interval[] = []
  for (let day = from; day <= to; day++) {
    const start = instantOnClock(own, day, timeOff.part.startMinute)
    const end = instantOnClock(own, day, timeOff.part.endMinute)
    if (end > start) intervals.push({ start, end })
  }
  return intervals
}

/** The clock of the zone where an agent lives. */
export function ownClock(agentId: string, rules: Rules, clock: WeekClock): WeekClock {
  return weekClock(rulesOf(agentId, rules)?.timeZone ?? clock.timeZone, clock.firstDate)
}

/** What of time off can count for a week. Compared as text, for years of holidays are mostly somewhere else. */
function near(timeOff: readonly TimeOff[], { firstDay }: WeekClock): readonly TimeOff[] {
  if (timeOff.length === 0) return timeOff
  const [first, last] = [formatLocalDate(firstDay - DAYS_AROUND), formatLocalDate(firstDay + 6 + DAYS_AROUND)]
  return timeOff.filter(({ from, to }) => to >= first && from <= last)
}

/** All of an agent's time off near a week, apart and in order. */
export function timeOffNear(agentId: string, rules: Rules, clock: WeekClock): readonly Interval[] {
  const own = ownClock(agentId, rules, clock)
  const all = near(timeOffOf(agentId, rules), own)
  if (all.length === 0) return []
  return merge(all.flatMap((timeOff) => timeOffIntervals(timeOff, own)))
}

/** Shifts while their agent is away: one violation a shift and kind of time off. */
export function checkTimeOff(
  agentId: string,
  { intervals }: AgentWeek,
  { rules, clock }: CheckContext,
): readonly Violation[] {
  if (intervals.length === 0) return []
  const own = ownClock(agentId, rules, clock)
  const all = near(timeOffOf(agentId, rules), own)
  if (all.length === 0) return []
  const off = timeOffNear(agentId, rules, clock)
  return intervals.flatMap((interval) => {
    const ms = totalWithin(off, interval.start, interval.end)
    if (ms <= 0) return []
    const kinds = new Set(
      all
        .filter((timeOff) => totalWithin(merge(timeOffIntervals(timeOff, own)), interval.start, interval.end) > 0)
        .map((timeOff) => timeOff.kind),
    )
    const about = { agentId, shiftIds: [interval.shiftId], by: ms / MINUTE_MS }
    return [{ kind: 'time-off' as const, ...about, day: interval.localDay, ms, timeOff: [...kinds] }]
  })
}

/** How many days from one day number to another, both inside, are whole days of vacation or illness. */
export function neutralDays(
  timeOff: readonly TimeOff[],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const days = new Set<number>()
  for (const each of timeOff) {
    if (each.part !== null || !NEUTRAL_KINDS.has(each.kind)) continue
    const last = Math.min(to, parseLocalDate(each.to))
    for (let day = Math.max(from, parseLocalDate(each.from)); day <= last; day++) days.add(day)
  }
  return days.size
}
