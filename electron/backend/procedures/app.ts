import { appSettingsInput, logInput } from './inputs.ts'
import { procedure, router } from './procedure.ts'
import { withoutUndefined } from './without-undefined.ts'

/** The app itself: what it is, its settings, its log. */
export const appInfoRouter = router({
  info: procedure.query(({ ctx }) => ctx.services.info()),
  log: procedure.input(logInput).query(({ ctx, input }) => ctx.services.log(input.lines)),
  notices: procedure.query(({ ctx }) => ctx.services.notices()),
  settings: procedure.query(({ ctx }) => ctx.services.appSettings()),
  saveSettings: procedure.input(appSettingsInput).mutation(({ ctx, input }) => ctx.services.saveAppSettings(withoutUndefined(input))),
})
