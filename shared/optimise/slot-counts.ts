/**
 * How many of some people are available at one slot (Poisson-binomial), changed a person at a time: entries `offset` to `offset + size` of
 * `chances` are the chances of 0 to `size` of them.
 */
export interface SlotCount {
  readonly chances: Float64Array
  readonly offset: number
  /** People counted. */
  readonly size: number
}

/** Adds somebody who is available with a chance over 0. Entry `offset + size + 1` must be there. */
export function addPerson({ chances, offset, size }: SlotCount, chance: number): void {
  const no = 1 - chance
  chances[offset + size + 1] = chances[offset + size]! * chance
  for (let count = size; count > 0; count -= 1)
    chances[offset + count] = chances[offset + count]! * no + chances[offset + count - 1]! * chance
  chances[offset]! *= no
}

/**
 * What is left without somebody who was added with this chance, into `into` from 0 on (which may be the same memory). From the end at which
 * errors shrink.
 */
export function withoutPerson({ chances, offset, size }: SlotCount, chance: number, into: Float64Array): void {
  const no = 1 - chance
  if (chance < 0.5) {
    let below = 0
    for (let count = 0; count < size; count += 1) {
      below = Math.max(0, (chances[offset + count]! - chance * below) / no)
      into[count] = below
    }
    return
  }
  let above = 0
  for (let count = size; count > 0; count -= 1) {
    above = Math.max(0, (chances[offset + count]! - no * above) / chance)
    into[count - 1] = above
  }
}

/** Expected value of `values[from + count]` of the first `size + 1` entries of `chances` from an offset. */
export function expected({ chances, offset, size }: SlotCount, values: Float64Array, from: number): number {
  let sum = 0
  for (let count = 0; count <= size; count += 1) sum += chances[offset + count]! * values[from + count]!
  return sum
}
