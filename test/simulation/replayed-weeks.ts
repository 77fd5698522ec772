import { withActualVisitors } from '../../shared/compare/actual-visitors.ts'
import { coverageFraction } from '../../shared/foundation/rate.ts'
import type { Band, PredictionInputs } from '../../shared/predict/types.ts'
import { SLOT_MS } from '../../shared/time/slots.ts'
import { type Arrivals, futureArrivals } from './demand.ts'
import { bandsOf, intervalsOf, learnFrom, predict, rateOfPrediction } from './predicted.ts'
import { Randomness } from './random.ts'
import { liveHistory, replayVisitors, totalsOf } from './replay.ts'
import { shiftsUnder, type ScheduleName } from './schedules.ts'
import { mean } from './truth.ts'
import { weeksSpan } from './wall-clock.ts'
import type { World } from './world.ts'

/** A week that passed, replayed under a schedule that it did not have, beside what would really have come of it. Rates 0-1. */
export interface ReplayCase {
  readonly world: World
  readonly schedule: ScheduleName
  readonly replayed: number
  readonly band: Band
  /** Of the same visitors, over many chances of who turns up and how long visits take. */
  readonly truth: number
  readonly weeks: readonly number[]
}

/** Replays the week after a world's history under each schedule, with what was known before it and the visitors who came. */
export function replayWorld(world: World, schedules: readonly ScheduleName[], chances: number): readonly ReplayCase[] {
  const arrivals = futureArrivals(world, new Randomness(`${world.seed} replayed week`))
  const inputs = withArrivals(world, learnFrom(world, liveHistory(world)), arrivals)
  return schedules.map((schedule): ReplayCase => {
    const shifts = shiftsUnder(world, schedule)
    const intervals = intervalsOf(world, shifts)
    const weeks = Array.from({ length: chances }, (_, chance) => {
      const events = replayVisitors(world, shifts, { replay: `${schedule} ${chance}`, arrivals })
      return coverageFraction(totalsOf(events, world.planPool ?? undefined), 1)
    })
    return {
      world,
      schedule,
      replayed: rateOfPrediction(predict(world, inputs, intervals)),
      band: bandsOf(world, inputs, intervals),
      truth: mean(weeks),
      weeks,
    }
  })
}

function withArrivals(world: World, inputs: PredictionInputs, { at, pool }: Arrivals): PredictionInputs {
  const { start } = weeksSpan(world, world.weeks, world.weeks + 1)
  const visitors = inputs.pools.map(() => new Float64Array(inputs.starts.length))
  const places = world.pools.map(({ id }) => inputs.pools.findIndex(({ poolId }) => poolId === id))
  for (let visit = 0; visit < at.length; visit += 1) {
    const slot = Math.floor((at[visit]! - start) / SLOT_MS)
    const column = visitors[places[pool[visit]!]!]
    if (column !== undefined && slot >= 0 && slot < column.length) column[slot]! += 1
  }
  return withActualVisitors(inputs, {
    known: new Uint8Array(inputs.starts.length).fill(1),
    pools: inputs.pools.map(({ typical }, index) => ({
      visitors: visitors[index]!,
      covered: new Float64Array(inputs.starts.length),
      staffing: typical,
    })),
  })
}
