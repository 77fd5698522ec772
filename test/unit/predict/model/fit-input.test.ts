import { describe, expect, it } from 'vitest'
import { demandOfSlots, fitInputOf } from '../../../../shared/predict/model/fit-input-of.ts'
import { groupPools } from '../../../../shared/predict/model/group-pools.ts'
import { slotCalendar } from '../../../../shared/predict/model/slot-calendar.ts'
import { steadyDemand } from '../../../../shared/predict/model/steady-demand.ts'

const SLOT_MS = 900_000
const slotAt = (iso: string): number => Date.parse(iso) / SLOT_MS

describe('what a fit may know', () => {
  const history = {
    timeZone: 'Europe/Berlin',
    slotMinutes: 15 as const,
    slotsPerWeek: 672,
    weeks: 1,
    firstDate: '2026-03-23',
    visitors: new Float64Array(672),
    observations: new Uint8Array(672),
    dayWeights: new Float64Array(7),
  }
  const expected = Float64Array.from({ length: 672 }, (_, slot) => slot)
  const origin = Date.parse('2026-03-30T00:00:00+02:00')

  it('leaves out what happened at or after the origin, and more than 26 weeks before', () => {
    const slots = [slotAt('2026-03-29T21:45:00Z'), slotAt('2026-03-29T22:00:00Z'), slotAt('2025-03-01T00:00:00Z')]
    const cells = { slot: slots, agents: [1, 1, 1], visitors: [5, 6, 7], covered: [4, 4, 4] }
    const input = fitInputOf([{ poolId: null, members: null, cells, history, expected }], {
      timeZone: 'Europe/Berlin',
      origin,
    })
    expect([...(input.pools[0]!.cells.visitors as Float64Array)]).toEqual([5])
    expect(input.firstSlot + input.slots).toBe(slotAt('2026-03-29T22:00:00Z'))
    expect(input.slots).toBe(26 * 672)
  })

  it('finds what was expected by the clock on the wall, over a change of the clock', () => {
    const firstSlot = slotAt('2026-03-22T22:00:00Z')
    const demand = demandOfSlots(history, expected, { firstSlot, slots: 7 * 96 + 4 })
    // Midnight of Monday in Berlin is 23:00 UTC; before it nothing is known.
    expect(demand[3]).toBeNaN()
    expect(demand[4]).toBe(0)
    const sunday = slotAt('2026-03-29T00:00:00Z') - firstSlot
    // 01:00 is followed by 03:00.
    expect([demand[sunday], demand[sunday + 4]]).toEqual([6 * 96 + 4, 6 * 96 + 12])
    expect(demand[671]).toBe(671)
    expect(demand[672]).toBeNaN()
  })

  it('shares half-hours and hours out over their quarters', () => {
    const hourly = { ...history, slotMinutes: 60 as const, slotsPerWeek: 168 }
    const demand = demandOfSlots(
      hourly,
      Float64Array.from({ length: 168 }, () => 8),
      { firstSlot: slotAt('2026-03-22T23:00:00Z'), slots: 4 },
    )
    expect([...demand]).toEqual([2, 2, 2, 2])
  })

  it('knows each slot by local day and hour', () => {
    const { day, hourCell } = slotCalendar({
      timeZone: 'Asia/Kolkata',
      firstSlot: slotAt('2026-03-01T18:15:00Z'),
      slots: 3,
    })
    // 23:45 on Sunday, then Monday.
    expect([...hourCell]).toEqual([23, 24, 24])
    expect(day[1]! - day[0]!).toBe(1)
  })
})

describe('steady demand', () => {
  it('leaves busy quarter-hours as they are, and gaps as gaps', () => {
    expect([...steadyDemand([30, 40, Number.NaN, 50], 6)]).toEqual([30, 40, Number.NaN, 50])
  })

  it('spreads what is quiet over its neighbours', () => {
    const spiky = Float64Array.from({ length: 60 }, (_, slot) => (slot % 6 === 0 ? 1 : 0))
    const steady = steadyDemand(spiky, 5)
    for (let slot = 10; slot < 50; slot++) expect(Math.abs(steady[slot]! - 1 / 6)).toBeLessThan(0.06)
  })
})

describe('pools that share agents', () => {
  const pool = (members: readonly string[] | null, visitors = 100) => ({ members, visitors })

  it('are one group, over others too', () => {
    expect(groupPools([pool(['a', 'b']), pool(['c']), pool(['d', 'e']), pool(['b', 'd'])])).toEqual([[0, 2, 3], [1]])
  })

  it('stay apart where nobody is shared', () => {
    expect(groupPools([pool(['a']), pool(['b']), pool([])])).toEqual([[0], [1], [2]])
  })

  it('share with a pool that everybody serves, unless next to nobody comes to it', () => {
    expect(groupPools([pool(['a']), pool(['b']), pool(null)])).toEqual([[0, 1, 2]])
    expect(groupPools([pool(['a']), pool(['b']), pool(null, 2)])).toEqual([[0], [1], [2]])
  })

  it('are one group where membership is not known', () => {
    expect(groupPools([pool(null), pool(null)])).toEqual([[0, 1]])
  })
})
