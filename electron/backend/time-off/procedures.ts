import { listAgents } from '../agents/use-cases.ts'
import { workspaceInput } from '../core/inputs.ts'
import { procedure, router } from '../core/procedure.ts'
import { removeTimeOffInput, saveTimeOffInput, timeOffYearInput } from './inputs.ts'
import { allTimeOff, exportTimeOff, publicHolidayEntries, timeOffByYear, timeOffEntries } from './use-cases.ts'

/** When agents are away. */
export const timeOffRouter = router({
  list: procedure
    .input(workspaceInput)
    .query(async ({ ctx, input: { workspaceId } }) => allTimeOff(ctx, workspaceId, await listAgents(ctx, workspaceId))),
  /** With names and times of day, as scripts have them. */
  entries: procedure.input(workspaceInput).query(({ ctx, input }) => timeOffEntries(ctx, input.workspaceId)),
  /** Days of a calendar year by agent and kind, for those who are away in it or have an allowance. */
  year: procedure.input(timeOffYearInput).query(({ ctx, input }) => timeOffByYear(ctx, input)),
  /** Public holidays that are days off. */
  publicHolidays: procedure.input(timeOffYearInput).query(({ ctx, input }) => publicHolidayEntries(ctx, input)),
  save: procedure
    .input(saveTimeOffInput)
    .mutation(({ ctx, input }) => ctx.data.work().saveTimeOff(input.workspaceId, input.timeOff)),
  remove: procedure.input(removeTimeOffInput).mutation(async ({ ctx, input }) => ({
    removed: await ctx.data.work().removeTimeOff(input.workspaceId, input.ids),
  })),
  exportCsv: procedure.input(workspaceInput).query(({ ctx, input }) => exportTimeOff(ctx, input.workspaceId)),
})
