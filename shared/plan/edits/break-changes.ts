import { MIN_RANGE_MINUTES, shiftedRange, snapMinute } from '../grid.ts'
import type { Plan, Shift, TimeRange } from '../plan.ts'
import type { PlanStep } from '../step.ts'
import type { Selection } from './edit-shifts.ts'
import { changeStep, type NewId } from './make-step.ts'
import type { Edge } from './shift-changes.ts'

const VERB = 'Move break of'

/** A break that is moved as a whole, or at one edge. */
export interface BreakChange {
  /** Which of the shift's breaks. */
  readonly index: number
  readonly part: 'body' | Edge
  /** How much later; negative: earlier. Snapped to the grid. */
  readonly minutes: number
}

/** A shift with one break elsewhere or longer: it stays inside the shift, apart from the breaks beside it, and leaves a quarter of an hour of work. */
export function shiftWithBreakChanged(shift: Shift, { index, part, minutes }: BreakChange): Shift {
  const changed = shift.breaks[index]
  if (changed === undefined) return shift
  const low = shift.breaks[index - 1]?.endMinute ?? shift.startMinute
  const high = shift.breaks[index + 1]?.startMinute ?? shift.endMinute
  const by = snapMinute(minutes)
  const others = shift.breaks.reduce((sum, one) => sum + (one === changed ? 0 : one.endMinute - one.startMinute), 0)
  // Something of the shift is left to work.
  const longest = shift.endMinute - shift.startMinute - others - MIN_RANGE_MINUTES
  const range = changedRange(changed, { part, by, low, high, longest })
  return { ...shift, breaks: shift.breaks.map((each, place) => (place === index ? range : each)) }
}

/** Moves the first, second, ... break of each of some shifts, or its start or end, all by as much. */
export function changeBreaks(
  plan: Plan,
  { ids, ...change }: BreakChange & { readonly ids: Selection },
  newId: NewId,
): PlanStep | null {
  return changeStep(plan, {
    ids,
    verb: VERB,
    change: (shift) => shiftWithBreakChanged(shift, change),
    newId,
  })
}

/** Moves all breaks of each of some shifts, as far as they stay inside it. */
export function moveBreaks(
  plan: Plan,
  { ids, minutes }: { readonly ids: Selection; readonly minutes: number },
  newId: NewId,
): PlanStep | null {
  return changeStep(plan, {
    ids,
    verb: VERB,
    change: (shift) => ({ ...shift, breaks: movedBreaks(shift.breaks, { minutes, within: shift }) }),
    newId,
  })
}

/** Breaks so much later, with as much between them; they stop where the first or the last meets an end of the shift. */
export function movedBreaks(
  breaks: readonly TimeRange[],
  { minutes, within }: { readonly minutes: number; readonly within: TimeRange },
): readonly TimeRange[] {
  const [first] = breaks
  const last = breaks.at(-1)
  if (first === undefined || last === undefined) return breaks
  const by = Math.min(
    Math.max(snapMinute(minutes), within.startMinute - first.startMinute),
    within.endMinute - last.endMinute,
  )
  return breaks.map((each) => shiftedRange(each, by))
}

interface Within {
  readonly part: BreakChange['part']
  readonly by: number
  readonly low: number
  readonly high: number
  /** Minutes. */
  readonly longest: number
}

function changedRange({ startMinute, endMinute }: TimeRange, { part, by, low, high, longest }: Within): TimeRange {
  switch (part) {
    case 'body': {
      const moved = Math.min(Math.max(by, low - startMinute), high - endMinute)
      return { startMinute: startMinute + moved, endMinute: endMinute + moved }
    }
    case 'start':
      return {
        startMinute: Math.min(Math.max(startMinute + by, low, endMinute - longest), endMinute - MIN_RANGE_MINUTES),
        endMinute,
      }
    case 'end':
      return {
        startMinute,
        endMinute: Math.max(Math.min(endMinute + by, high, startMinute + longest), startMinute + MIN_RANGE_MINUTES),
      }
  }
}
