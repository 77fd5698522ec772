import { describe, expect, it } from 'vitest'
import { HOUR_MINUTES } from '../../../../shared/foundation/minutes.ts'
import { blocksOf } from '../../../../shared/predict/attendance/blocks.ts'
import { addPresence, profileFor } from '../../../../shared/predict/attendance/expected-presence.ts'
import { inferPlannedIntervals } from '../../../../shared/predict/attendance/infer-shifts.ts'
import { lastWeekPlan } from '../../../../shared/predict/attendance/last-week-plan.ts'
import { learnAttendance } from '../../../../shared/predict/attendance/learn-attendance.ts'
import { inferTypicalPlan } from '../../../../shared/predict/attendance/typical-plan.ts'
import { plannedIntervals } from '../../../../shared/plan/planned-intervals.ts'
import type { Shift } from '../../../../shared/plan/plan.ts'
import type { AttendanceModel } from '../../../../shared/predict/types.ts'
import { addDays, localDateOf } from '../../../../shared/time/local.ts'
import { SLOT_MS } from '../../../../shared/time/slots.ts'
import { hoursOf, madeUpWork, WEEKDAYS, type MadeUpHistory, type Turn } from './made-up-work.ts'

const office: Turn = { agentId: 'ann', days: WEEKDAYS, start: 9 * HOUR_MINUTES, end: 17 * HOUR_MINUTES }
const human = { noShow: 0.05, late: 4, early: 3, jitter: 4 } as const

interface Learned {
  readonly shifts: readonly Shift[]
  readonly attendance: AttendanceModel
  /** Agent-hours a week that the typical plan promises, and those of history. */
  readonly promised: number
  readonly worked: number
}

function learn(history: MadeUpHistory): Learned {
  const { sessions, origin, timeZone } = madeUpWork(history)
  const attendance = learnAttendance({ sessions, origin, timeZone, planned: null })
  const shifts = inferTypicalPlan({ sessions, origin, timeZone, attendance })
  return {
    shifts,
    attendance,
    promised: promisedHours(shifts, attendance, { origin, timeZone }),
    worked: hoursOf(sessions, 0, origin) / history.weeks,
  }
}

function promisedHours(
  shifts: readonly Shift[],
  attendance: AttendanceModel,
  { origin, timeZone }: { readonly origin: number; readonly timeZone: string },
): number {
  const firstDate = localDateOf(origin, timeZone)
  const intervals = plannedIntervals({ name: '', timeZone, poolId: null, kind: 'weekly', shifts }, { firstDate })
  let hours = 0
  for (const own of Map.groupBy(intervals, ({ agentId }) => agentId).values()) {
    const presence = new Float64Array(672)
    const grid = { start: origin, count: 672 }
    for (const block of blocksOf(own))
      addPresence(presence, { block, profile: profileFor(attendance, own[0]!.agentId), grid })
    hours += presence.reduce((sum, chance) => sum + chance, 0) / 4
  }
  return hours
}

function times(shifts: readonly Shift[], agentId: string): readonly string[] {
  const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  return shifts
    .filter((shift) => shift.agentId === agentId)
    .map(({ day, startMinute, endMinute }) => `${day} ${clock(startMinute)}-${clock(endMinute)}`)
}

describe('shifts inferred from sessions', () => {
  it('are the usual times on the quarter-hour', () => {
    const { shifts } = learn({ weeks: 6, turns: [office], habits: human })
    expect(times(shifts, 'ann')).toEqual(WEEKDAYS.map((day) => `${day} 9:00-17:00`))
  })

  it('have the breaks that come at the same time', () => {
    const { shifts, attendance } = learn({
      weeks: 6,
      turns: [{ ...office, rest: [12 * HOUR_MINUTES, 12.75 * HOUR_MINUTES] }],
      habits: { ...human, jitter: 2 },
    })
    expect(shifts[0]!.breaks).toEqual([{ startMinute: 720, endMinute: 765 }])
    expect(attendance.everybody.duringBreaks).toBeLessThan(0.3)
    expect(attendance.everybody.middleOutsideBreaks).toBeGreaterThan(0.97)
    expect(attendance.everybody.middle).toBeLessThan(0.9)
  })

  it('may pass midnight, also at the end of the week', () => {
    const { shifts, promised } = learn({
      weeks: 5,
      turns: [{ agentId: 'nina', days: [5, 6], start: 22 * HOUR_MINUTES, end: 30 * HOUR_MINUTES }],
    })
    expect(times(shifts, 'nina')).toEqual(['5 22:00-30:00', '6 22:00-30:00'])
    expect(promised).toBeGreaterThan(15)
    expect(promised).toBeLessThan(16)
  })

  it('begin at midnight although people come a little before or after it', () => {
    const { shifts } = learn({
      weeks: 6,
      turns: [{ agentId: 'nina', days: [0, 2, 4], start: 0, end: 8 * HOUR_MINUTES }],
      habits: { late: 3, jitter: 5 },
    })
    expect(times(shifts, 'nina')).toEqual([0, 2, 4].map((day) => `${day} 0:00-8:00`))
  })

  it('are two where somebody works twice a day', () => {
    const { shifts } = learn({
      weeks: 4,
      turns: [
        { ...office, start: 8 * HOUR_MINUTES, end: 12 * HOUR_MINUTES },
        { ...office, start: 16 * HOUR_MINUTES, end: 20 * HOUR_MINUTES },
      ],
      habits: { jitter: 3 },
    })
    expect(times(shifts, 'ann').slice(0, 2)).toEqual(['1 8:00-12:00', '1 16:00-20:00'])
  })

  it('stay at the same wall time when the clock changes', () => {
    const { shifts } = learn({ weeks: 6, firstDate: '2026-03-01', turns: [office] })
    expect(times(shifts, 'ann')).toEqual(WEEKDAYS.map((day) => `${day} 9:00-17:00`))
  })

  it('are one a day where early and late weeks take turns, half of the people on each', () => {
    const turns = ['a', 'b', 'c', 'd'].flatMap((agentId, index): readonly Turn[] => [
      {
        agentId,
        days: WEEKDAYS,
        start: 6 * HOUR_MINUTES,
        end: 14 * HOUR_MINUTES,
        inWeek: (week) => (week + index) % 2 === 0,
      },
      {
        agentId,
        days: WEEKDAYS,
        start: 14 * HOUR_MINUTES,
        end: 22 * HOUR_MINUTES,
        inWeek: (week) => (week + index) % 2 === 1,
      },
    ])
    const { shifts, attendance, promised, worked } = learn({ weeks: 8, turns })
    expect(shifts).toHaveLength(20)
    for (const day of WEEKDAYS)
      expect(shifts.filter((shift) => shift.day === day && shift.startMinute === 360)).toHaveLength(2)
    expect(attendance.everybody.shows).toBeGreaterThan(0.98)
    expect(promised / worked).toBeCloseTo(1, 1)
  })

  it('leave out who has left, and know who came lately', () => {
    const left: Turn = { ...office, agentId: 'left', inWeek: (week) => week < 5 }
    const newcomer: Turn = { ...office, agentId: 'new', inWeek: (week) => week >= 6 }
    const { shifts, attendance } = learn({ weeks: 8, turns: [office, left, newcomer] })
    expect(times(shifts, 'left')).toEqual([])
    expect(times(shifts, 'new')).toHaveLength(5)
    expect(attendance.everybody.shows).toBeGreaterThan(0.98)
  })

  it('count a missing day as an absence, and a leave as none', () => {
    const { sessions, origin, timeZone } = madeUpWork({
      weeks: 8,
      turns: [office, { ...office, agentId: 'bob', inWeek: (week) => week !== 3 && week !== 4 }],
    })
    const ill = sessions.filter(
      (session) => !(session.agentId === 'ann' && localDateOf(session.startedAt, timeZone) === '2026-01-14'),
    )
    const absences = inferPlannedIntervals(ill, { origin, timeZone }).filter(
      (interval) =>
        !ill.some(
          ({ agentId, startedAt }) => agentId === interval.agentId && Math.abs(startedAt - interval.start) < SLOT_MS,
        ),
    )
    expect(absences.map(({ agentId, start }) => [agentId, localDateOf(start, timeZone)])).toEqual([
      ['ann', '2026-01-14'],
    ])
  })

  it('know a leave of somebody who works at weekends only', () => {
    const saturday: Turn = { agentId: 'wim', days: [6], start: 600, end: 960, inWeek: (week) => week !== 3 }
    const sunday: Turn = { ...saturday, days: [0], inWeek: (week) => week !== 4 }
    expect(learn({ weeks: 8, turns: [saturday, sunday] }).attendance.everybody.shows).toBeGreaterThan(0.98)
  })

  it('count no absences on a day on which nobody came', () => {
    const turns = ['a', 'b', 'c', 'd'].map((agentId) => ({ ...office, agentId }))
    const { sessions, origin, timeZone } = madeUpWork({ weeks: 6, turns })
    const holiday = sessions.filter(({ startedAt }) => localDateOf(startedAt, timeZone) !== '2026-01-21')
    expect(learnAttendance({ sessions: holiday, origin, timeZone, planned: null }).everybody.shows).toBeGreaterThan(
      0.995,
    )
    const half = sessions.filter(
      ({ agentId, startedAt }) => localDateOf(startedAt, timeZone) !== '2026-01-21' || agentId < 'c',
    )
    expect(learnAttendance({ sessions: half, origin, timeZone, planned: null }).everybody.shows).toBeLessThan(0.99)
  })

  it('come from a single week, if that is all there is', () => {
    const { shifts, attendance } = learn({ weeks: 1, turns: [office] })
    expect(times(shifts, 'ann')).toHaveLength(5)
    expect(attendance.everybody.shows).toBeGreaterThan(0.9)
    expect(learn({ weeks: 2, turns: [] }).attendance.everybody.shifts).toBe(0)
  })

  it('leave out sessions that were probably forgotten', () => {
    const { sessions, origin, timeZone } = madeUpWork({ weeks: 4, turns: [office] })
    const forgotten = sessions.map((session, index) =>
      index === 3 ? { ...session, endedAt: session.endedAt! + 20 * 3_600_000 } : session,
    )
    const attendance = learnAttendance({ sessions: forgotten, origin, timeZone, planned: null })
    expect(attendance.everybody.shows).toBeGreaterThan(0.98)
    expect(times(inferTypicalPlan({ sessions: forgotten, origin, timeZone, attendance }), 'ann')).toEqual(
      WEEKDAYS.map((day) => `${day} 9:00-17:00`),
    )
  })
})

describe('attendance', () => {
  it('gives back the hours that were worked', () => {
    const turns = Array.from({ length: 12 }, (_, index): Turn => ({
      agentId: `agent ${index}`,
      days: [0, 1, 2, 3, 4].map((day) => (day + index) % 7),
      start: (6 + index) * HOUR_MINUTES,
      end: (14 + index) * HOUR_MINUTES,
      ...(index % 2 === 0 ? { rest: [(10 + index) * HOUR_MINUTES, (10.5 + index) * HOUR_MINUTES] as const } : {}),
    }))
    for (const seed of [1, 2, 3]) {
      const { promised, worked } = learn({
        weeks: 6,
        turns,
        seed,
        habits: { noShow: 0.06, late: 7, early: 5, jitter: 6 },
      })
      expect(Math.abs(promised / worked - 1)).toBeLessThan(0.02)
    }
  })

  it('gives back the hours of people whose hours are never the same', () => {
    const turns = Array.from({ length: 8 }, (_, index): Turn => ({
      agentId: `agent ${index}`,
      days: WEEKDAYS,
      start: 9 * HOUR_MINUTES,
      end: 15 * HOUR_MINUTES,
    }))
    const { promised, worked } = learn({ weeks: 8, turns, habits: { jitter: 50 } })
    expect(Math.abs(promised / worked - 1)).toBeLessThan(0.1)
  })

  it('is learned from a published plan, where there is one', () => {
    const { sessions, origin, timeZone } = madeUpWork({ weeks: 4, turns: [{ ...office, start: 9.5 * HOUR_MINUTES }] })
    const shift: Shift = {
      id: 'a',
      agentId: 'ann',
      day: 1,
      startMinute: 9 * HOUR_MINUTES,
      endMinute: 17 * HOUR_MINUTES,
      breaks: [],
      note: '',
    }
    const shifts = WEEKDAYS.map((day) => ({ ...shift, id: `a${day}`, day }))
    const planned = [0, 1, 2, 3].flatMap((week) =>
      plannedIntervals(
        { name: '', timeZone, poolId: null, kind: 'weekly', shifts },
        { firstDate: addDays('2026-01-04', 7 * week) },
      ),
    )
    const { sinceStart } = learnAttendance({ sessions, origin, timeZone, planned }).agents['ann']!
    expect(sinceStart[0]).toBeLessThan(0.3)
    expect(sinceStart[1]).toBeLessThan(0.35)
    expect(sinceStart[2]).toBeGreaterThan(0.95)
  })

  it('is still inferred for those for whom nothing was published', () => {
    const { sessions, origin, timeZone } = madeUpWork({ weeks: 4, turns: [office, { ...office, agentId: 'bob' }] })
    const planned = inferPlannedIntervals(sessions, { origin, timeZone }).filter(({ agentId }) => agentId === 'ann')
    expect(learnAttendance({ sessions, origin, timeZone, planned }).agents['bob']!.shifts).toBe(20)
  })

  it('draws an agent of whom little is known towards the others of the pool', () => {
    const tardy = ['t1', 't2', 't3'].map((agentId): Turn => ({ ...office, agentId, start: 9.4 * HOUR_MINUTES }))
    const rare: Turn = { ...office, agentId: 'rare', days: [3], inWeek: (week) => week > 5 }
    const { sessions, origin, timeZone } = madeUpWork({ weeks: 8, turns: [office, ...tardy, rare] })
    const planned = inferPlannedIntervals(sessions, { origin, timeZone }).map((interval) =>
      interval.agentId?.startsWith('t') ? { ...interval, start: interval.start - 2 * SLOT_MS } : interval,
    )
    const inPool = (members: readonly string[]): number =>
      learnAttendance({ sessions, origin, timeZone, planned, pools: [{ members }] }).agents['rare']!.sinceStart[0]!
    expect(inPool(['t1', 't2', 't3', 'rare'])).toBeLessThan(inPool(['ann', 'rare']))
  })

  it('takes an open shift and a stranger like everybody', () => {
    const { attendance } = learn({ weeks: 4, turns: [office], habits: human })
    expect(profileFor(attendance, null)).toBe(attendance.everybody)
    expect(profileFor(attendance, 'a stranger')).toBe(attendance.everybody)
    expect(profileFor(attendance, 'ann')).toBe(attendance.agents['ann'])
  })

  it('knows nothing of what comes after the origin', () => {
    const { sessions, origin, timeZone } = madeUpWork({ weeks: 8, turns: [office], habits: human })
    const middle = origin - 4 * 7 * 24 * 3_600_000
    const before = sessions.filter(({ startedAt }) => startedAt < middle)
    const learnFrom = (known: typeof sessions): AttendanceModel =>
      learnAttendance({ sessions: known, origin: middle, timeZone, planned: null })
    expect(learnFrom(sessions)).toEqual(learnFrom(before))
  })
})

describe('last week as it happened', () => {
  it('is on the quarter-hour, breaks and all', () => {
    const { sessions, origin, timeZone } = madeUpWork({
      weeks: 2,
      turns: [{ ...office, rest: [12 * HOUR_MINUTES, 12.5 * HOUR_MINUTES] }],
      habits: { late: 5, early: 4 },
    })
    const shifts = lastWeekPlan({ sessions, origin, timeZone, firstDate: '2026-01-11', kind: 'weekly' })
    expect(times(shifts, 'ann')).toEqual(WEEKDAYS.map((day) => `${day} 9:00-17:00`))
    expect(shifts[2]!.breaks).toEqual([{ startMinute: 720, endMinute: 750 }])
    expect(lastWeekPlan({ sessions, origin, timeZone, firstDate: '2026-01-11', kind: 'dated' })[0]!.day).toBe(20_465)
  })
})
