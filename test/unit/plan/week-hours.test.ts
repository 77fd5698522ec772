import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addShifts,
  agentsPerSlot,
  applyStep,
  beginsIn,
  compareScenarios,
  emptyPlan,
  NO_PLAN_RULES,
  NO_RULES,
  plannedIntervals,
  toDated,
  weekClock,
  weekHours,
  type Plan,
  type Rules,
} from '../../../shared/plan/index.ts'
import { addDays } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'
import { clockOracle, oracleIntervals, quarters } from './clock-oracle.ts'
import { countingIds, planOfWeek } from './plan-arbitraries.ts'

const RATES: Rules = { plan: NO_PLAN_RULES, agents: { ann: { hourlyCost: 20 }, bob: { hourlyCost: 30 } } }

/** Ann every night 22:00-06:00 with a break from 02:00 to 02:30, Bob every day 09:00-17:00, one open shift on Saturday 10:00-14:00. */
function roundTheClock(timeZone: string): Plan {
  const empty = emptyPlan({ name: 'Round the clock', timeZone, poolId: null, kind: 'weekly' })
  const days = [0, 1, 2, 3, 4, 5, 6]
  const drafts = [
    ...days.map((day) => ({
      agentId: 'ann',
      day,
      startMinute: 1320,
      endMinute: 1800,
      breaks: [{ startMinute: 1560, endMinute: 1590 }],
    })),
    ...days.map((day) => ({ agentId: 'bob', day, startMinute: 540, endMinute: 1020 })),
    { agentId: null, day: 6, startMinute: 600, endMinute: 840 },
  ]
  return applyStep(empty, addShifts(empty, drafts, countingIds('s'))!)
}

describe('hours and cost of a week', () => {
  it.each([
    // Minutes of Ann's seven nights, of which worked.
    { timeZone: 'America/New_York', firstDate: '2026-06-01', planned: 3360, worked: 3150 },
    { timeZone: 'America/New_York', firstDate: '2026-03-02', planned: 3300, worked: 3090 },
    { timeZone: 'America/New_York', firstDate: '2026-10-26', planned: 3420, worked: 3210 },
    { timeZone: 'Australia/Lord_Howe', firstDate: '2026-06-01', planned: 3360, worked: 3150 },
    // The clock skips 02:00-02:30 there, which is that night's break.
    { timeZone: 'Australia/Lord_Howe', firstDate: '2026-09-28', planned: 3330, worked: 3150 },
    { timeZone: 'Australia/Lord_Howe', firstDate: '2026-03-30', planned: 3390, worked: 3180 },
    { timeZone: 'Europe/Berlin', firstDate: '2026-03-23', planned: 3300, worked: 3090 },
    { timeZone: 'Europe/Berlin', firstDate: '2026-10-19', planned: 3420, worked: 3210 },
    { timeZone: 'Europe/Dublin', firstDate: '2026-10-19', planned: 3420, worked: 3210 },
  ])(
    'in $timeZone from $firstDate are right to the minute: $planned, of which worked $worked',
    ({ timeZone, firstDate, planned, worked }) => {
      const hours = weekHours(roundTheClock(timeZone), { rules: RATES, firstDate })
      expect(hours.byAgent.get('ann')).toEqual({
        plannedMinutes: planned,
        workedMinutes: worked,
        overtimeMinutes: 0,
        cost: (worked / 60) * 20,
      })
      expect(hours.byAgent.get('bob')).toEqual({
        plannedMinutes: 3360,
        workedMinutes: 3360,
        overtimeMinutes: 0,
        cost: 1680,
      })
      expect(hours).toMatchObject({
        plannedMinutes: planned + 3600,
        workedMinutes: worked + 3600,
        openMinutes: 240,
        unratedMinutes: 240,
        cost: (worked / 60) * 20 + 1680,
      })
      expect(hours).toMatchObject({ shifts: 15, openShifts: 1, agents: 2 })
    },
  )

  it('count once a minute that somebody is booked for twice, and each open shift', () => {
    const empty = emptyPlan({ name: 'Plan', timeZone: 'UTC', poolId: null, kind: 'weekly' })
    const interval = { day: 1, startMinute: 600, endMinute: 720 }
    const drafts = ['ann', 'ann', null, null].map((agentId, index) => ({
      ...interval,
      agentId,
      ...(index === 0 && { breaks: [{ startMinute: 630, endMinute: 660 }] }),
    }))
    const plan = applyStep(empty, addShifts(empty, drafts, countingIds())!)
    expect(weekHours(plan, { rules: NO_RULES, firstDate: '2026-06-01' })).toMatchObject({
      plannedMinutes: 360,
      workedMinutes: 360,
      openMinutes: 240,
      cost: null,
      unratedMinutes: 360,
    })
    const slots = agentsPerSlot(plannedIntervals(plan, { firstDate: '2026-06-01' }), weekClock('UTC', '2026-06-01'))
    expect([slots.agents[40], slots.agents[42], slots.open[42], slots.agents[48]]).toEqual([3, 3, 2, 0])
  })

  it('of the plan are those of whoever has no rate', () => {
    const rules: Rules = { ...RATES, plan: { ...NO_PLAN_RULES, hourlyCost: 10 } }
    expect(weekHours(roundTheClock('UTC'), { rules, firstDate: '2026-06-01' })).toMatchObject({
      unratedMinutes: 0,
      cost: 52.5 * 20 + 56 * 30 + 40,
    })
  })

  it('of weeks in a row add up to those of all shifts, whole', () => {
    const weekly = roundTheClock('Europe/Berlin')
    const dated = toDated(weekly, { firstDate: '2026-10-12', weeks: 3, newId: countingIds('d') })
    const weeks = [0, 1, 2, 3].map((week) =>
      weekHours(dated, { rules: RATES, firstDate: addDays('2026-10-12', week * 7) }),
    )
    expect(weeks.map(({ shifts }) => shifts)).toEqual([15, 15, 15, 0])
    expect(weeks.reduce((sum, { workedMinutes }) => sum + workedMinutes, 0)).toBe(3 * (7 * 450 + 7 * 480 + 240) + 60)
    expect(weekHours(weekly, { rules: RATES, firstDate: '2026-10-19' }).workedMinutes).toBe(weeks[1]!.workedMinutes)
  })

  it('and agents of each quarter-hour are what the clock says that is read one by one', () => {
    fc.assert(
      fc.property(planOfWeek(), ({ plan, firstDate }) => {
        const clock = clockOracle(plan.timeZone, firstDate)
        const intervals = oracleIntervals(plan, clock)
        const week = weekClock(plan.timeZone, firstDate)
        const slots = quarters(clock.start, clock.end)
        const at = (slot: number, isThere: (interval: (typeof intervals)[number]) => boolean): number => {
          const there = intervals.filter(
            (interval) => interval.start <= slot && slot < interval.end && isThere(interval),
          )
          return new Set(there.map(({ shift, day }) => shift.agentId ?? `${shift.id} ${day}`)).size
        }
        const planned = plannedIntervals(plan, { firstDate })
        expect([...agentsPerSlot(planned, week).agents]).toEqual(
          slots.map((slot) => at(slot, (interval) => interval.working.has(slot))),
        )
        expect([...agentsPerSlot(planned, week).open]).toEqual(
          slots.map((slot) => at(slot, ({ shift, working }) => shift.agentId === null && working.has(slot))),
        )
        expect([...agentsPerSlot(planned, week, { onBreak: true }).agents]).toEqual(
          slots.map((slot) => at(slot, () => true)),
        )
        const own = intervals.filter(({ start }) => start >= clock.start && start < clock.end)
        const minutes =
          new Set(
            own.flatMap(({ shift, day, working }) =>
              [...working].map((quarter) => `${shift.agentId ?? `${shift.id} ${day}`} ${quarter}`),
            ),
          ).size * 15
        expect(weekHours(plan, { rules: NO_RULES, firstDate }).workedMinutes).toBe(minutes)
        expect(planned.filter((interval) => beginsIn(interval, week))).toHaveLength(own.length)
      }),
      tries(60, 71),
    )
  })
})

describe('scenarios side by side', () => {
  it('show hours, cost, agents and broken rules of each', () => {
    const plan = roundTheClock('America/New_York')
    const rules: Rules = { ...RATES, plan: { ...NO_PLAN_RULES, limits: { maxHoursPerWeek: 53 } } }
    const fewer: Plan = {
      ...plan,
      name: 'Fewer',
      shifts: plan.shifts.filter(({ agentId, day }) => agentId === 'ann' && day < 5),
    }
    expect(
      compareScenarios([plan, fewer].map((each) => ({ plan: each, rules, firstDate: '2026-06-01' }))),
    ).toMatchObject([
      { name: 'Round the clock', workedMinutes: 6750, agents: 2, openShifts: 1, violations: 1 },
      { name: 'Fewer', workedMinutes: 2250, agents: 1, openShifts: 0, cost: 750, violations: 0 },
    ])
  })
})
