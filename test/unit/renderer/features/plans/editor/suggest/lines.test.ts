import { describe, expect, it } from 'vitest'
import { approachLines } from '../../../../../../../renderer/features/plans/editor/suggest/approach.ts'
import { bestHours, hourWorths } from '../../../../../../../renderer/features/plans/editor/suggest/next-hour.ts'

const BOX = { width: 100, height: 100, seconds: 10 }
const pointsOf = (text: string): readonly (readonly number[])[] =>
  text === '' ? [] : text.split(' ').map((point) => point.split(',').map(Number))

describe('the lines of a search', () => {
  it('have the bound above the best where visitors are looked for, and approach one another', () => {
    const { best, bound } = approachLines(
      [
        { seconds: 0, best: 100, bound: null },
        { seconds: 1, best: 110, bound: 200 },
        { seconds: 5, best: 118, bound: 122 },
      ],
      BOX,
    )
    const [low, high] = [pointsOf(best), pointsOf(bound)]
    expect(low.map(([x]) => x)).toEqual([0, 10, 50])
    expect(high.map(([x]) => x)).toEqual([10, 50])
    // Downwards is more.
    expect(low[0]![1]).toBeGreaterThan(low[2]![1]!)
    const gaps = [low[1]![1]! - high[0]![1]!, low[2]![1]! - high[1]![1]!]
    expect(gaps[1]).toBeGreaterThan(0)
    expect(gaps[0]).toBeGreaterThan(gaps[1]!)
    for (const [, y] of [...low, ...high]) expect(y).toBeGreaterThanOrEqual(0)
    for (const [, y] of [...low, ...high]) expect(y).toBeLessThanOrEqual(100)
  })

  it('have the bound below the best where hours are looked for', () => {
    const { best, bound } = approachLines([{ seconds: 2, best: 400, bound: 390 }], BOX)
    expect(pointsOf(bound)[0]![1]).toBeGreaterThan(pointsOf(best)[0]![1]!)
  })

  it('are empty before the first news, and flat where nothing changes', () => {
    expect(approachLines([], BOX)).toEqual({ best: '', bound: '' })
    const { best, bound } = approachLines(
      [
        { seconds: 0, best: 0, bound: 0 },
        { seconds: 20, best: 0, bound: 0 },
      ],
      BOX,
    )
    expect(best).toBe(bound)
    expect(pointsOf(best).at(-1)![0]).toBe(100)
  })
})

describe('the worth of one more agent', () => {
  const START = Date.parse('2026-03-16T04:00:00Z')
  const starts = Array.from({ length: 16 }, (_, slot) => START + slot * 900_000)
  const nextHour = starts.map((start, slot) => ({
    start: new Date(start).toISOString(),
    coveredGain: slot < 8 ? 1 : 0.1,
  }))

  it('is the sum of the quarter-hours of each hour', () => {
    const gains = hourWorths(nextHour, { starts, weekMinutes: starts.map((_, slot) => slot * 15) })
    expect(gains).toHaveLength(168)
    expect(Array.from(gains.slice(0, 5), (gain) => Math.round(10 * gain) / 10)).toEqual([4, 4, 0.4, 0.4, 0])
  })

  it('counts an hour that the clock repeats once', () => {
    const weekMinutes = starts.map((_, slot) => (slot < 8 ? (slot % 4) * 15 : (slot - 4) * 15))
    const gains = hourWorths(nextHour, { starts, weekMinutes })
    expect(gains[0]).toBeCloseTo(4, 9)
  })

  it('names the best hours, in order, and none that are worth less than a visitor', () => {
    const gains = Float64Array.from({ length: 168 }, (_, hour) =>
      hour === 30 ? 5 : hour === 8 ? 7 : hour === 9 ? 0.9 : 0,
    )
    expect(bestHours(gains)).toEqual([
      { hour: 8, gain: 7 },
      { hour: 30, gain: 5 },
    ])
  })
})
