import { type Interval, overlap } from '../../shared/foundation/interval.ts'
import { ceilSlot, SLOT_MS } from '../../shared/time/slots.ts'
import { CellBuilder, emptyBatch } from './cell-builder.ts'
import { FOLDED_COUNTRY } from './fold-countries.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'

export interface Totals {
  readonly visitors: number
  readonly covered: number
}

export interface DayMerge {
  /** The day's cells as cached; null: none, or another source's. */
  readonly cached: CubeBatch | null
  /** The cells of the pulled part, from one or several pieces that share no slot. */
  readonly fetched: readonly CubeBatch[]
  /** What was pulled, within one UTC day; cached cells outside of it stay. */
  readonly pulled: Interval
  /** Whether covered visits that fell away in the source are kept. */
  readonly keepCovered: boolean
  /** Whether a day that is gone from the source altogether is kept. */
  readonly keepGone: boolean
  /** The source, which dropped older days, has nothing before this instant: what the cache has there is kept. null: it dropped none. */
  readonly droppedBefore?: number | null
}

export interface MergedDay {
  readonly batch: CubeBatch
  /** Of the merged cells. */
  readonly cache: Totals
  /** What they would be without anything kept. */
  readonly source: Totals
  /** The pulled part came back empty although the cache has visits there. */
  readonly emptied: boolean
}

/**
 * Replaces the pulled part of a day. What happened is not unlearned: where covered visits fell while visitors stayed (an agent
 * was deleted), and where a whole day is gone, the cached cells stay, if the caller allows it.
 */
export function mergeDay(merge: DayMerge): MergedDay {
  const { cached, fetched } = merge
  const fetchedTotals = sumTotals(fetched.map((batch) => totalsOf(batch)))
  if (cached === null || cached.cells.length === 0) {
    const batch = fetched.length === 1 ? fetched[0]! : joinBatches(fetched)
    return { batch, cache: fetchedTotals, source: fetchedTotals, emptied: false }
  }
  const inside = totalsOf(cached, merge.pulled)
  const all = totalsOf(cached)
  const outside = { visitors: all.visitors - inside.visitors, covered: all.covered - inside.covered }
  const source = sumTotals([outside, fetchedTotals])
  const emptied = fetchedTotals.visitors === 0 && inside.visitors > 0
  if (emptied && merge.keepGone) return { batch: cached, cache: all, source, emptied }
  const batch = replacePart(withoutDropped(merge, cached), cached)
  return { batch, cache: totalsOf(batch), source, emptied }
}

/** Visits and covered visits of a batch, all of it or those whose slots begin in an interval. */
export function totalsOf(batch: CubeBatch, interval?: Interval): Totals {
  const { cells } = batch
  if (interval === undefined)
    return { visitors: sum(cells.visitors, cells.length), covered: sum(cells.covered, cells.length) }
  const [first, end] = slotBounds(interval)
  let visitors = 0
  let covered = 0
  for (let cell = 0; cell < cells.length; cell += 1) {
    const slot = cells.slot[cell]!
    if (slot < first || slot >= end) continue
    visitors += cells.visitors[cell]!
    covered += cells.covered[cell]!
  }
  return { visitors, covered }
}

function sum(counts: Uint32Array, length: number): number {
  let total = 0
  for (let index = 0; index < length; index += 1) total += counts[index]!
  return total
}

/** What is left to replace: up to where the source begins the cached cells stay, if there are more visits in them. */
function withoutDropped(merge: DayMerge, cached: CubeBatch): DayMerge {
  const { fetched, pulled, droppedBefore = null } = merge
  const dropped = droppedBefore === null ? null : overlap(pulled, { start: pulled.start, end: ceilSlot(droppedBefore) })
  if (dropped === null) return merge
  const left = sumTotals(fetched.map((batch) => totalsOf(batch, dropped)))
  if (totalsOf(cached, dropped).visitors <= left.visitors) return merge
  return {
    ...merge,
    pulled: { start: dropped.end, end: pulled.end },
    fetched: fetched.map((batch) => cellsFrom(batch, dropped.end)),
  }
}

function cellsFrom(batch: CubeBatch, instant: number): CubeBatch {
  const builder = new CellBuilder()
  const codes = builder.codesOf(batch)
  const { cells } = batch
  for (let cell = 0; cell < cells.length; cell += 1) {
    const slot = cells.slot[cell]!
    if (slot * SLOT_MS < instant) continue
    builder.add({
      slot,
      pool: codes.pools[cells.pool[cell]!]!,
      country: codes.countries[cells.country[cell]!]!,
      agents: cells.agents[cell]!,
      pageClass: codes.pageClass(cell),
      visitors: cells.visitors[cell]!,
      covered: cells.covered[cell]!,
    })
  }
  return builder.build()
}

function replacePart({ fetched, pulled, keepCovered }: DayMerge, cached: CubeBatch): CubeBatch {
  const builder = new CellBuilder()
  const batches = [cached, ...fetched]
  const codes = batches.map((batch) => builder.codesOf(batch))
  const [first, end] = slotBounds(pulled)
  const countries = builder.countryCount
  // Where rare countries were folded, the same visitor may have another country today: then only pools are compared.
  const compareCountries = !batches.some(hasFoldedCountries)
  const keyOf = (index: number, cell: number): number => {
    const { cells } = batches[index]!
    const pool = codes[index]!.pools[cells.pool[cell]!]!
    const country = compareCountries ? codes[index]!.countries[cells.country[cell]!]! : 0
    return (cells.slot[cell]! * builder.poolCount + pool) * countries + country
  }
  const kept = keepCovered ? keptKeys({ batches, keyOf, first, end }) : new Set<number>()
  for (const [index, batch] of batches.entries()) {
    const { cells } = batch
    for (let cell = 0; cell < cells.length; cell += 1) {
      const slot = cells.slot[cell]!
      const isInside = slot >= first && slot < end
      const isKept = isInside && kept.has(keyOf(index, cell))
      if (index === 0 ? isInside && !isKept : isKept) continue
      builder.add({
        slot,
        pool: codes[index]!.pools[cells.pool[cell]!]!,
        country: codes[index]!.countries[cells.country[cell]!]!,
        agents: cells.agents[cell]!,
        pageClass: codes[index]!.pageClass(cell),
        visitors: cells.visitors[cell]!,
        covered: cells.covered[cell]!,
      })
    }
  }
  return builder.build()
}

/** The (slot, pool, country) whose visitors stayed while fewer are covered. The first batch is the cached one. */
function keptKeys(input: {
  readonly batches: readonly CubeBatch[]
  readonly keyOf: (batch: number, cell: number) => number
  readonly first: number
  readonly end: number
}): ReadonlySet<number> {
  const sums = new Map<number, { before: number; beforeCovered: number; after: number; afterCovered: number }>()
  for (const [index, { cells }] of input.batches.entries()) {
    for (let cell = 0; cell < cells.length; cell += 1) {
      const slot = cells.slot[cell]!
      if (slot < input.first || slot >= input.end) continue
      const key = input.keyOf(index, cell)
      const sum = sums.get(key) ?? { before: 0, beforeCovered: 0, after: 0, afterCovered: 0 }
      sums.set(key, sum)
      if (index === 0) {
        sum.before += cells.visitors[cell]!
        sum.beforeCovered += cells.covered[cell]!
      } else {
        sum.after += cells.visitors[cell]!
        sum.afterCovered += cells.covered[cell]!
      }
    }
  }
  return new Set(
    [...sums].filter(([, sum]) => sum.after === sum.before && sum.afterCovered < sum.beforeCovered).map(([key]) => key),
  )
}

function joinBatches(batches: readonly CubeBatch[]): CubeBatch {
  const [first, ...others] = batches
  if (first === undefined) return emptyBatch()
  return replacePart(
    { cached: first, fetched: others, pulled: { start: 0, end: 0 }, keepCovered: false, keepGone: false },
    first,
  )
}

/** Looks at the cells: a dictionary may list more than they use. */
function hasFoldedCountries({ cells, dictionary }: CubeBatch): boolean {
  const folded = dictionary.countries.indexOf(FOLDED_COUNTRY)
  return folded !== -1 && cells.country.subarray(0, cells.length).includes(folded)
}

function slotBounds({ start, end }: Interval): readonly [number, number] {
  return [Math.floor(start / SLOT_MS), Math.ceil(end / SLOT_MS)]
}

function sumTotals(parts: readonly Totals[]): Totals {
  return parts.reduce(
    (sum, part) => ({ visitors: sum.visitors + part.visitors, covered: sum.covered + part.covered }),
    { visitors: 0, covered: 0 },
  )
}
