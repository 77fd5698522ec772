import { dayOfWeekOfDay, parseLocalDate } from '../time/local.ts'
import { inOrder } from './order.ts'
import type { Plan, Shift } from './plan.ts'

type NewId = () => string

/** A plan without shifts. */
export function emptyPlan(plan: Omit<Plan, 'shifts'>): Plan {
  const { name, timeZone, poolId, kind } = plan
  return { name, timeZone, poolId, kind, shifts: [] }
}

/** The same plan as another one: every shift has a new id. */
export function duplicatePlan(plan: Plan, { name, newId }: { readonly name: string; readonly newId: NewId }): Plan {
  return inOrder({ ...plan, name, shifts: plan.shifts.map((shift) => ({ ...shift, id: newId() })) })
}

/**
 * A weekly pattern as real weeks, from the one that begins on `firstDate` (any day of the week). A dated plan is given back with the
 * shifts of those weeks alone. Every shift has a new id. Throws AppError 'invalid-input' for a date that does not exist.
 */
export function toDated(
  plan: Plan,
  { firstDate, weeks, newId }: { readonly firstDate: string; readonly weeks: number; readonly newId: NewId },
): Plan {
  const firstDay = parseLocalDate(firstDate)
  const dated = (shift: Shift, day: number): Shift => ({ ...shift, id: newId(), day })
  const shifts = plan.shifts.flatMap((shift) => {
    if (plan.kind === 'dated')
      return shift.day >= firstDay && shift.day < firstDay + 7 * weeks ? [dated(shift, shift.day)] : []
    const inFirstWeek = firstDay + ((shift.day - dayOfWeekOfDay(firstDay) + 7) % 7)
    return Array.from({ length: weeks }, (_, week) => dated(shift, inFirstWeek + 7 * week))
  })
  return inOrder({ ...withoutRotation(plan), kind: 'dated', shifts })
}

/**
 * The week of a dated plan that begins on `firstDate` as a weekly pattern; a weekly plan stays one. Every shift has a new id.
 * Throws AppError 'invalid-input' for a date that does not exist.
 */
export function toWeekly(
  plan: Plan,
  { firstDate, newId }: { readonly firstDate: string; readonly newId: NewId },
): Plan {
  const firstDay = parseLocalDate(firstDate)
  const inWeek = (shift: Shift): boolean =>
    plan.kind === 'weekly' || (shift.day >= firstDay && shift.day < firstDay + 7)
  const dayOf = ({ day }: Shift): number => (plan.kind === 'weekly' ? day : dayOfWeekOfDay(day))
  const shifts = plan.shifts.filter(inWeek).map((shift) => ({ ...shift, id: newId(), day: dayOf(shift) }))
  return inOrder({ ...withoutRotation(plan), kind: 'weekly', shifts })
}

/** A plan that has the same weeks and does not repeat. */
export function withoutRotation(plan: Plan): Plan {
  if (plan.rotation === undefined) return plan
  const { rotation: _, ...rest } = plan
  return rest
}

/** The first and last day numbers on which a dated plan has shifts; null: none, or a weekly plan. */
export function datedDays(
  plan: Pick<Plan, 'kind' | 'shifts'>,
): { readonly firstDay: number; readonly lastDay: number } | null {
  if (plan.kind === 'weekly' || plan.shifts.length === 0) return null
  let firstDay = Number.POSITIVE_INFINITY
  let lastDay = Number.NEGATIVE_INFINITY
  for (const { day } of plan.shifts) {
    if (day < firstDay) firstDay = day
    if (day > lastDay) lastDay = day
  }
  return { firstDay, lastDay }
}
