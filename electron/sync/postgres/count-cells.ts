import { type CubeBatch, type IntegerColumn, normalizeCountry } from '../../../shared/coverage/cube.ts'
import type { AgentBuckets } from './agent-buckets.ts'
import type { Row } from './connect.ts'

/** Visits of one pool and one country as the source spells them: columns of bucket number (from 1), visitors and covered. */
interface RawGroup {
  readonly buckets: string
  readonly visitors: string
  readonly covered: string
}

/**
 * Makes cells of the aggregate's rows (pool, country, buckets, visitors, covered; the last three Postgres arrays of integers).
 * Countries that differ by case or spaces only become one.
 */
export function countCells(rows: readonly Row[], buckets: AgentBuckets): CubeBatch {
  const pools = new Map<string | null, number>()
  const countries = new Map<string | null, number>()
  const groups = new Map<string, { readonly pool: string | null; readonly country: string | null; readonly parts: RawGroup[] }>()
  for (const [pool = null, rawCountry, bucketNumbers, visitors, covered] of rows) {
    const country = normalizeCountry(rawCountry)
    const key = JSON.stringify([pool, country])
    let group = groups.get(key)
    if (group === undefined) groups.set(key, (group = { pool, country, parts: [] }))
    group.parts.push({ buckets: bucketNumbers ?? '{}', visitors: visitors ?? '{}', covered: covered ?? '{}' })
  }

  const slot: number[] = []
  const poolColumn: number[] = []
  const countryColumn: number[] = []
  const agents: number[] = []
  const visitors: number[] = []
  const covered: number[] = []
  for (const { pool, country, parts } of groups.values()) {
    const cells = buckets.cellsOf(pool)
    const poolIndex = indexIn(pools, pool)
    const countryIndex = indexIn(countries, country)
    for (const [cell, count] of sumByCell(parts, cells.cellOfBucket)) {
      slot.push(cells.slots[cell]!)
      agents.push(cells.agents[cell]!)
      poolColumn.push(poolIndex)
      countryColumn.push(countryIndex)
      visitors.push(count.visitors)
      covered.push(count.covered)
    }
  }
  return {
    dictionary: { pools: [...pools.keys()], countries: [...countries.keys()] },
    cells: {
      length: slot.length,
      slot: Int32Array.from(slot),
      pool: narrow(poolColumn, pools.size),
      country: narrow(countryColumn, countries.size),
      agents: narrow(agents, 1 + agents.reduce((most, count) => Math.max(most, count), 0)),
      visitors: Uint32Array.from(visitors),
      covered: Uint32Array.from(covered),
    },
  }
}

interface CellCount {
  visitors: number
  covered: number
}

function sumByCell(parts: readonly RawGroup[], cellOfBucket: Uint32Array): ReadonlyMap<number, CellCount> {
  const sums = new Map<number, CellCount>()
  for (const part of parts) {
    const buckets = parseIntegers(part.buckets)
    const visitors = parseIntegers(part.visitors)
    const covered = parseIntegers(part.covered)
    for (const [index, bucket] of buckets.entries()) {
      const cell = cellOfBucket[bucket - 1]!
      const sum = sums.get(cell)
      if (sum === undefined) sums.set(cell, { visitors: visitors[index]!, covered: covered[index]! })
      else {
        sum.visitors += visitors[index]!
        sum.covered += covered[index]!
      }
    }
  }
  return sums
}

const ZERO = 48
const COMMA = 44

/** Reads a Postgres array of integers that are not negative, such as `{1,20,3}`. */
export function parseIntegers(text: string): readonly number[] {
  const numbers: number[] = []
  if (text.length <= 2) return numbers
  let number = 0
  for (let index = 1; index < text.length - 1; index++) {
    const code = text.charCodeAt(index)
    if (code === COMMA) {
      numbers.push(number)
      number = 0
    } else number = number * 10 + (code - ZERO)
  }
  numbers.push(number)
  return numbers
}

function indexIn(index: Map<string | null, number>, value: string | null): number {
  const known = index.get(value)
  if (known !== undefined) return known
  index.set(value, index.size)
  return index.size - 1
}

function narrow(values: readonly number[], size: number): IntegerColumn {
  if (size <= 0x100) return Uint8Array.from(values)
  return size <= 0x1_0000 ? Uint16Array.from(values) : Uint32Array.from(values)
}
