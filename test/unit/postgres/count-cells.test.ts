import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agentBuckets } from '../../../electron/sync/postgres/agent-buckets.ts'
import { countCells } from '../../../electron/sync/postgres/count-cells.ts'
import { IntegerList, parseIntegers } from '../../../electron/sync/postgres/integer-list.ts'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { SLOT_MS } from '../../../shared/time/slots.ts'

fc.configureGlobal({ seed: 20250330 })

const window = { from: 0, to: 4 * SLOT_MS, now: 4 * SLOT_MS, membership: new Map([['b', new Set(['bob'])]]) }
const sessions = [
  { id: '1', agentId: 'ann', startedAt: 5 * MINUTE_MS, endedAt: 10 * MINUTE_MS },
  { id: '2', agentId: 'bob', startedAt: 20 * MINUTE_MS, endedAt: null },
]

describe('the buckets of a window', () => {
  it('begin at every quarter-hour and whenever somebody comes or goes', () => {
    expect(agentBuckets(sessions, window).starts.map((start) => start / MINUTE_MS)).toEqual([0, 5, 10, 15, 20, 30, 45])
  })

  it('share a cell where the same number is online in the same quarter-hour', () => {
    const cells = agentBuckets(sessions, window).cellsOf(null)
    expect([...cells.cellOfBucket]).toEqual([0, 1, 0, 2, 3, 4, 5])
    expect(cells.slots).toEqual([0, 0, 1, 1, 2, 3])
    expect(cells.agents).toEqual([0, 1, 0, 1, 1, 1])
  })

  it('see only the agents who serve the pool', () => {
    const cells = agentBuckets(sessions, window).cellsOf('b')
    expect([...cells.cellOfBucket].map((cell) => cells.agents[cell])).toEqual([0, 0, 0, 0, 1, 1, 1])
  })

  it('end with the window, also when it ends within a quarter-hour', () => {
    expect(agentBuckets([], { ...window, to: 20 * MINUTE_MS }).starts.map((start) => start / MINUTE_MS)).toEqual([
      0, 15,
    ])
    expect(agentBuckets([], { ...window, to: 0 }).starts).toEqual([0])
  })
})

describe('the cells of a window', () => {
  it('become one where countries differ by case or spaces only, or are unknown', () => {
    const buckets = agentBuckets(sessions, window)
    const { dictionary, cells } = countCells(
      [
        ['a', 'us', '{1,4}', '{2,1}', '{1,0}'],
        ['a', ' US ', '{1}', '{3}', '{3}'],
        ['a', null, '{1}', '{1}', '{0}'],
        ['a', '', '{3}', '{4}', '{1}'],
      ],
      buckets,
    )
    expect(dictionary).toEqual({ pools: ['a'], countries: ['US', null] })
    const seen = Array.from({ length: cells.length }, (_, i) => [
      cells.slot[i],
      dictionary.countries[cells.country[i]!],
      cells.visitors[i],
      cells.covered[i],
    ])
    expect(seen).toEqual([
      [0, 'US', 5, 4],
      [1, 'US', 1, 0],
      [0, null, 5, 1],
    ])
  })

  it('keep a pool named like nothing apart from no pool', () => {
    const { dictionary } = countCells(
      [
        [null, 'US', '{1}', '{1}', '{0}'],
        ['null', 'US', '{1}', '{1}', '{0}'],
      ],
      agentBuckets([], window),
    )
    expect(dictionary.pools).toEqual([null, 'null'])
  })

  it('index more than 255 countries with wider numbers', () => {
    const rows = Array.from({ length: 300 }, (_, index) => ['a', `c${index}`, '{1}', '{1}', '{0}'] as const)
    const { cells, dictionary } = countCells(rows, agentBuckets([], window))
    expect(cells.country).toBeInstanceOf(Uint16Array)
    expect(cells.agents).toBeInstanceOf(Uint8Array)
    expect(dictionary.countries[cells.country[299]!]).toBe('C299')
  })
})

describe("Postgres's arrays of integers", () => {
  it('are read back as they were written, into a list that grows and is used again', () => {
    const list = new IntegerList(1)
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 31 - 1 })), (numbers) => {
        expect([...parseIntegers(`{${numbers.join(',')}}`, list)]).toEqual(numbers)
      }),
    )
  })
})
