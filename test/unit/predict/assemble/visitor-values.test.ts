import { describe, expect, it } from 'vitest'
import type { CubeBatch } from '../../../../shared/coverage/cube.ts'
import { valuesOfPool, visitorValues } from '../../../../shared/predict/assemble/visitor-values.ts'
import { parseLocalDate } from '../../../../shared/time/local.ts'
import { DAY_MS } from '../../../../shared/foundation/minutes.ts'
import { SLOTS_PER_DAY } from '../../../../shared/time/slots.ts'

/** A Monday. */
const DAY = parseLocalDate('2026-03-02')
const ORIGIN = (DAY + 7) * DAY_MS

interface Visits {
  readonly hour: number
  readonly pool?: 'sales' | 'help'
  readonly pageClass?: string | null
  readonly visitors: number
  readonly day?: number
}

function batch(visits: readonly Visits[], isClassed = true): CubeBatch {
  const pageClasses = [null, 'Pricing', 'Blog']
  const column = (of: (one: Visits) => number): number[] => visits.map(of)
  return {
    dictionary: { pools: ['sales', 'help'], countries: [null], pageClasses },
    cells: {
      length: visits.length,
      slot: Int32Array.from(column(({ hour, day = DAY }) => day * SLOTS_PER_DAY + 4 * hour)),
      pool: Uint16Array.from(column(({ pool = 'sales' }) => ['sales', 'help'].indexOf(pool))),
      country: Uint16Array.from(column(() => 0)),
      agents: Uint16Array.from(column(() => 1)),
      visitors: Uint32Array.from(column(({ visitors }) => visitors)),
      covered: Uint32Array.from(column(() => 0)),
      ...(isClassed
        ? { pageClass: Uint8Array.from(column(({ pageClass = null }) => pageClasses.indexOf(pageClass))) }
        : {}),
    },
  }
}

function values(batches: readonly CubeBatch[], weights: Readonly<Record<string, number>>, isCounted = () => true) {
  return visitorValues(
    {
      facts: { batches, countryRule: null, sessions: [], pools: null, members: null, known: [], now: ORIGIN },
      origin: ORIGIN,
    },
    { timeZone: 'UTC', worthOf: (pageClass) => weights[pageClass ?? ''] ?? 1, isCounted },
  )
}

const MONDAY = 24

describe('what visitors are worth', () => {
  it('is the mean of their weights, an hour steadied by 20 visits of its pool and a pool by 20 of all', () => {
    const found = values(
      [
        batch([
          { hour: 9, pageClass: 'Pricing', visitors: 30 },
          { hour: 9, visitors: 10 },
          { hour: 14, visitors: 40 },
          { hour: 9, pool: 'help', pageClass: 'Blog', visitors: 20 },
        ]),
      ],
      { Pricing: 5, Blog: 0.5 },
    )
    const usual = (150 + 10 + 40 + 10) / 100
    const sales = (200 + 20 * usual) / 100
    expect(found.usual).toBe(usual)
    expect(valuesOfPool(found, 'sales')(MONDAY + 9)).toBeCloseTo((160 + 20 * sales) / 60, 12)
    expect(valuesOfPool(found, 'sales')(MONDAY + 14)).toBeCloseTo((40 + 20 * sales) / 60, 12)
    expect(valuesOfPool(found, 'sales')(MONDAY + 3)).toBe(sales)
    expect(valuesOfPool(found, 'none')(MONDAY + 9)).toBe(usual)
  })

  it('is exactly 1 where every page counts 1', () => {
    const found = values(
      [batch([7, 13, 1, 999_983].map((visitors, hour) => ({ hour, pageClass: 'Pricing', visitors })))],
      {},
    )
    expect(new Set([found.usual, ...found.pools.flatMap(({ byHour }) => byHour)])).toEqual(new Set([1]))
  })

  it('is learned from days that these rules counted before the origin alone, and says of which share', () => {
    const counted = [
      batch([{ hour: 9, pageClass: 'Pricing', visitors: 10 }]),
      batch([{ hour: 9, pageClass: 'Blog', visitors: 500, day: DAY + 7 }]),
      batch([{ hour: 10, visitors: 30 }], false),
    ]
    expect(values(counted, { Pricing: 5 })).toMatchObject({ usual: 5, countedShare: 0.25 })
    expect(values(counted, { Pricing: 5 }, () => false)).toEqual({ pools: [], usual: 1, countedShare: 0 })
  })
})
