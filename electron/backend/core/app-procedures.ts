import { z } from 'zod'
import { appSettingsSchema } from '../../../shared/contract/app-settings.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { appSettingsFile } from './app-settings-file.ts'
import { perContext } from './context.ts'
import { crashReports } from './crash-reports.ts'
import { procedure, router } from './procedure.ts'
import { liveFigureOf } from '../today/live-figure.ts'
import { withoutUndefined } from './without-undefined.ts'

const logInput = z.strictObject({ lines: z.int().min(1).max(LIMITS.logLines).default(200) }).default({ lines: 200 })
/** Without their defaults: what a patch leaves out stays as it is. */
const settingsInput = z.strictObject({
  theme: appSettingsSchema.shape.theme.unwrap().optional(),
  language: appSettingsSchema.shape.language.unwrap().optional(),
  firstDayOfWeek: appSettingsSchema.shape.firstDayOfWeek.unwrap().optional(),
  currency: appSettingsSchema.shape.currency.unwrap().optional(),
  csv: appSettingsSchema.shape.csv.unwrap().optional(),
  liveFigure: appSettingsSchema.shape.liveFigure.unwrap().optional(),
  updateAddress: appSettingsSchema.shape.updateAddress.unwrap().optional(),
})

const reportsOf = perContext(({ dataDir, version, log }) => crashReports({ dataDir, version, logFile: log.file }))
const settingsOf = perContext(({ dataDir }) => appSettingsFile(dataDir))

/** The app itself: what it is, its settings, its log. */
export const appInfoRouter = router({
  info: procedure.query(({ ctx: { version, host, dataDir, systemTimeZone, log } }) => ({
    version,
    host: host.kind,
    dataFolder: dataDir,
    systemTimeZone,
    logFile: log.file,
    capabilities: {
      /** false: a password is kept only while the app runs, and asked for again after that. */
      keepsSecrets: host.secrets !== null,
      /** false: nobody but the page can say that something wants looking at. */
      notifies: host.notify !== null,
      /** Whether the chance of the next visitor can be shown outside of the page. */
      showsFigure: host.showFigure !== null,
      /** false: the page prints itself, by the browser's own dialog. */
      makesPdf: host.printer !== null,
    },
  })),
  log: procedure.input(logInput).query(({ ctx, input }) => ctx.log.tail(input.lines)),
  /** What opening files had to put right since the app was started. */
  notices: procedure.query(async ({ ctx }) => {
    for (const text of await ctx.data.work().takeNotices()) ctx.onNotice(text)
    return ctx.notices
  }),
  /** What was kept of crashes on this computer, newest first. */
  crashReports: procedure.query(({ ctx }) => reportsOf(ctx).list()),
  dismissCrashReports: procedure.mutation(({ ctx }) => reportsOf(ctx).dismiss()),
  removeCrashReports: procedure.mutation(({ ctx }) => reportsOf(ctx).removeAll()),
  settings: procedure.query(({ ctx }) => settingsOf(ctx).read()),
  saveSettings: procedure.input(settingsInput).mutation(async ({ ctx, input }) => {
    const saved = await settingsOf(ctx).save(withoutUndefined(input))
    if (input.liveFigure !== undefined) await liveFigureOf(ctx).refresh('at-once')
    return saved
  }),
})
