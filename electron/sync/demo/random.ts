/** A small seeded generator (sfc32): the same text gives the same numbers on every machine. Not for secrets. */
export class SeededRandom {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: string) {
    let hash = 0x811c9dc5
    for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193)
    this.#a = scramble(hash)
    this.#b = scramble(hash + 0x9e3779b9)
    this.#c = scramble(hash + 0x3c6ef372)
    for (let index = 0; index < 12; index += 1) this.#next()
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    return this.#next() / 4_294_967_296
  }

  /** Exponential with the given mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform())
  }

  /** Normal with mean 0 and deviation 1. */
  normal(): number {
    return Math.sqrt(this.exponential(2)) * Math.cos(2 * Math.PI * this.uniform())
  }

  /** A count with the given mean, at most some hundreds. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean)
    let count = -1
    for (let product = 1; product > limit; count += 1) product *= this.uniform()
    return count
  }

  /** An index chosen in proportion to the weights, given as running totals. */
  choose(runningTotals: readonly number[]): number {
    const target = this.uniform() * runningTotals.at(-1)!
    let index = 0
    while (runningTotals[index]! <= target) index += 1
    return index
  }

  /** 32 random bits. */
  bits(): number {
    return this.#next()
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}

/** A number in [0, 1) that depends on two whole numbers alone. */
export function hashUniform(a: number, b: number): number {
  return (scramble(Math.imul(a + 1, 0x9e3779b1) ^ scramble(b)) >>> 0) / 4_294_967_296
}

/** A uuid that depends on a text alone. */
export function seededUuid(seed: string): string {
  const random = new SeededRandom(seed)
  const hex = Array.from({ length: 4 }, () => random.bits().toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[random.bits() & 3]!
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

function scramble(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
