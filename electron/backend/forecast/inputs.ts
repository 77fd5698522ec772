import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import {
  dayHoursSchema,
  markKindSchema,
  markRepeatSchema,
  statedEffectSchema,
} from '../../../shared/contract/mark-output.ts'
import { daysBetween } from '../../../shared/time/local.ts'
import { date, text, weekFields, workspaceId } from '../core/inputs.ts'

const csvTable = z.enum(['slots', 'days'])
export type ForecastCsvTable = z.output<typeof csvTable>

export const forecastInput = z.strictObject({ ...weekFields, slotMinutes: z.literal([15, 30, 60]).default(15) })
export const forecastCsvInput = z.strictObject({ ...forecastInput.shape, table: csvTable })
export const pastForecastsInput = z.strictObject({
  ...forecastInput.shape,
  weeks: z.int().min(1).max(LIMITS.pastForecastWeeks).default(8),
})
export const pastForecastsCsvInput = z.strictObject({ ...pastForecastsInput.shape, table: csvTable })
/** So that repetitions do not run into each other. */
const MOST_DAYS = { weekly: 7, monthly: 28, yearly: 365, once: 365 } as const

export const saveMarkInput = z
  .strictObject({
    workspaceId,
    date,
    to: date.nullable().default(null),
    kind: markKindSchema,
    note: text(LIMITS.noteLength).trim().default(''),
    hours: dayHoursSchema.nullable().default(null),
    repeat: markRepeatSchema.nullable().default(null),
    until: date.nullable().default(null),
    effect: statedEffectSchema.nullable().default(null),
  })
  .refine((mark) => mark.to === null || mark.to >= mark.date, { path: ['to'], message: 'is before the first day' })
  .refine((mark) => mark.until === null || (mark.repeat !== null && mark.until >= mark.date), {
    path: ['until'],
    message: 'is before the first day, or of a mark that does not repeat',
  })
  .refine((mark) => mark.effect === null || mark.kind === 'event', {
    path: ['effect'],
    message: 'is only for events',
  })
  .refine((mark) => mark.to === null || daysBetween(mark.date, mark.to) < MOST_DAYS[mark.repeat ?? 'once'], {
    path: ['to'],
    message: 'is too long after the first day',
  })
export const markInput = z.strictObject({ workspaceId, date })
const { week: _, ...anyWeek } = weekFields
export const suggestMarksInput = z.strictObject(anyWeek)
