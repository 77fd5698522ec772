import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { elapsedMs, localHourSegments, type HourSegment } from '../../../shared/time/hour-segments.ts'
import { addDays, dayOfWeekOf, formatLocalDate, localRange } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'
import { ALL_ZONES, wallClock } from './intl-clock.ts'

const at = (iso: string): number => Date.parse(iso)
const day = (date: string, timeZone: string): readonly HourSegment[] =>
  localHourSegments({ from: date, to: date, timeZone })
const hours = (segments: readonly HourSegment[]): readonly number[] => segments.map((segment) => segment.hour)
const minutes = (segments: readonly HourSegment[], hour: number): readonly number[] =>
  segments.filter((segment) => segment.hour === hour).map((segment) => (segment.end - segment.start) / 60_000)
const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index)

describe('local hours', () => {
  it('are 24 on an ordinary day', () => {
    const segments = day('2026-01-15', 'Asia/Kathmandu')
    expect(hours(segments)).toEqual(numbers(24))
    expect(segments[0]).toEqual({
      start: at('2026-01-14T18:15Z'),
      end: at('2026-01-14T19:15Z'),
      dateIndex: 0,
      dayOfWeek: 4,
      hour: 0,
    })
  })

  it('lack the hour that a clock skips', () => {
    expect(hours(day('2026-03-29', 'Europe/Berlin'))).toEqual(numbers(24).filter((hour) => hour !== 2))
    expect(hours(day('2026-04-24', 'Africa/Cairo'))).toEqual(numbers(24).filter((hour) => hour !== 0))
  })

  it('have the hour that a clock repeats twice', () => {
    const segments = day('2026-10-25', 'Europe/Berlin')
    expect(hours(segments)).toEqual([0, 1, 2, 2, ...numbers(24).slice(3)])
    expect(minutes(segments, 2)).toEqual([60, 60])
  })

  it('are cut short and repeated by half where a clock moves by 30 minutes', () => {
    expect(minutes(day('2026-10-04', 'Australia/Lord_Howe'), 2)).toEqual([30])
    expect(minutes(day('2026-04-05', 'Australia/Lord_Howe'), 1)).toEqual([60, 30])
  })

  it('repeat the last hour of the day where midnight comes twice', () => {
    expect(minutes(day('2026-10-29', 'Africa/Cairo'), 23)).toEqual([60, 60])
    expect(hours(day('2026-10-30', 'Africa/Cairo'))).toEqual(numbers(24))
  })

  it('leave out a day that the zone skipped, and keep its place', () => {
    const segments = localHourSegments({ from: '2011-12-29', to: '2011-12-31', timeZone: 'Pacific/Apia' })
    expect(segments.length).toBe(48)
    expect(new Set(segments.map((segment) => segment.dateIndex))).toEqual(new Set([0, 2]))
    expect(day('2011-12-30', 'Pacific/Apia')).toEqual([])
  })

  it('are exact to the second in an old local mean time', () => {
    // New York's clocks went from 12:03:58 back to 12:00 on the day the railways' time came.
    const segments = day('1883-11-18', 'America/New_York')
    expect(minutes(segments, 12)).toEqual([3 + 58 / 60, 60])
    expect(segments.at(-1)!.end - segments[0]!.start).toBe(24 * HOUR_MS + (3 * 60 + 58) * 1000)
  })

  it('give minutes repeated from the day before the range to its first date', () => {
    const segments = day('2010-11-07', 'America/St_Johns')
    expect(segments.slice(0, 3).map(({ hour, dayOfWeek, dateIndex }) => ({ hour, dayOfWeek, dateIndex }))).toEqual([
      { hour: 0, dayOfWeek: 0, dateIndex: 0 },
      { hour: 23, dayOfWeek: 6, dateIndex: 0 },
      { hour: 0, dayOfWeek: 0, dateIndex: 0 },
    ])
  })

  it('are none where from is after to', () => {
    expect(localHourSegments({ from: '2026-03-02', to: '2026-03-01', timeZone: 'UTC' })).toEqual([])
  })

  it('say what the wall clock says at their first and last moment, in every zone, and fill the range without gaps', () => {
    const [min, max] = [Date.UTC(2023, 0, 1) / DAY_MS, Date.UTC(2031, 0, 1) / DAY_MS]
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL_ZONES),
        fc.integer({ min, max }),
        fc.integer({ min: 0, max: 3 }),
        (timeZone, first, length) => {
          const from = formatLocalDate(first)
          const to = formatLocalDate(first + length)
          const segments = localHourSegments({ from, to, timeZone })
          const range = localRange(from, to, timeZone)
          expect([segments[0]!.start, segments.at(-1)!.end]).toEqual([range.start, range.end])
          expect(segments.slice(1).map((segment) => segment.start)).toEqual(
            segments.slice(0, -1).map((segment) => segment.end),
          )
          segments.forEach((segment) => {
            const { date, dayOfWeek, hour } = wallClock(segment.start, timeZone)
            expect([segment.dayOfWeek, segment.hour, addDays(from, segment.dateIndex)]).toEqual([dayOfWeek, hour, date])
            expect(wallClock(segment.end - 1, timeZone)).toMatchObject({ date, hour })
            expect(dayOfWeekOf(date)).toBe(dayOfWeek)
          })
        },
      ),
      tries(100, 14),
    )
  })
})

describe('elapsed time', () => {
  const segment: HourSegment = { start: 1000, end: 3000, dateIndex: 0, dayOfWeek: 0, hour: 0 }

  it.each([
    [500, 0],
    [1000, 0],
    [1800, 800],
    [3000, 2000],
    [9000, 2000],
  ])('of an hour from 1000 to 3000 at %i is %i', (now, expected) => {
    expect(elapsedMs(segment, now)).toBe(expected)
  })
})
