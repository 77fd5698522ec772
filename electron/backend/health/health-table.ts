import { localDateOf } from '../../../shared/time/local.ts'
import type { NamedTable } from '../core/csv.ts'
import type { PlatformHealth } from './compute.ts'

const HEADER = [
  'id',
  'name',
  'status',
  'plan',
  'mrr',
  'dashboardScore',
  'riskLevel',
  'atRisk',
  'ownScore',
  'ownLower80',
  'ownUpper80',
  'ownRiskLevel',
  'sureness',
  'visitors',
  'covered',
  'missed',
  'coverageRate',
  'visitorsThisMonth',
  'coverageRateThisMonth',
  'calls',
  'callsThisMonth',
  'answered',
  'answerRate',
  'callsTrend',
  'daysSinceLastCall',
  'activeAgents',
  'coveredThisMonth',
  'lastCall',
  'fellFrom',
  'fellTo',
  'fellAt',
] as const

/** Every organization as a row; rates and scores are 0-100. */
export function healthTable({ organizations }: PlatformHealth): NamedTable {
  const rows = organizations.map((one) => [
    one.id,
    one.name ?? '',
    one.status ?? '',
    one.plan ?? '',
    one.mrr ?? '',
    one.healthScore,
    one.riskLevel,
    String(one.atRisk),
    one.own.score,
    one.own.lower80,
    one.own.upper80,
    one.own.riskLevel,
    one.own.sureness,
    one.visitors,
    one.covered,
    one.missed,
    one.coverageRate,
    one.visitorsThisMonth,
    one.coverageRateThisMonth,
    one.calls,
    one.callsThisMonth,
    one.answered,
    one.answerRate,
    one.callsTrend,
    one.daysSinceLastCall ?? '',
    one.activeAgents ?? '',
    one.coveredThisMonth,
    one.lastCall === null ? '' : new Date(one.lastCall).toISOString(),
    one.fall?.from ?? '',
    one.fall?.to ?? '',
    one.fall === null ? '' : new Date(one.fall.at).toISOString(),
  ])
  return { header: HEADER, rows }
}

/** Of the local day of the count. */
export function healthFileName({ now, timeZone }: PlatformHealth, extension: 'csv' | 'xlsx'): string {
  return `Organizations ${localDateOf(now, timeZone)}.${extension}`
}
