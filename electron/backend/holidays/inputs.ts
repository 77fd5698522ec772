import { z } from 'zod'
import { workspaceSettingsSchema } from '../../../shared/contract/workspace-settings.ts'
import { daysBetween } from '../../../shared/time/local.ts'
import { checkRange, date, timeZone, until, weekFields, workspaceId } from '../core/inputs.ts'

const calendars = workspaceSettingsSchema.shape.holidayCalendars.unwrap()
/** So that a slip of the year asks for no century. */
const MOST_DAYS = 5 * 366
/** A series of counts may be long. */
const MOST_SERIES_DAYS = 30 * 366

export const holidaysInput = z
  .strictObject({
    workspaceId,
    timeZone: timeZone.nullable().default(null),
    poolId: weekFields.poolId,
    until,
    /** Local dates, both inside. */
    from: date,
    to: date,
    /** null: those that the workspace uses. */
    calendars: calendars.nullable().default(null),
  })
  .refine(({ from, to }) => to >= from && daysBetween(from, to) <= MOST_DAYS, {
    path: ['to'],
    message: 'is before the first date, or more than five years after it',
  })
/** Local dates, both inside. */
export const datesInput = z.strictObject({ workspaceId, from: date, to: date }).superRefine(checkRange)
export const placesInput = z
  .strictObject({ from: date, to: date, calendars })
  .refine(({ from, to }) => to >= from && daysBetween(from, to) <= MOST_SERIES_DAYS, {
    path: ['to'],
    message: 'is before the first date, or more than thirty years after it',
  })
export const useHolidaysInput = z.strictObject({ workspaceId, calendars })
