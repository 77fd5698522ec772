import { totalWithin } from '../../foundation/interval.ts'
import { MINUTE_MS } from '../../foundation/minutes.ts'
import { inactiveSince } from '../inactive-agents.ts'
import type { PlannedInterval, Shift } from '../plan.ts'
import { beginsIn } from '../planned-intervals.ts'
import { agentCalendar, type AgentCalendar } from './agent-week.ts'
import { availableIntervals, daysOffIntervals } from './availability.ts'
import { checkBreaks } from './breaks.ts'
import type { CheckContext } from './check-context.ts'
import { consecutiveDays } from './consecutive-days.ts'
import { checkMinor } from './minors.ts'
import { checkNights } from './night-work.ts'
import { checkNotice } from './notice.ts'
import { idsOf } from './ids-of.ts'
import { checkRest, checkTwice } from './rest-and-booking.ts'
import { limitFor, rulesOf } from './rules.ts'
import { checkLength } from './shift-length.ts'
import { checkTimeOff } from './time-off.ts'
import { type Violation, VIOLATION_KINDS } from './violation.ts'
import { withSource } from './violation-source.ts'
import { checkWeekends } from './weekends.ts'
import { checkWeeklyRest } from './weekly-rest.ts'
import { checkAverage, checkDayHours, checkWeekHours } from './work-hours.ts'

/**
 * The rules that one agent's shifts break in a week; of open shifts (null) those on a shift's length and breaks. It depends on nobody
 * else's shifts, so that a suggestion can ask it of one agent.
 */
export function checkAgent(
  agentId: string | null,
  shifts: readonly Shift[],
  context: CheckContext,
): readonly Violation[] {
  return checkCalendar(agentId, agentCalendar(shifts, context.kind), context)
}

/** As `checkAgent`, of shifts that are looked at in several weeks. */
export function checkCalendar(
  agentId: string | null,
  calendar: AgentCalendar,
  context: CheckContext,
): readonly Violation[] {
  const week = calendar.week(context.clock)
  if (agentId === null) {
    return inOrder(
      week.intervals.flatMap((interval) => {
        const work = { start: interval.start, end: interval.end, intervals: [interval] }
        return [...checkLength(null, work, context), ...checkBreaks(null, work, context)]
      }),
      context,
    )
  }
  const since = inactiveSince(agentId, context.rules.inactive)
  // Who is gone when the week begins owes it nothing: only that they are planned is wrong.
  if (since <= context.clock.start) return checkActive(agentId, week.intervals, since)
  const near = week.work.filter(({ intervals }) => intervals.some((interval) => beginsIn(interval, context.clock)))
  return inOrder(
    [
      ...checkActive(agentId, week.intervals, since),
      ...checkTwice(agentId, near, context),
      ...checkTimeOff(agentId, week, context),
      ...checkTimes(agentId, week.intervals, context),
      ...checkPool(agentId, week.intervals, context),
      ...checkMinor(agentId, week, context),
      ...checkRest(agentId, week.work, context),
      ...checkWeeklyRest(agentId, week, context),
      ...checkWeekHours(agentId, week, context),
      ...checkDayHours(agentId, week, context),
      ...checkAverage(agentId, calendar, context),
      ...checkNights(agentId, calendar, context),
      ...checkDays(agentId, calendar.shifts, context),
      ...checkWeekends(agentId, calendar.shifts, context),
      ...near.flatMap((worked) => [...checkLength(agentId, worked, context), ...checkBreaks(agentId, worked, context)]),
      ...checkNotice(agentId, week, context),
    ],
    context,
  )
}

function checkActive(agentId: string, intervals: readonly PlannedInterval[], since: number): readonly Violation[] {
  const planned = intervals.filter(({ end }) => end > since)
  if (planned.length === 0) return []
  const afterwards = planned.reduce((sum, { start, end }) => sum + end - Math.max(start, since), 0)
  return [{ kind: 'deactivated', agentId, shiftIds: idsOf(planned), by: minutes(afterwards), shifts: planned.length }]
}

function checkTimes(
  agentId: string,
  intervals: readonly PlannedInterval[],
  { rules, clock }: CheckContext,
): readonly Violation[] {
  const own = rulesOf(agentId, rules)
  if (!own) return []
  const available = availableIntervals(own, clock)
  const off = daysOffIntervals(own, clock)
  return intervals.flatMap((interval) => {
    const offMs = totalWithin(off, interval.start, interval.end)
    const outsideMs = available
      ? interval.end - interval.start - totalWithin(available, interval.start, interval.end)
      : 0
    const about = { agentId, shiftIds: [interval.shiftId], day: interval.localDay }
    return [
      ...(offMs > 0 ? [{ ...about, kind: 'day-off' as const, by: minutes(offMs), ms: offMs }] : []),
      ...(outsideMs > 0 ? [{ ...about, kind: 'unavailable' as const, by: minutes(outsideMs), ms: outsideMs }] : []),
    ]
  })
}

function checkPool(
  agentId: string,
  intervals: readonly PlannedInterval[],
  { rules, poolId }: CheckContext,
): readonly Violation[] {
  const pools = rulesOf(agentId, rules)?.pools
  if (poolId === null || !pools || pools.includes(poolId) || intervals.length === 0) return []
  return [{ kind: 'wrong-pool', agentId, shiftIds: idsOf(intervals), by: intervals.length }]
}

function checkDays(
  agentId: string,
  shifts: readonly Shift[],
  { rules, kind, clock }: CheckContext,
): readonly Violation[] {
  const most = limitFor(agentId, 'maxConsecutiveDays', rules)
  if (most === null) return []
  const runs = consecutiveDays(shifts, { kind, firstDay: clock.firstDay })
  return runs.flatMap((run) => {
    const by = run.endless ? Math.max(1, run.days - most) : run.days - most
    const { days: count, endless: isEndless, shiftIds } = run
    return by > 0 ? [{ kind: 'too-many-days' as const, agentId, shiftIds, by, count, isEndless }] : []
  })
}

function inOrder(violations: readonly Violation[], { rules }: CheckContext): readonly Violation[] {
  if (violations.length === 0) return violations
  return worstOfEach(violations)
    .toSorted((one, other) => VIOLATION_KINDS.indexOf(one.kind) - VIOLATION_KINDS.indexOf(other.kind))
    .map((violation) => withSource(violation, rules))
}

function minutes(ms: number): number {
  return ms / MINUTE_MS
}

/** Of violations by the same shifts the worst one: a weekly pattern shows what spans the week's edge at both of them. */
function worstOfEach(violations: readonly Violation[]): readonly Violation[] {
  const worst = new Map<string, Violation>()
  for (const violation of violations) {
    const key = JSON.stringify([violation.kind, violation.shiftIds.toSorted()])
    const known = worst.get(key)
    if (!known || violation.by > known.by) worst.set(key, violation)
  }
  return [...worst.values()]
}
