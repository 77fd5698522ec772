import { daysBetween } from '../../../shared/time/local.ts'
import type { TimeRange } from '../../../shared/plan/plan.ts'
import type { TimeOffKind } from '../../../shared/plan/rules/rule-types.ts'
import type { Outputs } from '../rpc/procedures.ts'

/** One agent's time off as the backend lists it. */
export type TimeOffRecord = Outputs['timeOff']['list'][number]

/** Time off as it is typed; dates null: not wholly written. */
export interface TimeOffForm {
  readonly id: string
  readonly agentId: string
  readonly kind: TimeOffKind
  readonly from: string | null
  readonly to: string | null
  readonly part: TimeRange | null
  readonly note: string
}

export const USUAL_PART: TimeRange = { startMinute: 13 * 60, endMinute: 17 * 60 }
const MOST_DAYS = 3 * 366

/** What is wrong with the dates as typed, by the name of its message; null: nothing. */
export function datesProblem({ from, to }: TimeOffForm): 'dateMissing' | 'endsBefore' | 'tooLong' | null {
  if (from === null || to === null) return 'dateMissing'
  if (to < from) return 'endsBefore'
  return daysBetween(from, to) < MOST_DAYS ? null : 'tooLong'
}
