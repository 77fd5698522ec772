import type { TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../../electron/backend/router.ts'
import type { PrintPage } from '../../../shared/contract/print-page.ts'
import type { CompareList, WeekDetail } from '../../features/compare/compare-types.ts'
import { weekName } from '../../features/compare/compare-words.ts'
import type { Formatter } from '../../format/formatter.ts'
import { cityOf } from '../../format/zone-names.ts'
import { poolName } from '../../workspace/pool-choice.ts'
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
export async function loadCompare({ workspaceId, publicationId, week, until }: ComparePage, client: TRPCClient<AppRouter>, format: Formatter): Promise<ComparePrint> {
  const [overview, list, detail] = await Promise.all([
    client.workspace.overview.query({ workspaceId }),
    client.compare.list.query({ workspaceId, until }),
    client.compare.week.query({ workspaceId, publicationId, week, until }),
  ])
  const { planName, version, poolId, timeZone, frozenAt, now } = detail
  return {
    title: `${planName} compared, ${weekName(week, format)}`,
    facts: [
      ['Organization', overview.organization ?? overview.workspace.name],
      ['Plan', `${planName}, version ${version}`],
      ['Pool', poolName(poolId === null ? { kind: 'all' } : { kind: 'pool', id: poolId }, overview)],
      ['Week', weekName(week, format)],
      ['Time zone', `${cityOf(timeZone)} (${timeZone})`],
      ['Predicted', format.instant(Date.parse(frozenAt), timeZone)],
      ['As of', format.instant(Date.parse(now), timeZone)],
    ],
    list,
    detail,
    target: overview.settings.targetCoverage,
  }
}
