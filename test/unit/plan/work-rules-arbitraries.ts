import fc from 'fast-check'
import {
  emptyPlan,
  NO_PLAN_RULES,
  shiftFromDraft,
  weekClock,
  type AgentRules,
  type Plan,
  type PlanKind,
  type PlanRules,
  type Rules,
  type Shift,
  type WorkRules,
} from '../../../shared/plan/index.ts'
import { inOrder } from '../../../shared/plan/order.ts'
import type { TimeRange } from '../../../shared/plan/plan.ts'
import { LABOR_DAY, TIME_OFF_KINDS, type TimeOff } from '../../../shared/plan/rules/rule-types.ts'
import { addDays, dayOfWeekOfDay, parseLocalDate } from '../../../shared/time/local.ts'

/** Zones and dates at which their clocks change; Samoa skipped the whole of 30 December 2011. */
const CHANGES: readonly (readonly [string, readonly string[]])[] = [
  ['America/New_York', ['2026-03-08', '2026-11-01', '2027-03-14']],
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  ['Pacific/Apia', ['2011-12-30', '2011-09-24', '2012-04-01']],
  ['Europe/Berlin', ['2026-03-29', '2026-10-25']],
  ['Africa/Cairo', ['2026-04-24', '2026-10-30']],
  ['Asia/Kolkata', ['2026-06-01', '2026-09-07']],
  ['America/Santiago', ['2026-04-05', '2026-09-06']],
]

export interface WorkRulesCase {
  readonly plan: Plan
  readonly firstDate: string
  readonly rules: Rules
}

const AGENTS = [null, 'ann', 'ann', 'bob'] as const

function shifts(kind: PlanKind, firstDay: number): fc.Arbitrary<Shift> {
  return fc
    .record({
      agentId: fc.constantFrom(...AGENTS),
      day: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: firstDay - 3, max: firstDay + 9 }) },
        { weight: 1, arbitrary: fc.integer({ min: firstDay - 24, max: firstDay + 24 }) },
      ),
      start: fc.oneof(fc.integer({ min: 0, max: 95 }), fc.constantFrom(0, 4, 8, 9, 10, 12, 32, 36, 84, 88)),
      length: fc.oneof(fc.integer({ min: 1, max: 56 }), fc.constantFrom(4, 24, 32, 40, 96)),
      breaks: fc.array(fc.record({ from: fc.nat(50), length: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 }),
    })
    .map(({ agentId, day, start, length, breaks }) =>
      shiftFromDraft(
        {
          agentId,
          day: kind === 'weekly' ? dayOfWeekOfDay(day) : day,
          startMinute: start * 15,
          endMinute: (start + length) * 15,
          breaks: breaks.map((each) => ({
            startMinute: (start + each.from) * 15,
            endMinute: (start + each.from + each.length) * 15,
          })),
        },
        { id: 'x', kind },
      ),
    )
}

const night = fc.record({
  startMinute: fc.constantFrom(21 * 60, 23 * 60),
  endMinute: fc.constantFrom(6 * 60 + 1440, 24 * 60 + 150, 19 * 60 + 1440),
  minHours: fc.constantFrom(0, 2.25, 3),
  maxHoursPerDay: fc.constantFrom(null, 4, 8),
  average: fc.option(fc.record({ hours: fc.constantFrom(10, 20), weeks: fc.constantFrom(1, 3) })),
})

function minor(firstDate: string) {
  return fc.record({
    startMinute: fc.constantFrom(420, 120),
    endMinute: fc.constantFrom(19 * 60, 24 * 60),
    summer: fc.constantFrom(
      null,
      { from: '06-01', to: LABOR_DAY, endMinute: 21 * 60 },
      { from: '03-01', to: '10-31', endMinute: 23 * 60 },
    ),
    schoolDays: fc.constantFrom([1, 2, 3, 4, 5], [], [0]),
    schoolBreaks: fc.constantFrom([], [{ from: addDays(firstDate, -1), to: addDays(firstDate, 3) }]),
    maxSchoolDayHours: fc.constantFrom(3, 4.5),
    maxOtherDayHours: fc.constantFrom(6, 8),
    maxSchoolWeekHours: fc.constantFrom(8, 18),
    maxOtherWeekHours: fc.constantFrom(12, 40),
  })
}

function workRules(firstDate: string): fc.Arbitrary<WorkRules> {
  return fc.record(
    {
      minRestHours: fc.constantFrom(null, 11),
      maxHoursPerDay: fc.constantFrom(null, 4, 8),
      maxDaySpanHours: fc.constantFrom(null, 6, 13),
      minWeeklyRestHours: fc.constantFrom(null, 24, 35, 72),
      maxWeekendsInRow: fc.constantFrom(null, 1, 2),
      averageHours: fc.option(fc.record({ hours: fc.constantFrom(5, 12.5, 30), weeks: fc.constantFrom(1, 2, 4) })),
      night: fc.option(night),
      minor: fc.option(minor(firstDate), { freq: 2 }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<WorkRules>
}

const planRules: fc.Arbitrary<Partial<PlanRules>> = fc.record(
  {
    owedBreak: fc.constantFrom(
      null,
      { afterHours: 6, minutes: 30 },
      { afterHours: 6, minutes: 30, counts: 'worked' as const },
      { afterHours: 5.75, minutes: 20, counts: 'presence' as const },
    ),
    moreOwedBreaks: fc.constantFrom(
      [],
      [
        { afterHours: 9, minutes: 45 },
        { afterHours: 5.75, minutes: 20 },
      ],
      [
        { afterHours: 9, minutes: 45, counts: 'worked' as const },
        { afterHours: 10, minutes: 60 },
      ],
    ),
    breaksByHour: fc.constantFrom(
      [{ afterHours: 5, minutes: 30, byHour: 5 }],
      [
        { afterHours: 10, minutes: 30, byHour: 10 },
        { afterHours: 5, minutes: 30, byHour: 5 },
      ],
      [
        { afterHours: 2, minutes: 15, byHour: 3 },
        { afterHours: 3, minutes: 45, byHour: 3 },
      ],
    ),
    unbrokenWork: fc.constantFrom(null, { hours: 6, breakMinutes: 15 }, { hours: 5, breakMinutes: 30 }),
    noticeDays: fc.constantFrom(null, 3, 14),
    minimumStaff: fc.array(
      fc
        .record({
          poolId: fc.constantFrom(null, 'sales', 'help'),
          dayOfWeek: fc.integer({ min: 0, max: 6 }),
          from: fc.integer({ min: 0, max: 95 }),
          length: fc.integer({ min: 1, max: 96 }),
          people: fc.integer({ min: 0, max: 3 }),
        })
        .map(({ from, length, ...rest }) => ({ ...rest, startMinute: from * 15, endMinute: (from + length) * 15 })),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
)

function timeOff(firstDate: string): fc.Arbitrary<readonly TimeOff[]> {
  return fc.array(
    fc
      .record({
        kind: fc.constantFrom(...TIME_OFF_KINDS),
        day: fc.integer({ min: -9, max: 8 }),
        days: fc.constantFrom(1, 1, 2, 7, 16),
        part: fc.constantFrom(null, null, { startMinute: 0, endMinute: 720 }, { startMinute: 1320, endMinute: 1560 }),
      })
      .map(({ day, days, ...rest }) => ({
        ...rest,
        id: `off-${day}-${days}`,
        from: addDays(firstDate, day),
        to: addDays(firstDate, day + days - 1),
        note: '',
      })),
    { maxLength: 3 },
  )
}

/** The same with rules that no quarter-hour is known to: times of day at any minute, limits such as 7.6 hours, a present between minutes. */
export function offGridCases(): fc.Arbitrary<WorkRulesCase> {
  const minutes = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 8, maxLength: 8 })
  return fc.tuple(workRulesCases(), minutes, fc.boolean()).map(([drawn, by, isLimited]) => {
    const moved = <Range extends TimeRange>(range: Range, from: number): Range => {
      const startMinute = range.startMinute + by[from]!
      return { ...range, startMinute, endMinute: Math.min(range.endMinute + by[from + 1]!, startMinute + 1440) }
    }
    const workRulesOff = (rules: WorkRules): WorkRules => ({
      ...rules,
      ...(rules.night ? { night: moved(rules.night, 0) } : {}),
      ...(rules.minor
        ? {
            minor: {
              ...moved(rules.minor, 2),
              summer: rules.minor.summer && {
                ...rules.minor.summer,
                endMinute: rules.minor.summer.endMinute + by[4]!,
              },
            },
          }
        : {}),
      ...(rules.maxHoursPerDay ? { maxHoursPerDay: rules.maxHoursPerDay - 0.4 } : {}),
      ...(rules.averageHours ? { averageHours: { ...rules.averageHours, hours: rules.averageHours.hours + 0.6 } } : {}),
    })
    const { rules } = drawn
    const { ann } = rules.agents
    const availability = [1, 2, 3, 4, 5, 6].map((dayOfWeek) =>
      moved({ dayOfWeek, startMinute: 120 * dayOfWeek, endMinute: 120 * dayOfWeek + 720 }, 3),
    )
    return {
      ...drawn,
      rules: {
        ...rules,
        plan: {
          ...rules.plan,
          limits: workRulesOff(rules.plan.limits),
          ...(rules.plan.minimumStaff ? { minimumStaff: rules.plan.minimumStaff.map((rule) => moved(rule, 5)) } : {}),
        },
        agents: { ann: { ...ann, ...workRulesOff(ann ?? {}), ...(isLimited ? { availability } : {}) } },
        timeOff: {
          ann: (rules.timeOff?.['ann'] ?? []).map((each) => ({ ...each, part: each.part && moved(each.part, 6) })),
        },
        ...(rules.published
          ? { published: { ...rules.published, now: rules.published.now + by[7]! * 60_000 + 12_345 } }
          : {}),
      },
    }
  })
}

/** A plan of either kind near a clock change, with rules of every kind for everybody and for one. */
export function workRulesCases(): fc.Arbitrary<WorkRulesCase> {
  return fc
    .record({
      zone: fc.constantFrom(...CHANGES),
      pick: fc.nat(),
      before: fc.integer({ min: 0, max: 7 }),
      kind: fc.constantFrom<PlanKind>('weekly', 'dated'),
    })
    .chain(({ zone: [timeZone, changes], pick, before, kind }) => {
      const firstDate = addDays(changes[pick % changes.length]!, -before)
      return fc
        .record({
          shifts: fc.array(shifts(kind, parseLocalDate(firstDate)), { minLength: 1, maxLength: 14 }),
          poolId: fc.constantFrom(null, 'sales'),
          limits: workRules(firstDate),
          plan: planRules,
          ann: fc.record(
            {
              rules: workRules(firstDate),
              timeZone: fc.constantFrom(null, 'Asia/Tokyo', 'Australia/Lord_Howe', 'Pacific/Apia'),
              pools: fc.constantFrom(null, ['help']),
            },
            { requiredKeys: ['rules'] },
          ),
          timeOff: timeOff(firstDate),
          publishedAt: fc.option(fc.integer({ min: -3 * 96, max: 6 * 96 })),
          published: fc.array(
            fc.record({ start: fc.integer({ min: -50, max: 700 }), length: fc.integer({ min: 4, max: 40 }) }),
            {
              maxLength: 3,
            },
          ),
          inactive: fc.option(fc.integer({ min: 0, max: 600 }), { freq: 2 }),
        })
        .map((made): WorkRulesCase => {
          const plan = inOrder({
            ...emptyPlan({ name: 'Plan', timeZone, poolId: made.poolId, kind }),
            shifts: made.shifts.map((shift, index) => ({ ...shift, id: `s${index}` })),
          })
          const { start } = weekClock(timeZone, firstDate)
          const quarter = 15 * 60_000
          const { rules, ...ann } = made.ann
          return {
            plan,
            firstDate,
            rules: {
              plan: { ...NO_PLAN_RULES, ...made.plan, limits: made.limits },
              agents: { ann: { ...rules, ...ann } as AgentRules },
              timeOff: { ann: made.timeOff },
              ...(made.inactive === null ? {} : { inactive: { bob: start + made.inactive * quarter } }),
              ...(made.publishedAt === null
                ? {}
                : {
                    published: {
                      now: start + made.publishedAt * quarter,
                      intervals: made.published.map((each) => ({
                        agentId: 'ann',
                        start: start + each.start * quarter,
                        end: start + (each.start + each.length) * quarter,
                      })),
                    },
                  }),
            },
          }
        })
    })
}
