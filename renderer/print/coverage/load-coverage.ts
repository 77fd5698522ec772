import type { TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../../electron/backend/router.ts'
import type { ErrorReport } from '../../../shared/contract/errors.ts'
import type { PrintPage } from '../../../shared/contract/print-page.ts'
import { countryWords } from '../../features/coverage/filter-words.ts'
import type { CoverageReport, Overview } from '../../features/coverage/report.ts'
import type { Recommendation } from '../../workspace/staffing-blocks/block-types.ts'
import type { Formatter } from '../../format/formatter.ts'
import { cityOf } from '../../format/zone-names.ts'
import { poolName } from '../../workspace/pool-choice.ts'
import { orReport } from '../or-report.ts'
import type { Fact } from '../sheet.tsx'

type CoveragePage = Extract<PrintPage, { kind: 'coverage' }>

export interface CoveragePrint {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly report: CoverageReport
  /** 0-100. */
  readonly target: number
  /** Which hours to staff better, or why that cannot be told. */
  readonly staffing: Recommendation | ErrorReport
  /** Whether the visitors of some countries only are counted, which what to change does not follow. */
  readonly isOfCountries: boolean
  /** Whether the visitors of one pool only are counted. */
  readonly isOfPool: boolean
}

/** Reads the figures of a range as their screen does. */
export async function loadCoverage(page: CoveragePage, client: TRPCClient<AppRouter>, format: Formatter): Promise<CoveragePrint> {
  const { workspaceId, from, to, timeZone, poolId, countryFilter, until } = page
  const range = { workspaceId, from, to, timeZone, ...(poolId === undefined ? {} : { poolId }) }
  const [overview, report, staffing] = await Promise.all([
    client.workspace.overview.query({ workspaceId }),
    client.coverage.report.query({ ...range, countryFilter }),
    orReport(client.recommend.blocks.query({ ...range, until })),
  ])
  const organization = overview.organization ?? overview.workspace.name
  return {
    title: `Coverage of ${organization}, ${format.dateRange(from, to)}`,
    facts: factsOf(page, { overview, report }, format),
    report,
    target: overview.settings.targetCoverage,
    staffing,
    isOfCountries: countryFilter !== null,
    isOfPool: poolId !== undefined,
  }
}

interface Read {
  readonly overview: Overview
  readonly report: CoverageReport
}

function factsOf({ poolId, countryFilter }: CoveragePage, { overview, report }: Read, format: Formatter): readonly Fact[] {
  const pool = poolName(poolId === undefined ? { kind: 'all' } : poolId === null ? { kind: 'none' } : { kind: 'pool', id: poolId }, overview)
  const { timeZone, now, from, to } = report.range
  return [
    ['Organization', overview.organization ?? overview.workspace.name],
    ['Pool', pool],
    ['Dates', format.dateRange(from, to)],
    ['Time zone', `${cityOf(timeZone)} (${timeZone})`],
    ['Visitors counted', countryWords(countryFilter, overview, format)],
    ['As of', format.instant(Date.parse(now), timeZone)],
  ]
}
