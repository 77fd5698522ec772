/** A list of integers from 0 to 2^32 - 1 that grows as it is filled, without an object a number. */
export class IntegerList {
  #values: Uint32Array
  #length = 0

  constructor(capacity = 1024) {
    this.#values = new Uint32Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(this.#values.length * 2)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#length++] = value
  }

  clear(): void {
    this.#length = 0
  }

  /** What is in it now; valid until it is filled further. */
  view(): Uint32Array {
    return this.#values.subarray(0, this.#length)
  }
}

const ZERO = 48
const COMMA = 44

/** Reads a Postgres array of integers that are not negative, such as `{1,20,3}`, into `list`, from its beginning. */
export function parseIntegers(text: string, list: IntegerList): Uint32Array {
  list.clear()
  if (text.length <= 2) return list.view()
  let number = 0
  for (let index = 1; index < text.length - 1; index++) {
    const code = text.charCodeAt(index)
    if (code === COMMA) {
      list.push(number)
      number = 0
    } else number = number * 10 + (code - ZERO)
  }
  list.push(number)
  return list.view()
}
