import { describe, expect, it } from 'vitest'
import { createHolidaysThread } from '../../../electron/backend/threads/holidays-thread.ts'

const calendars = createHolidaysThread().functions
const on = (country: string, region: string | null, date: string): readonly string[] =>
  calendars
    .holidays({ country, region, fromYear: Number(date.slice(0, 4)), toYear: Number(date.slice(0, 4)) })
    .filter((day) => day.date === date)
    .map(({ name }) => name)

describe('the holidays of a country', () => {
  it('name the day off for one at the weekend by itself', () => {
    expect(on('US', null, '2026-07-03')).toEqual(['Independence Day (observed)'])
    expect(on('US', null, '2026-07-04')).toEqual(['Independence Day'])
  })

  it('begin with the one of the whole country where a region has another on the same date', () => {
    expect(on('US', 'NY', '2027-02-15')[0]).toBe("Washington's Birthday")
  })

  it('are spelled as the country spells them', () => {
    expect(on('US', null, '2026-09-07')).toEqual(['Labor Day'])
    expect(on('AU', 'NSW', '2026-10-05')).toEqual(['Labour Day'])
  })

  it('say at which hour a day off begins that is one from the afternoon on', () => {
    const eve = (year: number) =>
      calendars
        .holidays({ country: 'IS', region: null, fromYear: year, toYear: year })
        .find(({ date, isPublic }) => isPublic && date === `${year}-12-24`)
    expect(eve(2026)).toEqual({ date: '2026-12-24', name: 'Christmas Eve', isPublic: true, startMinute: 780 })
    // A Sunday.
    expect(eve(2028)).toEqual({ date: '2028-12-24', name: 'Christmas Eve', isPublic: true })
  })
})
