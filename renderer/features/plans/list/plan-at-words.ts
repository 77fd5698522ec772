import type { Formatter } from '../../../format/formatter.ts'
import type { PlanAt } from '../../../workspace/plan-at.ts'
import { agentsMore, blockWhen } from '../../../workspace/staffing-blocks/block-words.ts'

/** What is to be planned, and how: the rest of "Choose the plan for …". */
export function planAtWords({ days, startHour, endHour, agents }: PlanAt, format: Formatter): string {
  if (endHour === null) return `a shift on ${days.map((day) => format.dayName(day)).join(', ')} from ${format.hour(startHour)}: it is added there as an open shift.`
  const when = blockWhen({ dayIndices: days, startHour, endHour }, format)
  return `${agentsMore(agents, format)}, ${when}: they are added there as open shifts, in one step that can be undone.`
}
