import { describe, expect, it } from 'vitest'
import {
  bias,
  hitRate,
  intervalScore,
  mase,
  pinball,
  seasonalNaiveError,
  wape,
} from '../../../../shared/predict/forecast/scores.ts'

const ACTUAL = [10, 0, 8, 12, 20]
const FORECAST = [12, 1, 8, 9, 16]
const TRAINING = [9, 2, 7, 11, 18, 10, 1, 9, 12, 17]
const BAND = { lower: FORECAST.map((value) => value - 3), upper: FORECAST.map((value) => value + 3) }

describe('scores of a forecast', () => {
  it('weigh errors by how many came', () => {
    expect(wape(ACTUAL, FORECAST)).toBeCloseTo(0.2, 12)
    expect(bias(ACTUAL, FORECAST)).toBeCloseTo(-0.08, 12)
  })

  it('compare with the same slot a period before', () => {
    expect(seasonalNaiveError(TRAINING, 5)).toBeCloseTo(1.2, 12)
    expect(mase(ACTUAL, FORECAST, seasonalNaiveError(TRAINING, 5))).toBeCloseTo(1.6666667, 7)
  })

  it('score quantiles and intervals', () => {
    expect(pinball(ACTUAL, FORECAST, 0.5)).toBeCloseTo(1, 12)
    expect(intervalScore(ACTUAL, BAND, 0.8)).toBeCloseTo(8, 12)
    expect(hitRate(ACTUAL, BAND)).toBeCloseTo(0.8, 12)
  })

  it('say nothing where there is nothing to score', () => {
    expect([
      wape([0, 0], [1, 0]),
      bias([], []),
      mase(ACTUAL, FORECAST, 0),
      mase([], [], 1),
      hitRate([], { lower: [], upper: [] }),
      seasonalNaiveError([1, 2], 5),
    ]).toEqual([null, null, null, null, null, null])
  })
})
