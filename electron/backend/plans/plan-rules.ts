import { NO_PLAN_RULES, type PlanRules } from '../../../shared/plan/rules/rules.ts'
import { planRulesSchema } from '../../../shared/plan/rules/rules-schema.ts'

/** The rules in a plan's settings; what cannot be read holds nobody to anything. */
export function planRulesOf(settings: Readonly<Record<string, unknown>>): PlanRules {
  const read = planRulesSchema.safeParse(settings['rules'])
  return read.success ? read.data : NO_PLAN_RULES
}
