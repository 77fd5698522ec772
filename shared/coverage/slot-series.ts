import type { CubeBatch, CubeCells, CubeDictionary } from './cube.ts'
import { countryTest, poolTest, type TrafficFilter } from './traffic-filter.ts'

/** Consecutive UTC slots. */
export interface SlotRange {
  readonly firstSlot: number
  readonly length: number
}

/** Visits per UTC slot, one after the other without gaps: entry i belongs to slot firstSlot + i. */
export interface SlotSeries {
  readonly firstSlot: number
  readonly visitors: Float64Array
  readonly covered: Float64Array
}

/**
 * The visits of a cube that a filter lets through, per UTC slot. Batches may have dictionaries of their own.
 * Without an extent the series reaches from the first to the last slot that any cell has; with one, cells outside are left out.
 */
export function filterTraffic(batches: readonly CubeBatch[], filter: TrafficFilter, slots?: SlotRange): SlotSeries {
  const { firstSlot, length } = slots ?? slotsOfBatches(batches)
  const series = { firstSlot, visitors: new Float64Array(length), covered: new Float64Array(length) }
  const isPoolWanted = poolTest(filter.poolId)
  const isCountryWanted = countryTest(filter.countryFilter)
  for (const { dictionary, cells } of batches) {
    const pools = Uint8Array.from(dictionary.pools, (pool) => Number(isPoolWanted(pool)))
    const countries = Uint8Array.from(dictionary.countries, (country) => Number(isCountryWanted(country)))
    if (filter.worthOf === undefined) addCells(series, cells, { pools, countries })
    else addWorth(series, cells, { pools, countries, ...worthsOf(dictionary, filter.worthOf) })
  }
  return series
}

/** 1 for every ordinal that counts. */
interface WantedOrdinals {
  readonly pools: Uint8Array
  readonly countries: Uint8Array
}

/**
 * The hot loop of a report, over millions of cells: no allocation, no call, no branch on what is filtered. Cells mostly come in order
 * of slot, so a slot's visits are added up before they are stored.
 */
function addCells(series: SlotSeries, cells: CubeCells, wanted: WantedOrdinals): void {
  const { visitors, covered, firstSlot } = series
  const { length, slot, pool, country, visitors: cellVisitors, covered: cellCovered } = cells
  const { pools, countries } = wanted
  let index = -1
  let slotVisitors = 0
  let slotCovered = 0
  for (let cell = 0; cell < length; cell++) {
    const next = slot[cell]! - firstSlot
    if (next !== index) {
      if (index >= 0 && index < visitors.length) {
        visitors[index]! += slotVisitors
        covered[index]! += slotCovered
      }
      index = next
      slotVisitors = 0
      slotCovered = 0
    }
    const isWanted = pools[pool[cell]!]! & countries[country[cell]!]!
    slotVisitors += cellVisitors[cell]! * isWanted
    slotCovered += cellCovered[cell]! * isWanted
  }
  if (index >= 0 && index < visitors.length) {
    visitors[index]! += slotVisitors
    covered[index]! += slotCovered
  }
}

interface WorthOrdinals extends WantedOrdinals {
  readonly worths: Float64Array
  /** Of cells that were counted without rules of pages. */
  readonly unclassed: number
}

function worthsOf(
  // A cache lists no classes where no visit ever was of one: then all cells are of none.
  { pageClasses = [null] }: CubeDictionary,
  worthOf: NonNullable<TrafficFilter['worthOf']>,
): Pick<WorthOrdinals, 'worths' | 'unclassed'> {
  return { worths: Float64Array.from(pageClasses, worthOf), unclassed: worthOf(null) }
}

/** As `addCells`, each visit with the worth of its page. */
function addWorth(series: SlotSeries, cells: CubeCells, { pools, countries, worths, unclassed }: WorthOrdinals): void {
  const { visitors, covered, firstSlot } = series
  const { pageClass } = cells
  for (let cell = 0; cell < cells.length; cell++) {
    const index = cells.slot[cell]! - firstSlot
    if (index < 0 || index >= visitors.length) continue
    const isWanted = pools[cells.pool[cell]!]! & countries[cells.country[cell]!]!
    const worth = isWanted * (pageClass === undefined ? unclassed : worths[pageClass[cell]!]!)
    visitors[index]! += cells.visitors[cell]! * worth
    covered[index]! += cells.covered[cell]! * worth
  }
}

function slotsOfBatches(batches: readonly CubeBatch[]): SlotRange {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { cells } of batches) {
    for (let cell = 0; cell < cells.length; cell++) {
      const slot = cells.slot[cell]!
      if (slot < first) first = slot
      if (slot > last) last = slot
    }
  }
  return last < first ? { firstSlot: 0, length: 0 } : { firstSlot: first, length: last - first + 1 }
}
