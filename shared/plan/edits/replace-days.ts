import type { Plan, Shift } from '../plan.ts'
import type { PlanStep } from '../step.ts'
import { type NewId, shiftStep } from './make-step.ts'

interface Replacement {
  /** What the days have from now on; ids are made where shifts are new. */
  readonly shifts: readonly Shift[]
  /** The days whose shifts are replaced, both inside: of a dated plan day numbers, of a weekly one weekdays. */
  readonly first: number
  readonly last: number
  /** What is done, for the menu: "Import roster". */
  readonly label: string
  readonly newId: NewId
}

/**
 * The step that gives days other shifts, the others staying; null where they have them already. A shift that is there in all but its id
 * stays the shift it is, so that doing it again changes nothing.
 */
export function replaceDays(plan: Plan, { shifts, first, last, label, newId }: Replacement): PlanStep | null {
  const before = plan.shifts.filter(({ day }) => day >= first && day <= last)
  const kept = Map.groupBy(before, contentOf)
  // A shift of the last night may begin on the day behind the days.
  const beyond = Map.groupBy(
    plan.shifts.filter(({ day }) => day < first || day > last),
    contentOf,
  )
  const added: Shift[] = []
  for (const shift of shifts) {
    const content = contentOf(shift)
    const same = kept.get(content)?.pop() ?? beyond.get(content)?.pop()
    if (same === undefined) added.push({ ...shift, id: newId() })
  }
  const removed = [...kept.values()].flat()
  return shiftStep({ label, removed: removed.toSorted(byPlace(before)), added, newId })
}

function contentOf({ agentId, day, startMinute, endMinute, breaks, note }: Shift): string {
  const pauses = breaks.map((each) => [each.startMinute, each.endMinute])
  return JSON.stringify([agentId, day, startMinute, endMinute, pauses, note])
}

function byPlace(shifts: readonly Shift[]): (one: Shift, other: Shift) => number {
  const places = new Map(shifts.map((shift, index) => [shift, index]))
  return (one, other) => places.get(one)! - places.get(other)!
}
