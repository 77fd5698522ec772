import { z } from 'zod'
import { capacityQuestion } from '../../../shared/contract/capacity-question.ts'
import { id, timeZone, until, workspaceId } from '../core/inputs.ts'
import { planChoice } from '../prediction/inputs.ts'

export const capacityInput = z.strictObject({
  ...capacityQuestion,
  workspaceId,
  /** null: the plan in force for all pools, else the typical week. */
  plan: planChoice.nullable().default(null),
  timeZone: timeZone.nullable().default(null),
  organizationId: id.nullable().default(null),
  until,
})
