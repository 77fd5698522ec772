import { isLocalDate } from '../../../shared/time/local.ts'
import type { ScreenParams } from '../../app/routing/route.ts'
import type { ChangeView, ViewCodec } from '../../app/routing/use-kept-view.ts'
import { formatPool, parsePool, type PoolChoice } from '../../app/pools/pool-choice.ts'

export const FORECAST_TABS = ['next', 'past'] as const
export type ForecastTab = (typeof FORECAST_TABS)[number]
export const DETAILS = ['days', 'slots'] as const
export type Detail = (typeof DETAILS)[number]
export const SLOT_LENGTHS = [15, 30, 60] as const
export type SlotLength = (typeof SLOT_LENGTHS)[number]

/** Everything the forecast screen is set to; kept in the address and per workspace. */
export interface ForecastView {
  readonly tab: ForecastTab
  /** Local date on which the shown week begins; null: next week. */
  readonly week: string | null
  /** The same of a past week; null: the last one. */
  readonly pastWeek: string | null
  readonly detail: Detail
  readonly slotMinutes: SlotLength
  readonly pool: PoolChoice
  readonly asTable: boolean
}

export type ChangeForecastView = ChangeView<ForecastView>

export const DEFAULT_FORECAST_VIEW: ForecastView = {
  tab: 'next',
  week: null,
  pastWeek: null,
  detail: 'days',
  slotMinutes: 60,
  pool: { kind: 'all' },
  asTable: false,
}

/** The view that an address asks for; what is missing or makes no sense is as usual. */
export function parseForecastView(params: ScreenParams): ForecastView {
  const minutes = Number(params['slot'])
  return {
    tab: FORECAST_TABS.find((tab) => tab === params['tab']) ?? DEFAULT_FORECAST_VIEW.tab,
    week: dateIn(params['week']),
    pastWeek: dateIn(params['past']),
    detail: DETAILS.find((detail) => detail === params['by']) ?? DEFAULT_FORECAST_VIEW.detail,
    slotMinutes: SLOT_LENGTHS.find((length) => length === minutes) ?? DEFAULT_FORECAST_VIEW.slotMinutes,
    pool: parsePool(params['pool']),
    asTable: params['table'] === '1',
  }
}

/** What an address says of a view: its tab always, and what else is not as usual. Never nothing, which means "as it was". */
export function formatForecastView(view: ForecastView): ScreenParams {
  return {
    tab: view.tab,
    ...(view.week === null ? {} : { week: view.week }),
    ...(view.pastWeek === null ? {} : { past: view.pastWeek }),
    ...(view.detail === DEFAULT_FORECAST_VIEW.detail ? {} : { by: view.detail }),
    ...(view.slotMinutes === DEFAULT_FORECAST_VIEW.slotMinutes ? {} : { slot: String(view.slotMinutes) }),
    ...formatPool(view.pool),
    ...(view.asTable ? { table: '1' } : {}),
  }
}

/** Where the view is kept. Which week is shown is of the moment. */
export const FORECAST_VIEW: ViewCodec<ForecastView> = {
  screen: 'forecast',
  parse: parseForecastView,
  format: formatForecastView,
  kept: (view) => ({ ...view, week: null, pastWeek: null }),
}

function dateIn(text: string | undefined): string | null {
  return text !== undefined && isLocalDate(text) ? text : null
}
