import { AppError } from '../../../shared/contract/errors.ts'
import { safeFileName } from '../file-transfers.ts'
import { timeZoneOf } from './app-coverage.ts'
import { forecastColumns, pastColumns } from './app-forecasts.ts'
import type { AppForecastRequest, AppPastForecasts, AppPastRequest, AppPrediction, AppWeekRequest } from './app-prediction-services.ts'
import type { ForecastReport, WeekQuery } from '../roles/prediction-queries.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { forecastCsvText, pastForecastsCsvText } from './forecast-csv.ts'
import { nextMonday } from './forecast-week.ts'
import { listMarks, notRefused, removeMark, saveMark } from './marks.ts'
import { publishedPlans } from './published-plans.ts'
import { computeFromCache } from './read-cache.ts'
import { refuseUnknownPast } from '../roles/refuse-unknown-past.ts'
import { workspaceById } from './workspace-by-id.ts'

/** Forecasts, what predictions are made of, and marked days, of workspaces by id. */
export function appPrediction(deps: ServiceDependencies): AppPrediction {
  const work = () => deps.data.work()
  const queryOf = async ({ workspaceId, timeZone, week, poolId }: AppWeekRequest): Promise<WeekQuery> => {
    const workspace = await workspaceById(work(), workspaceId)
    return {
      workspaceId: workspace.id,
      organizationId: null,
      timeZone: timeZone ?? timeZoneOf(workspace, deps),
      week,
      poolId,
      marks: await listMarks(work(), workspace.id),
    }
  }
  const forecastOf = async ({ slotMinutes, ...request }: AppForecastRequest): Promise<ForecastReport> => {
    const query = await queryOf(request)
    return computeFromCache(deps, query.workspaceId, (computer) => computer.forecast({ ...query, slotMinutes }))
  }
  const pastOf = async ({ slotMinutes, weeks, ...request }: AppPastRequest): Promise<{ readonly past: AppPastForecasts; readonly pool: string | null }> => {
    const query = await queryOf(request)
    const { past, revision, pool } = await computeFromCache(deps, query.workspaceId, (computer) => computer.pastForecasts({ ...query, slotMinutes, weeks }))
    return { past: pastColumns(past, { timeZone: query.timeZone, slotMinutes, revision }), pool }
  }
  return {
    forecast: async (request) => forecastColumns(await forecastOf(request)),
    pastForecasts: async (request) => (await pastOf(request)).past,
    async forecastCsv({ table, ...request }) {
      const report = await forecastOf(request)
      refuseUnknownPast(report, request.week)
      const { firstDate, timeZone } = report.forecast
      return { fileName: csvName(['forecast', table, 'week', firstDate, timeZone], report.pool), text: forecastCsvText(forecastColumns(report), table) }
    },
    async pastForecastsCsv({ table, ...request }) {
      const { past, pool } = await pastOf(request)
      return { fileName: csvName(['past-forecasts', table, 'before', request.week, past.timeZone], pool), text: pastForecastsCsvText(past, table) }
    },
    async inputs({ visitorsPerAgent, until, ...request }) {
      const query = { ...(await queryOf(request)), ...(until === null ? {} : { until }), visitorsPerAgent, published: await publishedPlans(work(), request.workspaceId) }
      const { inputs, unknownPast, revision } = await computeFromCache(deps, query.workspaceId, (computer) => computer.predictionInputs(query))
      return { inputs, unknownPast, revision }
    },
    async startingShifts({ from, kind, ...request }) {
      const query = { ...(await queryOf(request)), from, kind }
      return computeFromCache(deps, query.workspaceId, (computer) => computer.startingShifts(query))
    },
    marks: (workspaceId) => listMarks(work(), workspaceId),
    saveMark: (workspaceId, mark) => saveMark(work(), workspaceId, mark),
    removeMark: (workspaceId, date) => removeMark(work(), workspaceId, date),
    async suggestMarks(request) {
      const query = await queryOf({ ...request, week: nextMonday(deps.clock(), request.timeZone ?? deps.systemTimeZone) })
      return notRefused(work(), query.workspaceId, await computeFromCache(deps, query.workspaceId, (computer) => computer.suggestMarks(query)))
    },
    refusedSuggestions: (workspaceId) => work().listRefusedSuggestions(workspaceId),
    async refuseSuggestion(workspaceId, date) {
      await work().refuseSuggestion(workspaceId, date)
      return { refused: date }
    },
    async unrefuseSuggestion(workspaceId, date) {
      if (await work().unrefuseSuggestion(workspaceId, date)) return { wanted: date }
      throw new AppError({ code: 'not-found', message: `No suggestion for ${date} was refused, so nothing was changed.`, next: 'It is suggested where it stands out.' })
    },
  }
}

/** Says what the file is of. */
function csvName(parts: readonly string[], pool: string | null): string {
  return safeFileName([...parts, pool ?? 'all pools'].join('-').replaceAll(/[\s/\\]+/gu, '-'), 'csv')
}
