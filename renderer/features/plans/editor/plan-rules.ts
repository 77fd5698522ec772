import { inactiveOf } from '../../../../shared/plan/inactive-agents.ts'
import { NO_PLAN_RULES, type PlanRules, type Rules } from '../../../../shared/plan/rules/rules.ts'
import type { AgentEntry, PlanDocument } from '../plan-types.ts'

/** The rules that a plan is held against: its own, and those of every agent. */
export function rulesFor(settings: PlanDocument['settings'], agents: readonly AgentEntry[]): Rules {
  return { plan: planRulesOf(settings), agents: Object.fromEntries(agents.map(({ id, rules }) => [id, rules])), inactive: inactiveOf(agents) }
}

/** What a plan's settings say of rules; what they leave out holds nobody to anything. */
export function planRulesOf(settings: PlanDocument['settings']): PlanRules {
  const kept = settings['rules']
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...NO_PLAN_RULES, ...(kept as Partial<PlanRules>) } : NO_PLAN_RULES
}

/** Whether a plan is held to anything: pay is no rule. */
export function hasRules({ plan, agents }: Rules): boolean {
  if (plan.owedBreak !== null || isSome(plan.limits)) return true
  return Object.values(agents).some(({ hourlyCost: _pay, timeZone: _zone, daysOff = [], ...limits }) => daysOff.length > 0 || isSome(limits))
}

function isSome(limits: object): boolean {
  return Object.values(limits).some((limit) => limit !== null && limit !== undefined)
}
