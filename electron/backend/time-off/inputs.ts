import { z } from 'zod'
import { timeOffSchema } from '../../../shared/plan/rules/time-off-schema.ts'
import { DATE_ORDERS } from '../../../shared/roster/date-text.ts'
import { text, until, workspaceId } from '../core/inputs.ts'

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

const reading = {
  workspaceId,
  /** As the user knows the file. */
  fileName: text(1_000).min(1, 'is empty'),
  /** null: what the file itself says. */
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
  /** The system's, where the file says nothing. */
  usualOrder: z.enum(DATE_ORDERS).default('dmy'),
  now: until,
}

export const importTimeOffInput = z.strictObject({ ...reading, uploadId: z.uuid('is not the id of an upload') })
/** `file`: a path on this computer. */
export const timeOffFileInput = z.strictObject({ ...reading, file: text(4096).min(1, 'is empty') })
