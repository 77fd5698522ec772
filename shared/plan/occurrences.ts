import { addDays, daysBetween, formatLocalDate, parseLocalDate } from '../time/local.ts'
import { datedDays } from './starting-points.ts'
import type { Plan, PlannedInterval, Shift } from './plan.ts'
import { byStart, dayInWeek, intervalOf } from './planned-intervals.ts'
import { weekClock } from './week-clock.ts'

/** A shift on one date, as it falls on the clock there. */
export interface ShiftOccurrence {
  readonly shift: Shift
  /** Local date on which it begins by the calendar. */
  readonly date: string
  readonly interval: PlannedInterval
}

/** Whole weeks, counted from any date. */
export interface WholeWeeks {
  /** Local date on which the first week begins. */
  readonly firstDate: string
  readonly weeks: number
}

/**
 * Every shift on every date of the weeks on which it begins, by start: each once, however many weeks are looked at. A shift of which a
 * clock change leaves nothing is left out on that date. Throws AppError 'invalid-input' for nonsense.
 */
export function shiftOccurrences(plan: Plan, { firstDate, weeks }: WholeWeeks): readonly ShiftOccurrence[] {
  const found: ShiftOccurrence[] = []
  const first = parseLocalDate(firstDate)
  // Of a dated plan that goes over years most weeks may be empty.
  const dated = plan.kind === 'dated' ? Map.groupBy(plan.shifts, ({ day }) => Math.floor((day - first) / 7)) : null
  for (let week = 0; week < weeks; week++) {
    const shifts = dated === null ? plan.shifts : dated.get(week)
    if (shifts === undefined) continue
    const clock = weekClock(plan.timeZone, addDays(firstDate, 7 * week))
    for (const shift of shifts) {
      const day = dayInWeek(shift, plan.kind, clock)
      const interval = intervalOf(shift, day, clock)
      if (interval) found.push({ shift, date: formatLocalDate(day), interval })
    }
  }
  return found.sort((one, other) => byStart(one.interval, other.interval))
}

/** The weeks from a date that hold every shift of a dated plan; null for one without shifts, and for a weekly pattern. */
export function weeksOfDated(plan: Plan): WholeWeeks | null {
  const days = datedDays(plan)
  if (days === null) return null
  return { firstDate: formatLocalDate(days.firstDay), weeks: Math.ceil((days.lastDay - days.firstDay + 1) / 7) }
}

/** The weeks, counted from the first of all, that hold those of all; at least one is given. */
export function uniteWeeks(all: readonly WholeWeeks[]): WholeWeeks {
  const firstDate = all.map((each) => each.firstDate).reduce((one, other) => (one < other ? one : other))
  return {
    firstDate,
    weeks: Math.max(...all.map((each) => Math.ceil(daysBetween(firstDate, each.firstDate) / 7) + each.weeks)),
  }
}
