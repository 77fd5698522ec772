import { isSameShift } from '../apply-step.ts'
import { shiftsWithIds } from '../grid.ts'
import type { Plan, Shift } from '../plan.ts'
import type { PlanStep } from '../step.ts'

/** Gives an id that was never given before: commands are pure and make none up. */
export type NewId = () => string

interface ShiftStep {
  readonly label: string
  readonly removed?: readonly Shift[]
  readonly added?: readonly Shift[]
  readonly newId: NewId
}

/** A step about shifts; null where nothing would change. */
export function shiftStep({ label, removed = [], added = [], newId }: ShiftStep): PlanStep | null {
  if (removed.length === 0 && added.length === 0) return null
  return { id: newId(), label, removed, added, details: null }
}

interface Change {
  readonly ids: Iterable<string>
  /** What is done, without its object: "Move". */
  readonly verb: string
  readonly change: (shift: Shift) => Shift
  readonly newId: NewId
}

/** The step that changes each of some shifts; those that stay as they are, and ids that are not there, are left out. */
export function changeStep(plan: Plan, { ids, verb, change, newId }: Change): PlanStep | null {
  const removed: Shift[] = []
  const added: Shift[] = []
  for (const shift of shiftsWithIds(plan, ids)) {
    const changed = change(shift)
    if (isSameShift(shift, changed)) continue
    removed.push(shift)
    added.push(changed)
  }
  return shiftStep({ label: labelOf(verb, added.length), removed, added, newId })
}

/** "Move shift", "Move 3 shifts". */
export function labelOf(verb: string, count: number): string {
  return count === 1 ? `${verb} shift` : `${verb} ${count} shifts`
}
