import { describe, expect, it } from 'vitest'
import { type CoverageRange, knownShare } from '../../../shared/coverage/index.ts'
import type { Interval } from '../../../shared/foundation/interval.ts'

const RANGE: CoverageRange = { from: '2026-03-01', to: '2026-03-04', timeZone: 'UTC', now: '2026-03-10T00:00:00Z' }
const span = (start: string, end: string): Interval => ({ start: Date.parse(start), end: Date.parse(end) })

describe('the known share of a range (rule 8)', () => {
  it('is 1 where all of it is known, in whatever pieces', () => {
    const known = [
      span('2026-03-03T00:00Z', '2026-03-09T00:00Z'),
      span('2026-02-01T00:00Z', '2026-03-02T12:00Z'),
      span('2026-03-02T06:00Z', '2026-03-03T00:00Z'),
    ]
    expect(knownShare(RANGE, known)).toEqual({ knownShare: 1, unknownDates: [] })
  })

  it('is 0 where nothing is, and then every date is unknown', () => {
    expect(knownShare(RANGE, [])).toEqual({
      knownShare: 0,
      unknownDates: ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'],
    })
  })

  it('does not count an interval twice that is known twice', () => {
    const known = [
      span('2026-03-01T00:00Z', '2026-03-02T00:00Z'),
      span('2026-03-01T00:00Z', '2026-03-02T00:00Z'),
      span('2026-03-01T06:00Z', '2026-03-01T12:00Z'),
    ]
    expect(knownShare(RANGE, known)).toEqual({
      knownShare: 0.25,
      unknownDates: ['2026-03-02', '2026-03-03', '2026-03-04'],
    })
  })

  it('names a date of which a part is unknown: UTC days end inside local ones', () => {
    const known = [span('2026-03-01T00:00Z', '2026-03-04T00:00Z')]
    expect(knownShare({ ...RANGE, timeZone: 'America/New_York', to: '2026-03-03' }, known)).toEqual({
      knownShare: (72 - 5) / 72,
      unknownDates: ['2026-03-03'],
    })
  })

  it('is of the elapsed part only; a date that has not begun is unknown', () => {
    const known = [span('2026-03-01T00:00Z', '2026-03-02T12:00Z')]
    expect(knownShare({ ...RANGE, now: '2026-03-02T12:00:00Z' }, known)).toEqual({
      knownShare: 1,
      unknownDates: ['2026-03-03', '2026-03-04'],
    })
    expect(
      knownShare({ ...RANGE, now: '2026-03-02T12:00:00Z' }, [span('2026-03-01T00:00Z', '2026-03-05T00:00Z')])
        .knownShare,
    ).toBe(1)
  })

  it('is 1 for an empty range and 0 for one wholly in the future', () => {
    expect(knownShare({ ...RANGE, from: '2026-03-05' }, [])).toEqual({ knownShare: 1, unknownDates: [] })
    expect(
      knownShare({ ...RANGE, now: '2026-02-01T00:00:00Z' }, [span('2026-01-01T00:00Z', '2026-04-01T00:00Z')])
        .knownShare,
    ).toBe(0)
  })

  it('asks nothing of a day that the zone skipped', () => {
    const apia = { from: '2011-12-29', to: '2011-12-31', timeZone: 'Pacific/Apia', now: '2012-02-01T00:00:00Z' }
    expect(knownShare(apia, [span('2011-12-30T10:00Z', '2012-01-01T00:00Z')])).toEqual({
      knownShare: 0.5,
      unknownDates: ['2011-12-29'],
    })
  })
})
