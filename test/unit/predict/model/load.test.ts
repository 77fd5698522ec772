import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offeredLoad } from '../../../../shared/predict/model/load.ts'
import { tries } from '../../../support/deep.ts'

const visitors = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 })

/** Steps of a second, written down as the differential equation. */
function bySmallSteps(perSlot: readonly number[], holdingMinutes: number): readonly number[] {
  let now = (perSlot[0]! / 15) * holdingMinutes
  return perSlot.map((count) => {
    let sum = 0
    for (let second = 0; second < 900; second++) {
      const before = now
      now += (count / 15 - now / holdingMinutes) / 60
      sum += (before + now) / 2
    }
    return sum / 900
  })
}

describe('the load that moves', () => {
  it('follows the arrivals at once where visits are short', () => {
    expect([...offeredLoad([30, 0, 15], { holdingMinutes: 2 })]).toEqual([4, 0, 2])
  })

  it('lags behind the arrivals where visits are long', () => {
    fc.assert(
      fc.property(visitors, fc.double({ min: 2.5, max: 240, noNaN: true }), (perSlot, holdingMinutes) => {
        const slow = bySmallSteps(perSlot, holdingMinutes)
        offeredLoad(perSlot, { holdingMinutes }).forEach((load, slot) =>
          expect(Math.abs(load - slow[slot]!)).toBeLessThan(0.01 * (1 + slow[slot]!)),
        )
      }),
      tries(30),
    )
  })

  it('settles at arrivals times holding time', () => {
    for (const holdingMinutes of [1, 4, 30]) {
      const loads = offeredLoad(
        Array.from({ length: 400 }, (_, slot) => (slot === 0 ? 0 : 6)),
        { holdingMinutes },
      )
      expect(loads.at(-1)).toBeCloseTo((6 / 15) * holdingMinutes, 8)
    }
  })

  it('can begin from what was there before, and write into a column', () => {
    const into = new Float64Array(2)
    expect(offeredLoad([0, 0], { holdingMinutes: 15, before: 1, into })).toBe(into)
    expect(into[0]).toBeCloseTo(1 - Math.exp(-1), 12)
    expect(into[1]! / into[0]!).toBeCloseTo(Math.exp(-1), 12)
  })

  it('adds up over pools, and is never negative', () => {
    fc.assert(
      fc.property(visitors, fc.double({ min: 0.01, max: 600, noNaN: true }), (perSlot, holdingMinutes) => {
        const once = offeredLoad(perSlot, { holdingMinutes })
        offeredLoad(
          perSlot.map((count) => 2 * count),
          { holdingMinutes },
        ).forEach((load, slot) => {
          expect(load).toBeGreaterThanOrEqual(0)
          expect(Math.abs(load - 2 * once[slot]!)).toBeLessThanOrEqual(1e-9 * (1 + load))
        })
      }),
    )
  })
})
