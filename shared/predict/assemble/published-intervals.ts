import { DAY_MS } from '../../foundation/minutes.ts'
import type { Plan, PlannedInterval } from '../../plan/plan.ts'
import { byStart, plannedIntervals } from '../../plan/planned-intervals.ts'
import { intervalsInForce, type PublishedPlan } from '../../plan/published-plans.ts'
import { addDays, localDateOf } from '../../time/local.ts'
import { staffInWeek } from './plan-intervals.ts'

/** Attendance looks no further back. */
const WEEKS = 10

/**
 * What published plans said for the weeks before an origin; null where none said anything. On each day the plan of a pool that was in force
 * holds (a plan for all pools is a pool of its own), and what was published at or after the origin was not known. A shift of which it was
 * known before that its agent would be away says nothing of how people keep to shifts, and is left out.
 */
export function publishedIntervals(
  published: readonly PublishedPlan[],
  origin: number,
): readonly PlannedInterval[] | null {
  const known = published.filter(({ publishedAt }) => publishedAt < origin)
  const weeksOf = ({ timeZone }: Plan): readonly string[] => {
    const today = localDateOf(origin, timeZone)
    return Array.from({ length: WEEKS + 1 }, (_, week) => addDays(today, -7 * week))
  }
  const intervals = intervalsInForce(known, weeksOf, intervalsAsUsual).filter(
    ({ start, end }) => end <= origin && start >= origin - WEEKS * 7 * DAY_MS,
  )
  return intervals.length === 0 ? null : intervals.toSorted(byStart)
}

function intervalsAsUsual(plan: Plan, firstDate: string): readonly PlannedInterval[] {
  const intervals = plannedIntervals(plan, { firstDate })
  const staff = staffInWeek(plan, { firstDate, timeZone: plan.timeZone })
  if (staff.isAsPlanned) return intervals
  const asUsual = new Set(staff.expected(intervals))
  return intervals.filter((interval) => asUsual.has(interval))
}
