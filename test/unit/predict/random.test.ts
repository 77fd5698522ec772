import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../shared/predict/random.ts'

const DRAWS = 200_000

interface Moments {
  readonly mean: number
  readonly variance: number
}

function momentsOf(draw: () => number): Moments {
  let sum = 0
  let squares = 0
  for (let index = 0; index < DRAWS; index += 1) {
    const value = draw()
    sum += value
    squares += value * value
  }
  const mean = sum / DRAWS
  return { mean, variance: squares / DRAWS - mean * mean }
}

/** What of the moments is off: a mean by over five standard errors, a variance by over three per cent. */
function wrongMoments(draw: () => number, expected: Moments): readonly string[] {
  const found = momentsOf(draw)
  const wrong: string[] = []
  if (Math.abs(found.mean - expected.mean) > 5 * Math.sqrt(expected.variance / DRAWS)) wrong.push(`mean ${found.mean}`)
  if (Math.abs(found.variance / expected.variance - 1) > 0.03) wrong.push(`variance ${found.variance}`)
  return wrong
}

/** By how many standard errors the share of draws that are at most `limit` misses what it should be. */
function shareError(draw: () => number, { limit, share }: { readonly limit: number; readonly share: number }): number {
  let hits = 0
  for (let index = 0; index < DRAWS; index += 1) hits += Number(draw() <= limit)
  return Math.abs(hits / DRAWS - share) / Math.sqrt((share * (1 - share)) / DRAWS)
}

describe('seeded random numbers', () => {
  it('are the same for the same seed and stream, and others for another', () => {
    const take = (seed: number, stream: number): readonly number[] => {
      const random = createRandom(seed, stream)
      return Array.from({ length: 20 }, () => random.uniform())
    }
    expect(take(7, 1)).toEqual(take(7, 1))
    expect(take(7, 1)).not.toEqual(take(7, 2))
    expect(take(7, 1)).not.toEqual(take(8, 1))
    expect(take(7 + 2 ** 40, 1)).not.toEqual(take(7, 1))
  })

  it('are uniform', () => {
    const random = createRandom(1)
    expect(wrongMoments(random.uniform, { mean: 0.5, variance: 1 / 12 })).toEqual([])
    expect(shareError(random.uniform, { limit: 0.001, share: 0.001 })).toBeLessThan(5)
  })

  it('are normal into the tails', () => {
    const random = createRandom(2)
    expect(wrongMoments(random.normal, { mean: 0, variance: 1 })).toEqual([])
    expect(shareError(random.normal, { limit: -3, share: 0.001349898 })).toBeLessThan(5)
    expect(shareError(random.normal, { limit: 1.959964, share: 0.975 })).toBeLessThan(5)
  })

  it.each([0.2, 1, 4.5, 120])('are gamma of shape %f', (shape) => {
    const random = createRandom(3)
    expect(wrongMoments(() => random.gamma(shape, 2), { mean: 2 * shape, variance: 4 * shape })).toEqual([])
  })

  it.each([0.01, 0.7, 6, 9.99, 10.01, 35, 800, 1e6])('are Poisson of mean %f', (mean) => {
    const random = createRandom(4)
    expect(wrongMoments(() => random.poisson(mean), { mean, variance: mean })).toEqual([])
  })

  it('are Poisson in the tails', () => {
    const random = createRandom(5)
    expect(shareError(() => random.poisson(20), { limit: 9, share: 0.004995412 })).toBeLessThan(5)
    expect(shareError(() => random.poisson(20), { limit: 31, share: 0.991909 })).toBeLessThan(5)
    expect(shareError(() => random.poisson(3), { limit: 0, share: Math.exp(-3) })).toBeLessThan(5)
  })

  it.each([
    [5, 0.3],
    [40, 0.1],
    [40, 0.25],
    [60, 0.9],
    [1000, 0.5],
    [100_000, 0.999],
  ])('are binomial of %d trials with chance %f', (trials, chance) => {
    const random = createRandom(6)
    expect(
      wrongMoments(() => random.binomial(trials, chance), {
        mean: trials * chance,
        variance: trials * chance * (1 - chance),
      }),
    ).toEqual([])
  })

  it('are binomial in the tails', () => {
    const random = createRandom(7)
    expect(shareError(() => random.binomial(40, 0.5), { limit: 12, share: 0.008294 })).toBeLessThan(5)
    expect(shareError(() => random.binomial(3, 0.5), { limit: 0, share: 0.125 })).toBeLessThan(5)
  })

  it.each([
    [2, 3],
    [30, 90],
    [12, 12],
  ])('are negative binomial of mean %d and variance %d', (mean, variance) => {
    const random = createRandom(8)
    expect(wrongMoments(() => random.negativeBinomial(mean, variance), { mean, variance })).toEqual([])
  })

  it('are nothing where nothing can come', () => {
    const random = createRandom(9)
    expect([
      random.poisson(0),
      random.binomial(0, 0.5),
      random.binomial(9, 0),
      random.gamma(0),
      random.negativeBinomial(0, 1),
    ]).toEqual([0, 0, 0, 0, 0])
    expect(random.binomial(9, 1)).toBe(9)
  })
})
