import { describe, expect, it } from 'vitest'
import {
  checkedRules,
  storedPlanRules,
  withUsualLimits,
} from '../../../../../../renderer/features/plans/rules/plan-rules.ts'
import { NO_PLAN_RULES, NO_RULES, type Rules } from '../../../../../../shared/plan/rules/rules.ts'

const plan = (fields: Partial<Rules['plan']>): Rules => ({ ...NO_RULES, plan: { ...NO_PLAN_RULES, ...fields } })
const ana = (fields: Rules['agents'][string]): Rules => ({ ...NO_RULES, agents: { ana: fields } })

describe('what a plan is held to', () => {
  it('takes pay, zones and pools for no rule of work', () => {
    for (const rules of [
      NO_RULES,
      plan({
        hourlyCost: 20,
        limits: { maxHoursPerWeek: null },
        overtime: [{ basis: 'week', afterHours: 40, rate: 2 }],
      }),
      ana({ hourlyCost: 20, timeZone: 'Europe/Berlin', daysOff: [], availability: null, pools: ['sales'] }),
    ])
      expect(checkedRules(rules, null)).toEqual([])
  })

  it('names what is checked, of the plan and of every agent', () => {
    expect(
      checkedRules(plan({ limits: { minRestHours: 11 }, owedBreak: { afterHours: 6, minutes: 30 } }), null),
    ).toEqual(['rest', 'breaks'])
    expect(checkedRules(ana({ maxHoursPerWeek: 0, daysOff: ['2026-12-24'] }), null)).toEqual(['weekHours', 'timeOff'])
    expect(checkedRules(ana({ availability: [] }), null)).toEqual(['availability'])
    expect(
      checkedRules(
        plan({
          minimumStaff: [{ poolId: null, dayOfWeek: 1, startMinute: 0, endMinute: 60, people: 1 }],
          noticeDays: 7,
        }),
        null,
      ),
    ).toEqual(['notice', 'minimumStaff'])
  })

  it('does not name minimum staff of another pool', () => {
    const rules = plan({
      minimumStaff: [{ poolId: 'help', dayOfWeek: 1, startMinute: 0, endMinute: 60, people: 1 }],
    })
    expect(checkedRules(rules, 'sales')).toEqual([])
    expect(checkedRules(rules, 'help')).toEqual(['minimumStaff'])
    expect(checkedRules(rules, null)).toEqual(['minimumStaff'])
  })
})

describe('usual limits', () => {
  it('leave what is set', () => {
    const rules = withUsualLimits({ ...NO_PLAN_RULES, limits: { minRestHours: 9 }, hourlyCost: 20 })
    expect(rules).toEqual({
      limits: { maxHoursPerWeek: 48, maxShiftHours: 10, minRestHours: 9, maxConsecutiveDays: 6 },
      owedBreak: { afterHours: 6, minutes: 30 },
      hourlyCost: 20,
    })
  })
})

describe('rules among a plan’s settings', () => {
  it('are read by their schema: what was never written by Covercast is none', () => {
    expect(storedPlanRules({})).toEqual(NO_PLAN_RULES)
    expect(storedPlanRules({ rules: { limits: { minRestHours: 11 } } })).toEqual({
      ...NO_PLAN_RULES,
      limits: { minRestHours: 11 },
    })
    expect(storedPlanRules({ rules: { limits: { night: 7 } } })).toEqual(NO_PLAN_RULES)
  })
})
