import { procedure, router } from '../core/procedure.ts'
import { exportPlanInput, pdfInput } from './inputs.ts'
import { exportPdf, exportPlanText } from './use-cases.ts'

/** Plans and reports as files. */
export const exportsRouter = router({
  /** CSV or iCalendar. */
  plan: procedure.input(exportPlanInput).query(({ ctx, input }) => exportPlanText(ctx, input)),
  /** Made on the computer that runs the app; fetched like a backup. */
  pdf: procedure.input(pdfInput).mutation(({ ctx, input }) => exportPdf(ctx, input)),
})
