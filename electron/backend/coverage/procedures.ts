import { procedure, router } from '../core/procedure.ts'
import { cellInput, csvInput, figuresInput, reportInput } from './inputs.ts'
import { coverageCell, coverageCsv, coverageFigures, coverageReport } from './use-cases.ts'

export const coverageRouter = router({
  report: procedure.input(reportInput).query(({ ctx, input }) => coverageReport(ctx, input)),
  /** As `report`, without the period before. */
  figures: procedure.input(figuresInput).query(({ ctx, input }) => coverageFigures(ctx, input)),
  cell: procedure.input(cellInput).query(({ ctx, input }) => coverageCell(ctx, input)),
  csv: procedure.input(csvInput).query(({ ctx, input }) => coverageCsv(ctx, input)),
})
