import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agentSteps, countCells, type CubeBatch, type Pageview } from '../../../shared/coverage/index.ts'
import { SLOT_MS } from '../../../shared/time/slots.ts'
import { tries } from '../../support/deep.ts'

const WINDOW = { from: 0, to: 4 * SLOT_MS, now: 100 * SLOT_MS, membership: new Map([['sales', new Set(['ann'])]]) }
const SESSIONS = [
  { agentId: 'ann', startedAt: SLOT_MS + 500, endedAt: 3 * SLOT_MS },
  { agentId: 'bob', startedAt: 0, endedAt: 2 * SLOT_MS },
]

/** Cells in words: slot, pool, country, agents: covered/visitors. */
function inWords({ dictionary, cells }: CubeBatch): readonly string[] {
  return Array.from(
    { length: cells.length },
    (_, cell) =>
      `${cells.slot[cell]} ${dictionary.pools[cells.pool[cell]!]} ${dictionary.countries[cells.country[cell]!]} ${cells.agents[cell]}: ${cells.covered[cell]}/${cells.visitors[cell]}`,
  )
}

describe('counting visits into cells', () => {
  it("keeps quarter-hour, pool, country and the agents of the visit's own pool at its own instant", () => {
    const visits: readonly Pageview[] = [
      { createdAt: SLOT_MS + 499, agentId: 'bob', poolId: null, country: 'us' },
      { createdAt: SLOT_MS + 500, agentId: 'bob', country: ' US ' },
      { createdAt: SLOT_MS + 501, agentId: null, country: 'US' },
      { createdAt: SLOT_MS + 499, agentId: null, poolId: 'sales', country: '' },
      { createdAt: SLOT_MS + 501, agentId: 'ann', poolId: 'sales' },
      { createdAt: new Date(3 * SLOT_MS).toISOString(), agentId: null, poolId: 'help', country: 'DE' },
    ]
    expect(inWords(countCells(visits, agentSteps(SESSIONS, WINDOW)))).toEqual([
      '1 null US 1: 1/1',
      '1 null US 2: 1/2',
      '1 sales null 0: 0/1',
      '1 sales null 1: 1/1',
      '3 help DE 0: 0/1',
    ])
  })

  it('counts nothing outside the window, nor at or after now', () => {
    const visits = [-1, 0, 2 * SLOT_MS - 1, 2 * SLOT_MS, 4 * SLOT_MS].map((createdAt) => ({ createdAt, agentId: null }))
    expect(inWords(countCells(visits, agentSteps([], WINDOW)))).toEqual([
      '0 null null 0: 0/1',
      '1 null null 0: 0/1',
      '2 null null 0: 0/1',
    ])
    expect(inWords(countCells(visits, agentSteps([], { ...WINDOW, now: 2 * SLOT_MS })))).toEqual([
      '0 null null 0: 0/1',
      '1 null null 0: 0/1',
    ])
  })

  it('gives an empty batch for no visits', () => {
    expect(countCells([], agentSteps([], WINDOW))).toMatchObject({
      dictionary: { pools: [], countries: [] },
      cells: { length: 0 },
    })
  })

  it('names no cell twice, loses no visit, and gives the same cells for the same visits in any order', () => {
    const visits = fc.array(
      fc.record({
        createdAt: fc.integer({ min: 0, max: 4 * SLOT_MS - 1 }),
        agentId: fc.constantFrom(null, 'ann'),
        poolId: fc.constantFrom(null, 'sales', 'help'),
        country: fc.constantFrom(null, 'US', 'us', 'CA'),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(visits, (pageviews) => {
        const steps = agentSteps(SESSIONS, WINDOW)
        const batch = countCells(pageviews, steps)
        const places = inWords(batch).map((cell) => cell.split(':')[0])
        expect(new Set(places).size).toBe(places.length)
        expect(batch.cells.visitors.reduce((sum, count) => sum + count, 0)).toBe(pageviews.length)
        expect(batch.cells.covered.reduce((sum, count) => sum + count, 0)).toBe(
          pageviews.filter((visit) => visit.agentId !== null).length,
        )
        expect(countCells(pageviews.toReversed(), steps)).toEqual(batch)
      }),
      tries(200, 61),
    )
  })
})
