import type { CubeBatch, CubeCells } from '../../coverage/cube.ts'
import type { SlotSeries } from '../../coverage/slot-series.ts'
import { countryTest } from '../../coverage/traffic-filter.ts'
import type { CountryFilter } from '../../coverage/types.ts'

/** Visits of one pool by UTC slot and agents online, as columns in order of slot, then agents; each pair once. */
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
    addCells(
      cells,
      {
        builders: dictionary.pools.map(() => null),
        builderAt: (ordinal) => builderOf(dictionary.pools[ordinal]!),
        wanted,
      },
      options,
    )
  }
  return [...byPool.values()].map((builder) => builder.finish()).toSorted(byPoolId)
}

/** Countable visitors alone, of each pool that has any in [fromSlot, toSlot); ordered as above. */
export function visitorsByPool(
  batches: readonly CubeBatch[],
  { countryRule, fromSlot, toSlot }: PoolTrafficOptions,
): readonly { readonly poolId: string | null; readonly visitors: Uint32Array }[] {
  const byPool = new Map<string | null, Uint32Array>()
  const isCountryWanted = countryTest(countryRule ?? undefined)
  for (const { dictionary, cells } of batches) {
    const wanted = dictionary.countries.map((country) => isCountryWanted(country))
    const columns: (Uint32Array | undefined)[] = []
    for (let cell = 0; cell < cells.length; cell++) {
      const slot = cells.slot[cell]!
      if (slot < fromSlot || slot >= toSlot || !wanted[cells.country[cell]!]) continue
      const ordinal = cells.pool[cell]!
      let visitors = columns[ordinal]
      if (visitors === undefined) {
        const poolId = dictionary.pools[ordinal]!
        visitors = byPool.get(poolId) ?? new Uint32Array(toSlot - fromSlot)
        byPool.set(poolId, visitors)
        columns[ordinal] = visitors
      }
      visitors[slot - fromSlot]! += cells.visitors[cell]!
    }
  }
  return [...byPool].map(([poolId, visitors]) => ({ poolId, visitors })).toSorted(byPoolId)
}

interface BatchTarget {
  /** By ordinal, made when the first visit comes. */
  readonly builders: (CellBuilder | null)[]
  readonly builderAt: (ordinal: number) => CellBuilder
  /** 1 for every country ordinal that counts. */
  readonly wanted: Uint8Array
}

function addCells(
  cells: CubeCells,
  { builders, builderAt, wanted }: BatchTarget,
  { fromSlot, toSlot }: PoolTrafficOptions,
): void {
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
  const columns: { readonly [Key in keyof Columns]: number[] } = { slot: [], agents: [], visitors: [], covered: [] }
  const series = {
    firstSlot: fromSlot,
    visitors: new Float64Array(toSlot - fromSlot),
    covered: new Float64Array(toSlot - fromSlot),
  }
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
      const cells = cellsInOrder(columns, slotOrder(columns, { fromSlot, toSlot }))
      return { poolId, series, cells }
    },
  }
}

interface Columns {
  readonly slot: readonly number[]
  readonly agents: readonly number[]
  readonly visitors: readonly number[]
  readonly covered: readonly number[]
}

/** Each pair of slot and agents once, so that sums over cells do not depend on how days are stored. */
function cellsInOrder({ slot, agents, visitors, covered }: Columns, order: Uint32Array): PoolCells {
  const cells = {
    slot: new Int32Array(order.length),
    agents: new Int32Array(order.length),
    visitors: new Float64Array(order.length),
    covered: new Float64Array(order.length),
  }
  let length = 0
  for (const row of order) {
    const isNew = length === 0 || cells.slot[length - 1] !== slot[row] || cells.agents[length - 1] !== agents[row]
    if (isNew) {
      cells.slot[length] = slot[row]!
      cells.agents[length] = agents[row]!
      length++
    }
    cells.visitors[length - 1]! += visitors[row]!
    cells.covered[length - 1]! += covered[row]!
  }
  return {
    slot: cells.slot.slice(0, length),
    agents: cells.agents.slice(0, length),
    visitors: cells.visitors.slice(0, length),
    covered: cells.covered.slice(0, length),
  }
}

/** The rows by slot, then by agents: a counting sort, since days are not stored in order of slot. */
function slotOrder(
  { slot, agents }: Pick<Columns, 'slot' | 'agents'>,
  { fromSlot, toSlot }: { readonly fromSlot: number; readonly toSlot: number },
): Uint32Array {
  const ends = new Uint32Array(toSlot - fromSlot + 1)
  for (const one of slot) ends[one - fromSlot + 1]!++
  for (let place = 1; place < ends.length; place++) ends[place]! += ends[place - 1]!
  const order = new Uint32Array(slot.length)
  for (let row = 0; row < slot.length; row++) order[ends[slot[row]! - fromSlot]!++] = row
  let first = 0
  for (let place = 0; place < order.length; place++) {
    const row = order[place]!
    if (slot[row] !== slot[order[first]!]) first = place
    let free = place
    while (free > first && agents[order[free - 1]!]! > agents[row]!) {
      order[free] = order[free - 1]!
      free--
    }
    order[free] = row
  }
  return order
}

/** Pool ids in order, no pool last. */
export function comparePoolIds(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

/** Compares by pool id, no pool last. */
export function byPoolId(a: Pick<PoolTraffic, 'poolId'>, b: Pick<PoolTraffic, 'poolId'>): number {
  return comparePoolIds(a.poolId, b.poolId)
}
