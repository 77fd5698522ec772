import { integerColumn } from '../../shared/coverage/count-cells.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'

/** One cell with its dictionary codes resolved to those of a builder. */
export interface BuiltCell {
  readonly slot: number
  readonly pool: number
  readonly country: number
  readonly agents: number
  readonly visitors: number
  readonly covered: number
}

/** Collects cells of several batches under one dictionary. The caller sees to it that no cell comes twice. */
export class CellBuilder {
  readonly #pools = new Interner()
  readonly #countries = new Interner()
  readonly #cells: BuiltCell[] = []

  /** The builder's codes for a batch's dictionary; `rename` may change a country on the way. */
  codesOf(
    batch: CubeBatch,
    rename: (country: string | null) => string | null = (country) => country,
  ): { readonly pools: readonly number[]; readonly countries: readonly number[] } {
    return {
      pools: batch.dictionary.pools.map((pool) => this.#pools.codeOf(pool)),
      countries: batch.dictionary.countries.map((country) => this.#countries.codeOf(rename(country))),
    }
  }

  get countryCount(): number {
    return this.#countries.values.length
  }

  get poolCount(): number {
    return this.#pools.values.length
  }

  add(cell: BuiltCell): void {
    this.#cells.push(cell)
  }

  build(): CubeBatch {
    const cells = this.#cells
    return {
      dictionary: { pools: this.#pools.values, countries: this.#countries.values },
      cells: {
        length: cells.length,
        slot: Int32Array.from(cells, (cell) => cell.slot),
        pool: integerColumn(cells.map((cell) => cell.pool)),
        country: integerColumn(cells.map((cell) => cell.country)),
        agents: integerColumn(cells.map((cell) => cell.agents)),
        visitors: Uint32Array.from(cells, (cell) => cell.visitors),
        covered: Uint32Array.from(cells, (cell) => cell.covered),
      },
    }
  }
}

/** A batch without cells. */
export function emptyBatch(): CubeBatch {
  return new CellBuilder().build()
}

class Interner {
  readonly values: (string | null)[] = []
  readonly #codes = new Map<string | null, number>()

  codeOf(value: string | null): number {
    const known = this.#codes.get(value)
    if (known !== undefined) return known
    this.#codes.set(value, this.values.length)
    this.values.push(value)
    return this.values.length - 1
  }
}
