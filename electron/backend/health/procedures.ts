import { procedure, router } from '../core/procedure.ts'
import { countHealthInput, openOrganizationInput } from './inputs.ts'
import { offered } from '../exports/use-cases.ts'
import { countHealth, health, healthCsv, healthWorkbook, openOrganization } from './use-cases.ts'

/** Every organization of a platform, by its health. */
export const healthRouter = router({
  /** What was counted last; null: nothing yet. */
  report: procedure.query(({ ctx }) => health(ctx)),
  count: procedure.input(countHealthInput).mutation(({ ctx, input, signal }) => countHealth(ctx, input, signal)),
  csv: procedure.query(({ ctx }) => healthCsv(ctx)),
  /** An Excel workbook; fetched like a backup. */
  workbook: procedure.mutation(async ({ ctx }) => offered(ctx, await healthWorkbook(ctx))),
  /** Makes the workspace of an organization, or finds it, and starts its sync. */
  open: procedure
    .input(openOrganizationInput)
    .mutation(({ ctx, input, signal }) => openOrganization(ctx, input, signal)),
})
