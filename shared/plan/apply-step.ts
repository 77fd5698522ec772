import { AppError } from '../foundation/errors.ts'
import { areSameAssumptions } from './assumptions/assumption.ts'
import { compareShifts, inOrder, noteInOrder } from './order.ts'
import type { Plan, Shift, TimeRange } from './plan.ts'
import { planOfParts } from './plan-of-parts.ts'
import { isSameRotation } from './rotation/rotation.ts'
import type { PlanDetails, PlanStep } from './step.ts'

/**
 * The plan after a step, its shifts in order. Throws AppError 'conflict' where the plan is not the one the step was made for: a shift
 * that it removes is not there as it knew it, one that it adds is there already, or a detail is no longer what it was.
 */
export function applyStep(plan: Plan, step: PlanStep): Plan {
  const details = step.details ? withDetails(plan, changedDetails(plan, step.details)) : plan
  if (step.removed.length === 0 && step.added.length === 0) return inOrder(details)
  const { shifts } = inOrder(plan)
  const places = step.removed.length <= FEW ? placesOf(step.removed, shifts) : placesOfMany(step.removed, shifts)
  if (places === null || isThereAlready(step, shifts)) throw changedMeanwhile(step)
  const changed = merged(without(shifts, places), step.added.toSorted(compareShifts))
  noteInOrder(changed)
  return { ...details, shifts: changed }
}

/** So many are looked up, taken out and put in one by one. */
const FEW = 20

/** Where shifts are among others, in order; null: one is not there as it was. */
function placesOf(removed: readonly Shift[], shifts: readonly Shift[]): readonly number[] | null {
  const places: number[] = []
  for (const shift of removed) {
    const place = placeOf(shift, shifts) - 1
    const found = shifts[place]
    if (found === undefined || found.id !== shift.id || !isSameShift(shift, found)) return null
    places.push(place)
  }
  return [...new Set(places)].toSorted((one, other) => one - other)
}

/** As `placesOf`, by looking at all once. */
function placesOfMany(removed: readonly Shift[], shifts: readonly Shift[]): readonly number[] | null {
  const left = new Map(removed.map((shift) => [shift.id, shift]))
  const places: number[] = []
  for (let place = 0; place < shifts.length; place++) {
    const shift = shifts[place]!
    const gone = left.get(shift.id)
    if (gone === undefined) continue
    if (!isSameShift(gone, shift)) return null
    left.delete(shift.id)
    places.push(place)
  }
  return left.size > 0 ? null : places
}

/** Whether a step adds a shift that it does not remove, and that the plan has. */
function isThereAlready({ removed, added }: PlanStep, shifts: readonly Shift[]): boolean {
  const gone = new Set(removed.map(({ id }) => id))
  const fresh = new Set(added.flatMap(({ id }) => (gone.has(id) ? [] : [id])))
  return fresh.size > 0 && shifts.some(({ id }) => fresh.has(id))
}

/** A list of its own. */
function without(shifts: readonly Shift[], places: readonly number[]): Shift[] {
  if (places.length <= FEW) {
    // One copy: several of a long plan would be most of what an edit costs.
    const left = shifts.slice()
    for (const place of places.toReversed()) left.splice(place, 1)
    return left
  }
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
  return planOfParts({ name, timeZone, poolId, kind, shifts, assumptions, rotation })
}

/** Two lists in order as one; few are put into the first. */
function merged(kept: Shift[], added: readonly Shift[]): readonly Shift[] {
  if (added.length <= FEW) {
    for (const shift of added) kept.splice(placeOf(shift, kept), 0, shift)
    return kept
  }
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
