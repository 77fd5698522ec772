import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRules } from '../../../shared/plan/rules/check-rules.ts'
import { owedBreaks } from '../../../shared/plan/rules/owed-breaks.ts'
import { RULE_PACKS } from '../../../shared/plan/rules/packs/packs.ts'
import { NO_PLAN_RULES, type PlanRules } from '../../../shared/plan/rules/rules.ts'

const H = 60
const rules = (fields: Partial<PlanRules>): PlanRules => ({ ...NO_PLAN_RULES, ...fields })
const AFTER_SIX = rules({ owedBreak: { afterHours: 6, minutes: 30 } })

const brokenBreaks = (startMinute: number, endMinute: number, plan: PlanRules): readonly string[] => {
  const breaks = owedBreaks({ startMinute, endMinute }, plan)
  const shift = { id: 'a', agentId: 'ann', day: 2, startMinute, endMinute, breaks, note: '' }
  const { violations } = checkRules(
    { name: 'Plan', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts: [shift] },
    { rules: { plan, agents: {} }, firstDate: '2023-01-01', previous: null },
  )
  return violations.map(({ kind }) => kind).filter((kind) => kind.includes('break'))
}

describe('the breaks of a new shift', () => {
  it('are those that its rules owe, in its middle, and none where none is owed', () => {
    expect(owedBreaks({ startMinute: 9 * H, endMinute: 17 * H }, AFTER_SIX)).toEqual([
      { startMinute: 12.75 * H, endMinute: 13.25 * H },
    ])
    expect(owedBreaks({ startMinute: 9 * H, endMinute: 15 * H }, AFTER_SIX)).toEqual([])
    expect(owedBreaks({ startMinute: 9 * H, endMinute: 17 * H }, NO_PLAN_RULES)).toEqual([])
  })

  it('come before the hour by which they are due, as many as are due', () => {
    const california = rules({
      breaksByHour: [
        { afterHours: 5, minutes: 30, byHour: 5 },
        { afterHours: 10, minutes: 30, byHour: 10 },
      ],
    })
    expect(owedBreaks({ startMinute: 8 * H, endMinute: 16 * H }, california)).toHaveLength(1)
    expect(owedBreaks({ startMinute: 8 * H, endMinute: 20 * H }, california)).toHaveLength(2)
  })

  it('keep the rules on breaks of every pack, whatever the hours', () => {
    const hours = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 4, max: 52 }))
    fc.assert(
      fc.property(fc.constantFrom(...RULE_PACKS), hours, ({ rules: pack }, [start, length]) => {
        const plan = { ...NO_PLAN_RULES, ...pack, limits: {} } as PlanRules
        expect(brokenBreaks(start * 15, (start + length) * 15, plan)).toEqual([])
      }),
    )
  })
})
