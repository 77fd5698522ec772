import { describe, expect, it } from 'vitest'
import { pageRulesSchema } from '../../../shared/contract/page-rules.ts'
import { filterTraffic } from '../../../shared/coverage/slot-series.ts'
import { CellBuilder } from '../../../electron/sync/cell-builder.ts'
import { foldCountries } from '../../../electron/sync/fold-countries.ts'
import { mergeDay } from '../../../electron/sync/merge-day.ts'
import { splitByDay } from '../../../electron/sync/split-by-day.ts'
import type { CubeBatch } from '../../../shared/coverage/cube.ts'
import { SLOT_MS, SLOTS_PER_DAY } from '../../../shared/time/slots.ts'

type Cell = readonly [slot: number, pageClass: string | null | undefined, visitors: number, covered: number]

/** Cells of one pool and one country; undefined: counted without rules. */
function batchOf(cells: readonly Cell[], country: string | null = null): CubeBatch {
  const classes = [...new Set(cells.map(([, pageClass]) => pageClass ?? null))]
  const isClassed = cells.some(([, pageClass]) => pageClass !== undefined)
  const zeros = new Uint8Array(cells.length)
  return {
    dictionary: { pools: [null], countries: [country], ...(isClassed ? { pageClasses: classes } : {}) },
    cells: {
      length: cells.length,
      slot: Int32Array.from(cells, ([slot]) => slot),
      pool: zeros,
      country: zeros,
      agents: zeros,
      ...(isClassed
        ? { pageClass: Uint8Array.from(cells, ([, pageClass]) => classes.indexOf(pageClass ?? null)) }
        : {}),
      visitors: Uint32Array.from(cells, ([, , visitors]) => visitors),
      covered: Uint32Array.from(cells, ([, , , covered]) => covered),
    },
  }
}

function cellsOf({ cells, dictionary }: CubeBatch): readonly Cell[] {
  return Array.from({ length: cells.length }, (_, cell) => [
    cells.slot[cell]!,
    cells.pageClass === undefined ? undefined : dictionary.pageClasses![cells.pageClass[cell]!],
    cells.visitors[cell]!,
    cells.covered[cell]!,
  ])
}

const merged = (cached: CubeBatch | null, fetched: readonly CubeBatch[], keepCovered = false) =>
  mergeDay({
    cached,
    fetched,
    pulled: { start: 0, end: 2 * SLOT_MS },
    keepCovered,
    keepGone: false,
  }).batch

describe('classes of pages in the cells of a day', () => {
  it('stay through merging, folding and dealing out', () => {
    const fetched = batchOf([
      [0, 'Pricing', 3, 1],
      [0, null, 5, 2],
      [1, 'Blog', 1, 0],
    ])
    const cached = batchOf([
      [1, 'Blog', 9, 9],
      [2, 'Pricing', 4, 4],
    ])
    expect(cellsOf(merged(cached, [fetched]))).toEqual([
      [2, 'Pricing', 4, 4],
      [0, 'Pricing', 3, 1],
      [0, null, 5, 2],
      [1, 'Blog', 1, 0],
    ])
    expect(cellsOf(foldCountries(batchOf(cellsOf(fetched), 'US'), 100, new Set()))).toEqual(cellsOf(fetched))
    const twoDays = batchOf([
      [0, 'Pricing', 1, 0],
      [SLOTS_PER_DAY, 'Blog', 2, 0],
    ])
    expect([...splitByDay(twoDays)].map(([day, batch]) => [day, cellsOf(batch)])).toEqual([
      [0, [[0, 'Pricing', 1, 0]]],
      [1, [[SLOTS_PER_DAY, 'Blog', 2, 0]]],
    ])
  })

  it('are none for what was counted before there were rules, and nothing without rules', () => {
    const old = batchOf([
      [0, undefined, 2, 2],
      [5, undefined, 7, 3],
    ])
    expect(cellsOf(merged(old, [batchOf([[0, 'Pricing', 2, 2]])]))).toEqual([
      [5, null, 7, 3],
      [0, 'Pricing', 2, 2],
    ])
    expect(merged(old, [batchOf([[0, undefined, 1, 1]])]).dictionary).not.toHaveProperty('pageClasses')
  })

  it('do not hide that covered visits fell while visitors stayed', () => {
    const cached = batchOf([[0, undefined, 4, 3]])
    const fetched = batchOf([
      [0, 'Pricing', 1, 0],
      [0, null, 3, 1],
    ])
    expect(cellsOf(merged(cached, [fetched], true))).toEqual([[0, undefined, 4, 3]])
  })

  it('weigh visits, or choose them', () => {
    const batches = [
      batchOf([
        [0, 'Pricing', 3, 1],
        [0, null, 5, 2],
      ]),
      batchOf([[1, undefined, 2, 2]]),
    ]
    const series = (worthOf: (pageClass: string | null) => number) => {
      const { visitors, covered } = filterTraffic(batches, { worthOf })
      return [[...visitors], [...covered]]
    }
    expect(series((pageClass) => (pageClass === 'Pricing' ? 2.5 : 1))).toEqual([
      [12.5, 2],
      [4.5, 2],
    ])
    expect(series((pageClass) => Number(pageClass === 'Pricing'))).toEqual([
      [3, 0],
      [1, 0],
    ])
    expect(series(() => 1)).toEqual(
      Object.values(filterTraffic(batches, {}))
        .slice(1)
        .map((column) => [...(column as Float64Array)]),
    )
  })

  it('count all visits as of other pages where no rule ever fitted one', () => {
    const { cells, dictionary } = batchOf([[0, null, 3, 1]])
    const asRead = { cells, dictionary: { pools: dictionary.pools, countries: dictionary.countries } }
    const { visitors, covered } = filterTraffic([asRead], { worthOf: (pageClass) => (pageClass === null ? 1 : 5) })
    expect([[...visitors], [...covered]]).toEqual([[3], [1]])
  })

  it('come in a builder from cells of both kinds', () => {
    const builder = new CellBuilder()
    const codes = builder.codesOf(batchOf([[0, 'Pricing', 1, 1]]))
    const cell = { slot: 0, pool: 0, country: codes.countries[0]!, agents: 0, visitors: 1, covered: 1 }
    builder.add({ ...cell, pageClass: codes.pageClass(0) })
    builder.add({ ...cell, slot: 1, pageClass: undefined })
    expect(cellsOf(builder.build()).map(([, pageClass]) => pageClass)).toEqual(['Pricing', null])
  })
})

describe('rules of pages', () => {
  const rule = { pageClass: 'Pricing', match: 'contains', text: 'pricing' } as const
  const problem = (rules: readonly object[]) => pageRulesSchema.safeParse(rules).error?.issues[0]?.message

  it('have ten classes at most, and one weight a class', () => {
    const classes = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...rule, pageClass: `C${index}` }))
    expect(problem(classes(10))).toBeUndefined()
    expect(problem(classes(11))).toBe('have 11 classes; 10 is the most')
    expect(problem([rule, { ...rule, text: 'price', weight: 2 }])).toContain('differs from the weight')
    expect(pageRulesSchema.parse([rule])[0]!.weight).toBe(1)
  })

  it('name a path by its slash', () => {
    expect(problem([{ ...rule, match: 'path' }])).toContain('must begin with "/"')
  })
})
