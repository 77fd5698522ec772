import { lengthOf, MIN_RANGE_MINUTES, shiftsWithIds, snapMinute } from '../grid.ts'
import type { Plan, Shift, TimeRange } from '../plan.ts'
import type { PlanStep } from '../step.ts'
import { changeStep, labelOf, shiftStep, type NewId } from './make-step.ts'
import {
  movedShift,
  resizedShift,
  shiftFromDraft,
  shiftWithBreaks,
  shiftWithNote,
  type Resize,
  type ShiftDraft,
} from './shift-changes.ts'

/**
 * Commands: each makes the step that does it, or null where it would change nothing. What a plan cannot hold is made to fit (see
 * shift-changes.ts), never refused; rules of work are not looked at. Ids that are not in the plan are passed over.
 */

/** Ids of shifts. */
export type Selection = readonly string[]

interface MoveShifts {
  readonly ids: Selection
  readonly days?: number
  readonly minutes?: number
  /** Whose each shift becomes; left out: they stay with theirs. */
  readonly agentOf?: (shift: Shift) => string | null
}

/** Adds shifts. */
export function addShifts(plan: Plan, drafts: readonly ShiftDraft[], newId: NewId): PlanStep | null {
  const added = drafts.map((draft) => shiftFromDraft(draft, { id: newId(), kind: plan.kind }))
  return shiftStep({ label: labelOf('Add', added.length), added, newId })
}

/** Moves shifts to another time, day or agent, all by as much. A weekly pattern goes round: what leaves Saturday comes to Sunday. */
export function moveShifts(
  plan: Plan,
  { ids, days = 0, minutes = 0, agentOf }: MoveShifts,
  newId: NewId,
): PlanStep | null {
  const change = (shift: Shift): Shift =>
    movedShift(shift, { days, minutes, ...(agentOf && { agentId: agentOf(shift) }) }, plan.kind)
  return changeStep(plan, { ids, verb: 'Move', change, newId })
}

/** Moves the start or the end of shifts, each as far as it can go. */
export function resizeShifts(
  plan: Plan,
  { ids, ...resize }: Resize & { readonly ids: Selection },
  newId: NewId,
): PlanStep | null {
  return changeStep(plan, { ids, verb: 'Resize', change: (shift) => resizedShift(shift, resize, plan.kind), newId })
}

/** Deletes shifts. */
export function deleteShifts(plan: Plan, ids: Selection, newId: NewId): PlanStep | null {
  const removed = shiftsWithIds(plan, ids)
  return shiftStep({ label: labelOf('Delete', removed.length), removed, newId })
}

/** Gives shifts to an agent; null opens them. */
export function assignShifts(
  plan: Plan,
  { ids, agentId }: { readonly ids: Selection; readonly agentId: string | null },
  newId: NewId,
): PlanStep | null {
  return changeStep(plan, {
    ids,
    verb: agentId === null ? 'Open' : 'Assign',
    change: (shift) => ({ ...shift, agentId }),
    newId,
  })
}

/** Gives each of some shifts, by id, to an agent. */
export function assignEach(plan: Plan, agentOf: ReadonlyMap<string, string>, newId: NewId): PlanStep | null {
  return changeStep(plan, {
    ids: agentOf.keys(),
    verb: 'Assign',
    change: (shift) => ({ ...shift, agentId: agentOf.get(shift.id)! }),
    newId,
  })
}

/** Gives each of some shifts these breaks, as far as they fall into it. */
export function setBreaks(
  plan: Plan,
  { ids, breaks }: { readonly ids: Selection; readonly breaks: readonly TimeRange[] },
  newId: NewId,
): PlanStep | null {
  return changeStep(plan, { ids, verb: 'Set breaks of', change: (shift) => shiftWithBreaks(shift, breaks), newId })
}

/** Adds a break to the middle of each of some shifts. */
export function addBreaks(
  plan: Plan,
  { ids, minutes }: { readonly ids: Selection; readonly minutes: number },
  newId: NewId,
): PlanStep | null {
  return changeStep(plan, {
    ids,
    verb: 'Add break to',
    change: (shift) => shiftWithBreaks(shift, [...shift.breaks, middleOf(shift, minutes)]),
    newId,
  })
}

/** Notes something on shifts. */
export function setNote(
  plan: Plan,
  { ids, note }: { readonly ids: Selection; readonly note: string },
  newId: NewId,
): PlanStep | null {
  return changeStep(plan, { ids, verb: 'Note on', change: (shift) => shiftWithNote(shift, note), newId })
}

/** Changes any fields of one shift at once, as a form does. Breaks that are not given stay where they are on the clock. */
export function changeShift(
  plan: Plan,
  { id, change }: { readonly id: string; readonly change: Partial<ShiftDraft> },
  newId: NewId,
): PlanStep | null {
  return changeStep(plan, {
    ids: [id],
    verb: 'Change',
    change: (shift) => {
      const changed = { ...shift, ...change }
      const whole = shiftFromDraft({ ...changed, breaks: [] }, { id, kind: plan.kind })
      // Breaks count from the midnight of the day that was given, which is not the shift's where its start lies over a midnight.
      const overMidnight = snapMinute(changed.startMinute) - whole.startMinute
      const breaks = (changed.breaks ?? []).map((each) => ({
        startMinute: each.startMinute - overMidnight,
        endMinute: each.endMinute - overMidnight,
      }))
      return shiftWithBreaks(whole, breaks)
    },
    newId,
  })
}

/** Cuts a shift in two at a minute of its day; the later part is a new shift. null where there is nothing on one side of it. */
export function splitShift(
  plan: Plan,
  { id, atMinute }: { readonly id: string; readonly atMinute: number },
  newId: NewId,
): PlanStep | null {
  const shift = plan.shifts.find((each) => each.id === id)
  const at = snapMinute(atMinute)
  if (!shift || at - shift.startMinute < MIN_RANGE_MINUTES || shift.endMinute - at < MIN_RANGE_MINUTES) return null
  const first = shiftFromDraft({ ...shift, endMinute: at }, { id, kind: plan.kind })
  const second = shiftFromDraft({ ...shift, startMinute: at }, { id: newId(), kind: plan.kind })
  return shiftStep({ label: 'Split shift', removed: [shift], added: [first, second], newId })
}

function middleOf(shift: Shift, minutes: number): TimeRange {
  const startMinute = snapMinute(shift.startMinute + (lengthOf(shift) - minutes) / 2)
  return { startMinute, endMinute: startMinute + minutes }
}
