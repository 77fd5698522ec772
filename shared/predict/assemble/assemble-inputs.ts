import { inactiveSince } from '../../plan/inactive-agents.ts'
import { hoursOfWeek } from '../../time/hours-of-week.ts'
import { typicalStaffing } from '../attendance/typical-staffing.ts'
import type { PoolPredictionInput, PredictionInputs } from '../types.ts'
import { forecastOfWeek, historyOf } from './demand.ts'
import type { PredictionFacts } from './facts.ts'
import { coveredAlone, ownHistory } from './own-history.ts'
import { learn, type Learned, type LearnOptions } from './learn.ts'
import { originOf, pastOf, type LearningPast } from './past.ts'
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
export function inputsOfWeek(
  past: LearningPast,
  { pools, model, attendance, input }: Learned,
  options: AssembleOptions,
): PredictionInputs {
  const { timeZone, firstDate, knownDays, seed } = options
  const week = { timeZone, firstDate, knownDays }
  const all = forecastOfWeek(historyOf(past, { ...week, poolId: undefined }), week)
  const starts = Array.from(all.starts)
  const isActive = ({ agentId }: { readonly agentId: string }): boolean =>
    inactiveSince(agentId, past.inactive) > starts[0]!
  const staffed = { timeZone, origin: past.origin, starts, pools, known: past.known }
  const active = past.sessions.filter(isActive)
  const staffing = typicalStaffing({ ...staffed, sessions: active })
  const alone = coveredAlone(input)
  const cells = hoursOfWeek(starts, timeZone)
  const inputs: PredictionInputs = {
    timeZone,
    firstDate,
    starts,
    origin: past.origin,
    pools: pools.map(({ poolId, members, history }, index): PoolPredictionInput => {
      const forecast = forecastOfWeek(history, week)
      const poolModel = model.pools[index]!
      const load = past.loads.find((one) => one.poolId === poolId)
      return {
        poolId,
        ...(load === undefined ? {} : { includes: load.others }),
        visitors: Array.from(forecast.visitors),
        noise: forecast.noise,
        ...(forecast.extraCvs.days.some((cv) => cv > 0) ? { markedCv: forecast.extraCvs.days } : {}),
        model: poolModel,
        loadFactors: cells.map((cell) => poolModel.loadFactors[cell]!),
        ...(alone[index] === null ? {} : { coveredAlone: bySlot(alone[index]!, cells) }),
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
  }
  const everybody =
    active.length === past.sessions.length ? staffing : typicalStaffing({ ...staffed, sessions: past.sessions })
  const differences = ownHistory(inputs, { past, input, staffing: everybody, cells })
  return roundedInputs({
    ...inputs,
    pools: inputs.pools.map((pool, index) =>
      differences[index] === null ? pool : { ...pool, ownHistory: bySlot(differences[index]!, cells) },
    ),
  })
}

/** Values of hour cells at the slots of a week; undefined where there are none. */
function bySlot(values: Float64Array | null, cells: readonly number[]): readonly number[] | undefined {
  return values === null ? undefined : cells.map((cell) => values[cell]!)
}
