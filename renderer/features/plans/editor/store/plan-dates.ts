import type { Plan } from '../../../../../shared/plan/plan.ts'
import { rotationDays } from '../../../../../shared/plan/rotation/rotation.ts'
import { datedDays } from '../../../../../shared/plan/starting-points.ts'
import { formatLocalDate } from '../../../../../shared/time/local.ts'
import type { EditorState } from './editor-state.ts'

/** The first and last local date of a plan of real weeks; null: it repeats, or is empty. */
export function planDates(plan: Plan): { readonly from: string; readonly to: string } | null {
  const planDays = datedDays(plan)
  return planDays === null ? null : { from: formatLocalDate(planDays.firstDay), to: formatLocalDate(planDays.lastDay) }
}

/** The local date on which the plan ends, where the shown week comes after it and was not begun; null: it does not. */
export function endBeforeWeek({ history, week, extendedTo }: EditorState): string | null {
  const end = lastDate(history.plan)
  if (end === undefined || end >= week.firstDate) return null
  return extendedTo !== null && week.firstDate <= extendedTo ? null : end
}

/** The last date with a shift; of a rotation that of its last cycle, whoever works on it. */
function lastDate(plan: Plan): string | undefined {
  const end = planDates(plan)?.to
  if (end === undefined || plan.rotation === undefined) return end
  const ofRotation = formatLocalDate(rotationDays(plan.rotation).endDay - 1)
  return end > ofRotation ? end : ofRotation
}
