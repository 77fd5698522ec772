import type { Plan, Shift, TimeRange } from '../plan.ts'
import type { PlanStep } from '../step.ts'
import type { Selection } from './edit-shifts.ts'
import { changeStep, labelOf, shiftStep, type NewId } from './make-step.ts'
import { shiftFromDraft } from './shift-changes.ts'

/** A shift that is used often: its times, breaks and note, without day and agent. */
export interface ShiftTemplate extends TimeRange {
  readonly id: string
  readonly name: string
  readonly breaks: readonly TimeRange[]
  readonly note: string
}

/** Where a template is to make a shift. */
export interface TemplatePlace {
  readonly agentId: string | null
  readonly day: number
}

/** Adds the shift of a template at each of some places. */
export function applyTemplate(
  plan: Plan,
  { template, places }: { readonly template: ShiftTemplate; readonly places: readonly TemplatePlace[] },
  newId: NewId,
): PlanStep | null {
  const added = places.map((place) =>
    shiftFromDraft({ ...timesOf(template), ...place }, { id: newId(), kind: plan.kind }),
  )
  return shiftStep({ label: `${labelOf('Add', added.length)}: ${template.name}`, added, newId })
}

/** Gives shifts the times, breaks and note of a template; they keep day and agent. */
export function reshapeShifts(
  plan: Plan,
  { ids, template }: { readonly ids: Selection; readonly template: ShiftTemplate },
  newId: NewId,
): PlanStep | null {
  const change = (shift: Shift): Shift =>
    shiftFromDraft({ ...shift, ...timesOf(template) }, { id: shift.id, kind: plan.kind })
  return changeStep(plan, { ids, verb: 'Reshape', change, newId })
}

/** A shift as a template. */
export function templateOf(shift: Shift, { id, name }: { readonly id: string; readonly name: string }): ShiftTemplate {
  return { id, name, ...timesOf(shift) }
}

function timesOf({
  startMinute,
  endMinute,
  breaks,
  note,
}: Omit<ShiftTemplate, 'id' | 'name'>): Omit<ShiftTemplate, 'id' | 'name'> {
  return { startMinute, endMinute, breaks, note }
}
