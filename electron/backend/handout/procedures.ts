import { procedure, router, terminalProcedure } from '../core/procedure.ts'
import { bundleInput, changesFileInput, changesInput, pageInput } from './inputs.ts'
import { offerBundle, readChanges, writeBundle, writeChanges, writePage } from './use-cases.ts'

/** What people are given of a plan: pages for the phone, what changed for each, everything at once. */
export const handoutRouter = router({
  changes: procedure.input(changesInput).query(({ ctx, input }) => readChanges(ctx, input)),
  changesFile: procedure.input(changesFileInput).query(({ ctx, input }) => writeChanges(ctx, input)),
  /** HTML. */
  page: procedure.input(pageInput).query(({ ctx, input }) => writePage(ctx, input)),
  /** One archive; fetched like a backup. */
  all: procedure.input(bundleInput).mutation(({ ctx, input }) => offerBundle(ctx, input)),
  /** The same as files, without the PDF, for the command line, which writes them itself. */
  files: terminalProcedure.input(bundleInput).query(({ ctx, input }) => writeBundle(ctx, input)),
})
