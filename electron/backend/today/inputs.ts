import { z } from 'zod'
import { id, timeZone, until, workspaceId } from '../core/inputs.ts'

/** `agentId`: who is away for the rest of today. */
export const gapInput = z.strictObject({ workspaceId, agentId: id })

/** `timeZone` null: the workspace's. `until` null: the present is the clock's. */
export const todayInput = z.strictObject({ workspaceId, timeZone: timeZone.nullable().default(null), until })
