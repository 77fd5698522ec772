import { z } from 'zod'
import { checkRange, id, mayBeEmpty, rangeFields, until, weekFields } from '../core/inputs.ts'

export const blocksInput = z
  .strictObject({
    ...rangeFields,
    until,
    organizationId: id.nullable().default(null),
    mayBeEmpty,
    /** Coverage to reach, 0-100; null: the workspace's. */
    target: z.number().min(0).max(100).nullable().default(null),
    /** By what visitors are worth; without rules of pages as they are. */
    weighted: z.boolean().default(false),
  })
  .superRefine(checkRange)
export const zoneInput = z.strictObject({ workspaceId: weekFields.workspaceId, timeZone: weekFields.timeZone })
export const poolInput = z.strictObject({ workspaceId: weekFields.workspaceId, poolId: weekFields.poolId })
