import { describe, expect, it } from 'vitest'
import { countQuantiles, normalQuantile } from '../../../../shared/predict/forecast/count-quantiles.ts'
import { createRandom } from '../../../../shared/predict/random.ts'

describe('quantiles of a count', () => {
  it("are Poisson's where the variance is the mean: the count whose cumulated chance is nearest", () => {
    // Cumulated: 0.368, 0.736, 0.920, 0.981, 0.996.
    expect(countQuantiles({ mean: 1, variance: 1 }, [0.3, 0.7, 0.9, 0.975]).map(Math.round)).toEqual([0, 1, 2, 3])
    expect(countQuantiles({ mean: 1, variance: 1 }, [0.919698])[0]).toBeCloseTo(2.5, 4)
  })

  it.each([
    [6, 15],
    [39, 200],
    [60, 700],
    [2_000, 90_000],
  ])('hold what they say of counts with mean %d and variance %d', (mean, variance) => {
    const random = createRandom(7)
    const counts = Array.from({ length: 40_000 }, () => random.negativeBinomial(mean, variance))
    const [low, high] = countQuantiles({ mean, variance }, [0.1, 0.975])
    // Half of a count that is the limit itself lies on either side.
    const share = (isBeyond: (count: number) => number): number =>
      counts.reduce((sum, count) => sum + isBeyond(count), 0) / counts.length
    expect(Math.abs(share((count) => Math.max(0, Math.min(1, low! - count + 0.5))) - 0.1)).toBeLessThan(0.01)
    expect(Math.abs(share((count) => Math.max(0, Math.min(1, count + 0.5 - high!))) - 0.025)).toBeLessThan(0.005)
  })

  it('are nobody where nobody is expected', () => {
    expect(countQuantiles({ mean: 0, variance: 3 }, [0.1, 0.9])).toEqual([0, 0])
  })

  it("rest on the normal's", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8)
    expect(normalQuantile(0.01)).toBeCloseTo(-2.326347874, 8)
  })
})
