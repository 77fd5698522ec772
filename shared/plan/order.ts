import type { Plan, Shift } from './plan.ts'

/**
 * The order in which a plan keeps its shifts: by day, start, end, agent (open shifts last), then id. Plans that were edited in
 * different ways and hold the same shifts are thereby the same value.
 */
export function compareShifts(one: Shift, other: Shift): number {
  return (
    one.day - other.day ||
    one.startMinute - other.startMinute ||
    one.endMinute - other.endMinute ||
    compareAgents(one.agentId, other.agentId) ||
    compareText(one.id, other.id)
  )
}

/** The plan with its shifts in order; the plan itself where they are already. */
export function inOrder(plan: Plan): Plan {
  return isInOrder(plan.shifts) ? plan : { ...plan, shifts: plan.shifts.toSorted(compareShifts) }
}

const known = new WeakSet<readonly Shift[]>()

/** Remembers that shifts are in order, where that is known without a look. */
export function noteInOrder(shifts: readonly Shift[]): void {
  known.add(shifts)
}

/** Whether shifts stand in the order of `compareShifts`; remembered, for a long plan is asked with every edit. */
export function isInOrder(shifts: readonly Shift[]): boolean {
  if (known.has(shifts)) return true
  for (let index = 1; index < shifts.length; index++) {
    if (compareShifts(shifts[index - 1]!, shifts[index]!) > 0) return false
  }
  known.add(shifts)
  return true
}

function compareAgents(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return compareText(one, other)
}

/** By code unit: the same on every machine and in every language. */
function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
