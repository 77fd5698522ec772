import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageTable } from '../../../../shared/predict/model/coverage-table.ts'
import { coverageWith } from '../../../../shared/predict/model/coverage.ts'
import { loadFactorFor } from '../../../../shared/predict/model/load-factors.ts'
import { logGamma } from '../../../../shared/predict/model/log-gamma.ts'
import { likeliestKappa, shrunkRate } from '../../../../shared/predict/model/shrink.ts'
import { createRandom } from '../../../../shared/predict/random.ts'

describe('an hour cell shrunk towards the model', () => {
  it.each([
    [3, 4, 0.6, 0.625],
    [0, 2, 0.9, 0.818182],
    [45, 50, 0.6, 0.814286],
  ])('is the posterior mean: %d of %d', (...[covered, visitors, expected, rate]) => {
    expect(shrunkRate({ covered, visitors, expected }, 20)).toBeCloseTo(rate, 6)
  })

  it('leaves the model alone where cells differ from it by chance only', () => {
    const random = createRandom(5)
    const cells = Array.from({ length: 168 }, (_, index) => {
      const expected = 0.3 + 0.004 * index
      const visitors = random.poisson(30)
      return { visitors, covered: random.binomial(visitors, expected), expected }
    })
    expect(likeliestKappa(cells)).toBeGreaterThan(1000)
  })

  it('finds how much cells differ from the model', () => {
    const random = createRandom(6)
    const cells = Array.from({ length: 168 }, (_, index) => {
      const expected = 0.3 + 0.004 * index
      const [a, b] = [random.gamma(25 * expected), random.gamma(25 * (1 - expected))]
      return { visitors: 200, covered: random.binomial(200, a / (a + b)), expected }
    })
    expect(likeliestKappa(cells)).toBeGreaterThan(15)
    expect(likeliestKappa(cells)).toBeLessThan(40)
  })

  it('believes visits that share their luck less', () => {
    const random = createRandom(7)
    const clustered = Array.from({ length: 168 }, () => ({
      visitors: 60,
      covered: 4 * random.binomial(15, 0.6),
      expected: 0.6,
    }))
    expect(likeliestKappa(clustered)).toBeLessThan(100)
    expect(likeliestKappa(clustered, 4)).toBeGreaterThan(1000)
  })

  it('takes the model where there is no history', () => {
    expect(likeliestKappa([])).toBeGreaterThan(1000)
    expect(shrunkRate({ visitors: 0, covered: 0, expected: 0.7 }, 20)).toBeCloseTo(0.7, 14)
  })
})

describe('the factor on the load of an hour cell', () => {
  const service = { availability: 0.9, visitorsPerAgent: 1 }
  const table = coverageTable({ visitorsPerAgent: 1, maxAgents: 6 }).withAvailability(service.availability)
  const visits = { agents: [1, 2, 4], logLoad: [-0.5, 0.2, 1], visitors: [10, 30, 20] }
  const rateAt = (factor: number): number =>
    visits.visitors.reduce(
      (sum, count, index) =>
        sum + count * coverageWith(visits.agents[index]!, factor * Math.exp(visits.logLoad[index]!), service),
      0,
    ) / 60

  it('gives the rate back at the historical staffing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.34, max: 2.9, noNaN: true }), (factor) => {
        expect(loadFactorFor(rateAt(factor), visits, table)).toBeCloseTo(factor, 1)
      }),
    )
  })

  it('stays between a third and three', () => {
    expect(loadFactorFor(1, visits, table)).toBe(1 / 3)
    expect(loadFactorFor(0, visits, table)).toBe(3)
    expect(loadFactorFor(0.5, { agents: [], logLoad: [], visitors: [] }, table)).toBe(1)
  })
})

describe('log gamma', () => {
  it('is the log of a factorial on whole numbers, and pi on a half', () => {
    let factorial = 0
    for (let n = 1; n < 60; n++) {
      expect(logGamma(n)).toBeCloseTo(factorial, 10)
      factorial += Math.log(n)
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12)
  })
})
