import { describe, expect, it } from 'vitest'
import type { TimeOff } from '../../../shared/plan/rules/rule-types.ts'
import { yearOfTimeOff } from '../../../shared/plan/time-off-days.ts'

const off = (from: string, to: string, more: Partial<TimeOff> = {}): TimeOff => ({
  id: from,
  kind: 'vacation',
  from,
  to,
  part: null,
  note: '',
  ...more,
})

describe('time off of a year', () => {
  it('counts days on which somebody works, in the year alone, against the allowance', () => {
    // Thursday 24 December 2026 to Sunday 3 January 2027.
    const { days, vacationLeft } = yearOfTimeOff([off('2026-12-24', '2027-01-03')], {
      year: 2026,
      rules: { vacationDays: 25 },
    })
    expect([days.vacation, vacationLeft]).toEqual([6, 19])
    expect(yearOfTimeOff([off('2026-12-24', '2027-01-03')], { year: 2027, rules: {} })).toMatchObject({
      days: { vacation: 1 },
      vacationLeft: null,
    })
  })

  it('goes by the days of availability where they are set', () => {
    const availability = [0, 6].map((dayOfWeek) => ({ dayOfWeek, startMinute: 540, endMinute: 1020 }))
    expect(
      yearOfTimeOff([off('2026-12-21', '2026-12-27')], { year: 2026, rules: { availability } }).days.vacation,
    ).toBe(2)
  })

  it('counts a part by its share of eight hours, and a date once', () => {
    const half = { part: { startMinute: 780, endMinute: 1020 } }
    expect(yearOfTimeOff([off('2026-12-21', '2026-12-22', half)], { year: 2026, rules: {} }).days.vacation).toBe(1)
    const twice = [off('2026-12-21', '2026-12-21', half), off('2026-12-21', '2026-12-23')]
    expect(yearOfTimeOff(twice, { year: 2026, rules: {} }).days.vacation).toBe(3)
    const night = off('2026-12-21', '2026-12-21', { kind: 'ill', part: { startMinute: 0, endMinute: 1440 } })
    expect(yearOfTimeOff([night], { year: 2026, rules: {} }).days).toEqual({
      vacation: 0,
      ill: 1,
      training: 0,
      holiday: 0,
      other: 0,
    })
  })
})
