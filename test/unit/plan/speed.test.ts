import { describe, expect, it } from 'vitest'
import {
  applyStep,
  checkRules,
  dayInWeek,
  emptyPlan,
  moveShifts,
  intervalOf,
  shiftFromDraft,
  weekClock,
  weekHours,
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

/** Milliseconds that a run takes, the median of many after as many to warm up. */
function medianOf(run: () => void, runs = 60): number {
  const times = Array.from({ length: 2 * runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.slice(runs).sort((one, other) => one - other)[runs / 2]!
}

// Limits are several times what a slow machine needs, so that only a wrong algorithm breaks them.
describe('with 60 agents and 600 shifts', () => {
  const { plan, rules } = largePlan()
  const clock = weekClock(plan.timeZone, FIRST_DATE)
  const before = checkRules(plan, { rules, firstDate: FIRST_DATE })
  const newId = countingIds()

  it('a shift is replaced and its agent checked again far within a frame', () => {
    const ms = medianOf(() => {
      const moved = applyStep(plan, moveShifts(plan, { ids: ['s-300'], minutes: 60 }, newId)!)
      checkRules(moved, { rules, firstDate: FIRST_DATE, previous: before })
    })
    report('move one shift and check its agent', ms)
    expect(ms).toBeLessThan(2)
  })

  it('all rules are checked, and hours and cost counted, at once', () => {
    const checked = medianOf(() => checkRules(plan, { rules, firstDate: FIRST_DATE }))
    const counted = medianOf(() => weekHours(plan, { rules, firstDate: FIRST_DATE }))
    report('check all rules', checked)
    report('count hours and cost', counted)
    expect(checked + counted).toBeLessThan(50)
  })

  it('a shift under the pointer is placed on the clock in microseconds', () => {
    const [shift] = plan.shifts
    const ms = medianOf(() => {
      for (let count = 0; count < 1000; count++) intervalOf(shift!, dayInWeek(shift!, 'weekly', clock), clock)
    })
    report('place one shift', ms / 1000)
    expect(ms / 1000).toBeLessThan(0.02)
  })
})

function report(what: string, ms: number): void {
  if (process.env['PLAN_SPEED']) process.stdout.write(`${what}: ${ms.toFixed(4)} ms\n`)
}
