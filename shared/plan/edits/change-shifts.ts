import { DAY_MINUTES } from '../../foundation/minutes.ts'
import type { Plan, Shift, TimeRange } from '../plan.ts'
import type { PlanStep } from '../step.ts'
import type { Selection } from './edit-shifts.ts'
import { changeStep, type NewId } from './make-step.ts'
import { shiftFromDraft } from './shift-changes.ts'

/** What several shifts get alike; what is left out stays as each has it. */
export interface ShiftsChange {
  readonly agentId?: string | null
  /** Minutes after midnight. */
  readonly startMinute?: number
  /** Minutes after midnight; the next day's where it would come before the start. */
  readonly endMinute?: number
  /** The breaks of a shift with the times that it then has; `breaks`: those that it has now. */
  readonly breaksOf?: (times: TimeRange, breaks: readonly TimeRange[]) => readonly TimeRange[]
  readonly note?: string
}

/** Changes fields of several shifts at once. A new start alone leaves the end where it is, unless it comes after it. */
export function changeShifts(
  plan: Plan,
  { ids, change }: { readonly ids: Selection; readonly change: ShiftsChange },
  newId: NewId,
): PlanStep | null {
  return changeStep(plan, { ids, verb: 'Change', change: (shift) => changedShift(shift, change, plan), newId })
}

function changedShift(shift: Shift, change: ShiftsChange, { kind }: Plan): Shift {
  const startMinute = change.startMinute ?? shift.startMinute
  const end = (change.endMinute ?? shift.endMinute) % DAY_MINUTES
  const times = { startMinute, endMinute: end > startMinute ? end : end + DAY_MINUTES }
  const isSameTimes = change.startMinute === undefined && change.endMinute === undefined
  const range = isSameTimes ? shift : times
  return shiftFromDraft(
    {
      agentId: change.agentId === undefined ? shift.agentId : change.agentId,
      day: shift.day,
      startMinute: range.startMinute,
      endMinute: range.endMinute,
      breaks: change.breaksOf === undefined ? shift.breaks : change.breaksOf(range, shift.breaks),
      note: change.note ?? shift.note,
    },
    { id: shift.id, kind },
  )
}
