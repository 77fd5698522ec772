import { weekRange, accuracyOutput } from './forecast.ts'
import { timeZoneOf } from './app-coverage.ts'
import type { AppPrediction, AppWeekRequest } from './app-prediction-services.ts'
import type { WeekQuery } from '../roles/prediction-queries.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { nextMonday } from './forecast-week.ts'
import { listMarks, removeMark, saveMark } from './marks.ts'
import { publishedPlans } from './published-plans.ts'
import { computeFromCache } from './read-cache.ts'
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
  return {
    async forecast({ slotMinutes, ...request }) {
      const query = await queryOf(request)
      const { forecast, origin, weeksObserved, revision } = await computeFromCache(deps, query.workspaceId, (computer) => computer.forecast({ ...query, slotMinutes }))
      const { starts, visitors, lower80, upper80, lower95, upper95 } = forecast
      return {
        range: weekRange({ ...forecast, origin }),
        slotMinutes,
        week: { ...forecast.week },
        accuracy: accuracyOutput(forecast.accuracy),
        starts: [...starts],
        visitors: [...visitors],
        lower80: [...lower80],
        upper80: [...upper80],
        lower95: [...lower95],
        upper95: [...upper95],
        weeksObserved,
        revision,
      }
    },
    async inputs({ visitorsPerAgent, ...request }) {
      const query = { ...(await queryOf(request)), visitorsPerAgent, published: await publishedPlans(work(), request.workspaceId) }
      const { inputs, revision } = await computeFromCache(deps, query.workspaceId, (computer) => computer.predictionInputs(query))
      return { inputs, revision }
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
      return computeFromCache(deps, query.workspaceId, (computer) => computer.suggestMarks(query))
    },
  }
}
