import { describe, expect, it } from 'vitest'
import { simpleMark } from '../../../../../shared/predict/forecast/mark-days.ts'
import { forecastTable } from '../../../../../renderer/features/forecast/forecast-tables.ts'
import { dayPlaces, chartPoints, slotPlaces } from '../../../../../renderer/features/forecast/week-points.ts'
import { weekSummary } from '../../../../../renderer/features/forecast/week-summary.ts'
import { american, british } from '../../support/report-fixture.ts'
import { forecastOf } from './forecast-fixture.ts'

const MARKS = [simpleMark('2026-11-26', 'holiday', 'Thanksgiving')]

describe('the days of a week', () => {
  const days = forecastOf().days.map((day, index) => ({ ...day, actual: [310, 150, 400, null][index] ?? null }))
  const places = dayPlaces(days, british)

  it('are described in sentences, with the actual visitors and whether they are within the range', () => {
    const { points, dates } = chartPoints(places, { marks: [], every: 'day' }, british)
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

  it('say on the axis and in words what they are marked as', () => {
    const { points } = chartPoints(places, { marks: MARKS, every: 'day' }, british)
    expect(points[3]!.label).toBe('Thu 26 Nov\nholiday')
    expect(points[3]!.tooltip).toEqual([
      'Thursday 26 Nov: 240 visitors expected (80% range 200–330).',
      'Marked as a holiday: Thanksgiving.',
    ])
  })

  it('are named once a week where there are many', () => {
    const two = dayPlaces([...days, ...forecastOf({}, { firstDate: '2026-11-30' }).days], british)
    expect(
      chartPoints(two, { marks: MARKS, every: 'week' }, british)
        .points.map(({ label }) => label)
        .filter((label) => label !== ''),
    ).toEqual(['23 Nov', '30 Nov'])
  })

  it('are in a table, with the actual visitors and their marks only where there is something to say', () => {
    const plain = forecastTable(
      dayPlaces(forecastOf().days, british),
      { caption: 'The week', by: 'days', marks: [], came: false },
      british,
    )
    expect(plain.columns).toEqual(['Day', 'Expected', '80% range'])
    expect(plain.rows[0]).toEqual(['Monday 23 Nov', '300', '200–330'])
    const full = forecastTable(places, { caption: 'The week', by: 'days', marks: MARKS, came: true }, british)
    expect(full.columns).toEqual(['Day', 'Expected', '80% range', 'Actual', 'Within range', 'Marked'])
    expect(full.rows.map((row) => row.slice(3))).toEqual([
      ['310', 'yes', '–'],
      ['150', 'no, fewer', '–'],
      ['400', 'no, more', '–'],
      ['–', '–', 'Holiday'],
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
      chartPoints(slotPlaces(quiet, context, british), { marks: [], every: 'day' }, british).points[1]!.tooltip,
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
})
