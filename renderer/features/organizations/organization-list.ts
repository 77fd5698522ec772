import { RISKS } from '../../../shared/health/organization-facts.ts'
import { isFoundBy } from '../../app/commands/matches.ts'
import type { Organization } from './organization-types.ts'

export const FILTERS = ['all', 'at-risk', 'critical', 'fallen'] as const
export type Filter = (typeof FILTERS)[number]

export const COLUMNS = [
  'name',
  'status',
  'dashboard',
  'own',
  'risk',
  'coverageMonth',
  'trend',
  'missed',
  'calls',
  'lastCall',
  'mrr',
] as const
export type ColumnId = (typeof COLUMNS)[number]

export interface Order {
  readonly column: ColumnId
  readonly isDescending: boolean
}

/** By what a column is sorted; what is not known comes last. */
const VALUES: Readonly<Record<ColumnId, (one: Organization) => string | number | null>> = {
  name: (one) => one.name ?? one.id,
  status: ({ status }) => status,
  dashboard: ({ healthScore }) => healthScore,
  own: ({ own }) => own.score,
  risk: ({ riskLevel }) => RISKS.indexOf(riskLevel),
  coverageMonth: ({ visitorsThisMonth, coverageRateThisMonth }) =>
    visitorsThisMonth === 0 ? null : coverageRateThisMonth,
  trend: changeOfTrend,
  missed: ({ missed }) => missed,
  calls: ({ callsThisMonth }) => callsThisMonth,
  lastCall: ({ daysSinceLastCall }) => daysSinceLastCall,
  mrr: ({ mrr }) => mrr,
}

/** The organizations that are searched for and shown, in the wanted order. */
export function listed(
  all: readonly Organization[],
  {
    typed,
    filter,
    order,
    locale,
  }: { readonly typed: string; readonly filter: Filter; readonly order: Order; readonly locale: string },
): readonly Organization[] {
  const valueOf = VALUES[order.column]
  const sign = order.isDescending ? -1 : 1
  const names = new Intl.Collator(locale, { numeric: true })
  return all
    .filter((one) => isShown(one, filter) && isFoundBy(`${one.name ?? ''} ${one.id} ${one.status ?? ''}`, typed))
    .map((one) => ({ one, value: valueOf(one) }))
    .toSorted((a, b) => {
      if (a.value === b.value) return 0
      if (a.value === null) return 1
      if (b.value === null) return -1
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value)
      return sign * names.compare(String(a.value), String(b.value))
    })
    .map(({ one }) => one)
}

function isShown({ atRisk, riskLevel, fall }: Organization, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'at-risk':
      return atRisk
    case 'critical':
      return atRisk && riskLevel === 'critical'
    case 'fallen':
      return fall !== null
  }
}

/** Coverage of the newer half of the weeks minus that of the older, as a fraction; null: not both had visitors. */
function changeOfTrend({ trend }: Organization): number | null {
  const middle = Math.floor(trend.length / 2)
  const rate = (weeks: Organization['trend']): number | null => {
    const visitors = weeks.reduce((sum, week) => sum + week.visitors, 0)
    return visitors === 0 ? null : weeks.reduce((sum, week) => sum + week.covered, 0) / visitors
  }
  const [older, newer] = [rate(trend.slice(0, middle)), rate(trend.slice(middle))]
  return older === null || newer === null ? null : newer - older
}
