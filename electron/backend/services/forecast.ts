import type { AccuracyOutput, ForecastOutput } from '../../../shared/contract/prediction-output.ts'
import type { ForecastAccuracy } from '../../../shared/predict/types.ts'
import { addDays } from '../../../shared/time/local.ts'
import { chooseWeek } from './forecast-week.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { ForecastAnswer, ForecastRequest, WeekRequest } from './prediction-services.ts'
import { notRefused } from './marks.ts'
import { computeFromCache } from './read-cache.ts'
import { refuseUnknownPast } from '../roles/refuse-unknown-past.ts'
import type { ForecastReport, SuggestedMarks } from '../roles/prediction-queries.ts'

/** The visitors to expect in a week of the chosen workspace. */
export async function forecast(deps: ServiceDependencies, request: ForecastRequest): Promise<ForecastAnswer> {
  const { workspace, query, marks } = await chooseWeek(deps, request)
  const report = await computeFromCache(deps, workspace.id, (computer) => computer.forecast({ ...query, slotMinutes: request.slotMinutes }))
  refuseUnknownPast(report, query.week)
  return {
    output: forecastOutput(report),
    workspace: workspace.name,
    organization: report.organization,
    pool: report.pool,
    marks,
    weeksObserved: report.weeksObserved,
  }
}

/** Days of the history that might be worth a mark, without those that were refused. */
export async function suggestMarks(deps: ServiceDependencies, request: WeekRequest): Promise<SuggestedMarks> {
  const { workspace, query } = await chooseWeek(deps, request)
  return notRefused(deps.data.work(), workspace.id, await computeFromCache(deps, workspace.id, (computer) => computer.suggestMarks(query)))
}

/** A forecast as it is printed. */
export function forecastOutput({ forecast, origin, starvedPools }: Pick<ForecastReport, 'forecast' | 'origin' | 'starvedPools'>): ForecastOutput {
  const { firstDate, timeZone, slotMinutes, starts, visitors, lower80, upper80, lower95, upper95 } = forecast
  return {
    range: weekRange({ firstDate, timeZone, origin }),
    slotMinutes,
    week: { ...forecast.week },
    accuracy: accuracyOutput(forecast.accuracy),
    slots: Array.from(starts, (start, slot) => ({
      start: new Date(start).toISOString(),
      visitors: visitors[slot]!,
      lower80: lower80[slot]!,
      upper80: upper80[slot]!,
      lower95: lower95[slot]!,
      upper95: upper95[slot]!,
    })),
    starvedPools: [...starvedPools],
  }
}

export function weekRange({ firstDate, timeZone, origin }: { readonly firstDate: string; readonly timeZone: string; readonly origin: number }): ForecastOutput['range'] {
  return { from: firstDate, to: addDays(firstDate, 6), timeZone, origin: new Date(origin).toISOString() }
}

export function accuracyOutput({ method, wape, mase, bias, holds80, holds95, origins }: ForecastAccuracy): AccuracyOutput {
  return { method, wape, mase, bias, holds80, holds95, origins }
}
