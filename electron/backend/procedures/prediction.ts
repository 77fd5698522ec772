import { workspaceInput } from './inputs.ts'
import { forecastCsvInput, forecastInput, markInput, pastForecastsCsvInput, pastForecastsInput, predictionInput, saveMarkInput, startingShiftsInput, suggestMarksInput } from './prediction-inputs.ts'
import { procedure, router } from './procedure.ts'

export const forecastRouter = router({
  /** The visitors to expect in a week, as columns. */
  week: procedure.input(forecastInput).query(({ ctx, input }) => ctx.services.prediction.forecast(input)),
  csv: procedure.input(forecastCsvInput).query(({ ctx, input }) => ctx.services.prediction.forecastCsv(input)),
  /** The last weeks before one as they were forecast one week ahead, what came, and how good the forecasts were. */
  past: procedure.input(pastForecastsInput).query(({ ctx, input }) => ctx.services.prediction.pastForecasts(input)),
  pastCsv: procedure.input(pastForecastsCsvInput).query(({ ctx, input }) => ctx.services.prediction.pastForecastsCsv(input)),
})

export const predictionRouter = router({
  /** Everything that predicting plans of a week takes: the page evaluates plans by itself. */
  inputs: procedure.input(predictionInput).query(({ ctx, input }) => ctx.services.prediction.inputs(input)),
  /** Shifts to start a plan with. */
  startingShifts: procedure.input(startingShiftsInput).query(({ ctx, input }) => ctx.services.prediction.startingShifts(input)),
})

/** Days that a forecast should not take for usual ones. */
export const marksRouter = router({
  list: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.prediction.marks(input.workspaceId)),
  save: procedure.input(saveMarkInput).mutation(({ ctx, input: { workspaceId, ...mark } }) => ctx.services.prediction.saveMark(workspaceId, mark)),
  remove: procedure.input(markInput).mutation(({ ctx, input }) => ctx.services.prediction.removeMark(input.workspaceId, input.date)),
  /** Dates that are not suggested again. */
  refused: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.prediction.refusedSuggestions(input.workspaceId)),
  refuse: procedure.input(markInput).mutation(({ ctx, input }) => ctx.services.prediction.refuseSuggestion(input.workspaceId, input.date)),
  unrefuse: procedure.input(markInput).mutation(({ ctx, input }) => ctx.services.prediction.unrefuseSuggestion(input.workspaceId, input.date)),
  suggest: procedure.input(suggestMarksInput).query(({ ctx, input }) => ctx.services.prediction.suggestMarks(input)),
})
