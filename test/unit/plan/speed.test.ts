import { describe, expect, it } from 'vitest'
import {
  applyStep,
  checkRules,
  emptyPlan,
  moveShifts,
  shiftFromDraft,
  type AgentRules,
  type Plan,
  type Rules,
} from '../../../shared/plan/index.ts'
import { inOrder } from '../../../shared/plan/order.ts'
import { countingIds } from './plan-arbitraries.ts'

const FIRST_DATE = '2026-10-26'
const AGENTS = 60
const DAYS = 10

/** 60 agents with ten shifts each, every one with rules of every kind. */
function largePlan(): { readonly plan: Plan; readonly rules: Rules } {
  const shifts = Array.from({ length: AGENTS * DAYS }, (_, index) => {
    const startMinute = 360 + (index % 40) * 15
    const draft = {
      agentId: `agent-${index % AGENTS}`,
      day: Math.floor(index / AGENTS),
      startMinute,
      endMinute: startMinute + 480,
      breaks: [{ startMinute: startMinute + 240, endMinute: startMinute + 270 }],
    }
    return shiftFromDraft(draft, { id: `s-${index}`, kind: 'weekly' })
  })
  const agent: AgentRules = {
    hourlyCost: 20,
    availability: [1, 2, 3, 4, 5].map((dayOfWeek) => ({ dayOfWeek, startMinute: 480, endMinute: 1200 })),
    daysOff: ['2026-10-28'],
  }
  const limits = {
    maxHoursPerWeek: 40,
    minHoursPerWeek: 20,
    maxShiftHours: 8,
    minShiftHours: 4,
    minRestHours: 11,
    maxConsecutiveDays: 5,
  }
  return {
    plan: inOrder({
      ...emptyPlan({ name: 'Large', timeZone: 'America/New_York', poolId: null, kind: 'weekly' }),
      shifts,
    }),
    rules: {
      plan: { limits, owedBreak: { afterHours: 6, minutes: 45 }, hourlyCost: null },
      agents: Object.fromEntries(Array.from({ length: AGENTS }, (_, index) => [`agent-${index}`, agent])),
    },
  }
}

/** How long one run takes of another, the median of turns that both take. */
function shareOf(one: () => void, other: () => void, turns = 15): number {
  const timeOf = (run: () => void): number => {
    const start = performance.now()
    run()
    return performance.now() - start
  }
  const shares = Array.from({ length: 2 * turns }, () => timeOf(one) / timeOf(other))
  return shares.slice(turns).toSorted((a, b) => a - b)[Math.floor(turns / 2)]!
}

describe('with 60 agents and 600 shifts', () => {
  it('a moved shift has its agent checked again, and not everybody', () => {
    const { plan, rules } = largePlan()
    const before = checkRules(plan, { rules, firstDate: FIRST_DATE })
    const newId = countingIds()
    const again = (): void => {
      const moved = applyStep(plan, moveShifts(plan, { ids: ['s-300'], minutes: 60 }, newId)!)
      checkRules(moved, { rules, firstDate: FIRST_DATE, previous: before })
    }
    const anew = (): void => void checkRules(plan, { rules, firstDate: FIRST_DATE })
    expect(shareOf(again, anew)).toBeLessThan(0.3)
  })
})
