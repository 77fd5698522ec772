import { inactiveSince } from '../../plan/inactive-agents.ts'
import { typicalStaffing } from '../attendance/typical-staffing.ts'
import type { PoolPredictionInput, PredictionInputs } from '../types.ts'
import { forecastOfWeek, historyOf } from './demand.ts'
import type { PredictionFacts } from './facts.ts'
import { hourCellsOf } from './hour-cells.ts'
import { learn, type Learned, type LearnOptions } from './learn.ts'
import { originOf, pastOf, type Past } from './past.ts'
import { roundedInputs } from './rounded.ts'

export interface AssembleOptions extends LearnOptions {
  /** Nothing at or after it counts as past; absent: all that is known does. */
  readonly until?: number | undefined
}

/**
 * Everything that predicting plans of a week takes, from what was known before it: forecast, coverage model, attendance and typical
 * staffing. What is known of later changes nothing. The same facts and options give the same inputs.
 */
export function assembleInputs(facts: PredictionFacts, options: AssembleOptions): PredictionInputs {
  const past = pastOf(facts, originOf(facts, options))
  return inputsOfWeek(past, learn(past, options), options)
}

/** As `assembleInputs`, with what was learned for this or another week of the same origin and day of week. */
export function inputsOfWeek(past: Past, { pools, model, attendance }: Learned, options: AssembleOptions): PredictionInputs {
  const { timeZone, firstDate, marks, seed } = options
  const week = { timeZone, firstDate, marks }
  const all = forecastOfWeek(historyOf(past, { ...week, poolId: undefined }), { ...week, poolId: undefined })
  const starts = Array.from(all.starts)
  const isActive = ({ agentId }: { readonly agentId: string }): boolean => inactiveSince(agentId, past.inactive) > starts[0]!
  const staffing = typicalStaffing({ sessions: past.sessions.filter(isActive), timeZone, origin: past.origin, starts, pools, known: past.known })
  const cells = hourCellsOf(starts, timeZone)
  return roundedInputs({
    timeZone,
    firstDate,
    starts,
    origin: past.origin,
    pools: pools.map(({ poolId, members, history }, index): PoolPredictionInput => {
      const forecast = forecastOfWeek(history, { ...week, poolId })
      const poolModel = model.pools[index]!
      const load = past.loads.find((one) => one.poolId === poolId)
      return {
        poolId,
        ...(load === undefined ? {} : { includes: load.others }),
        visitors: Array.from(forecast.visitors),
        noise: forecast.noise,
        model: poolModel,
        loadFactors: cells.map((cell) => poolModel.loadFactors[cell]!),
        members,
        typical: staffing.pools[index]!,
      }
    }),
    groups: model.groups,
    attendance,
    ...(Object.keys(past.inactive).length === 0 ? {} : { inactive: past.inactive }),
    typical: staffing.all,
    forecastAccuracy: all.accuracy,
    seed,
  })
}
