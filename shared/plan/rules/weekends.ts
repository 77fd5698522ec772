import { dayOfWeekOfDay } from '../../time/local.ts'
import type { Shift } from '../plan.ts'
import type { CheckContext } from './check-context.ts'
import { limitFor } from './rules.ts'
import type { Violation } from './violation.ts'

const SATURDAY = 6

/** Weekends in a row on whose Saturday or Sunday a shift begins, in their full number where they touch the week. */
export function checkWeekends(
  agentId: string,
  shifts: readonly Shift[],
  { rules, kind, clock }: CheckContext,
): readonly Violation[] {
  const most = limitFor(agentId, 'maxWeekendsInRow', rules)
  if (most === null) return []
  const byWeekend = new Map<number, string[]>()
  for (const { day, id } of shifts) {
    const dayOfWeek = kind === 'weekly' ? day : dayOfWeekOfDay(day)
    if (dayOfWeek !== SATURDAY && dayOfWeek !== 0) continue
    const saturday = kind === 'weekly' ? SATURDAY : dayOfWeek === 0 ? day - 1 : day
    byWeekend.set(saturday, [...(byWeekend.get(saturday) ?? []), id])
  }
  const about = { kind: 'too-many-weekends' as const, agentId }
  if (kind === 'weekly') {
    const shiftIds = byWeekend.get(SATURDAY)
    return shiftIds ? [{ ...about, shiftIds, by: 1, count: 1, isEndless: true }] : []
  }
  const violations: Violation[] = []
  for (const saturday of byWeekend.keys()) {
    if (byWeekend.has(saturday - 7)) continue
    const shiftIds: string[] = []
    let end = saturday
    for (let ids = byWeekend.get(end); ids; ids = byWeekend.get((end += 7))) shiftIds.push(...ids)
    const weekends = (end - saturday) / 7
    // The last weekend's Sunday is in the week, or a later day of the run.
    const touches = saturday < clock.firstDay + 7 && end - 6 >= clock.firstDay
    if (weekends <= most || !touches) continue
    const by = weekends - most
    violations.push({ ...about, shiftIds, by, count: weekends, isEndless: false })
  }
  return violations
}
