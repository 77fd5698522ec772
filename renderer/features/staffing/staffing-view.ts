import type { ScreenParams } from '../../app/routing/route.ts'
import { formatPool, parsePool, type PoolChoice } from '../../app/pools/pool-choice.ts'
import { formatRange, parseRange, type RangeChoice } from '../../app/range/range-choice.ts'
import { type AheadForm, formatAhead, parseAhead } from './ahead/ahead-form.ts'
import type { ViewCodec } from '../../app/routing/use-kept-view.ts'

export const STAFFING_TABS = ['guide', 'ahead', 'trust'] as const
export type StaffingTab = (typeof STAFFING_TABS)[number]

/** What the staffing screen is set to; kept in the address and per workspace. */
export interface StaffingView {
  readonly range: RangeChoice
  readonly pool: PoolChoice
  readonly tab: StaffingTab
  /** Of all pools: each on its own, rather than together. */
  readonly byPool: boolean
  /** What is assumed of the months to come. */
  readonly ahead: AheadForm
}

export const STAFFING_VIEW: ViewCodec<StaffingView> = {
  screen: 'staffing',
  parse: parseStaffingView,
  format: formatStaffingView,
  // What is to be done comes first, whatever was looked at last.
  kept: (view) => ({ ...view, tab: 'guide' }),
}

export function parseStaffingView(params: ScreenParams): StaffingView {
  return {
    range: parseRange(params),
    pool: parsePool(params['pool']),
    tab: STAFFING_TABS.find((tab) => tab === params['tab']) ?? 'guide',
    byPool: params['by'] === 'pool',
    ahead: parseAhead(params),
  }
}

export function formatStaffingView({ range, pool, tab, byPool, ahead }: StaffingView): ScreenParams {
  return {
    ...formatRange(range),
    ...formatPool(pool),
    ...(tab === 'guide' ? {} : { tab }),
    ...(byPool ? { by: 'pool' } : {}),
    ...formatAhead(ahead),
  }
}
