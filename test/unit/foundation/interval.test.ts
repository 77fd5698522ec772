import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clip,
  contains,
  hull,
  intersect,
  isEmpty,
  isWithinOne,
  merge,
  overlap,
  subtract,
  symmetricDifference,
  total,
  totalWithin,
  type Interval,
} from '../../../shared/foundation/interval.ts'

const LAST = 24
const interval = fc
  .tuple(fc.integer({ min: 0, max: LAST }), fc.integer({ min: 0, max: LAST }))
  .map(([start, end]) => ({ start, end }))
const proper = interval.map(({ start, end }) => ({ start: Math.min(start, end), end: Math.max(start, end) + 1 }))
const intervals = fc.array(interval, { maxLength: 8 })
const propers = fc.array(proper, { maxLength: 8 })

/** The oracle: every instant that lies in some interval. */
function instants(list: readonly Interval[]): readonly number[] {
  return Array.from({ length: LAST + 3 }, (_, instant) => instant).filter((instant) =>
    list.some((each) => contains(each, instant)),
  )
}

describe('the algebra of half-open intervals', () => {
  it('holds its start and not its end', () => {
    const hour = { start: 1, end: 2 }
    expect([0, 1, 1.5, 2].map((instant) => contains(hour, instant))).toEqual([false, true, true, false])
    expect([hour, { start: 2, end: 2 }, { start: 3, end: 2 }].map(isEmpty)).toEqual([false, true, true])
  })

  it('merges into the fewest that hold the same instants, apart and in order, and changes nothing when done again', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = merge(list)
        expect(instants(merged)).toEqual(instants(list))
        expect(
          merged.every((each, index) => !isEmpty(each) && (index === 0 || merged[index - 1]!.end < each.start)),
        ).toBe(true)
        expect(merge(merged)).toEqual(merged)
        expect(merge(list.toReversed())).toEqual(merged)
        expect(total(merged)).toBe(instants(list).length)
      }),
    )
  })

  it('joins what touches', () => {
    expect(
      merge([
        { start: 2, end: 3 },
        { start: 0, end: 2 },
      ]),
    ).toEqual([{ start: 0, end: 3 }])
  })

  it('clips and intersects to what lies in both', () => {
    fc.assert(
      fc.property(intervals, intervals, interval, (one, other, within) => {
        expect(instants(clip(one, within))).toEqual(instants(one).filter((instant) => contains(within, instant)))
        const both = instants(one).filter((instant) => instants(other).includes(instant))
        expect(instants(intersect(one, other))).toEqual(both)
        const merged = intersect(merge(one), merge(other))
        expect(total(merged)).toBe(both.length)
        expect(
          merged.every((each, index) => !isEmpty(each) && (index === 0 || merged[index - 1]!.end <= each.start)),
        ).toBe(true)
      }),
    )
  })

  it('relates two intervals: what both hold, what one alone holds, and the smallest that holds both', () => {
    fc.assert(
      fc.property(proper, proper, (one, other) => {
        const [inOne, inOther] = [instants([one]), instants([other])]
        const shared = overlap(one, other)
        expect(shared === null ? [] : instants([shared])).toEqual(inOne.filter((instant) => inOther.includes(instant)))
        expect(instants(symmetricDifference(one, other)).length).toBe(
          inOne.length + inOther.length - 2 * (shared === null ? 0 : total([shared])),
        )
        expect(instants([hull(one, other)])).toEqual(expect.arrayContaining([...inOne, ...inOther]))
        expect([
          symmetricDifference(one, null),
          symmetricDifference(null, one),
          symmetricDifference(null, null),
        ]).toEqual([[one], [one], []])
      }),
    )
  })

  it('subtracts to what lies in no other', () => {
    fc.assert(
      fc.property(intervals, intervals, (one, other) => {
        const left = subtract(one, merge(other))
        expect(instants(left)).toEqual(instants(one).filter((instant) => !instants(other).includes(instant)))
        expect(left.some(isEmpty)).toBe(false)
      }),
    )
  })

  it('parts every interval into what others hold and what they leave', () => {
    fc.assert(
      fc.property(propers, intervals, (one, other) => {
        const merged = merge(other)
        expect(total(intersect(one, merged)) + total(subtract(one, merged))).toBe(total(one))
      }),
    )
  })

  it('adds up what lies in a part of the time', () => {
    fc.assert(
      fc.property(intervals, interval, (list, { start, end }) => {
        expect(totalWithin(merge(list), start, end)).toBe(total(clip(merge(list), { start, end })))
      }),
    )
  })

  it('finds an interval that lies wholly in one of others, not in several together', () => {
    const halves = [
      { start: 0, end: 5 },
      { start: 5, end: 10 },
    ]
    expect(
      [
        { start: 0, end: 5 },
        { start: 6, end: 9 },
        { start: 4, end: 6 },
      ].map((each) => isWithinOne(each, halves)),
    ).toEqual([true, true, false])
    expect(isWithinOne({ start: 4, end: 6 }, merge(halves))).toBe(true)
  })
})
