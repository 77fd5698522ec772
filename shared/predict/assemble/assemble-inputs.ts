import { inactiveSince } from '../../plan/inactive-agents.ts'
import { hoursOfWeek } from '../../time/hours-of-week.ts'
import { typicalStaffingOfWeeks } from '../attendance/typical-staffing.ts'
import type { DemandForecast, DemandHistory, PoolPredictionInput, PredictionInputs } from '../types.ts'
import type { KnownDay } from '../forecast/known-days.ts'
import { forecaster } from '../forecast/forecast.ts'
import type { YearEffect } from '../forecast/year-level.ts'
import { historyOf } from './demand.ts'
import type { PredictionFacts } from './facts.ts'
import { coveredAlone, ownHistory } from './own-history.ts'
import { learn, type Learned, type LearnOptions } from './learn.ts'
import { originOf, pastOf, type LearningPast } from './past.ts'
import { poolShares, type PoolShares } from './starved/pool-shares.ts'
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
export function inputsOfWeek(past: LearningPast, learned: Learned, options: AssembleOptions): PredictionInputs {
  return weekAssembler(past, learned, options)(options).inputs
}

/** A week to come: its inputs, and what last year said of its level (null: nothing that helps). */
export interface AssembledWeek {
  readonly inputs: PredictionInputs
  readonly year: YearEffect | null
}

/**
 * As `inputsOfWeek`, of many weeks that begin on the same day of week, each with a seed of its own. `knownDays` reach to the end of the last.
 */
export function weekAssembler(
  past: LearningPast,
  learned: Learned,
  options: AssembleOptions,
): (week: Pick<AssembleOptions, 'firstDate' | 'seed'>) => AssembledWeek {
  const demand = { timeZone: options.timeZone, firstDate: options.firstDate, knownDays: options.knownDays }
  const forecastAll = forecaster(historyOf(past, { ...demand, poolId: undefined }))
  const forecastPools = learned.pools.map(({ poolId, history }) =>
    forecaster(withDaysToCome(history, options.knownDays) ?? historyOf(past, { ...demand, poolId })),
  )
  const alone = coveredAlone(learned.input)
  const shares = new Map(past.loads.map((load) => [load.poolId, poolShares(load, past.parts, options.timeZone)]))
  const { timeZone } = options
  const { origin, known } = past
  const staffingOf = typicalStaffingOfWeeks({ timeZone, origin, pools: learned.pools, known })
  return (week) => {
    const all = forecastAll(week.firstDate)
    const forecasts = forecastPools.map((forecast) => forecast(week.firstDate))
    return {
      inputs: assembled(past, learned, { ...options, ...week, all, forecasts, alone, shares, staffingOf }),
      year: all.year,
    }
  }
}

/** A history that may know days of its past only, as what is learned from it does, with all that is known; null: it knows no days at all. */
function withDaysToCome(history: DemandHistory, knownDays: readonly KnownDay[]): DemandHistory | null {
  const { dated } = history
  if (knownDays.length === (dated?.knownDays.length ?? 0)) return history
  return dated === undefined ? null : { ...history, dated: { ...dated, knownDays } }
}

interface WeekFindings {
  readonly all: DemandForecast
  /** By pool. */
  readonly forecasts: readonly DemandForecast[]
  readonly alone: ReturnType<typeof coveredAlone>
  readonly staffingOf: ReturnType<typeof typicalStaffingOfWeeks>
  /** By the pool under which several count. */
  readonly shares: ReadonlyMap<string | null, readonly PoolShares[]>
}

function assembled(
  past: LearningPast,
  { pools, model, attendance, input }: Learned,
  { timeZone, firstDate, seed, all, forecasts, alone, shares, staffingOf }: AssembleOptions & WeekFindings,
): PredictionInputs {
  const starts = Array.from(all.starts)
  const isActive = ({ agentId }: { readonly agentId: string }): boolean =>
    inactiveSince(agentId, past.inactive) > starts[0]!
  const active = past.sessions.filter(isActive)
  const staffing = staffingOf({ starts, sessions: active })
  const cells = hoursOfWeek(starts, timeZone)
  const inputs: PredictionInputs = {
    timeZone,
    firstDate,
    starts,
    origin: past.origin,
    pools: pools.map(({ poolId, members }, index): PoolPredictionInput => {
      const forecast = forecasts[index]!
      const poolModel = model.pools[index]!
      const load = past.loads.find((one) => one.poolId === poolId)
      return {
        poolId,
        ...(load === undefined
          ? {}
          : {
              includes: load.others,
              parts: shares.get(poolId)!.map((part) => ({ ...part, shares: bySlot(part.shares, cells)! })),
            }),
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
  const everybody = staffingOf({ starts, sessions: past.sessions })
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
