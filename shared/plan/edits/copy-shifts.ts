import { normalDay, shiftsWithIds } from '../grid.ts'
import type { Plan, PlanKind, Shift, TimeRange } from '../plan.ts'
import type { PlanStep } from '../step.ts'
import type { Selection } from './edit-shifts.ts'
import { labelOf, shiftStep, type NewId } from './make-step.ts'
import { movedShift, shiftFromDraft } from './shift-changes.ts'

/** A shift as the clipboard holds it: plain JSON, for any plan. */
export interface CopiedShift extends TimeRange {
  readonly agentId: string | null
  /** After the day of the first of those copied together. */
  readonly daysLater: number
  readonly breaks: readonly TimeRange[]
  readonly note: string
}

interface Paste {
  readonly copied: readonly CopiedShift[]
  /** The day, as the plan counts days, on which the first of them comes. */
  readonly day: number
  /** When the first of them begins, the others as much later as they did; left out: each at its own time. */
  readonly startMinute?: number
  /** Whose each becomes; left out: whose it was. */
  readonly agentOf?: (copied: CopiedShift) => string | null
}

interface Duplicate {
  readonly ids: Selection
  readonly daysLater?: number
  readonly minutes?: number
  /** Whose each copy becomes; left out: whose the shift is. */
  readonly agentOf?: (shift: Shift) => string | null
}

interface CopyDays {
  /** null: the open shifts. */
  readonly fromAgentId: string | null
  /** The days to copy, as the plan counts them: one day, or a week's. */
  readonly days: readonly number[]
  readonly toAgentIds: readonly (string | null)[]
  /** How many days later the copies come; several: several copies. Left out: on the same days. */
  readonly daysLater?: readonly number[]
  /** Deletes what the others have on the days that the copies come to. */
  readonly replace?: boolean
}

/** Shifts for the clipboard, the first of them first. In a weekly plan the first day is given by the weekday its weeks begin on (0 = Sunday). */
export function copyShifts(
  plan: Plan,
  { ids, weekStartsOn = 0 }: { readonly ids: Selection; readonly weekStartsOn?: number },
): readonly CopiedShift[] {
  const dayOf = (shift: Shift): number =>
    plan.kind === 'weekly' ? normalDay(shift.day - weekStartsOn, 'weekly') : shift.day
  const shifts = shiftsWithIds(plan, ids).toSorted(
    (one, other) => dayOf(one) - dayOf(other) || one.startMinute - other.startMinute,
  )
  const firstDay = shifts[0] ? dayOf(shifts[0]) : 0
  return shifts.map((shift) => {
    const { agentId, startMinute, endMinute, breaks, note } = shift
    return { agentId, daysLater: dayOf(shift) - firstDay, startMinute, endMinute, breaks, note }
  })
}

/** Adds copied shifts at a place. */
export function pasteShifts(plan: Plan, { copied, day, startMinute, agentOf }: Paste, newId: NewId): PlanStep | null {
  const minutes = copied[0] && startMinute !== undefined ? startMinute - copied[0].startMinute : 0
  const added = copied.map((copy) => {
    const shift = shiftFromDraft({ ...copy, day: day + copy.daysLater }, { id: newId(), kind: plan.kind })
    return movedShift(shift, { minutes, ...(agentOf && { agentId: agentOf(copy) }) }, plan.kind)
  })
  return shiftStep({ label: labelOf('Paste', added.length), added, newId })
}

/** Adds a copy of each of some shifts. */
export function duplicateShifts(
  plan: Plan,
  { ids, daysLater = 0, minutes = 0, agentOf }: Duplicate,
  newId: NewId,
): PlanStep | null {
  const added = shiftsWithIds(plan, ids).map((shift) =>
    movedShift(
      { ...shift, id: newId() },
      { days: daysLater, minutes, ...(agentOf && { agentId: agentOf(shift) }) },
      plan.kind,
    ),
  )
  return shiftStep({ label: labelOf('Duplicate', added.length), added, newId })
}

/** Copies the shifts that one agent begins on some days to others, or to other days, or both. */
export function copyDays(
  plan: Plan,
  { fromAgentId, days, toAgentIds, daysLater = [0], replace = false }: CopyDays,
  newId: NewId,
): PlanStep | null {
  const wanted = new Set(days.map((day) => normalDay(day, plan.kind)))
  const copied = plan.shifts.filter((shift) => shift.agentId === fromAgentId && wanted.has(shift.day))
  const added: Shift[] = []
  const filled = new Set<string>()
  for (const agentId of new Set(toAgentIds)) {
    for (const later of new Set(daysLater)) {
      // Its own days on its own days would only book it twice.
      if (agentId === fromAgentId && normalDay(later, plan.kind) === 0) continue
      for (const day of wanted) filled.add(placeKey(agentId, normalDay(day + later, plan.kind)))
      for (const shift of copied) added.push(movedShift({ ...shift, id: newId() }, { days: later, agentId }, plan.kind))
    }
  }
  const removed = replace ? plan.shifts.filter((shift) => filled.has(placeKey(shift.agentId, shift.day))) : []
  return shiftStep({ label: copyLabel(wanted.size, plan.kind), removed, added, newId })
}

function placeKey(agentId: string | null, day: number): string {
  return `${day} ${agentId === null ? 'open' : `agent ${agentId}`}`
}

function copyLabel(days: number, kind: PlanKind): string {
  if (days === 1) return 'Copy day'
  return days === 7 || kind === 'weekly' ? 'Copy week' : `Copy ${days} days`
}
