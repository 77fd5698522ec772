import type { AgentRules, PlanRules } from '../rules.ts'
import { california } from './california.ts'
import { euWorkingTime } from './eu-working-time.ts'
import { france } from './france.ts'
import { germany } from './germany.ts'
import { ontario } from './ontario.ts'
import type { RulePack } from './pack.ts'
import { unitedKingdom } from './united-kingdom.ts'
import { unitedStates, unitedStatesMinors } from './united-states.ts'

/** Every pack, as a list shows them. A country without a national rule has none. */
export const RULE_PACKS: readonly RulePack[] = [
  euWorkingTime,
  germany,
  france,
  unitedKingdom,
  unitedStates,
  california,
  unitedStatesMinors,
  ontario,
]

/** The pack with an id; undefined: there is none, or none any more. */
export function packById(id: string): RulePack | undefined {
  return RULE_PACKS.find((pack) => pack.id === id)
}

/** A plan's rules with what a pack fills in; what the pack says nothing of stays. */
export function applyPack(rules: PlanRules, { id, rules: { limits, ...others } }: RulePack): PlanRules {
  return { ...rules, ...others, limits: { ...rules.limits, ...limits }, pack: id }
}

/** An agent's rules with what a pack for agents fills in. */
export function applyPackToAgent(rules: AgentRules, { rules: { limits } }: RulePack): AgentRules {
  return { ...rules, ...limits }
}

/** Limits that most teams keep, to begin with where nothing is set; of no law. */
export const USUAL_LIMITS: Pick<PlanRules, 'limits' | 'owedBreak'> = {
  limits: { maxHoursPerWeek: 48, maxShiftHours: 10, minRestHours: 11, maxConsecutiveDays: 6 },
  owedBreak: { afterHours: 6, minutes: 30 },
}
