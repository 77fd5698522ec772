import type { Likelihood } from './likelihood.ts'
import { solvePositive, solveSymmetric } from './normal-equations.ts'

/** Independent normal priors of the parameters; a precision of 0 is none. */
export interface NormalPriors {
  readonly means: ArrayLike<number>
  readonly precisions: ArrayLike<number>
}

export interface MaximiseOptions {
  readonly priors: NormalPriors
  /** How many of the parameters are log minutes; the rest are log odds. */
  readonly times: number
  /** Stop when another step would gain less of the objective (default 1e-20): within the square root of twice as much, in standard deviations. */
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

/**
 * Parameters of highest posterior density, by Newton's steps from `start`, halved where they lead nowhere. Where the curvature is that of
 * no maximum, Fisher's information takes its place.
 */
export function maximise(
  likelihoodAt: (parameters: Float64Array) => Likelihood,
  start: Float64Array,
  { priors, times, leastGain = 1e-20, rounds = 60 }: MaximiseOptions,
): Maximum {
  const size = start.length
  const evaluate = (parameters: Float64Array): Maximum => {
    const likelihood = likelihoodAt(parameters)
    let objective = likelihood.value
    for (let index = 0; index < size; index++)
      objective -= 0.5 * priors.precisions[index]! * (parameters[index]! - priors.means[index]!) ** 2
    return { parameters, likelihood, objective }
  }
  let best = evaluate(bounded(start, times))
  for (let round = 0; round < rounds; round++) {
    const { gradient, information, curvature } = best.likelihood
    const slope = gradient.map(
      (value, index) => value - priors.precisions[index]! * (best.parameters[index]! - priors.means[index]!),
    )
    // Coverage is nearly linear in minutes and not in their logarithms, so that steps in minutes, as shares of them, lead further.
    const bent = withPriors(curvature, priors, size)
    for (let time = 0; time < times; time++) bent[time * size + time]! += slope[time]!
    const step = solvePositive(bent, slope) ?? solveSymmetric(withPriors(information, priors, size), slope)
    const expectedGain = step.reduce((sum, value, index) => sum + 0.5 * value * slope[index]!, 0)
    if (!(expectedGain > leastGain)) break
    let share = greatestShare(step, times)
    let next = evaluate(stepped(best.parameters, { step, share, times }))
    for (let halving = 0; halving < 12 && !(next.objective >= best.objective); halving++) {
      share /= 2
      next = evaluate(stepped(best.parameters, { step, share, times }))
    }
    if (!(next.objective >= best.objective)) break
    best = next
  }
  return best
}

/** No minutes are more than tripled or go down to less than a fifth at once, and no logit moves by more than 2. */
function greatestShare(step: Float64Array, times: number): number {
  return step.reduce(
    (least, value, index) => Math.min(least, index < times && value < 0 ? 0.8 / -value : 2 / Math.abs(value)),
    1,
  )
}

function withPriors(matrix: Float64Array, { precisions }: NormalPriors, size: number): Float64Array {
  const sum = Float64Array.from(matrix)
  for (let row = 0; row < size; row++) {
    const place = row * size + row
    sum[place] = sum[place]! * (1 + 1e-9) + precisions[row]! + 1e-9
  }
  return sum
}

function stepped(
  from: Float64Array,
  { step, share, times }: { readonly step: Float64Array; readonly share: number; readonly times: number },
): Float64Array {
  return bounded(
    from.map((value, index) => value + (index < times ? Math.log1p(share * step[index]!) : share * step[index]!)),
    times,
  )
}

function bounded(parameters: Float64Array, times: number): Float64Array {
  return parameters.map((value, index) => {
    const { least, most } = index < times ? LOG_MINUTES : LOGITS
    return Math.min(most, Math.max(least, value))
  })
}
