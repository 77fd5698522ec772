import { z } from 'zod'
import { date, id, workspaceId, workspaceInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'

const week = { workspaceId, publicationId: id, week: date }
const weekInput = z.strictObject(week)
const csvInput = z.strictObject({ ...week, table: z.enum(['hours', 'adherence']).default('hours') })

/** What was predicted of published weeks, beside what happened. */
export const compareRouter = router({
  list: procedure.input(workspaceInput).query(({ ctx, input }) => ctx.services.compare.list(input.workspaceId)),
  /** A week by day, hour and hour of the week, the parts of its differences, and how agents kept to it. */
  week: procedure.input(weekInput).query(({ ctx, input }) => ctx.services.compare.week(input)),
  csv: procedure.input(csvInput).query(({ ctx, input }) => ctx.services.compare.csv(input)),
})
