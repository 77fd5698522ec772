import { describe, expect, it } from 'vitest'
import {
  addShifts,
  applyStep,
  checkRules,
  checkWeeks,
  emptyPlan,
  findViolations,
  moveShifts,
  NO_PLAN_RULES,
  NO_RULES,
  type Plan,
  type PlanKind,
  type PlanRules,
  type Rules,
  type ShiftDraft,
} from '../../../shared/plan/index.ts'
import type { RuleReport } from '../../../shared/plan/rules/check-rules.ts'
import type { TimeOff } from '../../../shared/plan/rules/rule-types.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'
import { textOf } from './violation-texts.ts'
import { countingIds } from './plan-arbitraries.ts'

const MONDAY = '2026-06-01'

interface Sketch {
  readonly day: number
  readonly from: number
  readonly to: number
  readonly pauses?: readonly (readonly [number, number])[]
}

function planOf(sketches: readonly Sketch[], kind: PlanKind = 'weekly', timeZone = 'America/New_York'): Plan {
  const empty = emptyPlan({ name: 'Plan', timeZone, poolId: 'sales', kind })
  const drafts = sketches.map(({ day, from, to, pauses = [] }): ShiftDraft => ({
    agentId: 'ann',
    day: kind === 'dated' ? parseLocalDate(MONDAY) + day : day,
    startMinute: from * 60,
    endMinute: to * 60,
    breaks: pauses.map(([start, end]) => ({ startMinute: start * 60, endMinute: end * 60 })),
  }))
  return applyStep(empty, addShifts(empty, drafts, countingIds('s'))!)
}

const withPlan = (plan: Partial<PlanRules>): Rules => ({ ...NO_RULES, plan: { ...NO_PLAN_RULES, ...plan } })
const texts = (plan: Plan, rules: Rules, firstDate = MONDAY): readonly string[] =>
  findViolations(plan, rules, { firstDate }).map((violation) => `${violation.kind}: ${textOf(violation, plan)}`)

describe('what the rules say', () => {
  it('of a weekly rest, also where it lies over the week’s end', () => {
    const rules = withPlan({ limits: { minWeeklyRestHours: 35 } })
    const sixDays = [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: 9, to: 17 }))
    expect(texts(planOf(sixDays), rules)).toEqual([])
    expect(texts(planOf(sixDays), rules, '2026-05-31')).toEqual([])
    expect(texts(planOf([...sixDays, { day: 0, from: 12, to: 13 }]), rules)).toEqual([
      'short-weekly-rest: Longest rest of the week 20 h, 15 h less than the 35 h required',
    ])
  })

  it('of averages: a repeating week is its own, of real weeks it is those that end with the week', () => {
    const rules = withPlan({ limits: { averageHours: { hours: 20, weeks: 2 } } })
    expect(texts(planOf([1, 2, 3].map((day) => ({ day, from: 9, to: 17 }))), rules)).toEqual([
      'high-average: 24 h of work a week on average, 4 h over the 20 h allowed',
    ])
    const weeks = planOf(
      [0, 1, 2, 3, 7, 14].map((day) => ({ day, from: 9, to: 17 })),
      'dated',
    )
    expect(texts(weeks, rules)).toEqual([])
    const vacation: TimeOff = { id: 'v', kind: 'vacation', from: '2026-06-08', to: '2026-06-14', part: null, note: '' }
    expect(texts(weeks, { ...rules, timeOff: { ann: [vacation] } })).toEqual([
      'high-average: 40 h of work a week on average over 2 weeks from 1 Jun 2026, 20 h over the 20 h allowed',
    ])
  })

  it('of nights, by the clock that shows an hour twice', () => {
    const limits = {
      night: { startMinute: 1380, endMinute: 1800, minHours: 3, maxHoursPerDay: 8, average: null },
    }
    const plan = planOf([{ day: 6, from: 22, to: 30 }])
    expect(texts(plan, withPlan({ limits }))).toEqual([])
    expect(texts(plan, withPlan({ limits }), '2026-10-26')).toEqual([
      'long-night: Sat: 9 h of work with night work, 1 h over the 8 h allowed',
    ])
  })

  it('of breaks: how long, by when, how far apart', () => {
    const plan = planOf([{ day: 1, from: 8, to: 18, pauses: [[14, 14.5]] }])
    const rules = withPlan({
      owedBreak: { afterHours: 6, minutes: 30 },
      moreOwedBreaks: [{ afterHours: 9, minutes: 45 }],
      breaksByHour: [
        { afterHours: 5, minutes: 30, byHour: 5 },
        { afterHours: 9, minutes: 30, byHour: 9 },
      ],
      unbrokenWork: { hours: 5, breakMinutes: 15 },
    })
    expect(texts(plan, rules)).toEqual([
      'missing-break: Mon: 30 min of breaks, 45 min required (shift over 9 h)',
      'late-break: Mon: break 1 (30 min) 1 h late, due by hour 5; missing break 2 (30 min), due by hour 9',
      'work-without-break: Mon: 6 h without a break, 1 h over the 5 h allowed',
    ])
  })

  it('of a split day: its gap is no rest where a longest day is set', () => {
    const split = planOf([
      { day: 1, from: 8, to: 11 },
      { day: 1, from: 18, to: 22 },
    ])
    expect(texts(split, withPlan({ limits: { minRestHours: 11, maxDaySpanHours: 13 } }))).toEqual([
      'long-day: Mon: 14 h from start to end, 1 h over the 13 h allowed',
    ])
    expect(texts(split, withPlan({ limits: { minRestHours: 11 } }))).toHaveLength(1)
  })

  it('of weekends in a row', () => {
    const rules = withPlan({ limits: { maxWeekendsInRow: 2 } })
    const plan = planOf(
      [5, 13, 19].map((day) => ({ day, from: 9, to: 17 })),
      'dated',
    )
    expect(texts(plan, rules)).toEqual(['too-many-weekends: 3 consecutive weekends, 1 more than allowed'])
    expect(texts(planOf([{ day: 0, from: 9, to: 17 }]), rules)).toEqual(['too-many-weekends: Works every weekend'])
  })

  it('of time off and of notice', () => {
    const plan = planOf([{ day: 1, from: 9, to: 17 }], 'dated')
    const half: TimeOff = {
      id: 't',
      kind: 'training',
      from: '2026-06-02',
      to: '2026-06-02',
      part: { startMinute: 780, endMinute: 1020 },
      note: '',
    }
    expect(texts(plan, { ...NO_RULES, timeOff: { ann: [half] } })).toEqual([
      'time-off: Tue 2 Jun: 4 h of the shift during training',
    ])
    const now = Date.parse('2026-05-30T12:00:00-04:00')
    const start = Date.parse('2026-06-02T09:00:00-04:00')
    const rules = withPlan({ noticeDays: 14 })
    expect(texts(plan, { ...rules, published: { now, intervals: [] } })).toEqual([
      'short-notice: 1 shift changes with 3 days of notice, 14 required',
    ])
    const known = [{ agentId: 'ann', start, end: start + 8 * 3_600_000 }]
    expect(texts(plan, { ...rules, published: { now, intervals: known } })).toEqual([])
    const moved = known.map((one) => ({ ...one, start: one.start - 900_000 }))
    expect(texts(plan, { ...rules, published: { now, intervals: moved } })).toEqual([
      'short-notice: 1 shift changes with 3 days of notice, 14 required',
    ])
  })

  it('of minimum staff: an hour, how many there are, and how many there have to be', () => {
    const minimumStaff = [{ poolId: null, dayOfWeek: 1, startMinute: 540, endMinute: 1080, people: 1 }]
    expect(texts(planOf([{ day: 1, from: 9, to: 17, pauses: [[12, 12.5]] }]), withPlan({ minimumStaff }))).toEqual([
      'under-staffed: Mon 12:00 to Mon 12:30: 0 of at least 1 person',
      'under-staffed: Mon 17:00 to Mon 18:00: 0 of at least 1 person',
    ])
  })

  it('of minimum staff say at once what follows without a pause', () => {
    const minimumStaff = [{ poolId: null, dayOfWeek: 1, startMinute: 480, endMinute: 780, people: 2 }]
    expect(texts(planOf([{ day: 1, from: 9, to: 12 }]), withPlan({ minimumStaff }))).toEqual([
      'under-staffed: Mon 08:00 to Mon 13:00: as few as 0 of at least 2 people',
    ])
  })

  it('looks again only at agents whose shifts were changed, and at staff only where somebody’s hours were', () => {
    const minimumStaff = [{ poolId: null, dayOfWeek: 1, startMinute: 540, endMinute: 1080, people: 2 }]
    const plan = planOf([{ day: 1, from: 9, to: 17 }])
    const rules = { ...withPlan({ minimumStaff }), agents: { ann: {} } }
    const before = checkRules(plan, { rules, firstDate: MONDAY })
    const noted = applyStep(plan, { ...moveShifts(plan, { ids: ['s-1'], minutes: 60 }, countingIds())! })
    const after = checkRules(noted, { rules, firstDate: MONDAY, previous: before })
    expect(after.gaps).not.toBe(before.gaps)
    const same = { ...plan, shifts: plan.shifts.map((shift) => ({ ...shift, note: 'x' })) }
    expect(checkRules(same, { rules, firstDate: MONDAY, previous: before }).gaps).toBe(before.gaps)
  })

  it('looks at others again where the plan has another first or last day only if their averages are over other weeks', () => {
    const week = { firstDate: MONDAY, weeks: 2 }
    const shifts = [0, 1, 2, 7, 8, 9].map((day) => ({ day, from: 9, to: 17 }))
    const plan = planOf(shifts, 'dated')
    const withLast = (day: number): Plan => {
      const draft = { agentId: 'bob', day: parseLocalDate(MONDAY) + day, startMinute: 540, endMinute: 1020 }
      return applyStep(plan, addShifts(plan, [draft], countingIds('n'))!)
    }
    const agents = { ann: {}, bob: {} }
    const rules = { ...withPlan({ limits: { averageHours: { hours: 20, weeks: 3 } } }), agents }
    const before = checkWeeks(plan, { rules, ...week })
    const ofAnn = (reports: readonly RuleReport[]) => reports.map((report) => report.reports[0])

    const inTheLastWeek = checkWeeks(withLast(12), { rules, ...week, previous: before })
    for (const [index, report] of ofAnn(inTheLastWeek).entries()) expect(report).toBe(ofAnn(before)[index])
    expect(inTheLastWeek.map(({ planDays }) => planDays?.lastDay)).toEqual(
      [12, 12].map((day) => parseLocalDate(MONDAY) + day),
    )

    const aWeekLater = checkWeeks(withLast(14), { rules, ...week, previous: inTheLastWeek })
    expect(aWeekLater.flatMap(({ violations }) => violations)).toEqual(
      checkWeeks(withLast(14), { rules, ...week }).flatMap(({ violations }) => violations),
    )
    expect(before.flatMap(({ violations }) => violations).length).toBeGreaterThan(0)
    expect(aWeekLater.flatMap(({ violations }) => violations)).toEqual([])
  })
})
