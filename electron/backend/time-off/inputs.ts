import { z } from 'zod'
import { timeOffSchema } from '../../../shared/plan/rules/time-off-schema.ts'
import { text, workspaceId } from '../core/inputs.ts'

/** More than a year of a large team. */
const MOST_AT_ONCE = 20_000

const year = z.int().min(1970).max(9999)

export const timeOffYearInput = z.strictObject({ workspaceId, year })
export const saveTimeOffInput = z.strictObject({
  workspaceId,
  timeOff: z.array(timeOffSchema).min(1, 'is empty').max(MOST_AT_ONCE),
})
export const removeTimeOffInput = z.strictObject({
  workspaceId,
  ids: z.array(text(200).min(1, 'is empty')).min(1, 'is empty').max(MOST_AT_ONCE),
})
