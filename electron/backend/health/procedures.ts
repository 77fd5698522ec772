import { procedure, router, terminalProcedure } from '../core/procedure.ts'
import { countHealthInput, openOrganizationInput, platformInput } from './inputs.ts'
import { offered } from '../exports/use-cases.ts'
import {
  countHealth,
  forgetPlatform,
  health,
  healthCsv,
  healthProgress,
  healthWorkbook,
  openOrganization,
  platforms,
  usePlatform,
} from './use-cases.ts'

/** Every organization of a platform, by its health. */
export const healthRouter = router({
  /** What was counted last; null: nothing yet. */
  report: procedure.query(({ ctx }) => health(ctx)),
  count: procedure.input(countHealthInput).mutation(({ ctx, input, signal }) => countHealth(ctx, input, signal)),
  /** What the count that runs is at; null: none runs. */
  progress: procedure.query(({ ctx }) => healthProgress(ctx)),
  /** The platforms that are kept, the one used last first. */
  platforms: procedure.query(({ ctx }) => platforms(ctx)),
  use: procedure.input(platformInput).mutation(({ ctx, input }) => usePlatform(ctx, input)),
  /** Removes figures and password of a platform; workspaces stay. */
  forget: procedure.input(platformInput).mutation(({ ctx, input }) => forgetPlatform(ctx, input)),
  csv: procedure.query(({ ctx }) => healthCsv(ctx)),
  /** An Excel workbook; fetched like a backup. */
  workbook: procedure.mutation(async ({ ctx }) => offered(ctx, await healthWorkbook(ctx))),
  workbookBytes: terminalProcedure.query(({ ctx }) => healthWorkbook(ctx)),
  /** Makes the workspace of an organization, or finds it, and starts its sync. */
  open: procedure
    .input(openOrganizationInput)
    .mutation(({ ctx, input, signal }) => openOrganization(ctx, input, signal)),
})
