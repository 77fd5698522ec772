import { describe, expect, it } from 'vitest'
import { createHolidaysThread } from '../../../../electron/backend/threads/holidays-thread.ts'
import { monthsAfter, representedWeeks } from '../../../../shared/predict/capacity/month-weeks.ts'
import { holidayDays } from '../../../../shared/predict/forecast/holiday-days.ts'
import { unlikeDates } from '../../../../shared/predict/forecast/known-days.ts'
import { addDays } from '../../../../shared/time/local.ts'

const calendars = createHolidaysThread().functions
const daysOf = (country: string, weight = 1) =>
  holidayDays([{ weight, holidays: calendars.holidays({ country, region: null, fromYear: 2026, toYear: 2029 }) }])

/** Two years of months; by date, the date that is predicted for it, and how many weeks are predicted in all. */
function twoYears(days: ReturnType<typeof daysOf>) {
  const known = new Set(days.map(({ date }) => date))
  const unlike = unlikeDates(days)
  const predictedFor = new Map<string, string>()
  let weeks = 0
  for (const month of monthsAfter('2026-12-01', 24)) {
    const represented = representedWeeks(month, {
      firstWeek: '2026-12-07',
      isSpecial: (date) => known.has(date),
      ownDay: (date) => unlike.get(date) ?? null,
    })
    weeks += new Set(represented.map(({ predicted }) => predicted)).size
    for (const { week, predicted, days: counts } of represented)
      counts.forEach((count, place) => {
        if (count > 0) predictedFor.set(addDays(week, place), addDays(predicted, place))
      })
  }
  return { predictedFor, unlike, weeks }
}

describe.each(['US', 'DE', 'GB'])('the holidays of two years ahead in %s', (country) => {
  const days = daysOf(country)
  const { predictedFor, unlike, weeks } = twoYears(days)

  it('are each predicted as themselves', () => {
    const holidays = days.filter(({ date, class: ofDay }) => ofDay === 'public' && predictedFor.has(date))
    expect(holidays.length).toBeGreaterThan(15)
    for (const { date } of holidays) expect(predictedFor.get(date)).toBe(date)
  })

  it('are predicted for no usual day', () => {
    const asHolidays = [...predictedFor].filter(([date, predicted]) => unlike.has(predicted) && predicted !== date)
    expect(asHolidays).toEqual([])
  })

  it('take two to three weeks a month', () => {
    expect(weeks / 24).toBeLessThan(2.5)
  })
})

describe('a holiday of few of the visitors', () => {
  it('needs no week of its own', () => {
    expect(twoYears(daysOf('US', 0.1)).weeks).toBe(24)
  })
})
