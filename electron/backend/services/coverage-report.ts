import { addDays, localDateOf } from '../../../shared/time/local.ts'
import type { CoverageQuery, CoverageReport } from '../roles/roles.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { readCache } from './read-cache.ts'
import type { CoverageAnswer, CoverageRequest } from './services.ts'
import { chooseWorkspace } from './workspace-choice.ts'

/** Days of a report whose dates were not given, today among them. */
const DEFAULT_DAYS = 30

/** The coverage figures of a range of the chosen workspace. */
export async function coverageReport(deps: ServiceDependencies, request: CoverageRequest): Promise<CoverageAnswer> {
  const workspace = await chooseWorkspace(deps.data.work(), request.workspace)
  const timeZone = request.timeZone ?? workspace.settings.timeZone ?? deps.systemTimeZone
  const clock = request.now ?? deps.clock()
  const range = dates(request, clock, timeZone)
  const query: CoverageQuery = {
    workspaceId: workspace.id,
    ...range,
    timeZone,
    poolId: request.poolId,
    organizationId: request.organizationId,
    countryFilter: request.countryFilter,
    clock,
    countAway: workspace.settings.countAwayAsOnline,
  }
  const report = await readCache(deps, workspace.id, (reader) => reader.coverage(query))
  return {
    output: {
      range: {
        ...range,
        timeZone,
        now: new Date(report.now).toISOString(),
        knownShare: report.knownShare,
        agentData: report.agentData,
        agentsOnline: report.agentsOnline,
      },
      ...mutableFigures(report),
      starvedPools: [...report.starvedPools],
      dataProblems: report.problems.map((problem) => ({ ...problem })),
    },
    workspace: workspace.name,
    organization: report.organization,
    pool: report.pool,
    unknownDates: report.unknownDates,
    countryFilter: report.countryFilter,
    hasCountry: report.hasCountry,
  }
}

function dates(request: CoverageRequest, clock: number, timeZone: string): { readonly from: string; readonly to: string } {
  const to = request.to ?? localDateOf(clock, timeZone)
  return { from: request.from ?? addDays(to, 1 - DEFAULT_DAYS), to }
}

/** The figures in the (mutable) type of the validated document. */
function mutableFigures({ figures }: CoverageReport): Omit<CoverageAnswer['output'], 'range' | 'starvedPools' | 'dataProblems'> {
  return {
    totals: figures.totals,
    hourly: [...figures.hourly],
    byDayHour: figures.byDayHour.map((hours) => [...hours]),
    byDayOfWeek: [...figures.byDayOfWeek],
    daily: [...figures.daily],
    problemHours: [...figures.problemHours],
  } as Omit<CoverageAnswer['output'], 'range' | 'starvedPools' | 'dataProblems'>
}
