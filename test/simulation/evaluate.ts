import { coverageFraction } from '../../shared/foundation/rate.ts'
import { historicalDeviation, naiveHistory, naivePredictions, type NaivePredictions } from './naive.ts'
import {
  bandsOf,
  learnFrom,
  predict,
  predictWithStaffing,
  rateOfPrediction,
  intervalsOf,
  withTrueService,
  withVisitors,
} from './predicted.ts'
import { liveHistory } from './replay.ts'
import { shiftsUnder, type ScheduleName } from './schedules.ts'
import { bandOf } from './score.ts'
import { deskShare, expectedVisitors, truthOf, type Truth } from './truth.ts'
import type { Band, PoolModel } from '../../shared/predict/types.ts'
import type { World } from './world.ts'
import type { ProductHabits } from '../support/product-habits.ts'

/** Where an error against the truth's mean comes from, in points of coverage: the three add up to it. */
export interface Blame {
  readonly traffic: number
  readonly staffing: number
  readonly model: number
  /** What is left of `model` with true service times, places and desk time: what the formula itself cannot say. */
  readonly formula: number
}

/** One schedule of one world predicted, and what really comes of it. Rates 0-1. */
export interface Case {
  readonly world: World
  readonly schedule: ScheduleName
  readonly predicted: number
  readonly band: Band
  readonly visitors: number
  /** Agent-hours online expected of the plan. */
  readonly agentHours: number
  readonly pools: readonly PoolModel[]
  readonly truth: Truth
  readonly naive: NaivePredictions
  /** A band of the width of past weeks about the naive prediction that stands first. */
  readonly pastDeviation: number
  /** Single weeks' rates that the case is scored on: the first of the truth's. */
  readonly weeks: readonly number[]
  /** The narrowest honest band. */
  readonly floor: Band
  readonly blame: Blame
}

export interface EvaluateOptions {
  /** Single weeks each case is scored on. */
  readonly weeksEach: number
  /** Futures that tell the truth; at least `weeksEach`. */
  readonly replays: number
  /** How the product records the history that is learned from; by default as it was. */
  readonly habits?: ProductHabits
}

/** Predicts each schedule of a world from its history, and replays it. */
export function evaluateWorld(
  world: World,
  schedules: readonly ScheduleName[],
  options: EvaluateOptions,
): readonly Case[] {
  const history = liveHistory(world)
  const inputs = learnFrom(world, history, options.habits)
  const past = naiveHistory(world, history)
  const expected = withVisitors(world, inputs, expectedVisitors(world))
  const desk = deskShare(history)
  return schedules.map((schedule): Case => {
    const shifts = shiftsUnder(world, schedule)
    const intervals = intervalsOf(world, shifts)
    const prediction = predict(world, inputs, intervals)
    const truth = truthOf(world, shifts, { name: schedule, replays: options.replays })
    const rates = truth.weeks.map((totals) => coverageFraction(totals, 1))
    const predicted = rateOfPrediction(prediction)
    const pastDeviation = historicalDeviation(past)
    const v = {
      fp: predicted,
      ap: rateOfPrediction(predict(world, expected, intervals)),
      fa: rateOfPrediction(predictWithStaffing(world, inputs, truth.staffing)),
      aa: rateOfPrediction(predictWithStaffing(world, expected, truth.staffing)),
    }
    const formula = rateOfPrediction(predictWithStaffing(world, withTrueService(world, expected, desk), truth.staffing))
    return {
      world,
      schedule,
      predicted,
      band: bandsOf(world, inputs, intervals),
      visitors: prediction.totals.visitors,
      agentHours: prediction.agents.reduce((sum, agents) => sum + agents, 0) / 4,
      pools: inputs.pools.map(({ model }) => model),
      truth,
      naive: naivePredictions(world, past, shifts),
      pastDeviation,
      weeks: rates.slice(0, options.weeksEach),
      floor: bandOf(rates),
      blame: {
        traffic: -50 * (v.ap - v.fp + v.aa - v.fa),
        staffing: -50 * (v.fa - v.fp + v.aa - v.ap),
        model: 100 * (v.aa - truth.rate),
        formula: 100 * (formula - truth.rate),
      },
    }
  })
}
