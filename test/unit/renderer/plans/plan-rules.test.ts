import { describe, expect, it } from 'vitest'
import { hasRules } from '../../../../renderer/features/plans/editor/plan-rules.ts'
import { NO_PLAN_RULES, NO_RULES, type Rules } from '../../../../shared/plan/rules/rules.ts'

describe('whether rules are set', () => {
  it('looks at the plan and at every agent, and takes pay for no rule', () => {
    const plan = (fields: Partial<Rules['plan']>): Rules => ({ ...NO_RULES, plan: { ...NO_PLAN_RULES, ...fields } })
    const ana = (fields: Rules['agents'][string]): Rules => ({ ...NO_RULES, agents: { ana: fields } })
    expect([NO_RULES, plan({ hourlyCost: 20, limits: { maxHoursPerWeek: null } }), ana({ hourlyCost: 20, timeZone: 'Europe/Berlin', daysOff: [], availability: null })].map(hasRules)).toEqual([false, false, false])
    const set = [plan({ limits: { minRestHours: 11 } }), plan({ owedBreak: { afterHours: 6, minutes: 30 } }), ana({ maxHoursPerWeek: 0 }), ana({ daysOff: ['2026-12-24'] }), ana({ pools: [] })]
    expect(set.map(hasRules)).toEqual([true, true, true, true, true])
  })
})
