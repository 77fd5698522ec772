import type { PredictionInputs } from '../types.ts'
import type { ServedTable } from './served-table.ts'
import type { ServingClass } from './serving-classes.ts'

/** What history knows of a class of pools beyond the model, by slot. */
export interface OwnHistory {
  /** As `PoolPredictionInput.ownHistory`; null: nothing. */
  readonly differences: Float64Array | null
  readonly alone: CoveredAlone | null
}

interface CoveredAlone {
  /** Share of visitors covered with nobody signed on: who signs on never makes it less. */
  readonly shares: Float64Array
  /** What of it ends when the first agent signs on: not more than that agent covers. */
  readonly ending: Float64Array
}

export interface OwnHistoryOptions {
  readonly serving: ServingClass
  readonly served: ServedTable
}

/** What history knows of a class, all of its pools together. */
export function ownHistoryOf(
  { pools, starts }: Pick<PredictionInputs, 'pools' | 'starts'>,
  { serving, served }: OwnHistoryOptions,
): OwnHistory {
  const columnOf = (name: 'ownHistory' | 'coveredAlone'): Float64Array | null => {
    if (serving.pools.every((index) => pools[index]![name] === undefined)) return null
    return Float64Array.from(starts, (_, slot) => {
      let sum = 0
      let visitors = 0
      for (const index of serving.pools) {
        sum += pools[index]!.visitors[slot]! * (pools[index]![name]?.[slot] ?? 0)
        visitors += pools[index]!.visitors[slot]!
      }
      return visitors > 0 ? sum / visitors : 0
    })
  }
  const differences = columnOf('ownHistory')
  const alone = columnOf('coveredAlone')
  return {
    differences,
    alone: alone === null ? null : coveredAlone(alone, { differences, availability: serving.availability, served }),
  }
}

function coveredAlone(
  shares: Float64Array,
  {
    differences,
    availability,
    served,
  }: { readonly differences: Float64Array | null; readonly availability: number; readonly served: ServedTable },
): CoveredAlone {
  const { values, stride } = served.reserve(1)
  return {
    shares,
    ending: shares.map((share, slot) =>
      Math.min(share, asHistoryHad(availability * values[slot * stride + 1]!, differences?.[slot] ?? 0)),
    ),
  }
}

/** A rate of the model (0-1) as history differed from it. Grows with the rate, by less and less; 0 stays 0. */
export function asHistoryHad(rate: number, difference: number): number {
  if (difference === 0) return rate
  return difference < 0 ? rate * (1 + difference) : 1 - (1 - Math.min(1, rate)) ** (1 + difference)
}

/** The difference that makes `wanted` of a rate of the model, as far as history is followed. */
export function differenceFor(rate: number, wanted: number): number {
  if (rate < LEAST_RATE || wanted === rate) return 0
  if (wanted < rate) return Math.max(LEAST_DIFFERENCE, wanted / rate - 1)
  if (rate > MOST_RATE) return 0
  return Math.min(MOST_DIFFERENCE, Math.log(1 - Math.min(MOST_RATE, wanted)) / Math.log(1 - rate) - 1)
}

/** Below and above, the model has nobody or everybody covered, and there is nothing to change. */
const LEAST_RATE = 0.02
const MOST_RATE = 0.999
const LEAST_DIFFERENCE = -0.5
const MOST_DIFFERENCE = 2

/** The share (0-1) of visitors covered at a slot: of what the model gives, and the chance that nobody is signed on. */
export function coveredShare(
  { differences, alone }: OwnHistory,
  { slot, rate, nobody }: { readonly slot: number; readonly rate: number; readonly nobody: number },
): number {
  const ofAgents = differences === null ? rate : asHistoryHad(rate, differences[slot]!)
  if (alone === null) return ofAgents
  return Math.max(alone.shares[slot]!, ofAgents + nobody * alone.ending[slot]!)
}

/** The same inputs, as if nobody were covered but by agents who are signed on. */
export function withoutCoveredAlone(inputs: PredictionInputs): PredictionInputs {
  return { ...inputs, pools: inputs.pools.map((pool) => ({ ...pool, coveredAlone: undefined })) }
}
