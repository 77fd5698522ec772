import { cellInput, csvInput, reportInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'

export const coverageRouter = router({
  report: procedure.input(reportInput).query(({ ctx, input }) => ctx.services.coverageReport({ ...input, poolId: input.poolId })),
  /** Each date behind one cell of the heatmap. */
  cell: procedure.input(cellInput).query(({ ctx, input }) => ctx.services.coverageCell({ ...input, poolId: input.poolId })),
  csv: procedure.input(csvInput).query(({ ctx, input }) => ctx.services.coverageCsv({ ...input, poolId: input.poolId })),
})
