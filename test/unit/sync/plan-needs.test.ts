import { describe, expect, it } from 'vitest'
import { planNeeds, type NeedsQuestion } from '../../../electron/sync/plan-needs.ts'
import { WindowQueue } from '../../../electron/sync/window-queue.ts'
import { WindowSize } from '../../../electron/sync/window-size.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { at, MONDAY } from './sync-scenario.ts'
import type { SyncedDay } from '../../../electron/sync/cache.ts'

function known(day: number, changes: Partial<SyncedDay> = {}): SyncedDay {
  return {
    day: MONDAY + day,
    sourceFingerprint: 'source',
    countingFingerprint: 'counted',
    syncedThrough: at(9),
    visitors: 5,
    covered: 3,
    sourceVisitors: 5,
    sourceCovered: 3,
    ...changes,
  }
}

function needs(
  days: readonly SyncedDay[],
  changes: Partial<NeedsQuestion> = {},
): readonly (readonly [number, string, number, number])[] {
  const question: NeedsQuestion = {
    days: new Map(days.map((record) => [record.day, record])),
    fromDay: MONDAY,
    toDay: MONDAY + 2,
    now: at(9),
    overlapMs: 2 * HOUR_MS,
    sourceFingerprint: 'source',
    countingFingerprint: () => 'counted',
    full: false,
    takeSource: false,
    wholeDays: false,
    ...changes,
  }
  return planNeeds(question).map(({ day, kind, start, end }) => [
    day - MONDAY,
    kind,
    (start - at(day - MONDAY)) / HOUR_MS,
    (end - at(day - MONDAY)) / HOUR_MS,
  ])
}

describe('what is missing', () => {
  it('is every day that is not known, newest first', () => {
    expect(needs([known(1)])).toEqual([
      [2, 'missing', 0, 24],
      [0, 'missing', 0, 24],
    ])
  })

  it('is nothing of days that were read well after their end', () => {
    expect(needs([known(0), known(1), known(2, { syncedThrough: at(3, 2) })])).toEqual([])
  })

  it('is the end of a day that was read before or shortly after it ended', () => {
    expect(needs([known(0), known(1), known(2, { syncedThrough: at(2, 15, 20) })])).toEqual([[2, 'tail', 13.25, 24]])
    expect(needs([known(0), known(1), known(2, { syncedThrough: at(3, 1) })])).toEqual([[2, 'tail', 23, 24]])
  })

  it('ends now', () => {
    expect(needs([known(0), known(1)], { now: at(2, 7, 30) })).toEqual([[2, 'missing', 0, 7.5]])
    expect(needs([known(0), known(1)], { now: at(2) })).toEqual([])
  })

  it('is the whole day where it was counted from something else, or otherwise', () => {
    expect(needs([known(0, { sourceFingerprint: 'other' }), known(1, { countingFingerprint: '' }), known(2)])).toEqual([
      [1, 'stale', 0, 24],
      [0, 'stale', 0, 24],
    ])
  })

  it('is the whole day where figures were kept, or where days count only as a whole', () => {
    const tail = { syncedThrough: at(2, 15) }
    expect(needs([known(0), known(1), known(2, { ...tail, sourceCovered: 1 })])).toEqual([[2, 'tail', 0, 24]])
    expect(needs([known(0), known(1), known(2, tail)], { wholeDays: true })).toEqual([[2, 'tail', 0, 24]])
  })

  it('is the day that a clock set back cuts', () => {
    expect(needs([known(0), known(1), known(2)], { now: at(2, 6) })).toEqual([[2, 'set-back', 0, 6]])
  })

  it('is everything where all is wanted, and kept days where the source’s figures are', () => {
    expect(needs([known(0), known(1), known(2)], { full: true }).map(([day, kind]) => [day, kind])).toEqual(
      [2, 1, 0].map((day) => [day, 'full']),
    )
    expect(needs([known(0), known(1, { sourceVisitors: 0 }), known(2)], { takeSource: true })).toEqual([
      [1, 'full', 0, 24],
    ])
  })
})

describe('windows', () => {
  const day = (number: number): { day: number; start: number; end: number; kind: 'missing' } => ({
    day: MONDAY + number,
    start: at(number),
    end: at(number + 1),
    kind: 'missing',
  })

  it('join consecutive days up to their size, but not over a hole or a change of how days are counted', () => {
    const queue = new WindowQueue([day(9), day(8), day(7), day(6), day(4), day(3)], (number) =>
      number >= MONDAY + 7 ? 'new' : 'old',
    )
    const taken = Array.from(
      { length: 6 },
      () => queue.take(2 * DAY_MS)?.needs.map(({ day: number }) => number - MONDAY) ?? null,
    )
    expect(taken).toEqual([[9, 8], [7], [6], [4, 3], null, null])
  })

  it('come back newest first', () => {
    const queue = new WindowQueue([day(2), day(1)], () => '')
    queue.giveBack(queue.take(9 * DAY_MS)!)
    expect(queue.take(0)!.needs).toEqual([day(2)])
  })

  it('double while they are quick, up to four weeks, and halve when they are slow, down to a day', () => {
    const size = new WindowSize()
    const sizes = [20, 20, 150, 20, 20, 20, 20, 400, 400].map((took) => {
      size.finished(size.current, took)
      return size.current / DAY_MS
    })
    expect(sizes).toEqual([2, 4, 4, 8, 16, 28, 28, 14, 7])
    for (let again = 0; again < 5; again += 1) size.finished(size.current, 999)
    expect(size.current).toBe(DAY_MS)
  })

  it('do not grow because a small one was quick', () => {
    const size = new WindowSize()
    size.finished(2 * HOUR_MS, 1)
    expect(size.current).toBe(DAY_MS)
  })

  it('halve on a timeout down to an hour, and stay under what timed out', () => {
    const size = new WindowSize()
    expect(size.timedOut(DAY_MS)).toBe(true)
    expect(size.current).toBe(12 * HOUR_MS)
    size.finished(12 * HOUR_MS, 1)
    expect(size.current).toBe(12 * HOUR_MS)
    for (const span of [12, 6, 3, 1.5]) size.timedOut(span * HOUR_MS)
    expect(size.current).toBe(HOUR_MS)
    expect(size.timedOut(HOUR_MS)).toBe(false)
  })
})
