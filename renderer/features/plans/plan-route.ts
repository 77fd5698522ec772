import { MOVES, type AllowedMoves } from '../../../shared/optimise/problem.ts'
import { addDays, isLocalDate, localDateOf, weekStartOf } from '../../../shared/time/local.ts'
import type { ScreenParams } from '../../app/routing/route.ts'
import { formatPlanAt, parsePlanAt, type PlanAt } from '../../app/staffing-blocks/plan-at.ts'

/** What the plans screen keeps in the address. */
export interface PlansView {
  /** null: the list. */
  readonly planId: string | null
  /** Local date on which the week begins; null: the next one. */
  readonly week: string | null
  /** Plans side by side; null: one plan, or the list. */
  readonly compared: readonly string[] | null
  /** Hours for which shifts are to be planned, in the plan that is opened next; null: none. */
  readonly planAt: PlanAt | null
  /** What may move, where suggestions are to be looked for in the plan that is opened next; null: they are not. */
  readonly suggest: AllowedMoves | null
}

export function parsePlansView(params: ScreenParams): PlansView {
  const week = params['week']
  return {
    planId: params['plan'] ?? null,
    week: week !== undefined && isLocalDate(week) ? week : null,
    compared: params['compare']?.split(',').filter((id) => id !== '') ?? null,
    planAt: parsePlanAt(params),
    suggest: MOVES.find((one) => one === params['suggest']) ?? null,
  }
}

export function formatPlansView({ planId, week, compared, planAt, suggest }: Partial<PlansView>): ScreenParams {
  return {
    ...(planId === null || planId === undefined ? {} : { plan: planId }),
    ...(week === null || week === undefined ? {} : { week }),
    ...(compared === undefined || compared === null ? {} : { compare: compared.join(',') }),
    ...(planAt === undefined || planAt === null ? {} : formatPlanAt(planAt)),
    ...(suggest === null || suggest === undefined ? {} : { suggest }),
  }
}

/** The next whole week after an instant: the first that can still be planned. */
export function nextWeek(
  instant: number,
  { timeZone, firstDayOfWeek }: { readonly timeZone: string; readonly firstDayOfWeek: number },
): string {
  return addDays(weekStartOf(localDateOf(instant, timeZone), firstDayOfWeek), 7)
}
