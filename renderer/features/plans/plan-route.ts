import { addDays, dayOfWeekOf, isLocalDate, localDateOf } from '../../../shared/time/local.ts'
import type { ScreenParams } from '../../routing/route.ts'

/** What the plans screen keeps in the address. */
export interface PlansView {
  /** null: the list. */
  readonly planId: string | null
  /** Local date on which the week begins; null: the next one. */
  readonly week: string | null
  /** Plans side by side; null: one plan, or the list. */
  readonly compared: readonly string[] | null
  /** An hour for which a shift is to be planned, in the plan that is opened next; null: none. */
  readonly planAt: { readonly dayOfWeek: number; readonly hour: number } | null
}

export function parsePlansView(params: ScreenParams): PlansView {
  const week = params['week']
  return {
    planId: params['plan'] ?? null,
    week: week !== undefined && isLocalDate(week) ? week : null,
    compared: params['compare']?.split(',').filter((id) => id !== '') ?? null,
    planAt: planAtOf(params['weekday'], params['hour']),
  }
}

export function formatPlansView({ planId, week, compared, planAt }: Partial<PlansView>): ScreenParams {
  return {
    ...(planId === null || planId === undefined ? {} : { plan: planId }),
    ...(week === null || week === undefined ? {} : { week }),
    ...(compared === undefined || compared === null ? {} : { compare: compared.join(',') }),
    ...(planAt === undefined || planAt === null ? {} : { weekday: String(planAt.dayOfWeek), hour: String(planAt.hour) }),
  }
}

function planAtOf(weekday: string | undefined, hour: string | undefined): PlansView['planAt'] {
  if (weekday === undefined || hour === undefined || !/^[0-6]$/u.test(weekday) || !/^(?:1?\d|2[0-3])$/u.test(hour)) return null
  return { dayOfWeek: Number(weekday), hour: Number(hour) }
}

/** The date on which the week of a date begins. */
export function weekOf(date: string, firstDayOfWeek: number): string {
  return addDays(date, -((dayOfWeekOf(date) - firstDayOfWeek + 7) % 7))
}

/** The next whole week after an instant: the first that can still be planned. */
export function nextWeek(instant: number, { timeZone, firstDayOfWeek }: { readonly timeZone: string; readonly firstDayOfWeek: number }): string {
  return addDays(weekOf(localDateOf(instant, timeZone), firstDayOfWeek), 7)
}
