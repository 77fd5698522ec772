import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { markKindSchema } from '../../../shared/contract/mark-output.ts'
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
export const saveMarkInput = z.strictObject({
  workspaceId,
  date,
  kind: markKindSchema,
  note: text(LIMITS.noteLength).trim().default(''),
})
export const markInput = z.strictObject({ workspaceId, date })
const { week: _, ...anyWeek } = weekFields
export const suggestMarksInput = z.strictObject(anyWeek)
