import { AppError } from '../foundation/errors.ts'
import { areSameAssumptions } from './assumptions/assumption.ts'
import { compareShifts, inOrder, noteInOrder } from './order.ts'
import type { Plan, Shift, TimeRange } from './plan.ts'
import { isSameRotation } from './rotation/rotation.ts'
import type { PlanDetails, PlanStep } from './step.ts'

/**
 * The plan after a step, its shifts in order. Throws AppError 'conflict' where the plan is not the one the step was made for: a shift
 * that it removes is not there as it knew it, one that it adds is there already, or a detail is no longer what it was.
 */
export function applyStep(plan: Plan, step: PlanStep): Plan {
  const details = step.details ? withDetails(plan, changedDetails(plan, step.details)) : plan
  if (step.removed.length === 0 && step.added.length === 0) return inOrder(details)
  const removed = new Map(step.removed.map((shift) => [shift.id, shift]))
  const added = new Set(step.added.map(({ id }) => id))
  const touched = new Set([...removed.keys(), ...added])
  const { shifts } = inOrder(plan)
  const places: number[] = []
  // Most shifts have nothing to do with the step: they are asked one thing each.
  for (let place = 0; place < shifts.length; place++) {
    const shift = shifts[place]!
    if (!touched.has(shift.id)) continue
    const gone = removed.get(shift.id)
    if (gone === undefined) {
      if (added.has(shift.id)) throw changedMeanwhile(step)
      continue
    }
    if (!isSameShift(gone, shift)) throw changedMeanwhile(step)
    removed.delete(shift.id)
    places.push(place)
  }
  if (removed.size > 0) throw changedMeanwhile(step)
  const changed = merged(without(shifts, places), step.added.toSorted(compareShifts))
  noteInOrder(changed)
  return { ...details, shifts: changed }
}

/** So many are taken out, or put in, one by one: that copies the list as a whole each time. */
const FEW = 20

function without(shifts: readonly Shift[], places: readonly number[]): readonly Shift[] {
  if (places.length <= FEW) return places.reduceRight((left, place) => left.toSpliced(place, 1), shifts)
  const gone = new Set(places)
  return shifts.filter((_, place) => !gone.has(place))
}

/** The step that takes another back. It keeps the other's id and label: it is that step, read backwards. */
export function invertStep(step: PlanStep): PlanStep {
  const details = step.details && { before: step.details.after, after: step.details.before }
  return { id: step.id, label: step.label, removed: step.added, added: step.removed, details }
}

/** Whether a step leaves every plan as it is. */
export function isEmptyStep(step: PlanStep): boolean {
  return step.removed.length === 0 && step.added.length === 0 && step.details === null
}

/** Whether two shifts are the same in every field. */
export function isSameShift(one: Shift, other: Shift): boolean {
  if (one === other) return true
  return (
    one.id === other.id &&
    one.agentId === other.agentId &&
    one.day === other.day &&
    one.note === other.note &&
    isSameRange(one, other) &&
    one.breaks.length === other.breaks.length &&
    one.breaks.every((shiftBreak, index) => isSameRange(shiftBreak, other.breaks[index]!))
  )
}

function isSameRange(one: TimeRange, other: TimeRange): boolean {
  return one.startMinute === other.startMinute && one.endMinute === other.endMinute
}

function changedDetails(plan: Plan, { before, after }: NonNullable<PlanStep['details']>): Partial<PlanDetails> {
  const keys = Object.keys(before) as (keyof PlanDetails)[]
  if (keys.every((key) => isSameDetail(key, plan, before))) return after
  throw new AppError({
    code: 'conflict',
    message: 'The plan has another name, time zone, pool, rotation or other assumptions by now.',
    kept: 'The plan is as it was.',
    next: 'Make the change again.',
  })
}

/** Whether one detail is the same; a plan without assumptions has an empty list of them. */
export function isSameDetail(
  key: keyof PlanDetails,
  one: Partial<PlanDetails> | Plan,
  other: Partial<PlanDetails> | Plan,
): boolean {
  if (key === 'assumptions') return areSameAssumptions(one[key], other[key])
  if (key === 'rotation') return isSameRotation(one[key] ?? null, other[key] ?? null)
  return one[key] === other[key]
}

/** A plan with other details; one without assumptions has no list of them, so that it is again what it was before the first. */
function withDetails(plan: Plan, details: Partial<PlanDetails>): Plan {
  const { name, timeZone, poolId, assumptions = [], rotation = null } = { ...plan, ...details }
  const { kind, shifts } = plan
  return {
    name,
    timeZone,
    poolId,
    kind,
    shifts,
    ...(assumptions.length === 0 ? {} : { assumptions }),
    ...(rotation === null ? {} : { rotation }),
  }
}

/** Two lists in order as one. */
function merged(kept: readonly Shift[], added: readonly Shift[]): readonly Shift[] {
  if (added.length <= FEW) return added.reduce((list, shift) => list.toSpliced(placeOf(shift, list), 0, shift), kept)
  const shifts: Shift[] = []
  let next = 0
  for (const shift of kept) {
    while (next < added.length && compareShifts(added[next]!, shift) < 0) shifts.push(added[next++]!)
    shifts.push(shift)
  }
  while (next < added.length) shifts.push(added[next++]!)
  return shifts
}

/** Behind what is before it in the order, and what is the same. */
function placeOf(shift: Shift, shifts: readonly Shift[]): number {
  let [from, to] = [0, shifts.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (compareShifts(shift, shifts[middle]!) < 0) to = middle
    else from = middle + 1
  }
  return from
}

function changedMeanwhile(step: PlanStep): AppError {
  return new AppError({
    code: 'conflict',
    message: `"${step.label}" no longer fits: the shifts it is about were changed meanwhile.`,
    kept: 'The plan is as it was.',
    next: 'Look at the plan as it is now and make the change again.',
  })
}
