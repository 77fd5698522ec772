import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesOfNamed, NAMED_RANGES } from '../../../../../renderer/app/range/named-range.ts'
import { addDays, countDays, dayOfWeekOf } from '../../../../../shared/time/local.ts'

// A Wednesday.
const context = { today: '2026-03-04', firstDayOfWeek: 1, firstKnownDate: '2025-12-24' }

describe('a stretch that the calendar names', () => {
  it.each([
    ['yesterday', '2026-03-03', '2026-03-03'],
    ['this-week', '2026-03-02', '2026-03-04'],
    ['last-week', '2026-02-23', '2026-03-01'],
    ['this-month', '2026-03-01', '2026-03-04'],
    ['last-month', '2026-02-01', '2026-02-28'],
    ['everything', '2025-12-24', '2026-03-04'],
  ] as const)('%s is from %s to %s', (name, from, to) => {
    expect(datesOfNamed(name, context)).toEqual({ from, to })
  })

  it('begins weeks on the day of the user', () => {
    expect(datesOfNamed('this-week', { ...context, firstDayOfWeek: 0 }).from).toBe('2026-03-01')
    expect(datesOfNamed('this-week', { ...context, firstDayOfWeek: 3 })).toEqual({
      from: '2026-03-04',
      to: '2026-03-04',
    })
  })

  it('is today where everything is nothing, and no longer than a report can be', () => {
    expect(datesOfNamed('everything', { ...context, firstKnownDate: null })).toEqual({
      from: '2026-03-04',
      to: '2026-03-04',
    })
    const { from, to } = datesOfNamed('everything', { ...context, firstKnownDate: '1999-01-01' })
    expect(countDays(from, to)).toBe(3660)
  })

  it('never ends after today, begins before it ends, and a whole week has seven days', () => {
    const todays = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2020-01-01', days))
    fc.assert(
      fc.property(todays, fc.nat(6), (today, firstDayOfWeek) => {
        for (const name of NAMED_RANGES) {
          const { from, to } = datesOfNamed(name, { today, firstDayOfWeek, firstKnownDate: '2019-06-01' })
          expect(from <= to && to <= today).toBe(true)
        }
        const week = datesOfNamed('last-week', { today, firstDayOfWeek, firstKnownDate: null })
        expect([countDays(week.from, week.to), dayOfWeekOf(week.from)]).toEqual([7, firstDayOfWeek])
      }),
    )
  })
})
