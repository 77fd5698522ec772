import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidayDays, type Holiday } from '../../../../shared/predict/forecast/holiday-days.ts'
import { exampleWeights, wholeDay } from '../../../../shared/predict/forecast/known-days.ts'
import {
  knownDaysOf,
  markDays,
  simpleMark,
  usualFrom,
  type Mark,
} from '../../../../shared/predict/forecast/mark-days.ts'
import { addDays, datesBetween, dayOfWeekOf } from '../../../../shared/time/local.ts'
import { tries } from '../../../support/deep.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const US: readonly Holiday[] = [
  { date: '2026-10-31', name: 'Halloween', isPublic: false },
  { date: '2026-11-26', name: 'Thanksgiving Day', isPublic: true },
  { date: '2026-11-27', name: 'Day after Thanksgiving Day', isPublic: false },
  { date: '2026-12-25', name: 'Christmas Day', isPublic: true },
]
const CANADA: readonly Holiday[] = [
  { date: '2026-10-12', name: 'Thanksgiving Day', isPublic: true },
  { date: '2026-12-25', name: 'Christmas Day', isPublic: true },
]

const named = (weight: number, ...calendars: readonly (readonly Holiday[])[]) =>
  new Map(holidayDays(calendars.map((holidays) => ({ weight, holidays }))).map((day) => [day.date, day]))

describe('the days that a calendar makes known', () => {
  it('are its holidays and what lies around them, each by one name', () => {
    const days = named(1, US)
    const textOf = (date: string): string => `${days.get(date)?.class} ${days.get(date)?.name}`
    expect(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'].map(textOf)).toEqual([
      'around Day before Thanksgiving Day',
      'public Thanksgiving Day',
      'special Black Friday',
      'special Cyber Monday',
    ])
    expect(textOf('2026-12-24')).toBe('special Christmas Eve')
    expect(textOf('2026-12-26')).toBe('around Day after Christmas Day')
    expect(textOf('2026-12-29')).toBe('special Between Christmas and New Year')
    expect(textOf('2026-12-31')).toBe("special New Year's Eve")
    expect(textOf('2026-10-31')).toBe('observance Halloween')
    expect(days.has('2026-11-24')).toBe(false)
  })

  it('keep the name of an eve where the day off for a holiday at the weekend falls on it', () => {
    const days = named(1, [
      { date: '2027-12-24', name: 'Christmas Day (observed)', isPublic: true },
      { date: '2027-12-24', name: 'Christmas Eve', isPublic: false },
      { date: '2027-12-25', name: 'Christmas Day', isPublic: true },
      { date: '2027-12-27', name: 'Boxing Day (observed)', isPublic: true },
      { date: '2027-12-31', name: "New Year's Day (observed)", isPublic: true },
      { date: '2028-01-01', name: "New Year's Day", isPublic: true },
      { date: '2030-12-31', name: 'Last Day of the Year', isPublic: true },
      { date: '2030-12-25', name: 'Christmas Day', isPublic: true },
    ])
    const textOf = (date: string): string => `${days.get(date)?.class} ${days.get(date)?.name}`
    expect(['2027-12-24', '2027-12-27', '2027-12-31', '2030-12-31'].map(textOf)).toEqual([
      'special Christmas Eve',
      'public Boxing Day (observed)',
      "special New Year's Eve",
      'public Last Day of the Year',
    ])
  })

  it('are bridges where one working day lies between a holiday and the weekend', () => {
    const days = named(1, [
      { date: '2026-05-14', name: 'Ascension Day', isPublic: true },
      { date: '2026-06-02', name: 'Republic Day', isPublic: true },
    ])
    expect([days.get('2026-05-15')?.class, days.get('2026-05-13')?.class]).toEqual(['bridge', 'around'])
    expect([days.get('2026-06-01')?.class, days.get('2026-06-03')?.class]).toEqual(['bridge', 'around'])
  })

  it('weigh as much as the visitors whose calendars have them, together where several do', () => {
    const days = named(0.4, US, CANADA)
    expect(days.get('2026-12-25')).toMatchObject({ weight: 0.8, name: 'Christmas Day' })
    expect(days.get('2026-10-12')).toMatchObject({ weight: 0.4 })
    // Canada's sales are another day.
    expect(days.get('2026-10-16')).toBeUndefined()
    expect(named(0, US).size).toBe(0)
  })
})

describe('the days of a mark', () => {
  const dates = (mark: Partial<Mark>, range = YEAR, observedBefore: string | null = null): readonly string[] =>
    markDays({ ...simpleMark('2026-01-05', 'event', 'Fair'), ...mark }, range, observedBefore).map(({ date }) => date)

  it('are the same weekday of the month where it repeats monthly', () => {
    expect(dates({ repeat: 'monthly' })).toEqual([
      '2026-01-05',
      '2026-02-02',
      '2026-03-02',
      '2026-04-06',
      '2026-05-04',
      '2026-06-01',
      '2026-07-06',
      '2026-08-03',
      '2026-09-07',
      '2026-10-05',
      '2026-11-02',
      '2026-12-07',
    ])
    expect(dates({ date: '2026-01-30', repeat: 'monthly' }).slice(0, 3)).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-03-27',
    ])
  })

  it('come again every year, also of a leap day, until they end', () => {
    const years = { from: '2023-01-01', to: '2030-12-31' }
    expect(dates({ date: '2024-02-29', repeat: 'yearly', until: '2027-12-31' }, years)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
    ])
  })

  it('are all of a weekly event until four were observed, and then those four', () => {
    const fourth = '2026-01-26'
    const four = ['2026-01-05', '2026-01-12', '2026-01-19', fourth]
    expect(dates({ repeat: 'weekly' }, YEAR, '2026-01-27')).toEqual(four)
    expect(dates({ repeat: 'weekly' }, YEAR, '2026-11-01')).toEqual(four)
    const march = { from: '2026-03-01', to: '2026-03-14' }
    expect(dates({ repeat: 'weekly' }, march, '2026-01-27')).toEqual([])
    for (const observed of [null, '2025-12-01', fourth])
      expect(dates({ repeat: 'weekly' }, march, observed)).toEqual(['2026-03-02', '2026-03-09'])
    expect(dates({ repeat: 'weekly', until: '2026-03-05' }, march, fourth)).toEqual(['2026-03-02'])
  })

  it('are usual from a date on that can be named, unless the mark ends before', () => {
    const mark = { date: '2026-01-05', repeat: 'weekly', until: null } as const
    expect(usualFrom(mark)).toBe('2026-02-02')
    expect(usualFrom({ ...mark, until: '2026-02-02' })).toBe('2026-02-02')
    expect(usualFrom({ ...mark, until: '2026-02-01' })).toBeNull()
    expect(usualFrom({ ...mark, repeat: 'monthly' })).toBeNull()
  })

  it('span all days of each time, and those that reach into a range', () => {
    const mark = { date: '2025-12-30', to: '2026-01-02', repeat: 'yearly' } as const
    expect(dates(mark)).toEqual(['2026-01-01', '2026-01-02', '2026-12-30', '2026-12-31'])
  })

  it('are within the range and in order, each once, whatever is marked', () => {
    const date = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-06-01', days))
    fc.assert(
      fc.property(
        fc.record({
          date,
          length: fc.integer({ min: 0, max: 6 }),
          repeat: fc.constantFrom(null, 'weekly', 'monthly', 'yearly'),
          until: fc.option(fc.integer({ min: 0, max: 900 })),
        }),
        date,
        fc.integer({ min: 0, max: 800 }),
        ({ length, until, ...mark }, from, span) => {
          const range = { from, to: addDays(from, span) }
          const to = addDays(mark.date, length)
          const end = until === null || mark.repeat === null ? null : addDays(mark.date, until)
          const found = dates({ ...mark, to, until: end }, range)
          expect(found).toEqual([...new Set(found)].toSorted())
          const whole = dates({ ...mark, to, until: end }, { from: '2023-01-01', to: '2031-12-31' })
          const inside = new Set(datesBetween(range.from, range.to))
          expect(found).toEqual(whole.filter((one) => inside.has(one)))
          const weekdays = mark.repeat === 'monthly' && length === 0 ? found.map(dayOfWeekOf) : []
          expect(new Set(weekdays).size).toBeLessThanOrEqual(1)
        },
      ),
      tries(150, 11),
    )
  })
})

describe('what is known of a date', () => {
  const calendars = [{ weight: 1, holidays: US }]

  it('is the calendar’s holiday where the user marks the same, and both where it is an event', () => {
    const marks = [simpleMark('2026-11-26', 'holiday', 'turkey'), simpleMark('2026-12-25', 'event', 'Gala')]
    const days = knownDaysOf({ calendars, marks, observedBefore: null }, YEAR)
    const namesOn = (date: string): readonly string[] => days.flatMap((day) => (day.date === date ? [day.name] : []))
    expect(namesOn('2026-11-26')).toEqual(['Thanksgiving Day'])
    expect(namesOn('2026-12-25').toSorted()).toEqual(['Christmas Day', 'Gala'])
    expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted())
  })

  it('is the calendar’s holiday in the hours that the user gives it', () => {
    const half = { ...simpleMark('2026-12-25', 'holiday', 'Closed until noon'), hours: { start: 0, end: 720 } }
    const days = knownDaysOf({ calendars, marks: [half], observedBefore: null }, YEAR)
    expect(days.filter(({ date }) => date === '2026-12-25')).toEqual([
      { ...wholeDay('2026-12-25', { class: 'public', name: 'Christmas Day' }), hours: half.hours },
    ])
    const whole = [half, simpleMark('2026-12-24', 'holiday')].map((mark) => ({ ...mark, to: '2026-12-25' }))
    expect(
      knownDaysOf({ calendars, marks: whole, observedBefore: null }, YEAR).filter(({ date }) => date === '2026-12-25'),
    ).toEqual([wholeDay('2026-12-25', { class: 'public', name: 'Christmas Day' })])
  })

  it('is what the user says where the calendar says less', () => {
    const marks = [simpleMark('2026-10-31', 'holiday', 'Halloween party')]
    const [found, ...more] = knownDaysOf(
      { calendars, marks, observedBefore: null },
      { from: '2026-10-31', to: '2026-10-31' },
    )
    expect([found?.class, found?.name, more]).toEqual(['public', 'Halloween party', []])
  })

  it('makes a date less of an example the more visitors it concerns, and the more of its hours', () => {
    const day = wholeDay('2026-05-01', { class: 'public', name: 'May' })
    const weightOf = (...days: readonly (typeof day)[]): number => exampleWeights(days).get('2026-05-01')!
    expect(weightOf(day)).toBeCloseTo(0.05, 12)
    expect(weightOf({ ...day, weight: 0.25 })).toBeCloseTo(0.525, 12)
    expect(weightOf({ ...day, class: 'event', hours: { start: 600, end: 960 } })).toBeGreaterThan(0.6)
    expect(weightOf(day, { ...day, class: 'outage' })).toBe(0)
  })
})
