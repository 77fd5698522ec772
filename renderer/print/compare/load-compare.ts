import type { RpcClient } from '../../app/rpc/procedures.ts'
import type { PrintPage } from '../../../shared/contract/print-page.ts'
import type { CompareList, WeekDetail } from '../../features/compare/compare-types.ts'
import { weekName } from '../../features/compare/compare-text.ts'
import type { Formatter } from '../../format/formatter.ts'
import { cityOf } from '../../../shared/time/zone-city.ts'
import { poolName } from '../../app/pools/pool-choice.ts'
import type { Fact } from '../sheet.tsx'

type ComparePage = Extract<PrintPage, { kind: 'compare' }>

export interface ComparePrint {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly list: CompareList
  readonly detail: WeekDetail
  /** 0-100. */
  readonly target: number
}

/** Reads a published week beside what happened as its screen does. */
export async function loadCompare(
  { workspaceId, publicationId, week, until }: ComparePage,
  client: RpcClient,
  format: Formatter,
): Promise<ComparePrint> {
  const [overview, list, detail] = await Promise.all([
    client.workspace.overview.query({ workspaceId }),
    client.compare.list.query({ workspaceId, until }),
    client.compare.week.query({ workspaceId, publicationId, week, until }),
  ])
  const { planName, version, poolId, timeZone, frozenAt, now } = detail
  const t = format.texts.paper
  return {
    title: t.comparedTitle({ plan: planName, week: weekName(week, format) }),
    facts: [
      [t.organization, overview.organization ?? overview.workspace.name],
      [t.plan, t.planVersion({ plan: planName, version: String(version) })],
      [t.pool, poolName(poolId === null ? { kind: 'all' } : { kind: 'pool', id: poolId }, overview, format)],
      [t.week, weekName(week, format)],
      [t.timeZone, t.zone({ city: cityOf(timeZone), zone: timeZone })],
      [t.predicted, format.instant(Date.parse(frozenAt), timeZone)],
      [t.asOf, format.instant(Date.parse(now), timeZone)],
    ],
    list,
    detail,
    target: overview.settings.targetCoverage,
  }
}
