import { addDays, daysBetween, formatLocalDate, parseLocalDate } from '../time/local.ts'
import type { Plan } from './plan.ts'
import { rotationDays } from './rotation/rotation.ts'
import { datedDays } from './starting-points.ts'

const DAYS = 7

/**
 * A plan as it would be in a week that begins on `firstDate`, some weeks after `from`: a weekly pattern as it is, a dated plan by its own dates
 * where any of them lies from `from` to `to`, and else its weeks one after the other, again and again.
 */
export function planInWeek(
  plan: Plan,
  { firstDate, from, to }: { readonly firstDate: string; readonly from: string; readonly to: string },
): Plan {
  if (plan.kind === 'weekly' || plan.shifts.length === 0 || hasDatesIn(plan, from, to)) return plan
  const [earliest, latest] = extentOf(plan)
  // The plan's weeks begin on the weekday on which the range does.
  const first = earliest - ((((earliest - parseLocalDate(from)) % DAYS) + DAYS) % DAYS)
  const weeks = plan.rotation === undefined ? Math.floor((latest - first) / DAYS) + 1 : (latest - earliest + 1) / DAYS
  const week = (daysBetween(from, firstDate) / DAYS) % weeks
  const moved = daysBetween(addDays(formatLocalDate(first), week * DAYS), firstDate)
  return { ...plan, shifts: plan.shifts.map((shift) => ({ ...shift, day: shift.day + moved })) }
}

/** Whether a dated plan has shifts on any date from `from` to `to`, both inside. */
export function hasDatesIn(plan: Plan, from: string, to: string): boolean {
  const [first, last] = [parseLocalDate(from), parseLocalDate(to)]
  return plan.kind === 'dated' && plan.shifts.some(({ day }) => day >= first && day <= last)
}

/** A plan as it goes on in any week: a dated plan by its own dates from its first to its last, before and after as its weeks again and again. */
export function planInAnyWeek(plan: Plan, monday: string): Plan {
  if (plan.kind === 'weekly' || plan.shifts.length === 0) return plan
  const [earliest, latest] = extentOf(plan)
  const [first, last] = [formatLocalDate(earliest), formatLocalDate(latest)]
  const end = addDays(monday, DAYS - 1)
  if (end >= first && monday <= last) return plan
  if (monday <= last) return planInWeek(plan, { firstDate: monday, from: monday, to: end })
  // On from the week after the last.
  const weeks = Math.floor(daysBetween(last, monday) / DAYS)
  return planInWeek(plan, { firstDate: monday, from: addDays(monday, -weeks * DAYS), to: end })
}

/** The first and last day of a dated plan with shifts; of a rotation those of its cycles, whoever works on them. */
function extentOf(plan: Plan): readonly [number, number] {
  if (plan.rotation !== undefined) {
    const { firstDay, endDay } = rotationDays(plan.rotation)
    return [firstDay, endDay - 1]
  }
  const { firstDay, lastDay } = datedDays(plan)!
  return [firstDay, lastDay]
}
