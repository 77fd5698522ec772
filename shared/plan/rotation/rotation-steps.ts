import { shiftStep, type NewId } from '../edits/make-step.ts'
import type { Plan, Shift } from '../plan.ts'
import type { PlanStep } from '../step.ts'
import { PLAN_LIMITS } from '../validate-plan.ts'
import { type RotationException, type RotationPattern, rotationPattern } from './pattern.ts'
import { dayOfCycle, rotationDays, ROTATION_LIMITS, type Rotation } from './rotation.ts'

/** Who works otherwise than the rotation in the seven days from a day number on. */
export function exceptionsInWeek(plan: Plan, firstDay: number): readonly RotationException[] {
  return patternOfWeek(plan, firstDay)?.exceptions.filter(({ day }) => day >= firstDay && day < firstDay + 7) ?? []
}

/** The pattern of the days of the cycle on which seven days fall: the others have nothing to say of them, and are many. */
function patternOfWeek(plan: Plan, firstDay: number): RotationPattern | null {
  const { rotation } = plan
  if (rotation === undefined) return null
  const days = rotationDays(rotation)
  const wanted = new Set(Array.from({ length: 7 }, (_, day) => dayOfCycle(firstDay + day, days)))
  return rotationPattern({ ...plan, shifts: plan.shifts.filter(({ day }) => wanted.has(dayOfCycle(day, days))) })
}

/** The step that gives the seven days from a day number on what the rotation has; null where nothing differs. */
export function resetWeekStep(plan: Plan, firstDay: number, newId: NewId): PlanStep | null {
  const { rotation } = plan
  if (rotation === undefined) return null
  const days = rotationDays(rotation)
  const exceptions = exceptionsInWeek(plan, firstDay)
  const pattern = patternOfWeek(plan, firstDay)!.shifts
  return shiftStep({
    label: 'Reset week to rotation',
    removed: exceptions.flatMap(({ shifts }) => shifts),
    added: exceptions
      .filter(({ day }) => day >= days.firstDay && day < days.endDay)
      .flatMap(({ day, agentId }) =>
        pattern
          .filter((shift) => shift.agentId === agentId && shift.day === dayOfCycle(day, days))
          .map((shift) => ({ ...shift, day, id: newId() })),
      ),
    newId,
  })
}

/**
 * The step that goes on with a rotation until it holds a day; null where it does, the plan is none, or it would be more than a plan may hold.
 * Shifts that are there stay.
 */
export function continueRotation(plan: Plan, untilDay: number, newId: NewId): PlanStep | null {
  const { rotation } = plan
  if (rotation === undefined) return null
  const { firstDay, endDay, cycleDays } = rotationDays(rotation)
  const cycles = Math.ceil((untilDay - firstDay + 1) / cycleDays)
  if (cycles <= rotation.cycles || cycles * rotation.cycleWeeks > ROTATION_LIMITS.weeks) return null
  const placeOf = ({ day, agentId }: Pick<Shift, 'day' | 'agentId'>): string => `${day} ${agentId ?? ''}`
  const taken = new Set(plan.shifts.filter(({ day }) => day >= endDay).map(placeOf))
  const added: Shift[] = []
  for (const shift of rotationPattern(plan)!.shifts) {
    for (let cycle = rotation.cycles; cycle < cycles; cycle++) {
      const later = { ...shift, day: firstDay + shift.day + cycle * cycleDays }
      if (!taken.has(placeOf(later))) added.push({ ...later, id: newId() })
    }
  }
  if (plan.shifts.length + added.length > PLAN_LIMITS.shifts) return null
  const after: Rotation = { ...rotation, cycles }
  return {
    id: newId(),
    label: 'Continue rotation',
    removed: [],
    added,
    details: { before: { rotation }, after: { rotation: after } },
  }
}
