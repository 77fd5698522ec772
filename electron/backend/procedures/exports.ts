import { exportPlanInput, pdfInput } from './export-inputs.ts'
import { procedure, router } from './procedure.ts'

/** Plans and reports as files. */
export const exportsRouter = router({
  /** CSV or iCalendar. */
  plan: procedure.input(exportPlanInput).query(({ ctx, input }) => ctx.services.exports.planText(input)),
  /** Made on the computer that runs the app; fetched like a backup. */
  pdf: procedure.input(pdfInput).mutation(({ ctx, input }) => ctx.services.exports.pdf(input)),
})
