import { z } from 'zod'
import { date, id, until, workspaceId } from './inputs.ts'
import { procedure, router } from './procedure.ts'

const listInput = z.strictObject({ workspaceId, until })
const week = { ...listInput.shape, publicationId: id, week: date }
const weekInput = z.strictObject(week)
const csvInput = z.strictObject({ ...week, table: z.enum(['hours', 'adherence', 'adherence-slots']).default('hours') })

/** What was predicted of published weeks, beside what happened. */
export const compareRouter = router({
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.services.compare.list(input)),
  /** A week by day, hour and hour of the week, the parts of its differences, and how agents kept to it. */
  week: procedure.input(weekInput).query(({ ctx, input }) => ctx.services.compare.week(input)),
  csv: procedure.input(csvInput).query(({ ctx, input }) => ctx.services.compare.csv(input)),
})
