import { describe, expect, it } from 'vitest'
import { areUsable, breakProblems, planRulesForm, planRulesFrom } from '../../../../renderer/features/plans/rules/plan-rules-form.ts'
import { NO_PLAN_RULES } from '../../../../shared/plan/rules/rules.ts'
import { planRulesSchema } from '../../../../shared/plan/rules/rules-schema.ts'

const EMPTY = planRulesForm(NO_PLAN_RULES)

describe('the form of a plan’s rules', () => {
  it.each([NO_PLAN_RULES, { limits: { maxHoursPerWeek: 40, minRestHours: 11, minShiftHours: null }, owedBreak: { afterHours: 6.5, minutes: 30 }, hourlyCost: 21.75 }])('gives back what it was given: %j', (rules) => {
    const form = planRulesForm(rules)
    expect(areUsable(form)).toBe(true)
    expect(planRulesFrom(form)).toEqual(rules)
    expect(planRulesSchema.parse(planRulesFrom(form))).toEqual(rules)
  })

  it('wants both numbers of a break, or none', () => {
    expect(breakProblems(EMPTY)).toEqual({ minutes: null, afterHours: null })
    expect(breakProblems({ ...EMPTY, breakMinutes: '30' })).toEqual({ minutes: null, afterHours: 'Write a number from 0 to 48.' })
    expect(breakProblems({ ...EMPTY, breakAfterHours: '6' })).toEqual({ minutes: 'Write a whole number from 1 to 1440.', afterHours: null })
    expect(areUsable({ ...EMPTY, breakMinutes: '30' })).toBe(false)
  })
})
