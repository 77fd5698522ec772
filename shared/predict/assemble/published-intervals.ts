import { DAY_MS } from '../../foundation/minutes.ts'
import type { PlannedInterval } from '../../plan/plan.ts'
import { byStart } from '../../plan/planned-intervals.ts'
import { intervalsInForce, type PublishedPlan } from '../../plan/published-plans.ts'
import { addDays, localDateOf } from '../../time/local.ts'

/** Attendance looks no further back. */
const WEEKS = 10

/**
 * What published plans said for the weeks before an origin; null where none said anything. On each day the plan of a pool that was in force
 * holds (a plan for all pools is a pool of its own), and what was published at or after the origin was not known.
 */
export function publishedIntervals(
  published: readonly PublishedPlan[],
  origin: number,
): readonly PlannedInterval[] | null {
  const known = published.filter(({ publishedAt }) => publishedAt < origin)
  const intervals = intervalsInForce(known, ({ timeZone }) => {
    const today = localDateOf(origin, timeZone)
    return Array.from({ length: WEEKS + 1 }, (_, week) => addDays(today, -7 * week))
  }).filter(({ start, end }) => end <= origin && start >= origin - WEEKS * 7 * DAY_MS)
  return intervals.length === 0 ? null : intervals.toSorted(byStart)
}
