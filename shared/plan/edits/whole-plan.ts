import { clip } from '../../foundation/clip.ts'
import { isSameDetail, isSameShift } from '../apply-step.ts'
import type { Assumption, NewAssumption } from '../assumptions/assumption.ts'
import type { Plan, Shift } from '../plan.ts'
import type { PlanDetails, PlanStep } from '../step.ts'
import { PLAN_LIMITS } from '../validate-plan.ts'
import type { NewId } from './make-step.ts'

/** Changes a plan's name, time zone or pool; null where it has them already. A blank name changes nothing. Shifts keep their wall times. */
export function changeDetails(plan: Plan, change: Partial<PlanDetails>, newId: NewId): PlanStep | null {
  const wanted: Partial<PlanDetails> =
    change.name === undefined ? change : { ...change, name: fittedName(change.name) || plan.name }
  const details = changedDetails(plan, wanted)
  return details && { id: newId(), label: labelOf(details.after), removed: [], added: [], details }
}

/** Adds an assumption, or puts it in the place of the one with an id. */
export function assume(
  plan: Plan,
  assumption: NewAssumption,
  { id = null, newId }: { readonly id?: string | null; readonly newId: NewId },
): PlanStep | null {
  const assumptions = plan.assumptions ?? []
  const made = { ...assumption, id: id ?? newId() } as Assumption
  const isThere = assumptions.some((one) => one.id === made.id)
  return assumptionStep(plan, {
    label: isThere ? 'Change assumption' : 'Add assumption',
    assumptions: isThere ? assumptions.map((one) => (one.id === made.id ? made : one)) : [...assumptions, made],
    newId,
  })
}

/** Takes an assumption away; null where the plan has none with this id. */
export function dropAssumption(plan: Plan, id: string, newId: NewId): PlanStep | null {
  const assumptions = (plan.assumptions ?? []).filter((one) => one.id !== id)
  return assumptionStep(plan, { label: 'Remove assumption', assumptions, newId })
}

function assumptionStep(
  plan: Plan,
  {
    label,
    assumptions,
    newId,
  }: { readonly label: string; readonly assumptions: readonly Assumption[]; readonly newId: NewId },
): PlanStep | null {
  const details = changedDetails(plan, { assumptions })
  return details && { id: newId(), label, removed: [], added: [], details }
}

/** The step from a plan to another of its kind that shares ids where shifts are the same ones; null where they are equal. */
export function stepBetween(
  plan: Plan,
  target: Plan,
  { label, newId }: { readonly label: string; readonly newId: NewId },
): PlanStep | null {
  const before = new Map(plan.shifts.map((shift) => [shift.id, shift]))
  const after = new Map(target.shifts.map((shift) => [shift.id, shift]))
  const isIn = (shifts: ReadonlyMap<string, Shift>, shift: Shift): boolean => {
    const same = shifts.get(shift.id)
    return same !== undefined && isSameShift(same, shift)
  }
  const removed = plan.shifts.filter((shift) => !isIn(after, shift))
  const added = target.shifts.filter((shift) => !isIn(before, shift))
  const details = changedDetails(plan, detailsOf(target))
  return removed.length === 0 && added.length === 0 && !details ? null : { id: newId(), label, removed, added, details }
}

/** Several steps, each made for the plan after the one before it, as one: what Cut and Paste to another row do, or a drag by arrow keys. */
export function joinSteps(
  steps: readonly PlanStep[],
  { label, newId }: { readonly label: string; readonly newId: NewId },
): PlanStep | null {
  const removed = new Map<string, Shift>()
  const added = new Map<string, Shift>()
  let before: Partial<PlanDetails> = {}
  let after: Partial<PlanDetails> = {}
  for (const step of steps) {
    for (const shift of step.removed) {
      if (!added.delete(shift.id)) removed.set(shift.id, shift)
    }
    for (const shift of step.added) added.set(shift.id, shift)
    before = { ...step.details?.before, ...before }
    after = { ...after, ...step.details?.after }
  }
  for (const [id, shift] of added) {
    const gone = removed.get(id)
    if (gone && isSameShift(gone, shift)) [removed, added].forEach((shifts) => shifts.delete(id))
  }
  const details = differing(before, after)
  if (removed.size === 0 && added.size === 0 && !details) return null
  return { id: newId(), label, removed: [...removed.values()], added: [...added.values()], details }
}

function changedDetails(plan: Plan, change: Partial<PlanDetails>): PlanStep['details'] {
  return differing(detailsOf(plan), change)
}

/** What of the later differs from the earlier; null: nothing. */
function differing(before: Partial<PlanDetails>, after: Partial<PlanDetails>): PlanStep['details'] {
  const keys = (['name', 'timeZone', 'poolId', 'assumptions', 'rotation'] as const).filter(
    (key) => after[key] !== undefined && !isSameDetail(key, before, after),
  )
  if (keys.length === 0) return null
  const pick = (details: Partial<PlanDetails>): Partial<PlanDetails> =>
    Object.fromEntries(keys.map((key) => [key, details[key]]))
  return { before: pick(before), after: pick(after) }
}

function detailsOf({ name, timeZone, poolId, assumptions = [], rotation }: Plan): PlanDetails {
  return { name, timeZone, poolId, assumptions, rotation: rotation ?? null }
}

function fittedName(name: string): string {
  return clip(name.trim(), PLAN_LIMITS.nameLength)
}

function labelOf(after: Partial<PlanDetails>): string {
  if ('name' in after) return 'Rename plan'
  if ('rotation' in after) return 'Change rotation'
  return 'timeZone' in after ? 'Change time zone' : 'Change pool'
}
