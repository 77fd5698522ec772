import { DAY_MS } from '../../foundation/minutes.ts'
import { inForceOn } from '../../plan/in-force.ts'
import type { Plan, PlannedInterval } from '../../plan/plan.ts'
import { byStart, plannedIntervals } from '../../plan/planned-intervals.ts'
import { addDays, formatLocalDate, localDateOf } from '../../time/local.ts'

/** A plan as it was published for some days. */
export interface PublishedPlan {
  /** Of the publication: the same id is the same plan. */
  readonly id: string
  readonly plan: Plan
  /** First and last local date; null: until another takes over. */
  readonly from: string
  readonly to: string | null
  /** Epoch milliseconds. */
  readonly publishedAt: number
}

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
  const newestFirst = published
    .filter(({ publishedAt }) => publishedAt < origin)
    .toSorted((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1))
  const intervals: PlannedInterval[] = []
  const publications = newestFirst.map(({ id, plan: { poolId, timeZone }, from, to, publishedAt }) => ({
    id,
    poolId,
    timeZone,
    firstWeek: from,
    lastWeek: to === null ? null : addDays(to, -6),
    publishedAt,
  }))
  for (const { id, plan } of newestFirst) {
    const today = localDateOf(origin, plan.timeZone)
    for (let week = WEEKS; week >= 0; week--) {
      const firstDate = addDays(today, -7 * week)
      for (const interval of plannedIntervals(plan, { firstDate })) {
        const date = formatLocalDate(interval.localDay)
        // Each week gives the shifts that begin in it.
        if (
          date < firstDate ||
          date >= addDays(firstDate, 7) ||
          interval.end > origin ||
          interval.start < origin - WEEKS * 7 * DAY_MS
        )
          continue
        if (inForceOn(publications, date, plan.poolId)?.id === id) intervals.push(interval)
      }
    }
  }
  return intervals.length === 0 ? null : intervals.toSorted(byStart)
}
