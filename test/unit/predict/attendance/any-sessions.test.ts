import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SessionInterval } from '../../../../shared/coverage/session-interval.ts'
import { MINUTE_MS } from '../../../../shared/foundation/minutes.ts'
import { inferPlannedIntervals } from '../../../../shared/predict/attendance/infer-shifts.ts'
import { lastWeekPlan } from '../../../../shared/predict/attendance/last-week-plan.ts'
import { learnAttendance } from '../../../../shared/predict/attendance/learn-attendance.ts'
import { inferTypicalPlan } from '../../../../shared/predict/attendance/typical-plan.ts'
import { typicalStaffing, typicalStaffingOfWeeks } from '../../../../shared/predict/attendance/typical-staffing.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import type { Shift } from '../../../../shared/plan/plan.ts'
import { plannedIntervals } from '../../../../shared/plan/planned-intervals.ts'
import type { AttendanceProfile } from '../../../../shared/predict/types.ts'
import { addDays, localDateOf } from '../../../../shared/time/local.ts'
import { tries } from '../../../support/deep.ts'
import { madeUpInputs, weekStarts } from '../plan-prediction/made-up-inputs.ts'

const ORIGIN = Date.UTC(2026, 3, 8, 13, 20)
const EIGHT_WEEKS_MINUTES = 8 * 7 * 1440

/** Sessions as wild as a source may have them: overlapping, endless, in the future, of one minute or of days. */
const sessions: fc.Arbitrary<readonly SessionInterval[]> = fc.array(
  fc
    .record({
      agent: fc.integer({ min: 0, max: 3 }),
      begin: fc.integer({ min: -EIGHT_WEEKS_MINUTES - 10_000, max: 2000 }),
      minutes: fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 3000 })),
      isOpen: fc.integer({ min: 0, max: 20 }).map((number) => number === 0),
    })
    .map(({ agent, begin, minutes, isOpen }) => ({
      agentId: `agent ${agent}`,
      startedAt: ORIGIN + begin * MINUTE_MS,
      endedAt: isOpen ? null : ORIGIN + (begin + minutes) * MINUTE_MS,
    })),
  { maxLength: 120 },
)
const zones = fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia')

function whatIsWrongWith(shift: Shift): string | null {
  const { startMinute, endMinute, breaks } = shift
  if (!(startMinute >= 0 && startMinute < 1440 && endMinute > startMinute && endMinute <= startMinute + 1440))
    return `times of ${JSON.stringify(shift)}`
  if (
    [startMinute, endMinute, ...breaks.flatMap((rest) => [rest.startMinute, rest.endMinute])].some(
      (minute) => minute % 15 !== 0,
    )
  )
    return `grid of ${JSON.stringify(shift)}`
  let from = startMinute
  for (const rest of breaks) {
    if (rest.startMinute <= from || rest.endMinute <= rest.startMinute || rest.endMinute >= endMinute)
      return `breaks of ${JSON.stringify(shift)}`
    from = rest.endMinute
  }
  return null
}

function sharesOf(profile: AttendanceProfile): readonly number[] {
  const { shows, middle, middleOutsideBreaks, duringBreaks, beforeStart, sinceStart, beforeEnd, afterEnd } = profile
  return [shows, middle, middleOutsideBreaks, duringBreaks, ...beforeStart, ...sinceStart, ...beforeEnd, ...afterEnd]
}

describe('whatever sessions there are', () => {
  it('attendance is made of shares, and inferred plans of shifts', () => {
    fc.assert(
      fc.property(sessions, zones, (some, timeZone) => {
        const attendance = learnAttendance({
          sessions: some,
          origin: ORIGIN,
          timeZone,
          planned: null,
          pools: [{ members: ['agent 0', 'agent 1'] }, { members: null }],
        })
        for (const profile of [attendance.everybody, ...Object.values(attendance.agents)]) {
          expect(sharesOf(profile).filter((share) => !(share >= 0 && share <= 1))).toEqual([])
        }
        const shifts = inferTypicalPlan({ sessions: some, origin: ORIGIN, timeZone, attendance })
        const worked = lastWeekPlan({
          sessions: some,
          origin: ORIGIN,
          timeZone,
          firstDate: '2026-03-29',
          kind: 'weekly',
        })
        expect([...shifts, ...worked].map(whatIsWrongWith).filter((wrong) => wrong !== null)).toEqual([])
        expect(new Set(shifts.map(({ id }) => id)).size).toBe(shifts.length)
        expect(
          inferPlannedIntervals(some, { origin: ORIGIN, timeZone }).filter(({ start, end }) => !(end > start)),
        ).toEqual([])
      }),
      tries(150, 11),
    )
  })

  it('typical staffing of many weeks, clock changes among them, is that of each by itself', () => {
    fc.assert(
      fc.property(sessions, zones, (some, timeZone) => {
        const first = localDateOf(ORIGIN, timeZone)
        const pools = [{ members: ['agent 0', 'agent 1'] }, { members: null }]
        const staffingOf = typicalStaffingOfWeeks({ timeZone, origin: ORIGIN, pools })
        for (const days of [0, 7, 7 * 25, 7 * 26, 7 * 30]) {
          const starts = weekStarts(addDays(first, days), timeZone)
          for (const own of [some, some.slice(1)])
            expect(staffingOf({ starts, sessions: own })).toEqual(
              typicalStaffing({ timeZone, origin: ORIGIN, pools, starts, sessions: own }),
            )
        }
      }),
      tries(5, 13),
    )
  })

  it('a week is predicted with finite figures, and nobody is covered who does not come', () => {
    fc.assert(
      fc.property(sessions, zones, (some, timeZone) => {
        const firstDate = localDateOf(ORIGIN, timeZone)
        const inputs = madeUpInputs({ timeZone, firstDate })
        const attendance = learnAttendance({ sessions: some, origin: ORIGIN, timeZone, planned: null })
        const { all } = typicalStaffing({
          sessions: some,
          timeZone,
          origin: ORIGIN,
          starts: weekStarts(firstDate, timeZone),
          pools: [],
        })
        const predictor = createPlanPredictor({
          ...inputs,
          attendance,
          typical: all,
          pools: inputs.pools.map((pool) => ({ ...pool, typical: all })),
        })
        const shifts = inferTypicalPlan({ sessions: some, origin: ORIGIN, timeZone, attendance })
        const plan = predictor.predict(
          plannedIntervals({ name: '', timeZone, poolId: null, kind: 'weekly', shifts }, { firstDate }),
        )
        for (const { covered, visitors, agents } of [plan, predictor.typicalWeek()]) {
          expect(covered.every((value, slot) => value >= 0 && value <= visitors[slot]! + 1e-9)).toBe(true)
          expect(agents.every((value) => value >= 0 && value <= 4 + 1e-9)).toBe(true)
        }
      }),
      tries(60, 12),
    )
  })
})
