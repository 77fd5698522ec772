import type { Plan, PlannedInterval } from '../../plan/plan.ts'
import { byStart, plannedIntervals } from '../../plan/planned-intervals.ts'
import { addDays, localRange } from '../../time/local.ts'

/** The shifts of a plan, which has a zone of its own, that touch the local week beginning on `firstDate` in another zone. */
export function intervalsInWeek(
  plan: Plan,
  { firstDate, timeZone }: { readonly firstDate: string; readonly timeZone: string },
): readonly PlannedInterval[] {
  if (plan.timeZone === timeZone) return plannedIntervals(plan, { firstDate })
  const week = localRange(firstDate, addDays(firstDate, 6), timeZone)
  const found = new Map<string, PlannedInterval>()
  // Two clocks are at most a day or so apart, so the week lies in these three.
  for (const days of [-7, 0, 7]) {
    for (const interval of plannedIntervals(plan, { firstDate: addDays(firstDate, days) })) {
      if (interval.end > week.start && interval.start < week.end)
        found.set(`${interval.shiftId} ${interval.localDay}`, interval)
    }
  }
  return [...found.values()].toSorted(byStart)
}
