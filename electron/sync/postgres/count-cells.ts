import { type CubeBatch, type IntegerColumn, normalizeCountry } from '../../../shared/coverage/cube.ts'
import type { AgentBuckets, BucketCells } from './agent-buckets.ts'
import type { Row } from './connect.ts'
import { IntegerList, parseIntegers } from './integer-list.ts'

/** Visits of one pool, one country and one class of page, as one or more of the aggregate's rows that interval the country differently. */
interface Group {
  readonly pool: string | null
  readonly country: string | null
  /** Number of the class of page; -1: none. */
  readonly pageClass: number
  readonly rows: Row[]
}

/**
 * Makes cells of the aggregate's rows (pool, country, buckets from 1, visitors, covered; these three Postgres arrays of integers; where
 * there are classes of pages the number of the class). Countries that differ by case or spaces only become one.
 */
export function countCells(rows: readonly Row[], buckets: AgentBuckets, pageClasses?: readonly string[]): CubeBatch {
  const pools = new Map<string | null, number>()
  const countries = new Map<string | null, number>()
  const columns = {
    slot: new IntegerList(),
    pool: new IntegerList(),
    country: new IntegerList(),
    agents: new IntegerList(),
    pageClass: new IntegerList(),
    visitors: new IntegerList(),
    covered: new IntegerList(),
  }
  const sums = new CellSums(buckets.starts.length)
  for (const { pool, country, pageClass, rows: spellings } of groupByCountry(rows)) {
    const cells = buckets.cellsOf(pool)
    const poolIndex = indexIn(pools, pool)
    const countryIndex = indexIn(countries, country)
    for (const row of spellings) sums.add(row, cells)
    sums.drain((cell, visitors, covered) => {
      columns.slot.push(cells.slots[cell]!)
      columns.pool.push(poolIndex)
      columns.country.push(countryIndex)
      columns.agents.push(cells.agents[cell]!)
      // Of the dictionary, the first is no class.
      columns.pageClass.push(pageClass + 1)
      columns.visitors.push(visitors)
      columns.covered.push(covered)
    })
  }
  return {
    dictionary: {
      pools: [...pools.keys()],
      countries: [...countries.keys()],
      ...(pageClasses === undefined ? {} : { pageClasses: [null, ...pageClasses] }),
    },
    cells: {
      length: columns.slot.length,
      slot: Int32Array.from(columns.slot.view()),
      pool: narrow(columns.pool.view()),
      country: narrow(columns.country.view()),
      agents: narrow(columns.agents.view()),
      ...(pageClasses === undefined ? {} : { pageClass: narrow(columns.pageClass.view()) }),
      visitors: columns.visitors.view().slice(),
      covered: columns.covered.view().slice(),
    },
  }
}

function groupByCountry(rows: readonly Row[]): Iterable<Group> {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const pool = row[0] ?? null
    const country = normalizeCountry(row[1])
    const pageClass = Number(row[5] ?? -1)
    const key = JSON.stringify([pool, country, pageClass])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { pool, country, pageClass, rows: [row] })
    else group.rows.push(row)
  }
  return groups.values()
}

/** Adds up the cells of one group at a time; its arrays serve every group of a window. */
class CellSums {
  readonly #visitors: Uint32Array
  readonly #covered: Uint32Array
  readonly #touched = new IntegerList()
  readonly #parsed = [new IntegerList(), new IntegerList(), new IntegerList()] as const

  constructor(size: number) {
    this.#visitors = new Uint32Array(size)
    this.#covered = new Uint32Array(size)
  }

  add([, , bucketNumbers, visitorCounts, coveredCounts]: Row, { cellOfBucket }: BucketCells): void {
    const buckets = parseIntegers(bucketNumbers ?? '{}', this.#parsed[0])
    const visitors = parseIntegers(visitorCounts ?? '{}', this.#parsed[1])
    const covered = parseIntegers(coveredCounts ?? '{}', this.#parsed[2])
    for (let index = 0; index < buckets.length; index++) {
      const cell = cellOfBucket[buckets[index]! - 1]!
      if (this.#visitors[cell] === 0) this.#touched.push(cell)
      this.#visitors[cell]! += visitors[index]!
      this.#covered[cell]! += covered[index]!
    }
  }

  drain(take: (cell: number, visitors: number, covered: number) => void): void {
    for (const cell of this.#touched.view()) {
      take(cell, this.#visitors[cell]!, this.#covered[cell]!)
      this.#visitors[cell] = 0
      this.#covered[cell] = 0
    }
    this.#touched.clear()
  }
}

function indexIn(index: Map<string | null, number>, value: string | null): number {
  const known = index.get(value)
  if (known !== undefined) return known
  index.set(value, index.size)
  return index.size - 1
}

function narrow(values: Uint32Array): IntegerColumn {
  let most = 0
  for (const value of values) if (value > most) most = value
  if (most < 0x100) return Uint8Array.from(values)
  return most < 0x1_0000 ? Uint16Array.from(values) : values.slice()
}
