import { expect, it } from 'vitest'
import { minimumLine } from '../../../../../../../renderer/features/plans/editor/strips/minimum-line.ts'
import { checkRules, NO_PLAN_RULES, NO_RULES, type Plan } from '../../../../../../../shared/plan/index.ts'
import type { RuleReport } from '../../../../../../../shared/plan/rules/check-rules.ts'
import type { MinimumStaff } from '../../../../../../../shared/plan/rules/rule-types.ts'

const MONDAY = '2026-06-01'
const SLOT_MS = 15 * 60_000
/** Of Monday, from 9:00 on. */
const STARTS = Array.from({ length: 6 }, (_, slot) => Date.parse('2026-06-01T09:00Z') + slot * SLOT_MS)

/** On Monday Ann works from 9:00 to 9:40. */
const plan: Plan = {
  name: 'Plan',
  timeZone: 'UTC',
  poolId: null,
  kind: 'weekly',
  shifts: [{ id: 's', agentId: 'ann', day: 1, startMinute: 540, endMinute: 580, breaks: [], note: '' }],
}

function reportWith(...minimumStaff: readonly Pick<MinimumStaff, 'poolId' | 'startMinute' | 'endMinute' | 'people'>[]) {
  const rules = {
    ...NO_RULES,
    agents: { ann: { pools: ['sales'] } },
    plan: { ...NO_PLAN_RULES, minimumStaff: minimumStaff.map((rule) => ({ ...rule, dayOfWeek: 1 })) },
  }
  return checkRules(plan, { rules, firstDate: MONDAY })
}

function lineOf(report: RuleReport) {
  const line = minimumLine(report, STARTS)
  return line === null ? null : { people: [...line.people], isShort: line.isShort }
}

it('is none without a rule', () => {
  expect(lineOf(reportWith())).toBeNull()
})

it('has the people of each quarter-hour that a rule touches, and is short where at any moment of it somebody is missing', () => {
  expect(lineOf(reportWith({ poolId: null, startMinute: 550, endMinute: 610, people: 1 }))).toEqual({
    people: [1, 1, 1, 1, 1, 0],
    isShort: [false, false, true, true, true, false],
  })
})

it('has the highest of several pools, and is short where one of them is', () => {
  const report = reportWith(
    { poolId: 'sales', startMinute: 540, endMinute: 570, people: 1 },
    { poolId: 'help', startMinute: 555, endMinute: 600, people: 2 },
  )
  expect(lineOf(report)).toEqual({ people: [1, 2, 2, 2, 0, 0], isShort: [false, true, true, true, false, false] })
})
