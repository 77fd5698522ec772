import { procedure, router, terminalProcedure } from '../core/procedure.ts'
import { previewRosterInput, rosterFileInput, storeRosterInput } from './inputs.ts'
import { importRosterFile, previewRoster, storeRoster } from './use-cases.ts'

/** Rosters that people bring: tables, workbooks, calendars, plan files. */
export const rostersRouter = router({
  /** What is in an uploaded file; nothing is stored. */
  preview: procedure.input(previewRosterInput).mutation(({ ctx, input }) => previewRoster(ctx, input)),
  /** Makes a plan of an uploaded file, or replaces weeks of one. */
  store: procedure.input(storeRosterInput).mutation(({ ctx, input }) => storeRoster(ctx, input)),
  importFile: terminalProcedure.input(rosterFileInput).mutation(({ ctx, input }) => importRosterFile(ctx, input)),
})
