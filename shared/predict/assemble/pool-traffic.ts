import type { CubeBatch, CubeCells } from '../../coverage/cube.ts'
import type { SlotSeries } from '../../coverage/slot-series.ts'
import { countryTest } from '../../coverage/traffic-filter.ts'
import type { CountryFilter } from '../../coverage/types.ts'

/** Visits of one pool by UTC slot and agents online, as columns in order of slot. A pair of slot and agents may be there twice. */
export interface PoolCells {
  readonly slot: Int32Array
  readonly agents: Int32Array
  readonly visitors: Float64Array
  readonly covered: Float64Array
}

/** What one pool's visitors did, whatever their country, as long as it counts. */
export interface PoolTraffic {
  /** null: visits without a pool. */
  readonly poolId: string | null
  readonly cells: PoolCells
  readonly series: SlotSeries
}

export interface PoolTrafficOptions {
  readonly countryRule: CountryFilter | null
  /** UTC slots [fromSlot, toSlot). */
  readonly fromSlot: number
  readonly toSlot: number
}

/** Countable visits of each pool that has any in [fromSlot, toSlot): pools in order of their ids, visits without a pool last. */
export function trafficByPool(batches: readonly CubeBatch[], options: PoolTrafficOptions): readonly PoolTraffic[] {
  const byPool = new Map<string | null, CellBuilder>()
  const isCountryWanted = countryTest(options.countryRule ?? undefined)
  const builderOf = (poolId: string | null): CellBuilder => {
    const found = byPool.get(poolId) ?? createCellBuilder(poolId, options)
    byPool.set(poolId, found)
    return found
  }
  for (const { dictionary, cells } of batches) {
    const wanted = Uint8Array.from(dictionary.countries, (country) => Number(isCountryWanted(country)))
    addCells(cells, { builders: dictionary.pools.map(() => null), builderAt: (ordinal) => builderOf(dictionary.pools[ordinal]!), wanted }, options)
  }
  return [...byPool.values()].map((builder) => builder.finish()).toSorted(byPoolId)
}

interface BatchTarget {
  /** By ordinal, made when the first visit comes. */
  readonly builders: (CellBuilder | null)[]
  readonly builderAt: (ordinal: number) => CellBuilder
  /** 1 for every country ordinal that counts. */
  readonly wanted: Uint8Array
}

function addCells(cells: CubeCells, { builders, builderAt, wanted }: BatchTarget, { fromSlot, toSlot }: PoolTrafficOptions): void {
  for (let cell = 0; cell < cells.length; cell++) {
    const slot = cells.slot[cell]!
    if (slot < fromSlot || slot >= toSlot || wanted[cells.country[cell]!] === 0) continue
    const visitors = cells.visitors[cell]!
    if (visitors === 0) continue
    const ordinal = cells.pool[cell]!
    const builder = (builders[ordinal] ??= builderAt(ordinal))
    builder.add(slot, cells.agents[cell]!)
    builder.count(visitors, cells.covered[cell]!)
  }
}

interface CellBuilder {
  /** Chooses what `count` adds to. */
  add(slot: number, agents: number): void
  count(visitors: number, covered: number): void
  finish(): PoolTraffic
}

/** Adds up over countries: cells mostly come in order of slot, so one slot's sums by agents are held and written when the next begins. */
function createCellBuilder(poolId: string | null, { fromSlot, toSlot }: PoolTrafficOptions): CellBuilder {
  const columns = { slot: [] as number[], agents: [] as number[], visitors: [] as number[], covered: [] as number[] }
  const series = { firstSlot: fromSlot, visitors: new Float64Array(toSlot - fromSlot), covered: new Float64Array(toSlot - fromSlot) }
  const placeOfAgents: number[] = []
  let current = Number.NaN
  let place = 0
  return {
    add(slot, agents) {
      if (slot !== current) placeOfAgents.length = 0
      current = slot
      const found = placeOfAgents[agents]
      if (found !== undefined) {
        place = found
        return
      }
      place = columns.slot.push(slot) - 1
      columns.agents.push(agents)
      columns.visitors.push(0)
      columns.covered.push(0)
      placeOfAgents[agents] = place
    },
    count(visitors, covered) {
      columns.visitors[place]! += visitors
      columns.covered[place]! += covered
      series.visitors[current - fromSlot]! += visitors
      series.covered[current - fromSlot]! += covered
    },
    finish() {
      const order = Uint32Array.from(columns.slot, (_, index) => index)
      if (!isAscending(columns.slot)) order.sort((a, b) => columns.slot[a]! - columns.slot[b]! || columns.agents[a]! - columns.agents[b]!)
      return {
        poolId,
        series,
        cells: {
          slot: Int32Array.from(order, (index) => columns.slot[index]!),
          agents: Int32Array.from(order, (index) => columns.agents[index]!),
          visitors: Float64Array.from(order, (index) => columns.visitors[index]!),
          covered: Float64Array.from(order, (index) => columns.covered[index]!),
        },
      }
    },
  }
}

function isAscending(values: readonly number[]): boolean {
  for (let index = 1; index < values.length; index++) if (values[index]! < values[index - 1]!) return false
  return true
}

function byPoolId(a: PoolTraffic, b: PoolTraffic): number {
  if (a.poolId === b.poolId) return 0
  if (a.poolId === null || b.poolId === null) return a.poolId === null ? 1 : -1
  return a.poolId < b.poolId ? -1 : 1
}
