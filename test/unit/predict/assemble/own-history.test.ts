import { describe, expect, it } from 'vitest'
import { coveredAlone } from '../../../../shared/predict/assemble/own-history.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { coverageFraction } from '../../../../shared/foundation/rate.ts'
import { blindWorld } from '../../../simulation/blind-spots.ts'
import { naiveHistory, naivePredictions } from '../../../simulation/naive.ts'
import { intervalsOf, learnFrom, predict, rateOfPrediction } from '../../../simulation/predicted.ts'
import { liveHistory } from '../../../simulation/replay.ts'
import { shiftsUnder } from '../../../simulation/schedules.ts'

const WEEKS = 4

/** Four weeks of one visit in every quarter-hour: by day with an agent, by night with nobody. */
function nights(coveredOf: (night: number) => boolean, agents = 1): ReturnType<typeof coveredAlone> {
  const slots = WEEKS * 672
  const isDay = (slot: number): boolean => slot % 96 >= 32
  const all = Array.from({ length: slots }, (_, slot) => slot)
  const cells = {
    slot: all,
    agents: all.map((slot) => (isDay(slot) ? agents : 0)),
    visitors: all.map(() => 1),
    covered: all.map((slot) => Number(isDay(slot) || coveredOf(slot))),
  }
  return coveredAlone({
    timeZone: 'UTC',
    firstSlot: 0,
    slots,
    pools: [{ poolId: 'pool', members: null, cells, demand: new Float64Array(slots).fill(1) }],
  })
}

describe('what is covered with nobody signed on', () => {
  it('is learned by hour', () => {
    // Covered from midnight to four, missed from four to eight.
    const [shares] = nights((slot) => slot % 96 < 16)
    for (let day = 0; day < 7; day += 1) {
      expect(shares![day * 24 + 1]).toBeGreaterThan(0.9)
      expect(shares![day * 24 + 6]).toBeLessThan(0.1)
    }
  })

  it('is nothing where it is rare, and where nobody ever was signed on', () => {
    expect(nights((slot) => slot % 672 === 5)).toEqual([null])
    expect(nights(() => true, 0)).toEqual([null])
  })
})

describe('a site where visitors are covered though nobody is signed on', () => {
  const world = blindWorld('covered alone', 604)
  const history = liveHistory(world)
  const inputs = learnFrom(world, history)
  const past = naivePredictions(world, naiveHistory(world, history), []).sameCell

  it('is predicted as it was, if its schedule is', () => {
    expect(
      Math.abs(rateOfPrediction(predict(world, inputs, intervalsOf(world, shiftsUnder(world, 'unchanged')))) - past),
    ).toBeLessThan(0.025)
  })

  it('has a typical week like its past', () => {
    expect(Math.abs(coverageFraction(createPlanPredictor(inputs).typicalWeek().totals, 1) - past)).toBeLessThan(0.02)
  })
})
