import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { markKindSchema } from '../../../shared/contract/mark-output.ts'
import { date, id, text, timeZone, until, workspaceId } from './inputs.ts'

/** What the procedures on forecasts, predictions and marked days accept. */

const week = {
  workspaceId,
  /** Local date on which the week begins, whatever weekday it is. */
  week: date,
  timeZone: timeZone.nullable().default(null),
}
/** Left out: all pools; null: "No pool". */
const poolId = id.nullable().optional()

export const forecastInput = z.strictObject({ ...week, poolId, slotMinutes: z.literal([15, 30, 60]).default(15) })
const csvTable = z.enum(['slots', 'days'])
export const forecastCsvInput = z.strictObject({ ...forecastInput.shape, table: csvTable })
export const pastForecastsInput = z.strictObject({ ...forecastInput.shape, weeks: z.int().min(1).max(LIMITS.pastForecastWeeks).default(8) })
export const pastForecastsCsvInput = z.strictObject({ ...pastForecastsInput.shape, table: csvTable })
export const predictionInput = z.strictObject({ ...week, until, visitorsPerAgent: z.int().min(1).max(5).nullable().default(null) })
export const startingShiftsInput = z.strictObject({ ...week, poolId, from: z.enum(['typical', 'worked']), kind: z.enum(['weekly', 'dated']).default('weekly') })
export const saveMarkInput = z.strictObject({ workspaceId, date, kind: markKindSchema, note: text(LIMITS.noteLength).trim().default('') })
export const markInput = z.strictObject({ workspaceId, date })
export const suggestMarksInput = z.strictObject({ workspaceId, timeZone: timeZone.nullable().default(null) })
