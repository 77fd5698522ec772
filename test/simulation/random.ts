/** The simulation's own seeded generator (sfc32), so that it shares nothing with what it tests. The same text gives the same numbers. */
export class Randomness {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: string) {
    let hash = 0x811c9dc5
    for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193)
    this.#a = mix(hash)
    this.#b = mix(hash + 0x9e3779b9)
    this.#c = mix(hash + 0x3c6ef372)
    for (let round = 0; round < 15; round += 1) this.#bits()
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    return this.#bits() / 4_294_967_296
  }

  chance(probability: number): boolean {
    return this.uniform() < probability
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform()
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform())
  }

  normal(mean = 0, deviation = 1): number {
    return mean + deviation * Math.sqrt(this.exponential(2)) * Math.cos(2 * Math.PI * this.uniform())
  }

  /** Log-normal with mean 1; `deviation` is that of its logarithm. */
  factor(deviation: number): number {
    return Math.exp(this.normal(-(deviation * deviation) / 2, deviation))
  }

  /** A count with the given mean. */
  poisson(mean: number): number {
    let count = 0
    // Long means are split: a product of uniforms would underflow.
    for (let left = mean; left > 0; left -= 30) {
      const limit = Math.exp(-Math.min(left, 30))
      for (let product = this.uniform(); product > limit; product *= this.uniform()) count += 1
    }
    return count
  }

  #bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}

function mix(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
