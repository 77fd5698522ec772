import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import { foldCountries } from '../../../electron/sync/fold-countries.ts'
import { mergeDay, totalsOf, type DayMerge } from '../../../electron/sync/merge-day.ts'
import { splitByDay } from '../../../electron/sync/split-by-day.ts'
import { batchOf, cellsOf, sortCells, type NamedCell } from '../../support/memory-source.ts'
import { at, MONDAY } from './sync-scenario.ts'

const FIRST_SLOT = MONDAY * SLOTS_PER_DAY

function cell(slot: number, changes: Partial<NamedCell> = {}): NamedCell {
  return { slot: FIRST_SLOT + slot, pool: 'sales', country: 'US', agents: 1, visitors: 4, covered: 3, ...changes }
}

function merge(
  cached: readonly NamedCell[] | null,
  fetched: readonly NamedCell[],
  changes: Partial<DayMerge> = {},
): ReturnType<typeof mergeDay> {
  return mergeDay({
    cached: cached && batchOf(cached),
    fetched: [batchOf(fetched)],
    pulled: { start: at(0), end: at(1) },
    keepCovered: true,
    keepGone: true,
    ...changes,
  })
}

describe('a day that is pulled again', () => {
  it('takes the source’s cells for the pulled part and keeps the rest', () => {
    const merged = merge([cell(0), cell(40), cell(41)], [cell(40, { visitors: 9, pool: null })], {
      pulled: { start: at(0, 10), end: at(0, 10, 15) },
    })
    expect(cellsOf(merged.batch)).toEqual(sortCells([cell(0), cell(40, { visitors: 9, pool: null }), cell(41)]))
    expect(merged.source).toEqual({ visitors: 17, covered: 9 })
  })

  it('keeps covered visits that fell away while visitors stayed, slot, pool and country each for itself', () => {
    const merged = merge(
      [cell(0, { agents: 2 }), cell(1), cell(2), cell(3, { country: 'CA' })],
      [
        cell(0, { covered: 1 }),
        cell(1, { covered: 1, visitors: 5 }),
        cell(2, { covered: 4 }),
        cell(3, { country: 'CA', covered: 0, agents: 0 }),
      ],
    )
    expect(cellsOf(merged.batch)).toEqual(
      sortCells([
        cell(0, { agents: 2 }),
        cell(1, { covered: 1, visitors: 5 }),
        cell(2, { covered: 4 }),
        cell(3, { country: 'CA' }),
      ]),
    )
    expect(merged.cache).toEqual({ visitors: 17, covered: 11 })
    expect(merged.source).toEqual({ visitors: 17, covered: 6 })
  })

  it('compares the sum over agents online, since a deleted agent changes those too', () => {
    const merged = merge(
      [cell(0, { agents: 2 }), cell(0, { agents: 3 })],
      [cell(0, { agents: 1, visitors: 8, covered: 1 })],
    )
    expect(cellsOf(merged.batch)).toEqual([cell(0, { agents: 2 }), cell(0, { agents: 3 })])
  })

  it('takes everything from the source when told', () => {
    expect(cellsOf(merge([cell(0)], [cell(0, { covered: 1 })], { keepCovered: false }).batch)).toEqual([
      cell(0, { covered: 1 }),
    ])
    expect(merge([cell(0)], [], { keepGone: false }).batch.cells.length).toBe(0)
  })

  it('keeps a day that is gone, and says what the source has', () => {
    const merged = merge([cell(0)], [])
    expect(cellsOf(merged.batch)).toEqual([cell(0)])
    expect(merged).toMatchObject({
      cache: { visitors: 4, covered: 3 },
      source: { visitors: 0, covered: 0 },
      emptied: true,
    })
  })

  it('compares pools alone where countries are folded', () => {
    const before = [cell(0, { country: 'OTHER', visitors: 2, covered: 2 }), cell(0, { visitors: 3, covered: 3 })]
    const after = [cell(0, { country: 'FR', visitors: 2, covered: 0 }), cell(0, { visitors: 3, covered: 3 })]
    expect(cellsOf(merge(before, after).batch)).toEqual(sortCells(before))
  })
})

const someCells = fc
  .uniqueArray(
    fc.record({
      slot: fc.integer({ min: 0, max: 4 * SLOTS_PER_DAY - 1 }),
      pool: fc.constantFrom(null, 'sales', 'support'),
      country: fc.constantFrom(null, 'US', 'FR', 'DE'),
      agents: fc.nat(3),
    }),
    { selector: (value) => JSON.stringify(value), maxLength: 40 },
  )
  .chain((places) =>
    fc.tuple(
      ...places.map((place) =>
        fc
          .record({ visitors: fc.integer({ min: 1, max: 9 }), covered: fc.nat(1) })
          .map((counts) => cell(place.slot, { ...place, slot: FIRST_SLOT + place.slot, ...counts })),
      ),
    ),
  )

describe('the cells of a window', () => {
  it('are dealt out to their days without losing any', () => {
    fc.assert(
      fc.property(someCells, (cells) => {
        const days = splitByDay(batchOf(cells))
        expect(sortCells([...days.values()].flatMap(cellsOf))).toEqual(sortCells(cells))
        for (const [day, batch] of days)
          expect(totalsOf(batch, { start: day * DAY_MS, end: (day + 1) * DAY_MS })).toEqual(totalsOf(batch))
      }),
      { seed: 1 },
    )
  })

  it('keep their sums when rare countries are folded, and leave no trace of those', () => {
    fc.assert(
      fc.property(someCells, fc.integer({ min: 1, max: 30 }), (cells, minimum) => {
        const folded = foldCountries(batchOf(cells), minimum, new Set(['DE']))
        expect(totalsOf(folded)).toEqual(totalsOf(batchOf(cells)))
        const visits = (country: string | null): number =>
          cellsOf(folded)
            .filter((one) => one.country === country)
            .reduce((sum, { visitors }) => sum + visitors, 0)
        const left = folded.dictionary.countries.filter(
          (country) => country !== null && country !== 'OTHER' && country !== 'DE',
        )
        expect(left.every((country) => visits(country) >= minimum)).toBe(true)
        expect(
          new Set(
            cellsOf(folded).map(({ slot, pool, country, agents }) => JSON.stringify([slot, pool, country, agents])),
          ).size,
        ).toBe(folded.cells.length)
      }),
      { seed: 2 },
    )
  })
})
