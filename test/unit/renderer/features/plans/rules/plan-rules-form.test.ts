import { describe, expect, it } from 'vitest'
import {
  areUsable,
  breakProblems,
  planRulesForm,
  planRulesFrom,
} from '../../../../../../renderer/features/plans/rules/plan-rules-form.ts'
import { staffList } from '../../../../../../renderer/features/plans/rules/staff-list.ts'
import { applyPack, RULE_PACKS } from '../../../../../../shared/plan/rules/packs/packs.ts'
import { NO_PLAN_RULES, type PlanRules } from '../../../../../../shared/plan/rules/rules.ts'
import { planRulesSchema } from '../../../../../../shared/plan/rules/rules-schema.ts'

const EMPTY = planRulesForm(NO_PLAN_RULES)

describe('the form of a plan’s rules', () => {
  it.each([
    NO_PLAN_RULES,
    {
      limits: { maxHoursPerWeek: 40, minRestHours: 11, minShiftHours: null },
      owedBreak: { afterHours: 6.5, minutes: 30 },
      hourlyCost: 21.75,
    },
    ...RULE_PACKS.filter(({ appliesTo }) => appliesTo === 'plan').map((pack) => applyPack(NO_PLAN_RULES, pack)),
    { ...NO_PLAN_RULES, noticeDays: 14, pack: 'eu-wtd' },
  ])('gives back what it was given: %j', (rules) => {
    const form = planRulesForm(rules)
    expect(areUsable(form)).toBe(true)
    expect(planRulesFrom(form)).toEqual(rules)
    expect(planRulesSchema.parse(planRulesFrom(form))).toEqual(rules)
  })

  it('wants both numbers of a break, or none', () => {
    expect(breakProblems(EMPTY)).toEqual({ minutes: null, afterHours: null })
    expect(breakProblems({ ...EMPTY, breakMinutes: '30' })).toEqual({
      minutes: null,
      afterHours: 'Enter a number from 0 to 48.',
    })
    expect(breakProblems({ ...EMPTY, breakAfterHours: '6' })).toEqual({
      minutes: 'Enter a whole number from 1 to 1,440.',
      afterHours: null,
    })
    expect(areUsable({ ...EMPTY, breakMinutes: '30' })).toBe(false)
  })

  it('says days with the same hours of minimum staff at once', () => {
    const list = staffList(null, [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ])
    const weekdays = [1, 2, 3, 4, 5].map((dayOfWeek) => ({
      poolId: 'b',
      dayOfWeek,
      startMinute: 540,
      endMinute: 1020,
      people: 2,
    }))
    const monday = { poolId: null, dayOfWeek: 1, startMinute: 1320, endMinute: 1440 + 360, people: 1 }
    const rules: PlanRules = { ...NO_PLAN_RULES, minimumStaff: [...weekdays, monday] }
    expect(list.read(rules)).toEqual([
      { days: 'weekdays', start: '540', end: '1020', people: '2', pool: 'b' },
      { days: '1', start: '1320', end: '360', people: '1', pool: '' },
    ])
    expect(list.write(NO_PLAN_RULES, list.read(rules))).toEqual(rules)
    expect(list.columns.some(({ id }) => id === 'pool')).toBe(true)
    expect(staffList('a', [{ id: 'a', name: 'A' }]).columns.some(({ id }) => id === 'pool')).toBe(false)
  })

  it('names the pool of minimum staff that came from a plan of another one', () => {
    const pools = ['a', 'b'].map((id) => ({ id, name: id.toUpperCase() }))
    const hasPools = (poolId: string): boolean => {
      const minimumStaff = [{ poolId, dayOfWeek: 1, startMinute: 540, endMinute: 1020, people: 2 }]
      return staffList('a', pools, { minimumStaff }).columns.some(({ id }) => id === 'pool')
    }
    expect([hasPools('a'), hasPools('b'), hasPools('gone')]).toEqual([false, true, true])
  })

  it('is not usable while a line of a list lacks a number that it needs', () => {
    const form = planRulesForm(applyPack(NO_PLAN_RULES, RULE_PACKS[1]!))
    expect(areUsable(form)).toBe(true)
    const night = form.lists['night']![0]!
    expect(areUsable({ ...form, lists: { ...form.lists, night: [{ ...night, day: '' }] } })).toBe(true)
    expect(areUsable({ ...form, lists: { ...form.lists, night: [{ ...night, minHours: '' }] } })).toBe(false)
  })
})
