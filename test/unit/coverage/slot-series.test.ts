import { describe, expect, it } from 'vitest'
import { filterTraffic, integerColumn, type CubeBatch, type TrafficFilter } from '../../../shared/coverage/index.ts'

type Cell = readonly [slot: number, pool: number, country: number, visitors: number, covered: number]

function batch(dictionary: CubeBatch['dictionary'], cells: readonly Cell[]): CubeBatch {
  return {
    dictionary,
    cells: {
      length: cells.length,
      slot: Int32Array.from(cells, (cell) => cell[0]),
      pool: integerColumn(cells.map((cell) => cell[1])),
      country: integerColumn(cells.map((cell) => cell[2])),
      agents: new Uint8Array(cells.length),
      visitors: Uint32Array.from(cells, (cell) => cell[3]),
      covered: Uint32Array.from(cells, (cell) => cell[4]),
    },
  }
}

const CUBE = batch({ pools: [null, 'sales', 'help'], countries: ['US', null, 'CA'] }, [
  [100, 0, 0, 1, 1],
  [103, 1, 0, 10, 0],
  [100, 1, 1, 100, 50],
  [101, 2, 2, 1000, 1000],
])
/** The same codes under other ordinals. */
const OTHER = batch({ pools: ['help', 'sales'], countries: ['CA'] }, [[102, 1, 0, 10_000, 1]])

const visitors = (filter: TrafficFilter): readonly number[] => [...filterTraffic([CUBE, OTHER], filter).visitors]

describe('filtered traffic', () => {
  it('is dense from the first to the last slot, whatever order cells come in', () => {
    expect(filterTraffic([CUBE, OTHER], {})).toEqual({
      firstSlot: 100,
      visitors: Float64Array.of(101, 1000, 10_000, 10),
      covered: Float64Array.of(51, 1000, 1, 0),
    })
  })

  it('keeps the wanted pool, by each batch’s own dictionary', () => {
    expect(visitors({ poolId: 'sales' })).toEqual([100, 0, 10_000, 10])
    expect(visitors({ poolId: null })).toEqual([1, 0, 0, 0])
    expect(visitors({ poolId: 'unheard of' })).toEqual([0, 0, 0, 0])
  })

  it('keeps the wanted countries, and unknown ones always', () => {
    expect(visitors({ countryFilter: { mode: 'blocklist', countries: ['ca'] } })).toEqual([101, 0, 0, 10])
    expect(visitors({ countryFilter: { mode: 'allowlist', countries: ['ca'] } })).toEqual([100, 1000, 10_000, 0])
    expect(visitors({ countryFilter: { mode: 'allowlist', countries: [] } })).toEqual([101, 1000, 10_000, 10])
    expect(visitors({ countryFilter: { mode: 'blocklist', countries: ['US'] }, poolId: 'sales' })).toEqual([
      100, 0, 10_000, 0,
    ])
  })

  it('fills the extent that was asked for, and leaves out what lies outside it', () => {
    expect(filterTraffic([CUBE], {}, { firstSlot: 101, length: 2 })).toEqual({
      firstSlot: 101,
      visitors: Float64Array.of(1000, 0),
      covered: Float64Array.of(1000, 0),
    })
    expect([...filterTraffic([CUBE], {}, { firstSlot: 98, length: 3 }).visitors]).toEqual([0, 0, 101])
  })

  it('is empty where there are no cells', () => {
    expect(filterTraffic([], {})).toEqual({ firstSlot: 0, visitors: new Float64Array(0), covered: new Float64Array(0) })
  })

  it('holds counts, pools and countries too large for a byte', () => {
    const many = Array.from({ length: 70_000 }, (_, index) => `P${index}`)
    const big = batch({ pools: many, countries: [null] }, [
      [7, 69_999, 0, 4_000_000_000, 3_000_000_000],
      [7, 300, 0, 4_000_000_000, 0],
    ])
    expect(filterTraffic([big], {})).toEqual({
      firstSlot: 7,
      visitors: Float64Array.of(8_000_000_000),
      covered: Float64Array.of(3_000_000_000),
    })
    expect(filterTraffic([big], { poolId: 'P300' }).visitors).toEqual(Float64Array.of(4_000_000_000))
  })
})
