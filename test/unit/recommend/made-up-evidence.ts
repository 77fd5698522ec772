import type { CellEvidence, PoolEvidence, VisitsAtStaffing } from '../../../shared/recommend/index.ts'
import type { RecommendOptions } from '../../../shared/recommend/recommend.ts'

export const MONDAY = 1
export const WORKDAYS = [1, 2, 3, 4, 5]
const NOTHING: CellEvidence = { visitors: 0, covered: 0, agentsMet: 0, missedOffline: 0, met: [] }

/** Visits of one hour cell that met these agents and loads; `covered` of all of them. */
export function cell(met: readonly VisitsAtStaffing[], covered: number): CellEvidence {
  const visitors = met.reduce((sum, visits) => sum + visits.visitors, 0)
  const offline = met.filter(({ agents }) => agents === 0).reduce((sum, visits) => sum + visits.visitors, 0)
  return {
    visitors,
    covered,
    agentsMet: met.reduce((sum, visits) => sum + visits.agents * visits.visitors, 0),
    missedOffline: Math.min(offline, visitors - covered),
    met,
  }
}

/** A week whose cells (24 * day of week + hour) are empty but for those given. */
export function pool(cells: Readonly<Record<number, CellEvidence>>, changes: Partial<PoolEvidence> = {}): PoolEvidence {
  return {
    poolId: 'sales',
    cells: Array.from({ length: 168 }, (_, index) => cells[index] ?? NOTHING),
    service: { availability: 1, visitorsPerAgent: 1 },
    loadFactors: Array.from({ length: 168 }, () => 1),
    offlineRate: 0,
    kappa: 20,
    isThin: false,
    hasSessions: true,
    ...changes,
  }
}

/** 28 days, of which all is known: each hour of the week four times. */
export function options(changes: Partial<RecommendOptions> = {}): RecommendOptions {
  return {
    target: 0.9,
    thresholds: { critical: 50, high: 20, medium: 10 },
    days: 28,
    hours: Array.from({ length: 168 }, () => 4),
    calls: { ringRate: null, averageCallSeconds: null },
    ...changes,
  }
}
