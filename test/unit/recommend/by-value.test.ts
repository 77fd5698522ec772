import { expect, it } from 'vitest'
import { recommend } from '../../../shared/recommend/index.ts'
import { cell, MONDAY, options, pool } from './made-up-evidence.ts'

const NINE = 24 * MONDAY + 9
const FOURTEEN = 24 * MONDAY + 14
const WEDNESDAY_TEN = 24 * 3 + 10

/** Twice as many are missed at nine as at two; hardly anybody comes on Wednesday. */
const EVIDENCE = [
  pool({
    [NINE]: cell([{ agents: 1, load: 2, visitors: 80 }], 28),
    [FOURTEEN]: cell([{ agents: 1, load: 2, visitors: 40 }], 14),
    [WEDNESDAY_TEN]: cell([{ agents: 0, load: 0.1, visitors: 2 }], 0),
  }),
]

it('is the same to the byte where every visitor is worth 1, beside the sums', () => {
  const plain = recommend(EVIDENCE, options())
  const valued = recommend(EVIDENCE, options({ worthAt: () => 1 }))
  expect(JSON.stringify(valued.map(({ weighted: _weighted, ...block }) => block))).toBe(JSON.stringify(plain))
  expect(valued.map(({ weighted }) => weighted)).toEqual(
    plain.map(({ missedVisitors, totalVisitors, expectedRecoveredPerWeek }) => ({
      missedVisitors,
      totalVisitors,
      expectedRecoveredPerWeek,
    })),
  )
})

it('puts first what is worth most, and asks for an agent where few visitors are worth much', () => {
  const hoursOf = (worthAt?: (poolId: string | null, hour: number) => number) =>
    recommend(EVIDENCE, options(worthAt === undefined ? {} : { worthAt })).map(
      ({ dayIndices, startHour }) => 24 * dayIndices[0]! + startHour,
    )
  expect(hoursOf()).toEqual([NINE, FOURTEEN])
  const worthAt = (_: string | null, hour: number) => (hour === FOURTEEN ? 3 : hour === WEDNESDAY_TEN ? 10 : 1)
  expect(hoursOf(worthAt)).toEqual([FOURTEEN, NINE, WEDNESDAY_TEN])
  expect(hoursOf((_, hour) => (hour === NINE ? 0 : 1))).toEqual([FOURTEEN])
})

it('sums what is missed and won by value, pool by pool', () => {
  const two = ['sales', 'help'].map((poolId) =>
    pool({ [NINE]: cell([{ agents: 1, load: 2, visitors: 40 }], 10) }, { poolId }),
  )
  const [block] = recommend(two, options({ worthAt: (poolId) => (poolId === 'sales' ? 5 : 1) }))
  expect(block!.weighted).toMatchObject({ missedVisitors: 30 * 5 + 30, totalVisitors: 40 * 5 + 40 })
  // Whoever is won is worth what the missed are on average.
  expect(block!.weighted!.expectedRecoveredPerWeek).toBeCloseTo(3 * block!.expectedRecoveredPerWeek, 12)
  expect(block!.missedVisitors).toBe(60)
})
