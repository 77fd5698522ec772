import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { agentRulesSchema, planRulesSchema } from '../../../shared/plan/rules/rules-schema.ts'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import { text, workspaceId } from '../core/inputs.ts'

const agentId = text(PLAN_LIMITS.idLength).min(1, 'is empty')

export const agentInput = z.strictObject({ workspaceId, agentId })
export const saveAgentInput = z.strictObject({
  workspaceId,
  agentId,
  /** null: the source's name. */
  name: text(PLAN_LIMITS.nameLength).trim().min(1, 'is empty').nullable().default(null),
  rules: agentRulesSchema,
})
/** `plan`: what holds in a plan, to be in the file as well; null: agents alone. */
export const exportRulesInput = z.strictObject({ workspaceId, plan: planRulesSchema.nullable().default(null) })
export const importRulesInput = z.strictObject({ workspaceId, text: text(LIMITS.planFileLength) })
