import { isLocalDate } from '../../../shared/time/local.ts'
import type { ScreenParams } from '../../app/routing/route.ts'
import type { CompareList, ComparedWeek } from './compare-types.ts'

export const TABS = ['heatmaps', 'day', 'hour'] as const
export type CompareTab = (typeof TABS)[number]

/** What the difference is split for: the week, one of its days, or an hour of it. */
export type Scope =
  | { readonly kind: 'week' }
  | { readonly kind: 'day'; readonly date: string }
  /** 0 = Sunday. */
  | { readonly kind: 'cell'; readonly dayOfWeek: number; readonly hour: number }

/** Everything the screen is set to. */
export interface CompareView {
  /** null: the plan of the newest week. */
  readonly planId: string | null
  /** null: the plan's newest week that is over, else its newest. */
  readonly week: string | null
  readonly tab: CompareTab
  readonly scope: Scope
}

export const WHOLE_WEEK: Scope = { kind: 'week' }

/** The view that an address asks for; what is missing or makes no sense is as usual. */
export function parseCompareView(params: ScreenParams): CompareView {
  const { plan, week, tab, at } = params
  return {
    planId: plan ?? null,
    week: week !== undefined && isLocalDate(week) ? week : null,
    tab: TABS.find((one) => one === tab) ?? 'heatmaps',
    scope: parseScope(at),
  }
}

export function formatCompareView({ planId, week, tab, scope }: CompareView): ScreenParams {
  return {
    ...(planId === null ? {} : { plan: planId }),
    ...(week === null ? {} : { week }),
    ...(tab === 'heatmaps' ? {} : { tab }),
    ...(scope.kind === 'week' ? {} : { at: scope.kind === 'day' ? scope.date : `${scope.dayOfWeek}-${scope.hour}` }),
  }
}

/** The week that is shown; null: there is none. */
export function chosenWeek(
  { weeks }: Pick<CompareList, 'weeks'>,
  { planId, week }: Pick<CompareView, 'planId' | 'week'>,
): ComparedWeek | null {
  const plan = weeks.some((one) => one.planId === planId) ? planId : (weeks[0]?.planId ?? null)
  const own = weeks.filter((one) => one.planId === plan)
  return own.find((one) => one.week === week) ?? own.find(({ state }) => state === 'over') ?? own[0] ?? null
}

/** Whether two scopes are the same. */
export function isSameScope(one: Scope, other: Scope): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function parseScope(text: string | undefined): Scope {
  if (text !== undefined && isLocalDate(text)) return { kind: 'day', date: text }
  const match = /^([0-6])-(\d{1,2})$/u.exec(text ?? '')
  const hour = Number(match?.[2])
  return match && hour < 24 ? { kind: 'cell', dayOfWeek: Number(match[1]), hour } : WHOLE_WEEK
}
