import { workspaceInput } from '../core/inputs.ts'
import { procedure, router } from '../core/procedure.ts'
import {
  forecastCsvInput,
  forecastInput,
  markInput,
  pastForecastsCsvInput,
  pastForecastsInput,
  saveMarkInput,
  suggestMarksInput,
} from './inputs.ts'
import { listMarks, removeMark, saveMark } from './marks.ts'
import {
  forecastCsv,
  forecastWeek,
  markOutcomes,
  pastForecasts,
  pastForecastsCsv,
  suggestMarks,
  unrefuseSuggestion,
} from './use-cases.ts'

export const forecastRouter = router({
  week: procedure.input(forecastInput).query(({ ctx, input }) => forecastWeek(ctx, input)),
  csv: procedure.input(forecastCsvInput).query(({ ctx, input }) => forecastCsv(ctx, input)),
  past: procedure.input(pastForecastsInput).query(({ ctx, input }) => pastForecasts(ctx, input)),
  pastCsv: procedure.input(pastForecastsCsvInput).query(({ ctx, input }) => pastForecastsCsv(ctx, input)),
})

/** Days that a forecast should not take for usual ones. */
export const marksRouter = router({
  list: procedure.input(workspaceInput).query(({ ctx, input }) => listMarks(ctx.data.work(), input.workspaceId)),
  save: procedure
    .input(saveMarkInput)
    .mutation(({ ctx, input: { workspaceId, ...mark } }) => saveMark(ctx.data.work(), workspaceId, mark)),
  remove: procedure
    .input(markInput)
    .mutation(({ ctx, input }) => removeMark(ctx.data.work(), input.workspaceId, input.date)),
  suggest: procedure.input(suggestMarksInput).query(({ ctx, input }) => suggestMarks(ctx, input)),
  /** What came of past events, beside what the user said of them. */
  outcomes: procedure.input(suggestMarksInput).query(({ ctx, input }) => markOutcomes(ctx, input)),
  /** Dates that are not suggested again. */
  refused: procedure
    .input(workspaceInput)
    .query(({ ctx, input }) => ctx.data.work().listRefusedSuggestions(input.workspaceId)),
  refuse: procedure.input(markInput).mutation(async ({ ctx, input: { workspaceId, date } }) => {
    await ctx.data.work().refuseSuggestion(workspaceId, date)
    return { refused: date }
  }),
  unrefuse: procedure.input(markInput).mutation(({ ctx, input }) => unrefuseSuggestion(ctx, input)),
})
