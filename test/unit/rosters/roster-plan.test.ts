import { describe, expect, it } from 'vitest'
import { planOfRoster, weeksOfRoster } from '../../../shared/roster/roster-plan.ts'
import type { FoundRoster, FoundShift } from '../../../shared/roster/roster.ts'
import { formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { assertPlan } from '../../../shared/plan/validate-plan.ts'

const found = (...shifts: readonly Partial<FoundShift>[]): FoundRoster => ({
  shape: 'rows',
  isWeekly: false,
  rows: shifts.length,
  columns: [],
  unused: [],
  dateOrder: 'dmy',
  orderReason: 'not-needed',
  shifts: shifts.map((shift, index) => ({
    row: index + 1,
    column: 1,
    person: null,
    day: 20_514,
    startMinute: 540,
    endMinute: 1020,
    breaks: [],
    breakMinutes: 0,
    note: '',
    ...shift,
  })),
  absences: [],
  notUnderstood: [],
  changed: [],
  days: null,
})
const planned = (...shifts: readonly Partial<FoundShift>[]) => {
  const { plan, changed } = planOfRoster(found(...shifts), {
    name: 'P',
    timeZone: 'UTC',
    poolId: null,
    agentOf: ({ name }) => name,
  })
  assertPlan(plan)
  return {
    shifts: plan.shifts.map(({ day, startMinute, endMinute, breaks }) => [
      day,
      startMinute,
      endMinute,
      ...breaks.map((one) => [one.startMinute, one.endMinute]),
    ]),
    changed: changed.map(({ row, why, text }) => `${row} ${why} ${text}`),
  }
}

describe('the plan that a roster becomes', () => {
  it('has times on the quarter-hour, and says which were rounded', () => {
    expect(planned({ startMinute: 547, endMinute: 1013 }, {})).toEqual({
      shifts: [
        [20_514, 540, 1020],
        [20_514, 540, 1020],
      ],
      changed: ['1 rounded 09:07-16:53'],
    })
  })

  it('puts a start that is rounded up to midnight on the next day', () => {
    expect(planned({ startMinute: 1435, endMinute: 1920 })).toEqual({
      shifts: [[20_515, 0, 480]],
      changed: ['1 rounded 23:55-08:00'],
    })
  })

  it('puts breaks without times into the middle, and leaves out what leaves nothing to work', () => {
    expect(planned({ breakMinutes: 30 })).toEqual({ shifts: [[20_514, 540, 1020, [765, 795]]], changed: [] })
    expect(planned({ breakMinutes: 20 })).toEqual({
      shifts: [[20_514, 540, 1020, [780, 795]]],
      changed: ['1 break-rounded 20 min'],
    })
    expect(planned({ breakMinutes: 480 })).toEqual({
      shifts: [[20_514, 540, 1020]],
      changed: ['1 break-dropped 480 min'],
    })
    expect(planned({ breaks: [{ startMinute: 1100, endMinute: 1130 }] })).toEqual({
      shifts: [[20_514, 540, 1020]],
      changed: ['1 break-dropped 18:20-18:50'],
    })
  })

  it('is never shorter than a quarter-hour, nor longer than a day', () => {
    expect(planned({ startMinute: 540, endMinute: 543 }).shifts).toEqual([[20_514, 540, 555]])
    expect(planned({ startMinute: 547, endMinute: 547 + 1440 }).shifts).toEqual([[20_514, 540, 540 + 1440]])
  })
})

describe('the weeks that a roster is about', () => {
  const weeks = (first: string, last: string, usual = 1) => {
    const span = weeksOfRoster({ first: parseLocalDate(first), last: parseLocalDate(last) }, usual)
    return `${formatLocalDate(span.first)}..${formatLocalDate(span.last)}`
  }

  it('are those that hold its days, from the usual weekday on', () => {
    expect(weeks('2026-03-03', '2026-03-05')).toBe('2026-03-02..2026-03-08')
    expect(weeks('2026-03-02', '2026-03-15')).toBe('2026-03-02..2026-03-15')
    expect(weeks('2026-03-03', '2026-03-05', 0)).toBe('2026-03-01..2026-03-07')
  })

  it('begin on a Sunday or Saturday where that makes them fewer', () => {
    expect(weeks('2026-03-01', '2026-03-07')).toBe('2026-03-01..2026-03-07')
    expect(weeks('2026-02-28', '2026-03-06')).toBe('2026-02-28..2026-03-06')
  })
})
