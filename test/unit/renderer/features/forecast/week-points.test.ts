import { describe, expect, it } from 'vitest'
import { NO_NAMES } from '../../../../../renderer/app/known-dates/known-dates.ts'
import { forecastTable } from '../../../../../renderer/features/forecast/forecast-tables.ts'
import { dayPlaces, chartPoints, slotPlaces } from '../../../../../renderer/features/forecast/week-points.ts'
import { weekSummary } from '../../../../../renderer/features/forecast/week-summary.ts'
import { american, british } from '../../support/report-fixture.ts'
import { forecastOf } from './forecast-fixture.ts'

const NAMES = new Map([['2026-11-26', 'Thanksgiving Day']])

describe('the days of a week', () => {
  const days = forecastOf().days.map((day, index) => ({ ...day, actual: [310, 150, 400, null][index] ?? null }))
  const places = dayPlaces(days, british)

  it('are described in sentences, with the actual visitors and whether they are within the range', () => {
    const { points, dates } = chartPoints(places, { names: NO_NAMES, every: 'day' }, british)
    expect(points.map(({ tooltip }) => tooltip[0])).toEqual([
      'Monday 23 Nov: 300 visitors expected (80% range 200–330). Actual: 310, within the range.',
      'Tuesday 24 Nov: 240 visitors expected (80% range 200–330). Actual: 150, below the range.',
      'Wednesday 25 Nov: 240 visitors expected (80% range 200–330). Actual: 400, above the range.',
      'Thursday 26 Nov: 240 visitors expected (80% range 200–330).',
      'Friday 27 Nov: 240 visitors expected (80% range 200–330).',
      'Saturday 28 Nov: 240 visitors expected (80% range 200–330).',
      'Sunday 29 Nov: 240 visitors expected (80% range 200–330).',
    ])
    expect(dates[3]).toBe('2026-11-26')
  })

  it('say on the axis and in words what they are called', () => {
    const sentences = new Map([['2026-11-26', ['It was −65% on 27 Nov 2025.']]])
    const { points } = chartPoints(places, { names: NAMES, sentences, every: 'day' }, british)
    expect(points[3]!.label).toBe('Thu 26 Nov\nThanksgiving Day')
    expect(points[3]!.tooltip).toEqual([
      'Thanksgiving Day',
      'Thursday 26 Nov: 240 visitors expected (80% range 200–330).',
      'It was −65% on 27 Nov 2025.',
    ])
    const long = new Map([['2026-11-26', 'Between Christmas and New Year']])
    expect(chartPoints(places, { names: long, every: 'day' }, british).points[3]!.label).toBe(
      'Thu 26 Nov\nBetween Christmas and New Year',
    )
  })

  it('are named once a week where there are many', () => {
    const two = dayPlaces([...days, ...forecastOf({}, { firstDate: '2026-11-30' }).days], british)
    expect(
      chartPoints(two, { names: NAMES, every: 'week' }, british)
        .points.map(({ label }) => label)
        .filter((label) => label !== ''),
    ).toEqual(['23 Nov', '30 Nov'])
  })

  it('are in a table, with the actual visitors and their marks only where there is something to say', () => {
    const plain = forecastTable(
      dayPlaces(forecastOf().days, british),
      { caption: 'The week', by: 'days', names: NO_NAMES, came: false },
      british,
    )
    expect(plain.columns).toEqual(['Day', 'Expected', '80% range'])
    expect(plain.rows[0]).toEqual(['Monday 23 Nov', '300', '200–330'])
    const full = forecastTable(places, { caption: 'The week', by: 'days', names: NAMES, came: true }, british)
    expect(full.columns).toEqual(['Day', 'Expected', '80% range', 'Actual', 'Within range', 'Holiday or event'])
    expect(full.rows.map((row) => row.slice(3))).toEqual([
      ['310', 'yes', '–'],
      ['150', 'no, fewer', '–'],
      ['400', 'no, more', '–'],
      ['–', '–', 'Thanksgiving Day'],
      ['–', '–', '–'],
      ['–', '–', '–'],
      ['–', '–', '–'],
    ])
  })
})

describe('the slots of a week', () => {
  const context = { timeZone: 'America/New_York', slotMinutes: 60 }

  it('belong to the days of the zone, and are named by its clock', () => {
    const places = slotPlaces(forecastOf(), context, british)
    expect(places).toHaveLength(168)
    expect([places[0]!.name, places[23]!.date, places[24]!.name]).toEqual([
      'Monday 23 Nov, 00:00–01:00',
      '2026-11-23',
      'Tuesday 24 Nov, 00:00–01:00',
    ])
    expect(slotPlaces(forecastOf(), context, american)[13]!.name).toBe('Monday Nov 23, 1:00 PM–2:00 PM')
  })

  it('name a repeated hour differently from the first one, so that every row of the table has a name of its own', () => {
    const places = slotPlaces(forecastOf({}, { firstDate: '2026-10-26' }), context, british)
    expect(places).toHaveLength(169)
    const repeated = places.filter(({ name }) => name.startsWith('Sunday 1 Nov, 01:00')).map(({ name }) => name)
    expect(repeated).toHaveLength(2)
    expect(new Set(places.map(({ name }) => name)).size).toBe(169)
  })

  it('have no hour that the clock skips', () => {
    const places = slotPlaces(forecastOf({}, { firstDate: '2026-03-02' }), context, british)
    expect(places).toHaveLength(167)
    expect(places.at(-1)).toMatchObject({ date: '2026-03-08', name: 'Sunday 8 Mar, 23:00–00:00' })
  })

  it('show few visitors with a decimal', () => {
    const quiet = forecastOf({
      visitors: Array.from({ length: 168 }, () => 0.44),
      lower80: Array.from({ length: 168 }, () => 0),
      upper80: Array.from({ length: 168 }, () => 1),
    })
    expect(
      chartPoints(slotPlaces(quiet, context, british), { names: NO_NAMES, every: 'day' }, british).points[1]!.tooltip,
    ).toEqual(['Monday 23 Nov, 01:00–02:00: 0.4 visitors expected (80% range 0–1).'])
  })
})

describe('a week in words', () => {
  it('says how many, between what, which days stand out and what it rests on', () => {
    expect(weekSummary(forecastOf(), british)).toEqual({
      headline: '1,740 visitors expected (80% range 1,500–1,950).',
      basis: 'Busiest: Monday (300). Quietest: Sunday (240). Based on 26 weeks of data up to 22 Nov, 09:00.',
    })
  })

  it('names no day where all are alike', () => {
    const days = forecastOf().days.map((day) => ({ ...day, visitors: 248 }))
    expect(weekSummary(forecastOf({ days, weeksObserved: 1 }), british)).toEqual({
      headline: '1,740 visitors expected (80% range 1,500–1,950).',
      basis: 'Based on 1 week of data up to 22 Nov, 09:00.',
    })
  })

  it('says what last year adds, where it helps', () => {
    const lastYear = { effect: 0.06, change: 0.12, weight: 0.5 }
    expect(weekSummary(forecastOf({ lastYear }), british).basis).toMatch(
      /\. \+6% as in the same weeks last year \(50% weight\)\.$/,
    )
  })
})
