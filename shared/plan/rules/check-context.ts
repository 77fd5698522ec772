import type { PlanKind } from '../plan.ts'
import type { WeekClock } from '../week-clock.ts'
import type { Rules } from './rules.ts'

/** What the rules of one agent are held against. */
export interface CheckContext {
  readonly kind: PlanKind
  readonly poolId: string | null
  readonly rules: Rules
  readonly clock: WeekClock
}
