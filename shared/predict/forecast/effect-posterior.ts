/** What an effect is made of: what days of all kinds, of its class and of its name have in common, as deviations of a logarithm. */
export interface EffectComponent {
  /** What is expected before anything was seen. */
  readonly mean: number
  readonly class: string
  readonly name: string
  readonly common: number
  readonly ofClass: number
  readonly ofName: number
}

/** What came of a day, or of some hours of it, against what was usual. */
export interface EffectObservation {
  readonly components: readonly EffectComponent[]
  /** Logarithm of the ratio. */
  readonly log: number
  /** Variance that says nothing of the effect: the day's own luck. */
  readonly noise: number
}

export interface Effect {
  /** Logarithm of the ratio to expect, and its variance. */
  readonly log: number
  readonly variance: number
}

/** What observations say of effects: every one is a sum of normal parts, so that days of one name, one class and all are drawn to each other as far as they are alike. */
export interface EffectPosterior {
  effectOf(components: readonly EffectComponent[]): Effect
  /** Of each observation, the logarithm to expect from all others. */
  withoutItself(): Float64Array
}

export function effectPosterior(observations: readonly EffectObservation[]): EffectPosterior {
  const size = observations.length
  const factor = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const own = row === column ? observations[row]!.noise : 0
      factor[row * size + column] = own + covariance(observations[row]!.components, observations[column]!.components)
    }
  }
  factorize(factor, size)
  const residuals = Float64Array.from(observations, ({ log, components }) => log - meanOf(components))
  const weights = solveUpper(factor, solveLower(factor, residuals))
  return {
    effectOf(components) {
      const shared = Float64Array.from(observations, (one) => covariance(components, one.components))
      const half = solveLower(factor, shared)
      let [log, variance] = [meanOf(components), covariance(components, components)]
      for (let index = 0; index < size; index += 1) {
        log += shared[index]! * weights[index]!
        variance -= half[index]! ** 2
      }
      return { log, variance: Math.max(0, variance) }
    },
    withoutItself() {
      return Float64Array.from(observations, ({ log }, index) => {
        const unit = new Float64Array(size)
        unit[index] = 1
        const half = solveLower(factor, unit)
        const precision = half.reduce((sum, value) => sum + value * value, 0)
        return log - weights[index]! / precision
      })
    },
  }
}

function meanOf(components: readonly EffectComponent[]): number {
  return components.reduce((sum, { mean }) => sum + mean, 0)
}

function covariance(some: readonly EffectComponent[], others: readonly EffectComponent[]): number {
  let sum = 0
  for (const a of some) {
    for (const b of others) {
      sum += a.common * b.common
      if (a.class === b.class) sum += a.ofClass * b.ofClass
      if (a.name === b.name) sum += a.ofName * b.ofName
    }
  }
  return sum
}

/** Cholesky's factor, in the lower triangle, in place. */
function factorize(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column]!
      for (let index = 0; index < column; index += 1)
        sum -= matrix[row * size + index]! * matrix[column * size + index]!
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[column * size + column]!
    }
  }
}

function solveLower(factor: Float64Array, values: Float64Array): Float64Array {
  const size = values.length
  const solved = values.slice()
  for (let row = 0; row < size; row += 1) {
    for (let index = 0; index < row; index += 1) solved[row]! -= factor[row * size + index]! * solved[index]!
    solved[row]! /= factor[row * size + row]!
  }
  return solved
}

function solveUpper(factor: Float64Array, values: Float64Array): Float64Array {
  const size = values.length
  const solved = values.slice()
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let index = row + 1; index < size; index += 1) solved[row]! -= factor[index * size + row]! * solved[index]!
    solved[row]! /= factor[row * size + row]!
  }
  return solved
}
