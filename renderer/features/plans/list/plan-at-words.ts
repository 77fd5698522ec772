import type { Formatter } from '../../../format/formatter.ts'
import type { PlanAt } from '../../../workspace/plan-at.ts'
import { poolName } from '../../../workspace/pool-choice.ts'
import { agentsMore, blockWhen } from '../../../workspace/staffing-blocks/block-words.ts'
import type { Overview } from '../../../workspace/workspace-types.ts'

/** What is to be planned, and how: the rest of "Choose the plan for …". */
export function planAtWords({ days, startHour, endHour, agents, poolId }: PlanAt, overview: Pick<Overview, 'pools'>, format: Formatter): string {
  const whose = poolId === null ? '' : ` for ${poolName({ kind: 'pool', id: poolId }, overview)}`
  if (endHour === null) return `a shift${whose} on ${days.map((day) => format.dayName(day)).join(', ')} from ${format.hour(startHour)}: it is added there as an open shift.`
  const when = blockWhen({ dayIndices: days, startHour, endHour }, format)
  return `${agentsMore(agents, format)}${whose}, ${when}: they are added there as open shifts, in one step that can be undone.`
}
