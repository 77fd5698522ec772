import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import {
  addDays,
  countDays,
  datesBetween,
  dayOfWeekOf,
  daysBetween,
  formatLocalDate,
  isLocalDate,
  lastDays,
  localDateOf,
  localRange,
  parseLocalDate,
} from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'
import { ALL_ZONES, wallClock } from './intl-clock.ts'

const at = (iso: string): number => Date.parse(iso)
const invalid = expect.objectContaining({ code: 'invalid-input' })

describe('a local date', () => {
  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-01',
    '26-01-01',
    '2026-01-01T00:00Z',
    ' 2026-01-01',
    '',
    'today',
    '2026-04-31',
  ])('is not %j', (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => parseLocalDate(text)).toThrow(invalid)
    expect(() => parseLocalDate(text)).toThrow(`"${text}"`)
    expect(() => localRange(text, '2026-03-01', 'UTC')).toThrow(invalid)
    expect(() => localRange('2026-03-01', text, 'UTC')).toThrow(invalid)
  })

  it('may be the 29th of February in a leap year', () => {
    expect(isLocalDate('2028-02-29')).toBe(true)
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('comes back as it went in, and adds up', () => {
    const day = fc.integer({ min: -300_000, max: 300_000 })
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), (number, days) => {
        const date = formatLocalDate(number)
        expect(parseLocalDate(date)).toBe(number)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(dayOfWeekOf(date)).toBe(new Date(number * DAY_MS).getUTCDay())
      }),
      tries(300, 12),
    )
  })

  it('is listed from the first to the last, both inside, and not at all where they are the wrong way round', () => {
    expect(datesBetween('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
    expect(datesBetween('2026-03-02', '2026-03-01')).toEqual([])
    expect(countDays('2026-03-02', '2026-03-02')).toBe(1)
  })

  it('cannot be the end of a range of centuries by a slip', () => {
    expect(() => countDays('0026-01-01', '2026-01-01')).toThrow(invalid)
    expect(countDays('1970-01-01', '2099-12-31')).toBe(47_482)
  })
})

describe("an instant's local date", () => {
  it('depends on the zone', () => {
    expect(localDateOf(at('2026-03-01T03:00Z'), 'America/New_York')).toBe('2026-02-28')
    expect(localDateOf(at('2026-03-01T03:00Z'), 'UTC')).toBe('2026-03-01')
    expect(localDateOf(at('2026-03-01T18:15Z'), 'Asia/Kathmandu')).toBe('2026-03-02')
    expect(localDateOf(at('2026-03-01T18:14:59.999Z'), 'Asia/Kathmandu')).toBe('2026-03-01')
  })

  it('gives the last 30 days up to today', () => {
    expect(lastDays(at('2026-03-01T03:00Z'), 'UTC')).toEqual({ from: '2026-01-31', to: '2026-03-01' })
    expect(lastDays(at('2026-03-01T03:00Z'), 'America/New_York')).toEqual({ from: '2026-01-30', to: '2026-02-28' })
    expect(lastDays(at('2026-03-01T03:00Z'), 'UTC', 1)).toEqual({ from: '2026-03-01', to: '2026-03-01' })
  })
})

describe('the instants of a local range', () => {
  it.each([
    {
      what: 'a day',
      dates: ['2026-01-15', '2026-01-15'],
      zone: 'America/New_York',
      instants: ['2026-01-15T05:00Z', '2026-01-16T05:00Z'],
    },
    {
      what: 'a day of 23 hours',
      dates: ['2026-03-08', '2026-03-08'],
      zone: 'America/New_York',
      instants: ['2026-03-08T05:00Z', '2026-03-09T04:00Z'],
    },
    {
      what: 'a day of 25 hours',
      dates: ['2026-11-01', '2026-11-01'],
      zone: 'America/New_York',
      instants: ['2026-11-01T04:00Z', '2026-11-02T05:00Z'],
    },
    {
      what: 'a day whose midnight does not exist, in Cairo',
      dates: ['2026-04-24', '2026-04-24'],
      zone: 'Africa/Cairo',
      instants: ['2026-04-23T22:00Z', '2026-04-24T21:00Z'],
    },
    {
      what: 'the day before it',
      dates: ['2026-04-23', '2026-04-23'],
      zone: 'Africa/Cairo',
      instants: ['2026-04-22T22:00Z', '2026-04-23T22:00Z'],
    },
    {
      what: 'a day whose midnight does not exist, in Santiago',
      dates: ['2026-09-06', '2026-09-06'],
      zone: 'America/Santiago',
      instants: ['2026-09-06T04:00Z', '2026-09-07T03:00Z'],
    },
    {
      what: 'a day whose midnight does not exist, in Beirut',
      dates: ['2026-03-29', '2026-03-29'],
      zone: 'Asia/Beirut',
      instants: ['2026-03-28T22:00Z', '2026-03-29T21:00Z'],
    },
    {
      what: 'a day of 23.5 hours',
      dates: ['2026-10-04', '2026-10-04'],
      zone: 'Australia/Lord_Howe',
      instants: ['2026-10-03T13:30Z', '2026-10-04T13:00Z'],
    },
    {
      what: 'a day of 24.5 hours',
      dates: ['2026-04-05', '2026-04-05'],
      zone: 'Australia/Lord_Howe',
      instants: ['2026-04-04T13:00Z', '2026-04-05T13:30Z'],
    },
    {
      what: 'a day beside a skipped one',
      dates: ['2011-12-29', '2011-12-29'],
      zone: 'Pacific/Apia',
      instants: ['2011-12-29T10:00Z', '2011-12-30T10:00Z'],
    },
    {
      what: 'a day that was skipped',
      dates: ['2011-12-30', '2011-12-30'],
      zone: 'Pacific/Apia',
      instants: ['2011-12-30T10:00Z', '2011-12-30T10:00Z'],
    },
    {
      what: 'days around a skipped one',
      dates: ['2011-12-29', '2011-12-31'],
      zone: 'Pacific/Apia',
      instants: ['2011-12-29T10:00Z', '2011-12-31T10:00Z'],
    },
    {
      what: 'a day of 47 hours',
      dates: ['1969-09-30', '1969-09-30'],
      zone: 'Pacific/Kwajalein',
      instants: ['1969-09-29T13:00Z', '1969-10-01T12:00Z'],
    },
    {
      what: 'a day with seconds of local mean time',
      dates: ['1883-11-17', '1883-11-17'],
      zone: 'America/New_York',
      instants: ['1883-11-17T04:56:02Z', '1883-11-18T04:56:02Z'],
    },
  ] as const)('are right for $what', ({ dates: [from, to], zone, instants: [start, end] }) => {
    expect(localRange(from, to, zone)).toEqual({ start: at(start), end: at(end) })
  })

  it('begin and end where the date is first reached, when a clock is set back over midnight', () => {
    // St John's, 2010-11-07 00:01 back to 2010-11-06 23:01: the 7th is reached at 02:30 UTC and the 59 minutes of the 6th after it are in its range.
    expect(localRange('2010-11-06', '2010-11-06', 'America/St_Johns')).toEqual({
      start: at('2010-11-06T02:30Z'),
      end: at('2010-11-07T02:30Z'),
    })
    expect(localRange('2010-11-07', '2010-11-07', 'America/St_Johns')).toEqual({
      start: at('2010-11-07T02:30Z'),
      end: at('2010-11-08T03:30Z'),
    })
  })

  it('are none where from is after to', () => {
    const { start, end } = localRange('2026-03-02', '2026-03-01', 'Europe/Berlin')
    expect(end).toBe(start)
  })

  it('refuse a zone that is not known', () => {
    expect(() => localRange('2026-03-01', '2026-03-02', 'Mars/Olympus')).toThrow(invalid)
  })

  it('join up, in every zone, and have the date on their inside and not on their outside', () => {
    const days = Date.UTC(2031, 0, 1) / DAY_MS
    const day = fc.integer({ min: Date.UTC(2023, 0, 1) / DAY_MS, max: days })
    fc.assert(
      fc.property(fc.constantFrom(...ALL_ZONES), day, fc.integer({ min: 0, max: 40 }), (zone, first, length) => {
        const [from, to] = [formatLocalDate(first), formatLocalDate(first + length)]
        const { start, end } = localRange(from, to, zone)
        expect([wallClock(start, zone).date, wallClock(end - 1, zone).date]).toEqual([from, to])
        expect(wallClock(start - 1, zone).date < from && wallClock(end, zone).date > to).toBe(true)
        expect(localRange(addDays(to, 1), addDays(to, 1), zone).start).toBe(end)
        expect(Math.abs(end - start - (length + 1) * DAY_MS)).toBeLessThanOrEqual(3 * HOUR_MS)
      }),
      tries(1500, 13),
    )
  })
})
