import { z } from 'zod'
import { id, timeZone, until, workspaceId } from '../core/inputs.ts'
import { sourceInput } from '../sync/inputs.ts'

export const countHealthInput = z.strictObject({
  /** null: the source of the platform that was used last. */
  source: sourceInput.nullable().default(null),
  /** Of days and months; null: as the platform was counted before, else the system's. */
  timeZone: timeZone.nullable().default(null),
  /** Instead of the database's clock. */
  now: until,
  /** Counts everything anew. */
  full: z.boolean().default(false),
})

export const platformInput = z.strictObject({ platformId: workspaceId })
export const openOrganizationInput = z.strictObject({ organizationId: id })
