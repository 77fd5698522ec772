import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeTraffic, encodeTraffic } from '../../../electron/store/traffic-codec.ts'
import type { CubeCells, IntegerColumn } from '../../../shared/coverage/cube.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import { tries } from '../../support/deep.ts'
import { DAY, errorOf } from './temp-store.ts'

/** Values around every change of width. */
const anyCount = fc.oneof(
  fc.nat({ max: 255 }),
  fc.constantFrom(0, 255, 256, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1),
  fc.nat({ max: 70_000 }),
)
const anyColumn = (length: number) => fc.array(anyCount, { minLength: length, maxLength: length })
const anyDay = fc.integer({ min: -1_000, max: 40_000 })

const anyCells = fc.tuple(anyDay, fc.nat({ max: 40 }), fc.boolean()).chain(([day, length, isClassed]) =>
  fc
    .tuple(
      fc.array(fc.nat({ max: SLOTS_PER_DAY - 1 }), { minLength: length, maxLength: length }),
      anyColumn(length),
      anyColumn(length),
      anyColumn(length),
      anyColumn(length),
      anyColumn(length),
      anyColumn(length),
    )
    .map(([slots, pool, country, agents, visitors, covered, pageClass]) => ({
      day,
      cells: cellsFrom({
        slot: slots.map((slot) => day * SLOTS_PER_DAY + slot),
        pool,
        country,
        agents,
        visitors,
        covered,
        ...(isClassed ? { pageClass } : {}),
      }),
    })),
)

type Columns = {
  readonly [Name in Exclude<keyof CubeCells, 'length' | 'pageClass'>]: readonly number[]
} & { readonly pageClass?: readonly number[] }

function cellsFrom(columns: Columns): CubeCells {
  return {
    length: columns.slot.length,
    slot: Int32Array.from(columns.slot),
    pool: Uint32Array.from(columns.pool),
    country: Uint32Array.from(columns.country),
    agents: Uint32Array.from(columns.agents),
    visitors: Uint32Array.from(columns.visitors),
    covered: Uint32Array.from(columns.covered),
    ...(columns.pageClass === undefined ? {} : { pageClass: Uint32Array.from(columns.pageClass) }),
  }
}

function plain(cells: CubeCells): Columns {
  const list = (column: IntegerColumn | Int32Array): readonly number[] => Array.from(column).slice(0, cells.length)
  return {
    slot: list(cells.slot),
    pool: list(cells.pool),
    country: list(cells.country),
    agents: list(cells.agents),
    visitors: list(cells.visitors),
    covered: list(cells.covered),
    ...(cells.pageClass === undefined ? {} : { pageClass: list(cells.pageClass) }),
  }
}

function oneCell(values: Partial<Record<keyof Columns, number>> = {}): CubeCells {
  const of = (value = 0): readonly number[] => [value]
  return cellsFrom({
    slot: of(values.slot ?? DAY * SLOTS_PER_DAY),
    pool: of(values.pool),
    country: of(values.country),
    agents: of(values.agents),
    visitors: of(values.visitors),
    covered: of(values.covered),
  })
}

describe('round trip', () => {
  test('gives back every cell as it was, whatever the values', () => {
    fc.assert(
      fc.property(anyCells, ({ day, cells }) => {
        expect(plain(decodeTraffic(day, encodeTraffic(day, cells)))).toEqual(plain(cells))
      }),
      tries(300, 1),
    )
  })

  test('reads a blob that does not begin on a word, as SQLite may hand it over', () => {
    fc.assert(
      fc.property(anyCells, fc.integer({ min: 1, max: 7 }), ({ day, cells }, shift) => {
        const blob = encodeTraffic(day, cells)
        const shifted = new Uint8Array(blob.length + shift).subarray(shift)
        shifted.set(blob)
        expect(plain(decodeTraffic(day, shifted))).toEqual(plain(cells))
      }),
      tries(100, 2),
    )
  })

  test('widens a count over 65,535 instead of wrapping it', () => {
    expect(decodeTraffic(DAY, encodeTraffic(DAY, oneCell({ visitors: 65_536, covered: 65_536 }))).visitors[0]).toBe(
      65_536,
    )
  })

  test('takes columns longer than their cells', () => {
    const roomy = {
      ...cellsFrom({ ...plain(oneCell({ visitors: 3 })), pool: [1, 300], visitors: [3, 70_000] }),
      length: 1,
    }
    expect(plain(decodeTraffic(DAY, encodeTraffic(DAY, roomy)))).toEqual(plain(oneCell({ pool: 1, visitors: 3 })))
  })

  test('keeps the cells after the blob is gone', () => {
    const blob = encodeTraffic(DAY, oneCell({ pool: 7, visitors: 9 }))
    const cells = decodeTraffic(DAY, blob)
    blob.fill(0xff)
    expect([cells.pool[0], cells.visitors[0]]).toEqual([7, 9])
  })
})

test('needs six bytes for a cell of small numbers, seven where one column is wide', () => {
  const many = (values: (index: number) => number): readonly number[] =>
    Array.from({ length: 1_000 }, (_, index) => values(index))
  const small = {
    slot: many(() => DAY * SLOTS_PER_DAY),
    pool: many(() => 1),
    country: many(() => 2),
    agents: many(() => 3),
    visitors: many(() => 4),
    covered: many(() => 5),
  }
  expect(encodeTraffic(DAY, cellsFrom(small)).length).toBe(6_020)
  expect(encodeTraffic(DAY, cellsFrom({ ...small, visitors: many((index) => index) })).length).toBe(7_020)
})

test('needs one byte more a cell for classes of pages, and changes no other byte of days without them', () => {
  const one = oneCell({ visitors: 4 })
  expect([...encodeTraffic(DAY, one)].slice(0, 8)).toEqual([1, 1, 1, 1, 1, 1, 1, 0])
  const classed = encodeTraffic(DAY, { ...one, pageClass: Uint8Array.of(3) })
  expect([...classed].slice(0, 8)).toEqual([2, 1, 1, 1, 1, 1, 1, 1])
  expect(classed.length).toBe(encodeTraffic(DAY, one).length + 4)
})

test('refuses a cell of another day', () => {
  for (const slot of [DAY * SLOTS_PER_DAY - 1, (DAY + 1) * SLOTS_PER_DAY]) {
    expect(errorOf(() => encodeTraffic(DAY, oneCell({ slot }))).code).toBe('internal')
  }
})

describe('a damaged blob', () => {
  test('is noticed whichever bit is wrong', () => {
    const blob = encodeTraffic(DAY, oneCell({ pool: 1, country: 2, agents: 3, visitors: 70_000, covered: 300 }))
    for (let bit = 0; bit < blob.length * 8; bit++) {
      const broken = blob.slice()
      broken[bit >> 3]! ^= 1 << (bit & 7)
      expect(errorOf(() => decodeTraffic(DAY, broken)).code).toBe('store-damaged')
    }
  })

  test('is noticed wherever it is cut, and where bytes follow', () => {
    const blob = encodeTraffic(DAY, oneCell({ visitors: 5 }))
    for (let length = 0; length < blob.length; length++) {
      expect(errorOf(() => decodeTraffic(DAY, blob.slice(0, length))).code).toBe('store-damaged')
    }
    expect(errorOf(() => decodeTraffic(DAY, Uint8Array.of(...blob, 0, 0, 0, 0))).code).toBe('store-damaged')
  })

  test('is noticed where it belongs to another day', () => {
    const error = errorOf(() => decodeTraffic(DAY + 1, encodeTraffic(DAY, oneCell())))
    expect(error.code).toBe('store-damaged')
    expect(error.message).toContain('2024-10-05')
  })
})
