import type { Plan, Shift } from '../plan.ts'
import type { PlanStep } from '../step.ts'
import { shiftStep, type NewId } from './make-step.ts'
import { movedShift } from './shift-changes.ts'

interface CopyWeek {
  /** The day number on which the copied week begins; it has seven days. */
  readonly fromDay: number
  /** The day numbers on which the weeks begin that get it. */
  readonly toDays: readonly number[]
  /** Deletes what those weeks have. */
  readonly replace: boolean
}

/** The shifts of a dated plan that begin in the seven days from a day on. */
export function shiftsOfWeek({ shifts }: Plan, firstDay: number): readonly Shift[] {
  return shifts.filter(({ day }) => day >= firstDay && day < firstDay + 7)
}

/**
 * Copies a week of a dated plan to others: the same agents, only the days differ. null where the week is empty, for a weekly pattern, and
 * where no other week is asked for: a week is never emptied by it.
 */
export function copyWeek(plan: Plan, { fromDay, toDays, replace }: CopyWeek, newId: NewId): PlanStep | null {
  const copied = shiftsOfWeek(plan, fromDay)
  const targets = [...new Set(toDays)].filter((day) => day !== fromDay)
  if (plan.kind === 'weekly' || copied.length === 0 || targets.length === 0) return null
  const removed = replace
    ? [...new Set(targets.flatMap((day) => shiftsOfWeek(plan, day)))].filter((shift) => !copied.includes(shift))
    : []
  const added = targets.flatMap((day) =>
    copied.map((shift) => movedShift({ ...shift, id: newId() }, { days: day - fromDay }, plan.kind)),
  )
  return shiftStep({
    label: targets.length === 1 ? 'Copy week' : `Copy week to ${targets.length} weeks`,
    removed,
    added,
    newId,
  })
}
