import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import {
  assertTimeZone,
  isIanaZone,
  isTimeZone,
  offsetAt,
  offsetIntervals,
  systemZoneOf,
} from '../../../shared/time/zone.ts'
import { tries } from '../../support/deep.ts'
import { ALL_ZONES, ZONES_TO_WALK, wallOffset } from './intl-clock.ts'

const at = (iso: string): number => Date.parse(iso)

describe('the time zone check', () => {
  it('knows every zone of the platform, and UTC', () => {
    expect(ALL_ZONES.filter((zone) => !isTimeZone(zone))).toEqual([])
  })

  it.each(['', 'Nowhere/Land', 'Berlin', 'local', '../etc', 'Europe/Berlin '])(
    'refuses %j in words that name it',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false)
      expect(() => assertTimeZone(zone)).toThrow(
        expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(`"${zone}"`) }),
      )
      expect(() => offsetIntervals(zone, 0, DAY_MS)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
    },
  )
})

describe('the name of a zone to choose', () => {
  it('may be any of IANA, links too', () => {
    const links = ['US/Eastern', 'GB', 'EST', 'CET', 'EST5EDT', 'PRC', 'Etc/GMT+2', 'utc', 'Zulu']
    expect([...ALL_ZONES, ...links].filter((zone) => !isIanaZone(zone))).toEqual([])
  })

  it.each(['BST', 'ist', 'CST', 'PST', 'JST', '+02:00', '-0530', '+02', 'UTC+2', '', 'Mars/Olympus'])(
    'is not %j',
    (name) => {
      expect(isIanaZone(name)).toBe(false)
    },
  )
})

describe("the system's zone", () => {
  it.each([
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    // What the platform says where TZ is nonsense.
    [undefined, 'UTC'],
    ['invalid', 'UTC'],
  ])('reported as %s is %s', (reported, zone) => {
    expect(systemZoneOf(reported)).toBe(zone)
  })
})

describe('offset intervals', () => {
  it('finds both clock changes of a year to the millisecond', () => {
    expect(offsetIntervals('Europe/Berlin', at('2025-01-01T00:00Z'), at('2026-01-01T00:00Z'))).toEqual([
      { start: at('2025-01-01T00:00Z'), end: at('2025-03-30T01:00Z'), offsetMs: HOUR_MS },
      { start: at('2025-03-30T01:00Z'), end: at('2025-10-26T01:00Z'), offsetMs: 2 * HOUR_MS },
      { start: at('2025-10-26T01:00Z'), end: at('2026-01-01T00:00Z'), offsetMs: HOUR_MS },
    ])
  })

  it('is one interval where nothing changes, and none where the span is empty', () => {
    expect(offsetIntervals('Asia/Kathmandu', 5, 10)).toEqual([{ start: 5, end: 10, offsetMs: 5.5 * HOUR_MS }])
    expect(offsetIntervals('UTC', 5, 5)).toEqual([])
    expect(offsetIntervals('UTC', 6, 5)).toEqual([])
  })

  it('begins and ends at a change without a sliver before or after it', () => {
    const change = at('2025-03-30T01:00Z')
    expect(offsetIntervals('Europe/Berlin', change, change + 1)).toEqual([
      { start: change, end: change + 1, offsetMs: 2 * HOUR_MS },
    ])
    expect(offsetIntervals('Europe/Berlin', change - 1, change)).toEqual([
      { start: change - 1, end: change, offsetMs: HOUR_MS },
    ])
  })

  it('finds a summer time that lasted less than a week', () => {
    const intervals = offsetIntervals('America/Noronha', at('2000-10-01T00:00Z'), at('2000-11-01T00:00Z'))
    expect(intervals.map(({ start, offsetMs }) => [start, offsetMs / HOUR_MS])).toEqual([
      [at('2000-10-01T00:00Z'), -2],
      [at('2000-10-08T02:00Z'), -1],
      [at('2000-10-15T01:00Z'), -2],
    ])
  })

  it.each([
    ['America/Recife', 2000],
    ['Africa/Tunis', 1943],
    ['Europe/Simferopol', 1944],
    ['Europe/Vienna', 1945],
    ['America/Argentina/Tucuman', 2004],
    ['Asia/Gaza', 2040],
    ['Asia/Gaza', 2054],
    ['Asia/Gaza', 2072],
  ])('misses no change of %s in %i, a year with two of them within a fortnight', (zone, year) => {
    const intervals = offsetIntervals(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1))
    const wrong = intervals.flatMap(({ start, end, offsetMs }) =>
      Array.from({ length: Math.ceil((end - start) / DAY_MS) }, (_, day) => start + day * DAY_MS).filter(
        (instant) => wallOffset(instant, zone) !== offsetMs,
      ),
    )
    expect(wrong.map((instant) => new Date(instant).toISOString())).toEqual([])
  })

  it('keeps the seconds of an old local mean time', () => {
    expect(offsetAt(at('1971-06-01T00:00Z'), 'Africa/Monrovia')).toBe(-(44 * 60 + 30) * 1000)
    expect(offsetAt(at('1880-01-01T00:00Z'), 'America/New_York')).toBe(-(4 * 3600 + 56 * 60 + 2) * 1000)
  })

  it('is the same whatever was asked before', () => {
    const whole = offsetIntervals('Africa/Casablanca', at('2023-01-01T00:00Z'), at('2027-01-01T00:00Z'))
    const instant = fc.integer({ min: at('2023-01-01T00:00Z'), max: at('2027-01-01T00:00Z') - 1 })
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const expected = whole
          .map(({ start, end, offsetMs }) => ({ start: Math.max(start, from), end: Math.min(end, to), offsetMs }))
          .filter(({ start, end }) => start < end)
        expect(offsetIntervals('Africa/Casablanca', from, to)).toEqual(expected)
      }),
      tries(200, 11),
    )
  })

  it('agrees with the wall clock in every zone, on both sides of every change from 2023 to 2030 and every five days between', () => {
    const [from, to] = [at('2023-01-01T00:00Z'), at('2031-01-01T00:00Z')]
    for (const zone of ZONES_TO_WALK) {
      const intervals = offsetIntervals(zone, from, to)
      const wrong = intervals.flatMap(({ start, end, offsetMs }) => {
        const instants = [start, end - 1000]
        for (let instant = start; instant < end; instant += 5 * DAY_MS + 7 * HOUR_MS)
          instants.push(Math.floor(instant / 1000) * 1000)
        return instants
          .filter((instant) => wallOffset(instant, zone) !== offsetMs)
          .map((instant) => `${zone} ${new Date(instant).toISOString()}`)
      })
      expect(wrong).toEqual([])
      expect(intervals[0]!.start).toBe(from)
      expect(intervals.at(-1)!.end).toBe(to)
      expect(intervals.slice(1).every((interval, index) => interval.start === intervals[index]!.end)).toBe(true)
    }
  }, 60_000)
})
