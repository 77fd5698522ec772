import type { ErrorReport } from '../../../shared/foundation/errors.ts'
import type { RpcClient } from '../../app/rpc/procedures.ts'
import type { PrintPage } from '../../../shared/contract/print-page.ts'
import { countryText } from '../../features/coverage/filter-text.ts'
import type { CoverageReport, Overview } from '../../features/coverage/report.ts'
import type { Recommendation } from '../../app/staffing-blocks/block-types.ts'
import type { Formatter } from '../../format/formatter.ts'
import { cityOf } from '../../../shared/time/zone-city.ts'
import { poolName } from '../../app/pools/pool-choice.ts'
import { dateNames, type DateNames } from '../../app/known-dates/known-dates.ts'
import { isReport, orReport } from '../or-report.ts'
import { describeStarved } from '../../../shared/predict/assemble/starved/describe-starved.ts'
import type { StarvedPoolFacts } from '../../../shared/predict/assemble/starved/starved-pool-facts.ts'
import type { Fact } from '../sheet.tsx'

type CoveragePage = Extract<PrintPage, { kind: 'coverage' }>

export interface CoveragePrint {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly report: CoverageReport
  /** What dates are called that are known not to be usual. */
  readonly names: DateNames
  /** 0-100. */
  readonly target: number
  /** Which hours to staff better, or why that is not known. */
  readonly staffing: Recommendation | ErrorReport
  /** What starved pools mean for the figures of the chosen pool, and for staffing. */
  readonly starved: { readonly ofPool: readonly string[]; readonly ofStaffing: readonly string[] }
  /** Whether the visitors of some countries only are counted, which what to change does not follow. */
  readonly isOfCountries: boolean
  /** The same of pages. */
  readonly isOfPages: boolean
  /** Whether the visitors of one pool only are counted. */
  readonly isOfPool: boolean
}

/** Reads the figures of a range as their screen does. */
export async function loadCoverage(page: CoveragePage, client: RpcClient, format: Formatter): Promise<CoveragePrint> {
  const { workspaceId, from, to, timeZone, poolId, countryFilter, pageClass, until } = page
  const range = { workspaceId, from, to, timeZone, ...(poolId === undefined ? {} : { poolId }) }
  const [overview, report, staffing, dates] = await Promise.all([
    client.workspace.overview.query({ workspaceId }),
    client.coverage.report.query({ ...range, countryFilter, ...(pageClass === undefined ? {} : { pageClass }) }),
    orReport(client.recommend.blocks.query({ ...range, until })),
    client.holidays.dates.query({ workspaceId, from, to }),
  ])
  const organization = overview.organization ?? overview.workspace.name
  const starvedTexts = (pools: readonly StarvedPoolFacts[]): readonly string[] =>
    describeStarved(pools, (id) => poolName({ kind: 'pool', id }, overview, format), format)
  return {
    title: format.texts.paper.coverageOf({ organization, dates: format.dateRange(from, to) }),
    facts: filterFacts(page, { overview, report }, format),
    report,
    names: dateNames(dates, format),
    target: overview.settings.targetCoverage,
    staffing,
    starved: {
      ofPool: poolId === undefined ? [] : starvedTexts(report.starvedPools),
      ofStaffing: isReport(staffing) ? [] : starvedTexts(staffing.starvedPools),
    },
    isOfCountries: countryFilter !== null,
    isOfPages: pageClass !== undefined,
    isOfPool: poolId !== undefined,
  }
}

interface Read {
  readonly overview: Overview
  readonly report: CoverageReport
}

function filterFacts(
  { poolId, countryFilter, pageClass }: CoveragePage,
  { overview, report }: Read,
  format: Formatter,
): readonly Fact[] {
  const pool = poolName(
    poolId === undefined ? { kind: 'all' } : poolId === null ? { kind: 'none' } : { kind: 'pool', id: poolId },
    overview,
    format,
  )
  const t = format.texts.paper
  const { timeZone, now, from, to } = report.range
  return [
    [t.organization, overview.organization ?? overview.workspace.name],
    [t.pool, pool],
    [t.dates, format.dateRange(from, to)],
    [t.timeZone, t.zone({ city: cityOf(timeZone), zone: timeZone })],
    [t.visitorsCounted, countryText(countryFilter, overview, format)],
    ...(pageClass === undefined
      ? []
      : [[format.texts.filters.pages, pageClass ?? format.texts.filters.otherPages] as const]),
    [t.asOf, format.instant(Date.parse(now), timeZone)],
  ]
}
