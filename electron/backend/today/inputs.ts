import { z } from 'zod'
import { id, workspaceId } from '../core/inputs.ts'

/** `agentId`: who is away for the rest of today. */
export const gapInput = z.strictObject({ workspaceId, agentId: id })
