import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyStep, type Plan } from '../../../shared/plan/index.ts'
import { NO_RULES, type Rules } from '../../../shared/plan/rules/rules.ts'
import { groupShifts, type ShiftsByAgent } from '../../../shared/plan/rules/shifts-by-agent.ts'
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

  it('keep nothing of the plans before', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const plans: WeakRef<Plan['shifts']>[] = []
    const edited = (): ShiftsByAgent => {
      let { shifts: last } = groupShifts(planOf(0), rules, null)
      for (let edit = 1; edit < 20; edit++) {
        const plan = planOf(edit)
        plans.push(new WeakRef(plan.shifts))
        last = groupShifts(plan, rules, last).shifts
      }
      return last
    }
    const kept = edited()
    // A reference is dropped with the task in which it was made.
    await new Promise(setImmediate)
    collect()
    expect(plans.slice(0, -1).filter((plan) => plan.deref() !== undefined)).toEqual([])
    expect(kept.lists.get('ann')).toHaveLength(1)
  })

  it('have the days of the plan, also where one of the same shifts repeats', () => {
    const { shifts: before } = groupShifts({ ...planOf(3), kind: 'weekly' }, rules, null)
    expect(before.days).toBeNull()
    const dated = { ...planOf(3), shifts: before.all }
    expect(groupShifts(dated, rules, before).shifts.days).toEqual({ firstDay: 3, lastDay: 3 })
  })
})

function planOf(day: number): Plan {
  const shift = { id: 'a', agentId: 'ann', day, startMinute: 540, endMinute: 600, breaks: [], note: '' }
  return { name: 'Plan', timeZone: 'UTC', poolId: null, kind: 'dated', shifts: [shift] }
}
