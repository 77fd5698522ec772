import type { Plan } from '../plan.ts'
import { findViolations } from '../rules/check-rules.ts'
import type { Rules } from '../rules/rules.ts'
import { weekHours, type WeekHours } from './week-hours.ts'

/** One of several plans side by side, as far as it is known without a prediction. */
export interface ScenarioFigures extends Omit<WeekHours, 'byAgent'> {
  readonly name: string
  readonly violations: number
}

interface Scenario {
  readonly plan: Plan
  readonly rules: Rules
  /** Local date on which its week begins. */
  readonly firstDate: string
}

/** Hours, cost, agents and broken rules of plans in a week, in their order. Throws AppError 'invalid-input' for nonsense. */
export function compareScenarios(scenarios: readonly Scenario[]): readonly ScenarioFigures[] {
  return scenarios.map(({ plan, rules, firstDate }) => {
    const { byAgent: _, ...hours } = weekHours(plan, { rules, firstDate })
    return { name: plan.name, ...hours, violations: findViolations(plan, rules, { firstDate }).length }
  })
}
