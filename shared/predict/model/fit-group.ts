import { binCells, type BinnedCells } from './bins.ts'
import { isAtOnce } from './load.ts'
import { maximise, type Maximum } from './maximise.ts'
import { inverseDiagonal } from './normal-equations.ts'
import type { GroupObservations } from './observations.ts'

/** What is believed of holding times (log minutes) and of availability (logit) before any visit is seen. */
export const WEAK_PRIORS = {
  logMinutes: { mean: Math.log(5), deviation: 1 },
  logit: { mean: 2, deviation: 1 },
} as const

export interface NormalBelief {
  readonly mean: number
  readonly deviation: number
}

export interface GroupFitOptions {
  readonly visitorsPerAgent: number
  readonly holding: NormalBelief
  /** 1 where holding time and availability cannot be distinguished; null: fitted. */
  readonly fixedAvailability: number | null
  /** Log minutes of each holding time, then the logit. */
  readonly start: ArrayLike<number>
  /** How far log holding times may be off (default 1e-5): coarse is quicker where fits are only to be compared. */
  readonly tolerance?: number
}

/** A group's fit: log minutes of each holding time, then, unless it is fixed, the logit of availability. */
export interface GroupFit extends Maximum {
  readonly visitorsPerAgent: number
  readonly fixedAvailability: number | null
  readonly binned: BinnedCells
}

const MOST_REBINNINGS = 8
const TOLERANCE = 1e-5

/** Fits one group. The load moves with the holding time, so cells are laid on it anew until that changes nothing. */
export function fitGroup(observations: GroupObservations, options: GroupFitOptions): GroupFit {
  const times = observations.holdingTimes
  let start: Float64Array = Float64Array.from(options.start)
  for (let round = 0; ; round++) {
    const reference = start.subarray(0, times)
    const binned = binCells(observations, reference)
    const found = refit(binned, options, start)
    const moved = reference.reduce((most, value, time) => Math.max(most, Math.abs(found.parameters[time]! - value)), 0)
    const isProportional = times === 1 && isAtOnce(Math.exp(reference[0]!)) && isAtOnce(Math.exp(found.parameters[0]!))
    if (isProportional || moved < (options.tolerance ?? TOLERANCE) || round === MOST_REBINNINGS) {
      return {
        ...found,
        visitorsPerAgent: options.visitorsPerAgent,
        fixedAvailability: options.fixedAvailability,
        binned,
      }
    }
    // Where the load function changes its form, full steps may go to and fro for ever.
    start = round < 4 ? found.parameters : found.parameters.map((value, index) => (value + start[index]!) / 2)
  }
}

/** The same on cells as they were binned before. */
export function refit(
  { bins }: BinnedCells,
  options: Omit<GroupFitOptions, 'start'>,
  start: ArrayLike<number>,
): Maximum {
  const { tolerance = TOLERANCE } = options
  return maximise(bins, start, {
    visitorsPerAgent: options.visitorsPerAgent,
    fixedAvailability: options.fixedAvailability,
    priors: priorsOf(bins.reference.length, options.holding),
    tolerance: tolerance / 100,
    // Near its top the objective falls off as a square.
    leastGain: tolerance ** 2,
  })
}

/** Prior means and precisions of the parameters: log holding minutes of each time, and last the logit of availability. */
export function priorsOf(
  times: number,
  holding: NormalBelief,
): { readonly means: Float64Array; readonly precisions: Float64Array } {
  const means = new Float64Array(times + 1).fill(holding.mean)
  const precisions = new Float64Array(times + 1).fill(1 / holding.deviation ** 2)
  means[times] = WEAK_PRIORS.logit.mean
  precisions[times] = 1 / WEAK_PRIORS.logit.deviation ** 2
  return { means, precisions }
}

/** What remains uncertain of one log holding time, as a variance, priors included. */
export function varianceOfHolding(
  { likelihood, parameters, binned }: GroupFit,
  holding: NormalBelief,
  time: number,
): number {
  const size = parameters.length
  const { precisions } = priorsOf(binned.bins.reference.length, holding)
  const curvature = likelihood.information.map((value, place) =>
    place % size === Math.floor(place / size) ? value + precisions[place % size]! : value,
  )
  return inverseDiagonal(curvature, size, time)
}
