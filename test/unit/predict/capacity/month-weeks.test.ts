import { describe, expect, it } from 'vitest'
import {
  type Month,
  monthsAfter,
  representedBy,
  type RepresentationOptions,
  representedWeeks,
} from '../../../../shared/predict/capacity/month-weeks.ts'
import { addDays, dayOfWeekOf } from '../../../../shared/time/local.ts'

const usual = { firstWeek: '2000-01-03', isSpecial: () => false, ownDay: () => null }
const namedWhere =
  (is: (date: string) => boolean) =>
  (date: string): string | null =>
    is(date) ? date : null
/** Days that no other can be taken for. */
const only = (isSpecial: (date: string) => boolean) => ({ ...usual, isSpecial, ownDay: namedWhere(isSpecial) })
const predictedFor = (month: Month, options: RepresentationOptions): ReadonlySet<string> =>
  new Set(representedWeeks(month, options).map(({ predicted }) => predicted))
const [december, january, february] = monthsAfter('2026-11-30', 3)

describe('the months to come', () => {
  it('are the calendar months after the one of a date, with 28 to 31 days', () => {
    expect(monthsAfter('2027-12-31', 3).map(({ month, from, to, days }) => [month, from, to, days])).toEqual([
      ['2028-01', '2028-01-01', '2028-01-31', 31],
      ['2028-02', '2028-02-01', '2028-02-29', 29],
      ['2028-03', '2028-03-01', '2028-03-31', 31],
    ])
    expect([december, january, february].map((month) => month!.days)).toEqual([31, 31, 28])
  })

  it('count each of their days once, whichever weeks are predicted', () => {
    for (const month of monthsAfter('2026-11-30', 24)) {
      for (const isSpecial of [() => false, (date: string) => date.endsWith('-25'), () => true]) {
        const weeks = representedWeeks(month, { ...usual, isSpecial, ownDay: namedWhere(isSpecial) })
        expect(weeks.flatMap(({ days }) => days).reduce((sum, count) => sum + count, 0)).toBe(month.days)
      }
    }
  })

  it('are predicted by the week around their middle', () => {
    expect(new Set(representedWeeks(february!, usual).map(({ predicted }) => predicted))).toEqual(
      new Set(['2027-02-15']),
    )
  })

  it('have a holiday as itself, and once', () => {
    const weeks = representedWeeks(
      december!,
      only((date) => date === '2026-12-25'),
    )
    expect(new Set(weeks.map(({ predicted }) => predicted))).toEqual(new Set(['2026-12-14', '2026-12-21']))
    const christmas = weeks.filter(({ predicted, days }) => predicted === '2026-12-21' && days[4]! > 0)
    expect(christmas.map(({ week }) => week)).toEqual(['2026-12-21'])
  })

  it('have every holiday as itself, and another week as the usual one where the middle has one', () => {
    const dates = new Set(['2027-02-01', '2027-02-15', '2027-02-24'])
    const weeks = representedWeeks(
      february!,
      only((date) => dates.has(date)),
    )
    expect(new Set(weeks.map(({ predicted }) => predicted))).toEqual(
      new Set(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']),
    )
    const counted = weeks.flatMap(({ week, predicted, days }) =>
      days.flatMap((count, place) =>
        count > 0 ? [{ date: addDays(week, place), predicted: addDays(predicted, place) }] : [],
      ),
    )
    const wrong = counted.filter(
      ({ date, predicted }) => date !== predicted && (dates.has(date) || dates.has(predicted)),
    )
    expect(wrong).toEqual([])
  })

  it('are predicted by one week for what comes every week', () => {
    const isTuesday = (date: string): boolean => dayOfWeekOf(date) === 2
    const ownDay = (date: string): string | null => (isTuesday(date) ? 'Newsletter' : null)
    expect(predictedFor(february!, { ...usual, isSpecial: isTuesday, ownDay })).toEqual(new Set(['2027-02-15']))
  })

  it('need no week for a day that is hardly unlike others', () => {
    const isSpecial = (date: string): boolean => date === '2027-02-03'
    expect(predictedFor(february!, { ...usual, isSpecial })).toEqual(new Set(['2027-02-15']))
  })

  it('have no week that has begun', () => {
    const isSpecial = (date: string): boolean => date === '2026-12-01'
    const weeks = representedWeeks(december!, { ...only(isSpecial), firstWeek: '2026-12-07' })
    for (const { predicted } of weeks) expect(predicted >= '2026-12-07').toBe(true)
  })
})

describe('days before the first month', () => {
  it('are each represented once, by the same weekday of a usual week', () => {
    const weeks = representedBy(
      { from: '2026-12-16', days: 16 },
      { predicted: ['2027-01-11', '2027-01-18'], isSpecial: (date) => date === '2027-01-11' },
    )
    const dates = weeks.flatMap(({ week, days, predicted }) =>
      days.flatMap((count, day) => (count === 0 ? [] : [[addDays(week, day), predicted]])),
    )
    expect(new Set(dates.map(([date]) => date))).toEqual(
      new Set(Array.from({ length: 16 }, (_, day) => addDays('2026-12-16', day))),
    )
    expect(dates).toHaveLength(16)
    // Mondays are those of the week whose Monday is none of the holidays.
    for (const [date, predicted] of dates)
      expect(predicted).toBe(['2026-12-21', '2026-12-28'].includes(date!) ? '2027-01-18' : '2027-01-11')
  })
})
