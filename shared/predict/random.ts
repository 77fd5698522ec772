const TABLE_LENGTH = 256
const HALF_LOG_TWO_PI = 0.9189385332046727

const LOG_FACTORIALS = new Float64Array(TABLE_LENGTH)
for (let k = 2; k < TABLE_LENGTH; k += 1) LOG_FACTORIALS[k] = LOG_FACTORIALS[k - 1]! + Math.log(k)

/** Seeded random numbers: the same seed gives the same numbers on every machine. Not for secrets. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  readonly uniform: () => number
  /** Normal with mean 0 and deviation 1. */
  readonly normal: () => number
  /** Gamma with the given shape and mean `shape * scale`; 0 where either is 0. */
  readonly gamma: (shape: number, scale?: number) => number
  /** A count with the given mean. */
  readonly poisson: (mean: number) => number
  /** Successes of `trials`, each with the given chance. */
  readonly binomial: (trials: number, chance: number) => number
  /** A count with the given mean and variance; Poisson where the variance is not larger than the mean. */
  readonly negativeBinomial: (mean: number, variance: number) => number
}

const TWO_TO_32 = 4_294_967_296
const TWO_TO_53 = 9_007_199_254_740_992
const GOLDEN = 0x9e3779b9
/** Below it counting up is quicker than rejection. */
const SMALL_MEAN = 10

/**
 * A generator seeded with a whole number and, for independent runs of numbers under one seed, a stream.
 * xoshiro128** 1.1 (Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021), seeded by splitmix32.
 */
export function createRandom(seed: number, stream = 0): Random {
  const nextBits = xoshiro128(seed, stream)
  const uniform = (): number => ((nextBits() >>> 5) * 67_108_864 + (nextBits() >>> 6)) / TWO_TO_53

  let spare: number | null = null
  /** Marsaglia's polar method (1964). */
  const normal = (): number => {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const factor = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * factor
      return x * factor
    }
  }

  /** Marsaglia & Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000). */
  const gamma = (shape: number, scale = 1): number => {
    if (!(shape > 0) || !(scale > 0)) return 0
    if (shape < 1) return gamma(shape + 1, scale) * (1 - uniform()) ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c * x) ** 3
      if (v <= 0) continue
      if (Math.log(1 - uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v * scale
    }
  }

  /** Transformed rejection PTRS (Hörmann, "The transformed rejection method for generating Poisson random variables", 1993). */
  const poissonByRejection = (mean: number): number => {
    const root = Math.sqrt(mean)
    const b = 0.931 + 2.53 * root
    const a = -0.059 + 0.02483 * b
    const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    const quick = 0.9277 - 3.6224 / (b - 2)
    const logMean = Math.log(mean)
    for (;;) {
      const u = uniform() - 0.5
      const v = 1 - uniform()
      const us = 0.5 - Math.abs(u)
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
      if (us >= 0.07 && v <= quick) return k
      if (k < 0 || (us < 0.013 && v > us)) continue
      if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= k * logMean - mean - logFactorial(k)) return k
    }
  }

  const poisson = (mean: number): number => {
    if (!(mean > 0)) return 0
    if (mean >= SMALL_MEAN) return poissonByRejection(mean)
    let remaining = uniform()
    let chance = Math.exp(-mean)
    let count = 0
    while (remaining >= chance && chance > 0) {
      remaining -= chance
      count += 1
      chance *= mean / count
    }
    return count
  }

  /** Transformed rejection BTRS (Hörmann, "The generation of binomial random variates", 1993), for chances up to one half. */
  const binomialByRejection = (trials: number, chance: number): number => {
    const deviation = Math.sqrt(trials * chance * (1 - chance))
    const b = 1.15 + 2.53 * deviation
    const a = -0.0873 + 0.0248 * b + 0.01 * chance
    const c = trials * chance + 0.5
    const quick = 0.92 - 4.2 / b
    const alpha = (2.83 + 5.1 / b) * deviation
    const mode = Math.floor((trials + 1) * chance)
    const odds = chance / (1 - chance)
    const logScale =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
      stirlingError(mode) +
      stirlingError(trials - mode)
    for (;;) {
      const u = uniform() - 0.5
      const v = 1 - uniform()
      const us = 0.5 - Math.abs(u)
      const k = Math.floor(((2 * a) / us + b) * u + c)
      if (k < 0 || k > trials) continue
      if (us >= 0.07 && v <= quick) return k
      const bound =
        logScale +
        (trials + 1) * Math.log((trials - mode + 1) / (trials - k + 1)) +
        (k + 0.5) * Math.log((odds * (trials - k + 1)) / (k + 1)) -
        stirlingError(k) -
        stirlingError(trials - k)
      if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k
    }
  }

  const binomial = (trials: number, chance: number): number => {
    if (!(trials > 0) || !(chance > 0)) return 0
    if (chance >= 1) return trials
    if (chance > 0.5) return trials - binomial(trials, 1 - chance)
    if (trials * chance >= SMALL_MEAN) return binomialByRejection(trials, chance)
    const odds = chance / (1 - chance)
    let remaining = uniform()
    let probability = (1 - chance) ** trials
    let count = 0
    while (remaining >= probability && count < trials) {
      remaining -= probability
      count += 1
      probability *= (odds * (trials - count + 1)) / count
    }
    return count
  }

  const negativeBinomial = (mean: number, variance: number): number => {
    if (!(mean > 0)) return 0
    const excess = (variance - mean) / mean
    return excess > 1e-9 ? poisson(gamma(mean / excess, excess)) : poisson(mean)
  }

  return { uniform, normal, gamma, poisson, binomial, negativeBinomial }
}

/** 32 random bits at a call. */
function xoshiro128(seed: number, stream: number): () => number {
  const mixSeed = splitmix32((seed % TWO_TO_32) ^ Math.imul(Math.floor(seed / TWO_TO_32), GOLDEN))
  const next = splitmix32(mixSeed() ^ splitmix32(stream)())
  let a = next()
  let b = next()
  let c = next()
  let d = next() | 1
  return () => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result >>> 0
  }
}

function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + GOLDEN) | 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
  }
}

/** log(k!) of a whole number k >= 0. */
function logFactorial(k: number): number {
  if (k < TABLE_LENGTH) return LOG_FACTORIALS[k]!
  return (k + 0.5) * Math.log(k + 1) - (k + 1) + HALF_LOG_TWO_PI + stirlingError(k)
}

/** What Stirling's formula lacks: log(k!) - [(k + ½) log(k + 1) - (k + 1) + ½ log 2π], for whole numbers k >= 0. */
function stirlingError(k: number): number {
  if (k < 10) return LOG_FACTORIALS[k]! - ((k + 0.5) * Math.log(k + 1) - (k + 1) + HALF_LOG_TWO_PI)
  const inverse = 1 / (k + 1)
  const square = inverse * inverse
  return (1 / 12 - (1 / 360 - square / 1260) * square) * inverse
}
