import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CubeBatch } from '../../../../shared/coverage/cube.ts'
import { filterTraffic } from '../../../../shared/coverage/slot-series.ts'
import { trafficByPool } from '../../../../shared/predict/assemble/pool-traffic.ts'

type Cell = readonly [
  slot: number,
  pool: string | null,
  country: string | null,
  agents: number,
  visitors: number,
  covered: number,
]

function batch(cells: readonly Cell[]): CubeBatch {
  const pools = [...new Set(cells.map((cell) => cell[1]))]
  const countries = [...new Set(cells.map((cell) => cell[2]))]
  return {
    dictionary: { pools, countries },
    cells: {
      length: cells.length,
      slot: Int32Array.from(cells, (cell) => cell[0]),
      pool: Uint8Array.from(cells, (cell) => pools.indexOf(cell[1])),
      country: Uint8Array.from(cells, (cell) => countries.indexOf(cell[2])),
      agents: Uint16Array.from(cells, (cell) => cell[3]),
      visitors: Uint32Array.from(cells, (cell) => cell[4]),
      covered: Uint32Array.from(cells, (cell) => cell[5]),
    },
  }
}

const WHOLE = { countryRule: null, fromSlot: 0, toSlot: 100 }

describe('traffic by pool', () => {
  it('adds up countries, and keeps numbers of agents apart', () => {
    const [sales] = trafficByPool(
      [
        batch([
          [5, 'sales', 'US', 2, 3, 1],
          [5, 'sales', 'DE', 2, 4, 2],
          [5, 'sales', 'US', 1, 1, 0],
        ]),
      ],
      WHOLE,
    )
    const { cells, series } = sales!
    expect(
      [...cells.slot].map((slot, index) => [slot, cells.agents[index], cells.visitors[index], cells.covered[index]]),
    ).toEqual([
      [5, 1, 1, 0],
      [5, 2, 7, 3],
    ])
    expect([series.visitors[5], series.covered[5]]).toEqual([8, 3])
  })

  it("counts what the organization's own rule lets count, and unknown countries always", () => {
    const cells: readonly Cell[] = [
      [1, 'sales', 'AU', 1, 9, 9],
      [1, 'sales', 'us', 1, 2, 1],
      [1, 'sales', null, 1, 1, 1],
    ]
    const [sales] = trafficByPool([batch(cells)], { ...WHOLE, countryRule: { mode: 'blocklist', countries: ['au'] } })
    expect(sales!.series.visitors[1]).toBe(3)
  })

  it('sees nothing outside of the slots asked for, not even that a pool is there', () => {
    const cells: readonly Cell[] = [
      [9, 'old', 'US', 1, 1, 1],
      [10, 'sales', 'US', 1, 1, 1],
      [19, 'sales', 'US', 1, 1, 1],
      [20, 'new', 'US', 1, 1, 1],
    ]
    const pools = trafficByPool([batch(cells)], { ...WHOLE, fromSlot: 10, toSlot: 20 })
    expect(pools.map(({ poolId }) => poolId)).toEqual(['sales'])
    expect([...pools[0]!.cells.slot]).toEqual([10, 19])
  })

  it('gives each pool what a filter of its visits gives, whatever the order of cells and days', () => {
    const cell = fc.tuple(
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('b', 'a', null),
      fc.constantFrom('US', 'AU', null),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constant(1),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 3 }), (days) => {
        const batches = days.map((cells) => batch(cells))
        const countryFilter = { mode: 'blocklist', countries: ['AU'] } as const
        const pools = trafficByPool(batches, { countryRule: countryFilter, fromSlot: 20, toSlot: 80 })
        expect(pools.map(({ poolId }) => poolId)).toEqual(
          ['a', 'b', null].filter((id) => pools.some(({ poolId }) => poolId === id)),
        )
        for (const poolId of ['a', 'b', null]) {
          const expected = filterTraffic(batches, { poolId, countryFilter }, { firstSlot: 20, length: 60 })
          const found = pools.find((one) => one.poolId === poolId)
          expect(
            found?.series ?? { firstSlot: 20, visitors: new Float64Array(60), covered: new Float64Array(60) },
          ).toEqual(expected)
          const sum = (values: Float64Array | undefined): number =>
            (values ?? new Float64Array()).reduce((total, value) => total + value, 0)
          expect(sum(found?.cells.visitors)).toBe(sum(expected.visitors))
          expect(sum(found?.cells.covered)).toBe(sum(expected.covered))
          expect([...(found?.cells.slot ?? [])]).toEqual([...(found?.cells.slot ?? [])].toSorted((a, b) => a - b))
        }
      }),
    )
  })
})
