import type { PlanKind } from '../plan.ts'
import type { WeekClock } from '../week-clock.ts'
import type { Rules } from './rules.ts'

/** What the rules of one agent are checked against. */
export interface CheckContext {
  readonly kind: PlanKind
  readonly poolId: string | null
  readonly rules: Rules
  readonly clock: WeekClock
  /** First and last day numbers on which a dated plan has shifts: which weeks an average is over. null or absent: the week of the clock alone. */
  readonly planDays?: { readonly firstDay: number; readonly lastDay: number } | null
}
