import { z } from 'zod'
import { date, timeZone, workspaceId } from '../core/inputs.ts'
import { now, planId, revision } from '../plans/inputs.ts'

export const publishInput = z.strictObject({
  workspaceId,
  planId,
  /** Local date on which the first week begins; weeks are counted from it. */
  firstWeek: date,
  /** A date of the last week; null: until another publication takes over. */
  lastWeek: date.nullable().default(null),
  /** The revision its user sees; null: whatever is stored. */
  expectedRevision: revision.nullable().default(null),
  now,
  /** Whether the answer waits until the weeks are predicted. */
  isPredicted: z.boolean().default(false),
})
export const withdrawInput = z.strictObject({
  workspaceId,
  publicationId: z.uuid('is not the id of a publication'),
  now,
})
export const publishedShiftsInput = z.strictObject({
  workspaceId,
  /** null: plans for all pools. */
  poolId: z.string().min(1).max(200).nullable(),
  /** Of the days that are counted. */
  timeZone,
  days: z.int().min(1).max(366),
})
