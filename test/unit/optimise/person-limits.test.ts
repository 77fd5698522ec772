import { describe, expect, it } from 'vitest'
import { personLimits } from '../../../shared/optimise/person-limits.ts'
import type { SlotClock } from '../../../shared/optimise/slot-clock.ts'
import { NO_RULES } from '../../../shared/plan/rules/rules.ts'
import type { OwedBreak } from '../../../shared/plan/rules/rule-types.ts'
import { weekClock } from '../../../shared/plan/week-clock.ts'

const clock = { clock: weekClock('UTC', '2026-06-01') } as SlotClock

function owedSlots(owedBreak: OwedBreak, slots: number): number {
  const rules = { ...NO_RULES, plan: { ...NO_RULES.plan, owedBreak } }
  const planned = { agentId: null, shifts: [], violations: [], units: 0 }
  return personLimits(planned, { rules, poolId: null, clock, keepsEveryRule: true }).owedBreak(slots)
}

describe('the limits of a person in a suggestion', () => {
  it('owe the whole break from start to end, and of work as much as leaves no more than is free of one', () => {
    const fromStartToEnd = { afterHours: 6, minutes: 30 }
    const ofWork = { ...fromStartToEnd, counts: 'worked' as const }
    expect([24, 25, 26, 40].map((slots) => owedSlots(fromStartToEnd, slots))).toEqual([0, 2, 2, 2])
    expect([24, 25, 26, 40].map((slots) => owedSlots(ofWork, slots))).toEqual([0, 1, 2, 2])
  })
})
