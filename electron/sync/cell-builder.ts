import { integerColumn } from '../../shared/coverage/count-cells.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'

/** One cell with its dictionary codes resolved to those of a builder. */
export interface BuiltCell {
  readonly slot: number
  readonly pool: number
  readonly country: number
  readonly agents: number
  /** undefined: counted without rules of pages. */
  readonly pageClass: number | undefined
  readonly visitors: number
  readonly covered: number
}

/** A builder's codes for those of a batch. */
interface BatchCodes {
  readonly pools: readonly number[]
  readonly countries: readonly number[]
  readonly pageClass: (cell: number) => number | undefined
}

/** Collects cells of several batches under one dictionary. The caller sees to it that no cell comes twice. */
export class CellBuilder {
  readonly #pools = new Interner()
  readonly #countries = new Interner()
  readonly #pageClasses = new Interner()
  readonly #cells: BuiltCell[] = []

  /** The builder's codes for a batch's dictionary; `rename` may change a country on the way. */
  codesOf(batch: CubeBatch, rename: (country: string | null) => string | null = (country) => country): BatchCodes {
    const { cells, dictionary } = batch
    const classes = dictionary.pageClasses?.map((pageClass) => this.#pageClasses.codeOf(pageClass)) ?? []
    return {
      pools: dictionary.pools.map((pool) => this.#pools.codeOf(pool)),
      countries: dictionary.countries.map((country) => this.#countries.codeOf(rename(country))),
      pageClass: (cell) => (cells.pageClass === undefined ? undefined : classes[cells.pageClass[cell]!]),
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
    const isClassed = cells.some(({ pageClass }) => pageClass !== undefined)
    // Cells from before the rules are of no class until they are counted again.
    const unclassed = isClassed ? this.#pageClasses.codeOf(null) : 0
    return {
      dictionary: {
        pools: this.#pools.values,
        countries: this.#countries.values,
        ...(isClassed ? { pageClasses: this.#pageClasses.values } : {}),
      },
      cells: {
        length: cells.length,
        slot: Int32Array.from(cells, (cell) => cell.slot),
        pool: integerColumn(cells.map((cell) => cell.pool)),
        country: integerColumn(cells.map((cell) => cell.country)),
        agents: integerColumn(cells.map((cell) => cell.agents)),
        ...(isClassed ? { pageClass: integerColumn(cells.map((cell) => cell.pageClass ?? unclassed)) } : {}),
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
