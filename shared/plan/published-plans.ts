import { addDays, formatLocalDate } from '../time/local.ts'
import { inForceOn } from './in-force.ts'
import type { Plan, PlannedInterval } from './plan.ts'
import { plannedIntervals } from './planned-intervals.ts'

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

/**
 * The shifts that begin in weeks (given by their first local dates, for each plan in its zone), each on the days on which its plan is in
 * force among those of its pool. A plan for all pools is a pool of its own. Unordered. `intervalsOf`: of a week, where not all
 * are wanted.
 */
export function intervalsInForce(
  published: readonly PublishedPlan[],
  weeksOf: (plan: Plan) => readonly string[],
  intervalsOf = (plan: Plan, firstDate: string): readonly PlannedInterval[] => plannedIntervals(plan, { firstDate }),
): readonly PlannedInterval[] {
  const newestFirst = published.toSorted((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1))
  const publications = newestFirst.map(({ id, plan: { poolId, timeZone }, from, to, publishedAt }) => ({
    id,
    poolId,
    timeZone,
    firstWeek: from,
    lastWeek: to === null ? null : addDays(to, -6),
    publishedAt,
  }))
  return newestFirst.flatMap(({ id, plan }) =>
    weeksOf(plan).flatMap((firstDate) =>
      intervalsOf(plan, firstDate).filter(({ localDay }) => {
        const date = formatLocalDate(localDay)
        return (
          date >= firstDate && date < addDays(firstDate, 7) && inForceOn(publications, date, plan.poolId)?.id === id
        )
      }),
    ),
  )
}
