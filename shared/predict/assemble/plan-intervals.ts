import { assumedStaff, type AssumedStaff } from '../../plan/assumptions/assumed-staff.ts'
import type { Plan, PlannedInterval } from '../../plan/plan.ts'
import { byStart, plannedIntervals } from '../../plan/planned-intervals.ts'
import { addDays, localRange } from '../../time/local.ts'

interface LocalWeek {
  readonly firstDate: string
  readonly timeZone: string
}

/** What is to be predicted of a plan in a local week: its shifts there as its assumptions have them, and those of hires. */
export function expectedIntervals(plan: Plan, week: LocalWeek): readonly PlannedInterval[] {
  const staff = staffInWeek(plan, week)
  const intervals = intervalsInWeek(plan, week)
  return staff.isAsPlanned ? intervals : [...staff.expected(intervals), ...staff.hires].toSorted(byStart)
}

/** What a plan's assumptions make of its people in a local week. */
export function staffInWeek({ assumptions, timeZone }: Plan, week: LocalWeek): AssumedStaff {
  return assumedStaff(assumptions, {
    ...localRange(week.firstDate, addDays(week.firstDate, 6), week.timeZone),
    timeZone,
  })
}

/** The shifts of a plan, which has a zone of its own, that touch the local week beginning on `firstDate` in another zone. */
export function intervalsInWeek(plan: Plan, { firstDate, timeZone }: LocalWeek): readonly PlannedInterval[] {
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
