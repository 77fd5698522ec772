import { addDays, daysBetween, formatLocalDate, parseLocalDate } from '../time/local.ts'
import { datedExtent } from './starting-points.ts'
import type { Plan, PlannedSpell, Shift } from './plan.ts'
import { byStart, dayInWeek, spellOf } from './spells.ts'
import { weekClock } from './week-clock.ts'

/** A shift on one date, as it falls on the clock there. */
export interface ShiftOccurrence {
  readonly shift: Shift
  /** Local date on which it begins by the calendar. */
  readonly date: string
  readonly spell: PlannedSpell
}

/** Whole weeks, counted from any date. */
export interface WeekSpan {
  /** Local date on which the first week begins. */
  readonly firstDate: string
  readonly weeks: number
}

/**
 * Every shift on every date of the weeks on which it begins, by start: each once, however many weeks are looked at. A shift of which a
 * clock change leaves nothing is left out on that date. Throws AppError 'invalid-input' for nonsense.
 */
export function shiftOccurrences(plan: Plan, { firstDate, weeks }: WeekSpan): readonly ShiftOccurrence[] {
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
      const spell = spellOf(shift, day, clock)
      if (spell) found.push({ shift, date: formatLocalDate(day), spell })
    }
  }
  return found.sort((one, other) => byStart(one.spell, other.spell))
}

/** The weeks from a date that hold every shift of a dated plan; null for one without shifts, and for a weekly pattern. */
export function weeksOfDated(plan: Plan): WeekSpan | null {
  const extent = datedExtent(plan)
  if (extent === null) return null
  return { firstDate: formatLocalDate(extent.firstDay), weeks: Math.ceil((extent.lastDay - extent.firstDay + 1) / 7) }
}

/** The weeks, counted from the first of all, that hold those of every span; at least one is given. */
export function uniteWeeks(spans: readonly WeekSpan[]): WeekSpan {
  const firstDate = spans.map((span) => span.firstDate).reduce((one, other) => (one < other ? one : other))
  return { firstDate, weeks: Math.max(...spans.map((span) => Math.ceil(daysBetween(firstDate, span.firstDate) / 7) + span.weeks)) }
}
