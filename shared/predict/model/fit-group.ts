import { binCells, rebinCells, type BinnedCells } from './bins.ts'
import { isAtOnce } from './load.ts'
import { likelihoodOf } from './likelihood.ts'
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
  /** On rough bins, which is quicker: a good start for other fits. */
  readonly isCoarse?: boolean
}

/** A group's fit: log minutes of each holding time, then, unless it is fixed, the logit of availability. */
export interface GroupFit extends Maximum {
  readonly visitorsPerAgent: number
  readonly fixedAvailability: number | null
  readonly binned: BinnedCells
}

/** Cells are laid on the load anew until that moves a fit by less than this, as a square in standard deviations. */
const SETTLED = 0.1 ** 2
const MOST_REBINNINGS = { fine: 8, coarse: 2 }
/** Log likelihood that is given up for fewer steps. */
const LEAST_GAIN = { fine: 1e-8, coarse: 0.01 }

/** Fits one group. The load moves with the holding time, so cells are laid on it anew until that changes nothing. */
export function fitGroup(observations: GroupObservations, options: GroupFitOptions): GroupFit {
  const times = observations.holdingTimes
  const mostRounds = MOST_REBINNINGS[options.isCoarse ? 'coarse' : 'fine']
  let start: Float64Array = Float64Array.from(options.start)
  let binned: BinnedCells | null = null
  for (let round = 0; ; round++) {
    const reference = start.subarray(0, times)
    // Cells change bins only while the fit is far off: each change is a small jump of the likelihood.
    binned =
      binned === null || round < 2
        ? binCells(observations, reference, { isRough: options.isCoarse })
        : rebinCells(observations, binned, reference)
    const found = refit(binned, options, start)
    const isProportional = times === 1 && isAtOnce(Math.exp(reference[0]!)) && isAtOnce(Math.exp(found.parameters[0]!))
    if (isProportional || round === mostRounds || movedBy(found, reference, options) < SETTLED) {
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
  const times = bins.reference.length
  const { visitorsPerAgent, fixedAvailability } = options
  const size = times + Number(fixedAvailability === null)
  return maximise(
    (parameters) => likelihoodOf(bins, parameters, { visitorsPerAgent, fixedAvailability }),
    Float64Array.from({ length: size }, (_, index) => start[index]!),
    {
      times,
      priors: priorsOf(times, options.holding),
      leastGain: LEAST_GAIN[options.isCoarse ? 'coarse' : 'fine'],
    },
  )
}

/** How far the holding times moved from those that the cells were laid on, as a square in standard deviations. */
function movedBy(
  { parameters, likelihood: { information } }: Maximum,
  reference: Float64Array,
  { holding }: GroupFitOptions,
): number {
  const size = parameters.length
  const moves = reference.map((value, time) => parameters[time]! - value)
  let square = 0
  moves.forEach((move, row) => {
    square += move ** 2 / holding.deviation ** 2
    moves.forEach((other, column) => (square += move * other * information[row * size + column]!))
  })
  return square
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
