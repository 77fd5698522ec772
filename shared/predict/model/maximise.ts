import type { Bins } from './bins.ts'
import { likelihoodOf, type Likelihood, type LikelihoodOptions } from './likelihood.ts'
import { solveSymmetric } from './normal-equations.ts'

/** Independent normal priors of the parameters; a precision of 0 is none. */
export interface NormalPriors {
  readonly means: ArrayLike<number>
  readonly precisions: ArrayLike<number>
}

export interface MaximiseOptions extends LikelihoodOptions {
  readonly priors: NormalPriors
  /** Stop when no parameter moves by more (default 1e-9). */
  readonly tolerance?: number
  /** Stop when the objective gains less (default 0). */
  readonly leastGain?: number
  readonly rounds?: number
}

export interface Maximum {
  readonly parameters: Float64Array
  readonly likelihood: Likelihood
  /** Log likelihood plus log prior. */
  readonly objective: number
}

/** A second to a day, in log minutes; and chances of 0.2% to 99.9998%. */
const LOG_MINUTES = { least: Math.log(1 / 60), most: Math.log(1440) }
const LOGITS = { least: -6, most: 13 }

/** Parameters of highest posterior density, by Fisher scoring from `start`, with steps halved where they lead nowhere. */
export function maximise(bins: Bins, start: ArrayLike<number>, options: MaximiseOptions): Maximum {
  const { priors, tolerance = 1e-9, leastGain = 0, rounds = 60 } = options
  const times = bins.reference.length
  const size = times + Number(options.fixedAvailability === null)
  const evaluate = (parameters: Float64Array): Maximum => {
    const likelihood = likelihoodOf(bins, parameters, options)
    let objective = likelihood.value
    for (let index = 0; index < size; index++)
      objective -= 0.5 * priors.precisions[index]! * (parameters[index]! - priors.means[index]!) ** 2
    return { parameters, likelihood, objective }
  }
  let best = evaluate(
    bounded(
      Float64Array.from({ length: size }, (_, index) => start[index]!),
      times,
    ),
  )
  for (let round = 0; round < rounds; round++) {
    const { gradient, information } = best.likelihood
    const slope = gradient.map(
      (value, index) => value - priors.precisions[index]! * (best.parameters[index]! - priors.means[index]!),
    )
    const curvature = information.map((value, place) => {
      const row = Math.floor(place / size)
      return place % size === row ? value * (1 + 1e-9) + priors.precisions[row]! + 1e-9 : value
    })
    const step = solveSymmetric(curvature, slope)
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    let share = Math.min(1, 2 / longest)
    let next = evaluate(stepped(best.parameters, { step, share, times }))
    for (let halving = 0; halving < 12 && !(next.objective >= best.objective); halving++) {
      share /= 2
      next = evaluate(stepped(best.parameters, { step, share, times }))
    }
    if (!(next.objective >= best.objective)) break
    const gain = next.objective - best.objective
    best = next
    if (longest * share <= tolerance || gain < leastGain) break
  }
  return best
}

function stepped(
  from: Float64Array,
  { step, share, times }: { readonly step: Float64Array; readonly share: number; readonly times: number },
): Float64Array {
  return bounded(
    from.map((value, index) => value + share * step[index]!),
    times,
  )
}

function bounded(parameters: Float64Array, times: number): Float64Array {
  return parameters.map((value, index) => {
    const { least, most } = index < times ? LOG_MINUTES : LOGITS
    return Math.min(most, Math.max(least, value))
  })
}
