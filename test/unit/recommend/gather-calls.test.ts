import { describe, expect, it } from 'vitest'
import type { CallCount } from '../../../shared/coverage/types.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { gatherCalls, type CallsInput } from '../../../shared/recommend/index.ts'
import { batchOf, cell } from '../store/temp-store.ts'

/** A Monday, as a UTC day number. */
const DAY = 20_514
const USUAL = { ringRate: null, averageCallSeconds: null }
const at = (day: number, hour = 0): number => (DAY + day) * DAY_MS + hour * HOUR_MS

function calls(
  day: number,
  poolId: string | null,
  [count, completed, seconds]: readonly [number, number, number],
): CallCount {
  return { day: DAY + day, poolId, calls: count, completed, seconds }
}

/** Visits that found an agent, in one cell at noon. */
function covered(day: number, pool: string | null, visitors: number) {
  return cell(DAY + day, { slot: 48, pool, agents: 1, visitors: visitors + 5, covered: visitors })
}

/** Days 0 to 3 are known, calls as far as visits. */
function gather(
  counts: readonly CallCount[],
  cells: readonly ReturnType<typeof cell>[],
  changes: Partial<CallsInput> = {},
) {
  return gatherCalls({
    calls: { counts, through: at(4) },
    facts: { batches: [batchOf(cells)], countryRule: null },
    days: [0, 1, 2, 3].map((day) => ({ day: DAY + day, syncedThrough: at(4) })),
    range: { start: at(0), end: at(4) },
    until: at(4),
    ...changes,
  })
}

describe('what calls tell', () => {
  it('is how many of those who found an agent rang, and how long completed calls took, pool by pool and over all', () => {
    const of = gather(
      [calls(0, 'sales', [10, 8, 1600]), calls(1, 'sales', [20, 12, 2400]), calls(1, null, [4, 0, 0])],
      [covered(0, 'sales', 40), covered(2, 'sales', 60), covered(3, null, 20)],
    )
    expect(of('sales')).toEqual({ ringRate: { value: 0.3, of: 'own' }, averageCallSeconds: { value: 200, of: 'own' } })
    expect(of(null)).toEqual({
      ringRate: { value: 0.2, of: 'own' },
      averageCallSeconds: { value: 200, of: 'all-pools' },
    })
    expect(of(undefined)).toEqual({
      ringRate: { value: 34 / 120, of: 'own' },
      averageCallSeconds: { value: 200, of: 'own' },
    })
  })

  it('is that of all pools for a pool without calls', () => {
    const of = gather([calls(0, 'sales', [10, 5, 500])], [covered(0, 'sales', 30), covered(0, 'support', 20)])
    expect(of('support')).toEqual({
      ringRate: { value: 0.2, of: 'all-pools' },
      averageCallSeconds: { value: 100, of: 'all-pools' },
    })
  })

  it('is that of all pools for every one, also "No pool", where calls do not name their pools', () => {
    const of = gather([calls(0, null, [10, 5, 500])], [covered(0, 'sales', 30), covered(0, null, 20)])
    expect([of('sales'), of(null)].map(({ ringRate }) => ringRate)).toEqual(
      [0, 1].map(() => ({ value: 0.2, of: 'all-pools' })),
    )
  })

  it('is nothing where there are no calls, and no rate where nobody found an agent', () => {
    expect(gather([], [covered(0, null, 9)])(undefined)).toEqual(USUAL)
    expect(gather([], [covered(0, null, 9)], { calls: null })(null)).toEqual(USUAL)
    expect(gather([calls(0, null, [3, 3, 0])], [covered(1, null, 0)])(undefined)).toEqual(USUAL)
    expect(gather([calls(0, null, [3, 0, 0])], [covered(1, null, 30)])(undefined)).toEqual({
      ringRate: { value: 0.1, of: 'own' },
      averageCallSeconds: null,
    })
  })

  it('is never more than a call a visitor', () => {
    expect(gather([calls(0, null, [30, 0, 0])], [covered(0, null, 3)])(undefined).ringRate).toEqual({
      value: 1,
      of: 'own',
    })
  })

  it('leaves out countries that do not count', () => {
    const countryRule = { mode: 'blocklist' as const, countries: ['us'] }
    const cells = [
      { ...covered(0, null, 10), country: 'DE' },
      { ...covered(0, null, 90), country: 'US' },
    ]
    expect(
      gather([calls(0, null, [5, 0, 0])], cells, { facts: { batches: [batchOf(cells)], countryRule } })(undefined)
        .ringRate?.value,
    ).toBe(0.5)
  })
})

describe('days that count', () => {
  const counts = [calls(1, null, [1, 0, 0]), calls(2, null, [2, 0, 0]), calls(3, null, [4, 0, 0])]
  const cells = [0, 1, 2, 3].map((day) => covered(day, null, 10))
  const rateOf = (changes: Partial<CallsInput>): number | undefined =>
    gather(counts, cells, changes)(undefined).ringRate?.value

  it('begin with the first call that was ever logged', () => {
    expect(rateOf({})).toBeCloseTo(7 / 30, 9)
  })

  it('are those of the range, whole, where it touches them', () => {
    expect(rateOf({ range: { start: at(1, 5), end: at(2, 5) } })).toBeCloseTo(3 / 20, 9)
    expect(rateOf({ range: { start: at(0), end: at(1) } })).toBeUndefined()
    expect(rateOf({ range: { start: at(2), end: at(2) } })).toBeUndefined()
  })

  it('are known of calls as far as of visits', () => {
    expect(rateOf({ calls: { counts, through: at(3, 10) } })).toBeCloseTo(3 / 20, 9)
    const days = [1, 2, 3].map((day) => ({ day: DAY + day, syncedThrough: at(3, 10) }))
    expect(rateOf({ calls: { counts, through: at(3, 10) }, days, until: at(3, 10) })).toBeCloseTo(7 / 30, 9)
    expect(rateOf({ days: days.slice(1) })).toBeCloseTo(6 / 20, 9)
  })

  it('were over at the time that is asked about', () => {
    expect(rateOf({ range: { start: at(0), end: at(3, 10) }, until: at(3, 10) })).toBeCloseTo(3 / 20, 9)
  })
})
