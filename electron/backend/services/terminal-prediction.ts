import type { ServiceDependencies } from './dependencies.ts'
import { forecast, suggestMarks } from './forecast.ts'
import { listMarks, removeMark, saveMark } from './marks.ts'
import { predict } from './predict.ts'
import type { PredictionServices } from './prediction-services.ts'
import { chooseWorkspace } from './workspace-choice.ts'

/** Forecasts, predictions and marks, of workspaces by name. */
export function predictionServices(deps: ServiceDependencies): PredictionServices {
  const work = () => deps.data.work()
  return {
    forecast: (request) => forecast(deps, request),
    predict: (request) => predict(deps, request),
    suggestMarks: (request) => suggestMarks(deps, request),
    listMarks: async ({ workspace }) => listMarks(work(), (await chooseWorkspace(work(), workspace)).id),
    addMark: async ({ workspace, ...mark }) => saveMark(work(), (await chooseWorkspace(work(), workspace)).id, mark),
    removeMark: async ({ workspace, date }) => removeMark(work(), (await chooseWorkspace(work(), workspace)).id, date),
  }
}
