import type { Likelihood } from './likelihood.ts'

/** A likelihood by its parameters: log minutes of each holding time, then logit of availability. */
export type LikelihoodAt = (parameters: Float64Array) => Likelihood

export type Derivatives = Pick<Likelihood, 'gradient' | 'curvature'>

export interface Match {
  /** Where the exact derivatives are known. */
  readonly at: Float64Array
  /** How many of the parameters are log minutes. */
  readonly times: number
  readonly exact: Derivatives
}

/**
 * A rough likelihood that is quick to work out, plus the square that makes it agree with the exact one at a place up to second derivatives
 * (after the surrogate likelihood of Jordan, Lee and Yang 2019). The square goes by the minutes themselves, as shares of those there.
 */
export function matchedAt(rough: LikelihoodAt, { at, times, exact }: Match): LikelihoodAt {
  const size = at.length
  const there = rough(at)
  const slope = exact.gradient.map((value, index) => value - there.gradient[index]!)
  const bend = exact.curvature.map((value, place) => value - there.curvature[place]!)
  for (let time = 0; time < times; time++) bend[time * size + time]! += slope[time]!
  return (parameters) => {
    const likelihood = rough(parameters)
    const growth = parameters.map((value, index) => (index < times ? Math.exp(value - at[index]!) : 1))
    const moved = parameters.map((value, index) => (index < times ? growth[index]! - 1 : value - at[index]!))
    let { value } = likelihood
    const gradient = Float64Array.from(likelihood.gradient)
    const curvature = Float64Array.from(likelihood.curvature)
    for (let row = 0; row < size; row++) {
      let bent = 0
      for (let column = 0; column < size; column++) {
        const place = row * size + column
        bent += bend[place]! * moved[column]!
        curvature[place]! += bend[place]! * growth[row]! * growth[column]!
      }
      value += (slope[row]! - 0.5 * bent) * moved[row]!
      const rising = (slope[row]! - bent) * growth[row]!
      gradient[row]! += rising
      if (row < times) curvature[row * size + row]! -= rising
    }
    return { ...likelihood, value, gradient, curvature }
  }
}
