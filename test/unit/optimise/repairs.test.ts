import { describe, expect, it } from 'vitest'
import type { Absences } from '../../../shared/compare/today/absent-today.ts'
import { scheduleInForce } from '../../../shared/compare/today/schedule-in-force.ts'
import { fillGap, hasWorkLeft, type GapProblem, type Repair } from '../../../shared/optimise/repairs.ts'
import { plannedIntervals } from '../../../shared/plan/planned-intervals.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { NO_RULES, type Rules } from '../../../shared/plan/rules/rules.ts'
import { toDated } from '../../../shared/plan/starting-points.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { predictSchedule } from '../../../shared/predict/plan-prediction/schedule.ts'
import { addDays, dayOfWeekOf, parseLocalDate } from '../../../shared/time/local.ts'
import { instantOfWallTime } from '../../../shared/plan/week-clock.ts'
import { FIRST_DATE, madeUpInputs } from '../predict/plan-prediction/made-up-inputs.ts'

const ZONE = 'America/New_York'
const TODAY = parseLocalDate(FIRST_DATE)
const WEEKDAY = dayOfWeekOf(FIRST_DATE)
const inputs = madeUpInputs({ agents: 4, firstDate: FIRST_DATE, timeZone: ZONE, visitorsPerSlot: () => 4 })
const at = (minute: number): number => instantOfWallTime(ZONE, TODAY, minute)

const shift = (id: string, fields: Partial<Shift> = {}): Shift => ({
  id,
  agentId: 'agent-0',
  day: WEEKDAY,
  startMinute: 540,
  endMinute: 1020,
  breaks: [],
  note: '',
  ...fields,
})
const planOf = (shifts: readonly Shift[]): Plan => ({
  name: 'In force',
  timeZone: ZONE,
  poolId: null,
  kind: 'weekly',
  shifts,
})
/** The first is away from noon on; the second goes home at 13:00, the third has a break at 14:00, the fourth is off. */
const PLAN = planOf([
  shift('away'),
  shift('early', { agentId: 'agent-1', startMinute: 420, endMinute: 780 }),
  shift('late', {
    agentId: 'agent-2',
    startMinute: 660,
    endMinute: 1140,
    breaks: [{ startMinute: 840, endMinute: 900 }],
  }),
])
const gapOf = (fields: Partial<GapProblem> = {}) =>
  fillGap({
    inputs,
    plan: PLAN,
    rules: NO_RULES,
    absentId: 'agent-0',
    agentIds: ['agent-0', 'agent-1', 'agent-2', 'agent-3'],
    now: at(720),
    ...fields,
  })
const rulesOf = (limits: Rules['plan']['limits']): Rules => ({ ...NO_RULES, plan: { ...NO_RULES.plan, limits } })
const by = (repairs: readonly Repair[], agentId: string): Repair | undefined =>
  repairs.find((one) => one.agentId === agentId)

/** The minutes of today from which on something is otherwise. */
function changedMinutes(before: Shift | null, after: Shift): readonly number[] {
  if (before === null) return [after.startMinute]
  return [
    ...(after.startMinute === before.startMinute ? [] : [Math.min(before.startMinute, after.startMinute)]),
    ...(after.endMinute === before.endMinute ? [] : [Math.min(before.endMinute, after.endMinute)]),
    ...after.breaks
      .filter((one) => !before.breaks.some((old) => old.startMinute === one.startMinute))
      .map(({ startMinute }) => startMinute),
  ]
}

describe('covering for somebody who is away', () => {
  it('finds who can come in, stay longer or move a break, each agent once, the best first', () => {
    const { lost, repairs } = gapOf()!
    expect(lost).toBeGreaterThan(0)
    expect(repairs.map(({ agentId }) => agentId).toSorted()).toEqual(
      [...new Set(repairs.map(({ agentId }) => agentId))].toSorted(),
    )
    expect(repairs.map(({ coveredGain }) => coveredGain)).toEqual(
      repairs.map(({ coveredGain }) => coveredGain).toSorted((one, other) => other - one),
    )
    expect(by(repairs, 'agent-3')).toMatchObject({
      kind: 'come-in',
      before: null,
      after: { startMinute: 780, endMinute: 1020, day: TODAY },
      hours: 4,
    })
    expect(by(repairs, 'agent-1')).toMatchObject({ kind: 'stay-longer', after: { endMinute: 1020 }, hours: 4 })
  })

  it('gains what is predicted anew of the rest of the day', () => {
    const { lost, repairs } = gapOf()!
    const predictor = createPlanPredictor(inputs, { poolId: null })
    const dated = toDated(PLAN, { firstDate: addDays(FIRST_DATE, -7), weeks: 3, newId: () => crypto.randomUUID() })
    const rest = (shifts: readonly Shift[]): number => {
      const { covered } = predictor.predict(plannedIntervals({ ...dated, shifts }, { firstDate: FIRST_DATE }))
      return inputs.starts.reduce(
        (sum, start, slot) => (start >= at(720) && start < at(1440) ? sum + covered[slot]! : sum),
        0,
      )
    }
    const without = dated.shifts.filter(({ agentId, day }) => agentId !== 'agent-0' || day !== TODAY)
    expect(lost).toBeCloseTo(rest(dated.shifts) - rest(without), 9)
    expect(repairs.length).toBeGreaterThan(1)
    for (const { before, after, coveredGain } of repairs) {
      const others = without.filter(
        (one) => before === null || one.agentId !== before.agentId || one.day !== before.day,
      )
      expect(coveredGain).toBeCloseTo(rest([...others, after]) - rest(without), 9)
    }
  })

  describe('under what the plan assumes', () => {
    const restUnder = (plan: Plan, absences: Absences): number => {
      const { schedule } = scheduleInForce([plan], inputs, absences)
      const { covered } = predictSchedule(inputs, schedule, null)
      return inputs.starts.reduce(
        (sum, start, slot) => (start >= at(720) && start < at(1440) ? sum + covered[slot]! : sum),
        0,
      )
    }
    const absences: Absences = new Map([['agent-0', [{ start: at(0), end: at(1440) }]]])
    const allWeek = { from: null, to: null, days: null, hours: null }
    const taken = (plan: Plan, { before, after }: Repair): Plan => ({
      ...plan,
      shifts: [
        ...plan.shifts.filter(({ agentId }) => before === null || agentId !== before.agentId),
        { ...after, day: WEEKDAY },
      ],
    })

    it('asks nobody who is assumed to be absent, and promises what is predicted', () => {
      const plan: Plan = {
        ...PLAN,
        assumptions: [
          { id: 'a', kind: 'absence', agentId: 'agent-1', time: allWeek },
          {
            id: 'b',
            kind: 'shrinkage',
            agentIds: null,
            time: { ...allWeek, hours: { startMinute: 900, endMinute: 960 } },
          },
        ],
      }
      const { lost, repairs } = gapOf({ plan })!
      expect(lost).toBeCloseTo(restUnder(plan, new Map()) - restUnder(plan, absences), 6)
      expect(repairs.length).toBeGreaterThan(0)
      for (const repair of repairs) {
        expect(repair.agentId).not.toBe('agent-1')
        const gain = restUnder(taken(plan, repair), absences) - restUnder(plan, absences)
        expect(repair.coveredGain).toBeCloseTo(gain, 6)
      }
    })

    it('counts hires as there', () => {
      const plan: Plan = {
        ...PLAN,
        assumptions: [
          {
            id: 'h',
            kind: 'hires',
            count: 2,
            from: FIRST_DATE,
            days: [0, 1, 2, 3, 4, 5, 6],
            hours: { startMinute: 480, endMinute: 1200 },
            ramp: [100],
          },
        ],
      }
      const { lost, repairs } = gapOf({ plan })!
      expect(lost).toBeCloseTo(restUnder(plan, new Map()) - restUnder(plan, absences), 6)
      for (const repair of repairs)
        expect(repair.coveredGain).toBeCloseTo(restUnder(taken(plan, repair), absences) - restUnder(plan, absences), 6)
    })
  })

  it('counts the pools alone that follow the plan, beside what other plans schedule for them', () => {
    const two = madeUpInputs({ agents: 4, pools: 2, firstDate: FIRST_DATE, timeZone: ZONE, visitorsPerSlot: () => 4 })
    const all = gapOf({ inputs: two })!
    const one = gapOf({ inputs: two, ruled: { pools: [0], others: [] } })!
    const other = gapOf({ inputs: two, ruled: { pools: [1], others: [] } })!
    expect(one.lost).toBeLessThan(all.lost)
    expect(one.lost + other.lost).toBeCloseTo(all.lost, 6)
    expect(gapOf({ inputs: two, ruled: { pools: [], others: [] } })).toEqual({ lost: 0, repairs: [] })
    const others = plannedIntervals(planOf([shift('more', { agentId: 'agent-3' })]), { firstDate: FIRST_DATE })
    expect(gapOf({ inputs: two, ruled: { pools: [0], others } })!.lost).toBeLessThan(one.lost)
  })

  it('looks at a night shift that began yesterday as long as it goes on', () => {
    const yesterday = (WEEKDAY + 6) % 7
    const night = planOf([
      shift('night', { day: yesterday, startMinute: 1320, endMinute: 1800 }),
      shift('short', { agentId: 'agent-1', day: yesterday, startMinute: 1320, endMinute: 1560 }),
    ])
    expect(hasWorkLeft({ plan: night, absentId: 'agent-0', now: at(60) })).toBe(true)
    expect(hasWorkLeft({ plan: night, absentId: 'agent-0', now: at(400) })).toBe(false)
    expect(hasWorkLeft({ plan: night, absentId: 'agent-2', now: at(60) })).toBe(false)
    const { lost, repairs } = gapOf({ plan: night, now: at(60) })!
    expect(lost).toBeGreaterThan(0)
    // From one at night on, to the end at six.
    expect(by(repairs, 'agent-3')?.after).toMatchObject({ day: TODAY, startMinute: 120, endMinute: 360 })
    expect(by(repairs, 'agent-1')).toMatchObject({
      kind: 'stay-longer',
      after: { day: TODAY - 1, startMinute: 1320, endMinute: 1800 },
      hours: 4,
    })
  })

  it('changes nothing of the past', () => {
    for (const now of [at(540), at(725), at(810)]) {
      const { repairs } = gapOf({ now })!
      const changed = repairs.flatMap(({ before, after }) => changedMinutes(before, after))
      expect(changed.length).toBeGreaterThan(0)
      for (const minute of changed) expect(at(minute)).toBeGreaterThan(now)
    }
  })

  it('names the rule that a repair breaks, and puts those that break none first', () => {
    const { repairs } = gapOf({ rules: rulesOf({ maxShiftHours: 3 }) })!
    const first = repairs.findIndex(({ violations }) => violations.length > 0)
    expect(first).toBeGreaterThanOrEqual(0)
    expect(repairs.slice(first).every(({ violations }) => violations.length > 0)).toBe(true)
    expect(by(repairs, 'agent-3')!.violations.map(({ kind }) => kind)).toEqual(['long-shift'])
    // Rules that are broken anyway are not the repair's.
    const late = by(repairs, 'agent-2')
    expect(late === undefined || late.violations.every(({ agentId }) => agentId === 'agent-2')).toBe(true)
  })

  it('leaves whoever is away out where another choice breaks no rule, else says that they are away', () => {
    const timeOff = {
      'agent-3': [{ id: 'v', kind: 'vacation' as const, from: FIRST_DATE, to: FIRST_DATE, part: null, note: '' }],
    }
    const { repairs } = gapOf({ rules: { ...NO_RULES, timeOff } })!
    expect(repairs[0]!.agentId).not.toBe('agent-3')
    expect(by(repairs, 'agent-3')!.violations.map(({ kind }) => kind)).toEqual(['time-off'])
  })

  describe('by people who work under another live plan too', () => {
    const support = (fields: Partial<Shift>): readonly Plan[] => [
      { ...planOf([shift('support', { agentId: 'agent-3', ...fields })]), name: 'Support' },
    ]

    it('asks nobody who serves both pools and works for the other one today', () => {
      const two = madeUpInputs({ agents: 4, pools: 2, firstDate: FIRST_DATE, timeZone: ZONE, visitorsPerSlot: () => 4 })
      const rules = { ...NO_RULES, agents: { 'agent-3': { pools: ['pool-0', 'pool-1'] } } }
      const sales = { inputs: two, rules, plan: { ...PLAN, poolId: 'pool-0' }, ruled: { pools: [0], others: [] } }
      const otherPlans = support({}).map((plan) => ({ ...plan, poolId: 'pool-1' }))
      expect(by(gapOf(sales)!.repairs, 'agent-3')?.kind).toBe('come-in')
      expect(by(gapOf({ ...sales, otherPlans })!.repairs, 'agent-3')).toBeUndefined()
    })

    it('asks nobody to come in who works there today', () => {
      expect(by(gapOf()!.repairs, 'agent-3')).toBeDefined()
      for (const hours of [{}, { startMinute: 1140, endMinute: 1380 }, { startMinute: 360, endMinute: 600 }])
        expect(by(gapOf({ otherPlans: support(hours) })!.repairs, 'agent-3')).toBeUndefined()
      // Tomorrow is no reason.
      expect(by(gapOf({ otherPlans: support({ day: (WEEKDAY + 1) % 7 }) })!.repairs, 'agent-3')?.kind).toBe('come-in')
      // Nor is a night that is over.
      const night = { day: (WEEKDAY + 6) % 7, startMinute: 1200, endMinute: 1680 }
      expect(by(gapOf({ otherPlans: support(night) })!.repairs, 'agent-3')?.kind).toBe('come-in')
    })

    it('stays longer until the shift there begins, and no further', () => {
      expect(by(gapOf()!.repairs, 'agent-1')!.after.endMinute).toBe(1020)
      const later = { agentId: 'agent-1', startMinute: 900, endMinute: 1140 }
      expect(by(gapOf({ otherPlans: support(later) })!.repairs, 'agent-1')).toMatchObject({
        kind: 'stay-longer',
        after: { endMinute: 900 },
      })
    })

    it('reads the hours there by the clock of their own plan', () => {
      // 23:00 in Tokyo is 9:00 in New York on the same day, and 13:00 is 23:00 on the day before.
      const tokyo = (fields: Partial<Shift>) => support(fields).map((plan) => ({ ...plan, timeZone: 'Asia/Tokyo' }))
      const sameHours = { startMinute: 1380, endMinute: 1860 }
      expect(by(gapOf({ otherPlans: tokyo(sameHours) })!.repairs, 'agent-3')).toBeUndefined()
      expect(by(gapOf({ otherPlans: tokyo({ startMinute: 780, endMinute: 840 }) })!.repairs, 'agent-3')?.kind).toBe(
        'come-in',
      )
    })

    it('counts their hours, rest and days there in the rules', () => {
      const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => day !== WEEKDAY)
      const otherPlans = [planOf(days.map((day) => shift(`support-${day}`, { agentId: 'agent-3', day })))]
      const kindsWith = (limits: Rules['plan']['limits'], plans: readonly Plan[]) =>
        by(gapOf({ rules: rulesOf(limits), otherPlans: plans })!.repairs, 'agent-3')!.violations.map(({ kind }) => kind)
      expect(kindsWith({ maxHoursPerWeek: 50 }, [])).toEqual([])
      expect(kindsWith({ maxHoursPerWeek: 50 }, otherPlans)).toEqual(['too-many-hours'])
      expect(kindsWith({ maxConsecutiveDays: 6 }, otherPlans)).toEqual(['too-many-days'])
      const earlyTomorrow = support({ day: (WEEKDAY + 1) % 7, startMinute: 60, endMinute: 480 })
      expect(kindsWith({ minRestHours: 11 }, earlyTomorrow)).toEqual(['short-rest'])
    })

    it('asks nobody whom the other plan assumes to be absent', () => {
      const time = { from: null, to: null, days: null, hours: null }
      const otherPlans = support({ day: (WEEKDAY + 1) % 7 }).map((plan): Plan => ({
        ...plan,
        assumptions: [{ id: 'ill', kind: 'absence', agentId: 'agent-3', time }],
      }))
      expect(by(gapOf({ otherPlans })!.repairs, 'agent-3')).toBeUndefined()
    })
  })

  it('brings a required break', () => {
    const rules: Rules = { ...NO_RULES, plan: { ...NO_RULES.plan, owedBreak: { minutes: 30, afterHours: 3 } } }
    const repair = by(gapOf({ rules })!.repairs, 'agent-3')!
    expect(repair.after.breaks).toHaveLength(1)
    expect([repair.hours, repair.violations]).toEqual([3.5, []])
  })

  it('is nothing where nothing of the shift is left, and finds nobody where nobody can', () => {
    expect(gapOf({ now: at(1030) })).toBeNull()
    expect(gapOf({ absentId: 'agent-3' })).toBeNull()
    expect(gapOf({ agentIds: ['agent-0'] })!.repairs).toEqual([])
    expect(gapOf({ plan: planOf([shift('away')]), agentIds: ['agent-3'], now: at(930) })!.repairs).toEqual([])
  })
})
