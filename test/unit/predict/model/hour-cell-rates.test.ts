import { describe, expect, it } from 'vitest'
import { fitCoverageModel } from '../../../../shared/predict/model/fit-coverage-model.ts'
import { hourCellRates } from '../../../../shared/predict/model/hour-cell-rates.ts'
import { inputOf, officeWorld, poolOf } from './fit-of-worlds.ts'
import { simulateLosses } from './loss-world.ts'

describe('past coverage by hour of the week', () => {
  const history = simulateLosses(officeWorld({ peakVisitors: 5, peakAgents: 2, weeks: 4 }))
  const input = inputOf([poolOf(history)])
  const model = fitCoverageModel(input, { seed: 1, draws: 0 })
  const [cells] = hourCellRates(input, model)

  it('counts every visit', () => {
    expect(cells!.visitors.reduce((sum, count) => sum + count, 0)).toBe(history.total)
    expect(cells!.covered.reduce((sum, count) => sum + count, 0)).toBe(history.covered)
  })

  it('lies between what was seen and what the model says', () => {
    expect(Array.from(cells!.rate, Number.isNaN)).toEqual(Array.from(cells!.visitors, (count) => count === 0))
    const visited = [...cells!.rate.keys()].filter((cell) => cells!.visitors[cell]! > 0)
    for (const cell of visited) {
      const seen = cells!.covered[cell]! / cells!.visitors[cell]!
      expect(cells!.rate[cell]).toBeGreaterThanOrEqual(Math.min(seen, cells!.expected[cell]!) - 1e-12)
      expect(cells!.rate[cell]).toBeLessThanOrEqual(Math.max(seen, cells!.expected[cell]!) + 1e-12)
    }
  })

  it('is steadier than what was seen: closer to what many more weeks show', () => {
    const many = simulateLosses(officeWorld({ peakVisitors: 5, peakAgents: 2, weeks: 60, seed: 2 }))
    const [truth] = hourCellRates(inputOf([poolOf(many)]), model)
    const errorOf = (rateOf: (cell: number) => number): number => {
      const errors = Array.from({ length: 168 }, (_, cell) => cell)
        .filter((cell) => cells!.visitors[cell]! > 0 && truth!.visitors[cell]! > 0)
        .map((cell) => Math.abs(rateOf(cell) - truth!.covered[cell]! / truth!.visitors[cell]!))
      return errors.reduce((sum, error) => sum + error, 0) / errors.length
    }
    expect(errorOf((cell) => cells!.rate[cell]!)).toBeLessThan(
      0.7 * errorOf((cell) => cells!.covered[cell]! / cells!.visitors[cell]!),
    )
  })

  it('covers nobody where nobody was online', () => {
    expect(cells!.visitors[24 + 3]).toBeGreaterThan(0)
    expect(cells!.expected[24 + 3]).toBe(0)
    expect(cells!.rate[24 + 3]).toBe(0)
  })
})
