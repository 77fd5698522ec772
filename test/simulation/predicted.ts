import { coverageFraction } from '../../shared/foundation/rate.ts'
import { assembleInputs } from '../../shared/predict/assemble/assemble-inputs.ts'
import { intervalsInWeek } from '../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../shared/predict/plan-prediction/week-bands.ts'
import { formatLocalDate } from '../../shared/time/local.ts'
import type { KnownDay } from '../../shared/predict/forecast/known-days.ts'
import { knownDaysOf } from './demand.ts'
import { factsOf, planOf } from './observed.ts'
import { NO_HABITS, type ProductHabits } from '../support/product-habits.ts'
import { weekDate } from './wall-clock.ts'
import type { PlannedInterval } from '../../shared/plan/plan.ts'
import type { Band, PredictionInputs, TypicalStaffing, WeekPrediction } from '../../shared/predict/types.ts'
import type { Events, Totals } from './replay.ts'
import type { World, WorldShift } from './world.ts'

/** What is learned of a world's history as it is recorded: the same parts, put together in the same way, as behind the command line. */
export function learnFrom(world: World, history: Events, habits: ProductHabits = NO_HABITS): PredictionInputs {
  const options = {
    timeZone: world.timeZone,
    firstDate: weekDate(world, world.weeks),
    knownDays: whatIsKnown(world),
    visitorsPerAgent: null,
    seed: 1,
  }
  return assembleInputs(factsOf(world, history, habits), options)
}

/** What the product knows of dates. */
export function whatIsKnown(world: World): readonly KnownDay[] {
  const { knownDay } = world.quirks
  if (knownDay?.isKnown !== true) return []
  const stated = knownDay.stated === null ? null : ({ kind: 'share', value: knownDay.stated } as const)
  return knownDaysOf(world).map((day) => ({
    date: formatLocalDate(day),
    class: knownDay.class,
    name: 'The day',
    weight: 1,
    hours: null,
    stated,
  }))
}

/** A plan's intervals in the week to predict. */
export function intervalsOf(world: World, shifts: readonly WorldShift[]): readonly PlannedInterval[] {
  return intervalsInWeek(planOf(world, shifts), { firstDate: weekDate(world, world.weeks), timeZone: world.timeZone })
}

/** The pool that plans of a world are about; undefined: all. */
function planPoolId(world: World): string | null | undefined {
  return world.planPool === null ? undefined : world.pools[world.planPool]!.id
}

export function predict(world: World, inputs: PredictionInputs, intervals: readonly PlannedInterval[]): WeekPrediction {
  return createPlanPredictor(inputs, { poolId: planPoolId(world) }).predict(intervals)
}

/** How far one week may stray from its prediction. */
export function bandsOf(world: World, inputs: PredictionInputs, intervals: readonly PlannedInterval[]): Band {
  return weekBands(inputs, { schedule: intervals, baseline: null, poolId: planPoolId(world) }).coverageRate
}

/** What the model makes of people being online as they really were. */
export function predictWithStaffing(
  world: World,
  inputs: PredictionInputs,
  staffing: readonly TypicalStaffing[],
): WeekPrediction {
  const pools = inputs.pools.map((pool) => ({
    ...pool,
    typical: staffing[indexOf(world, pool.poolId)] ?? pool.typical,
  }))
  return createPlanPredictor({ ...inputs, pools }, { poolId: planPoolId(world) }).typicalWeek()
}

/** The same inputs with other visitors, by index of the world's pools; a pool that only the records have keeps its own. */
export function withVisitors(
  world: World,
  inputs: PredictionInputs,
  visitors: readonly Float64Array[],
): PredictionInputs {
  return {
    ...inputs,
    pools: inputs.pools.map((pool) => ({
      ...pool,
      visitors: Array.from(visitors[indexOf(world, pool.poolId)] ?? pool.visitors),
    })),
  }
}

/** The same inputs as if service times, places and the share of time at the desk were known. */
export function withTrueService(world: World, inputs: PredictionInputs, deskShare: number): PredictionInputs {
  return {
    ...inputs,
    pools: inputs.pools.map((pool) => ({
      ...pool,
      loadFactors: pool.loadFactors.map(() => 1),
      model: {
        ...pool.model,
        holdingMinutes: world.pools[indexOf(world, pool.poolId)]?.minutes ?? pool.model.holdingMinutes,
        availability: deskShare,
        visitorsPerAgent: world.visitorsPerAgent,
      },
    })),
  }
}

function indexOf(world: World, poolId: string | null): number {
  return world.pools.findIndex(({ id }) => id === poolId)
}

export function rateOfPrediction({ totals }: { readonly totals: Totals }): number {
  return coverageFraction(totals, 1)
}
