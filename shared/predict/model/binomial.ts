/** A distribution over whole numbers: `weights[i]` is the chance of `first + i`. They add up to 1; what is below 1e-15 is left out. */
export interface CountDistribution {
  readonly first: number
  readonly weights: Float64Array
}

const NEGLIGIBLE = 1e-15

/** How many of `trials` succeed, each with chance `probability`. Stable for thousands of trials and for chances of 0 and 1. */
export function binomial(trials: number, probability: number): CountDistribution {
  const success = Math.min(1, Math.max(0, probability))
  const mode = Math.min(trials, Math.floor((trials + 1) * success))
  const odds = success / (1 - success)
  const below = [1]
  for (let count = mode; count > 0; count--) {
    const next = below.at(-1)! * (count / ((trials - count + 1) * odds))
    if (!(next > NEGLIGIBLE)) break
    below.push(next)
  }
  const above: number[] = []
  for (let count = mode; count < trials; count++) {
    const next = (above.at(-1) ?? 1) * (((trials - count) / (count + 1)) * odds)
    if (!(next > NEGLIGIBLE)) break
    above.push(next)
  }
  const weights = Float64Array.from([...below.toReversed(), ...above])
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return { first: mode - below.length + 1, weights: weights.map((weight) => weight / total) }
}

/** How many of several succeed, each with a chance of its own: entry k is the chance of k (Poisson-binomial). */
export function countOf(probabilities: ArrayLike<number>): Float64Array {
  const chances = new Float64Array(probabilities.length + 1)
  chances[0] = 1
  for (let index = 0; index < probabilities.length; index++) {
    const success = Math.min(1, Math.max(0, probabilities[index]!))
    for (let count = index + 1; count > 0; count--) {
      chances[count] = chances[count]! * (1 - success) + chances[count - 1]! * success
    }
    chances[0]! *= 1 - success
  }
  return chances
}
