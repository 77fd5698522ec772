import { addDays, daysBetween, formatLocalDate, parseLocalDate } from '../time/local.ts'
import { inOrder } from './order.ts'
import type { Plan, Shift } from './plan.ts'
import { rotationPattern } from './rotation/pattern.ts'
import { dayOfCycle, rotationDays, type Rotation } from './rotation/rotation.ts'
import { datedDays } from './starting-points.ts'

const DAYS = 7
/** What began before a week, or goes by another clock, reaches into it. */
const REACH_DAYS = 9

/**
 * A plan as it would be in a week that begins on `firstDate`, some weeks after `from`: a weekly pattern as it is, a dated plan by its own dates
 * where any of them lies from `from` to `to`, and else its weeks one after the other, again and again; a rotation as its cycle goes there.
 */
export function planInWeek(
  plan: Plan,
  { firstDate, from, to }: { readonly firstDate: string; readonly from: string; readonly to: string },
): Plan {
  if (plan.kind === 'weekly' || plan.shifts.length === 0 || hasDatesIn(plan, from, to)) return plan
  if (plan.rotation !== undefined) return rotationNear(plan, { rotation: plan.rotation, firstDate })
  const { firstDay: earliest, lastDay: latest } = datedDays(plan)!
  // The plan's weeks begin on the weekday on which the range does.
  const first = earliest - ((((earliest - parseLocalDate(from)) % DAYS) + DAYS) % DAYS)
  const weeks = Math.floor((latest - first) / DAYS) + 1
  const week = (daysBetween(from, firstDate) / DAYS) % weeks
  const moved = daysBetween(addDays(formatLocalDate(first), week * DAYS), firstDate)
  return { ...plan, shifts: plan.shifts.map((shift) => ({ ...shift, day: shift.day + moved })) }
}

/** Whether a dated plan has shifts on any date from `from` to `to`, both inside. */
export function hasDatesIn(plan: Plan, from: string, to: string): boolean {
  const [first, last] = [parseLocalDate(from), parseLocalDate(to)]
  return plan.kind === 'dated' && plan.shifts.some(({ day }) => day >= first && day <= last)
}

/**
 * A plan as it goes on in any week: a dated plan by its own dates from its first to its last, before and after as its weeks again and again, of
 * a rotation as its cycle goes there.
 */
export function planInAnyWeek(plan: Plan, monday: string): Plan {
  if (plan.kind === 'weekly' || plan.shifts.length === 0) return plan
  if (plan.rotation !== undefined) return rotationNear(plan, { rotation: plan.rotation, firstDate: monday })
  const { firstDay: earliest, lastDay: latest } = datedDays(plan)!
  const [first, last] = [formatLocalDate(earliest), formatLocalDate(latest)]
  const end = addDays(monday, DAYS - 1)
  if (end >= first && monday <= last) return plan
  if (monday <= last) return planInWeek(plan, { firstDate: monday, from: monday, to: end })
  // On from the week after the last.
  const weeks = Math.floor(daysBetween(last, monday) / DAYS)
  return planInWeek(plan, { firstDate: monday, from: addDays(monday, -weeks * DAYS), to: end })
}

/** The shifts of a rotation in and around a week: its own from its first to its last cycle, before and after as the cycle has them. */
function rotationNear(
  plan: Plan,
  { rotation, firstDate }: { readonly rotation: Rotation; readonly firstDate: string },
): Plan {
  const days = rotationDays(rotation)
  const [from, end] = [parseLocalDate(firstDate) - REACH_DAYS, parseLocalDate(firstDate) + DAYS + REACH_DAYS]
  if (from >= days.firstDay && end <= days.endDay) return plan
  const placeOf = ({ day, agentId }: Pick<Shift, 'day' | 'agentId'>): string => `${day} ${agentId ?? ''}`
  const own = plan.shifts.filter(({ day }) => day >= from && day < end)
  const taken = new Set(own.map(placeOf))
  const cycle = Map.groupBy(rotationPattern(plan)!.shifts, ({ day }) => day)
  const added: Shift[] = []
  for (let day = from; day < end; day++) {
    if (day >= days.firstDay && day < days.endDay) continue
    for (const shift of cycle.get(dayOfCycle(day, days)) ?? [])
      if (!taken.has(placeOf({ day, agentId: shift.agentId }))) added.push({ ...shift, day, id: `${shift.id} ${day}` })
  }
  return inOrder({ ...plan, shifts: [...own, ...added] })
}
