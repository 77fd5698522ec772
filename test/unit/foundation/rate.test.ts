import { expect, it } from 'vitest'
import { coverageFraction, coveragePercent, fractionOf } from '../../../shared/foundation/rate.ts'

it('names the unit of a rate: a fraction or a percentage', () => {
  expect(fractionOf(1, 4)).toBe(0.25)
  expect([coverageFraction({ visitors: 8, covered: 6 }), coveragePercent({ visitors: 8, covered: 6 })]).toEqual([
    0.75, 75,
  ])
})

it('says of nothing what it is asked to, and null unless asked', () => {
  const nobody = { visitors: 0, covered: 0 }
  expect([fractionOf(0, 0), coverageFraction(nobody), coveragePercent(nobody)]).toEqual([null, null, null])
  expect([coverageFraction(nobody, 1), coveragePercent(nobody, 100)]).toEqual([1, 100])
})
