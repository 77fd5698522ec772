import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PoolCells } from '../../../../../shared/predict/assemble/pool-traffic.ts'
import { visitsByDay } from '../../../../../shared/predict/assemble/starved/pool-history.ts'
import { findStarvedPools } from '../../../../../shared/predict/assemble/starved/starved-pools.ts'
import { tries } from '../../../../support/deep.ts'

interface Visits {
  readonly day: number
  readonly agents: number
  readonly visitors: number
  readonly covered: number
}

function cellsOf(visits: readonly Visits[]): PoolCells {
  return {
    slot: Int32Array.from(visits, ({ day }, index) => 96 * day + (index % 96)),
    agents: Int32Array.from(visits, ({ agents }) => agents),
    visitors: Float64Array.from(visits, ({ visitors }) => visitors),
    covered: Float64Array.from(visits, ({ covered }) => covered),
  }
}

const isStarved = (visits: readonly Visits[]): boolean =>
  findStarvedPools([{ poolId: 'sales', days: visitsByDay(cellsOf(visits)) }]).length > 0
const sum = (visits: readonly Visits[], key: 'visitors' | 'covered'): number =>
  visits.reduce((total, one) => total + one[key], 0)
const days = (visits: readonly Visits[]): number =>
  new Set(visits.flatMap(({ day, visitors }) => (visitors > 0 ? [day] : []))).size

/** The rule, word by word: of all days, or of some four weeks since the first visit. */
function byTheRule(visits: readonly Visits[]): boolean {
  const hardlyCovered = (some: readonly Visits[]): boolean =>
    sum(some, 'visitors') >= 30 && days(some) >= 7 && sum(some, 'covered') < 0.02 * sum(some, 'visitors')
  const starved = (some: readonly Visits[]): boolean => {
    const online = some.filter(({ agents }) => agents > 0)
    return (sum(online, 'visitors') >= 0.5 * sum(some, 'visitors') && hardlyCovered(some)) || hardlyCovered(online)
  }
  const first = Math.min(...visits.flatMap(({ day, visitors }) => (visitors > 0 ? [day] : [])))
  return (
    starved(visits) ||
    visits.some(
      ({ day: last }) => last >= first + 27 && starved(visits.filter(({ day }) => day <= last && day > last - 28)),
    )
  )
}

const visit = fc
  .record({
    day: fc.integer({ min: 20_000, max: 20_050 }),
    agents: fc.integer({ min: 0, max: 2 }),
    visitors: fc.integer({ min: 0, max: 12 }),
    share: fc.nat({ max: 60 }),
  })
  .map(({ share, ...one }): Visits => ({ ...one, covered: share === 0 ? one.visitors : 0 }))
const visits = fc.array(visit, { maxLength: 40 })

/** So many days with so many visits each. */
const daily = (count: number, one: Omit<Visits, 'day'>): readonly Visits[] =>
  Array.from({ length: count }, (_, day) => ({ day: 20_000 + day, ...one }))

describe('a starved pool', () => {
  it('is one of which hardly a visit of some days is covered although agents are online', () => {
    let found = 0
    fc.assert(
      fc.property(visits, (some) => {
        found += Number(byTheRule(some))
        expect(isStarved(some)).toBe(byTheRule(some))
      }),
      tries(400, 1),
    )
    expect(found).toBeGreaterThan(40)
    expect(found).toBeLessThan(360)
  })

  it('has at least 30 visits on at least 7 days', () => {
    expect(isStarved(daily(7, { agents: 1, visitors: 5, covered: 0 }))).toBe(true)
    expect(isStarved(daily(6, { agents: 1, visitors: 50, covered: 0 }))).toBe(false)
    expect(isStarved([...daily(29, { agents: 1, visitors: 1, covered: 0 })])).toBe(false)
    expect(isStarved([...daily(30, { agents: 1, visitors: 1, covered: 0 })])).toBe(true)
  })

  it('is covered less than one time in fifty', () => {
    const of100 = (covered: number): readonly Visits[] => [
      ...daily(9, { agents: 1, visitors: 10, covered: 0 }),
      { day: 20_009, agents: 1, visitors: 10, covered },
    ]
    expect([0, 1, 2].map((covered) => isStarved(of100(covered)))).toEqual([true, true, false])
  })

  it('is none where nobody is online: its visitors are missed', () => {
    fc.assert(
      fc.property(visits, (some) => {
        expect(isStarved(some.map((one) => ({ ...one, agents: 0 })))).toBe(false)
      }),
      { seed: 1 },
    )
  })

  it('is found whether most of its visits come while agents are online or in the hours without any', () => {
    const night = daily(10, { agents: 0, visitors: 40, covered: 0 })
    expect(isStarved([...night, ...daily(10, { agents: 1, visitors: 4, covered: 0 })])).toBe(true)
    // Too few while somebody was online to say so.
    expect(isStarved([...night, ...daily(10, { agents: 1, visitors: 2, covered: 0 })])).toBe(false)
    expect(isStarved([...night, ...daily(10, { agents: 1, visitors: 4, covered: 1 })])).toBe(false)
  })

  it('is found when it has become one, and when it has stopped being one', () => {
    const good = { agents: 1, visitors: 5, covered: 4 }
    const starved = { agents: 1, visitors: 5, covered: 0 }
    const became = [...daily(100, good), ...daily(28, starved).map((one) => ({ ...one, day: one.day + 100 }))]
    const stopped = [...daily(28, starved), ...daily(100, good).map((one) => ({ ...one, day: one.day + 28 }))]
    expect([became, stopped, daily(128, good)].map(isStarved)).toEqual([true, true, false])
    expect(findStarvedPools([{ poolId: null, days: visitsByDay(cellsOf(became)) }])).toEqual([
      { poolId: null, visitors: 140, covered: 0, days: 28, onlineShare: 1 },
    ])
  })

  it('does not depend on the order of its visits, nor on how they are split', () => {
    fc.assert(
      fc.property(visits, (some) => {
        const split = some.toReversed().flatMap(({ visitors, covered, ...one }) => [
          { ...one, visitors: covered, covered },
          { ...one, visitors: visitors - covered, covered: 0 },
        ])
        expect(isStarved(split)).toBe(isStarved(some))
      }),
      { seed: 2 },
    )
  })
})
