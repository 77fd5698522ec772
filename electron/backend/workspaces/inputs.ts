import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { workspaceSettingsSchema } from '../../../shared/contract/workspace-settings.ts'
import { name, text, timeZone, workspaceId } from '../core/inputs.ts'

export const workspaceIdInput = z.strictObject({ id: workspaceId })
export const renameInput = z.strictObject({ id: workspaceId, name })
export const restoreInput = z.strictObject({
  uploadId: z.uuid('is not the id of an upload'),
  name: name.nullable().default(null),
})

const file = text(LIMITS.urlLength).min(1, 'is empty')
export const backupToInput = z.strictObject({ id: workspaceId, file, overwrite: z.boolean().default(false) })
export const restoreFromInput = z.strictObject({ file, name: name.nullable().default(null) })

const settings = workspaceSettingsSchema.shape
/** Without their defaults: what a patch leaves out stays as it is. */
export const settingsPatch = z.strictObject({
  timeZone: timeZone.nullable().optional(),
  overlapMinutes: settings.overlapMinutes.unwrap().optional(),
  foldCountriesUnder: settings.foldCountriesUnder.unwrap().optional(),
  keepMonths: settings.keepMonths.unwrap().optional(),
  statementTimeoutSeconds: settings.statementTimeoutSeconds.unwrap().optional(),
  targetCoverage: settings.targetCoverage.unwrap().optional(),
  autoSyncMinutes: settings.autoSyncMinutes.unwrap().optional(),
  countAwayAsOnline: settings.countAwayAsOnline.unwrap().optional(),
  holidayCalendars: settings.holidayCalendars.unwrap().optional(),
  pageRules: settings.pageRules.unwrap().optional(),
  pageColumn: settings.pageColumn.unwrap().optional(),
  pageWorth: settings.pageWorth.unwrap().optional(),
  publicHolidaysOff: settings.publicHolidaysOff.unwrap().optional(),
  priorityBy: settings.priorityBy.unwrap().optional(),
  criticalMissed: settings.criticalMissed.unwrap().optional(),
  highMissed: settings.highMissed.unwrap().optional(),
  mediumMissed: settings.mediumMissed.unwrap().optional(),
  // Every setting but those that syncs alone set: one that is left out here could not be saved.
} satisfies Record<Exclude<keyof typeof settings, 'historyFrom' | 'sessionsFrom'>, z.ZodType>)
export const saveSettingsInput = z.strictObject({ workspaceId, patch: settingsPatch })

const screen = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u, 'is not the name of a screen')
export const viewStateInput = z.strictObject({ workspaceId, screen })
export const saveViewStateInput = z.strictObject({
  workspaceId,
  screen,
  state: z
    .json()
    .refine(
      (state) => JSON.stringify(state).length <= LIMITS.viewStateBytes,
      `is larger than ${LIMITS.viewStateBytes} bytes`,
    ),
})
