import { addDays, daysBetween, formatLocalDate, parseLocalDate } from '../time/local.ts'
import type { Plan } from './plan.ts'

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
  const days = plan.shifts.map(({ day }) => day)
  // The plan's weeks begin on the weekday on which the range does.
  const earliest = Math.min(...days)
  const first = earliest - ((((earliest - parseLocalDate(from)) % DAYS) + DAYS) % DAYS)
  const weeks = Math.floor((Math.max(...days) - first) / DAYS) + 1
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
  const days = plan.shifts.map(({ day }) => day)
  const [first, last] = [formatLocalDate(Math.min(...days)), formatLocalDate(Math.max(...days))]
  const end = addDays(monday, DAYS - 1)
  if (end >= first && monday <= last) return plan
  if (monday <= last) return planInWeek(plan, { firstDate: monday, from: monday, to: end })
  // On from the week after the last.
  const weeks = Math.floor(daysBetween(last, monday) / DAYS)
  return planInWeek(plan, { firstDate: monday, from: addDays(monday, -weeks * DAYS), to: end })
}
