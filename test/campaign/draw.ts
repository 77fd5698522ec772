import { Randomness } from '../simulation/random.ts'

/** What a round draws: the same text draws the same. */
export class Draw extends Randomness {
  /** A whole number from low to high, both inside. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1))
  }
}
