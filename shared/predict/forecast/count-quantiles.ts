/** Mean and variance of a count; a variance below the mean is taken for Poisson's. */
export interface CountLaw {
  readonly mean: number
  readonly variance: number
}

/** From here on a Pearson III curve with the same three moments is as good as summing. */
const SUMMED_BELOW = 40
/** No quantile of such a mean lies further out. */
const MAX_TERMS = 4000

/**
 * Quantiles of the negative binomial (Poisson where the variance allows no more), at ascending probabilities. They are continuous: the
 * chance of a count k is spread over k − ½ to k + ½, so that rounding gives the count whose cumulated chance is nearest.
 */
export function countQuantiles(law: CountLaw, probabilities: readonly number[]): readonly number[] {
  const quantiles = probabilities.map(() => 0)
  fillCountQuantiles(quantiles, law, probabilities)
  return quantiles
}

/** The same, into an array that is there: bands are made by the ten thousand. */
export function fillCountQuantiles(
  target: number[] | Float64Array,
  law: CountLaw,
  probabilities: readonly number[],
): void {
  if (!(law.mean > 0)) target.fill(0)
  else if (law.mean < SUMMED_BELOW) fillSummed(target, law, probabilities)
  else fillCurved(target, law, probabilities)
}

function fillSummed(
  target: number[] | Float64Array,
  { mean, variance }: CountLaw,
  probabilities: readonly number[],
): void {
  const excess = Math.max(variance / mean - 1, 1e-9)
  // Success odds of the negative binomial: variance = mean * (1 + excess).
  const size = mean / excess
  const odds = excess / (1 + excess)
  let chance = Math.exp(-size * Math.log1p(excess))
  let below = 0
  let count = 0
  for (let index = 0; index < probabilities.length; index++) {
    const probability = probabilities[index]!
    while (below + chance < probability && count < MAX_TERMS) {
      below += chance
      chance *= ((count + size) / (count + 1)) * odds
      count++
    }
    target[index] = count - 0.5 + Math.min(1, Math.max(0, (probability - below) / Math.max(chance, 1e-300)))
  }
}

function fillCurved(
  target: number[] | Float64Array,
  { mean, variance }: CountLaw,
  probabilities: readonly number[],
): void {
  const actual = Math.max(variance, mean)
  const deviation = Math.sqrt(actual)
  const skewness = (2 * actual - mean) / (mean * deviation)
  const shape = 4 / skewness ** 2
  for (let index = 0; index < probabilities.length; index++) {
    const root = 1 - 1 / (9 * shape) + normalQuantile(probabilities[index]!) / (3 * Math.sqrt(shape))
    const gamma = shape * Math.max(0, root) ** 3
    target[index] = Math.max(0, mean + (deviation * (gamma - shape)) / Math.sqrt(shape))
  }
}

const LOW = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
] as const
const LOW_BELOW = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
] as const
const TAIL = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const
const TAIL_BELOW = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const

/** Quantile of the standard normal (Acklam's rational approximation, relative error below 1.2e-9). */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability)
  if (probability < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(probability))
    return polynomial(TAIL, q) / (polynomial(TAIL_BELOW, q) * q + 1)
  }
  const q = probability - 0.5
  const r = q * q
  return (polynomial(LOW, r) * q) / (polynomial(LOW_BELOW, r) * r + 1)
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * x + coefficient
  return value
}
