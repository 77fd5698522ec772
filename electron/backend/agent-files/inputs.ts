import { z } from 'zod'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import { DATE_ORDERS } from '../../../shared/roster/date-text.ts'
import { text, until, workspaceId } from '../core/inputs.ts'

const MOST_NAMES = 20_000
const NAME_LENGTH = 1_000

/** How a table about agents is to be read. */
const reading = {
  workspaceId,
  /** As the user knows the file. */
  fileName: text(NAME_LENGTH).min(1, 'is empty'),
  /** null: what the file itself says. */
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
  /** The system's, where the file says nothing. */
  usualOrder: z.enum(DATE_ORDERS).default('dmy'),
  /** Who is meant by names of the file: an agent's id; null: nobody, the rows are left out. */
  names: z
    .array(z.tuple([text(NAME_LENGTH), text(PLAN_LIMITS.idLength).min(1).nullable()]))
    .max(MOST_NAMES)
    .default([]),
  now: until,
}

export const uploadedAgentFileInput = z.strictObject({ ...reading, uploadId: z.uuid('is not the id of an upload') })
/** `file`: a path on this computer. */
export const agentFileInput = z.strictObject({
  ...reading,
  file: text(4096).min(1, 'is empty'),
  kind: z.enum(['time-off', 'availability']),
  isDryRun: z.boolean().default(false),
  /** Nothing is stored where anything was not understood. */
  isStrict: z.boolean().default(false),
})
