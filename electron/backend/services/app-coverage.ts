import { addDays, countDays } from '../../../shared/time/local.ts'
import type { CoverageQuery, WorkspaceRecord } from '../roles/roles.ts'
import { safeFileName } from '../file-transfers.ts'
import type { AppServices, ReportRequest } from './app-services.ts'
import { coverageCsvText } from './coverage-csv.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { readCache } from './read-cache.ts'
import { workspaceById } from './workspace-by-id.ts'

type CsvRequest = Parameters<AppServices['coverageCsv']>[0]

type AppCoverage = Pick<AppServices, 'coverageReport' | 'coverageCell' | 'coverageCsv'>

/** The figures of the coverage screen. */
export function appCoverage(deps: ServiceDependencies): AppCoverage {
  const queryOf = async (request: ReportRequest): Promise<CoverageQuery> => {
    const workspace = await workspaceById(deps.data.work(), request.workspaceId)
    return {
      workspaceId: workspace.id,
      from: request.from,
      to: request.to,
      timeZone: request.timeZone ?? timeZoneOf(workspace, deps),
      poolId: request.poolId,
      organizationId: null,
      countryFilter: request.countryFilter,
      clock: deps.clock(),
      countAway: workspace.settings.countAwayAsOnline,
    }
  }
  return {
    async coverageReport(request) {
      const query = await queryOf(request)
      const before = periodBefore(query)
      const [report, previous] = await readCache(deps, query.workspaceId, (reader) =>
        Promise.all([reader.coverage(query), reader.coverage({ ...query, ...before })]),
      )
      return {
        ...report.figures,
        range: {
          from: query.from,
          to: query.to,
          timeZone: query.timeZone,
          now: new Date(report.now).toISOString(),
          knownShare: report.knownShare,
          agentData: report.agentData,
          agentsOnline: report.agentsOnline,
          unknownDates: report.unknownDates,
        },
        previous: { ...before, totals: previous.figures.totals, knownShare: previous.knownShare },
        countryFilter: report.countryFilter,
        hasCountry: report.hasCountry,
        starvedPools: [...report.starvedPools],
        dataProblems: report.problems.map((problem) => ({ ...problem })),
        revision: report.revision,
      }
    },
    async coverageCell(request) {
      const query = { ...(await queryOf(request)), dayOfWeek: request.dayOfWeek, hour: request.hour }
      return readCache(deps, query.workspaceId, (reader) => reader.cell(query))
    },
    async coverageCsv(request) {
      const query = await queryOf(request)
      const report = await readCache(deps, query.workspaceId, (reader) => reader.coverage(query))
      return {
        fileName: csvName(request, { pool: report.pool, timeZone: query.timeZone }),
        text: coverageCsvText(report.figures, request.table),
      }
    },
  }
}

/** Says what the figures are of, since the file itself has room for the figures only. A long pool's name is cut, the rest is not. */
function csvName({ table, from, to }: CsvRequest, { pool, timeZone }: { readonly pool: string | null; readonly timeZone: string }): string {
  const parts = ['coverage', table.toLowerCase(), from, 'to', to, timeZone, pool ?? 'all pools']
  return safeFileName(parts.join('-').replaceAll(/[\s/\\]+/gu, '-'), 'csv')
}

/** The zone of a workspace's reports: its own, else the system's. */
export function timeZoneOf({ settings }: WorkspaceRecord, { systemTimeZone }: ServiceDependencies): string {
  return settings.timeZone ?? systemTimeZone
}

/** As many dates, ending the day before. */
function periodBefore({ from, to }: CoverageQuery): { readonly from: string; readonly to: string } {
  return { from: addDays(from, -countDays(from, to)), to: addDays(from, -1) }
}
