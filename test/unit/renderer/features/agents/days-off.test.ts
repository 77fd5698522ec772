import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  daysOffProblem,
  daysOffRuns,
  withDaysOff,
  withoutDaysOff,
} from '../../../../../renderer/features/agents/days-off.ts'
import { addDays, datesBetween } from '../../../../../shared/time/local.ts'

const someDates = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 })
  .map((days) => days.map((each) => addDays('2026-02-10', each)))

describe('days off', () => {
  it('are listed as runs of days, over the ends of months', () => {
    expect(daysOffRuns(['2026-03-01', '2026-12-25', '2026-02-28', '2026-02-27'])).toEqual([
      { from: '2026-02-27', to: '2026-03-01' },
      { from: '2026-12-25', to: '2026-12-25' },
    ])
  })

  it('are the same days in runs and one by one', () => {
    fc.assert(
      fc.property(someDates, (dates) => {
        expect(daysOffRuns(dates).flatMap(({ from, to }) => datesBetween(from, to))).toEqual(dates.toSorted())
      }),
      { seed: 20_261_122 },
    )
  })

  it('are none twice when they are added, and gone when they are removed', () => {
    const christmas = { from: '2026-12-24', to: '2026-12-26' }
    const dates = withDaysOff(['2026-12-25', '2026-11-02'], christmas)
    expect(dates).toEqual(['2026-11-02', '2026-12-24', '2026-12-25', '2026-12-26'])
    expect(withoutDaysOff(dates, christmas)).toEqual(['2026-11-02'])
  })

  it('are refused where they are too many', () => {
    expect(daysOffProblem([], { from: '2026-01-01', to: '2026-12-31' })).toBeNull()
    expect(daysOffProblem([], { from: '2026-01-01', to: '2199-12-31' })).toMatch(/more than a year/)
    expect(daysOffProblem([], { from: '0002-12-24', to: '2026-12-24' })).toBe('Choose dates from 1980 to 2199.')
    expect(daysOffProblem(datesBetween('2022-01-01', '2024-06-01'), { from: '2026-01-01', to: '2026-12-31' })).toMatch(
      /^At most 1,000 days off/,
    )
  })
})
