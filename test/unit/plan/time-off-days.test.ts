import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TIME_OFF_KINDS, type TimeOff, type TimeOffKind } from '../../../shared/plan/rules/rule-types.ts'
import { yearOfTimeOff } from '../../../shared/plan/time-off-days.ts'
import { addDays, dayOfWeekOf } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'

const off = (from: string, to: string, more: Partial<TimeOff> = {}): TimeOff => ({
  id: from,
  kind: 'vacation',
  from,
  to,
  part: null,
  note: '',
  ...more,
})

const date = fc.integer({ min: -20, max: 400 }).map((day) => addDays('2026-01-01', day))
const entry = fc.record({
  from: date,
  days: fc.integer({ min: 0, max: 12 }),
  kind: fc.constantFrom(...TIME_OFF_KINDS),
  part: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .map(([startMinute, length]) => ({ startMinute, endMinute: startMinute + length })),
  ),
})

/** Day by day. */
function countedByDay(
  all: readonly TimeOff[],
  { workdays, holidays }: { readonly workdays: readonly number[]; readonly holidays: readonly string[] },
): Record<TimeOffKind, number> {
  const days = { vacation: 0, ill: 0, training: 0, holiday: 0, other: 0 }
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    if (!workdays.includes(dayOfWeekOf(day))) continue
    if (holidays.includes(day)) {
      days.holiday += 1
      continue
    }
    for (const kind of TIME_OFF_KINDS) {
      let minutes = 0
      for (const one of all) {
        if (one.kind !== kind || one.from > day || one.to < day) continue
        minutes += one.part === null ? 480 : Math.min(480, one.part.endMinute - one.part.startMinute)
      }
      days[kind] += Math.min(480, minutes) / 480
    }
  }
  return days
}

describe('time off of a year', () => {
  it('is what counting day by day gives', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 8 }),
        fc.array(date, { maxLength: 4 }),
        fc.tuple(
          fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })),
          fc.option(fc.integer({ min: 0, max: 40 })),
        ),
        (entries, holidays, [availableOn, vacationDays]) => {
          const all = entries.map(({ from, days, ...more }) => off(from, addDays(from, days), more))
          const availability =
            availableOn && availableOn.map((dayOfWeek) => ({ dayOfWeek, startMinute: 540, endMinute: 1020 }))
          const found = yearOfTimeOff(all, {
            year: 2026,
            rules: { availability, vacationDays },
            publicHolidays: holidays,
          })
          const counted = countedByDay(all, { workdays: availableOn ?? [1, 2, 3, 4, 5], holidays })
          for (const kind of TIME_OFF_KINDS) expect(found.days[kind]).toBeCloseTo(counted[kind], 9)
          expect(found.vacationLeft === null).toBe(vacationDays === null)
          expect(found.vacationLeft ?? 0).toBeCloseTo(vacationDays === null ? 0 : vacationDays - counted.vacation, 9)
        },
      ),
      tries(60, 91),
    )
  })

  it('takes nothing from the allowance for vacation over a public holiday', () => {
    const { days, vacationLeft } = yearOfTimeOff([off('2026-12-24', '2026-12-31')], {
      year: 2026,
      rules: { vacationDays: 25 },
      // A Friday, and a Saturday on which nobody works.
      publicHolidays: ['2026-12-25', '2026-12-26'],
    })
    expect([days.vacation, days.holiday, vacationLeft]).toEqual([5, 1, 20])
  })

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
