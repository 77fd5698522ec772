import { procedure, router, terminalProcedure } from '../core/procedure.ts'
import { reportInput } from '../coverage/inputs.ts'
import { exportPlanInput, pdfInput, planWorkbookInput } from './inputs.ts'
import { coverageWorkbook, exportPdf, exportPlanText, offered, planWorkbook } from './use-cases.ts'

/** Plans and reports as files. */
export const exportsRouter = router({
  /** CSV or iCalendar. */
  plan: procedure.input(exportPlanInput).query(({ ctx, input }) => exportPlanText(ctx, input)),
  /** Excel workbooks; fetched like a backup. */
  planWorkbook: procedure
    .input(planWorkbookInput)
    .mutation(async ({ ctx, input }) => offered(ctx, await planWorkbook(ctx, input))),
  coverageWorkbook: procedure
    .input(reportInput)
    .mutation(async ({ ctx, input }) => offered(ctx, await coverageWorkbook(ctx, input))),
  /** The same for the command line, which writes them itself. */
  planWorkbookBytes: terminalProcedure.input(planWorkbookInput).query(({ ctx, input }) => planWorkbook(ctx, input)),
  coverageWorkbookBytes: terminalProcedure.input(reportInput).query(({ ctx, input }) => coverageWorkbook(ctx, input)),
  /** Made on the computer that runs the app; fetched like a backup. */
  pdf: procedure.input(pdfInput).mutation(({ ctx, input }) => exportPdf(ctx, input)),
})
