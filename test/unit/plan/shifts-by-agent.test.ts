import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyStep } from '../../../shared/plan/index.ts'
import { NO_RULES, type Rules } from '../../../shared/plan/rules/rules.ts'
import { groupShifts } from '../../../shared/plan/rules/shifts-by-agent.ts'
import { datedDays } from '../../../shared/plan/starting-points.ts'
import { tries } from '../../support/deep.ts'
import { countingIds } from './plan-arbitraries.ts'
import { randomEdit } from './random-edits.ts'
import { workRulesCases } from './work-rules-arbitraries.ts'

const rules: Rules = { ...NO_RULES, agents: { ann: {}, bob: {}, cleo: {} } }

describe('the shifts of a plan by agent', () => {
  it('are after edits what they are from the start, and lists that did not change are the very same', () => {
    let patched = 0
    fc.assert(
      fc.property(workRulesCases(), fc.array(randomEdit(), { minLength: 1, maxLength: 6 }), ({ plan }, edits) => {
        const newId = countingIds()
        let now = plan
        let { shifts: before } = groupShifts(now, rules, null)
        for (const edit of edits) {
          const step = edit(now, newId)
          if (!step) continue
          now = applyStep(now, step)
          const { shifts, changed } = groupShifts(now, rules, before)
          expect([...shifts.lists]).toEqual([
            ...groupShifts({ ...now, shifts: [...now.shifts] }, rules, null).shifts.lists,
          ])
          expect(shifts.days).toEqual(datedDays(now))
          const others = [...shifts.lists.keys()].filter((agentId) => changed !== null && !changed.has(agentId))
          expect(others.every((agentId) => shifts.lists.get(agentId) === before.lists.get(agentId))).toBe(true)
          if (changed !== null && changed.size > 0) patched++
          before = shifts
        }
      }),
      tries(150, 91),
    )
    expect(patched).toBeGreaterThan(50)
  })
})
